// What functions do to the level against what their annotations say of it.
#include <algorithm>
#include <set>

#include "analyzer/dataflow/AnalyzedProgram.h"
#include "analyzer/dataflow/IrqlAnalysis.h"

namespace irqlint {
namespace {

bool changesLevel(const ContractTerms& terms) { return terms.raises || terms.saves || terms.restores || terms.lowers; }

bool declaresChange(const Contract& contract) {
  return changesLevel(contract.terms) ||
         std::ranges::any_of(contract.conditions, [](const auto& c) { return c.replacesRaises; });
}

// Above DISPATCH_LEVEL a number stands for some device's level, of which two cannot be compared.
bool isSameLevel(Irql a, Irql b) { return a == b || (a > kDispatchLevel && b > kDispatchLevel); }

// Whether all that a function calls is known, so that what it is not seen to do it does not do.
class KnownBodies {
 public:
  explicit KnownBodies(const Program& program) : program_(program) {}

  bool contains(FunctionRef function) {
    seen_.clear();
    return isKnown(function);
  }

 private:
  bool isKnown(FunctionRef function) {
    if (!seen_.insert(function).second) return true;
    const FunctionSummary& summary = program_[function].summary;
    if (!summary.body || summary.statementsLost || summary.bodyLost) return false;
    return std::ranges::all_of(summary.body->blocks, [&](const BasicBlock& block) {
      return std::ranges::all_of(block.events, [&](const Event& event) {
        const auto* call = std::get_if<CallEvent>(&event.action);
        return call == nullptr || call->inAssertion || isKnown(function, *call);
      });
    });
  }

  bool isKnown(FunctionRef caller, const CallEvent& call) {
    const auto& targets = program_.targets(caller, call.id).functions;
    return !targets.empty() && std::ranges::all_of(targets, [&](FunctionRef target) {
      const Function& callee = program_[target];
      return (callee.contract != nullptr && !callee.contractIsDeclared) || isKnown(target);
    });
  }

  const Program& program_;
  std::set<FunctionRef> seen_;
};

// True if the body names its parameter `index` in anything it does.
bool usesParameter(const FunctionBody& body, std::uint32_t index) {
  for (std::size_t i = 0; i < body.exprs.size(); ++i) {
    const Expr& expr = body.exprs[ExprId(i)];
    if (expr.kind == ExprKind::Parameter && expr.value == index) return true;
  }
  return false;
}

class EffectReader {
 public:
  EffectReader(const Program& program, const IrqlFacts& facts)
      : program_(program), known_(program), contexts_(program.functions.size()) {
    for (const Context& context : facts.contexts) contexts_[context.function.index()].push_back(&context);
  }

  std::vector<UnperformedEffect> unperformed() {
    std::vector<UnperformedEffect> found;
    for (std::size_t i = 0; i < program_.functions.size(); ++i) {
      const FunctionRef ref(i);
      const Function& function = program_[ref];
      if (!function.isDefined() || function.summary.isForeign || !function.contractIsDeclared) continue;
      const ContractTerms& terms = function.contract->terms;
      if (!changesLevel(terms) || !known_.contains(ref)) continue;
      std::optional<UnperformedEffect> effect = unraised(ref, terms);
      if (!effect && terms.saves) effect = unused(ref, *terms.saves, UnperformedEffect::Kind::Saves);
      if (!effect && terms.restores) effect = unused(ref, *terms.restores, UnperformedEffect::Kind::Restores);
      if (effect) found.push_back(std::move(*effect));
    }
    return found;
  }

  std::vector<UndeclaredChange> undeclared() {
    std::set<FileId> files;  // in which functions say that they change the level
    for (const Function& function : program_.functions) {
      if (function.isDefined() && function.contractIsDeclared && declaresChange(*function.contract)) {
        files.insert(function.summary.location.file);
      }
    }
    std::set<FunctionRef> callbacks;
    for (const EntryPoint& entry : program_.entryPoints) {
      if (entry.role != nullptr) callbacks.insert(entry.function);
    }
    std::vector<UndeclaredChange> found;
    for (std::size_t i = 0; i < program_.functions.size(); ++i) {
      const FunctionRef ref(i);
      const Function& function = program_[ref];
      const FunctionSummary& summary = function.summary;
      if (!function.isDefined() || summary.isForeign || callbacks.contains(ref)) continue;
      const bool isAmongThem = summary.linkage == Linkage::External && files.contains(summary.location.file);
      if (function.contractIsDeclared ? declaresChange(*function.contract) : !isAmongThem) continue;
      if (const auto change = changeOf(ref)) found.push_back(*change);
    }
    return found;
  }

 private:
  // Declared to return at a level that it never returns at when it is entered below.
  std::optional<UnperformedEffect> unraised(FunctionRef ref, const ContractTerms& terms) const {
    const auto* declared = terms.raises ? std::get_if<Irql>(&terms.raises->value) : nullptr;
    if (declared == nullptr) return std::nullopt;
    std::optional<UnperformedEffect> found;
    for (const Context* context : contexts_[ref.index()]) {
      if (context->entry >= *declared || context->exits.empty()) continue;
      for (const AbstractState& exit : context->exits) {
        if (isSameLevel(exit.level, *declared) || !exit.isCertain()) return std::nullopt;
        if (!found) {
          found = {.function = ref,
                   .declared = *declared,
                   .entry = context->entry,
                   .exit = exit.level,
                   .location = exit.exit};
        }
      }
    }
    return found;
  }

  // Declared to keep a level in, or to take it from, a parameter that the body never uses; or in the result, which is
  // some other value.
  std::optional<UnperformedEffect> unused(FunctionRef ref, const LevelPlace& place,
                                          UnperformedEffect::Kind kind) const {
    const FunctionSummary& summary = program_[ref].summary;
    UnperformedEffect effect{.function = ref, .kind = kind, .location = summary.location};
    if (place.kind != LevelPlace::Kind::Return) {
      if (usesParameter(*summary.body, place.parameter) || place.parameter >= summary.parameters.size()) return {};
      effect.parameter = summary.parameters[place.parameter].name;
      return effect;
    }
    bool differs = false;
    for (const Context* context : contexts_[ref.index()]) {
      const KnownValue saved = KnownValue::constant(context->entry);
      for (const AbstractState& exit : context->exits) {
        if (!exit.returned.isConstant() || !exit.isCertain()) return std::nullopt;
        differs = differs || exit.returned != saved;
      }
    }
    return differs ? std::optional(effect) : std::nullopt;
  }

  // The change at some level of entry, if none of the exits from there is at that level, and at no level of entry it
  // depends on the path.
  std::optional<UndeclaredChange> changeOf(FunctionRef ref) const {
    std::optional<UndeclaredChange> found;
    for (const Context* context : contexts_[ref.index()]) {
      const auto changed = static_cast<std::size_t>(std::ranges::count_if(
          context->exits, [&](const AbstractState& exit) { return exit.level != context->entry && exit.isCertain(); }));
      if (changed == 0) continue;
      if (changed != context->exits.size()) return std::nullopt;
      if (!found) found = {ref, context->entry, context->exits.front().level};
    }
    return found;
  }

  const Program& program_;
  KnownBodies known_;
  std::vector<std::vector<const Context*>> contexts_;  // by function
};

}  // namespace

std::vector<UnperformedEffect> AnalyzedProgram::unperformedEffects() const {
  return EffectReader(program_, *facts_).unperformed();
}

std::vector<UndeclaredChange> AnalyzedProgram::undeclaredChanges() const {
  return EffectReader(program_, *facts_).undeclared();
}

}  // namespace irqlint
