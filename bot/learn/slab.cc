#include "learn/slab.h"

#include <cstdlib>
#include <cstring>
#include <new>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace faqbot::learn {
namespace {

constexpr std::size_t kLargePage = std::size_t{1} << 21U;
constexpr std::size_t kCacheLine = 64;

}  // namespace

void Slab::Free::operator()(float* floats) const {
  std::free(floats);
}

Slab::Slab(std::size_t floats) : size_(floats) {
  const std::size_t wanted = floats * sizeof(float);
  const std::size_t page = wanted >= kLargePage ? kLargePage : kCacheLine;
  const std::size_t bytes = (wanted + page - 1) / page * page;
  floats_.reset(static_cast<float*>(std::aligned_alloc(page, bytes)));
  if (!floats_ && bytes > 0) throw std::bad_alloc();
#if defined(__linux__) && defined(MADV_HUGEPAGE)
  if (page == kLargePage) madvise(floats_.get(), bytes, MADV_HUGEPAGE);  // a wish: a refusal costs time only
#endif
  if (bytes > 0) std::memset(floats_.get(), 0, bytes);
}

}  // namespace faqbot::learn
