#include "analyzer/frontend/FunctionPointerFields.h"

#include <set>
#include <string>
#include <utility>

#include <clang/AST/ASTContext.h>
#include <clang/AST/Type.h>

#include "analyzer/frontend/ExprFactory.h"

namespace irqlint {
namespace {

using Member = std::pair<std::string, std::string>;  // record, field

void collectMentioned(const ExprTable& table, const StringTable& strings, std::set<Member>& mentioned) {
  for (const Expr& expr : table.all()) {
    if (expr.kind == ExprKind::Field && expr.record) mentioned.emplace(strings[expr.record], strings[expr.text]);
  }
}

// PDRIVER_CANCEL, DRIVER_CANCEL* or an array of either.
bool isNamedFunctionPointer(clang::QualType type, const clang::ASTContext& context) {
  type = context.getBaseElementType(type);
  if (!type->isFunctionPointerType()) return false;
  return type->getAs<clang::TypedefType>() != nullptr || type->getPointeeType()->getAs<clang::TypedefType>() != nullptr;
}

}  // namespace

void addFunctionPointerFields(const std::vector<const clang::RecordDecl*>& records, SummaryBuilder& builder) {
  TuSummary& summary = builder.summary();
  std::set<Member> wanted;
  collectMentioned(summary.globalExprs, summary.strings, wanted);
  for (const FunctionSummary& function : summary.functions) {
    if (function.body) collectMentioned(function.body->exprs, summary.strings, wanted);
  }
  const clang::ASTContext& context = builder.context();
  for (const clang::RecordDecl* record : records) {
    for (const clang::FieldDecl* field : record->fields()) {
      if (field->getDeclName().isEmpty() || !isNamedFunctionPointer(field->getType(), context)) continue;
      const Member member{recordNameOf(*field), field->getNameAsString()};
      if (wanted.erase(member) == 0) continue;
      summary.functionPointerFields.push_back(
          {builder.string(member.first), builder.string(member.second),
           builder.string(field->getType().getAsString(context.getPrintingPolicy()))});
    }
  }
}

void addOwnRecords(const std::vector<const clang::RecordDecl*>& records, SummaryBuilder& builder) {
  TuSummary& summary = builder.summary();
  std::set<StringId> known;
  for (const clang::RecordDecl* record : records) {
    if (record->field_empty() || builder.isForeign(record->getLocation())) continue;
    const StringId name = summary.strings.find(recordNameOf(**record->field_begin()));
    if (name && known.insert(name).second) summary.ownRecords.push_back(name);
  }
}

}  // namespace irqlint
