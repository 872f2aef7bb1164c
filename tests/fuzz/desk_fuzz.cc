// What staff's browsers send and what they paste: cookies, addresses, bodies, letters, files to be edited.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "desk/grouping.h"
#include "desk/readability.h"
#include "desk/topic_edit.h"
#include "desk/write_files.h"
#include "desk/writer.h"
#include "http/cookie.h"
#include "http/json_body.h"
#include "http/path_pattern.h"
#include "text/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace faqbot;
  const std::string_view input(reinterpret_cast<const char*>(data), size);

  const auto value = http::cookie(input, "faqbot_desk");
  require(value.find(';') == std::string_view::npos);
  if (const auto parts = http::match_path("/api/desk/topics/{group}/{name}", input))
    for (const std::string_view part : *parts)
      require(!part.empty() && part.find('/') == std::string_view::npos);

  http::JsonBody body(input);
  const std::string name = body.required_text("name", 20);
  require(name.size() <= 20 && text::is_valid_utf8(name));
  for (const std::string& item : body.texts("list", 5, 20)) require(item.size() <= 20);
  for (http::JsonBody& part : body.objects("objects", 5)) body.adopt(part);
  require(!name.empty() || body.refusal().has_value());

  require(!desk::may_be_written(input) || input.find("..") == std::string_view::npos);
  if (!text::is_valid_utf8(input)) return 0;
  desk::name_of_writer(input);
  desk::read_ease(input);
  const std::vector<desk::Asked> asked = {{std::string(input), 1}, {"where can i park", 2}};
  std::size_t members = 0;
  for (const desk::Group& group : desk::grouped(asked)) members += group.members.size();
  require(members == asked.size());
  if (const auto edited = desk::with_question(input, "one more")) require(edited->size() > input.size());
  return 0;
}
