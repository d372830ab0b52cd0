// A function declared as one kind of callback and registered as another.
#include <algorithm>

#include "rules/Rule.h"

namespace irqlint {
namespace {

constexpr std::string_view kCounterparts[] = {"C28101",
                                              "C28127",
                                              "C28165",
                                              "C28168",
                                              "CodeQL:CurrentFunctionTypeNotCorrect",
                                              "CodeQL:DispatchMismatch",
                                              "CodeQL:InvalidFunctionPointerAnnotation",
                                              "CodeQL:RoleTypeCorrectlyUsed",
                                              "CodeQL:WrongDispatchTableAssignment"};

constexpr RuleInfo kInfo{
    .id = "ANNO401",
    .name = "RoleMismatch",
    .title = "A function is declared with one role and registered for another",
    .severity = Severity::Warning,
    .precision = Precision::High,
    .counterparts = kCounterparts,
    .help =
        R"(The function type of a callback's declaration (`KDEFERRED_ROUTINE OnTimer;`) says at which IRQL the system
enters it; every analysis tool and every reader takes it at its word. Where the function is then registered as something
else, its body is written, and checked, for the wrong level. For a dispatch routine the same holds of the
`_Dispatch_type_` it names.

Wrong:

```c
IO_WORKITEM_ROUTINE OnTimer;               // PASSIVE_LEVEL

KeInitializeDpc(&Extension->Dpc, (PKDEFERRED_ROUTINE)OnTimer, Extension);   // DISPATCH_LEVEL
```

Right:

```c
KDEFERRED_ROUTINE OnTimer;

KeInitializeDpc(&Extension->Dpc, OnTimer, Extension);
```

To fix it, declare the function with the role it is registered for (and check its body against that role's level), or
register the function that was meant. A cast in the registration is a sign that the declaration is wrong.

At run time the mismatch shows as a call at an unexpected level; Driver Verifier with *Force IRQL Checking* makes the
consequences visible.)",
};

const std::string& plainName(const Contract& role) { return role.alias.empty() ? role.name : role.alias; }

// The roles that the function's declarations name; those that nothing is known of are left out.
std::vector<const Contract*> declaredRoles(const Program& program, const FunctionSummary& function) {
  std::vector<const Contract*> roles;
  for (const std::string& name : function.roles) {
    const Contract* role = program.ddi().contract(name);
    if (role != nullptr && role->isCallback) roles.push_back(role);
  }
  return roles;
}

bool isSame(const Contract& a, const Contract& b) { return plainName(a) == plainName(b); }

bool isRegistration(const EntryPoint& entry) {
  return entry.cause == EntryPoint::Cause::Registered || entry.cause == EntryPoint::Cause::Stored;
}

// Registered for a role that no declaration names, and not for one that a declaration does name as well: what serves
// two roles can be declared with one only.
bool isOtherRole(const Program& program, const EntryPoint& entry) {
  const std::vector<const Contract*> declared = declaredRoles(program, program[entry.function].summary);
  const auto isDeclared = [&](const EntryPoint& other) {
    return std::ranges::any_of(declared, [&](const Contract* role) { return isSame(*role, *other.role); });
  };
  return !declared.empty() && std::ranges::none_of(program.entryPoints, [&](const EntryPoint& other) {
    return other.function == entry.function && isRegistration(other) && isDeclared(other);
  });
}

// Stored, it and no other, for an IRP type that is not among those the declarations list.
bool isOtherDispatchType(const Program& program, const EntryPoint& entry) {
  const auto stored = program.ddi().constant(entry.roleName);
  const std::vector<std::string>& types = program[entry.function].summary.dispatchTypes;
  if (types.empty() || !stored) return false;
  for (const std::string& type : types) {
    const auto listed = program.ddi().constant(type);
    if (!listed || listed == stored) return false;  // a name of several types, such as "other", or this one
  }
  return std::ranges::none_of(program.entryPoints, [&](const EntryPoint& other) {
    return other.function != entry.function && isRegistration(other) && other.location == entry.location;
  });
}

void check(const AnalyzedProgram& analyzed, FindingSink& sink) {
  const Program& program = analyzed.program();
  for (const EntryPoint& entry : program.entryPoints) {
    if (!isRegistration(entry)) continue;
    const bool isDispatch = isOtherDispatchType(program, entry);
    if (!isDispatch && !isOtherRole(program, entry)) continue;
    const FunctionSummary& function = program[entry.function].summary;
    Finding finding;
    finding.location = program.locate(entry.location);
    finding.relatedLocations.push_back({program.locate(function.location), "'" + function.name + "' is defined here"});
    finding.arguments = {function.name, isDispatch ? function.dispatchTypes.front() : function.roles.front(),
                         entry.roleName, entry.registrar};
    finding.messageId = isDispatch ? "dispatchType" : "role";
    finding.messageTemplate = isDispatch ? "'{0}' is annotated for '{1}' but is stored for '{2}' here."
                                         : "'{0}' is declared as '{1}' but is registered as '{2}' here ('{3}').";
    finding.help = isDispatch ? "add _Dispatch_type_(" + entry.roleName + ") to the declaration"
                              : "declare '" + function.name + "' as " + entry.roleName;
    finding.fingerprint = function.identity + "|" + entry.roleName;
    sink.report(std::move(finding));
  }
}

const RuleRegistration kRegistration{kInfo, check};

}  // namespace
}  // namespace irqlint
