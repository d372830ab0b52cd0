#include "analyzer/frontend/CodeSizes.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <clang/AST/ASTContext.h>
#include <clang/AST/Attr.h>
#include <clang/AST/DeclCXX.h>
#include <clang/AST/GlobalDecl.h>
#include <clang/Basic/CodeGenOptions.h>
#include <clang/Basic/Diagnostic.h>
#include <clang/CodeGen/ModuleBuilder.h>
#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/SmallVector.h>
#include <llvm/IR/DiagnosticInfo.h>
#include <llvm/IR/LLVMContext.h>
#include <llvm/IR/Module.h>
#include <llvm/Object/ObjectFile.h>
#include <llvm/Support/TargetSelect.h>

#include "analyzer/frontend/CodeModule.h"
#include "analyzer/frontend/CompilableBody.h"
#include "analyzer/support/Containment.h"

namespace irqlint {
namespace {

// A unit on which the compiler keeps failing is given up after so many attempts.
constexpr int kMostAttempts = 64;

struct Candidate {
  const clang::FunctionDecl* definition = nullptr;
  FunctionRef function;
};

using Sizes = std::map<std::uint32_t, std::uint64_t>;  // by the function's index

clang::GlobalDecl globalOf(const clang::FunctionDecl& function) {
  if (const auto* constructor = llvm::dyn_cast<clang::CXXConstructorDecl>(&function))
    return {constructor, clang::Ctor_Complete};
  if (const auto* destructor = llvm::dyn_cast<clang::CXXDestructorDecl>(&function))
    return {destructor, clang::Dtor_Base};
  return &function;
}

clang::CodeGenOptions codeGenOptions() {
  clang::CodeGenOptions options;
  options.OptimizationLevel = 2;
  options.setInlining(clang::CodeGenOptions::NormalInlining);
  // As the driver has it; unwindable prologues are longer.
  options.UnwindTables = static_cast<unsigned>(llvm::UWTableKind::Default);
  return options;
}

void initializeTargets() {
  static std::once_flag once;
  std::call_once(once, [] {
    llvm::InitializeAllTargets();
    llvm::InitializeAllTargetMCs();
    llvm::InitializeAllAsmPrinters();
    llvm::InitializeAllAsmParsers();
  });
}

class CodeMeasurement {
 public:
  CodeMeasurement(clang::CompilerInstance& compiler, std::vector<const clang::FunctionDecl*> inlinable)
      : compiler_(compiler), inlinable_(std::move(inlinable)) {}

  // Those of `candidates` that can be compiled: together, or if that fails, without the ones at fault.
  void measure(llvm::ArrayRef<Candidate> candidates, Sizes& sizes) {
    if (candidates.empty() || attempts_++ >= kMostAttempts) return;
    std::optional<Sizes> measured;  // lives outside the contained call
    const std::string crash = runContained([&] { measured = compile(candidates); });
    if (crash.empty() && measured) {
      sizes.merge(*measured);
    } else if (candidates.size() > 1) {
      measure(candidates.take_front(candidates.size() / 2), sizes);
      measure(candidates.drop_front(candidates.size() / 2), sizes);
    }
  }

