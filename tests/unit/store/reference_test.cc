#include "store/reference.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "text/pattern.h"

TEST_CASE("reference: eight signs that are not mistaken for each other, in two groups") {
  const auto shape =
      *faqbot::text::Pattern::make("^[2346789CDFGHJKMNPQRTVWXY]{4}-[2346789CDFGHJKMNPQRTVWXY]{4}$");
  std::set<std::string> all;
  for (int i = 0; i < 1000; ++i) {
    const auto reference = faqbot::store::random_reference();
    CAPTURE(reference);
    CHECK(shape.matches(reference));
    all.insert(reference);
  }
  CHECK(all.size() == 1000);
}
