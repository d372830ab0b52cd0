// Options that take one of some names.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace irqlint {

template <typename Value>
std::vector<std::string> namesOf(const std::map<std::string, Value>& values) {
  std::vector<std::string> names;
  names.reserve(values.size());
  for (const auto& entry : values) names.push_back(entry.first);
  return names;
}

// An option that takes one of the names of `values`, which must outlive the parse.
template <typename Value>
CLI::Option* addChoice(CLI::App& app, const std::string& name, Value& value, const std::map<std::string, Value>& values,
                       const std::string& help) {
  return app
      .add_option_function<std::string>(
          name, [&value, &values](const std::string& text) { value = values.at(text); }, help)
      ->check(CLI::IsMember(namesOf(values)));
}

}  // namespace irqlint
