#include "cli/ContractText.h"

#include <iterator>
#include <utility>
#include <vector>

#include "analyzer/ddi/AnnotationContract.h"

namespace irqlint {
namespace {

constexpr std::pair<ContractEffect, std::string_view> kEffects[] = {
    {ContractEffect::Waits, "may wait"},
    {ContractEffect::TouchesPageable, "touches pageable memory"},
    {ContractEffect::NeedsResidentArgs, "above APC_LEVEL only with resident memory"},
    {ContractEffect::RegistersCallback, "registers a callback"},
    {ContractEffect::AllocatesPool, "allocates memory"},
    {ContractEffect::FreesPool, "frees memory"},
    {ContractEffect::CriticalRegionEnter, "enters a critical region"},
    {ContractEffect::CriticalRegionLeave, "leaves a critical region"},
    {ContractEffect::RequiresApcsDisabled, "needs normal kernel APCs to be disabled"},
    {ContractEffect::RequiresApcsEnabled, "needs special kernel APCs to be enabled"},
    {ContractEffect::ReturnsCurrentIrql, "returns the current level"},
    {ContractEffect::AssertsPagedCode, "asserts that pageable code may run"},
    {ContractEffect::LocksPagedCode, "says that the pageable code is locked in memory"},
    {ContractEffect::RaisesUntilWait, "stays at DISPATCH_LEVEL until the wait that must follow"},
    {ContractEffect::GuardedRegionEnter, "enters a guarded region"},
    {ContractEffect::GuardedRegionLeave, "leaves a guarded region"},
};

std::string_view nameOf(LockKind kind) {
  constexpr std::string_view kNames[] = {
      "spin lock", "reader-writer spin lock", "interrupt lock", "fast mutex", "guarded mutex", "push lock", "resource",
      "wait lock"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view sourceOf(ContractConfidence confidence) {
  constexpr std::string_view kNames[] = {"inferred; nothing is reported on it alone", "documentation", "read by hand",
                                         "annotations"};
  return kNames[static_cast<std::size_t>(confidence)];
}

std::string parameterName(const Contract& contract, std::uint32_t parameter) {
  if (parameter < contract.parameters.size() && !contract.parameters[parameter].empty())
    return "'" + contract.parameters[parameter] + "'";
  return "argument " + std::to_string(parameter + 1);
}

std::string textOf(const Contract& contract, const LevelSource& source) {
  if (const auto* level = std::get_if<Irql>(&source.value)) return irqlName(*level);
  return "the level in " + parameterName(contract, std::get<1>(source.value));
}

std::string textOf(const Contract& contract, const LevelPlace& place) {
  switch (place.kind) {
    case LevelPlace::Kind::Return: return "the result";
    case LevelPlace::Kind::Parameter: return parameterName(contract, place.parameter);
    case LevelPlace::Kind::Pointee: return "what " + parameterName(contract, place.parameter) + " points to";
    case LevelPlace::Kind::Member: return parameterName(contract, place.parameter) + "->" + place.member;
    case LevelPlace::Kind::Lock: return "the lock " + parameterName(contract, place.parameter);
  }
  return "";
}

std::string boundsOf(const ContractTerms& terms) {
  if (!terms.maximum) return terms.minimum ? "at " + irqlName(*terms.minimum) + " or above" : "";
  const Irql low = terms.minimum.value_or(kPassiveLevel);
  return low == *terms.maximum ? "at " + irqlName(low) : "from " + irqlName(low) + " to " + irqlName(*terms.maximum);
}

// What the terms do to the level and else, one statement each.
std::vector<std::string> effectsOf(const Contract& contract, const ContractTerms& terms) {
  std::vector<std::string> texts;
  if (terms.raises) texts.push_back("raises to " + textOf(contract, *terms.raises));
  if (terms.saves) texts.push_back("leaves the level before in " + textOf(contract, *terms.saves));
  if (terms.restores) texts.push_back("restores the level in " + textOf(contract, *terms.restores));
  if (terms.lowers) texts.push_back("lowers to " + textOf(contract, *terms.lowers));
  for (const auto& [effect, text] : kEffects)
    if (has(terms.effects, effect)) texts.emplace_back(text);
  return texts;
}

std::string textOf(const Contract& contract, const LockEffect& lock) {
  constexpr std::string_view kActions[] = {"takes", "tries to take", "releases"};
  std::string text =
      std::string(kActions[static_cast<std::size_t>(lock.action)]) + " the " + std::string(nameOf(lock.kind));
  if (lock.parameter || lock.handle)
    text += ' ' + parameterName(contract, lock.parameter ? *lock.parameter : *lock.handle);
  if (!lock.global.empty()) text += " '" + lock.global + "'";
  return lock.shared ? text + ", shared" : text;
}

void explainConditions(const Contract& contract, llvm::raw_ostream& out) {
  for (const ContractCondition& condition : contract.conditions) {
    out << "  if " << condition.when << ":\n";
    if (const std::string bounds = boundsOf(condition.terms); !bounds.empty())
      out << "    may be called " << bounds << '\n';
    const std::vector<std::string> effects = effectsOf(contract, condition.terms);
    for (const std::string& text : effects) out << "    " << text << '\n';
    if (condition.replacesRaises && !condition.terms.raises && !condition.terms.lowers && !condition.terms.restores)
      out << "    leaves the level alone\n";
  }
}

// What it makes of functions that are passed to it.
void explainRegistrations(const DdiDatabase& ddi, const Contract& contract, llvm::raw_ostream& out) {
  constexpr std::uint32_t kMostParameters = 32;
  for (std::uint32_t parameter = 0; parameter < kMostParameters; ++parameter) {
    for (const Registration& row : ddi.registrations(contract.name, parameter)) {
      out << "  makes the function in " << parameterName(contract, parameter) << " a " << row.role;
      out << (row.synchronous ? ", called before it returns\n" : "\n");
    }
  }
}

std::string levelsOf(const ContractTerms& terms) {
  const std::string bounds = boundsOf(terms);
  return bounds.empty() ? "at levels that are not known" : bounds;
}

std::string statements(const Contract& contract) {
  std::string text;
  llvm::raw_string_ostream out(text);
  out << (contract.isCallback && contract.calledBySystem ? "  is called " : "  may be called ")
      << levelsOf(contract.terms) << '\n';
  for (const std::string& effect : effectsOf(contract, contract.terms)) out << "  " << effect << '\n';
  explainConditions(contract, out);
  return text;
}

}  // namespace

bool explainContract(const DdiDatabase& ddi, std::string_view name, llvm::raw_ostream& out) {
  const Contract* contract = ddi.contract(name);
  if (contract == nullptr) return false;
  out << contract->name << (contract->isCallback ? ", a callback" : "") << '\n';
  if (!contract->alias.empty()) out << "  stands for " << contract->alias << '\n';
  out << statements(*contract);
  if (contract->usualMaximum) out << "  usually no higher than " << irqlName(*contract->usualMaximum) << '\n';
  if (contract->lock) out << "  " << textOf(*contract, *contract->lock) << '\n';
  explainRegistrations(ddi, *contract, out);
  if (contract->isPure) out << "  only computes: nothing to check in the call itself\n";
  out << "  known from: " << sourceOf(contract->confidence) << '\n';
  if (!contract->note.empty()) out << "  note: " << contract->note << '\n';
  return true;
}

std::string headerTerms(const Program& program, std::string_view name) {
  std::string text;
  for (const Function& function : program.functions) {
    if (function.name() != name) continue;
    std::vector<std::string> parameters;
    parameters.reserve(function.summary.parameters.size());
    for (const Parameter& parameter : function.summary.parameters) parameters.push_back(parameter.name);
    std::vector<std::string> problems;
    const auto declared = contractOf(name, parameters, function.summary.annotations, problems);
    if (!declared) continue;
    const Location place = program.locate(function.summary.location);
    text += "declared at " + place.file + ':' + std::to_string(place.line) + ":\n" + statements(*declared);
    const Contract* known = program.ddi().contract(name);
    const auto differs = [&](auto member) {
      const auto& said = declared->terms.*member;
      return said && said != known->terms.*member;
    };
    if (known != nullptr && (differs(&ContractTerms::minimum) || differs(&ContractTerms::maximum)))
      text += "  this is not what the contract above says; the " +
              std::string(function.contractIsDeclared ? "declaration" : "contract above") + " decides\n";
  }
  return text;
}

}  // namespace irqlint
