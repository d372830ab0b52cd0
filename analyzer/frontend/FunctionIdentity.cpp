#include "analyzer/frontend/FunctionIdentity.h"

#include <clang/AST/ASTContext.h>
#include <clang/AST/DeclCXX.h>
#include <clang/Basic/SourceManager.h>
#include <clang/Index/USRGeneration.h>
#include <llvm/ADT/SmallString.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/raw_ostream.h>

#include "analyzer/model/TuSummary.h"

namespace irqlint {
namespace {

const clang::CXXRecordDecl* lambdaOf(const clang::FunctionDecl& function) {
  const auto* method = llvm::dyn_cast<clang::CXXMethodDecl>(&function);
  return method != nullptr && method->getParent()->isLambda() ? method->getParent() : nullptr;
}

std::string usrOf(const clang::Decl& decl) {
  llvm::SmallString<128> usr;
  if (!clang::index::generateUSRForDecl(&decl, usr)) return usr.str().str();
  const auto* named = llvm::dyn_cast<clang::NamedDecl>(&decl);
  return named != nullptr ? named->getQualifiedNameAsString() : std::string();
}

// "line:column" of a declaration, which tells lambdas of one function apart.
std::string placeOf(const clang::Decl& decl) {
  const clang::SourceManager& sources = decl.getASTContext().getSourceManager();
  const clang::SourceLocation place = sources.getExpansionLoc(decl.getBeginLoc());
  return std::to_string(sources.getExpansionLineNumber(place)) + ":" +
         std::to_string(sources.getExpansionColumnNumber(place));
}

const clang::FunctionDecl* enclosingFunction(const clang::Decl& decl) {
  for (const clang::DeclContext* context = decl.getDeclContext(); context != nullptr; context = context->getParent()) {
    if (const auto* function = llvm::dyn_cast<clang::FunctionDecl>(context)) return function;
  }
  return nullptr;
}

// Names unnamed types by the file they stand in, without its folder: units may reach one header by different ways.
class FileNames : public clang::PrintingCallbacks {
 public:
  std::string remapPath(llvm::StringRef path) const override { return llvm::sys::path::filename(path).str(); }
};

std::string printed(const clang::NamedDecl& decl, bool withPlaces) {
  const FileNames fileNames;
  clang::PrintingPolicy policy = decl.getASTContext().getPrintingPolicy();
  policy.AnonymousTagLocations = withPlaces;
  policy.Callbacks = &fileNames;
  std::string name;
  llvm::raw_string_ostream out(name);
  decl.getNameForDiagnostic(out, policy, /*Qualified=*/true);
  return name;
}

// The USR, and the places of the unnamed types among the template arguments, which all have the same USR.
std::string instanceOf(const clang::FunctionDecl& function) {
  const std::string name = printed(function, true);
  return usrOf(function) + (name == printed(function, false) ? "" : "@" + name);
}

std::string qualified(std::string_view file, std::string_view name) {
  std::string identity(file);
  identity += '#';
  identity += name;
  return identity;
}

std::string lambdaIdentity(const clang::FunctionDecl& function, const clang::CXXRecordDecl& lambda,
                           std::string_view file) {
  const clang::FunctionDecl* outer = enclosingFunction(lambda);
  std::string identity = outer != nullptr ? identityOf(*outer, file) : qualified(file, "");
  identity += "@lambda@" + placeOf(lambda);
  if (!function.isOverloadedOperator()) identity += "@" + function.getNameAsString();  // conversion to a pointer
  // A generic lambda has one operator() per instantiation.
  if (function.isTemplateInstantiation()) identity += "@" + function.getType().getCanonicalType().getAsString();
  return identity;
}

}  // namespace

bool hasExternalIdentity(const clang::NamedDecl& decl) {
  const auto* function = llvm::dyn_cast<clang::FunctionDecl>(&decl);
  return decl.isExternallyVisible() && (function == nullptr || lambdaOf(*function) == nullptr);
}

std::string identityOf(const clang::FunctionDecl& function, std::string_view file) {
  if (const clang::CXXRecordDecl* lambda = lambdaOf(function)) return lambdaIdentity(function, *lambda, file);
  const bool isC = !function.getLangOpts().CPlusPlus;
  if (hasExternalIdentity(function)) {
    return isC || function.isExternC() ? function.getNameAsString() : instanceOf(function);
  }
  return qualified(file, isC ? function.getNameAsString() : instanceOf(function));
}

std::string identityOf(const clang::VarDecl& variable, std::string_view file) {
  const bool plainName = !variable.isStaticLocal() && (!variable.getLangOpts().CPlusPlus || variable.isExternC());
  const std::string name = plainName ? variable.getNameAsString() : usrOf(variable);
  return variable.isExternallyVisible() ? name : qualified(file, name);
}

std::string identityOf(const clang::CXXRecordDecl& record, std::string_view file) {
  const std::string name = printed(record, true);
  std::string identity = usrOf(record) + (name == printed(record, false) ? "" : "@" + name);
  identity += kDynamicTypeName;
  return record.isExternallyVisible() ? identity : qualified(file, identity);
}

std::string readableName(const clang::NamedDecl& decl) {
  if (const auto* function = llvm::dyn_cast<clang::FunctionDecl>(&decl)) {
    if (const clang::CXXRecordDecl* lambda = lambdaOf(*function)) {
      const clang::FunctionDecl* outer = enclosingFunction(*lambda);
      return (outer != nullptr ? readableName(*outer) + "::" : std::string()) + std::string(kLambdaName);
    }
  }
  return printed(decl, false);
}

}  // namespace irqlint