 private:
  // None if the compiler reported an error.
  std::optional<Sizes> compile(llvm::ArrayRef<Candidate> candidates) {
    clang::IgnoringDiagConsumer ignore;
    // Of its own: after an error of the parser the generator would not even begin.
    clang::DiagnosticsEngine diagnostics(new clang::DiagnosticIDs, new clang::DiagnosticOptions, &ignore,
                                         /*ShouldOwnClient=*/false);
    llvm::LLVMContext context;
    bool failed = false;
    context.setDiagnosticHandlerCallBack(
        [](const llvm::DiagnosticInfo* info, void* hasFailed) {
          if (info->getSeverity() == llvm::DS_Error) *static_cast<bool*>(hasFailed) = true;
        },
        &failed);
    const clang::CodeGenOptions options = codeGenOptions();
    const std::unique_ptr<clang::CodeGenerator> generator(
        clang::CreateLLVMCodeGen(diagnostics, "unit", compiler_.getFileManager().getVirtualFileSystemPtr(),
                                 compiler_.getHeaderSearchOpts(), compiler_.getPreprocessorOpts(), options, context));
    generate(*generator, candidates);
    llvm::Module* module = generator->GetModule();
    if (module == nullptr || diagnostics.hasErrorOccurred()) return std::nullopt;
    for (const Candidate& candidate : candidates) {
      const llvm::StringRef name = generator->GetMangledName(globalOf(*candidate.definition));
      if (llvm::Function* code = module->getFunction(name)) {
        placeAlone(*code, candidate.function.index(), candidate.definition->isInlined());
      }
    }
    dropAnalysisMarks(*module);
    const llvm::SmallVector<char, 0> object = objectOf(*module, compiler_.getTargetOpts());
    if (failed || object.empty()) return std::nullopt;
    return read(llvm::StringRef(object.data(), object.size()));
  }

  void generate(clang::CodeGenerator& generator, llvm::ArrayRef<Candidate> candidates) {
    clang::ASTContext& ast = compiler_.getASTContext();
    const auto give = [&](const clang::FunctionDecl* definition) {
      generator.HandleTopLevelDecl(clang::DeclGroupRef(const_cast<clang::FunctionDecl*>(definition)));
    };
    generator.Initialize(ast);
    for (const clang::FunctionDecl* definition : inlinable_) give(definition);
    for (const Candidate& candidate : candidates) give(candidate.definition);
    generator.HandleTranslationUnit(ast);
  }

  static std::optional<Sizes> read(llvm::StringRef object) {
    auto file = llvm::object::ObjectFile::createObjectFile(llvm::MemoryBufferRef(object, "unit"));
    if (!file) {
      llvm::consumeError(file.takeError());
      return std::nullopt;
    }
    Sizes sizes;
    for (const llvm::object::SectionRef& section : (*file)->sections()) {
      llvm::Expected<llvm::StringRef> name = section.getName();
      if (!name) {
        llvm::consumeError(name.takeError());
      } else if (const std::optional<std::uint32_t> function = functionIn(*name)) {
        sizes[*function] += section.getSize();
      }
    }
    return sizes;
  }

  clang::CompilerInstance& compiler_;
  const std::vector<const clang::FunctionDecl*> inlinable_;
  int attempts_ = 0;
};

}  // namespace

void measureCode(clang::CompilerInstance& compiler, SummaryBuilder& builder) {
  initializeTargets();
  // Kernel code is built without; parsing allows them.
  compiler.getLangOpts().Exceptions = compiler.getLangOpts().CXXExceptions = false;
  std::vector<Candidate> candidates;
  std::vector<const clang::FunctionDecl*> inlinable;
  for (std::size_t i = 0; const clang::FunctionDecl* mentioned = builder.mentioned(i); ++i) {
    auto* definition = const_cast<clang::FunctionDecl*>(mentioned->getDefinition());
    if (definition == nullptr) continue;
    const FunctionRef ref = builder.function(definition);
    const FunctionSummary& function = builder.summary().functions[ref.index()];
    if (!function.body) continue;
    if (function.parseErrors != 0 || !makeCompilable(*definition, builder.typeSizes())) {
      definition->setBody(nullptr);  // the generator fetches what it finds used
    } else if (function.isForeign) {
      inlinable.push_back(definition);
    } else {
      definition->addAttr(clang::UsedAttr::CreateImplicit(compiler.getASTContext()));
      candidates.push_back({definition, ref});
    }
  }
  Sizes sizes;
  CodeMeasurement(compiler, std::move(inlinable)).measure(candidates, sizes);
  for (const auto& [function, bytes] : sizes) builder.summary().functions[function].codeBytes = bytes;
}

}  // namespace irqlint
