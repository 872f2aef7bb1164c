#include "desk/session.h"

#include <doctest/doctest.h>

namespace faqbot::desk {
namespace {

TEST_CASE("session: tokens are long, differ, and fit a cookie as they are") {
  const std::string one = new_token();
  CHECK(one.size() == 43);
  CHECK(one != new_token());
  CHECK(one.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
        std::string::npos);
}

TEST_CASE("session: the store's hash and the word against other sites come from the token and tell it not") {
  const std::string token = new_token();
  CHECK(hash_of_token(token) == hash_of_token(token));
  CHECK(hash_of_token(token).size() == 64);
  CHECK(hash_of_token(token) != hash_of_token(new_token()));
  CHECK(csrf_word(token) == csrf_word(token));
  CHECK(csrf_word(token) != token);
  CHECK(csrf_word(token) != csrf_word(new_token()));
}

TEST_CASE("session: words are equal where every byte is") {
  CHECK(are_equal("abc", "abc"));
  CHECK(are_equal("", ""));
  CHECK_FALSE(are_equal("abc", "abd"));
  CHECK_FALSE(are_equal("abc", "abcd"));
}

}  // namespace
}  // namespace faqbot::desk
