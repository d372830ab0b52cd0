// A summary in which every member of every structure has a value that is not its default.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

#include "analyzer/model/TuSummary.h"

namespace irqlint::test {

inline SourceLocation at(std::uint32_t line) { return {FileId(1), line, 5, 9}; }

class FullSummary {
 public:
  FullSummary() {
    summary.mainFile = "/src/a.c";
    summary.files = {"/src/a.c", "/src/\xE9t\xE9.h"};
    summary.fileLines = {4711, 12};
    summary.fileHashes = {INT64_MAX, 1};
    summary.globals.push_back({"g@a.c",
                               "g",
                               "PDRIVER_CANCEL",
                               at(3),
                               Linkage::Internal,
                               true,
                               true,
                               {"PAGEDATA", SectionOrigin::SegmentPragma, at(2)},
                               8});
    addFunction();
    addGlobalExprs();
    summary.allocTexts.push_back({"f", "PAGE", AllocTextStanding::AfterBody, at(7), at(6)});
    summary.ownRecords.push_back(text("EXTENSION"));
    summary.functionPointerFields.push_back({text("OPS"), text("Cancel"), text("PDRIVER_CANCEL")});
    for (const auto kind : {ProblemKind::ParseError, ProblemKind::MissingHeader, ProblemKind::BodyLost,
                            ProblemKind::UnitFailed, ProblemKind::Unsupported}) {
      summary.problems.push_back({kind, "what happened", at(90)});
    }
    summary.suppressions.push_back(
        {SuppressionKind::Region, at(6), 6, SuppressionDirective::kEndOfFile, {"C28121", "IRQL101"}, "known", {}});
    summary.suppressions.push_back(
        {SuppressionKind::CommandLine, {}, 1, SuppressionDirective::kEndOfFile, {"C28121"}, "/wd28121", FileId(0)});
  }

  TuSummary summary;

 private:
  StringId text(std::string_view string) { return summary.strings.add(string); }

  void addFunction() {
    FunctionSummary function;
    function.identity = "f@a.c";
    function.name = "N::f";
    function.location = at(10);
    function.linkage = Linkage::Internal;
    function.isInline = function.isForeign = function.isNoReturn = true;
    function.isVariadic = function.isImplicit = function.bodyLost = true;
    function.parameters = {{"p", "PIRP"}, {"q", "KIRQL *"}};
    function.returnType = "NTSTATUS";
    function.annotations = {{"_IRQL_requires_max_", "DISPATCH_LEVEL", AnnotationTarget::Function, 0},
                            {"_IRQL_saves_", "", AnnotationTarget::Parameter, 1},
                            {"_When_", "return == 0, _IRQL_raises_(2)", AnnotationTarget::ReturnValue, 0}};
    function.roles = {"DRIVER_DISPATCH"};
    function.dispatchTypes = {"IRP_MJ_READ"};
    function.section = {"PAGE", SectionOrigin::AllocText, at(9)};
    function.overrides = {FunctionRef(0)};
    function.body = body();
    function.codeBytes = 4711;
    function.site = {SiteObstacle::Template, true, true, true, at(1), at(9), at(10), at(11), at(12)};
    summary.functions.push_back(std::move(function));
  }

  FunctionBody body() {
    FunctionBody body;
    ExprTable& e = body.exprs;
    const ExprId unknown = e.add({});
    e.add({});  // each Unknown is an expression of its own
    const ExprId number = e.add(Expr{ExprKind::Integer, Operator::None, INT64_MIN, {}, {}, {}, {}});
    const ExprId literal =
        e.add(Expr{ExprKind::String, Operator::None, 0, {}, {}, {}, text("caf\xC3\xA9 \x01\"\\ \xFF")});
    const ExprId parameter = e.add(Expr{ExprKind::Parameter, Operator::None, 1, {}, {}, {}, {}});
    const ExprId local = e.add(Expr{ExprKind::Local, Operator::None, 0, {}, {}, {}, {}});
    const ExprId global = e.add(Expr{ExprKind::Global, Operator::None, 0, {}, {}, {}, {}});
    const ExprId function = e.add(Expr{ExprKind::Function, Operator::None, 0, {}, {}, {}, {}});
    const ExprId result = e.add(Expr{ExprKind::CallResult, Operator::None, 1, {}, {}, {}, {}});
    const ExprId pointee = e.add(Expr{ExprKind::Dereference, Operator::None, 0, parameter, {}, {}, {}});
    const ExprId field = e.add(Expr{ExprKind::Field, Operator::None, 0, pointee, {}, text("IRP"), text("Cancel")});
    const ExprId element = e.add(Expr{ExprKind::Element, Operator::None, 0, global, number, {}, {}});
    const ExprId address = e.add(Expr{ExprKind::AddressOf, Operator::None, 0, element, {}, {}, {}});
    const ExprId negation = e.add(Expr{ExprKind::Unary, Operator::Complement, 0, field, {}, {}, {}});
    const ExprId sum = e.add(Expr{ExprKind::Binary, Operator::Remainder, 0, negation, local, {}, {}});
    e.add(Expr{ExprKind::Container, Operator::None, 0, address, {}, text("IRP"), text("Tail")});
    body.locals = {{text("x"), text("int"), at(11)}, {}};
    body.callCount = 2;
    body.end = at(80);

    BasicBlock entry;
    const auto add = [&](auto action) { entry.events.push_back({at(12), text("MACRO"), std::move(action)}); };
    add(CallEvent{CallId(0), FunctionRef(0), {}, {address, literal}, true, true, true, 5});
    add(CallEvent{CallId(1), {}, field, {function}, false, false, false, 0});
    add(AssignEvent{local, result, true});
    add(AssumeEvent{sum});
    add(MacroEvent{text("PAGED_CODE"), {text("arg"), {}}, {unknown, {}}});
    add(ReturnEvent{sum});
    add(ReturnEvent{});
    entry.terminator = {TerminatorKind::Switch, sum, {BlockId(1)}, {{-1, 7, BlockId(2)}}, at(20)};
    body.blocks.push_back(std::move(entry));
    body.blocks.push_back({{}, {TerminatorKind::Branch, sum, {BlockId(2), BlockId(3)}, {}, {}}});
    body.blocks.push_back({{}, {TerminatorKind::Jump, {}, {BlockId(3)}, {}, {}}});
    body.blocks.push_back({{}, {TerminatorKind::Choice, {}, {BlockId(4), BlockId(5)}, {}, {}}});
    body.blocks.push_back({{}, {TerminatorKind::Return, {}, {}, {}, {}}});
    body.blocks.push_back({{}, {TerminatorKind::Unreachable, {}, {}, {}, {}}});
    return body;
  }

  void addGlobalExprs() {
    const ExprId place = summary.globalExprs.add(Expr{ExprKind::Global, Operator::None, 0, {}, {}, {}, {}});
    const ExprId value = summary.globalExprs.add(Expr{ExprKind::Function, Operator::None, 0, {}, {}, {}, {}});
    summary.initialisers.push_back({place, value, at(4)});
  }
};

}  // namespace irqlint::test
