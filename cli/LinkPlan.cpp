#include "cli/LinkPlan.h"

#include <llvm/ADT/SmallString.h>
#include <llvm/Support/FileSystem.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>

#include "cli/DriverLoading.h"
#include "cli/JsonMembers.h"

namespace irqlint {
namespace {

constexpr int kPlanVersion = 1;

}  // namespace

Result<std::string> linkPlanToJson(const LinkPlan& plan) {
  nlohmann::ordered_json drivers = nlohmann::ordered_json::array();
  for (std::size_t i = 0; i < plan.set.drivers.size(); ++i) {
    const Driver& driver = plan.set.drivers[i];
    drivers.push_back({{"name", driver.name},
                       {"projectFile", driver.projectFile},
                       {"description", driver.description},
                       {"notes", driver.notes},
                       {"units", plan.units[i]}});
  }
  nlohmann::ordered_json skipped = nlohmann::ordered_json::array();
  for (const SkippedProject& project : plan.set.skipped) {
    skipped.push_back({{"path", project.path}, {"reason", project.reason}});
  }
  return textOf({{"formatVersion", kPlanVersion},
                 {"sourceRoot", plan.sourceRoot},
                 {"drivers", std::move(drivers)},
                 {"skipped", std::move(skipped)},
                 {"problems", plan.set.problems}});
}

Result<LinkPlan> linkPlanFromJson(llvm::StringRef text) {
  return parsedJson<LinkPlan>(text, [](const JsonMembers& json) {
    json.expectVersion(kPlanVersion);
    LinkPlan plan;
    plan.sourceRoot = json.text("sourceRoot");
    json.forEach("drivers", [&](const JsonMembers& driver) {
      plan.set.drivers.push_back({.name = driver.text("name"),
                                  .projectFile = driver.text("projectFile"),
                                  .description = driver.text("description"),
                                  .commands = {},
                                  .notes = driver.texts("notes")});
      plan.units.push_back(driver.texts("units"));
    });
    json.forEach("skipped", [&](const JsonMembers& project) {
      plan.set.skipped.push_back({project.text("path"), project.text("reason")});
    });
    plan.set.problems = json.texts("problems");
    return plan;
  });
}

Result<LinkPlan> readLinkPlan(const std::vector<std::string>& paths, const std::string& sourceRoot) {
  const bool isPlan = paths.size() == 1 && llvm::sys::path::extension(paths.front()).equals_insensitive(".json");
  if (!isPlan) {
    LinkPlan plan;
    plan.set.drivers.push_back({.name = "driver", .projectFile = {}, .description = {}, .commands = {}, .notes = {}});
    plan.units = {paths};
    plan.sourceRoot = sourceRoot.empty() ? workingDirectory() : sourceRoot;
    return plan;
  }
  const std::string& file = paths.front();
  const auto text = llvm::MemoryBuffer::getFile(file, /*IsText=*/true);
  if (!text) return Error("cannot read '" + file + "': " + text.getError().message());
  Result<LinkPlan> plan = linkPlanFromJson((*text)->getBuffer());
  if (!plan) return Error(file + ": " + plan.error().message() + "; 'irqlint plan' writes such files");
  for (std::vector<std::string>& units : plan->units) {
    for (std::string& unit : units) {
      llvm::SmallString<256> path(llvm::sys::path::parent_path(file));
      llvm::sys::path::append(path, unit);
      if (!llvm::sys::path::is_absolute(unit)) unit = path.str().str();
    }
  }
  if (!sourceRoot.empty()) plan->sourceRoot = sourceRoot;
  return plan;
}

}  // namespace irqlint
