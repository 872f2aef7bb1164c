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

  float* data() { return floats_.get(); }
  const float* data() const { return floats_.get(); }
  std::size_t size() const { return size_; }

 private:
  struct Free {
    void operator()(float* floats) const;
  };
  std::unique_ptr<float, Free> floats_;  // aligned to a cache line at least
  std::size_t size_;
};

}  // namespace faqbot::learn
