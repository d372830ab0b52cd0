// The TU-level tables of a summary under construction: Clang's declarations and locations in, dense indices out.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <clang/AST/Decl.h>
#include <clang/Basic/SourceLocation.h>
#include <clang/Lex/Preprocessor.h>
#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/SetVector.h>
#include <llvm/ADT/SmallVector.h>

#include "analyzer/frontend/ExtractTu.h"
#include "analyzer/frontend/SectionReader.h"
#include "analyzer/frontend/TypeSizes.h"
#include "analyzer/model/TuSummary.h"

namespace irqlint {

// A function-like macro used in a file, or by another macro's body: the latter stands where the outermost macro does.
struct MacroUse {
  clang::SourceLocation begin;  // the macro's name, a file location
  clang::SourceLocation end;    // the closing parenthesis
  std::string name;
  StringId outermost;                              // the function-like macro it was used through; none if written out
  std::vector<std::string> arguments;              // source text
  std::vector<clang::SourceRange> argumentRanges;  // file locations of the argument tokens, invalid if they have none
};

class SummaryBuilder {
 public:
  SummaryBuilder(clang::ASTContext& context, const ExtractOptions& options, TuSummary& summary);

  // The index of a function; the first mention adds it with identity, name, linkage and so on. Its annotations, section
  // and location are completed by finish(), when all redeclarations are known.
  FunctionRef function(const clang::FunctionDecl* decl);
  // Makes `other` one more declaration of the function that `decl` declares. Called before either is mentioned.
  void unite(const clang::FunctionDecl& other, const clang::FunctionDecl& decl);
  // A global, static local or static member.
  GlobalRef global(const clang::VarDecl* decl);
  StringId string(std::string_view text) { return summary_.strings.add(text); }

  // The declarations functions were mentioned by, in order; null past the last one. Bodies may mention more functions
  // while one walks the list.
  const clang::FunctionDecl* mentioned(std::size_t index) const;

  // What is lowered as the body of `ref`: parameters and so on are its, whatever other declarations say.
  void define(FunctionRef ref, const clang::FunctionDecl& definition);

  // Where the user wrote it: macro locations become the place of the outermost macro's use, but an argument keeps the
  // place where it is written.
  SourceLocation location(clang::SourceRange range);
  SourceLocation location(clang::SourceLocation loc) { return location(clang::SourceRange(loc)); }
  // Name of the outermost function-like macro whose body (not an argument) `loc` comes from; none if there is none.
  StringId outermostMacro(clang::SourceLocation loc);
  // Declared outside the project's roots.
  bool isForeign(clang::SourceLocation loc);

  // The macro uses whose name stands in [begin, end), in order. Both are file locations of one file.
  std::vector<const MacroUse*> macroUses(clang::SourceLocation begin, clang::SourceLocation end) const;
  void addMacroUse(MacroUse use);

  // What constructors of the class `record`, which has virtual methods, store for its dynamic type.
  FunctionRef dynamicType(const clang::CXXRecordDecl& record);

  // The members that expressions of the summary name, in the order of their first mention.
  const llvm::SetVector<const clang::FieldDecl*>& fields() const { return fields_; }
  void noteField(const clang::FieldDecl& field) { fields_.insert(&field); }

  // Text that #if and its like left out.
  void addSkippedRange(clang::SourceRange range) { skippedRanges_.push_back(range); }
  const std::vector<clang::SourceRange>& skippedRanges() const { return skippedRanges_; }

  // Counts the lines of a file that was read, and keeps what tells its contents from others, if it is the project's.
  void readFile(clang::FileID id);

  SectionPragmas& sectionPragmas() { return sectionPragmas_; }
  TypeSizes& typeSizes() { return typeSizes_; }

  // Completes every function and global that was mentioned. Called once, at the end of the TU, after all bodies.
  void finish();
  // A function of which the compiler kept nothing. Called after finish().
  void addLostFunction(std::string_view name, clang::SourceLocation place);

  clang::ASTContext& context() { return context_; }
  const ExtractOptions& options() const { return options_; }
  TuSummary& summary() { return summary_; }

 private:
  void addAllocText(const SectionPragmas::NamedPlacement& directive);
  FileId file(clang::FileID id);
  std::string pathOf(clang::FileID id) const;
  std::string pathOf(clang::SourceLocation loc) const;
  bool isForeignFile(clang::FileID id);
  // Canonical; more than one where Clang keeps declarations of one function apart: in different scopes, or because they
  // contradict each other. The first one describes the function.
  using Declarations = llvm::SmallVector<const clang::FunctionDecl*, 1>;

  void completeFunction(const Declarations& decls, FunctionSummary& function);
  void completeGlobal(const clang::VarDecl& decl, GlobalSummary& global);
  SectionPlacement placement(const WrittenPlacement& written);
  std::string typeName(clang::QualType type) const;

  clang::ASTContext& context_;
  const ExtractOptions& options_;
  TuSummary& summary_;

  std::vector<const clang::FunctionDecl*> mentioned_;  // canonical
  std::vector<Declarations> functionDecls_;            // parallel to summary_.functions; empty for a dynamic type
  std::vector<const clang::VarDecl*> globalDecls_;     // canonical; parallel to summary_.globals
  llvm::DenseMap<const clang::FunctionDecl*, std::uint32_t> functionIndex_;
  llvm::DenseMap<const clang::VarDecl*, std::uint32_t> globalIndex_;
  // Declarations of one function that Clang keeps apart meet here.
  std::unordered_map<std::string, std::uint32_t> functionByIdentity_;
  std::unordered_map<std::string, std::uint32_t> globalByIdentity_;
  llvm::DenseMap<clang::FileID, std::uint32_t> fileIndex_;
  std::map<std::string, std::uint32_t> fileByPath_;
  llvm::DenseMap<clang::FileID, bool> foreignFiles_;
  llvm::DenseMap<clang::FileID, std::vector<MacroUse>> macroUses_;  // each in order of position
  std::vector<clang::SourceRange> skippedRanges_;
  llvm::SetVector<const clang::FieldDecl*> fields_;
  SectionPragmas sectionPragmas_;
  TypeSizes typeSizes_;
};

}  // namespace irqlint
