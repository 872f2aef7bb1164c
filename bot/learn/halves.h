// Work on a range of items, half of it by a thread of its own.
//
// Two, since that is what a small server has; more threads win little at a start of under a second.
//
// Thread safety: work(from, to) runs on two threads at once, on ranges that do not overlap.
#pragma once

#include <cstddef>
#include <thread>

namespace faqbot::learn {

template <typename Work>
void in_halves(std::size_t items, Work work) {
  constexpr std::size_t kWorthAThread = 256;
  if (items < kWorthAThread) return work(std::size_t{0}, items);
  std::thread second([&] { work(items / 2, items); });
  work(std::size_t{0}, items / 2);
  second.join();
}

}  // namespace faqbot::learn
