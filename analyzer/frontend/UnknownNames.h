// Names that nothing declares because the header that would is missing: stand-ins, so that the statements around them
// survive.
#pragma once

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/IntrusiveRefCntPtr.h>

#include <clang/Sema/ExternalSemaSource.h>

#include "analyzer/frontend/SummaryBuilder.h"
#include "analyzer/frontend/UnknownRoles.h"

namespace irqlint {

// Asked when a lookup found nothing. How the name stands in the source decides what it is taken for: a type (int, or
// for a name like PFOO a pointer to some struct; see UnknownRoles for types of functions), a class without members (a
// base), a variable of unknown value, or where only a constant will do, a constant (a case label). A called function is
// declared by Clang itself in C; in C++ it gets C linkage and takes anything. Each name is reported once as a problem.
//
// The stand-ins are in no scope: a declaration that is found later wins. Inside templates nothing is invented, because
// there a name may still be found by instantiation.
class UnknownNames : public clang::ExternalSemaSource {
 public:
  UnknownNames(clang::ASTContext& context, SummaryBuilder& builder, UnknownRoles& roles)
      : context_(context), builder_(builder), roles_(roles) {}

  bool LookupUnqualified(clang::LookupResult& result, clang::Scope* scope) override;

 private:
  enum class Kind { Type, FunctionType, Class, Value, Constant, Function };

  clang::NamedDecl* find(clang::LookupResult& result, clang::Scope& scope, clang::IdentifierInfo* name);
  clang::NamedDecl* standIn(clang::IdentifierInfo* name, Kind kind, clang::SourceLocation place);
  clang::NamedDecl* declareType(clang::IdentifierInfo* name);
  clang::NamedDecl* declareClass(clang::IdentifierInfo* name);
  clang::NamedDecl* declareValue(clang::IdentifierInfo* name);
  clang::NamedDecl* declareConstant(clang::IdentifierInfo* name);
  clang::NamedDecl* declareFunction(clang::IdentifierInfo* name);

  clang::ASTContext& context_;
  SummaryBuilder& builder_;
  UnknownRoles& roles_;
  llvm::DenseMap<const clang::IdentifierInfo*, clang::NamedDecl*> declared_[6];  // by Kind
  clang::EnumDecl* constants_ = nullptr;
  // Different, so that no two cases of a switch are the same, and unlikely to be the value of a name that is known.
  std::int64_t nextConstant_ = 0x5EED0000;
};

}  // namespace irqlint
