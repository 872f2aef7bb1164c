// The settings of `faqbot serve`: command line, then environment, then file, then default.
//
// Every setting has one name in all of them: --max-connections, FAQBOT_MAX_CONNECTIONS,
// and `max-connections:` in the configuration file, a flat YAML mapping. Lists
// are separated by commas, or YAML lists.
//
// Thread safety: pure functions over the environment and the file system.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "http/address.h"

namespace faqbot::app {

struct Settings {
  std::string listen = "127.0.0.1:8080";
  std::filesystem::path knowledge;
  std::filesystem::path data;      // what the service keeps: its key and its store
  std::string store;               // URL; empty: the file "faqbot.db" in `data`
  std::filesystem::path key_file;  // empty: "conversation.key" in `data`
  std::string key;                 // the keys themselves, one a line; empty: from key_file
  int keep_wordings = 90;          // days
  int keep_enquiries = 365;        // days
  unsigned threads = 0;            // 0: one for each core, two at least
  std::size_t max_connections = 10'000;
  std::size_t max_connections_per_client = 4'000;
  double rate = 2.0;    // questions a second and visitor; 0: no limit
  double burst = 60.0;  // in one go
  std::vector<http::Network> trusted_proxies;
  std::vector<std::string> allow_origins;
  std::string log_level = "info";
};

struct Setting {
  std::string_view name;  // "max-connections"
  std::string_view help;
  bool is_flag = true;  // false: a secret, which a command line would show to everybody on the machine
  // The error names what is expected.
  std::optional<std::string> (*apply)(Settings& to, std::string_view value) = nullptr;
};

// The URL of the store that these settings lead to.
std::string store_url(const Settings& settings);

std::span<const Setting> all_settings();

// The value of an environment variable, or nothing.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;
Environment process_environment();

// `flags`: what was given on the command line, by name; "config" names the file.
// Errors: an unknown key of the file, a value that cannot be used; each with where it stands.
Result<Settings> read_settings(const std::map<std::string, std::string>& flags,
                               const Environment& environment);

// "max-connections" -> "FAQBOT_MAX_CONNECTIONS".
std::string environment_name(std::string_view setting);

// The repository's own folder where the program was built in one, else `knowledge` beside the program.
std::filesystem::path default_knowledge_folder();

}  // namespace faqbot::app
