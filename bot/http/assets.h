// The widget and the pages: files that lie in the program itself.
//
// The build embeds every file of a folder, with a brotli twin where that is
// smaller (cmake/embed_assets.cmake).
//
// Thread safety: immutable.
#pragma once

#include <span>
#include <string_view>

#include "http/exchange.h"

namespace faqbot::http {

struct Asset {
  // "/widget.js"; "/" for index.html, "/x" for x.html. Without the first slash what no address reaches:
  // templates and the pages of errors.
  std::string_view path;
  std::string_view type;
  std::string_view bytes;
  std::string_view brotli;  // empty where it would not be smaller
  std::string_view hash;    // of the bytes, 16 hexadecimal digits
};

// Sorted by path. Defined by the build.
std::span<const Asset> embedded_assets();

// The embedded file of that path, or nullptr. Cost: O(log files).
const Asset* find_asset(std::string_view path);

// 200 or 304, in the encoding that the client prefers. A file whose name holds the first 8 digits of its own
// hash is kept by browsers for a year; all else is asked for again each time, since it may name such files.
Response serve_asset(const Request& request, const Asset& asset);

// True where an Accept-Encoding field allows brotli: "gzip, br;q=0.8" does, "br;q=0" does not.
bool accepts_brotli(std::string_view accept_encoding);

}  // namespace faqbot::http
