#include "analyzer/frontend/SalReader.h"

#include <algorithm>
#include <optional>

#include <clang/AST/ASTContext.h>
#include <clang/AST/Attr.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/TypeLoc.h>

namespace irqlint {
namespace {

constexpr llvm::StringRef kRoleAnnotations[] = {"_Function_class_", "__drv_functionClass"};
constexpr llvm::StringRef kDispatchAnnotations[] = {"_Dispatch_type_", "__drv_dispatchType"};

template <typename T>
void addOnce(std::vector<T>& list, T value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(std::move(value));
}

std::optional<Annotation> parseAnnotation(llvm::StringRef text) {
  if (!text.consume_front(llvm::StringRef(kSalPrefix))) return std::nullopt;
  Annotation annotation;
  const auto [name, rest] = text.split('(');
  annotation.name = name.trim().str();
  annotation.arguments = (rest.ends_with(")") ? rest.drop_back() : rest).trim().str();
  return annotation;
}

class FactReader {
 public:
  void read(const clang::FunctionDecl& function) {
    firstParameter_ = isInstanceMethod(function) ? 1 : 0;
    for (const clang::FunctionDecl* decl : function.redecls()) {
      readDecl(*decl, AnnotationTarget::Function, 0);
      readParameters(decl->parameters());
      if (decl->getTypeSourceInfo() != nullptr) readType(decl->getTypeSourceInfo()->getTypeLoc());
    }
  }

  DeclaredFacts take() { return std::move(facts_); }

 private:
  static bool isInstanceMethod(const clang::FunctionDecl& function) {
    const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(&function);
    return method != nullptr && method->isInstance();
  }

  void readDecl(const clang::Decl& decl, AnnotationTarget target, std::uint32_t parameter) {
    for (const auto* attr : decl.specific_attrs<clang::AnnotateAttr>()) {
      std::optional<Annotation> annotation = parseAnnotation(attr->getAnnotation());
      if (!annotation) continue;
      if (target == AnnotationTarget::Function) readNames(*annotation);
      annotation->target = target;
      annotation->parameter = parameter;
      addOnce(facts_.annotations, std::move(*annotation));
    }
  }

  void readNames(const Annotation& annotation) {
    const auto isOneOf = [&](const auto& names) {
      return std::find(std::begin(names), std::end(names), llvm::StringRef(annotation.name)) != std::end(names);
    };
    if (isOneOf(kRoleAnnotations)) addOnce(facts_.roles, annotation.arguments);
    if (isOneOf(kDispatchAnnotations)) addOnce(facts_.dispatchTypes, annotation.arguments);
  }

  void readParameters(llvm::ArrayRef<clang::ParmVarDecl*> parameters) {
    std::uint32_t index = firstParameter_;
    for (const clang::ParmVarDecl* parameter : parameters) {
      if (parameter != nullptr) readDecl(*parameter, AnnotationTarget::Parameter, index);
      ++index;
    }
  }

  // Follows the written type of a function down its chain of typedefs; each is a role.
  void readType(clang::TypeLoc type) {
    while (true) {
      type = type.getUnqualifiedLoc();
      if (const auto name = type.getAs<clang::TypedefTypeLoc>()) {
        const clang::TypedefNameDecl* decl = name.getTypedefNameDecl();
        if (!decl->getUnderlyingType()->isFunctionType()) return;
        addOnce(facts_.roles, decl->getNameAsString());
        for (const clang::TypedefNameDecl* redecl : decl->redecls()) {
          readDecl(*redecl, AnnotationTarget::Function, 0);
        }
        if (decl->getTypeSourceInfo() == nullptr) return;
        type = decl->getTypeSourceInfo()->getTypeLoc();
      } else if (const auto prototype = type.getAs<clang::FunctionTypeLoc>()) {
        readParameters(prototype.getParams());
        return;
      } else {
        const clang::TypeLoc next = type.getNextTypeLoc();
        if (next.isNull()) return;
        type = next;
      }
    }
  }

  DeclaredFacts facts_;
  std::uint32_t firstParameter_ = 0;
};

}  // namespace

DeclaredFacts readDeclaredFacts(llvm::ArrayRef<const clang::FunctionDecl*> functions) {
  FactReader reader;
  for (const clang::FunctionDecl* function : functions) reader.read(*function);
  return reader.take();
}

}  // namespace irqlint
