#include "http/json_body.h"

#include "text/utf8.h"

namespace faqbot::http {
namespace {

using Json = nlohmann::json;

constexpr int kMostDepth = 8;

}  // namespace

JsonBody::JsonBody(std::string_view json) {
  bool is_too_deep = false;
  const auto shallow = [&is_too_deep](int depth, Json::parse_event_t /*event*/, Json& /*parsed*/) {
    if (depth > kMostDepth) is_too_deep = true;
    return !is_too_deep;
  };
  object_ = Json::parse(json.begin(), json.end(), shallow, /*allow_exceptions=*/false);
  if (is_too_deep) {
    refuse("The JSON is nested too deep.");
  } else if (object_.is_discarded()) {
    refuse("The body is not JSON in UTF-8.");
  } else if (!object_.is_object()) {
    refuse("The body is not a JSON object.");
  }
  if (refusal_) object_ = Json::object();
}

std::string JsonBody::text(std::string_view name, std::size_t most) {
  return text_or_null(name, most).value_or(std::string());
}

std::string JsonBody::required_text(std::string_view name, std::size_t most) {
  std::string value = text(name, most);
  if (value.find_first_not_of(" \t\r\n") == std::string::npos)
    refuse("Something that must be filled in is empty.");
  return value;
}

std::vector<std::string> JsonBody::texts(std::string_view name, std::size_t count, std::size_t most) {
  std::vector<std::string> all;
  const Json* const value = find(name);
  if (value == nullptr) return all;
  if (!value->is_array() || value->size() > count) {
    refuse("A list is too long, or no list.");
    return all;
  }
  for (const Json& item : *value) {
    const auto* const text = item.get_ptr<const std::string*>();
    if (text == nullptr || text->size() > most || !text::is_valid_utf8(*text)) {
      refuse("An entry of a list is no text, or too long.");
      return {};
    }
    all.push_back(*text);
  }
  return all;
}

bool JsonBody::flag(std::string_view name) {
  const Json* const value = find(name);
  if (value == nullptr) return false;
  if (value->is_boolean()) return value->get<bool>();
  refuse("What should be true or false is neither.");
  return false;
}

std::optional<std::int64_t> JsonBody::whole_number(std::string_view name) {
  const Json* const value = find(name);
  if (value == nullptr) return std::nullopt;
  if (value->is_number_integer()) return value->get<std::int64_t>();
  refuse("What should be a whole number is none.");
  return std::nullopt;
}

std::vector<JsonBody> JsonBody::objects(std::string_view name, std::size_t count) {
  std::vector<JsonBody> all;
  const Json* const value = find(name);
  if (value == nullptr) return all;
  if (!value->is_array() || value->size() > count) {
    refuse("A list is too long, or no list.");
    return all;
  }
  for (const Json& item : *value) {
    if (!item.is_object()) {
      refuse("An entry of a list is no object.");
      return {};
    }
    all.push_back(JsonBody(Part{}, item));
  }
  return all;
}

std::optional<std::string> JsonBody::text_or_null(std::string_view name, std::size_t most) {
  const Json* const value = find(name);
  if (value == nullptr) return std::nullopt;
  const auto* const text = value->get_ptr<const std::string*>();
  if (text == nullptr) {
    refuse("What should be a text is none.");
  } else if (text->size() > most) {
    refusal_ = refusal_.value_or(Refusal{413, "A text is too long."});
  } else if (!text::is_valid_utf8(*text)) {
    refuse("A text holds a NUL character.");
  } else {
    return *text;
  }
  return std::nullopt;
}

void JsonBody::adopt(const JsonBody& part) {
  if (!refusal_) refusal_ = part.refusal_;
}

const nlohmann::json* JsonBody::find(std::string_view name) const {
  const auto at = object_.find(name);
  return at == object_.end() || at->is_null() ? nullptr : &*at;
}

void JsonBody::refuse(std::string_view why) {
  if (!refusal_) refusal_ = Refusal{400, why};
}

}  // namespace faqbot::http
