#include "http/path_pattern.h"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

namespace faqbot::http {
namespace {

using Parts = std::vector<std::string_view>;

TEST_CASE("path pattern: the varying parts come out in their order") {
  CHECK(match_path("/api/desk/enquiries/{reference}/notes", "/api/desk/enquiries/K7M4-QX2P/notes") ==
        Parts{"K7M4-QX2P"});
  CHECK(match_path("/t/{group}/{name}", "/t/mfr/what-is") == Parts{"mfr", "what-is"});
  CHECK(match_path("/api/desk/me", "/api/desk/me") == Parts{});
}

TEST_CASE("path pattern: other addresses do not fit") {
  for (const std::string_view path : {"/t/mfr", "/t/mfr/", "/t//what-is", "/t/mfr/what-is/",
                                      "/t/mfr/what-is/x", "/x/mfr/what-is", "", "/", "t/mfr/what-is"}) {
    CAPTURE(path);
    CHECK_FALSE(match_path("/t/{group}/{name}", path));
  }
}

}  // namespace
}  // namespace faqbot::http
