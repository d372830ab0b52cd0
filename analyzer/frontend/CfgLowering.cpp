#include "analyzer/frontend/CfgLowering.h"

#include <vector>

#include <clang/AST/ASTContext.h>

#include "analyzer/frontend/LoweringContext.h"
#include "analyzer/frontend/StmtLowering.h"

namespace irqlint {
namespace {

// Copies expressions of a scratch table into that of the globals; what only the scratch table's code has a value for
// becomes Unknown.
class GlobalExprs {
 public:
  GlobalExprs(const ExprTable& from, ExprTable& to) : from_(from), to_(to), copies_(from.size()) {}

  ExprId copy(ExprId id) {
    if (!id) return id;
    ExprId& known = copies_[id.index()];
    if (known) return known;
    Expr expr = from_[id];
    const bool isScratch = expr.kind == ExprKind::Local || expr.kind == ExprKind::CallResult;
    if (isScratch || expr.kind == ExprKind::Parameter) expr = Expr();
    expr.lhs = copy(expr.lhs);
    expr.rhs = copy(expr.rhs);
    return known = to_.add(expr);
  }

 private:
  const ExprTable& from_;
  ExprTable& to_;
  std::vector<ExprId> copies_;
};

bool isRootedAtGlobal(const ExprTable& table, ExprId place) {
  while (table[place].kind == ExprKind::Field || table[place].kind == ExprKind::Element) place = table[place].lhs;
  return table[place].kind == ExprKind::Global;
}

}  // namespace

FunctionBody lowerBody(const clang::FunctionDecl& function, SummaryBuilder& builder) {
  const clang::FunctionDecl* definition = &function;
  const clang::Stmt* stmt = function.getBody(definition);
  FunctionBody body;
  LoweringContext context(builder, body, definition);
  StmtLowering(context).lowerFunction(*stmt);
  context.cfg.finish();
  return body;
}

void lowerInitialiser(const clang::VarDecl& variable, SummaryBuilder& builder) {
  const clang::VarDecl* definition = nullptr;
  const clang::Expr* initialiser = variable.getAnyInitializer(definition);
  if (initialiser == nullptr || initialiser->isValueDependent()) return;
  FunctionBody scratch;
  LoweringContext context(builder, scratch, nullptr);
  StmtLowering lowering(context);
  // What has static storage is zero to begin with.
  lowering.expressions().initialise(context.place(definition), definition->getType(), initialiser, /*isZeroed=*/true);
  const clang::CXXRecordDecl* record = definition->getType()->getAsCXXRecordDecl();
  if (record != nullptr && record->isDynamicClass()) {
    const ExprId type = context.exprs.field(context.place(definition), {}, kDynamicTypeName);
    context.assign(type, context.exprs.dynamicType(*record), definition->getSourceRange());
  }
  TuSummary& summary = builder.summary();
  GlobalExprs exprs(scratch.exprs, summary.globalExprs);
  for (const BasicBlock& block : scratch.blocks) {
    for (const Event& event : block.events) {
      const auto* part = std::get_if<AssignEvent>(&event.action);
      if (part == nullptr || !isRootedAtGlobal(scratch.exprs, part->place)) continue;
      const ExprId value = exprs.copy(part->value);
      if (summary.globalExprs[value].kind == ExprKind::Unknown) continue;
      summary.initialisers.push_back({exprs.copy(part->place), value, event.location});
    }
  }
}

}  // namespace irqlint
