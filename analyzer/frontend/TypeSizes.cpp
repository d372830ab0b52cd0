#include "analyzer/frontend/TypeSizes.h"

#include <algorithm>

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>

namespace irqlint {

bool TypeSizes::isKnown(clang::QualType type) {
  if (type.isNull() || type->isDependentType() || type->containsErrors() || type->isUndeducedType()) return false;
  // Stand-ins are typedefs, which the canonical type has forgotten.
  for (clang::QualType sugar = type;;) {
    const auto* named = sugar->getAs<clang::TypedefType>();
    if (named == nullptr) break;
    if (isStandIn(*named->getDecl())) return false;
    sugar = named->desugar();
  }
  if (const clang::ArrayType* array = context_.getAsArrayType(type)) return isKnown(array->getElementType());
  const clang::TagDecl* tag = type->getAsTagDecl();
  if (tag == nullptr) return !type->isIncompleteType() || type->isVoidType();
  tag = tag->getDefinition();
  if (tag == nullptr || !tag->isCompleteDefinition() || tag->isInvalidDecl() || isStandIn(*tag)) return false;
  const auto* record = llvm::dyn_cast<clang::RecordDecl>(tag);
  return record == nullptr || isKnown(*record);
}

bool TypeSizes::isKnown(const clang::RecordDecl& definition) {
  const auto known = records_.find(&definition);
  if (known != records_.end()) return known->second;
  bool result = std::all_of(definition.field_begin(), definition.field_end(), [&](const clang::FieldDecl* field) {
    const bool isOpen = field->getType()->isIncompleteArrayType();  // ends the record and has no size in it
    return !field->isInvalidDecl() &&
           isKnown(isOpen ? context_.getAsArrayType(field->getType())->getElementType() : field->getType());
  });
  if (const auto* classType = llvm::dyn_cast<clang::CXXRecordDecl>(&definition)) {
    result = result && std::all_of(classType->bases_begin(), classType->bases_end(),
                                   [&](const clang::CXXBaseSpecifier& base) { return isKnown(base.getType()); });
  }
  return records_[&definition] = result;
}

std::optional<std::uint64_t> TypeSizes::sizeOf(clang::QualType type) {
  if (!isKnown(type) || type->isIncompleteType() || type->isVariablyModifiedType()) return std::nullopt;
  return static_cast<std::uint64_t>(context_.getTypeSizeInChars(type).getQuantity());
}

}  // namespace irqlint
