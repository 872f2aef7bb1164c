// Regular expressions that people write: the only include of RE2.
//
// Linear in the text, whatever the pattern; memory is bounded.
//
// Thread safety: immutable once made; any number of threads may match.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace faqbot::text {

class Pattern {
 public:
  // Errors: RE2's message with the offending piece.
  static Result<Pattern> make(std::string_view expression);
  ~Pattern();
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;

  bool matches(std::string_view text) const;

  // Calls visit(begin, end) for each match, left to right, without overlap, empty ones passed over.
  void for_each(std::string_view text, const std::function<void(std::size_t, std::size_t)>& visit) const;

  // The text with every match replaced by `with`, taken literally.
  std::string replaced(std::string_view text, std::string_view with) const;

 private:
  struct Compiled;
  explicit Pattern(std::unique_ptr<const Compiled> compiled);
  std::unique_ptr<const Compiled> compiled_;
};

// Many patterns in one pass: which of them occur in a text.
class PatternSet {
 public:
  // REQUIRES: each expression compiles as a Pattern.
  explicit PatternSet(std::span<const std::string> expressions);
  ~PatternSet();
  PatternSet(PatternSet&&) noexcept;
  PatternSet& operator=(PatternSet&&) noexcept;

  // Numbers of the patterns that match, ascending. Cost: O(text) once warm.
  std::vector<int> matches(std::string_view text) const;

  // As Pattern::for_each, of one of them. REQUIRES: number < patterns.
  void for_each(int number, std::string_view text,
                const std::function<void(std::size_t, std::size_t)>& visit) const;

 private:
  struct Compiled;
  std::unique_ptr<const Compiled> compiled_;
};

}  // namespace faqbot::text
