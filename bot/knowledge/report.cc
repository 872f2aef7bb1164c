#include "knowledge/report.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace faqbot::knowledge {

void Report::error(Place place, std::string what) {
  has_errors_ = true;
  problems_.push_back({std::move(place), std::move(what), Problem::Severity::kError});
}

void Report::warning(Place place, std::string what) {
  problems_.push_back({std::move(place), std::move(what), Problem::Severity::kWarning});
}

void Report::add(Report other) {
  has_errors_ = has_errors_ || other.has_errors_;
  std::move(other.problems_.begin(), other.problems_.end(), std::back_inserter(problems_));
}

std::vector<Problem> Report::take_sorted() && {
  std::stable_sort(problems_.begin(), problems_.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.place.file, a.place.line) < std::tie(b.place.file, b.place.line);
  });
  return std::move(problems_);
}

std::string Problem::line() const {
  std::string text = place.file;
  if (place.line > 0) text += ':' + std::to_string(place.line);
  text += severity == Severity::kWarning ? ": warning: " : ": ";
  return text + what;
}

}  // namespace faqbot::knowledge
