// The reply does not depend on how a message was typed, only on what it says.

#include <doctest/doctest.h>
#include <utf8proc.h>

#include <cctype>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "unit/engine/sentences.h"

namespace faqbot {
namespace {

using tests::ask;
using tests::outline;
using tests::real_engine;

struct Free {
  void operator()(utf8proc_uint8_t* bytes) const { std::free(bytes); }
};

std::string in_form(utf8proc_uint8_t* (*form)(const utf8proc_uint8_t*), const std::string& text) {
  const std::unique_ptr<utf8proc_uint8_t, Free> bytes(
      form(reinterpret_cast<const utf8proc_uint8_t*>(text.c_str())));
  return reinterpret_cast<const char*>(bytes.get());
}

std::string upper(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

std::string capitalised(std::string text) {
  bool start = true;
  for (char& c : text) {
    if (start) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    start = c == ' ';
  }
  return text;
}

// Checks that every sentence gets the reply of its changed self.
template <typename Change>
void check_same(Change change) {
  for (const std::string& sentence : tests::many_sentences()) {
    const std::string changed = change(sentence);
    CAPTURE(sentence);
    CAPTURE(changed);
    CHECK(outline(ask(real_engine(), changed)) == outline(ask(real_engine(), sentence)));
  }
}

TEST_CASE("sameness: there are more than a hundred sentences, and all kinds of replies to them") {
  const auto sentences = tests::many_sentences();
  CHECK(sentences.size() > 100);
  std::vector<int> kinds(4);
  for (const std::string& sentence : sentences)
    ++kinds[static_cast<std::size_t>(ask(real_engine(), sentence).kind)];
  for (const int count : kinds) CHECK(count > 0);
}

TEST_CASE("sameness: case changes nothing") {
  check_same(upper);
  check_same(capitalised);
}

TEST_CASE("sameness: space around and between words changes nothing") {
  check_same([](const std::string& s) { return "  " + s + " \t "; });
  check_same([](const std::string& s) { return "\r" + s + "\n"; });
  check_same([](const std::string& s) {
    std::string wide;
    for (const char c : s) wide.append(c == ' ' ? 2 : 1, c);
    return wide;
  });
}

TEST_CASE("sameness: Unicode composition changes nothing") {
  const auto nfc = [](const std::string& s) { return in_form(utf8proc_NFC, s); };
  const auto nfd = [](const std::string& s) { return in_form(utf8proc_NFD, s); };
  check_same(nfc);
  check_same(nfd);
  for (const std::string_view word : {"caf\xC3\xA9",
                                      "\xC3\xBC"
                                      "ber",
                                      "na\xC3\xAFve"})  // they do differ
    CHECK(nfc(std::string(word)) != nfd(std::string(word)));
}

TEST_CASE("sameness: punctuation at the end changes nothing") {
  for (const std::string_view mark : {"?", "!", ".", "...", "?!", "??", " ?", "\xE2\x80\xA6", ",", ")", " -",
                                      ";", "\xEF\xBC\x9F", " \xF0\x9F\x98\x80"})
    check_same([&](const std::string& s) { return s + std::string(mark); });
}

TEST_CASE("sameness: phone apostrophes change nothing") {
  check_same([](const std::string& s) {
    std::string typed;
    for (const char c : s) c == '\'' ? typed += "\xE2\x80\x99" : typed += c;
    return typed;
  });
}

TEST_CASE("sameness: asking again changes nothing") {
  check_same([](const std::string& s) { return s; });
}

TEST_CASE("sameness: a second engine of the same knowledge replies alike, to the last digit") {
  const Engine second(tests::real_knowledge());
  for (const std::string& sentence : tests::many_sentences()) {
    CAPTURE(sentence);
    const Reply one = ask(real_engine(), sentence);
    const Reply other = ask(second, sentence);
    CHECK(outline(one) == outline(other));
    CHECK(one.text == other.text);
    REQUIRE(one.answers.size() == other.answers.size());
    for (std::size_t i = 0; i < one.answers.size(); ++i)
      CHECK(one.answers[i].confidence == other.answers[i].confidence);
  }
}

}  // namespace
}  // namespace faqbot
