// A topic: what people ask, and the curated answer.
//
// Thread safety: value types; shared as part of an immutable Knowledge.
#pragma once

#include <string>
#include <vector>

namespace faqbot::knowledge {

// Where something stands in the folder, for messages to its editors.
struct Place {
  std::string file;  // relative to the knowledge folder
  int line = 0;      // from 1; 0 where the whole file is meant
};

struct Wording {
  std::string text;
  int line = 0;
};

// For the front desk alone; never part of a public reply.
struct StaffTexts {
  std::string phone;
  std::string email;
  std::string hint;
};

struct Topic {
  std::string id;     // "mfr/does-it-hurt"
  std::string title;  // a question in a visitor's words
  std::vector<Wording> questions;
  std::vector<Wording> patterns;  // RE2
  std::vector<Wording> never;
  std::vector<std::string> see_also;
  std::vector<std::string> sources;
  std::string reviewed;   // ISO date
  std::string review_by;  // ISO date, or empty
  bool strict = false;    // withheld once review_by is past
  StaffTexts staff;
  std::string if_missing;  // the short answer where a fact that the first paragraph names is not filled in
  std::string body;        // CommonMark: the short answer, a blank line, the detail
  std::string file;        // relative to the knowledge folder
  int body_line = 0;

  // "mfr" of "mfr/does-it-hurt".
  std::string group() const { return id.substr(0, id.find('/')); }
};

}  // namespace faqbot::knowledge
