#include "http/embed_check.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "http/json_writer.h"

namespace faqbot::http {
namespace {

struct Parts {
  std::string_view scheme;
  std::string_view host;  // with the port
  std::string_view rest;  // path, query, fragment
};

bool is_host(std::string_view host) {
  const auto is_allowed_in_host = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == ':' || c == '[' || c == ']';
  };
  return !host.empty() && host.front() != ':' && host.front() != '.' &&
         std::all_of(host.begin(), host.end(), is_allowed_in_host);
}

std::optional<Parts> parts_of(std::string_view address) {
  const auto mark = address.find("://");
  if (mark == std::string_view::npos) return std::nullopt;
  Parts parts;
  parts.scheme = address.substr(0, mark);
  const auto behind = address.substr(mark + 3);
  const auto end = std::min(behind.size(), behind.find_first_of("/?#"));
  parts.host = behind.substr(0, end);
  parts.rest = behind.substr(end);
  const bool is_web = equal_ignoring_case(parts.scheme, "https") || equal_ignoring_case(parts.scheme, "http");
  if (!is_web || !is_host(parts.host)) return std::nullopt;
  return parts;
}

bool is_this_machine(std::string_view host) {
  if (host.starts_with("[::1]")) return true;
  const auto name = host.substr(0, host.find(':'));
  return equal_ignoring_case(name, "localhost") || name == "127.0.0.1" || name.ends_with(".localhost");
}

bool has(std::span<const std::string> list, std::string_view origin) {
  return std::any_of(list.begin(), list.end(),
                     [&](const std::string& one) { return equal_ignoring_case(one, origin); });
}

std::string_view without_www(std::string_view host) {
  return equal_ignoring_case(host.substr(0, 4), "www.") ? host.substr(4) : host;
}

std::string_view without_port(std::string_view host) {
  return host.substr(0, host.rfind(':'));
}

// A listed origin that differs in the scheme, the port or "www." alone: what people mistype.
std::optional<std::string> near_miss(const Parts& asked, const Origins& origins) {
  const auto wanted = without_www(without_port(asked.host));
  for (const knowledge::Partner& partner : origins.partners)
    for (const std::string& listed : partner.origins)
      if (const auto parts = parts_of(listed);
          parts && equal_ignoring_case(without_www(without_port(parts->host)), wanted))
        return listed;
  return std::nullopt;
}

EmbedFault unlisted(const std::string& origin, const Parts& parts, const Origins& origins) {
  if (const auto listed = near_miss(parts, origins))
    return {"origin-differs", "The clinic's list has " + *listed + ", and your page is at " + origin + ".",
            "Show the chat at " + *listed + ", or ask the clinic to add " + origin + " to its list."};
  return {"origin-unknown", origin + " is not on the clinic's list of partners.",
          "Ask the clinic to add " + origin + " to its list (knowledge/partners.yaml)."};
}

std::optional<EmbedFault> partner_fault(std::string_view id, const std::string& origin,
                                        const Origins& origins) {
  const auto& partners = origins.partners;
  const auto at =
      std::find_if(partners.begin(), partners.end(), [&](const knowledge::Partner& p) { return p.id == id; });
  if (at == partners.end())
    return EmbedFault{"partner-unknown", "No partner of the clinic has the id in your snippet.",
                      "Put the id that the clinic gave you into the snippet."};
  if (has(at->origins, origin)) return std::nullopt;
  const bool is_anothers = std::any_of(partners.begin(), partners.end(),
                                       [&](const knowledge::Partner& p) { return has(p.origins, origin); });
  if (!is_anothers) return std::nullopt;
  return EmbedFault{"origin-of-another-partner",
                    origin + " is listed for another partner than the one in your snippet.",
                    "Put the id that the clinic gave you for this address into the snippet."};
}

}  // namespace

std::vector<EmbedFault> embed_faults(std::string_view origin, std::string_view partner,
                                     std::string_view own_host, const Origins& origins) {
  if (origin.empty())
    return {{"origin-missing", "No address of a page was given.",
             "Name it: /embed-check?origin=https://partner.example"}};
  const auto parts = parts_of(origin);
  if (!parts)
    return {{"origin-malformed", "This is no address of a web page.",
             "Write https:// and the host of your page, such as https://partner.example"}};
  const std::string bare = std::string(parts->scheme) + "://" + std::string(parts->host);
  std::vector<EmbedFault> faults;
  if (!parts->rest.empty() && parts->rest != "/")
    faults.push_back({"origin-has-path",
                      "An origin ends with the host: a path behind it is never part of it.",
                      "Write " + bare});
  if (!equal_ignoring_case(parts->scheme, "https") && !is_this_machine(parts->host))
    faults.push_back({"origin-not-https",
                      "The page is not served over https, so others on the way can read what visitors ask.",
                      "Serve the page at https://" + std::string(parts->host)});
  const bool is_own = equal_ignoring_case(parts->host, own_host) || has(origins.own, bare);
  if (!is_own && !is_allowed(bare, origins)) faults.push_back(unlisted(bare, *parts, origins));
  if (!partner.empty())
    if (auto fault = partner_fault(partner, bare, origins)) faults.push_back(*std::move(fault));
  return faults;
}

std::string encode(std::span<const EmbedFault> faults) {
  JsonWriter json;
  json.begin_object();
  json.begin_array("faults");
  for (const EmbedFault& fault : faults) {
    json.begin_object();
    json.text("code", fault.code);
    json.text("text", fault.text);
    json.text("mend", fault.mend);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return std::move(json).take();
}

}  // namespace faqbot::http
