#include "analyzer/extract/Extraction.h"

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <numeric>
#include <optional>
#include <thread>
#include <tuple>

#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/thread.h>

#include "analyzer/support/Containment.h"

namespace irqlint {
namespace {

using Clock = std::chrono::steady_clock;
// What the frontend needs for deeply nested code; only touched pages cost memory.
constexpr std::optional<unsigned> kStackSize = 64u << 20;

struct Outcome {
  std::size_t unit = 0;
  std::optional<TuSummary> summary;
  std::string failure;
};

// What units report to. Shared with their threads, so that one that was abandoned can still finish.
struct Mailbox {
  std::mutex mutex;
  std::condition_variable arrived;
  std::deque<Outcome> outcomes;

  void post(Outcome outcome) {
    const std::lock_guard lock(mutex);
    outcomes.push_back(std::move(outcome));
    arrived.notify_one();
  }
};

Outcome attemptUnit(std::size_t unit, const CompileCommand& command, const ExtractTu& extract, Attempt attempt,
                    std::string& crash) {
  Outcome outcome;
  outcome.unit = unit;
  // Lives outside the contained call: a crash unwinds nothing in it.
  std::optional<Result<TuSummary>> result;
  crash = runContained([&] { result.emplace(extract(command, attempt)); });
  if (!crash.empty()) {
    outcome.failure = "crashed (" + crash + ")";
    result.reset();
  } else if (*result) {
    outcome.summary = *std::move(*result);
  } else {
    outcome.failure = result->error().message();
  }
  return outcome;
}

Outcome runUnit(std::size_t unit, const CompileCommand& command, const ExtractTu& extract) {
  std::string crash;
  Outcome outcome = attemptUnit(unit, command, extract, Attempt::Full, crash);
  if (crash.empty()) return outcome;
  std::string secondCrash;
  Outcome second = attemptUnit(unit, command, extract, Attempt::Careful, secondCrash);
  if (!second.summary) return outcome;
  second.summary->problems.push_back(
      {ProblemKind::Unsupported,
       "the compiler crashed (" + crash + ") on this unit; it was read again with fewer guesses",
       SourceLocation{.file = second.summary->files.empty() ? FileId() : FileId(0), .line = 1, .column = 1}});
  return second;
}

// The units by the size of their sources, the biggest first: one that takes long is not left for the end, where it
// would run alone.
std::vector<std::size_t> longestFirst(const std::vector<CompileCommand>& commands) {
  std::vector<std::uint64_t> sizes;
  sizes.reserve(commands.size());
  for (const CompileCommand& command : commands) {
    llvm::SmallString<256> path(command.file);
    llvm::sys::fs::make_absolute(command.directory, path);
    std::uint64_t size = 0;  // what cannot be read fails fast
    if (llvm::sys::fs::file_size(path, size)) size = 0;
    sizes.push_back(size);
  }
  std::vector<std::size_t> order(commands.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return sizes[a] > sizes[b]; });
  return order;
}

// Hands units to threads, at most `jobs` at a time, and collects what becomes of each. All state is the caller's
// thread's.
class Scheduler {
 public:
  Scheduler(std::vector<CompileCommand> commands, const ExtractTu& extract, const ExtractionOptions& options)
      : commands_(std::move(commands)),
        extract_(std::make_shared<const ExtractTu>(extract)),
        options_(options),
        jobs_(options.jobs != 0 ? options.jobs : std::max(1u, std::thread::hardware_concurrency())),
        order_(longestFirst(commands_)) {}

  Extraction run() {
    outcomes_.resize(commands_.size());
    while (next_ < commands_.size() || !running_.empty()) {
      while (running_.size() < jobs_ && next_ < commands_.size()) start(order_[next_++]);
      if (std::optional<Outcome> outcome = waitForOutcome()) {
        if (running_.erase(outcome->unit) != 0) finish(*std::move(outcome));
      } else {
        abandonOverdue();
      }
    }
    return collect();
  }

