#include "http/assets.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace faqbot::http {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 13> kTypes = {{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".webp", "image/webp"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
    {".xml", "application/xml"},
    {".webmanifest", "application/manifest+json"},
}};

// "br;q=0.5" -> {"br", "0.5"}.
std::pair<std::string_view, std::string_view> name_and_weight(std::string_view item) {
  const auto semicolon = item.find(';');
  const auto name = item.substr(0, item.find_first_of(" \t;"));
  if (semicolon == std::string_view::npos) return {name, "1"};
  const auto weight = item.find("q=", semicolon);
  return {name, weight == std::string_view::npos ? "1" : item.substr(weight + 2)};
}

bool is_zero(std::string_view weight) { return weight.find_first_not_of("0. \t") == std::string_view::npos; }

bool names_its_hash(const Asset& asset) { return asset.path.find(asset.hash.substr(0, 8)) != std::string_view::npos; }

std::string_view lifetime(const Asset& asset) {
  if (names_its_hash(asset)) return "public, max-age=31536000, immutable";
  const auto type = media_type_of(asset.path);
  const bool is_fresh_each_time = type.starts_with("text/html") || type == "application/json";
  return is_fresh_each_time ? "public, no-cache" : "public, max-age=300, stale-while-revalidate=86400";
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
  const auto at = std::lower_bound(assets.begin(), assets.end(), path,
                                   [](const Asset& asset, std::string_view wanted) { return asset.path < wanted; });
  return at != assets.end() && at->path == path ? &*at : nullptr;
}

Response serve_asset(const Request& request, const Asset& asset) {
  const bool as_brotli = !asset.brotli.empty() && accepts_brotli(request.field("accept-encoding"));
  const std::string etag = '"' + std::string(asset.hash) + (as_brotli ? "-br\"" : "\"");
  Response response;
  response.set("ETag", etag);
  response.set("Cache-Control", std::string(lifetime(asset)));
  if (!asset.brotli.empty()) response.set("Vary", "Accept-Encoding");
  if (matches(request.field("if-none-match"), etag)) {
    response.status = 304;
    return response;
  }
  response.type = media_type_of(asset.path);
  response.body = as_brotli ? asset.brotli : asset.bytes;
  if (as_brotli) response.set("Content-Encoding", "br");
  return response;
}

std::string_view media_type_of(std::string_view path) {
  if (path == "/") return kTypes.front().second;
  const auto at = std::find_if(kTypes.begin(), kTypes.end(), [&](const auto& t) { return path.ends_with(t.first); });
  return at == kTypes.end() ? std::string_view("application/octet-stream") : at->second;
}

bool accepts_brotli(std::string_view accept_encoding) {
  for (const auto item : list_items(accept_encoding)) {
    const auto [name, weight] = name_and_weight(item);
    if (equal_ignoring_case(name, "br")) return !is_zero(weight);
  }
  return false;
}

}  // namespace faqbot::http
