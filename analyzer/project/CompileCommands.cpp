#include "analyzer/project/CompileCommands.h"

#include <algorithm>
#include <map>
#include <optional>

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/ConvertUTF.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>
#include <nlohmann/json.hpp>

#include "analyzer/project/ArgumentFilter.h"
#include "analyzer/project/CommandLine.h"
#include "analyzer/project/Paths.h"

namespace irqlint {
namespace {

using nlohmann::json;

// The file's text as UTF-8: some tools write UTF-16.
Result<std::string> readText(const std::string& path, llvm::vfs::FileSystem& fileSystem) {
  const auto buffer = fileSystem.getBufferForFile(path);
  if (!buffer) return Error(buffer.getError().message());
  const llvm::StringRef text = (*buffer)->getBuffer();
  const llvm::ArrayRef<char> bytes(text.data(), text.size());
  if (!llvm::hasUTF16ByteOrderMark(bytes)) return text.str();
  std::string converted;
  if (!llvm::convertUTF16ToUTF8String(bytes, converted)) return Error("malformed UTF-16");
  return converted;
}

Result<json> parse(const std::string& text) {
  try {
    return json::parse(text);
  } catch (const json::parse_error& error) {
    const std::size_t upTo = std::min<std::size_t>(error.byte, text.size());
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(upTo), '\n');
    llvm::StringRef reason = error.what();
    // "[json.exception.parse_error.101] parse error at line 3, column 5: reason": the line is said in our own way.
    const std::size_t colon = reason.find(": ");
    if (colon != llvm::StringRef::npos) reason = reason.drop_front(colon + 2);
    return Error("line " + std::to_string(line) + ": not valid JSON: " + reason.str());
  }
}

class DatabaseReader {
 public:
  DatabaseReader(std::string path, llvm::vfs::FileSystem& fileSystem)
      : path_(std::move(path)), folder_(parentPath(path_)), fileSystem_(fileSystem) {}

  CompileCommandsFile read(const json& entries) {
    for (const json& entry : entries) {
      ++number_;
      readEntry(entry);
    }
    return std::move(result_);
  }

 private:
  void problem(const std::string& reason) {
    result_.problems.push_back(path_ + ": entry " + std::to_string(number_) + ": " + reason);
  }

  // The string `key` holds; none with a problem noted if it holds something else.
  std::optional<std::string> text(const json& entry, const char* key) {
    const auto value = entry.find(key);
    if (value == entry.end()) return std::nullopt;
    if (value->is_string()) return value->get<std::string>();
    problem(std::string("'") + key + "' is not a string");
    return std::nullopt;
  }

  std::optional<std::vector<std::string>> words(const json& entry) {
    const auto list = entry.find("arguments");
    if (list == entry.end()) {
      const auto command = text(entry, "command");
      if (command) return splitCommand(*command);
      if (!entry.contains("command")) problem("neither 'arguments' nor 'command'");
      return std::nullopt;
    }
    const auto isString = [](const json& word) { return word.is_string(); };
    if (!list->is_array() || !std::all_of(list->begin(), list->end(), isString)) {
      problem("'arguments' is not a list of strings");
      return std::nullopt;
    }
    return list->get<std::vector<std::string>>();
  }

  void readEntry(const json& entry) {
    if (!entry.is_object()) return problem("not an object");
    const auto file = text(entry, "file");
    if (!file || file->empty()) {
      if (!entry.contains("file") || file) problem("no 'file'");
      return;
    }
    if (!isSourceName(*file)) return problem("'" + *file + "' is neither C nor C++, left out");
    auto split = words(entry);
    if (!split) return;
    if (split->empty()) return problem("empty command for '" + *file + "'");

    CompileCommand command;
    command.directory = normalizedPath(text(entry, "directory").value_or(""), folder_);
    command.file = normalizedPath(*file, command.directory);
    CommandLine line = readCommandLine(std::move(*split), command.directory, fileSystem_);
    for (const std::string& reason : line.problems) problem(reason);
    command.dialect = line.dialect;
    command.arguments = std::move(line.arguments);
    command.arguments = withoutFiles(command);
    command.origin = llvm::sys::path::filename(path_).str();
    add(std::move(command));
  }

  void add(CompileCommand command) {
    const auto [known, isNew] = byFile_.try_emplace(command.file, result_.commands.size());
    if (isNew) {
      result_.commands.push_back(std::move(command));
    } else if (result_.commands[known->second] != command) {
      problem("'" + command.file + "' is there already with other arguments; the first entry is used");
    }
  }

  const std::string path_;
  const std::string folder_;
  llvm::vfs::FileSystem& fileSystem_;
  std::size_t number_ = 0;
  CompileCommandsFile result_;
  std::map<std::string, std::size_t> byFile_;
};

}  // namespace

Result<CompileCommandsFile> readCompileCommands(std::string_view path, llvm::vfs::FileSystem& fileSystem) {
  const auto workingDirectory = fileSystem.getCurrentWorkingDirectory();
  std::string file = normalizedPath(path, workingDirectory ? *workingDirectory : "");
  const auto status = fileSystem.status(file);
  if (status && status->isDirectory()) file = normalizedPath("compile_commands.json", file);
  const Result<std::string> text = readText(file, fileSystem);
  if (!text) return Error(text.error()).within(file);
  const Result<json> entries = parse(*text);
  if (!entries) return Error(entries.error()).within(file);
  if (!entries->is_array()) {
    return Error("no compilation database: the top level is " + std::string(entries->type_name()) + ", not an array")
        .within(file);
  }
  return DatabaseReader(std::move(file), fileSystem).read(*entries);
}

}  // namespace irqlint