 private:
  void start(std::size_t unit) {
    running_.emplace(unit, Clock::now() + options_.timeout);
    llvm::thread(kStackSize, [unit, command = commands_[unit], extract = extract_, mailbox = mailbox_] {
      mailbox->post(runUnit(unit, command, *extract));
    }).detach();
  }

  // The next outcome; none when a unit's time is over before one arrives.
  std::optional<Outcome> waitForOutcome() {
    std::unique_lock lock(mailbox_->mutex);
    const auto hasOutcome = [this] { return !mailbox_->outcomes.empty(); };
    if (options_.timeout.count() == 0) {
      mailbox_->arrived.wait(lock, hasOutcome);
    } else {
      const auto first = std::min_element(running_.begin(), running_.end(),
                                          [](const auto& a, const auto& b) { return a.second < b.second; });
      if (!mailbox_->arrived.wait_until(lock, first->second, hasOutcome)) return std::nullopt;
    }
    Outcome outcome = std::move(mailbox_->outcomes.front());
    mailbox_->outcomes.pop_front();
    return outcome;
  }

  void abandonOverdue() {
    const auto now = Clock::now();
    for (auto entry = running_.begin(); entry != running_.end();) {
      if (entry->second > now) {
        ++entry;
        continue;
      }
      Outcome outcome;
      outcome.unit = entry->first;
      const auto seconds = std::chrono::duration<double>(options_.timeout).count();
      outcome.failure = "timed out after " + formatSeconds(seconds) + " s";
      entry = running_.erase(entry);
      abandoned_ = true;
      finish(std::move(outcome));
    }
  }

  static std::string formatSeconds(double seconds) {
    std::string text = std::to_string(seconds);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
  }

  void finish(Outcome outcome) {
    const std::size_t unit = outcome.unit;
    outcomes_[unit] = std::move(outcome);
    ++done_;
    if (options_.onProgress) options_.onProgress(done_, commands_.size(), commands_[unit].file);
  }

  Extraction collect() {
    Extraction extraction;
    extraction.hasAbandonedUnits = abandoned_;
    for (std::size_t unit = 0; unit < outcomes_.size(); ++unit) {
      Outcome& outcome = outcomes_[unit];
      if (outcome.summary) {
        extraction.summaries.push_back(*std::move(outcome.summary));
        extraction.commands.push_back(unit);
      } else {
        extraction.failed.push_back({unit, commands_[unit].file, std::move(outcome.failure)});
      }
    }
    return extraction;
  }

  const std::vector<CompileCommand> commands_;
  const std::shared_ptr<const ExtractTu> extract_;
  const ExtractionOptions& options_;
  const unsigned jobs_;
  const std::shared_ptr<Mailbox> mailbox_ = std::make_shared<Mailbox>();
  const std::vector<std::size_t> order_;  // in which units are started
  std::size_t next_ = 0;                  // in order_
  std::size_t done_ = 0;
  bool abandoned_ = false;
  std::map<std::size_t, Clock::time_point> running_;  // unit -> when its time is over
  std::vector<Outcome> outcomes_;                     // by unit
};

}  // namespace

// By file names.
std::vector<std::size_t> extractionOrder(const std::vector<CompileCommand>& commands) {
  std::vector<std::size_t> order(commands.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto key = [&](std::size_t i) {
    return std::tie(commands[i].file, commands[i].directory, commands[i].arguments);
  };
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  return order;
}

Extraction extractAll(const std::vector<CompileCommand>& commands, const ExtractTu& extract,
                      const ExtractionOptions& options) {
  const std::vector<std::size_t> order = extractionOrder(commands);
  std::vector<CompileCommand> sorted;
  sorted.reserve(order.size());
  for (const std::size_t i : order) sorted.push_back(commands[i]);
  Extraction extraction = Scheduler(std::move(sorted), extract, options).run();
  for (std::size_t& command : extraction.commands) command = order[command];
  for (FailedUnit& unit : extraction.failed) unit.command = order[unit.command];
  return extraction;
}

}  // namespace irqlint
