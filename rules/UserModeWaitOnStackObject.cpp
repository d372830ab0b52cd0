// A thread waits in user mode for an object on its own stack that other threads use.
#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"C28135", "CodeQL:KeWaitLocal"};

constexpr RuleInfo kInfo{
    .id = "POOL309",
    .name = "UserModeWaitOnStackObject",
    .title = "A thread waits in user mode for an object on its stack that others use",
    .severity = Severity::Error,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help = R"(While a thread waits with WaitMode UserMode, the system may page out its kernel stack, and with it every
local variable. Who then signals an event that lies there, a DPC, a completion routine or another thread, touches it at
DISPATCH_LEVEL, where the page cannot be brought back. It works until the system is short of memory and the wait is long.

Wrong:

```c
KEVENT Done;

KeInitializeEvent(&Done, NotificationEvent, FALSE);
KeInitializeDpc(&Extension->Dpc, OnDpc, &Done);    // calls KeSetEvent
KeWaitForSingleObject(&Done, UserRequest, UserMode, FALSE, NULL);
```

Right:

```c
KeWaitForSingleObject(&Done, Executive, KernelMode, FALSE, NULL);
```

To fix it, wait in KernelMode. A wait that must end when the process is terminated needs its object, and all else that
others use meanwhile, in nonpaged pool, and code that frees it when the last of them is done.

Driver Verifier does not provoke it: it shows by bad luck, as bug check 0xA or 0xD1 at an address on a stack.)",
};

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  const Program& program = analyzed.program();
  for (const StackWait& wait : analyzed.memory().stackWaits()) {
    Finding finding;
    finding.severity = Severity::Error;
    finding.certainty = Certainty::Definite;
    finding.location = program.locate(wait.location);
    if (wait.routine) {
      finding.codeFlow.push_back({.location = program.locate(wait.registeredAt),
                                  .message = "its address is given to '" + program[wait.routine].name() + "' here",
                                  .importance = Importance::Essential});
    } else {
      finding.codeFlow = analyzed.memoryStory(wait.user, wait.pointer, wait.object);
    }
    finding.codeFlow.push_back({.location = program.locate(wait.usedAt),
                                .message = "'" + program[wait.user].name() + "' passes it to '" + wait.usedBy + "'",
                                .importance = Importance::Essential});
    finding.codeFlow.push_back({.location = finding.location,
                                .message = "'" + wait.api + "' waits for it in user mode",
                                .importance = Importance::Essential});
    finding.relatedLocations.push_back({program.locate(wait.usedAt), "used by another thread here"});
    finding.arguments = {wait.api, program[wait.user].name()};
    finding.messageTemplate =
        "'{0}' waits in user mode for an object on the stack, which may be paged out meanwhile, while '{1}' "
        "[uses it](1).";
    finding.help = "wait in KernelMode, or take the object from nonpaged pool";
    finding.fingerprint = program[wait.function].summary.identity + "|" + wait.api + "|" + wait.usedBy;
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
