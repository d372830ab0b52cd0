#include "analyzer/support/Containment.h"

#include <cstdlib>
#include <mutex>

#include <llvm/Support/CrashRecoveryContext.h>
#include <llvm/Support/ErrorHandling.h>

#ifndef _WIN32
#include <csignal>
#include <cstring>
#include <memory>
#endif

namespace irqlint {
namespace {

#ifdef _WIN32

class SignalStack {};
void enableOnSignalStack() {}
std::string crashName(int code) { return "exception " + std::to_string(static_cast<unsigned>(code)); }

#else

// A stack for the crash handler of this thread: when the thread's own one has overflowed there is no other to run it
// on.
class SignalStack {
 public:
  SignalStack() : memory_(std::make_unique<char[]>(kSize)) {
    stack_t stack{};
    stack.ss_sp = memory_.get();
    stack.ss_size = kSize;
    sigaltstack(&stack, &previous_);
  }
  ~SignalStack() { sigaltstack(&previous_, nullptr); }
  SignalStack(const SignalStack&) = delete;
  SignalStack& operator=(const SignalStack&) = delete;

 private:
  static constexpr std::size_t kSize = 64 << 10;
  std::unique_ptr<char[]> memory_;
  stack_t previous_{};
};

// LLVM installs its handlers without SA_ONSTACK.
void enableOnSignalStack() {
  for (const int signal : {SIGSEGV, SIGBUS}) {
    struct sigaction action{};
    sigaction(signal, nullptr, &action);
    action.sa_flags |= SA_ONSTACK;
    sigaction(signal, &action, nullptr);
  }
}

std::string crashName(int code) {
  const int signal = code - 128;  // how LLVM encodes it, as shells do
  const char* name = signal > 0 ? sigabbrev_np(signal) : nullptr;
  return name ? std::string("SIG") + name : "code " + std::to_string(code);
}

#endif

}  // namespace

std::string runContained(llvm::function_ref<void()> work) {
  static std::once_flag once;
  std::call_once(once, [] {
    llvm::CrashRecoveryContext::Enable();
    // By default LLVM ends the process over what it gives up on.
    llvm::install_fatal_error_handler([](void*, const char*, bool) { std::abort(); });
    enableOnSignalStack();
  });
  const SignalStack signalStack;
  llvm::CrashRecoveryContext context;
  if (context.RunSafely(work)) return "";
  return crashName(context.RetCode);
}

}  // namespace irqlint
