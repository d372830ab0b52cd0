#include "analyzer/report/SarifLocations.h"

#include <algorithm>
#include <string_view>

#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/SHA256.h>

namespace irqlint {
namespace {

using json = SarifLocations::json;
constexpr std::uint32_t kContextLines = 2;  // before and after
constexpr const char* kSourceRoot = "SRCROOT";
constexpr const char* kOutside = "EXTERNAL";

// A relative path as a URI reference.
std::string toUri(std::string_view path) {
  std::string uri;
  for (const char c : path) {
    if (llvm::isAlnum(c) || std::string_view("-._~/!$&'()*+,;=@").find(c) != std::string_view::npos) {
      uri += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      uri += {'%', llvm::hexdigit(byte >> 4), llvm::hexdigit(byte & 15)};
    }
  }
  return uri;
}

std::string sha256(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  return llvm::toHex(llvm::SHA256::hash({bytes, text.size()}), /*LowerCase=*/true);
}

const char* sourceLanguage(llvm::StringRef file) {
  const llvm::StringRef extension = llvm::sys::path::extension(file);
  return extension.equals_insensitive(".c") || extension.equals_insensitive(".h") ? "c" : "cplusplus";
}

}  // namespace

json SarifLocations::artifactLocation(const std::string& file) {
  const auto [entry, isNew] = index_.try_emplace(file, files_.size());
  if (isNew) files_.push_back(file);
  const ReportedPath reported = reportedPath(file, sourceRoot_);
  if (!reported.isInside) hasOutsideFiles_ = true;
  return {{"uri", toUri(reported.path)},
          {"uriBaseId", reported.isInside ? kSourceRoot : kOutside},
          {"index", entry->second}};
}

json SarifLocations::region(const Location& location, const SourceFile* source) const {
  json region{{"startLine", std::max(1u, location.line)}};
  const std::string_view line = source ? source->line(location.line) : std::string_view();
  if (location.column == 0 || location.column > line.size()) {
    if (!line.empty()) region["snippet"] = {{"text", line}};
    return region;
  }
  const std::uint32_t end = std::min(endColumnOf(location, line), static_cast<std::uint32_t>(line.size()) + 1);
  const auto utf16Column = [&](std::uint32_t column) { return toUtf16(line.substr(0, column - 1)).size() + 1; };
  region["startColumn"] = utf16Column(location.column);
  region["endColumn"] = utf16Column(end);
  region["snippet"] = {{"text", line.substr(location.column - 1, end - location.column)}};
  return region;
}

json SarifLocations::contextRegion(const Location& location, const SourceFile& source) const {
  const std::uint32_t first = location.line > kContextLines ? location.line - kContextLines : 1;
  const std::uint32_t last = std::min(source.lineCount(), location.line + kContextLines);
  return {{"startLine", first}, {"endLine", last}, {"snippet", {{"text", source.lines(first, last)}}}};
}

json SarifLocations::physicalLocation(const Location& location, bool withContext) {
  json physical{{"artifactLocation", artifactLocation(location.file)}};
  const SourceFile* source = sources_.find(location.file);
  physical["region"] = region(location, source);
  // SARIF wants the context to hold more than the region; a file of one line has none.
  if (withContext && source && source->lineCount() > 1 && location.line >= 1 && location.line <= source->lineCount()) {
    physical["contextRegion"] = contextRegion(location, *source);
  }
  return physical;
}

json SarifLocations::location(const Location& location, const std::string& message) {
  json result;
  if (!location.file.empty()) result["physicalLocation"] = physicalLocation(location);
  result["message"] = {{"text", message}};
  return result;
}

json SarifLocations::artifacts() const {
  json artifacts = json::array();
  for (std::size_t index = 0; index < files_.size(); ++index) {
    const ReportedPath reported = reportedPath(files_[index], sourceRoot_);
    json artifact{
        {"location",
         {{"uri", toUri(reported.path)}, {"uriBaseId", reported.isInside ? kSourceRoot : kOutside}, {"index", index}}}};
    artifact["sourceLanguage"] = sourceLanguage(files_[index]);
    if (const SourceFile* source = sources_.find(files_[index])) {
      artifact["length"] = source->text().size();
      artifact["hashes"] = {{"sha-256", sha256(source->text())}};
    }
    artifacts.push_back(std::move(artifact));
  }
  return artifacts;
}

json SarifLocations::originalUriBaseIds() const {
  json bases;
  bases[kSourceRoot]["description"]["text"] = "The root of the driver's source tree.";
  if (hasOutsideFiles_) {
    bases[kOutside]["description"]["text"] = "Headers from outside the source tree, named by their folder and name.";
  }
  return bases;
}

}  // namespace irqlint
