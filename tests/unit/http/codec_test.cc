#include "http/codec.h"

#include <doctest/doctest.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

using faqbot::http::AskBody;
using faqbot::http::decode_ask;
using faqbot::http::encode;
using faqbot::http::Refusal;

namespace {

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

std::string message(const std::string& text) {
  return R"({"message":")" + text + R"("})";
}

struct Refused {
  std::string_view what;
  std::string json;
  int status;
};

const Refused kRefused[] = {
    {"nothing", "", 400},
    {"not JSON", "does it hurt?", 400},
    {"cut off", R"({"message":"does)", 400},
    {"more behind it", R"({"message":"a"} x)", 400},
    {"an array", R"(["a"])", 400},
    {"a string", R"("a")", 400},
    {"a number", "1", 400},
    {"null", "null", 400},
    {"nothing to answer", "{}", 400},
    {"an empty message", message(""), 400},
    {"a blank message", message(" \\n\\t "), 400},
    {"a number as message", R"({"message":1})", 400},
    {"an array as message", R"({"message":["a"]})", 400},
    {"an object as message", R"({"message":{"a":1}})", 400},
    {"a truth as message", R"({"message":true})", 400},
    {"no message but null", R"({"message":null})", 400},
    {"a number as conversation", R"({"message":"a","conversation":1})", 400},
    {"a number as partner", R"({"message":"a","partner":7})", 400},
    {"a message twice", R"({"message":"a","message":"b"})", 400},
    {"bytes that are not UTF-8", message("\xff\xfe"), 400},
    {"an overlong form", message("\xc0\x80"), 400},
    {"half a surrogate pair", message("\\ud83d"), 400},
    {"NUL, escaped", message("a\\u0000b"), 400},
    {"NUL, as it is", message(std::string("a\0b", 3)), 400},
    {"a control character, as it is", message("a\nb"), 400},
    {"deep arrays", R"({"x":)" + repeated("[", 50'000), 400},
    {"deep objects", repeated(R"({"x":)", 10'000), 400},
    {"2,001 characters", message(repeated("a", 2001)), 413},
    {"2,001 characters of four bytes", message(repeated("\xf0\x9f\x99\x82", 2001)), 413},
    {"a choice too long for an id", R"({"choice":")" + repeated("a", 129) + R"("})", 400},
    {"NUL in a choice", R"({"choice":"a\u0000"})", 400},
    {"a partner too long for an id", R"({"message":"a","partner":")" + repeated("a", 129) + R"("})", 400},
};

const AskBody& good(const std::variant<AskBody, Refusal>& decoded) {
  return std::get<AskBody>(decoded);
}

}  // namespace

TEST_CASE("codec: a body that is not what /api/ask expects is refused, and says why") {
  for (const Refused& row : kRefused) {
    CAPTURE(row.what);
    const auto decoded = decode_ask(row.json);
    REQUIRE(std::holds_alternative<Refusal>(decoded));
    CHECK(std::get<Refusal>(decoded).status == row.status);
    CHECK_FALSE(std::get<Refusal>(decoded).why.empty());
  }
}

TEST_CASE("codec: all four fields are read") {
  const auto decoded = decode_ask(R"({"message":"a","conversation":"b","choice":"c/d","partner":"e"})");
  CHECK(good(decoded).message == "a");
  CHECK(good(decoded).conversation == "b");
  CHECK(good(decoded).choice == "c/d");
  CHECK(good(decoded).partner == "e");
}

TEST_CASE("codec: a choice needs no message, and null is as good as left out") {
  CHECK(good(decode_ask(R"({"choice":"none","message":null,"conversation":null})")).choice == "none");
}

TEST_CASE("codec: names that we do not know are passed over, whatever they hold") {
  const auto decoded =
      decode_ask(R"({"x":[1,{"message":"inner"},null,2.5],"message":"outer","y":{"choice":1},"z":true})");
  CHECK(good(decoded).message == "outer");
}

TEST_CASE("codec: 2,000 characters are enough, however many bytes they take") {
  CHECK(good(decode_ask(message(repeated("\xf0\x9f\x99\x82", 2000)))).message.size() == 8000);
}

TEST_CASE("codec: a conversation of any length is read; the sealer judges it") {
  CHECK(good(decode_ask(R"({"message":"a","conversation":")" + repeated("x", 100'000) + R"("})"))
            .conversation.size() == 100'000);
}

TEST_CASE("codec: a reply is written with every name of the contract, and reads back as it was") {
  faqbot::Reply reply;
  reply.kind = faqbot::ReplyKind::kClarify;
  reply.text = "\"quotes\" \\ \n\t\x01 caf\u00e9 </script>";
  reply.answers.push_back({"a/b",
                           "Title",
                           "short",
                           "text",
                           "<p>html</p>",
                           {{"Source", "https://example.org/?a=b&c"}},
                           "2026-11-22",
                           0.97});
  reply.choices = {{"a/b", "First"}, {"a/c", "Second"}};
  reply.suggestions = {{"a/d", "Third"}};
  reply.handoff = true;
  reply.knowledge = "0123456789abcdef";
  const auto json = nlohmann::json::parse(encode(reply, "sealed"));
  CHECK(json.at("conversation") == "sealed");
  CHECK(json.at("kind") == "clarify");
  CHECK(json.at("text") == reply.text);
  CHECK(json.at("answers").at(0).at("topic") == "a/b");
  CHECK(json.at("answers").at(0).at("title") == "Title");
  CHECK(json.at("answers").at(0).at("short") == "short");
  CHECK(json.at("answers").at(0).at("text") == "text");
  CHECK(json.at("answers").at(0).at("html") == "<p>html</p>");
  CHECK(json.at("answers").at(0).at("sources").at(0).at("title") == "Source");
  CHECK(json.at("answers").at(0).at("sources").at(0).at("url") == "https://example.org/?a=b&c");
  CHECK(json.at("answers").at(0).at("reviewed") == "2026-11-22");
  CHECK(json.at("answers").at(0).at("confidence") == doctest::Approx(0.97));
  CHECK(json.at("choices").at(1).at("label") == "Second");
  CHECK(json.at("suggestions").at(0).at("topic") == "a/d");
  CHECK(json.at("handoff") == true);
  CHECK(json.at("knowledge") == "0123456789abcdef");
}

TEST_CASE("codec: a confidence that is no probability does not break the JSON") {
  for (const double odd :
       {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(), -1.0}) {
    faqbot::Reply reply;
    reply.answers.emplace_back().confidence = odd;
    CHECK(nlohmann::json::accept(encode(reply, "")));
  }
}
