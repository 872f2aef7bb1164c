#include "http/json_writer.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

using faqbot::http::JsonWriter;

TEST_CASE("json writer: objects, arrays and commas stand where they should") {
  JsonWriter json;
  json.begin_object();
  json.begin_array("empty");
  json.end_array();
  json.begin_array("words");
  json.text("a");
  json.text("b");
  json.end_array();
  json.begin_object("inner");
  json.number("minus", -3);
  json.boolean("yes", true);
  json.end_object();
  json.probability("p", 0.25);
  json.end_object();
  CHECK(std::move(json).take() ==
        R"({"empty":[],"words":["a","b"],"inner":{"minus":-3,"yes":true},"p":0.2500})");
}

TEST_CASE("json writer: every single byte of ASCII survives") {
  std::string all;
  for (int c = 0; c < 128; ++c) all += static_cast<char>(c);
  JsonWriter json;
  json.begin_object();
  json.text("all", all);
  json.end_object();
  CHECK(nlohmann::json::parse(std::move(json).take())["all"] == all);
}

TEST_CASE("json writer: what must be escaped is found wherever it stands") {
  for (const char c : {'"', '\\', '\n', '\x1F'})
    for (std::size_t at = 0; at < 40; ++at) {
      CAPTURE(at);
      std::string text(40, 'a');
      text[at] = c;
      JsonWriter json;
      json.begin_object();
      json.text("text", text);
      json.end_object();
      CHECK(nlohmann::json::parse(std::move(json).take())["text"] == text);
    }
}
