#include "analyzer/frontend/LoweringContext.h"

namespace irqlint {

LoweringContext::LoweringContext(SummaryBuilder& summaryBuilder, FunctionBody& functionBody,
                                 const clang::FunctionDecl* definition)
    : builder(summaryBuilder),
      body(functionBody),
      function(definition),
      exprs(functionBody.exprs, summaryBuilder),
      cfg(functionBody),
      cleanups(cfg),
      macros(summaryBuilder, cfg) {
  const auto* method = llvm::dyn_cast_or_null<clang::CXXMethodDecl>(definition);
  if (method != nullptr && method->getParent()->isLambda()) {
    method->getParent()->getCaptureFields(captures_, capturedThis_);
  }
}

void LoweringContext::assign(ExprId place, ExprId value, clang::SourceRange range, clang::QualType type) {
  add(range, range.getBegin(), AssignEvent{place, value, !type.isNull() && type->isRecordType()});
}

ExprId LoweringContext::call(CallEvent call, bool isNoReturn, clang::SourceRange range, clang::SourceLocation at) {
  call.id = CallId(body.callCount++);
  call.inAssertion = inAssertion;
  const ExprId result = exprs.callResult(call.id);
  cfg.guard(cleanups.exceptionTarget());
  add(range, at, std::move(call));
  if (isNoReturn) cfg.stop(TerminatorKind::Unreachable, builder.location(range));
  return result;
}

// What a pointer leads to may not be there; only where someone waits for that is it worth a block's end.
void LoweringContext::guardAccess(const AssignEvent& assign) {
  if (!accessesMemory(assign.place) && !accessesMemory(assign.value)) return;
  if (const BlockId handler = cleanups.exceptionTarget()) cfg.guard(handler);
}

bool LoweringContext::accessesMemory(ExprId expr) const {
  if (!expr) return false;
  const Expr& top = exprs[expr];
  if (top.kind == ExprKind::AddressOf) return false;
  return top.kind == ExprKind::Dereference || accessesMemory(top.lhs) || accessesMemory(top.rhs);
}

ExprId LoweringContext::place(const clang::VarDecl* variable) {
  if (const auto capture = captures_.find(variable); capture != captures_.end()) {
    // What the closure holds of it may be a pointer where the variable is an object, or the other way round.
    const ExprId field = captured(capture->second, variable->getName());
    const bool holdsPointer = capture->second->getType()->isReferenceType();
    if (holdsPointer == variable->getType()->isReferenceType()) return field;
    return holdsPointer ? exprs.dereference(field) : exprs.addressOf(field);
  }
  if (const auto* parameter = llvm::dyn_cast<clang::ParmVarDecl>(variable)) {
    if (function == nullptr || parameter->getDeclContext() != function) return exprs.unknown();
    const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(function);
    const unsigned shift = method != nullptr && method->isImplicitObjectMemberFunction() ? 1 : 0;
    return exprs.parameter(parameter->getFunctionScopeIndex() + shift);
  }
  if (variable->hasGlobalStorage()) return exprs.global(variable);
  return exprs.local(local(variable));
}

LocalId LoweringContext::local(const clang::VarDecl* variable) {
  const auto [entry, added] = locals_.try_emplace(variable, LocalId(body.locals.size()));
  if (added) {
    const StringId name = variable->getDeclName().isEmpty() ? StringId() : builder.string(variable->getName());
    body.locals.push_back(
        {name, builder.string(variable->getType().getAsString()), builder.location(variable->getLocation())});
  }
  return entry->second;
}

ExprId LoweringContext::temporary(clang::QualType type, clang::SourceRange range) {
  const LocalId id(body.locals.size());
  body.locals.push_back({StringId(), builder.string(type.getAsString()), builder.location(range)});
  return exprs.local(id);
}

ExprId LoweringContext::self() {
  if (capturedThis_ == nullptr) return exprs.parameter(0);
  const ExprId field = captured(capturedThis_, "this");
  return capturedThis_->getType()->isPointerType() ? field : exprs.addressOf(field);
}

ExprId LoweringContext::captured(const clang::FieldDecl* field, std::string_view name) {
  return exprs.field(exprs.dereference(exprs.parameter(0)), recordNameOf(*field), name);
}

}  // namespace irqlint
