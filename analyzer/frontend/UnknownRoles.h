// Functions that are declared by a type which nothing declares, because its header is missing:
// `DRIVER_ADD_DEVICE OnAddDevice;`.
#pragma once

#include <optional>
#include <vector>

#include <clang/AST/DeclGroup.h>
#include <clang/Sema/Sema.h>
#include <llvm/ADT/DenseSet.h>
#include <llvm/ADT/MapVector.h>
#include <llvm/ADT/StringSet.h>

#include "analyzer/frontend/SummaryBuilder.h"

namespace irqlint {

// Such a line reads like the declaration of a variable. It is one of a function if the main file defines a function of
// that name. The type's name is kept, because it may be a role; what the function takes and returns is not known, so
// that its declaration is hidden from the definition, which would contradict it, and both are united at the end.
class UnknownRoles {
 public:
  UnknownRoles(clang::ASTContext& context, SummaryBuilder& builder) : context_(context), builder_(builder) {}

  // True if the main file has the body of a function of this name.
  bool isDefined(llvm::StringRef function);
  clang::NamedDecl* declareType(clang::IdentifierInfo* name);

  // Hides those declarations of `group` that have a type of declareType(). Called when they are complete.
  void hide(clang::DeclGroupRef group, clang::Sema& sema);
  // The hidden declaration of that name; null if there is none.
  clang::NamedDecl* hidden(const clang::IdentifierInfo* name) const { return hidden_.lookup(name); }

  // Makes one function of each hidden declaration and the definition. Called at the end of the unit.
  void uniteWithDefinitions();

 private:
  void hide(clang::Decl& decl, clang::Sema& sema);

  clang::ASTContext& context_;
  SummaryBuilder& builder_;
  std::optional<llvm::StringSet<>> defined_;  // in the main file
  llvm::DenseSet<const clang::TypedefNameDecl*> types_;
  llvm::MapVector<const clang::IdentifierInfo*, clang::FunctionDecl*> hidden_;
};

}  // namespace irqlint
