// A message that is an example question, word for word up to endings and word order.
//
// Whatever the classifiers think: an author who wrote it down has decided.
//
// Thread safety: immutable once built.
#pragma once

#include <cstdint>
#include <optional>

#include "learn/features.h"
#include "learn/id_table.h"

namespace faqbot::match {

class Verbatim {
 public:
  Verbatim() = default;

  // `words`: features below it are stems and pairs.
  explicit Verbatim(std::uint32_t words) : words_(words) {}

  void add(const learn::Features& example, std::uint32_t label);

  // The label of the example that the message is; none where examples of two labels are alike.
  std::optional<std::uint32_t> find(const learn::Features& message) const;

 private:
  std::uint64_t key(const learn::Features& features) const;

  std::uint32_t words_ = 0;
  learn::IdTable labels_;  // by key
};

}  // namespace faqbot::match
