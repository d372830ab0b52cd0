// Reads units, as far as they are not kept from an earlier run.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "analyzer/cache/SummaryCache.h"
#include "analyzer/extract/Extraction.h"
#include "analyzer/frontend/ExtractTu.h"
#include "analyzer/model/CompileCommand.h"
#include "analyzer/support/Digest.h"
#include "analyzer/support/Result.h"
#include "cli/Options.h"

namespace irqlint {

// The units of one run. Units that time out use it for longer than its owner does: it is shared.
class UnitReader : public std::enable_shared_from_this<UnitReader> {
 public:
  // `roots` are those of DriverSet. Fails if the header kit or the fallback headers are not found, or the
  // options of the cache are at fault.
  static Result<std::shared_ptr<UnitReader>> create(const ProjectOptions& options,
                                                    const std::vector<std::string>& roots);

  // Looks for what is kept of units whose inputs are the same, without reading it.
  void lookUp(const std::vector<CompileCommand>& commands);
  // What names the summary of a unit that was looked up or read: a hash of it. None if none is kept.
  std::optional<Digest> nameOf(const CompileCommand& command);
  // The summaries, kept or new. Progress is shown on standard error if that is a terminal.
  Extraction read(const std::vector<CompileCommand>& commands);

  // Null without a cache.
  SummaryCache* cache() { return cache_.get(); }
  // Of the preambles used so far.
  PreambleStatistics preambles() const;

 private:
  explicit UnitReader(const ProjectOptions& options) : jobs_(options.jobs), usePreambles_(options.usePreambles) {}

  Result<TuSummary> extract(const CompileCommand& command, Attempt attempt);
  std::optional<Digest> find(const Digest& key);
  void planPreamblesFor(const std::vector<CompileCommand>& commands);

  const unsigned jobs_;  // 0: as many as there are cores
  const bool usePreambles_;
  ExtractOptions reading_;
  std::shared_ptr<SummaryCache> cache_;
  std::unique_ptr<UnitKeys> keys_;
  std::mutex mutex_;
  std::map<Digest, std::optional<Digest>> names_;  // by the unit's key: none if nothing is kept; guarded
};

}  // namespace irqlint
