// What visitors leave: enquiries, votes, and what was asked. The interface and its promises.
//
// The front desk reads the same tables through headers of its own: inbox.h, wordings.h, figures.h,
// staff.h, history.h, privacy.h; records.h opens them all. SqlStore (sql_store.h) writes to SQLite for one
// machine and to PostgreSQL for several.
//
// Errors: the disk, the lock or the server behind a store; the message says which. Nothing of a call
// that failed is kept.
// Thread safety: every member may be called from any thread.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/reply.h"
#include "core/result.h"
#include "store/sql.h"
#include "text/privacy.h"

namespace faqbot::store {

// A question left for the front desk, with the visitor's consent.
struct Enquiry {
  std::string name;
  std::string contact;
  std::string message;
  std::string conversation;  // id, empty where there was none
  std::string key;           // the sender's own, to send again without doubling; may be empty
  Time received{};
  std::string partner = {};  // empty: the conversation's, or the clinic itself
};

struct KeptEnquiry {
  std::string reference;
  Enquiry enquiry;
};

// A vote on an answer.
struct Feedback {
  std::string conversation;  // id, empty where it is not known
  std::string topic;
  bool helpful = false;
  text::MaskedText comment;
  text::MaskedText wording;  // what had been asked, where it is known
  Time given{};
  std::string partner = {};           // empty: the conversation's, or the clinic itself
  std::chrono::minutes utc_offset{};  // of the clinic at that time: figures count its days
};

// One turn of a conversation, as far as it may be kept.
struct Question {
  ReplyKind kind = ReplyKind::kUnknown;
  bool none_of_these = false;       // the visitor turned down all the choices
  std::vector<std::string> topics;  // answered or offered; with none_of_these: those turned down
  text::MaskedText wording;         // of what was answered: kept for a day (privacy.h)
  std::string partner;              // empty for the clinic itself
  std::string conversation;         // id
  Time asked{};
  std::chrono::minutes utc_offset{};  // of the clinic at that time: figures count its days and hours
};

// What the bot owes an answer to, with the wording where one was kept.
struct Unanswered {
  enum class Why { kUnknown, kNoneOfThese, kNotHelpful };
  Why why = Why::kUnknown;
  text::MaskedText wording;  // of "none of these": of the question that the choices were for
  text::MaskedText comment;  // kNotHelpful
  std::vector<std::string> topics;
  std::string partner;
  Time asked{};
};

class Store {
 public:
  virtual ~Store() = default;

  // The reference to tell the visitor. When this returns, the enquiry is on disk and survives a crash or a
  // power cut. The same enquiry with the same key gets the same reference and is kept once.
  virtual Result<std::string> save_enquiry(const Enquiry& enquiry) = 0;

  // On disk when this returns. A second vote in one conversation on one topic replaces the first, but an
  // empty comment or wording leaves the one before.
  virtual std::optional<Error> save_feedback(const Feedback& feedback) = 0;

  // All of them or none; on disk when this returns. Slow for single ones: see Recorder.
  virtual std::optional<Error> record_questions(std::span<const Question> questions) = 0;

  // Newest first, at most `most`.
  virtual Result<std::vector<KeptEnquiry>> enquiries(std::size_t most) = 0;
  virtual Result<std::vector<Unanswered>> unanswered(std::size_t most) = 0;
};

}  // namespace faqbot::store
