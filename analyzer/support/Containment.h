// Runs code that may crash.
#pragma once

#include <string>

#include <llvm/ADT/STLFunctionalExtras.h>

namespace irqlint {

// Runs `work` on this thread. Returns "" or, if it crashed, what ended it ("SIGSEGV", also for a stack overflow,
// "SIGABRT", also for a fatal error of LLVM). A crash runs no destructors of `work`: what it held is leaked. An
// exception it lets escape counts as an abort.
std::string runContained(llvm::function_ref<void()> work);

}  // namespace irqlint
