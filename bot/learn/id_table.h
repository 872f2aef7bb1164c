// Hashes of n-grams to dense ids: a flat table, one cache line a look-up.
//
// std::unordered_map pays a pointer chase for each of the hundred-odd n-grams
// of a message; this is what a message's time is spent on.
//
// Thread safety: find() may run on any number of threads while nobody adds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace faqbot::learn {

class IdTable {
 public:
  static constexpr std::uint32_t kAbsent = 0xFFFFFFFFU;

  IdTable() : slots_(kSmallest) {}

  // The value of `hash`, kAbsent where it was never added. Cost: O(1).
  std::uint32_t find(std::uint64_t hash) const { return slots_[place_of(hash)].value; }

  // The value of `hash`, added as `value` where it was absent. REQUIRES: value != kAbsent.
  std::uint32_t& find_or_add(std::uint64_t hash, std::uint32_t value) {
    if ((used_ + 1) * 2 > slots_.size()) grow();
    Slot& slot = slots_[place_of(hash)];
    if (slot.value == kAbsent) {
      slot = {hash, value};
      ++used_;
    }
    return slot.value;
  }

  std::size_t size() const { return used_; }

  template <typename Visit>
  void for_each(Visit visit) const {
    for (const Slot& slot : slots_)
      if (slot.value != kAbsent) visit(slot.hash, slot.value);
  }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t value = kAbsent;
  };
  static constexpr std::size_t kSmallest = 1024;

  std::size_t place_of(std::uint64_t hash) const {
    // The hash's high bits are the better mixed ones.
    std::size_t at = (hash ^ (hash >> 32U)) & (slots_.size() - 1);
    while (slots_[at].value != kAbsent && slots_[at].hash != hash) at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  void grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old)
      if (slot.value != kAbsent) slots_[place_of(slot.hash)] = slot;
  }

  std::vector<Slot> slots_;  // a power of two, at most half full
  std::size_t used_ = 0;
};

}  // namespace faqbot::learn
