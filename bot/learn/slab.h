// A large array of noughts on large pages, where the system has them.
//
// Training reads rows all over its weights; with pages of 4 KB it waits for the
// page tables as long as for the memory.
//
// Thread safety: as an array.
#pragma once

#include <cstddef>
#include <memory>

namespace faqbot::learn {

class Slab {
 public:
  explicit Slab(std::size_t floats);

  float* data() { return floats_; }
  const float* data() const { return floats_; }
  std::size_t size() const { return size_; }

 private:
  // Memory of the system's own rather than the heap's: a piece of the heap that was once asked to lie on
  // large pages would stay so, and hold two megabytes for every few bytes that are put there later.
  struct Free {
    std::size_t bytes;
    void operator()(std::byte* memory) const;
  };
  std::unique_ptr<std::byte, Free> memory_{nullptr, Free{0}};
  float* floats_ = nullptr;  // in it, aligned to a cache line at least
  std::size_t size_;
};

}  // namespace faqbot::learn
