#include "analyzer/frontend/Preambles.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <utility>

#include <clang/Basic/Diagnostic.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/ThreadPool.h>
#include <llvm/Support/Threading.h>

#include "analyzer/frontend/UnitSetup.h"
#include "analyzer/support/Containment.h"

namespace irqlint {
namespace {

// To build a preamble costs as much as it saves this many units: parsing it, writing it, loading it.
constexpr double kCostOfBuilding = 1.3;

// Adds the time until it is destroyed to a counter of nanoseconds.
class Timer {
 public:
  explicit Timer(std::atomic<std::int64_t>& sum) : sum_(sum) {}
  ~Timer() { sum_ += std::chrono::nanoseconds(std::chrono::steady_clock::now() - start_).count(); }
  Timer(const Timer&) = delete;
  Timer& operator=(const Timer&) = delete;

 private:
  std::atomic<std::int64_t>& sum_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

// The command as the compiler understands it, without the source.
std::string flagsOf(const clang::CompilerInvocation& invocation) {
  clang::CompilerInvocation flags(invocation);
  flags.getFrontendOpts().Inputs.clear();
  flags.getFrontendOpts().OutputFile.clear();
  flags.getCodeGenOpts().MainFileName.clear();
  std::string text;
  for (const std::string& flag : flags.getCC1CommandLine()) text += flag + '\0';
  return text;
}

std::size_t countIncludes(llvm::ArrayRef<LeadingLine> lines) {
  return static_cast<std::size_t>(llvm::count_if(lines, [](const LeadingLine& line) { return !line.path.empty(); }));
}

bool startsWith(const std::vector<LeadingLine>& lines, llvm::ArrayRef<LeadingLine> prefix) {
  return lines.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), lines.begin());
}

}  // namespace

Preambles::Unit Preambles::read(const CompileCommand& command, const ExtractOptions& options,
                                const FileSystemSource& files) {
  Unit unit;
  const std::string crash = runContained([&] {
    clang::IgnoringDiagConsumer ignore;
    auto compiler = createCompiler(command, options, files(), ignore);
    if (!compiler) return;
    std::string flags = flagsOf((*compiler)->getInvocation());
    unit = {std::move(flags), leadingIncludes(**compiler, options)};
  });
  return crash.empty() ? std::move(unit) : Unit();
}

Preambles::Preambles(const std::vector<CompileCommand>& commands, const ExtractOptions& options,
                     const FileSystemSource& files, unsigned jobs) {
  const Timer timer(planTime_);
  std::vector<Unit> units(commands.size());
  {
    llvm::DefaultThreadPool pool(llvm::hardware_concurrency(jobs));
    for (std::size_t i = 0; i < commands.size(); ++i)
      pool.async([&, i] { units[i] = read(commands[i], options, files); });
    pool.wait();
  }
  std::map<std::string_view, std::vector<std::size_t>> byFlags;
  for (std::size_t i = 0; i < units.size(); ++i)
    if (!units[i].leading.lines.empty()) byFlags[units[i].flags].push_back(i);
  for (auto& [flags, indices] : byFlags) share(commands, units, std::move(indices));
}

void Preambles::share(const std::vector<CompileCommand>& commands, const std::vector<Unit>& units,
                      std::vector<std::size_t> indices) {
  // The more includes a preamble has, the fewer units start with all of them: what saves most is taken until nothing
  // saves anything.
  while (indices.size() > 1) {
    llvm::ArrayRef<LeadingLine> best;
    double mostSaved = 0;
    for (const std::size_t index : indices) {
      const llvm::ArrayRef<LeadingLine> lines = units[index].leading.lines;
      for (std::size_t length = 1; length <= lines.size(); ++length) {
        const llvm::ArrayRef<LeadingLine> prefix = lines.take_front(length);
        if (prefix.back().path.empty()) continue;
        const auto users = static_cast<double>(
            llvm::count_if(indices, [&](std::size_t other) { return startsWith(units[other].leading.lines, prefix); }));
        const double saved = (users - kCostOfBuilding) * static_cast<double>(countIncludes(prefix));
        if (saved > mostSaved) std::tie(mostSaved, best) = std::pair(saved, prefix);
      }
    }
    if (best.empty()) return;
    const auto shared = std::make_shared<Shared>();
    shared->lines = best.vec();
    llvm::erase_if(indices, [&](std::size_t index) {
      const LeadingIncludes& leading = units[index].leading;
      if (!startsWith(leading.lines, shared->lines)) return false;
      llvm::append_range(shared->conditions, leading.conditions);
      byUnit_[keyOf(commands[index])] = shared;
      return true;
    });
    llvm::sort(shared->conditions);
    shared->conditions.erase(std::unique(shared->conditions.begin(), shared->conditions.end()),
                             shared->conditions.end());
  }
}

const Preamble* Preambles::preambleFor(const CompileCommand& command, const ExtractOptions& options,
                                       const FileSystemSource& files) {
  const auto found = byUnit_.find(keyOf(command));
  if (found == byUnit_.end()) return nullptr;
  Shared& shared = *found->second;
  State expected = State::NotBuilt;
  if (shared.state.compare_exchange_strong(expected, State::Busy)) {
    const Timer timer(buildTime_);
    // A crash leaves it without a preamble.
    runContained([&] {
      clang::IgnoringDiagConsumer ignore;
      InputRecorder recorder;
      const auto newCompiler = [&]() -> std::unique_ptr<clang::CompilerInstance> {
        auto compiler = createCompiler(command, options, files(), ignore, &recorder);
        return compiler ? *std::move(compiler) : nullptr;
      };
      auto preamble = buildPreamble(newCompiler, options, shared.lines, shared.conditions);
      if (preamble) preamble->inputs = std::move(recorder);
      shared.preamble = std::move(preamble);
    });
    ++(shared.preamble ? built_ : rejected_);
    shared.state = State::Ready;
  }
  if (shared.state != State::Ready || !shared.preamble) return nullptr;
  ++used_;
  return shared.preamble.get();
}

PreambleStatistics Preambles::statistics() const {
  using std::chrono::nanoseconds;
  return {built_, rejected_, used_, nanoseconds(planTime_), nanoseconds(buildTime_)};
}

}  // namespace irqlint
