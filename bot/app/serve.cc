#include "app/serve.h"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

#include "app/config.h"
#include "app/memory.h"
#include "desk/accounts.h"
#include "desk/housekeeping.h"
#include "desk/publisher.h"
#include "engine/live_engine.h"
#include "http/desk_routes.h"
#include "http/routes.h"
#include "http/server.h"
#include "store/open.h"
#include "store/recorder.h"

namespace faqbot::app {
namespace {

// Descriptors that are not connections: standard streams, epoll, the data folder's files.
constexpr std::size_t kOtherDescriptors = 64;

int complain(std::string_view message, int exit_code) {
  std::cerr << "faqbot: " << message << '\n';
  return exit_code;
}

// Blocked in every thread, so that they wait for sigwait() and interrupt nothing.
sigset_t block_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&signals, signal);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  return signals;
}

void log_to_standard_error(const std::string& level) {
  spdlog::set_default_logger(spdlog::stderr_color_mt("faqbot"));
  spdlog::set_level(spdlog::level::from_str(level));
}

// As many connections as are wanted and the system gives descriptors for.
std::size_t affordable(std::size_t connections) {
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur =
      std::min<rlim_t>(limit.rlim_max, std::max<rlim_t>(limit.rlim_cur, connections + kOtherDescriptors));
  setrlimit(RLIMIT_NOFILE, &limit);
  if (limit.rlim_cur >= connections + kOtherDescriptors) return connections;
  const std::size_t fewer =
      std::max<std::size_t>(1, limit.rlim_cur - std::min<rlim_t>(limit.rlim_cur, kOtherDescriptors));
  spdlog::warn("{} connections at most, not {}: the system allows {} open files (ulimit -n)", fewer,
               connections, limit.rlim_cur);
  return fewer;
}

Result<std::vector<http::Key>> keys(const Settings& settings) {
  if (!settings.key.empty()) return http::parse_keys(settings.key, "the key setting");
  if (!settings.key_file.empty()) return http::read_or_make_keys(settings.key_file);
  return http::read_or_make_keys(settings.data / "conversation.key");
}

http::ServerOptions server_options(const Settings& settings) {
  http::ServerOptions options;
  options.threads =
      settings.threads != 0 ? settings.threads : std::max(2U, std::thread::hardware_concurrency());
  options.most_connections = affordable(settings.max_connections);
  options.most_connections_per_client = settings.max_connections_per_client;
  options.trusted_proxies = settings.trusted_proxies;
  return options;
}

http::RouteOptions route_options(const Settings& settings, std::vector<http::Key> keys) {
  http::RouteOptions options;
  options.keys = std::move(keys);
  options.own_origins = settings.allow_origins;
  options.trusted_proxies = settings.trusted_proxies;
  options.rate.per_second = settings.rate;
  options.rate.burst = settings.burst;
  return options;
}

desk::HousekeepingOptions housekeeping_options(const Settings& settings) {
  desk::HousekeepingOptions options;
  options.retention = {std::chrono::days(settings.keep_wordings), std::chrono::days(settings.keep_enquiries)};
  options.complain = [](const Error& error) { spdlog::error("front desk: {}", error.message); };
  return options;
}

void reload(LiveEngine& engine) {
  const auto version = engine.reload();
  give_back_memory();
  if (version)
    spdlog::info("knowledge reloaded: version {}", *version);
  else
    spdlog::error("knowledge not reloaded, the old one goes on serving:\n{}", version.error().message);
}

void obey_until_told_to_stop(const sigset_t& signals, LiveEngine& engine) {
  for (;;) {
    int signal = 0;
    sigwait(&signals, &signal);
    if (signal != SIGHUP) return;
    reload(engine);
  }
}

int serve(const Settings& settings) {
  log_to_standard_error(settings.log_level);
  const sigset_t signals = block_signals();
  auto secret = keys(settings);
  if (!secret) return complain(secret.error().message, 1);
  auto records = store::open(store_url(settings), store::Missing::kMake);
  if (!records) return complain(records.error().message, 1);
  store::Store& visitors = (*records)->visitors();
  store::Recorder recorder(visitors, {.complain = [](const Error& error) {
                             spdlog::error("questions not kept: {}", error.message);
                           }});
  http::Routes routes(route_options(settings, *std::move(secret)));
  routes.keep(visitors, recorder);
  std::unique_ptr<LiveEngine> engine;
  http::Server server(server_options(settings),
                      [&](const http::Request& request) { return routes.handle(request); });
  routes.set_connection_counts([&] { return server.counts(); });

  auto endpoint = http::Endpoint::parse(settings.listen);
  if (!endpoint) return complain(endpoint.error().message, 2);
  // It listens before the matcher is trained: /healthz answers at once, /readyz when it is true.
  const auto port = server.start(*endpoint);
  if (!port) return complain(port.error().message, 1);
  auto opened = LiveEngine::open(settings.knowledge);
  if (!opened) return complain("the knowledge cannot be served:\n" + opened.error().message, 1);
  engine = *std::move(opened);
  give_back_memory();
  desk::Accounts accounts(**records);
  desk::Publisher publisher(*engine, settings.knowledge, **records);
  http::DeskRoutes desk({*engine, **records, accounts, publisher, settings.trusted_proxies});
  const http::PartnerRoutes partners(**records);
  routes.serve(*engine);
  routes.open_desk(desk);
  routes.open_partners(partners);
  const desk::Housekeeping housekeeping(publisher, **records, housekeeping_options(settings));

  endpoint->port = *port;
  std::cout << "faqbot is ready: " << endpoint->url() << std::endl;
  obey_until_told_to_stop(signals, *engine);
  spdlog::info("stopping");
  routes.retire();
  server.stop();
  return 0;
}

int serve(const std::map<std::string, std::string>& flags) {
  const auto settings = read_settings(flags, process_environment());
  if (!settings) return complain(settings.error().message, 2);
  return serve(*settings);
}

}  // namespace

void add_serve(CLI::App& app, int& exit_code) {
  CLI::App* const command = app.add_subcommand("serve", "Answers on HTTP: the widget, its pages and its API");
  const auto values = std::make_shared<std::map<std::string, std::string>>();
  command
      ->add_option("--config", (*values)["config"],
                   "YAML file with these settings, by the same names (FAQBOT_CONFIG)")
      ->type_name("FILE");
  for (const Setting& setting : all_settings()) {
    if (!setting.is_flag) continue;
    const std::string name(setting.name);
    command->add_option("--" + name, (*values)[name],
                        std::string(setting.help) + " (" + environment_name(name) + ")");
  }
  command->callback([values, command, &exit_code] {
    std::map<std::string, std::string> given;
    for (const auto& [name, value] : *values)
      if (command->count("--" + name) > 0) given[name] = value;
    exit_code = serve(given);
  });
}

}  // namespace faqbot::app
