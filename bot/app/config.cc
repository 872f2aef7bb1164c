#include "app/config.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

#include "http/endpoint.h"
#include "http/exchange.h"
#include "store/open.h"

namespace faqbot::app {
namespace {

using Problem = std::optional<std::string>;

constexpr std::size_t kMostThreads = 256;
constexpr std::size_t kMostConnections = 1'000'000;
constexpr double kMostPerSecond = 1e6;
constexpr std::string_view kLoopback = "127.0.0.0/8, ::1";

template <typename Number>
Problem number(Number& to, std::string_view value, Number least, Number most) {
  Number read{};
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), read);
  const bool is_number = error == std::errc() && end == value.data() + value.size();
  // Written so that "not a number" fails too.
  if (!is_number || !(read >= least && read <= most))
    return "expects a number from " + std::to_string(least) + " to " + std::to_string(most);
  to = read;
  return std::nullopt;
}

Problem listen(Settings& to, std::string_view value) {
  const auto endpoint = http::Endpoint::parse(value);
  if (!endpoint) return endpoint.error().message;
  to.listen = value;
  return std::nullopt;
}

Problem knowledge(Settings& to, std::string_view value) {
  to.knowledge = value;
  return std::nullopt;
}

Problem data(Settings& to, std::string_view value) {
  to.data = value;
  return std::nullopt;
}

Problem store(Settings& to, std::string_view value) {
  if (!store::is_store_url(value)) return "expects sqlite:PATH, postgresql://…, or memory: to keep nothing";
  to.store = value;
  return std::nullopt;
}

Problem key_file(Settings& to, std::string_view value) {
  to.key_file = value;
  return std::nullopt;
}

Problem key(Settings& to, std::string_view value) {
  to.key = value;
  std::replace(to.key.begin(), to.key.end(), ',', '\n');
  return std::nullopt;
}

Problem threads(Settings& to, std::string_view value) {
  return number(to.threads, value, 0U, static_cast<unsigned>(kMostThreads));
}

Problem max_connections(Settings& to, std::string_view value) {
  return number(to.max_connections, value, std::size_t{1}, kMostConnections);
}

Problem max_connections_per_client(Settings& to, std::string_view value) {
  return number(to.max_connections_per_client, value, std::size_t{1}, kMostConnections);
}

constexpr int kMostDays = 3650;

Problem keep_wordings(Settings& to, std::string_view value) {
  return number(to.keep_wordings, value, 1, kMostDays);
}

Problem keep_enquiries(Settings& to, std::string_view value) {
  return number(to.keep_enquiries, value, 1, kMostDays);
}

Problem rate(Settings& to, std::string_view value) {
  return number(to.rate, value, 0.0, kMostPerSecond);
}

Problem burst(Settings& to, std::string_view value) {
  return number(to.burst, value, 1.0, kMostPerSecond);
}

Problem trusted_proxies(Settings& to, std::string_view value) {
  to.trusted_proxies.clear();
  for (const auto item : http::list_items(value)) {
    const auto network = http::Network::parse(item);
    if (!network)
      return "expects addresses or networks such as 10.0.0.0/8, not \"" + std::string(item) + "\"";
    to.trusted_proxies.push_back(*network);
  }
  return std::nullopt;
}

Problem allow_origins(Settings& to, std::string_view value) {
  to.allow_origins.clear();
  for (const auto item : http::list_items(value)) {
    const auto scheme = item.find("://");
    if (scheme == std::string_view::npos || item.find('/', scheme + 3) != std::string_view::npos)
      return "expects origins such as https://www.clinic.example, without a path, not \"" +
             std::string(item) + "\"";
    to.allow_origins.emplace_back(item);
  }
  return std::nullopt;
}

Problem log_level(Settings& to, std::string_view value) {
  constexpr std::array<std::string_view, 5> kLevels = {"debug", "info", "warn", "error", "off"};
  if (std::find(kLevels.begin(), kLevels.end(), value) == kLevels.end())
    return "expects debug, info, warn, error or off";
  to.log_level = value;
  return std::nullopt;
}

constexpr std::array<Setting, 16> kSettings = {{
    {"listen", "HOST:PORT to answer at; port 0 takes any free one [127.0.0.1:8080]", true, listen},
    {"knowledge", "folder of the answers", true, knowledge},
    {"data", "folder for what the service keeps: its key and its store [$XDG_DATA_HOME/faqbot]", true, data},
    {"store",
     "where enquiries and questions are kept: sqlite:PATH, postgresql://USER@HOST/DATABASE for several "
     "replicas (a password: PGPASSFILE or FAQBOT_STORE), or memory: to forget them [sqlite:faqbot.db in the "
     "data folder]",
     true, store},
    {"key-file",
     "file with the key that seals conversations, shared by replicas; made if it is not there "
     "[conversation.key in the data folder]",
     true, key_file},
    {"key", "the key itself, 64 hexadecimal digits", false, key},
    {"threads", "threads that answer; 0: one for each core, two at least [0]", true, threads},
    {"max-connections", "open connections [10000]", true, max_connections},
    {"max-connections-per-client", "of these, for one address [4000]", true, max_connections_per_client},
    {"keep-wordings", "days for which visitors' unanswered words are kept [90]", true, keep_wordings},
    {"keep-enquiries", "days for which enquiries are kept [365]", true, keep_enquiries},
    {"rate", "questions a second that a visitor may go on asking; 0: no limit [2]", true, rate},
    {"burst", "questions that a visitor may ask at once [60]", true, burst},
    {"trusted-proxies",
     "whose X-Forwarded-For is believed, and who are not limited themselves [127.0.0.0/8, ::1]", true,
     trusted_proxies},
    {"allow-origins", "the clinic's other sites that embed the widget, besides its partners", true,
     allow_origins},
    {"log-level", "debug, info, warn, error or off [info]", true, log_level},
}};

