// The part of ContractTransfer that asks where the memory lies that a call is given.
#include <algorithm>

#include "analyzer/dataflow/ContractTransfer.h"

namespace irqlint {

// The argument for the parameter that conditions call `name`; none if there is none.
ExprId ContractTransfer::argumentNamed(const ContractCall& call, std::string_view name) const {
  const std::vector<std::string>& parameters = call.contract->parameters;
  const auto parameter = std::find(parameters.begin(), parameters.end(), name);
  if (parameter == parameters.end()) return {};
  return argument(call, static_cast<std::uint32_t>(parameter - parameters.begin()));
}

// What `pointer` leads to, whatever the path.
MemoryKinds ContractTransfer::memoryAt(ExprId pointer) const {
  if (!analysis_.memory().hasPageable()) return MemoryKinds::of(MemoryKind::Unknown);
  const FunctionRef function = analysis_.facts_.contexts[context_.index()].function;
  return analysis_.memory().pointee(function, terms_.table(), pointer);
}

// What a call touches on behalf of its caller must be in memory where no page fault can be served.
void ContractTransfer::judgeArguments(const ContractCall& call, const ContractTerms& terms,
                                      const AbstractState& state) {
  if (state.level < kDispatchLevel || !has(terms.effects, ContractEffect::NeedsResidentArgs)) return;
  if (!analysis_.memory().hasPageable()) return;
  const FunctionRef function = analysis_.facts_.contexts[context_.index()].function;
  // What is stored through the first argument is not touched itself.
  const bool isStore = has(terms.effects, ContractEffect::StoresPointer) && !call.arguments.empty();
  for (const ExprId pointer : isStore ? call.arguments.first(1) : call.arguments) {
    if (!pointer || terms_[pointer].kind == ExprKind::Unknown) continue;
    const MemoryKinds memory = memoryAt(pointer);
    if (!memory.mayBePageable()) continue;
    Breach breach = breachAt(call, BreachKind::PageableArgument, state);
    breach.required = kApcLevel;
    breach.conditionKnown = memory.isPageable();
    breach.memory.place = pointer;
    breach.memory.kinds = memory;
    const auto object = analysis_.memory().pageablePointee(function, terms_.table(), pointer);
    if (object) breach.memory.object = *object;
    analysis_.report(std::move(breach));
    return;
  }
}

// If the memory of an argument decides, which one and what it is.
void ContractTransfer::noteMemory(const ContractCall& call, Breach& breach) const {
  constexpr std::string_view kPredicate = "pageable(";
  const std::size_t start = breach.condition.find(kPredicate);
  if (start == std::string::npos) return;
  const std::size_t name = start + kPredicate.size();
  const ExprId pointer =
      argumentNamed(call, std::string_view(breach.condition).substr(name, breach.condition.find(')', name) - name));
  if (!pointer) return;
  breach.memory.place = pointer;
  breach.memory.kinds = memoryAt(pointer);
  const FunctionRef function = analysis_.facts_.contexts[context_.index()].function;
  const auto object = analysis_.memory().pageablePointee(function, terms_.table(), pointer);
  if (object) breach.memory.object = *object;
}

}  // namespace irqlint
