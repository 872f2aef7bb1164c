// Any bytes as a visitor's message, up to its features: never a crash, never a broken utterance.

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "learn/corpus.h"
#include "text/normalise.h"
#include "text/spelling.h"
#include "text/stop_words.h"
#include "text/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

const faqbot::learn::Corpus& corpus() {
  using faqbot::text::normalise;
  static const faqbot::learn::Corpus known(
      {normalise("does the treatment hurt"), normalise("how long is the session"),
       normalise("where can i park"), normalise("caf\xC3\xA9 next door")});
  return known;
}

void check(const faqbot::text::Utterance& utterance) {
  require(utterance.words.size() == utterance.ends_sentence.size());
  for (const auto& word : utterance.words) require(!word.empty() && word.find(' ') == std::string::npos);
  require(faqbot::text::telling_words(utterance) <= utterance.words.size());
}

void check(std::string_view plain) {
  require(plain.starts_with(' ') && plain.ends_with(' '));
  require(plain.find("  ") == std::string_view::npos);
}

void check(const faqbot::learn::Features& features) {
  double length = 0;
  for (std::size_t i = 0; i < features.vector.size(); ++i) {
    const auto& entry = features.vector[i];
    require(entry.feature < corpus().space->size() && std::isfinite(entry.value));
    require(i == 0 || features.vector[i - 1].feature < entry.feature);
    length += static_cast<double>(entry.value) * static_cast<double>(entry.value);
  }
  require(length < 1.001);
  const double share = corpus().space->known_share(features);
  require(share >= 0.0 && share <= 1.0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  static const faqbot::text::Spelling spelling(corpus().texts);
  faqbot::text::Utterance utterance = faqbot::text::normalise(bytes);
  check(utterance);
  spelling.repair(utterance);
  check(utterance);
  check(faqbot::text::plain_words(bytes));
  check(corpus().space->features(utterance));
  require(!faqbot::text::is_valid_utf8(bytes) || faqbot::text::length(bytes) <= size);
  return 0;
}
