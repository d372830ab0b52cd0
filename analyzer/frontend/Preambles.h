// Which preamble each unit of a project starts from.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include <llvm/ADT/StringMap.h>

#include "analyzer/frontend/ExtractTu.h"
#include "analyzer/frontend/LeadingIncludes.h"
#include "analyzer/frontend/Preamble.h"

namespace irqlint {

// Units with equal flags share a preamble if they start with the same lines. It is built by the first unit that asks;
// those that ask meanwhile do without rather than wait. Safe to use from several threads.
class Preambles {
 public:
  Preambles(const std::vector<CompileCommand>& commands, const ExtractOptions& options, const FileSystemSource& files,
            unsigned jobs);

  // The preamble for `command`, built if need be; null if it has none, or none yet. It lives as long as this.
  const Preamble* preambleFor(const CompileCommand& command, const ExtractOptions& options,
                              const FileSystemSource& files);

  PreambleStatistics statistics() const;

 private:
  enum class State { NotBuilt, Busy, Ready };
  // What units share: the lines, and the preamble made of them, if it can be made.
  struct Shared {
    std::vector<LeadingLine> lines;
    std::vector<MacroCondition> conditions;  // of all its units
    std::atomic<State> state{State::NotBuilt};
    std::unique_ptr<const Preamble> preamble;
  };
  struct Unit {
    std::string flags;  // all of the command but the source
    LeadingIncludes leading;
  };
  using Key = std::tuple<std::string, std::string, std::vector<std::string>>;

  static Unit read(const CompileCommand& command, const ExtractOptions& options, const FileSystemSource& files);
  static Key keyOf(const CompileCommand& command) { return {command.file, command.directory, command.arguments}; }
  // Gives preambles to the units of `indices`, which have the same flags.
  void share(const std::vector<CompileCommand>& commands, const std::vector<Unit>& units,
             std::vector<std::size_t> indices);

  std::map<Key, std::shared_ptr<Shared>> byUnit_;
  std::atomic<std::size_t> built_{0};
  std::atomic<std::size_t> rejected_{0};
  std::atomic<std::size_t> used_{0};
  std::atomic<std::int64_t> planTime_{0};   // nanoseconds
  std::atomic<std::int64_t> buildTime_{0};  // of all threads
};

}  // namespace irqlint
