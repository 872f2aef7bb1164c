// Where the repository lies that these tests were built from.
#pragma once

#include <filesystem>

namespace faqbot::tests {

std::filesystem::path source_dir();

}  // namespace faqbot::tests
