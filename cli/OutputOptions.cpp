#include "cli/OutputOptions.h"

#include <algorithm>

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Path.h>

namespace irqlint {
namespace {

ReportFormat formatOfName(const std::string& file, const FormatNames& formats) {
  const llvm::StringRef extension = llvm::sys::path::extension(file);
  if (extension.equals_insensitive(".txt")) return ReportFormat::Text;
  const auto named = formats.find(extension.drop_front(extension.empty() ? 0 : 1).lower());
  if (named != formats.end() && named->second != ReportFormat::Text) return named->second;
  std::string endings;
  for (const auto& [name, format] : formats) {
    if (format != ReportFormat::Text) endings += (endings.empty() ? "." : ", .") + name;
  }
  throw CLI::ValidationError("-o " + file, "say --format before it, or name it " + endings + " or .txt");
}

void check(const std::vector<Output>& outputs) {
  for (auto output = outputs.begin(); output != outputs.end(); ++output) {
    const auto same = [&](const Output& other) { return other.file == output->file; };
    if (std::any_of(output + 1, outputs.end(), same)) {
      throw CLI::ValidationError(output->file.empty() ? "--format" : "-o " + output->file,
                                 "two reports cannot share one output");
    }
  }
}

}  // namespace

void OutputOptions::addTo(CLI::App& app) {
  formatOption_ = app.add_option("--format", formats_, "The format of the -o that follows, else of standard output")
                      ->allow_extra_args(false)
                      ->check(CLI::IsMember(namesOf(known_)));
  fileOption_ = app.add_option("-o,--output", files_,
                               "A file to report to; without a --format of its own the ending of its name decides. "
                               "May be repeated")
                    ->allow_extra_args(false);
  app.add_flag("-q,--quiet", quiet_, "Nothing on standard output unless a --format asks for it");
}

std::vector<Output> OutputOptions::read(const CLI::App& app, bool textByDefault) const {
  std::vector<Output> outputs;
  const ReportFormat* pending = nullptr;  // a --format that no -o has taken yet
  const auto toStandardOutput = [&] {
    if (pending) outputs.push_back({*pending, ""});
    pending = nullptr;
  };
  std::size_t format = 0;
  std::size_t file = 0;
  for (const CLI::Option* option : app.parse_order()) {
    if (option == formatOption_) {
      toStandardOutput();
      pending = &known_.at(formats_[format++]);
    } else if (option == fileOption_) {
      const std::string& name = files_[file++];
      outputs.push_back({pending ? *pending : formatOfName(name, known_), name});
      pending = nullptr;
    }
  }
  toStandardOutput();
  check(outputs);
  if (formats_.empty() && !quiet_ && textByDefault) outputs.insert(outputs.begin(), {ReportFormat::Text, ""});
  return outputs;
}

}  // namespace irqlint
