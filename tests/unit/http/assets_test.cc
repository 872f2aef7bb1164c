#include "http/assets.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

using namespace faqbot::http;

namespace {

constexpr Asset kPage{"/", "text/html", "<p>hello</p>", "BR", "0123456789abcdef"};
constexpr Asset kHashed{"/panel-01234567.js", "text/javascript", "x", "", "0123456789abcdef"};

std::string value(const Response& response, std::string_view name) {
  for (const auto& [n, v] : response.fields)
    if (n == name) return v;
  return {};
}

Response fetch(const Asset& asset, std::vector<FieldView> fields) {
  Request request;
  request.method = "GET";
  request.path = asset.path;
  request.fields = fields;
  return serve_asset(request, asset);
}

}  // namespace

TEST_CASE("assets: the build's files are sorted, so that each is found, and no other") {
  const auto all = embedded_assets();
  CHECK(
      std::is_sorted(all.begin(), all.end(), [](const Asset& l, const Asset& r) { return l.path < r.path; }));
  for (const Asset& asset : all) CHECK(find_asset(asset.path) == &asset);
  CHECK(find_asset("/nothing") == nullptr);
  CHECK(find_asset("") == nullptr);
}

TEST_CASE("assets: the API's description is among them, whole") {
  const Asset* const asset = find_asset("/openapi.json");
  REQUIRE(asset != nullptr);
  CHECK(nlohmann::json::accept(asset->bytes));
  CHECK(asset->type == "application/json");
  CHECK_FALSE(asset->brotli.empty());
  CHECK(asset->brotli.size() < asset->bytes.size());
}

TEST_CASE("assets: each has the type of its ending") {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kTypes = {
      {{".js", "text/javascript; charset=utf-8"},
       {".css", "text/css; charset=utf-8"},
       {".svg", "image/svg+xml"}}};
  for (const Asset& asset : embedded_assets())
    for (const auto& [ending, type] : kTypes)
      if (asset.path.ends_with(ending)) CHECK(asset.type == type);
}

TEST_CASE("assets: brotli goes to those who take it") {
  struct Row {
    std::string_view accept;
    bool takes;
  };
  for (const Row& row :
       {Row{"br", true}, Row{"gzip, deflate, br", true}, Row{"gzip, BR;q=0.5", true}, Row{"br;q=0", false},
        Row{"br; q=0.000", false}, Row{"gzip", false}, Row{"", false}, Row{"brotli", false}}) {
    CAPTURE(row.accept);
    CHECK(accepts_brotli(row.accept) == row.takes);
    const auto response = fetch(kPage, {{"accept-encoding", row.accept}});
    CHECK(response.body == (row.takes ? "BR" : "<p>hello</p>"));
    CHECK(value(response, "Content-Encoding") == (row.takes ? "br" : ""));
    CHECK(value(response, "Vary") == "Accept-Encoding");
  }
}

TEST_CASE("assets: who has it already gets 304 without a body") {
  const std::string plain = value(fetch(kPage, {}), "ETag");
  const std::string packed = value(fetch(kPage, {{"accept-encoding", "br"}}), "ETag");
  CHECK(plain != packed);
  for (const std::string& sent : {plain, "W/" + plain, "\"other\", " + plain, std::string("*")}) {
    CAPTURE(sent);
    const auto response = fetch(kPage, {{"if-none-match", sent}});
    CHECK(response.status == 304);
    CHECK(response.body.empty());
    CHECK(value(response, "ETag") == plain);
  }
  CHECK(fetch(kPage, {{"if-none-match", packed}}).status == 200);
}

TEST_CASE("assets: only a name that holds the content's hash is kept for good") {
  CHECK(value(fetch(kHashed, {}), "Cache-Control").find("immutable") != std::string::npos);
  CHECK(value(fetch(kPage, {}), "Cache-Control").find("no-cache") != std::string::npos);
}
