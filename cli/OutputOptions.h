// Where a command reports to, and in which formats.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/Choices.h"
#include "cli/Options.h"

namespace irqlint {

using FormatNames = std::map<std::string, ReportFormat>;

// Reads --format and -o in the order in which they were given.
class OutputOptions {
 public:
  // The formats there are; they must outlive this.
  explicit OutputOptions(const FormatNames& known) : known_(known) {}

  void addTo(CLI::App& app);
  // After the parse. `textByDefault`: a text goes to standard output where nothing else is asked for.
  std::vector<Output> read(const CLI::App& app, bool textByDefault) const;

 private:
  const FormatNames& known_;
  std::vector<std::string> formats_;
  std::vector<std::string> files_;
  bool quiet_ = false;
  CLI::Option* formatOption_ = nullptr;
  CLI::Option* fileOption_ = nullptr;
};

}  // namespace irqlint
