#include "http/token.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <iterator>
#include <span>
#include <stdexcept>

namespace faqbot::http {
namespace {

using Bytes = std::vector<unsigned char>;

constexpr unsigned char kVersion = 1;
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kOverhead = 1 + kNonceBytes + kTagBytes;
constexpr std::size_t kMostPlainBytes = Sealer::kMostBytes / 4 * 3 - kOverhead;
constexpr std::size_t kMostEntryBytes = 128;
constexpr std::size_t kIdBytes = 16;
constexpr std::chrono::minutes kClockSkew{5};  // between replicas
constexpr int kBase64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

// Never change a value's meaning: tokens outlive an update.
enum Tag : unsigned char {
  kId = 1,
  kTurns = 2,
  kFailures = 3,
  kTopic = 4,
  kOffered = 5,
  kAlso = 6,
  kRefused = 7,
  kNewest = 8,
  kIdle = 9,
  kAlarm = 10,
  kSinceAlarm = 11
};

// One secret, many uses: each use derives a key of its own.
Key derived(const Key& secret) {
  static_assert(sizeof(Key) == crypto_kdf_KEYBYTES);
  Key key{};
  crypto_kdf_derive_from_key(key.data(), key.size(), 1, "faqtoken", secret.data());
  return key;
}

std::uint64_t seconds_since_epoch(Sealer::Time time) {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
  return static_cast<std::uint64_t>(std::max<std::int64_t>(0, seconds));
}

void put_number(Bytes& to, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) to.push_back(static_cast<unsigned char>(number | 0x80));
  to.push_back(static_cast<unsigned char>(number));
}

std::optional<std::uint64_t> take_number(std::span<const unsigned char>& from) {
  std::uint64_t number = 0;
  for (unsigned shift = 0; shift < 64 && !from.empty(); shift += 7) {
    const unsigned char byte = from.front();
    from = from.subspan(1);
    number |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if ((byte & 0x80) == 0) return number;
  }
  return std::nullopt;
}

void put_record(Bytes& to, Tag tag, std::string_view bytes) {
  if (bytes.size() > kMostEntryBytes || to.size() + bytes.size() + 3 > kMostPlainBytes) return;
  to.push_back(tag);
  put_number(to, bytes.size());
  to.insert(to.end(), bytes.begin(), bytes.end());
}

void put_record(Bytes& to, Tag tag, std::uint64_t number) {
  Bytes digits;
  put_number(digits, number);
  put_record(to, tag, std::string_view(reinterpret_cast<const char*>(digits.data()), digits.size()));
}

void put_records(Bytes& to, Tag tag, const std::vector<std::string>& entries) {
  for (const std::string& entry : entries) put_record(to, tag, entry);
}

// In the order of need: what comes last is left out first.
Bytes written(const Conversation& conversation, Sealer::Time now) {
  Bytes plain;
  put_number(plain, seconds_since_epoch(now));
  put_record(plain, kId, conversation.id);
  put_record(plain, kTurns, conversation.turns);
  put_record(plain, kFailures, conversation.failures);
  put_record(plain, kNewest, conversation.newest);
  put_record(plain, kIdle, conversation.idle);
  if (!conversation.alarm.empty()) {
    put_record(plain, kAlarm, conversation.alarm);
    put_record(plain, kSinceAlarm, conversation.since_alarm);
  }
  put_records(plain, kOffered, conversation.offered);
  put_records(plain, kTopic, conversation.topics);
  put_records(plain, kAlso, conversation.also);
  put_records(plain, kRefused, conversation.refused);
  return plain;
}

std::uint32_t number_in(std::string_view bytes) {
  std::span<const unsigned char> from(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  return static_cast<std::uint32_t>(take_number(from).value_or(0));
}

void read_record(Conversation& to, unsigned char tag, std::string_view bytes) {
  switch (tag) {
    case kId:
      to.id = bytes;
      return;
    case kTurns:
      to.turns = number_in(bytes);
      return;
    case kFailures:
      to.failures = number_in(bytes);
      return;
    case kTopic:
      to.topics.emplace_back(bytes);
      return;
    case kOffered:
      to.offered.emplace_back(bytes);
      return;
    case kAlso:
      to.also.emplace_back(bytes);
      return;
    case kRefused:
      to.refused.emplace_back(bytes);
      return;
    case kNewest:
      to.newest = number_in(bytes);
      return;
    case kIdle:
      to.idle = number_in(bytes);
      return;
    case kAlarm:
      to.alarm = bytes;
      return;
    case kSinceAlarm:
      to.since_alarm = number_in(bytes);
      return;
    default:
      return;
  }
}

std::optional<Conversation> read(std::span<const unsigned char> plain, Sealer::Time now) {
  const auto issued = take_number(plain);
  if (!issued) return std::nullopt;
  const std::uint64_t present = seconds_since_epoch(now);
  const std::uint64_t skew = std::chrono::seconds(kClockSkew).count();
  const std::uint64_t life = std::chrono::seconds(Sealer::kLife).count();
  if (*issued > present + skew || *issued + life < present) return std::nullopt;
  Conversation conversation;
  while (!plain.empty()) {
    const unsigned char tag = plain.front();
    plain = plain.subspan(1);
    const auto size = take_number(plain);
    if (!size || *size > plain.size()) return std::nullopt;
    const auto bytes = plain.first(*size);
    plain = plain.subspan(*size);
    read_record(conversation, tag, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  }
  if (conversation.id.empty()) return std::nullopt;
  return conversation;
}

std::string base64(std::span<const unsigned char> bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), kBase64), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kBase64);
  text.pop_back();  // libsodium counts the NUL in
  return text;
}

