// The header kit says the same of a name as the kernel headers that it stands in front of.
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <clang/AST/ASTConsumer.h>
#include <clang/AST/ASTContext.h>
#include <clang/AST/RecordLayout.h>
#include <clang/AST/RecursiveASTVisitor.h>
#include <clang/Basic/Diagnostic.h>
#include <clang/Frontend/CompilerInstance.h>
#include <clang/Frontend/FrontendAction.h>
#include <clang/Lex/Preprocessor.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/Path.h>

#include "analyzer/frontend/CaseInsensitiveFileSystem.h"
#include "analyzer/frontend/Invocation.h"
#include "analyzer/frontend/SalCapture.h"
#include "cli/HeaderDirectories.h"

namespace irqlint {
namespace {

constexpr char kKit[] = IRQLINT_SOURCE_DIR "/analyzer/frontend/headers";

// "size of X", "X.member", "type of f", "value of E" -> what the headers say.
using Statements = std::map<std::string, std::string>;

class StatementCollector : public clang::RecursiveASTVisitor<StatementCollector> {
 public:
  StatementCollector(clang::ASTContext& context, Statements& said) : context_(context), said_(said) {}

  bool VisitRecordDecl(clang::RecordDecl* record) {
    const clang::TypedefNameDecl* alias = record->getTypedefNameForAnonDecl();
    const std::string name = alias != nullptr ? alias->getNameAsString() : record->getNameAsString();
    if (name.empty() || !record->isCompleteDefinition() || record->isInvalidDecl() || record->isDependentType())
      return true;
    const clang::ASTRecordLayout& layout = context_.getASTRecordLayout(record);
    said_["size of " + name] = std::to_string(layout.getSize().getQuantity());
    for (const clang::FieldDecl* field : record->fields()) {
      if (field->getNameAsString().empty()) continue;
      said_[name + "." + field->getNameAsString()] = std::to_string(layout.getFieldOffset(field->getFieldIndex()));
    }
    return true;
  }
  bool VisitFunctionDecl(clang::FunctionDecl* function) {
    if (function->getType()->isDependentType() || !function->getType()->isFunctionProtoType()) return true;
    const auto* type = function->getType()->castAs<clang::FunctionProtoType>();
    std::string text = widthOf(type->getReturnType());
    for (const clang::QualType parameter : type->param_types()) text += ", " + widthOf(parameter);
    said_["type of " + function->getNameAsString()] = text + (type->isVariadic() ? ", ..." : "");
    return true;
  }
  bool VisitEnumConstantDecl(clang::EnumConstantDecl* constant) {
    said_["value of " + constant->getNameAsString()] = llvm::toString(constant->getInitVal(), 10);
    return true;
  }

 private:
  // What a caller passes or gets, whatever it is called.
  std::string widthOf(clang::QualType type) const {
    const clang::QualType plain = type.getCanonicalType().getUnqualifiedType();
    if (plain->isVoidType()) return "void";
    if (plain->isPointerType()) return plain->getPointeeType()->isFunctionType() ? "function" : "pointer";
    if (plain->isIncompleteType()) return "incomplete";
    return std::string(plain->isRecordType() ? "record " : "number ") +
           std::to_string(context_.getTypeSizeInChars(plain).getQuantity());
  }

  clang::ASTContext& context_;
  Statements& said_;
};

class CollectAction : public clang::ASTFrontendAction {
 public:
  explicit CollectAction(Statements& said) : said_(said) {}

 protected:
  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance& compiler, llvm::StringRef) override {
    clang::Preprocessor& preprocessor = compiler.getPreprocessor();
    preprocessor.setPredefines(salPrelude(false) + preprocessor.getPredefines());
    preprocessor.addPPCallbacks(captureSal(preprocessor, SalPrelude::IsRead));
    return std::make_unique<Consumer>(said_);
  }

