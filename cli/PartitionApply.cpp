#include "cli/PartitionApply.h"

#include <optional>
#include <set>

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/Support/FormatVariadic.h>
#include <llvm/Support/MemoryBuffer.h>

#include "analyzer/edit/ReplaceFile.h"
#include "analyzer/edit/SourceLines.h"
#include "analyzer/report/SourceText.h"
#include "analyzer/support/ContentHash.h"

namespace irqlint {
namespace {

constexpr char kPageSection[] = "PAGE";
constexpr char kInitSection[] = "INIT";
constexpr llvm::StringLiteral kAdvice[] = {"CouldBePaged", "CouldBeDiscarded"};  // rules

const char* sectionOf(Placement placement) { return placement == Placement::CanDiscard ? kInitSection : kPageSection; }

bool isAdvised(const PartitionItem& item) {
  return item.kind == PartitionKind::Function && item.residence == Residence::Resident &&
         (item.placement == Placement::CanPage || item.placement == Placement::CanDiscard);
}

// Without classes and namespaces.
std::string plainName(const std::string& name) { return name.substr(name.rfind(':') + 1); }

// File ids mean one program only.
DefinitionSite withoutFiles(DefinitionSite site) {
  for (SourceLocation* place : {&site.declared, &site.start, &site.open, &site.lastDeclaration, &site.firstStatement}) {
    place->file = {};
  }
  return site;
}

// What was not understood of a function may call what it names.
class LostCode {
 public:
  explicit LostCode(const Program& program) {
    for (const Function& function : program.functions) {
      const FunctionSummary& summary = function.summary;
      if (summary.isForeign || !(summary.bodyLost || summary.statementsLost)) continue;
      lost_.push_back({&summary, textOf(program, summary)});
    }
  }

  // A function that might call `function` unseen; null if there is none.
  const FunctionSummary* callerOf(const FunctionSummary& function) const {
    const std::string name = plainName(function.name);
    const auto found = llvm::find_if(
        lost_, [&](const Lost& lost) { return lost.function != &function && (!lost.text || names(*lost.text, name)); });
    return found != lost_.end() ? found->function : nullptr;
  }

 private:
  struct Lost {
    const FunctionSummary* function = nullptr;
    std::optional<std::string> text;  // none if it cannot be read
  };

  // Of a lost body the end is not known: all that follows.
  static std::optional<std::string> textOf(const Program& program, const FunctionSummary& function) {
    const auto file = llvm::MemoryBuffer::getFile(program.locate(function.location).file);
    if (!file) return std::nullopt;
    const SourceLines lines((*file)->getBuffer());
    const std::size_t begin = lines.begin(function.location.line);
    return lines.text()
        .slice(begin, function.body ? lines.begin(function.body->end.line + 1) : lines.text().size())
        .str();
  }

  static bool names(llvm::StringRef text, llvm::StringRef name) {
    const auto isPart = [&](std::size_t at) {
      return at < text.size() && (llvm::isAlnum(text[at]) || text[at] == '_');
    };
    for (std::size_t at = text.find(name); at != llvm::StringRef::npos; at = text.find(name, at + 1)) {
      if ((at == 0 || !isPart(at - 1)) && !isPart(at + name.size())) return true;
    }
    return false;
  }

