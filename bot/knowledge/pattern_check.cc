#include "knowledge/pattern_check.h"

#include "text/pattern.h"

namespace faqbot::knowledge {

std::string pattern_fault(std::string_view pattern) {
  const Result<text::Pattern> compiled = text::Pattern::make(pattern);
  if (!compiled)
    return "the pattern cannot be used: " + compiled.error().message +
           "; mend it, or put a \\ before a ( ) [ ] ? * + that is meant as itself";
  if (compiled->matches(""))
    return "the pattern fits a message without any words, so it would be found everywhere; make part of it "
           "compulsory";
  return {};
}

}  // namespace faqbot::knowledge
