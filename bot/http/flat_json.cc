#include "http/flat_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "http/exchange.h"

namespace faqbot::http {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostDepth = 8;

// What lies deeper than the outermost object belongs to names we do not know. Stops at the first fault.
class FlatReader final : public Json::json_sax_t {
 public:
  FlatReader(std::span<const FlatField> fields, std::string_view wrong_kind)
      : fields_(fields), wrong_kind_(wrong_kind) {}

  const Refusal& refusal() const { return refusal_; }

  bool key(std::string& name) override {
    if (depth_ > 1) return true;
    if (!seen_.insert(name).second) return refuse("A name stands twice in the object.");
    const auto at = std::find_if(fields_.begin(), fields_.end(),
                                 [&](const FlatField& field) { return field.name == name; });
    field_ = at == fields_.end() ? nullptr : &*at;
    return true;
  }
  bool string(std::string& value) override {
    if (depth_ != 1 || field_ == nullptr) return other();
    auto* const* const to = std::get_if<std::string*>(&field_->to);
    if (to == nullptr) return other();
    **to = std::move(value);
    return true;
  }
  bool boolean(bool value) override {
    if (depth_ != 1 || field_ == nullptr) return other();
    auto* const* const to = std::get_if<std::optional<bool>*>(&field_->to);
    if (to == nullptr) return other();
    **to = value;
    return true;
  }
  bool null() override {
    field_ = nullptr;
    return other();
  }
  bool start_object(std::size_t /*size*/) override { return deeper(); }
  bool start_array(std::size_t /*size*/) override { return depth_ == 0 ? not_an_object() : deeper(); }
  bool end_object() override { return shallower(); }
  bool end_array() override { return shallower(); }
  bool number_integer(Json::number_integer_t /*value*/) override { return other(); }
  bool number_unsigned(Json::number_unsigned_t /*value*/) override { return other(); }
  bool number_float(Json::number_float_t /*value*/, const std::string& /*text*/) override { return other(); }
  bool binary(Json::binary_t& /*value*/) override { return other(); }
  bool parse_error(std::size_t /*at*/, const std::string& /*token*/,
                   const nlohmann::detail::exception& /*why*/) override {
    return refuse("The body is not JSON in UTF-8.");
  }

 private:
  bool refuse(std::string_view why) {
    refusal_ = {400, why};
    return false;
  }
  bool not_an_object() { return refuse("The body is not a JSON object."); }
  bool other() {
    if (depth_ == 0) return not_an_object();
    if (depth_ == 1 && field_ != nullptr) return refuse(wrong_kind_);
    return true;
  }
  bool deeper() {
    if (depth_ == 1 && field_ != nullptr) return refuse(wrong_kind_);
    if (++depth_ > kMostDepth) return refuse("The JSON is nested too deep.");
    return true;
  }
  bool shallower() {
    --depth_;
    return true;
  }

  const std::span<const FlatField> fields_;
  const std::string_view wrong_kind_;
  Refusal refusal_;
  std::size_t depth_ = 0;
  const FlatField* field_ = nullptr;  // whose value comes next in the outermost object
  std::set<std::string> seen_;
};

}  // namespace

std::optional<Refusal> read_flat(std::string_view json, std::span<const FlatField> fields,
                                 std::string_view wrong_kind) {
  FlatReader reader(fields, wrong_kind);
  if (Json::sax_parse(json.begin(), json.end(), &reader)) return std::nullopt;
  return reader.refusal();
}

bool is_json(std::string_view content_type) {
  const auto type = content_type.substr(0, content_type.find_first_of("; \t"));
  return equal_ignoring_case(type, "application/json");
}

}  // namespace faqbot::http
