#include "app/figures.h"

#include <fstream>
#include <iomanip>
#include <iostream>
#include <sstream>

#include "app/commands.h"

namespace faqbot::app {
namespace {

using nlohmann::ordered_json;

void print(const ordered_json& figures, int indent = 0) {
  for (const auto& [name, value] : figures.items()) {
    std::cout << std::string(static_cast<std::size_t>(indent), ' ') << std::left << std::setw(28 - indent)
              << name;
    if (value.is_object()) {
      std::cout << '\n';
      print(value, indent + 2);
    } else if (value.is_array()) {
      std::cout << '\n';
      for (const auto& row : value) std::cout << "  " << row.dump() << '\n';
    } else if (value.is_number_float()) {
      std::cout << std::fixed << std::setprecision(4) << value.get<double>() << '\n';
    } else {
      std::cout << value << '\n';
    }
  }
}

}  // namespace

int fail(const std::string& what) {
  std::cerr << "faqbot eval: " << what << '\n';
  return kProblems;
}

Result<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{path + ": cannot be read; check the path"};
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

void report(const ordered_json& figures, bool json) {
  if (json) {
    std::cout << figures.dump(2) << '\n';
  } else {
    print(figures);
  }
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : "|") + part;
  return text;
}

}  // namespace faqbot::app
