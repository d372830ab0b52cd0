// How the time and memory of what comes after reading grow with the code.
//
// Takes all drivers it is given as one program, and that program 2, 4, 8 times over, each time under other names. Each
// pass runs over each of these; shown are its processor time, by how much its memory rises while it runs, and the
// exponent of its growth: the slope of a line through the logarithms of size and time, 1 for what is linear.
#include <algorithm>
#include <cmath>
#include <ctime>
#include <exception>
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include <llvm/ADT/STLExtras.h>
#include <llvm/Support/Format.h>
#include <llvm/Support/JSON.h>
#include <llvm/Support/raw_ostream.h>
#include <CLI/CLI.hpp>

#include "analyzer/dataflow/AllocationUses.h"
#include "analyzer/dataflow/IrqlAnalysis.h"
#include "analyzer/dataflow/Partition.h"
#include "analyzer/ddi/DdiDatabase.h"
#include "analyzer/link/PointsTo.h"
#include "cli/Pipeline.h"
#include "tests/bench/Renamed.h"

namespace irqlint {
namespace {

struct Settings {
  ProjectOptions project;
  std::vector<unsigned> copies{1, 2, 4, 8};
  std::string json;
  double maximumExponent = 0;  // 0: any
};

struct Cost {
  double seconds = 0;
  double mebibytes = 0;
};

struct Size {
  unsigned copies = 0;
  std::size_t functions = 0;  // with a body
  std::uint32_t lines = 0;
};

// A pass and what it cost, by size.
struct Pass {
  std::string name;
  std::vector<Cost> costs;
};

// A figure in /proc/self/status, in MiB; 0 where there is none.
double processMemory(const std::string& name) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(name + ":")) return std::stod(line.substr(name.size() + 1)) / 1024;
  }
  return 0;
}

class Measurement {
 public:
  explicit Measurement(std::vector<Pass>& passes) : passes_(passes) {}

  template <typename Run>
  auto run(const std::string& name, Run pass) {
    std::ofstream("/proc/self/clear_refs") << 5;  // the peak is what is used now
    const double before = processMemory("VmRSS");
    const std::clock_t start = std::clock();
    auto result = pass();
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    passOf(name).costs.push_back({seconds, processMemory("VmHWM") - before});
    return result;
  }

 private:
  Pass& passOf(const std::string& name) {
    const auto known = llvm::find_if(passes_, [&](const Pass& pass) { return pass.name == name; });
    return known != passes_.end() ? *known : passes_.emplace_back(Pass{name, {}});
  }

  std::vector<Pass>& passes_;
};

// Drivers have names in common that are not the same: each gets names of its own.
std::vector<TuSummary> asOneProgram(const std::vector<DriverUnits>& drivers, unsigned copies) {
  std::vector<TuSummary> units;
  for (unsigned copy = 0; copy < copies; ++copy) {
    for (std::size_t driver = 0; driver < drivers.size(); ++driver) {
      const std::string suffix = "#" + std::to_string(driver) + "." + std::to_string(copy);
      for (const TuSummary& unit : drivers[driver].summaries) units.push_back(renamed(unit, suffix));
    }
  }
  return units;
}

Size measure(const std::vector<DriverUnits>& drivers, unsigned copies, const DdiDatabase& ddi,
             std::vector<Pass>& passes) {
  constexpr AnalysisOptions kAsIfResident{.asIfResident = true};
  Measurement measurement(passes);
  std::vector<TuSummary> units = asOneProgram(drivers, copies);
  const Program program = measurement.run("link", [&] { return linkProgram(std::move(units), ddi); });
  measurement.run("points-to", [&] { return std::make_unique<PointsTo>(program); });
  const AnalyzedProgram analyzed = measurement.run("levels", [&] {
    return AnalyzedProgram(program, std::make_unique<IrqlFacts>(IrqlAnalysis(program, kAsIfResident).run()), {});
  });
  measurement.run("allocations", [&] { return std::make_unique<AllocationUses>(program); });
  measurement.run("partition", [&] { return PartitionFinder(analyzed).find(); });
  const auto defined = llvm::count_if(program.functions, [](const Function& function) { return function.isDefined(); });
  return {copies, static_cast<std::size_t>(defined), program.sourceLines};
}

