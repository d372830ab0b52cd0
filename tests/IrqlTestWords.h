// Words that the tests of the IRQL analysis share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/TestProgram.h"

namespace irqlint::test {

inline constexpr std::string_view kDpc = "KDEFERRED_ROUTINE";
inline constexpr std::string_view kWorker = "IO_WORKITEM_ROUTINE";
inline constexpr std::string_view kCompletion = "IO_COMPLETION_ROUTINE";
inline const IrqlSet kPassive = IrqlSet::of(kPassiveLevel);
inline const IrqlSet kDispatch = IrqlSet::of(kDispatchLevel);

// As TestProgram::breaches names a place.
inline std::string at(std::uint32_t line, std::string_view callee) {
  return std::to_string(line) + " " + std::string(callee);
}

inline std::vector<std::string> tooHigh(TestProgram& program) { return program.breaches(BreachKind::TooHigh); }

inline void acquire(TestFunction& f) { f.call("KeAcquireSpinLock", {f.global("Lock"), f.addressOf(f.local("old"))}); }
inline void release(TestFunction& f) { f.call("KeReleaseSpinLock", {f.global("Lock"), f.local("old")}); }

}  // namespace irqlint::test
