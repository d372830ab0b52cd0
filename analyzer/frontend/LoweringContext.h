// What the lowering of expressions and of statements share: one function's body under construction.
#pragma once

#include <type_traits>
#include <utility>

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>
#include <llvm/ADT/DenseMap.h>

#include "analyzer/frontend/CfgBuilder.h"
#include "analyzer/frontend/CleanupStack.h"
#include "analyzer/frontend/ExprFactory.h"
#include "analyzer/frontend/MacroPlacement.h"
#include "analyzer/frontend/SummaryBuilder.h"
#include "analyzer/model/Event.h"

namespace irqlint {

class LoweringContext {
 public:
  // `definition` is null for the initialiser of a global, which is lowered like a body of its own.
  LoweringContext(SummaryBuilder& summaryBuilder, FunctionBody& functionBody, const clang::FunctionDecl* definition);

  // Adds `action`, which stands at `range` and whose name or operator is at `at`, to the open block.
  template <typename Action>
  CfgBuilder::EventPosition add(clang::SourceRange range, clang::SourceLocation at, Action action) {
    if constexpr (std::is_same_v<Action, AssignEvent>) guardAccess(action);
    return cfg.add({builder.location(range), builder.outermostMacro(at), std::move(action)});
  }
  // `type`: of both, where it may be a record's.
  void assign(ExprId place, ExprId value, clang::SourceRange range, clang::QualType type = {});
  // Adds a call, numbered, and ends the block if the callee does not return.
  ExprId call(CallEvent call, bool isNoReturn, clang::SourceRange range, clang::SourceLocation at);

  // Where `variable` is stored; for a reference, the place of the pointer that it is.
  ExprId place(const clang::VarDecl* variable);
  LocalId local(const clang::VarDecl* variable);
  ExprId temporary(clang::QualType type, clang::SourceRange range);
  // The value of `this`.
  ExprId self();

  clang::ASTContext& ast() { return builder.context(); }

  SummaryBuilder& builder;
  FunctionBody& body;
  const clang::FunctionDecl* const function;
  ExprFactory exprs;
  CfgBuilder cfg;
  CleanupStack cleanups;
  MacroPlacement macros;
  bool inAssertion = false;
  ScopeExit finallyExit = ScopeExit::Many;  // how control came into the __finally block that is being lowered

 private:
  void guardAccess(const AssignEvent& assign);
  bool accessesMemory(ExprId expr) const;
  ExprId captured(const clang::FieldDecl* field, std::string_view name);

  llvm::DenseMap<const clang::VarDecl*, LocalId> locals_;
  // Of a lambda's call operator: what its closure holds.
  llvm::DenseMap<const clang::ValueDecl*, clang::FieldDecl*> captures_;
  clang::FieldDecl* capturedThis_ = nullptr;
};

}  // namespace irqlint
