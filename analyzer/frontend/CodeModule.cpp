#include "analyzer/frontend/CodeModule.h"

#include <memory>
#include <string>

#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/StringExtras.h>
#include <llvm/IR/Constants.h>
#include <llvm/IR/Instructions.h>
#include <llvm/IR/IntrinsicInst.h>
#include <llvm/IR/LegacyPassManager.h>
#include <llvm/MC/TargetRegistry.h>
#include <llvm/Passes/PassBuilder.h>
#include <llvm/Support/raw_ostream.h>
#include <llvm/Target/TargetMachine.h>

#include "analyzer/frontend/SalCapture.h"

namespace irqlint {
namespace {

constexpr llvm::StringLiteral kSectionPrefix = ".irqlint$";

// Filters and termination handlers of guarded blocks, as Microsoft mangles them.
bool isOutlined(const llvm::Function& code) {
  return code.getName().starts_with("?filt$") || code.getName().starts_with("?fin$");
}

bool isAnnotation(llvm::Intrinsic::ID id) {
  return id == llvm::Intrinsic::var_annotation || id == llvm::Intrinsic::ptr_annotation ||
         id == llvm::Intrinsic::annotation;
}

void dropCalls(llvm::Function& callee) {
  for (llvm::User* user : llvm::make_early_inc_range(callee.users())) {
    auto* call = llvm::dyn_cast<llvm::CallInst>(user);
    if (call == nullptr || call->getCalledOperand() != &callee) continue;
    // An annotation has the value of what it annotates; that of an assertion is not used.
    if (!call->getType()->isVoidTy()) {
      const bool isAssertion = callee.getIntrinsicID() == llvm::Intrinsic::not_intrinsic;
      call->replaceAllUsesWith(isAssertion ? llvm::Constant::getNullValue(call->getType()) : call->getArgOperand(0));
    }
    call->eraseFromParent();
  }
}

void optimise(llvm::Module& module, llvm::TargetMachine& machine) {
  llvm::PipelineTuningOptions tuning;
  tuning.SLPVectorization = true;  // as Clang does
  llvm::PassBuilder passes(&machine, tuning);
  llvm::LoopAnalysisManager loops;
  llvm::FunctionAnalysisManager functions;
  llvm::CGSCCAnalysisManager components;
  llvm::ModuleAnalysisManager modules;
  passes.registerModuleAnalyses(modules);
  passes.registerCGSCCAnalyses(components);
  passes.registerFunctionAnalyses(functions);
  passes.registerLoopAnalyses(loops);
  passes.crossRegisterProxies(loops, functions, components, modules);
  passes.buildPerModuleDefaultPipeline(llvm::OptimizationLevel::O2).run(module, modules);
}

}  // namespace

void placeAlone(llvm::Function& code, std::uint32_t function, bool mayBeInlined) {
  if (code.isDeclaration()) return;
  code.setSection((kSectionPrefix + llvm::Twine(function)).str());
  if (!isOutlined(code)) {
    code.setLinkage(llvm::GlobalValue::ExternalLinkage);  // kept, and called in ways that cannot be seen
    if (!mayBeInlined) {
      code.removeFnAttr(llvm::Attribute::AlwaysInline);
      code.addFnAttr(llvm::Attribute::NoInline);
    }
  }
  for (llvm::Function& other : *code.getParent()) {
    if (!isOutlined(other) || other.hasSection()) continue;
    const bool isOfThis = llvm::any_of(other.users(), [&](const llvm::User* user) {
      const auto* instruction = llvm::dyn_cast<llvm::Instruction>(user);
      return instruction != nullptr && instruction->getFunction() == &code;
    });
    if (isOfThis) placeAlone(other, function, mayBeInlined);
  }
}

std::optional<std::uint32_t> functionIn(llvm::StringRef section) {
  std::uint32_t function = 0;
  if (!section.consume_front(kSectionPrefix) || section.getAsInteger(10, function)) return std::nullopt;
  return function;
}

void dropAnalysisMarks(llvm::Module& module) {
  for (llvm::Function& function : module) {
    if (isAnnotation(function.getIntrinsicID()) || function.getName() == kAssumeFunction) dropCalls(function);
  }
  if (llvm::GlobalVariable* all = module.getGlobalVariable("llvm.global.annotations")) all->eraseFromParent();
}

llvm::SmallVector<char, 0> objectOf(llvm::Module& module, const clang::TargetOptions& target) {
  llvm::SmallVector<char, 0> object;
  std::string error;
  const llvm::Target* backend = llvm::TargetRegistry::lookupTarget(module.getTargetTriple(), error);
  if (backend == nullptr) return object;
  const std::unique_ptr<llvm::TargetMachine> machine(
      backend->createTargetMachine(module.getTargetTriple(), target.CPU, llvm::join(target.Features, ","),
                                   llvm::TargetOptions(), llvm::Reloc::PIC_, std::nullopt));
  if (machine == nullptr) return object;
  optimise(module, *machine);
  llvm::raw_svector_ostream stream(object);
  llvm::legacy::PassManager emission;
  if (machine->addPassesToEmitFile(emission, stream, nullptr, llvm::CodeGenFileType::ObjectFile)) return object;
  emission.run(module);
  return object;
}

}  // namespace irqlint
