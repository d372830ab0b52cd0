#include "cli/DriverList.h"

#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "analyzer/project/Paths.h"
#include "cli/DriverLoading.h"

namespace irqlint {
namespace {

std::string counted(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

class DriverLister {
 public:
  DriverLister(const std::string& sourceRoot, llvm::raw_ostream& out) : sourceRoot_(sourceRoot), out_(out) {}

  void list(const DriverSet& set) {
    std::size_t units = 0;
    for (const Driver& driver : set.drivers) {
      listDriver(driver);
      units += driver.commands.size();
    }
    if (!set.skipped.empty()) out_ << "left out:\n";
    for (const SkippedProject& skipped : set.skipped)
      out_ << "  " << relative(skipped.path) << ": " << skipped.reason << '\n';
    if (!set.problems.empty()) out_ << "problems:\n";
    for (const std::string& problem : set.problems) out_ << "  " << relative(problem) << '\n';
    out_ << counted(set.drivers.size(), "driver") << ", " << counted(units, "unit") << "; "
         << counted(set.skipped.size(), "project") << " left out\n";
  }

 private:
  // What all units have in common is said once, the rest at each of them.
  void listDriver(const Driver& driver) {
    out_ << driver.name << "  " << relative(driver.projectFile) << "  (" << driver.description << ", "
         << counted(driver.commands.size(), "unit") << ")\n";
    std::map<std::string, std::size_t> uses;
    for (const CompileCommand& command : driver.commands)
      for (const std::string& argument : command.arguments) ++uses[argument];
    const auto isShared = [&](const std::string& argument) { return uses[argument] >= driver.commands.size(); };
    if (!driver.commands.empty()) {
      out_ << "  flags:";
      for (const std::string& argument : driver.commands.front().arguments)
        if (isShared(argument)) out_ << ' ' << relative(argument);
      out_ << '\n';
    }
    for (const CompileCommand& command : driver.commands) {
      out_ << "  " << relative(command.file);
      for (const std::string& argument : command.arguments)
        if (!isShared(argument)) out_ << ' ' << relative(argument);
      out_ << '\n';
    }
    for (const std::string& note : driver.notes) out_ << "  note: " << relative(note) << '\n';
  }

  std::string relative(const std::string& text) const { return withRelativePaths(text, sourceRoot_); }

  const std::string& sourceRoot_;
  llvm::raw_ostream& out_;
};

}  // namespace

void listDrivers(const DriverSet& set, const std::string& sourceRoot, llvm::raw_ostream& out) {
  DriverLister(sourceRoot, out).list(set);
}

std::string writeDatabase(const DriverSet& set, const std::string& file) {
  nlohmann::ordered_json entries = nlohmann::ordered_json::array();
  for (const Driver& driver : set.drivers) {
    for (const CompileCommand& command : driver.commands) {
      const bool isCl = command.dialect == CommandDialect::Cl;
      std::vector<std::string> words{isCl ? "clang-cl" : "clang", isCl ? "/c" : "-c"};
      words.insert(words.end(), command.arguments.begin(), command.arguments.end());
      words.push_back("--");
      words.push_back(command.file);
      entries.push_back({{"directory", command.directory}, {"file", command.file}, {"arguments", std::move(words)}});
    }
  }
  std::error_code error;
  llvm::raw_fd_ostream out(file, error);
  if (!error) {
    out << entries.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    out.close();
    error = out.error();
    out.clear_error();
  }
  return error ? "cannot write '" + file + "': " + error.message() : "";
}

}  // namespace irqlint
