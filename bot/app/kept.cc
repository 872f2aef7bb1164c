// `faqbot enquiries` and `faqbot unanswered`: what visitors left, a JSON object on each line, newest first.

#include <array>
#include <ctime>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "app/commands.h"
#include "app/config.h"
#include "http/json_writer.h"
#include "store/open.h"

namespace faqbot::app {
namespace {

constexpr std::size_t kMost = 100;

struct Options {
  std::map<std::string, std::string> given;  // as `serve` takes them
  std::size_t most = kMost;
};

using Print = std::function<std::optional<Error>(store::Store&, std::size_t most)>;

std::string iso(store::Time time) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

std::string_view name_of(store::Unanswered::Why why) {
  switch (why) {
    case store::Unanswered::Why::kUnknown:
      return "unknown";
    case store::Unanswered::Why::kNoneOfThese:
      return "none of these";
    case store::Unanswered::Why::kNotHelpful:
      return "not helpful";
  }
  return "unknown";
}

std::optional<Error> print_enquiries(store::Store& store, std::size_t most) {
  const auto all = store.enquiries(most);
  if (!all) return all.error();
  for (const auto& [reference, enquiry] : *all) {
    http::JsonWriter json;
    json.begin_object();
    json.text("reference", reference);
    json.text("received", iso(enquiry.received));
    json.text("name", enquiry.name);
    json.text("contact", enquiry.contact);
    json.text("message", enquiry.message);
    json.end_object();
    std::cout << std::move(json).take() << '\n';
  }
  return std::nullopt;
}

std::optional<Error> print_unanswered(store::Store& store, std::size_t most) {
  const auto all = store.unanswered(most);
  if (!all) return all.error();
  for (const store::Unanswered& one : *all) {
    http::JsonWriter json;
    json.begin_object();
    json.text("asked", iso(one.asked));
    json.text("why", name_of(one.why));
    json.text("wording", one.wording.text());
    json.text("comment", one.comment.text());
    json.begin_array("topics");
    for (const std::string& topic : one.topics) json.text(topic);
    json.end_array();
    json.text("partner", one.partner);
    json.end_object();
    std::cout << std::move(json).take() << '\n';
  }
  return std::nullopt;
}

int run(const Options& options, const Print& print) {
  const auto complain = [](const Error& error, int exit_code) {
    std::cerr << "faqbot: " << error.message << '\n';
    return exit_code;
  };
  const auto settings = read_settings(options.given, process_environment());
  if (!settings) return complain(settings.error(), kWrongUsage);
  const auto records = store::open(store_url(*settings), store::Missing::kIsAnError);
  if (!records) return complain(records.error(), kProblems);
  const auto error = print((*records)->visitors(), options.most);
  return error ? complain(*error, kProblems) : kGood;
}

void add(CLI::App& app, const std::string& name, const std::string& what, Print print, int& exit_code) {
  CLI::App* const command = app.add_subcommand(name, what);
  const auto options = std::make_shared<Options>();
  for (const char* setting : {"store", "data", "config"})
    command->add_option_function<std::string>(
        std::string("--") + setting,
        [options, setting](const std::string& value) { options->given[setting] = value; },
        "As for faqbot serve (" + environment_name(setting) + ")");
  command->add_option("--most", options->most, "How many")->capture_default_str();
  command->callback([options, print = std::move(print), &exit_code] { exit_code = run(*options, print); });
}

}  // namespace

void add_kept(CLI::App& app, int& exit_code) {
  add(app, "enquiries", "What visitors left for the front desk, newest first", print_enquiries, exit_code);
  add(app, "unanswered", "What visitors asked and got no good answer to, newest first", print_unanswered,
      exit_code);
}

}  // namespace faqbot::app
