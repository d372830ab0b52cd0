// How large the objects of a type are, as far as the source says it in full.
#pragma once

#include <cstdint>
#include <optional>

#include <clang/AST/Decl.h>
#include <clang/AST/Type.h>
#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/DenseSet.h>

namespace irqlint {

// The size of a type that rests on a stand-in for a name that nothing declares is not known: it would be a guess. A
// pointer has its size whatever it points to.
class TypeSizes {
 public:
  explicit TypeSizes(const clang::ASTContext& context) : context_(context) {}

  // `decl` was made up, and the code for what mentions it may be another than for what was meant.
  void addStandIn(const clang::Decl& decl) { standIns_.insert(&decl); }
  bool isStandIn(const clang::Decl& decl) const { return standIns_.contains(&decl); }

  bool isKnown(clang::QualType type);
  // In bytes; none if it is not known.
  std::optional<std::uint64_t> sizeOf(clang::QualType type);

 private:
  bool isKnown(const clang::RecordDecl& definition);

  const clang::ASTContext& context_;
  llvm::DenseSet<const clang::Decl*> standIns_;
  llvm::DenseMap<const clang::RecordDecl*, bool> records_;  // definitions
};

}  // namespace irqlint
