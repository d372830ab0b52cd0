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

// PDRIVER_CANCEL, DRIVER_CANCEL* or an array of either.
bool isNamedFunctionPointer(clang::QualType type, const clang::ASTContext& context) {
  type = context.getBaseElementType(type);
  if (!type->isFunctionPointerType()) return false;
  return type->getAs<clang::TypedefType>() != nullptr || type->getPointeeType()->getAs<clang::TypedefType>() != nullptr;
}

}  // namespace

void addFunctionPointerFields(SummaryBuilder& builder) {
  TuSummary& summary = builder.summary();
  const clang::ASTContext& context = builder.context();
  std::set<Member> added;
  for (const clang::FieldDecl* field : builder.fields()) {
    if (field->getDeclName().isEmpty() || !isNamedFunctionPointer(field->getType(), context)) continue;
    const Member member{recordNameOf(*field), field->getNameAsString()};
    if (member.first.empty() || !added.insert(member).second) continue;
    summary.functionPointerFields.push_back(
        {builder.string(member.first), builder.string(member.second),
         builder.string(field->getType().getAsString(context.getPrintingPolicy()))});
  }
}

void addOwnRecords(SummaryBuilder& builder) {
  TuSummary& summary = builder.summary();
  std::set<StringId> known;
  for (const clang::FieldDecl* field : builder.fields()) {
    if (builder.isForeign(field->getParent()->getLocation())) continue;
    const StringId name = summary.strings.find(recordNameOf(*field));
    if (name && known.insert(name).second) summary.ownRecords.push_back(name);
  }
}

}  // namespace irqlint
