#include "analyzer/frontend/SalReader.h"

#include <algorithm>
#include <optional>

#include <clang/AST/ASTContext.h>
#include <clang/AST/Attr.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/Expr.h>
#include <clang/AST/TypeLoc.h>
#include <llvm/ADT/APSInt.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>

#include "analyzer/model/Irql.h"

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

// What the macros in the argument stand for, which the capture keeps beside it; "" if it keeps nothing.
llvm::StringRef expansionOf(const clang::AnnotateAttr& attr) {
  if (attr.args_size() != 1) return "";
  const auto* text = llvm::dyn_cast<clang::StringLiteral>((*attr.args_begin())->IgnoreParenImpCasts());
  return text != nullptr ? text->getString() : llvm::StringRef();
}

bool isName(llvm::StringRef text) {
  return !text.empty() && !llvm::isDigit(text.front()) &&
         llvm::all_of(text, [](char c) { return llvm::isAlnum(c) || c == '_'; });
}

// What `name` declares where `decl` stands; null if nothing does.
const clang::ValueDecl* valueNamed(const clang::Decl& decl, llvm::StringRef name) {
  const clang::DeclarationName declared(&decl.getASTContext().Idents.get(name));
  for (const clang::DeclContext* scope = decl.getDeclContext(); scope != nullptr; scope = scope->getParent()) {
    for (const clang::NamedDecl* found : scope->getRedeclContext()->lookup(declared)) {
      if (const auto* value = llvm::dyn_cast<clang::ValueDecl>(found)) return value;
    }
  }
  return nullptr;
}

std::string numberOf(const llvm::APSInt& value) { return llvm::toString(value, 10); }

// A level that the driver has a name of its own for, a macro or a constant, becomes what the name stands for. What
// stays a bare name is a level of the system, a parameter, or declared nowhere.
void resolveLevel(Annotation& annotation, const clang::AnnotateAttr& attr, const clang::Decl& decl) {
  const llvm::StringRef expansion = expansionOf(attr).trim();
  if (expansion.empty() || !isName(annotation.arguments) || parseIrql(annotation.arguments)) return;
  if (expansion != annotation.arguments) {
    annotation.arguments = parseIrql(expansion) ? expansion.str() : "(" + expansion.str() + ")";
    return;
  }
  const clang::ValueDecl* value = valueNamed(decl, annotation.arguments);
  if (const auto* constant = llvm::dyn_cast_or_null<clang::EnumConstantDecl>(value)) {
    annotation.arguments = numberOf(constant->getInitVal());
  } else if (const auto* variable = llvm::dyn_cast_or_null<clang::VarDecl>(value)) {
    const clang::Expr* initialiser = variable->getAnyInitializer();
    const bool isKnown =
        initialiser != nullptr && !initialiser->isValueDependent() && variable->getType().isConstQualified();
    const clang::APValue* known = isKnown ? variable->evaluateValue() : nullptr;
    annotation.arguments =
        known != nullptr && known->isInt() ? numberOf(known->getInt()) : "(" + annotation.arguments + ")";
  }
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
      resolveLevel(*annotation, *attr, decl);
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