std::optional<std::string> text_of(const YAML::Node& node) {
  if (node.IsScalar()) return node.Scalar();
  if (!node.IsSequence()) return std::nullopt;
  std::string joined;
  for (const auto& item : node) {
    if (!item.IsScalar()) return std::nullopt;
    joined += (joined.empty() ? "" : ",") + item.Scalar();
  }
  return joined;
}

const Setting* find(std::string_view name) {
  const auto* const at =
      std::find_if(kSettings.begin(), kSettings.end(), [&](const Setting& s) { return s.name == name; });
  return at == kSettings.end() ? nullptr : &*at;
}

Problem apply_entry(Settings& to, const std::string& file, const YAML::Node& key, const YAML::Node& value) {
  const std::string where = file + ":" + std::to_string(key.Mark().line + 1) + ": ";
  const std::string name = key.IsScalar() ? key.Scalar() : std::string();
  const Setting* const setting = find(name);
  if (setting == nullptr)
    return where + "no setting is called \"" + name + "\"; `faqbot serve --help` lists them";
  const auto text = text_of(value);
  if (!text) return where + name + " expects one value, or a list of values";
  const auto problem = setting->apply(to, *text);
  return problem ? where + name + " " + *problem : Problem();
}

Problem apply_file(Settings& to, const std::string& file) {
  try {
    const YAML::Node root = YAML::LoadFile(file);
    if (root.IsNull()) return std::nullopt;
    if (!root.IsMap()) return file + ": expects lines of the form `listen: 127.0.0.1:8080`";
    for (const auto& entry : root)
      if (auto problem = apply_entry(to, file, entry.first, entry.second)) return problem;
  } catch (const YAML::BadFile&) {
    return file + ": cannot be read; name the configuration with --config FILE";
  } catch (const YAML::Exception& error) {
    return file + ":" + std::to_string(error.mark.line + 1) + ": is not YAML: " + error.msg;
  }
  return std::nullopt;
}

std::filesystem::path default_data_folder(const Environment& environment) {
  if (const auto xdg = environment("XDG_DATA_HOME"); xdg && !xdg->empty())
    return std::filesystem::path(*xdg) / "faqbot";
  if (const auto home = environment("HOME"); home && !home->empty())
    return std::filesystem::path(*home) / ".local/share/faqbot";
  return "/var/lib/faqbot";
}

Settings defaults(const Environment& environment) {
  Settings settings;
  settings.knowledge = default_knowledge_folder();
  settings.data = default_data_folder(environment);
  trusted_proxies(settings, kLoopback);
  return settings;
}

}  // namespace

std::string store_url(const Settings& settings) {
  return settings.store.empty() ? "sqlite:" + (settings.data / "faqbot.db").string() : settings.store;
}

std::span<const Setting> all_settings() {
  return kSettings;
}

Environment process_environment() {
  return [](const std::string& name) -> std::optional<std::string> {
    const char* const value = std::getenv(name.c_str());
    if (value == nullptr) return std::nullopt;
    return value;
  };
}

Result<Settings> read_settings(const std::map<std::string, std::string>& flags,
                               const Environment& environment) {
  Settings settings = defaults(environment);
  const auto flagged_file = flags.find("config");
  const auto file =
      flagged_file != flags.end() ? flagged_file->second : environment("FAQBOT_CONFIG").value_or("");
  if (!file.empty())
    if (const auto problem = apply_file(settings, file)) return Error{*problem};
  for (const Setting& setting : kSettings) {
    const auto value = environment(environment_name(setting.name));
    if (!value) continue;
    if (const auto problem = setting.apply(settings, *value))
      return Error{environment_name(setting.name) + " " + *problem};
  }
  for (const auto& [name, value] : flags) {
    const Setting* const setting = find(name);
    if (setting == nullptr) continue;
    if (const auto problem = setting->apply(settings, value)) return Error{"--" + name + " " + *problem};
  }
  return settings;
}

std::string environment_name(std::string_view setting) {
  std::string name = "FAQBOT_" + std::string(setting);
  for (char& c : name) {
    if (c == '-') c = '_';
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return name;
}

std::filesystem::path default_knowledge_folder() {
  std::error_code error;
  std::filesystem::path built_in = FAQBOT_KNOWLEDGE_DIR;
  if (std::filesystem::is_directory(built_in, error)) return built_in;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? std::filesystem::path("knowledge") : program.parent_path() / "knowledge";
}

}  // namespace faqbot::app
