// The members of every structure in a summary, listed once for the writer and the reader; private to SummaryJson and
// SummaryBinary.
#pragma once

#include <concepts>
#include <type_traits>

#include "analyzer/model/TuSummary.h"

namespace irqlint {

// T is `Structure`, to be written or to be filled.
template <typename T, typename Structure>
concept Of = std::same_as<std::remove_const_t<T>, Structure>;

// The last value of each enumeration, to reject numbers beyond it.
constexpr auto lastOf(AnnotationTarget) { return AnnotationTarget::ReturnValue; }
constexpr auto lastOf(ExprKind) { return ExprKind::Container; }
constexpr auto lastOf(Operator) { return Operator::Remainder; }
constexpr auto lastOf(TerminatorKind) { return TerminatorKind::Raise; }
constexpr auto lastOf(Linkage) { return Linkage::Internal; }
constexpr auto lastOf(SectionOrigin) { return SectionOrigin::Declspec; }
constexpr auto lastOf(AllocTextStanding) { return AllocTextStanding::OtherLinkage; }
constexpr auto lastOf(ProblemKind) { return ProblemKind::Unsupported; }
constexpr auto lastOf(SiteObstacle) { return SiteObstacle::NoBlock; }
constexpr auto lastOf(SuppressionKind) { return SuppressionKind::CommandLine; }

template <typename A, Of<SourceLocation> T>
void fields(A& a, T& v) {
  a("file", v.file), a("line", v.line), a("column", v.column), a("endColumn", v.endColumn);
}
template <typename A, Of<Annotation> T>
void fields(A& a, T& v) {
  a("name", v.name), a("arguments", v.arguments), a("target", v.target), a("parameter", v.parameter);
}
template <typename A, Of<Parameter> T>
void fields(A& a, T& v) {
  a("name", v.name), a("type", v.type);
}
template <typename A, Of<SectionPlacement> T>
void fields(A& a, T& v) {
  a("name", v.name), a("origin", v.origin), a("location", v.location);
}
template <typename A, Of<Expr> T>
void fields(A& a, T& v) {
  a("kind", v.kind), a("op", v.op), a("value", v.value), a("lhs", v.lhs), a("rhs", v.rhs);
  a("record", v.record), a("text", v.text);
}
template <typename A, Of<CallEvent> T>
void fields(A& a, T& v) {
  a("id", v.id), a("callee", v.callee), a("target", v.target), a("arguments", v.arguments);
  a("isVirtual", v.isVirtual), a("isImplicit", v.isImplicit), a("inAssertion", v.inAssertion);
  a("recordArguments", v.recordArguments);
}
template <typename A, Of<AssignEvent> T>
void fields(A& a, T& v) {
  a("place", v.place), a("value", v.value), a("copiesRecord", v.copiesRecord);
}
template <typename A, Of<ReturnEvent> T>
void fields(A& a, T& v) {
  a("value", v.value);
}
template <typename A, Of<AssumeEvent> T>
void fields(A& a, T& v) {
  a("condition", v.condition);
}
template <typename A, Of<MacroEvent> T>
void fields(A& a, T& v) {
  a("name", v.name), a("arguments", v.arguments), a("argumentValues", v.argumentValues);
}
template <typename A, Of<Event> T>
void fields(A& a, T& v) {
  a("location", v.location), a("macro", v.macro), a("action", v.action);
}
template <typename A, Of<SwitchCase> T>
void fields(A& a, T& v) {
  a("low", v.low), a("high", v.high), a("target", v.target);
}
template <typename A, Of<Terminator> T>
void fields(A& a, T& v) {
  a("kind", v.kind), a("condition", v.condition), a("successors", v.successors), a("cases", v.cases);
  a("location", v.location);
}
template <typename A, Of<BasicBlock> T>
void fields(A& a, T& v) {
  a("events", v.events), a("terminator", v.terminator), a("handler", v.handler);
}
template <typename A, Of<Local> T>
void fields(A& a, T& v) {
  a("name", v.name), a("type", v.type), a("location", v.location);
}
template <typename A, Of<FunctionBody> T>
void fields(A& a, T& v) {
  a("exprs", v.exprs), a("locals", v.locals), a("blocks", v.blocks), a("callCount", v.callCount), a("end", v.end);
}
template <typename A, Of<DefinitionSite> T>
void fields(A& a, T& v) {
  a("obstacle", v.obstacle), a("isCxx", v.isCxx), a("hasCLinkage", v.hasCLinkage);
  a("pagedCodeKnown", v.pagedCodeKnown), a("declared", v.declared), a("start", v.start), a("open", v.open);
  a("lastDeclaration", v.lastDeclaration), a("firstStatement", v.firstStatement);
}
template <typename A, Of<FunctionSummary> T>
void fields(A& a, T& v) {
  a("identity", v.identity), a("name", v.name), a("location", v.location), a("linkage", v.linkage);
  a("isInline", v.isInline), a("isForeign", v.isForeign), a("isNoReturn", v.isNoReturn), a("isVariadic", v.isVariadic);
  a("isImplicit", v.isImplicit), a("bodyLost", v.bodyLost), a("parseErrors", v.parseErrors),
      a("statementsLost", v.statementsLost), a("parameters", v.parameters), a("returnType", v.returnType);
  a("annotations", v.annotations), a("roles", v.roles), a("dispatchTypes", v.dispatchTypes), a("section", v.section);
  a("overrides", v.overrides), a("body", v.body), a("codeBytes", v.codeBytes), a("site", v.site);
}
template <typename A, Of<GlobalSummary> T>
void fields(A& a, T& v) {
  a("identity", v.identity), a("name", v.name), a("type", v.type), a("location", v.location), a("linkage", v.linkage);
  a("isDefinition", v.isDefinition), a("isForeign", v.isForeign), a("section", v.section);
  a("bytes", v.bytes);
}
template <typename A, Of<Initialiser> T>
void fields(A& a, T& v) {
  a("place", v.place), a("value", v.value), a("location", v.location);
}
template <typename A, Of<FunctionPointerField> T>
void fields(A& a, T& v) {
  a("record", v.record), a("field", v.field), a("type", v.type);
}
template <typename A, Of<Problem> T>
void fields(A& a, T& v) {
  a("kind", v.kind), a("message", v.message), a("location", v.location);
}
template <typename A, Of<AllocText> T>
void fields(A& a, T& v) {
  a("function", v.function), a("section", v.section), a("standing", v.standing), a("location", v.location);
  a("definition", v.definition);
}
template <typename A, Of<SuppressionDirective> T>
void fields(A& a, T& v) {
  a("kind", v.kind), a("location", v.location), a("firstLine", v.firstLine), a("lastLine", v.lastLine);
  a("ids", v.ids), a("justification", v.justification), a("file", v.file);
}
template <typename A, Of<TuSummary> T>
void fields(A& a, T& v) {
  a("mainFile", v.mainFile), a("files", v.files), a("fileLines", v.fileLines), a("strings", v.strings),
      a("functions", v.functions);
  a("globals", v.globals), a("globalExprs", v.globalExprs), a("initialisers", v.initialisers);
  a("functionPointerFields", v.functionPointerFields), a("problems", v.problems), a("allocTexts", v.allocTexts);
  a("suppressions", v.suppressions), a("fileHashes", v.fileHashes), a("ownRecords", v.ownRecords);
}

}  // namespace irqlint