// None for a pass too short to measure.
std::optional<double> exponent(const std::vector<Size>& sizes, const Pass& pass) {
  constexpr double kShortest = 0.05;  // seconds
  double count = 0, x = 0, y = 0, xx = 0, xy = 0;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (pass.costs[i].seconds < kShortest) continue;
    const double size = std::log(sizes[i].copies);
    const double time = std::log(pass.costs[i].seconds);
    count += 1, x += size, y += time, xx += size * size, xy += size * time;
  }
  if (count < 2) return std::nullopt;
  return (count * xy - x * y) / (count * xx - x * x);
}

void writeTable(const std::vector<Size>& sizes, const std::vector<Pass>& passes, llvm::raw_ostream& out) {
  out << llvm::left_justify("copies", 14);
  for (const Size& size : sizes) out << llvm::format("%18u", size.copies);
  out << llvm::right_justify("growth", 10) << '\n' << llvm::left_justify("functions", 14);
  for (const Size& size : sizes) out << llvm::format("%18zu", size.functions);
  out << '\n' << llvm::left_justify("lines", 14);
  for (const Size& size : sizes) out << llvm::format("%18u", size.lines);
  out << '\n';
  for (const Pass& pass : passes) {
    out << llvm::left_justify(pass.name, 14);
    for (const Cost& cost : pass.costs) out << llvm::format("%8.2f s %4.0f MiB", cost.seconds, cost.mebibytes);
    const auto growth = exponent(sizes, pass);
    if (growth) out << llvm::format("%10.2f", *growth);
    out << '\n';
  }
}

void writeJson(const std::vector<Size>& sizes, const std::vector<Pass>& passes, llvm::raw_ostream& out) {
  llvm::json::OStream json(out, 2);
  json.array([&] {
    for (const Pass& pass : passes) {
      json.object([&] {
        json.attribute("pass", pass.name);
        const auto growth = exponent(sizes, pass);
        if (growth) json.attribute("exponent", *growth);
        json.attributeArray("sizes", [&] {
          for (std::size_t i = 0; i < sizes.size(); ++i) {
            json.object([&] {
              json.attribute("copies", sizes[i].copies);
              json.attribute("functions", static_cast<std::int64_t>(sizes[i].functions));
              json.attribute("lines", sizes[i].lines);
              json.attribute("seconds", pass.costs[i].seconds);
              json.attribute("mebibytes", pass.costs[i].mebibytes);
            });
          }
        });
      });
    }
  });
  out << '\n';
}

// Returns an exit status: 1 if something grows faster than is allowed, 2 if nothing could be measured.
int run(const Settings& settings) {
  Analysis reading;
  const Result<ExtractedDrivers> drivers = extractDrivers(settings.project, reading);
  if (!drivers) {
    llvm::errs() << "irqlint_scaling: error: " << drivers.error().message() << '\n';
    return 2;
  }
  const DdiDatabase ddi;
  std::vector<Size> sizes;
  sizes.reserve(settings.copies.size());
  std::vector<Pass> passes;
  for (const unsigned copies : settings.copies) sizes.push_back(measure(drivers->units, copies, ddi, passes));
  writeTable(sizes, passes, llvm::outs());
  llvm::outs().flush();
  if (!settings.json.empty()) {
    std::error_code failed;
    llvm::raw_fd_ostream file(settings.json, failed);
    if (failed) {
      llvm::errs() << "irqlint_scaling: error: " << settings.json << ": " << failed.message() << '\n';
      return 2;
    }
    writeJson(sizes, passes, file);
  }
  const bool tooFast = llvm::any_of(passes, [&](const Pass& pass) {
    return settings.maximumExponent > 0 && exponent(sizes, pass).value_or(0) > settings.maximumExponent;
  });
  return tooFast ? 1 : 0;
}

}  // namespace
}  // namespace irqlint

int main(int argc, char** argv) try {
  irqlint::Settings settings;
  CLI::App app("How the time and memory of irqlint's passes grow with the code.");
  app.add_option("paths", settings.project.paths, "Projects or folders, as for irqlint analyze")->required();
  app.add_option("-j,--jobs", settings.project.jobs, "Units to read at a time");
  app.add_option("--copies", settings.copies, "How often to take the program; default: 1,2,4,8")
      ->delimiter(',')
      ->check(CLI::PositiveNumber);
  app.add_option("--json", settings.json, "A file to write the figures to");
  app.add_option("--maximum-exponent", settings.maximumExponent, "Exit with 1 if a pass grows faster");
  CLI11_PARSE(app, argc, argv);
  return irqlint::run(settings);
} catch (const std::exception& error) {
  llvm::errs() << "irqlint_scaling: error: " << error.what() << '\n';
  return 2;
}
