#include "learn/slab.h"

#include <sys/mman.h>

#include <cstdint>
#include <new>

namespace faqbot::learn {
namespace {

constexpr std::size_t kLargePage = std::size_t{1} << 21U;

}  // namespace

void Slab::Free::operator()(std::byte* memory) const {
  munmap(memory, bytes);
}

Slab::Slab(std::size_t floats) : size_(floats) {
  if (floats == 0) return;
  // Room to begin at a large page; what is not touched costs nothing.
  const std::size_t bytes = floats * sizeof(float) + kLargePage;
  void* const mapped = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (mapped == MAP_FAILED) throw std::bad_alloc();
  memory_ = {static_cast<std::byte*>(mapped), Free{bytes}};
  const std::size_t beyond = reinterpret_cast<std::uintptr_t>(mapped) % kLargePage;
  std::byte* const begin = memory_.get() + (beyond == 0 ? 0 : kLargePage - beyond);
#if defined(MADV_HUGEPAGE)
  madvise(begin, floats * sizeof(float), MADV_HUGEPAGE);  // a wish: a refusal costs time only
#endif
#if defined(MADV_POPULATE_WRITE)
  // Else each page is met twice, when it is first read and when it is first written, and the latter makes the
  // other processors wait.
  madvise(begin, floats * sizeof(float), MADV_POPULATE_WRITE);
#endif
  floats_ = reinterpret_cast<float*>(begin);
}

}  // namespace faqbot::learn
