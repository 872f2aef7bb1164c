#include "store/memory_store.h"

#include <algorithm>

#include "store/reference.h"

namespace faqbot::store {
namespace {

bool is_repeat(const Enquiry& kept, const Enquiry& sent) {
  return !sent.key.empty() && kept.key == sent.key && kept.name == sent.name &&
         kept.contact == sent.contact && kept.message == sent.message;
}

bool is_owed(const Question& question) {
  return question.kind == ReplyKind::kUnknown || question.none_of_these;
}

}  // namespace

bool MemoryStore::is_taken(const std::string& reference) const {
  return std::ranges::any_of(enquiries_,
                             [&](const KeptEnquiry& kept) { return kept.reference == reference; });
}

Result<std::string> MemoryStore::save_enquiry(const Enquiry& enquiry) {
  const std::lock_guard lock(mutex_);
  for (const KeptEnquiry& kept : enquiries_)
    if (is_repeat(kept.enquiry, enquiry)) return kept.reference;
  std::string reference = random_reference();
  while (is_taken(reference)) reference = random_reference();
  enquiries_.push_back({reference, enquiry});
  return reference;
}

std::optional<Error> MemoryStore::save_feedback(const Feedback& feedback) {
  const std::lock_guard lock(mutex_);
  const auto before = std::ranges::find_if(feedback_, [&](const Feedback& kept) {
    return !kept.conversation.empty() && kept.conversation == feedback.conversation &&
           kept.topic == feedback.topic;
  });
  if (before == feedback_.end()) {
    feedback_.push_back(feedback);
    return std::nullopt;
  }
  before->helpful = feedback.helpful;
  before->given = feedback.given;
  if (!feedback.comment.empty()) before->comment = feedback.comment;
  if (!feedback.wording.empty()) before->wording = feedback.wording;
  return std::nullopt;
}

std::optional<Error> MemoryStore::record_questions(std::span<const Question> questions) {
  const std::lock_guard lock(mutex_);
  questions_.insert(questions_.end(), questions.begin(), questions.end());
  return std::nullopt;
}

Result<std::vector<KeptEnquiry>> MemoryStore::enquiries(std::size_t most) {
  const std::lock_guard lock(mutex_);
  std::vector<KeptEnquiry> newest(enquiries_.rbegin(), enquiries_.rend());
  if (newest.size() > most) newest.resize(most);
  return newest;
}

Unanswered MemoryStore::owed(std::size_t at) const {
  const Question& question = questions_[at];
  Unanswered unanswered{question.none_of_these ? Unanswered::Why::kNoneOfThese : Unanswered::Why::kUnknown,
                        question.wording,
                        {},
                        question.topics,
                        question.partner,
                        question.asked};
  if (!question.none_of_these || !question.wording.empty()) return unanswered;
  for (std::size_t i = at; i-- > 0;) {
    const Question& earlier = questions_[i];
    if (earlier.kind != ReplyKind::kClarify || earlier.none_of_these ||
        earlier.conversation != question.conversation)
      continue;
    unanswered.wording = earlier.wording;
    break;
  }
  return unanswered;
}

Result<std::vector<Unanswered>> MemoryStore::unanswered(std::size_t most) {
  const std::lock_guard lock(mutex_);
  std::vector<Unanswered> all;
  for (std::size_t i = questions_.size(); i-- > 0;)
    if (is_owed(questions_[i])) all.push_back(owed(i));
  for (const Feedback& vote : feedback_)
    if (!vote.helpful)
      all.push_back({Unanswered::Why::kNotHelpful, vote.wording, vote.comment, {vote.topic}, {}, vote.given});
  std::ranges::stable_sort(all, std::ranges::greater(), &Unanswered::asked);
  if (all.size() > most) all.resize(most);
  return all;
}

}  // namespace faqbot::store
