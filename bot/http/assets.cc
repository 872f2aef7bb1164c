#include "http/assets.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace faqbot::http {
namespace {

// "br;q=0.5" -> {"br", "0.5"}.
std::pair<std::string_view, std::string_view> name_and_weight(std::string_view item) {
  const auto semicolon = item.find(';');
  const auto name = item.substr(0, item.find_first_of(" \t;"));
  if (semicolon == std::string_view::npos) return {name, "1"};
  const auto weight = item.find("q=", semicolon);
  return {name, weight == std::string_view::npos ? "1" : item.substr(weight + 2)};
}

bool is_zero(std::string_view weight) {
  return weight.find_first_not_of("0. \t") == std::string_view::npos;
}

bool names_its_hash(const Asset& asset) {
  return asset.path.find(asset.hash.substr(0, 8)) != std::string_view::npos;
}

bool matches(std::string_view if_none_match, std::string_view etag) {
  const auto items = list_items(if_none_match);
  return std::any_of(items.begin(), items.end(), [&](std::string_view item) {
    if (item.starts_with("W/")) item.remove_prefix(2);
    return item == "*" || item == etag;
  });
}

}  // namespace

const Asset* find_asset(std::string_view path) {
  const auto assets = embedded_assets();
  const auto at =
      std::lower_bound(assets.begin(), assets.end(), path,
                       [](const Asset& asset, std::string_view wanted) { return asset.path < wanted; });
  return at != assets.end() && at->path == path ? &*at : nullptr;
}

Response serve_asset(const Request& request, const Asset& asset) {
  const bool as_brotli = !asset.brotli.empty() && accepts_brotli(request.field("accept-encoding"));
  const std::string etag = '"' + std::string(asset.hash) + (as_brotli ? "-br\"" : "\"");
  Response response;
  response.set("ETag", etag);
  response.set("Cache-Control",
               names_its_hash(asset) ? "public, max-age=31536000, immutable" : "public, no-cache");
  if (!asset.brotli.empty()) response.set("Vary", "Accept-Encoding");
  // A 304 too: what the browser has takes on its fields, and the policy of a page goes by the type.
  response.type = asset.type;
  if (matches(request.field("if-none-match"), etag)) {
    response.status = 304;
    return response;
  }
  response.body = as_brotli ? asset.brotli : asset.bytes;
  if (as_brotli) response.set("Content-Encoding", "br");
  return response;
}

bool accepts_brotli(std::string_view accept_encoding) {
  for (const auto item : list_items(accept_encoding)) {
    const auto [name, weight] = name_and_weight(item);
    if (equal_ignoring_case(name, "br")) return !is_zero(weight);
  }
  return false;
}

}  // namespace faqbot::http
