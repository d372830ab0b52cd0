#include "cli/UnitFile.h"

#include <map>
#include <utility>

#include <nlohmann/json.hpp>

#include "analyzer/model/Binary.h"
#include "analyzer/model/SummaryBinary.h"
#include "cli/JsonMembers.h"

namespace irqlint {
namespace {

constexpr BinaryFormat kFormat{"IRQU", 1, "unit that 'irqlint extract' wrote"};
constexpr int kRequestVersion = 1;
const std::map<std::string, CommandDialect> kDialects{{"cl", CommandDialect::Cl}, {"gcc", CommandDialect::Gcc}};

}  // namespace

Result<std::string> unitRequestToJson(const UnitRequest& request) {
  const CompileCommand& command = request.command;
  const bool isCl = command.dialect == CommandDialect::Cl;
  return textOf({{"formatVersion", kRequestVersion},
                 {"file", command.file},
                 {"directory", command.directory},
                 {"arguments", command.arguments},
                 {"dialect", isCl ? "cl" : "gcc"},
                 {"origin", command.origin},
                 {"projectRoots", request.projectRoots},
                 {"headers", request.headerKit},
                 {"fallbackHeaders", request.fallbackHeaders}});
}

Result<UnitRequest> unitRequestFromJson(llvm::StringRef text) {
  return parsedJson<UnitRequest>(text, [](const JsonMembers& json) {
    json.expectVersion(kRequestVersion);
    UnitRequest request;
    CompileCommand& command = request.command;
    command.file = json.text("file");
    command.directory = json.text("directory");
    command.arguments = json.texts("arguments");
    const auto dialect = kDialects.find(json.text("dialect"));
    if (dialect == kDialects.end()) json.fail("dialect", "expected \"cl\" or \"gcc\"");
    command.dialect = dialect->second;
    command.origin = json.text("origin");
    request.projectRoots = json.texts("projectRoots");
    request.headerKit = json.text("headers");
    request.fallbackHeaders = json.texts("fallbackHeaders");
    return request;
  });
}

std::string unitFileToBytes(const UnitFile& unit) {
  std::string payload;
  BinaryWriter writer(payload);
  writer.write(unit.file);
  writer.write(unit.failure);
  writer.write(unit.summary ? summaryToBytes(*unit.summary) : std::string());
  return framed(kFormat, payload);
}

Result<UnitFile> unitFileFromBytes(llvm::StringRef bytes) {
  const Result<llvm::StringRef> payload = unframed(kFormat, bytes);
  if (!payload) return Error(payload.error());
  UnitFile unit;
  std::string summary;
  BinaryReader reader(*payload);
  reader.read(unit.file);
  reader.read(unit.failure);
  reader.read(summary);
  if (!reader.good() || !reader.atEnd() || summary.empty() == unit.failure.empty()) return Error("damaged");
  if (summary.empty()) return unit;
  Result<TuSummary> read = summaryFromBytes(summary);
  if (!read) return Error(read.error());
  unit.summary = *std::move(read);
  return unit;
}

}  // namespace irqlint
