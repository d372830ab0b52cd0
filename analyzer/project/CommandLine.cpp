#include "analyzer/project/CommandLine.h"

#include <algorithm>
#include <array>

#include <llvm/ADT/SmallVector.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Allocator.h>
#include <llvm/Support/CommandLine.h>
#include <llvm/Support/Error.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/StringSaver.h>

#include "analyzer/project/Paths.h"

namespace irqlint {
namespace {

namespace cl = llvm::cl;

constexpr std::array<llvm::StringLiteral, 10> kLaunchers{"ccache",  "sccache",   "distcc", "icecc",     "buildcache",
                                                         "clcache", "fastbuild", "gomacc", "rewrapper", "env"};

// More files than a build would ever name; files that include each other again and again grow without bound.
constexpr unsigned kMaxResponseFiles = 1000;

// "C:\LLVM\bin\clang-cl.exe" -> "clang-cl".
std::string programName(llvm::StringRef word) {
  llvm::StringRef name = llvm::sys::path::filename(word, llvm::sys::path::Style::windows);
  if (name.ends_with_insensitive(".exe")) name = name.drop_back(4);
  return name.lower();
}

bool isClName(llvm::StringRef program) {
  return program == "cl" || program == "icl" || program == "icx-cl" || program.contains("clang-cl");
}

// The number of words before the compiler's own.
std::size_t countLauncherWords(const std::vector<std::string>& words) {
  std::size_t at = 0;
  while (at < words.size()) {
    const std::string name = programName(words[at]);
    if (name == "cmake") {  // cmake -E __run_co_compile ... -- compiler ...
      const auto end = std::find(words.begin() + static_cast<std::ptrdiff_t>(at), words.end(), "--");
      if (end == words.end()) return at;
      at = static_cast<std::size_t>(end - words.begin()) + 1;
    } else if (std::find(kLaunchers.begin(), kLaunchers.end(), name) != kLaunchers.end()) {
      ++at;
      while (at < words.size() && (words[at].starts_with('-') || words[at].find('=') != std::string::npos)) ++at;
    } else {
      return at;
    }
  }
  return at;
}

// Response files are named with backslashes on every host, and limited in number.
class ResponseFiles : public llvm::vfs::FileSystem {
 public:
  explicit ResponseFiles(llvm::vfs::FileSystem& below) : below_(below) {}

  llvm::ErrorOr<llvm::vfs::Status> status(const llvm::Twine& path) override {
    return below_.status(normalizedPath(path.str(), ""));
  }
  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>> openFileForRead(const llvm::Twine& path) override {
    if (++opened_ > kMaxResponseFiles) return std::make_error_code(std::errc::too_many_files_open);
    return below_.openFileForRead(normalizedPath(path.str(), ""));
  }
  llvm::vfs::directory_iterator dir_begin(const llvm::Twine& folder, std::error_code& error) override {
    return below_.dir_begin(folder, error);
  }
  llvm::ErrorOr<std::string> getCurrentWorkingDirectory() const override { return below_.getCurrentWorkingDirectory(); }
  std::error_code setCurrentWorkingDirectory(const llvm::Twine& folder) override {
    return below_.setCurrentWorkingDirectory(folder);
  }

 private:
  llvm::vfs::FileSystem& below_;
  unsigned opened_ = 0;
};

void expandResponseFiles(CommandLine& line, const std::string& directory, llvm::vfs::FileSystem& fileSystem) {
  const auto isResponseFile = [](const std::string& argument) { return argument.size() > 1 && argument[0] == '@'; };
  if (std::none_of(line.arguments.begin(), line.arguments.end(), isResponseFile)) return;
  llvm::BumpPtrAllocator allocator;
  llvm::SmallVector<const char*, 64> words;
  for (const std::string& argument : line.arguments) words.push_back(argument.c_str());
  ResponseFiles files(fileSystem);
  cl::ExpansionContext context(
      allocator, line.dialect == CommandDialect::Cl ? cl::TokenizeWindowsCommandLine : cl::TokenizeGNUCommandLine);
  context.setVFS(&files).setCurrentDir(directory);
  llvm::Error error = context.expandResponseFiles(words);
  const bool isComplete = !error;
  if (error) line.problems.push_back(llvm::toString(std::move(error)));
  std::vector<std::string> expanded;
  for (const char* word : words) {
    if (!word) continue;
    expanded.emplace_back(word);
    if (!isResponseFile(expanded.back())) continue;
    if (isComplete) line.problems.push_back("response file '" + expanded.back().substr(1) + "' not found");
    expanded.pop_back();
  }
  line.arguments = std::move(expanded);
}

}  // namespace

std::vector<std::string> splitCommand(const std::string& command) {
  llvm::BumpPtrAllocator allocator;
  llvm::StringSaver saver(allocator);
  llvm::SmallVector<const char*, 64> words;
  cl::TokenizeWindowsCommandLineFull(command, saver, words);
  std::vector<std::string> split(words.begin(), words.end());
  const std::size_t at = countLauncherWords(split);
  const bool isWindows =
      at < split.size() && (isClName(programName(split[at])) || split[at].find('\\') != std::string::npos ||
                            (split[at].size() > 1 && split[at][1] == ':'));
  if (isWindows) return split;
  words.clear();
  cl::TokenizeGNUCommandLine(command, saver, words);
  return {words.begin(), words.end()};
}

CommandLine readCommandLine(std::vector<std::string> words, const std::string& directory,
                            llvm::vfs::FileSystem& fileSystem) {
  CommandLine line;
  const std::size_t compiler = countLauncherWords(words);
  if (compiler < words.size()) {
    const bool isCl = isClName(programName(words[compiler])) ||
                      std::find(words.begin(), words.end(), "--driver-mode=cl") != words.end();
    line.dialect = isCl ? CommandDialect::Cl : CommandDialect::Gcc;
    // A list that begins with an option names no compiler.
    const std::size_t first = words[compiler].starts_with('-') ? compiler : compiler + 1;
    line.arguments.assign(words.begin() + static_cast<std::ptrdiff_t>(first), words.end());
  }
  expandResponseFiles(line, directory, fileSystem);
  return line;
}

}  // namespace irqlint
