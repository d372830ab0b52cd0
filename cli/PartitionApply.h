// `irqlint partition --apply`: what the advice says, done in the source.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <llvm/Support/raw_ostream.h>

#include "analyzer/dataflow/AnalyzedProgram.h"
#include "analyzer/edit/Insertion.h"
#include "analyzer/edit/Placements.h"
#include "analyzer/model/Partition.h"
#include "analyzer/project/Driver.h"
#include "analyzer/support/Result.h"

namespace irqlint {

// A file with its edits.
struct FileEdit {
  std::string file;
  std::string text;  // as it was analysed
  std::vector<Insertion> insertions;
  std::vector<PartitionItem> moved;  // the functions that are placed so
};

// A function that is advised to be moved and is not.
struct RefusedMove {
  PartitionItem item;
  std::string reason;  // a clause
};

struct Moves {
  std::vector<FileEdit> edits;       // by file
  std::vector<RefusedMove> refused;  // by place
};

// What is known of the functions of all drivers, gathered while each is analysed.
class MoveCandidates {
 public:
  void add(const Driver& driver, const AnalyzedProgram& analyzed);

  // The edits for what `findings` advises of functions: what the source suppresses is not advised. A function that
  // several drivers contain is moved if all of them advise it. Reads the files; none is written. A path outside of
  // `sourceRoot` is refused, and so is a file whose contents are not those that were analysed.
  Moves moves(const std::vector<Finding>& findings, const std::string& sourceRoot) const;

 private:
  struct Candidate {
    PartitionItem item;
    DefinitionSite site;  // without files
    std::uint64_t fileHash = 0;
    bool asserts = false;       // PAGED_CODE() or a relative stands in it
    std::string contradiction;  // why it is not moved, whatever is advised
  };
  using Wanted = std::vector<const Candidate*>;  // of one file

  void addFile(const Program& program);
  void planFile(const std::string& file, const Wanted& wanted, const std::string& sourceRoot, Moves& moves) const;

  std::map<Location, Candidate> candidates_;  // by the place of the definition
  std::map<std::string, FilePlacements> files_;
};

// Writes each file of `moves`. Takes out what could not be written and returns one error for each.
std::vector<Error> writeMoves(Moves& moves);
// As a unified diff with paths relative to `sourceRoot`.
void writeMovesDiff(const Moves& moves, const std::string& sourceRoot, llvm::raw_ostream& out);
// What was moved, in sums, and what was not, one line each.
void writeMovesText(const Moves& moves, const std::string& sourceRoot, llvm::raw_ostream& out);

}  // namespace irqlint
