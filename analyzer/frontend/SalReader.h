// SAL that the captured macros left in the AST, read back as annotations.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <clang/AST/Decl.h>
#include <llvm/ADT/ArrayRef.h>

#include "analyzer/model/Annotation.h"

namespace irqlint {

// Marks the annotate attributes that stand for SAL; what follows is "name" or "name(arguments)".
constexpr std::string_view kSalPrefix = "irqlint:";

// What all declarations of a function say together; each fact once, in order of first mention.
struct DeclaredFacts {
  std::vector<Annotation> annotations;
  std::vector<std::string> roles;
  std::vector<std::string> dispatchTypes;
};

// Gathers from every redeclaration of each of `functions`, which are declarations of the same function that Clang keeps
// apart, and from the function types they are declared with.
DeclaredFacts readDeclaredFacts(llvm::ArrayRef<const clang::FunctionDecl*> functions);

}  // namespace irqlint
