#include "http/kept_codec.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

using namespace faqbot::http;
using Json = nlohmann::json;

namespace {

Json enquiry() {
  return {
      {"name", "Sam"}, {"contact", "sam@example.org"}, {"message", "Do you treat knees?"}, {"consent", true}};
}

Json feedback() {
  return {{"conversation", "x"}, {"topic", "mfr/what-is"}, {"helpful", true}};
}

struct Change {
  std::string_view name;
  Json value;
  int status;
};

const Change kBadEnquiries[] = {
    {"name", "", 400},
    {"name", " \t", 400},
    {"name", "Sam\nBcc: everybody", 400},
    {"name", std::string("S\0m", 3), 400},
    {"name", std::string(201, 'a'), 413},
    {"name", 7, 400},
    {"contact", "", 400},
    {"contact", "call me", 400},
    {"contact", "sam@", 400},
    {"contact", "12345", 400},
    {"contact", "sam@example.org\r\nBcc: everybody@example.org", 400},
    {"contact", "sam@example.org" + std::string(200, ' '), 400},
    {"message", "", 400},
    {"message", "\n \n", 400},
    {"message", std::string(5001, 'a'), 413},
    {"message", std::string("a\0b", 3), 400},
    {"consent", false, 400},
    {"consent", "true", 400},
    {"consent", 1, 400},
    {"consent", nullptr, 400},
    {"key", std::string(65, 'a'), 400},
    {"key", "with space", 400},
    {"conversation", 1, 400},
};

const Change kBadVotes[] = {
    {"topic", "", 400},
    {"topic", "Not An Id", 400},
    {"topic", "<script>", 400},
    {"topic", std::string(129, 'a'), 400},
    {"helpful", "yes", 400},
    {"helpful", nullptr, 400},
    {"comment", std::string(2001, 'a'), 413},
    {"comment", std::string("\0", 1), 400},
    {"message", std::string(2001, 'a'), 413},
    {"conversation", true, 400},
};

}  // namespace

TEST_CASE("kept codec: an enquiry that cannot be kept or answered is refused, and says why") {
  for (const Change& change : kBadEnquiries) {
    Json body = enquiry();
    body[change.name] = change.value;
    CAPTURE(body.dump());
    const auto decoded = decode_enquiry(body.dump());
    REQUIRE(std::holds_alternative<Refusal>(decoded));
    CHECK(std::get<Refusal>(decoded).status == change.status);
    CHECK_FALSE(std::get<Refusal>(decoded).why.empty());
  }
}

TEST_CASE("kept codec: an enquiry needs a name, a contact, a message and consent") {
  for (const char* name : {"name", "contact", "message", "consent"}) {
    CAPTURE(name);
    Json body = enquiry();
    body.erase(name);
    CHECK(std::holds_alternative<Refusal>(decode_enquiry(body.dump())));
  }
}

TEST_CASE("kept codec: every field of an enquiry is read") {
  Json body = enquiry();
  body["conversation"] = "c";
  body["key"] = "k-1";
  const auto read = std::get<EnquiryBody>(decode_enquiry(body.dump()));
  CHECK(read.name == "Sam");
  CHECK(read.contact == "sam@example.org");
  CHECK(read.message == "Do you treat knees?");
  CHECK(read.conversation == "c");
  CHECK(read.key == "k-1");
}

TEST_CASE("kept codec: a vote that says nothing is refused, and says why") {
  for (const Change& change : kBadVotes) {
    Json body = feedback();
    body[change.name] = change.value;
    CAPTURE(body.dump());
    const auto decoded = decode_feedback(body.dump());
    REQUIRE(std::holds_alternative<Refusal>(decoded));
    CHECK(std::get<Refusal>(decoded).status == change.status);
  }
}

TEST_CASE("kept codec: every field of a vote is read") {
  Json body = feedback();
  body["comment"] = "too long";
  body["message"] = "what is it";
  const auto read = std::get<FeedbackBody>(decode_feedback(body.dump()));
  CHECK(read.conversation == "x");
  CHECK(read.topic == "mfr/what-is");
  CHECK(read.helpful);
  CHECK(read.comment == "too long");
  CHECK(read.message == "what is it");
}
