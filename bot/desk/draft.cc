#include "desk/draft.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace faqbot::desk {
namespace {

using knowledge::NamedBytes;

std::vector<NamedBytes>::iterator find(std::vector<NamedBytes>& files, const std::string& name) {
  return std::ranges::find(files, name, &NamedBytes::name);
}

bool is_same(const Told& a, const Told& b) {
  if (a.kind == name_of(ReplyKind::kUnknown) && b.kind == a.kind) return true;
  return a.kind == b.kind && a.topics == b.topics && a.text == b.text;
}

bool meets(const Told& told, const std::vector<std::string>& expected) {
  const bool is_answered = told.kind == "answer" || told.kind == "urgent";
  if (expected.empty()) return !is_answered;
  return is_answered && !told.topics.empty() &&
         std::ranges::find(expected, told.topics.front()) != expected.end();
}

bool has_errors(const std::vector<knowledge::Problem>& problems) {
  return std::ranges::any_of(problems, [](const knowledge::Problem& problem) {
    return problem.severity == knowledge::Problem::Severity::kError;
  });
}

}  // namespace

std::string seal_of(std::string_view bytes) {
  std::array<unsigned char, 16> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size(), nullptr, 0);
  std::string hex(hash.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  hex.pop_back();
  return hex;
}

Draft with_edits(std::vector<NamedBytes> files, std::span<const Edit> edits) {
  Draft draft{std::move(files), {}};
  for (const Edit& edit : edits) {
    const auto at = find(draft.files, edit.file);
    const bool is_there = at != draft.files.end();
    const bool is_fresh = is_there ? seal_of(at->bytes) == edit.seen : edit.seen.empty();
    if (!is_fresh) {
      draft.stale.push_back({edit.file, is_there ? std::optional(at->bytes) : std::nullopt});
    } else if (!edit.bytes) {
      if (is_there) draft.files.erase(at);
    } else if (is_there) {
      at->bytes = *edit.bytes;
    } else {
      const auto place = std::ranges::lower_bound(draft.files, edit.file, {}, &NamedBytes::name);
      draft.files.insert(place, {edit.file, *edit.bytes});
    }
  }
  return draft;
}

Told told(const Engine& engine, std::string_view message) {
  Turn turn;
  turn.message = message;
  const Reply reply = engine.answer(turn).reply;
  Told told;
  told.kind = name_of(reply.kind);
  for (const Answer& answer : reply.answers) {
    told.topics.push_back(answer.topic);
    told.titles.push_back(answer.title);
    if (!told.text.empty()) told.text += "\n\n";
    told.text += answer.text;
  }
  for (const Link& choice : reply.choices) {
    told.topics.push_back(choice.topic);
    told.titles.push_back(choice.label);
  }
  if (reply.answers.empty()) told.text = reply.text;
  return told;
}

Review review(const Draft& draft, const Engine& now, std::span<const std::string> recorded,
              std::chrono::year_month_day today, const std::shared_ptr<const Engine>& trained) {
  Review result;
  knowledge::Loaded loaded = knowledge::load_from(draft.files, today);
  result.problems = std::move(loaded.problems);
  if (!loaded.knowledge || has_errors(result.problems)) return result;
  const bool is_trained = trained != nullptr && trained->knowledge().version == loaded.knowledge->version;
  result.engine = is_trained ? trained : std::make_shared<const Engine>(loaded.knowledge);
  std::set<std::string> compared;
  const auto compare = [&](const std::string& message) {
    if (!compared.insert(message).second) return;
    Told before = told(now, message);
    Told after = told(*result.engine, message);
    if (!is_same(before, after)) result.changed.push_back({message, std::move(before), std::move(after)});
  };
  for (const knowledge::Expectation& expected : loaded.knowledge->expectations) {
    compare(expected.message);
    Told after = told(*result.engine, expected.message);
    if (meets(after, expected.topics)) continue;
    // What has been broken for long is no reason to refuse this edit.
    const auto& known = now.knowledge().expectations;
    const bool is_new =
        std::ranges::find(known, expected.message, &knowledge::Expectation::message) == known.end();
    if (is_new || meets(told(now, expected.message), expected.topics))
      result.broken.push_back({expected.message, expected.topics, std::move(after)});
  }
  for (const std::string& message : recorded) compare(message);
  return result;
}

}  // namespace faqbot::desk
