#include "analyzer/dataflow/IrqlAnalysis.h"

#include <llvm/ADT/STLExtras.h>

#include <algorithm>
#include <tuple>
#include <utility>

#include "analyzer/dataflow/EntryConditions.h"
#include "analyzer/dataflow/FunctionRun.h"
#include "analyzer/link/Assumptions.h"

namespace irqlint {

namespace {

// PAGED_CODE_LOCKED says that the section is locked down while the function runs raised.
bool isLockedDown(const Program& program, const FunctionBody& body) {
  for (const BasicBlock& block : body.blocks) {
    for (const Event& event : block.events) {
      const auto* macro = std::get_if<MacroEvent>(&event.action);
      if (macro == nullptr) continue;
      const Contract* contract = program.ddi().contract(program.strings[macro->name]);
      if (contract != nullptr && has(contract->terms.effects, ContractEffect::LocksPagedCode)) return true;
    }
  }
  return false;
}

// By function: in a pageable section, and locked down neither by itself nor by the driver.
std::vector<bool> pageableFunctions(const Program& program) {
  std::vector<bool> pageable;
  pageable.reserve(program.functions.size());
  for (const Function& function : program.functions) {
    pageable.push_back(function.isDefined() && program.isPageable(function.summary) &&
                       !isLockedDown(program, *function.summary.body));
  }
  return pageable;
}

// True if the system enters the callback with a lock held that it knows by name.
bool hasSystemLock(const Contract& role) {
  return role.lock && role.lock->action == LockAction::Release && !role.lock->global.empty();
}

// A function that has two roles is at odds with each of them in more than a lock.
bool hasOneRole(const Program& program, const EntryPoint& entry) {
  return std::all_of(program.entryPoints.begin(), program.entryPoints.end(), [&](const EntryPoint& other) {
    return other.function != entry.function || other.role == nullptr || other.role == entry.role;
  });
}

}  // namespace

IrqlAnalysis::IrqlAnalysis(const Program& program, const AnalysisOptions& options)
    : program_(program),
      asIfResident_(options.asIfResident),
      steering_(program),
      guards_(program),
      liveness_(program.functions.size()),
      pageable_(asIfResident_ ? std::vector<bool>(program.functions.size(), false) : pageableFunctions(program)),
      quiet_(program, pageable_, *(facts_.memory = std::make_unique<Memory>(program))),
      returnsSystemLock_(program.functions.size(), false),
      isCallback_(program.functions.size(), false) {
  for (const EntryPoint& entry : program.entryPoints) {
    if (entry.role != nullptr) isCallback_[entry.function.index()] = true;
    if (entry.role != nullptr && !entry.role->mustReturnAtEntryLevel && !hasSystemLock(*entry.role))
      returnsSystemLock_[entry.function.index()] = true;
  }
}
IrqlAnalysis::~IrqlAnalysis() = default;

IrqlFacts IrqlAnalysis::run() {
  // What is new when the unusual levels come is entered by nothing else.
  for (const bool unusual : {false, true}) {
    isUnusual_ = unusual;
    for (std::size_t i = 0; i < program_.entryPoints.size(); ++i) {
      const EntryPoint& entry = program_.entryPoints[i];
      enter(entry, i, unusual ? entry.unusualLevels : entry.levels);
    }
  }
  return std::move(facts_);
}

void IrqlAnalysis::enter(const EntryPoint& entry, std::size_t index, IrqlSet levels) {
  const Function& function = program_[entry.function];
  const bool pageable = isPageable(entry.function);
  // A caller nobody sees knows that pageable code is not for raised levels.
  if (entry.cause == EntryPoint::Cause::Unseen && pageable) {
    if (isUnusual_ == entry.levels.contains(kPassiveLevel)) return;
    levels = IrqlSet::of(kPassiveLevel);
  }
  for (Irql level = 0; level < kIrqlCount; ++level) {
    if (!levels.contains(level)) continue;
    std::vector<Fact> known;
    if (entry.role != nullptr && function.isDefined()) {
      known = factsAtEntry(*entry.role, level, program_, terms(entry.function));
    }
    const bool isLocked = entry.role != nullptr && hasSystemLock(*entry.role) && hasOneRole(program_, entry);
    const EnteredAs as{.apcsEnabled = entry.apcsEnabled, .lockedRole = isLocked ? entry.role : nullptr};
    const ContextId entered = context(entry.function, level, std::move(known), as);
    const bool isFault = pageable && level >= kDispatchLevel;
    facts_.roots.push_back({entered, index, entry.levels.contains(level) || (isFault && entry.isSometimesRaised)});
    if (isFault) {
      report({.kind = BreachKind::PagedCode,
              .context = entered,
              .location = function.summary.location,
              .level = level,
              .function = entry.function,
              .contract = entry.role,
              .required = kApcLevel});
      continue;
    }
    require(entered);
  }
}

const Contract* IrqlAnalysis::macroContract(StringId name) {
  macroContracts_.resize(program_.strings.all().size());
  std::optional<const Contract*>& known = macroContracts_[name.index()];
  if (!known) known = program_.ddi().contract(program_.strings[name]);
  return *known;
}

const Liveness& IrqlAnalysis::liveness(FunctionRef function) {
  std::unique_ptr<Liveness>& known = liveness_[function.index()];
  if (!known) known = std::make_unique<Liveness>(*program_[function].summary.body);
  return *known;
}

unsigned IrqlAnalysis::numberOf(const Expr& field) {
  const unsigned next = memberNumbers_.size();
  return memberNumbers_.try_emplace({field.record.index(), field.text.index()}, next).first->second;
}

Translation& IrqlAnalysis::translation(FunctionRef caller, const CallEvent& call, FunctionRef callee) {
  std::unique_ptr<Translation>& known = translations_[{&call, callee.index()}];
  if (!known) known = std::make_unique<Translation>(terms(caller), terms(callee).table(), call.arguments);
  return *known;
}

const Condition* IrqlAnalysis::condition(const ContractCondition& of) {
  const auto [entry, added] = conditions_.try_emplace(&of);
  if (added) {
    auto parsed = Condition::parse(of.when);
    if (parsed) entry->second = std::make_unique<Condition>(std::move(*parsed));
  }
  return entry->second.get();
}

void IrqlAnalysis::report(Breach breach) {
  // What was lost may have changed the level.
  if (program_[facts_.contexts[breach.context.index()].function].summary.statementsLost) breach.pathKnown = false;
  const auto key = std::make_tuple(breach.context, breach.location, breach.kind, breach.callee);
  const auto [entry, added] = reported_.try_emplace(key, facts_.breaches.size());
  if (added) {
    facts_.breaches.push_back(std::move(breach));
    return;
  }
  Breach& known = facts_.breaches[entry->second];
  if (breach.isKnown() && !known.isKnown()) known = std::move(breach);
}

bool IrqlAnalysis::noteTaken(ContextId context, const Terms& terms, const TakenLock& taken,
                             const AbstractState& state) {
  const LockState& lock = taken.lock;
  if (lock.global.empty() && (!lock.object || !terms.isNameableByCallers(lock.object))) return false;
  if (std::any_of(state.locks.begin(), state.locks.end(), [](const LockState& known) { return !known.held; })) {
    return false;
  }
  std::vector<TakenLock>& all = facts_.contexts[context.index()].taken;
  const auto known = std::find_if(all.begin(), all.end(), [&](const TakenLock& other) {
    return other.lock.object == lock.object && other.lock.global == lock.global && other.lock.isShared == lock.isShared;
  });
  if (known == all.end()) {
    all.push_back(taken);
    return true;
  }
  if (taken.certain && !known->certain) *known = taken;
  return false;
}

void IrqlAnalysis::addCaller(ContextId entered, CallSite site) {
  std::vector<CallSite>& callers = facts_.contexts[entered.index()].callers;
  const auto known = std::find_if(callers.begin(), callers.end(), [&](const CallSite& other) {
    return other.caller == site.caller && other.location == site.location;
  });
  if (known == callers.end()) {
    callers.push_back(std::move(site));
    return;
  }
  const bool levelGuessed = site.levelGuessed || known->levelGuessed;
  if (site.certain && !known->certain) *known = std::move(site);
  known->levelGuessed = levelGuessed;
}

// Constants that are passed tell calls apart best: which lock to take, whether to wait.
void IrqlAnalysis::keepConstants(FunctionRef function, std::vector<Fact>& inputs) {
  const Terms& known = terms(function);
  std::erase_if(inputs, [&](const Fact& fact) {
    return known[fact.term].kind != ExprKind::Parameter || !fact.value.isConstant();
  });
}

ContextId IrqlAnalysis::context(FunctionRef function, Irql level, std::vector<Fact> inputs, EnteredAs as) {
  as.apcsEnabled = as.apcsEnabled && level < kApcLevel && quiet_.wantsApcsDisabled(function);
  as.inGuardedRegion = as.inGuardedRegion && quiet_.wantsApcsEnabled(function);
  // Small ones are kept apart even so, for what they return of what they were given.
  const Function& called = program_[function];
  if (quiet_.of(function).contains(level) && called.isDefined() && called.summary.body->blocks.size() > kSmallBody) {
    keepConstants(function, inputs);
  }
  std::vector<ContextId>& known = byEntry_[{function, level, as}];
  for (const ContextId id : known) {
    if (facts_.contexts[id.index()].inputs == inputs) return id;
  }
  if (known.size() >= kContextsPerLevel && !inputs.empty()) {
    const std::size_t all = inputs.size();
    keepConstants(function, inputs);
    if (inputs.size() == all && known.size() >= kContextsByConstants) inputs.clear();
    if (inputs.size() < all) {
      ++facts_.joinedContexts;
      const ContextId join = context(function, level, std::move(inputs), as);
      Context& joined = facts_.contexts[join.index()];
      if (!joined.isJoin) ++joined.version;
      joined.isJoin = true;
      return join;
    }
  }
  const ContextId id(facts_.contexts.size());
  Context fresh;
  fresh.function = function;
  fresh.entry = level;
  fresh.highest = level;
  fresh.inputs = std::move(inputs);
  fresh.enteredAs = as;
  fresh.isUnusual = isUnusual_;
  facts_.contexts.push_back(std::move(fresh));
  known.push_back(id);
  return id;
}

void IrqlAnalysis::require(ContextId id) {
  const Context& wanted = facts_.contexts[id.index()];
  if (wanted.complete) return;
  requireUnfinished(id);
  if (wanted.complete || stack_.empty()) return;
  std::vector<Consulted>& known = facts_.contexts[stack_.back().index()].consultations;
  const bool isKnown = llvm::any_of(known, [&](const Consulted& other) { return other.context == id; });
  if (!isKnown) known.push_back({id, wanted.version});
}

void IrqlAnalysis::requireUnfinished(ContextId id) {
  Context& wanted = facts_.contexts[id.index()];
  if (wanted.running) {
    wanted.consulted = true;
    lowest_ = std::min(lowest_, depthOf(id));
    return;
  }
  // Ran in this round of an enclosing recursion already: its exits are as good as they can be for now.
  if (wanted.iteration != 0 && wanted.iteration == iteration_) {
    lowest_ = std::min(lowest_, wanted.lowest);
    return;
  }
  if (stack_.size() >= kCallDepth) return;
  analyse(id);
}

bool IrqlAnalysis::isEnteredLow(std::string_view role) const {
  return std::any_of(program_.entryPoints.begin(), program_.entryPoints.end(), [&](const EntryPoint& entry) {
    return entry.role != nullptr && entry.roleName == role && entry.role->terms.minimum && !entry.levels.empty() &&
           entry.levels.min() < *entry.role->terms.minimum;
  });
}

std::size_t IrqlAnalysis::depthOf(ContextId id) const {
  return static_cast<std::size_t>(std::find(stack_.begin(), stack_.end(), id) - stack_.begin());
}

namespace {

// What callers learn of `context` besides what FunctionRun::run tells the growth of.
auto marksOf(const Context& context) {
  const auto certain = llvm::count_if(context.taken, [](const TakenLock& taken) { return taken.certain; }) +
                       llvm::count_if(context.unlockedCalls, [](const UnlockedCall& call) { return call.certain; });
  return std::make_tuple(context.highest, context.levels, context.restores, certain);
}

}  // namespace

bool IrqlAnalysis::runOnce(ContextId id) {
  if (wouldFindTheSame(id)) return false;
  Context& context = facts_.contexts[id.index()];
  context.consultations.clear();
  const auto before = marksOf(context);
  context.isSettled = !FunctionRun(*this, id).run();
  if (!context.isSettled || marksOf(context) != before) ++context.version;
  return !context.isSettled;
}

// A run is decided by what its context knew before it and by the contexts that it consults.
bool IrqlAnalysis::wouldFindTheSame(ContextId id) {
  if (!facts_.contexts[id.index()].isSettled) return false;
  const std::vector<Consulted> last = facts_.contexts[id.index()].consultations;
  return llvm::all_of(last, [&](const Consulted& consulted) {
    require(consulted.context);
    return facts_.contexts[consulted.context.index()].version == consulted.version;
  });
}

// Tarjan's idea on contexts: a run that consulted the unfinished exits of one further down the stack is provisional,
// and is repeated as part of that one's rounds; the lowest of a recursion repeats until its exits stay the same.
void IrqlAnalysis::analyse(ContextId id) {
  const std::size_t depth = stack_.size();
  const std::size_t outerLowest = std::exchange(lowest_, depth);
  const std::size_t provisionalBefore = provisional_.size();
  stack_.push_back(id);
  facts_.contexts[id.index()].running = true;
  if (iteration_ == 0) iteration_ = ++lastIteration_;
  for (;;) {
    facts_.contexts[id.index()].consulted = false;
    const bool grew = runOnce(id);
    const Context& ran = facts_.contexts[id.index()];
    if (!ran.consulted || !grew) break;
    iteration_ = ++lastIteration_;
  }
  stack_.pop_back();
  Context& done = facts_.contexts[id.index()];
  done.running = false;
  done.complete = lowest_ >= depth;
  done.iteration = iteration_;
  done.lowest = lowest_;
  if (!done.complete) {
    provisional_.push_back(id);
    lowest_ = std::min(outerLowest, lowest_);
    return;
  }
  // The head of the recursion is final, and with it all that ran in its last round.
  for (std::size_t i = provisionalBefore; i < provisional_.size(); ++i) {
    facts_.contexts[provisional_[i].index()].complete = true;
  }
  provisional_.resize(provisionalBefore);
  lowest_ = outerLowest;
}

}  // namespace irqlint