  std::vector<Lost> lost_;
};

std::string whyNotAdvised(const PartitionItem& item, const FunctionSummary& function, const LostCode& lost) {
  if (!isAdvised(item)) {
    return "in " + (item.driver.empty() ? "another build" : "the driver '" + item.driver + "'") + " it " + item.because;
  }
  if (function.section.origin != SectionOrigin::Default) return "it is placed in '" + item.section + "'";
  const FunctionSummary* caller = lost.callerOf(function);
  return caller != nullptr ? "'" + caller->name + "', which was not understood, might call it" : "";
}

}  // namespace

void MoveCandidates::add(const Driver& driver, const AnalyzedProgram& analyzed) {
  const Program& program = analyzed.program();
  addFile(program);
  const LostCode lost(program);
  std::map<std::string_view, std::size_t> functions;
  for (std::size_t i = 0; i < program.functions.size(); ++i) {
    functions.emplace(program.functions[i].summary.identity, i);
  }
  for (PartitionItem item : analyzed.partition()) {
    const auto known = functions.find(item.identity);
    if (item.kind != PartitionKind::Function || known == functions.end()) continue;
    const FunctionSummary& function = program.functions[known->second].summary;
    if (!function.site) continue;
    item.driver = driver.name;
    item.path.clear();
    const DefinitionSite site = withoutFiles(*function.site);
    const std::string problem = whyNotAdvised(item, function, lost);
    const Location place = item.location;
    const bool asserts = !analyzed.pagedAssertions(FunctionRef(known->second)).empty();
    const std::uint64_t hash = program.fileHashes[function.location.file.index()];
    const auto [entry, isNew] =
        candidates_.try_emplace(place, Candidate{std::move(item), site, hash, asserts, problem});
    Candidate& candidate = entry->second;
    if (isNew) continue;
    if (candidate.contradiction.empty()) candidate.contradiction = problem;
    if (candidate.contradiction.empty() && !(candidate.site == site && candidate.asserts == asserts)) {
      candidate.contradiction = "its drivers compile it differently";
    }
  }
}

void MoveCandidates::addFile(const Program& program) {
  std::map<std::string, FilePlacements> files;
  for (const AllocText& directive : program.allocTexts) {
    files[program.files[directive.location.file.index()]].allocTexts.push_back(directive);
  }
  for (const Function& function : program.functions) {
    const SectionOrigin origin = function.summary.section.origin;
    const FileId file = function.summary.location.file;
    if (!file || (origin != SectionOrigin::SegmentPragma && origin != SectionOrigin::Declspec)) continue;
    files[program.files[file.index()]].byDefinition = true;
  }
  files_.merge(files);
}

Moves MoveCandidates::moves(const std::vector<Finding>& findings, const std::string& sourceRoot) const {
  std::set<Location> advised;
  std::set<Location> suppressed;
  for (const Finding& finding : findings) {
    if (!llvm::is_contained(kAdvice, llvm::StringRef(finding.rule->name))) continue;
    (finding.suppression ? suppressed : advised).insert(finding.location);
  }
  Moves moves;
  std::map<std::string, Wanted> wanted;
  for (const auto& [place, candidate] : candidates_) {
    if (!advised.contains(place) || suppressed.contains(place)) continue;
    if (candidate.contradiction.empty()) {
      wanted[place.file].push_back(&candidate);
    } else {
      moves.refused.push_back({candidate.item, candidate.contradiction});
    }
  }
  for (const auto& [file, functions] : wanted) planFile(file, functions, sourceRoot, moves);
  llvm::sort(moves.refused,
             [](const RefusedMove& a, const RefusedMove& b) { return a.item.location < b.item.location; });
  return moves;
}

void MoveCandidates::planFile(const std::string& file, const Wanted& wanted, const std::string& sourceRoot,
                              Moves& moves) const {
  const auto refuse = [&](const std::string& reason) {
    for (const Candidate* candidate : wanted) moves.refused.push_back({candidate->item, reason});
  };
  if (!reportedPath(file, sourceRoot).isInside) return refuse("its file is outside of the source root");
  const auto contents = llvm::MemoryBuffer::getFile(file, /*IsText=*/false, /*RequiresNullTerminator=*/false,
                                                    /*IsVolatile=*/true);
  if (!contents) return refuse("its file cannot be read: " + contents.getError().message());
  FileEdit edit{file, (*contents)->getBuffer().str(), {}};
  if (contentHash(edit.text) != wanted.front()->fileHash) return refuse("its file has changed since it was analysed");

  std::vector<WantedPlacement> placements;
  for (const Candidate* candidate : wanted) {
    const bool isPaged = candidate->item.placement == Placement::CanPage;
    placements.push_back({plainName(candidate->item.name), sectionOf(candidate->item.placement), candidate->site,
                          isPaged && !candidate->asserts});
  }
  const auto today = files_.find(file);
  PlacementPlan plan = planPlacements(edit.text, today != files_.end() ? today->second : FilePlacements(), placements);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const PartitionItem& item = wanted[i]->item;
    if (plan.refusals[i].empty()) {
      edit.moved.push_back(item);
    } else {
      moves.refused.push_back({item, plan.refusals[i]});
    }
  }
  edit.insertions = std::move(plan.insertions);
  if (!edit.insertions.empty()) moves.edits.push_back(std::move(edit));
}

std::vector<Error> writeMoves(Moves& moves) {
  std::vector<Error> errors;
  std::erase_if(moves.edits, [&](const FileEdit& edit) {
    auto error = replaceFile(edit.file, withInsertions(edit.text, edit.insertions));
    if (!error) return false;
    errors.push_back(*std::move(error));
    return true;
  });
  return errors;
}

void writeMovesDiff(const Moves& moves, const std::string& sourceRoot, llvm::raw_ostream& out) {
  for (const FileEdit& edit : moves.edits) {
    writeUnifiedDiff(reportedPath(edit.file, sourceRoot).path, edit.text, edit.insertions, out);
  }
}

void writeMovesText(const Moves& moves, const std::string& sourceRoot, llvm::raw_ostream& out) {
  const auto counted = [](std::size_t count, const char* noun) {
    return llvm::formatv("{0:N} {1}{2}", count, noun, count == 1 ? "" : "s").str();
  };
  std::map<std::string, PartitionSum> moved;  // by section
  for (const FileEdit& edit : moves.edits) {
    for (const PartitionItem& item : edit.moved) moved[sectionOf(item.placement)].add(item);
  }
  for (const auto& [section, sum] : moved) {
    out << "moved to " << section << ": " << counted(sum.items, "function") << ", " << counted(sum.bytes, "byte");
    if (sum.unknownSizes != 0) out << " and " << counted(sum.unknownSizes, "function") << " of unknown size";
    out << '\n';
  }
  out << (moves.edits.empty() ? "nothing to change" : "changed: " + counted(moves.edits.size(), "file")) << '\n';
  if (moves.refused.empty()) return;
  out << "advised, but not moved: " << counted(moves.refused.size(), "function") << '\n';
  for (const auto& [item, reason] : moves.refused) {
    out << "  " << reportedPath(item.location.file, sourceRoot).path << ':' << item.location.line << ": '"
        << printable(item.name) << "': " << printable(reason) << '\n';
  }
}

}  // namespace irqlint