 private:
  struct Consumer : clang::ASTConsumer {
    explicit Consumer(Statements& to) : said(to) {}
    void HandleTranslationUnit(clang::ASTContext& context) override {
      StatementCollector(context, said).TraverseDecl(context.getTranslationUnitDecl());
    }
    Statements& said;
  };
  Statements& said_;
};

// What `source` declares over the installed kernel headers, with the kit or without.
Statements statementsOf(const std::string& source, bool withKit) {
  const auto fallback = fallbackHeaders(ProjectOptions{});
  EXPECT_TRUE(fallback) << fallback.error().message();
  if (!fallback) return {};
  const llvm::IntrusiveRefCntPtr<llvm::vfs::InMemoryFileSystem> unit(new llvm::vfs::InMemoryFileSystem);
  unit->addFile("/unit/t.c", 0, llvm::MemoryBuffer::getMemBufferCopy(source));
  const llvm::IntrusiveRefCntPtr<llvm::vfs::OverlayFileSystem> overlay(
      new llvm::vfs::OverlayFileSystem(llvm::vfs::createPhysicalFileSystem()));
  overlay->pushOverlay(unit);
  const llvm::IntrusiveRefCntPtr<CaseInsensitiveFileSystem> files(
      new CaseInsensitiveFileSystem(overlay, std::make_shared<FileCache>()));
  CompileCommand command{"/unit/t.c", "/", {}, CommandDialect::Gcc};
  if (!withKit) command.arguments = {"-I", kKit};  // its compiler intrinsics are wanted all the same
  ExtractOptions options;
  options.headerKit = withKit ? kKit : "";
  options.fallbackHeaders = *fallback;
  auto invocation = createInvocation(command, options, files);
  EXPECT_TRUE(invocation);
  if (!invocation) return {};
  clang::CompilerInstance compiler;
  compiler.setInvocation(*std::move(invocation));
  compiler.createDiagnostics(new clang::IgnoringDiagConsumer, /*ShouldOwnClient=*/true);
  compiler.createFileManager(files);
  Statements said;
  CollectAction action(said);
  compiler.ExecuteAction(action);
  return said;
}

// What the kit knows better: the documentation says so, the other headers are of an older system or mistaken.
const std::set<std::string> kKnownBetter = {
    // The adapter comes first.
    "type of StorPortReadPortUchar",
    "type of StorPortReadPortUlong",
    "type of StorPortReadPortUshort",
    "type of StorPortReadRegisterUchar",
    "type of StorPortReadRegisterUlong",
    "type of StorPortReadRegisterUshort",
    "type of StorPortWritePortUchar",
    "type of StorPortWritePortUlong",
    "type of StorPortWritePortUshort",
    "type of StorPortWriteRegisterUchar",
    "type of StorPortWriteRegisterUlong",
    "type of StorPortWriteRegisterUshort",
    // A class driver's private pointers came in between.
    "_FUNCTIONAL_DEVICE_EXTENSION.Reserved2",
    "_FUNCTIONAL_DEVICE_EXTENSION.Reserved3",
    "_FUNCTIONAL_DEVICE_EXTENSION.Reserved4",
    // Events for a device that is asked to leave, or to pause, come before them.
    "value of NdisDevicePnPEventPowerProfileChanged",
    "value of NdisDevicePnPEventSurpriseRemoved",
    // An address family has 16 bits.
    "type of GetIpForwardTable2",
    "type of GetIpInterfaceTable",
    "type of GetIpNetTable2",
    "type of GetUnicastIpAddressTable",
    "type of NotifyIpInterfaceChange",
    "type of NotifyRouteChange2",
    "type of NotifyUnicastIpAddressChange",
    // No driver uses it: the kit adds flags to the renaming structures by the name of a member that this has too.
    "_FILE_COPY_ON_WRITE_INFORMATION.FileName",
    "_FILE_COPY_ON_WRITE_INFORMATION.FileNameLength",
    "_FILE_COPY_ON_WRITE_INFORMATION.RootDirectory",
    // Vectors have three parts.
    "KSDS3D_LISTENER_ORIENTATION.Top",
};

// Structures got new members at their end, enumerations new values before their last, the maximum. What both headers
// know of them must be the same all the same, and is compared by itself.
bool hasGrown(const std::string& what, const std::string& kit, const std::string& base) {
  const llvm::StringRef name(what);
  const bool mayGrow = name.starts_with("size of ") || name.ends_with("Max") || name.ends_with("Maximum") ||
                       name.starts_with("value of Max");
  return mayGrow && std::stoll(kit) > std::stoll(base);
}

class HeaderAgreement : public testing::TestWithParam<const char*> {};

TEST_P(HeaderAgreement, BothSayTheSameOfWhatBothDeclare) {
  const Statements kit = statementsOf(GetParam(), true);
  const Statements base = statementsOf(GetParam(), false);
  std::size_t compared = 0;
  for (const auto& [what, said] : base) {
    const auto known = kit.find(what);
    if (known == kit.end() || kKnownBetter.contains(what) || hasGrown(what, known->second, said)) continue;
    ++compared;
    EXPECT_EQ(known->second, said) << what;
  }
  EXPECT_GT(compared, 4000u);
}

std::string nameOf(const testing::TestParamInfo<const char*>& source) {
  llvm::StringRef name = llvm::StringRef(source.param).rsplit('<').second.split('.').first;
  return name.str();
}

INSTANTIATE_TEST_SUITE_P(
    Headers, HeaderAgreement,
    testing::Values("#include <wdm.h>\n", "#include <ntifs.h>\n", "#include <ntddk.h>\n#include <classpnp.h>\n",
                    "#include <ntddk.h>\n#include <fltuserstructures.h>\n",
                    "#include <ntddk.h>\n#include <fwptypes.h>\n",
                    "#include <ntddk.h>\n#include <ks.h>\n#include <ksmedia.h>\n",
                    "#include <ntddk.h>\n#include <ndis.h>\n", "#include <ntddk.h>\n#include <netioapi.h>\n",
                    "#include <ntddk.h>\n#include <ntddscsi.h>\n", "#include <ntddk.h>\n#include <ntddstor.h>\n",
                    "#include <ntddk.h>\n#include <ntintsafe.h>\n", "#include <ntddk.h>\n#include <ntstrsafe.h>\n",
                    "#include <ntddk.h>\n#include <storport.h>\n"),
    nameOf);

}  // namespace
}  // namespace irqlint