std::optional<Bytes> from_base64(std::string_view text) {
  Bytes bytes(text.size());
  std::size_t size = 0;
  if (sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &size, nullptr,
                        kBase64) != 0)
    return std::nullopt;
  bytes.resize(size);
  return bytes;
}

std::optional<Bytes> unsealed(std::span<const unsigned char> sealed, const Key& key) {
  const auto nonce = sealed.subspan(1, kNonceBytes);
  const auto cipher = sealed.subspan(1 + kNonceBytes);
  Bytes plain(cipher.size() - kTagBytes);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, cipher.data(), cipher.size(),
                                                 sealed.data(), 1, nonce.data(), key.data()) != 0)
    return std::nullopt;
  return plain;
}

}  // namespace

Sealer::Sealer(const std::vector<Key>& keys) {
  assert(!keys.empty());
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start: the system gives no random bytes");
  std::transform(keys.begin(), keys.end(), std::back_inserter(keys_), derived);
}

std::string Sealer::seal(const Conversation& conversation, Time now) const {
  const Bytes plain = written(conversation, now);
  Bytes sealed(kOverhead + plain.size());
  sealed[0] = kVersion;
  unsigned char* const nonce = sealed.data() + 1;
  randombytes_buf(nonce, kNonceBytes);
  crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + kNonceBytes, nullptr, plain.data(), plain.size(),
                                             sealed.data(), 1, nullptr, nonce, keys_.front().data());
  return base64(sealed);
}

std::optional<Conversation> Sealer::open(std::string_view token, Time now) const {
  if (token.empty() || token.size() > kMostBytes) return std::nullopt;
  const auto sealed = from_base64(token);
  if (!sealed || sealed->size() < kOverhead || sealed->front() != kVersion) return std::nullopt;
  for (const Key& key : keys_)
    if (const auto plain = unsealed(*sealed, key)) return read(*plain, now);
  return std::nullopt;
}

Conversation new_conversation() {
  std::array<unsigned char, kIdBytes> random{};
  randombytes_buf(random.data(), random.size());
  Conversation conversation;
  conversation.id = base64(random);
  return conversation;
}

}  // namespace faqbot::http
