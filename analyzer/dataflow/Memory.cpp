#include "analyzer/dataflow/Memory.h"

#include <string>

#include <llvm/ADT/STLExtras.h>

#include "analyzer/link/Places.h"

namespace irqlint {
namespace {

MemoryKinds kindsOfPool(PoolKind pool) {
  switch (pool) {
    case PoolKind::Paged: return MemoryKinds::of(MemoryKind::PagedPool);
    case PoolKind::NonPaged: return MemoryKinds::of(MemoryKind::NonPagedPool);
    default: return MemoryKinds::of(MemoryKind::Unknown);
  }
}

MemoryKinds kindsOfValue(const PoolSelector& selector, const PartlyKnown& value) {
  const auto isSet = [&](std::uint64_t bits) { return (value.ones & bits) != 0; };
  const auto mayBeSet = [&](std::uint64_t bits) { return ((value.ones | value.unknown) & bits) != 0; };
  if (isSet(selector.paged)) return MemoryKinds::of(MemoryKind::PagedPool);
  if (isSet(selector.nonPaged)) return MemoryKinds::of(MemoryKind::NonPagedPool);
  if (isSet(selector.executable)) return MemoryKinds::of(MemoryKind::ExecutablePool);
  if (mayBeSet(selector.paged | selector.nonPaged | selector.executable)) return MemoryKinds::of(MemoryKind::Unknown);
  const bool executes = selector.noExecute != 0 && !mayBeSet(selector.noExecute);
  return executes ? MemoryKinds::of(MemoryKind::ExecutablePool) : kindsOfPool(selector.otherwise);
}

}  // namespace

Memory::Memory(const Program& program) : program_(program), constants_(program), touches_(program.functions.size()) {
  findLists();
  findPageable();
}

const CallEvent* Memory::callOf(const AllocationCall& site) const {
  for (const BasicBlock& block : program_[site.function].summary.body->blocks) {
    for (const Event& event : block.events) {
      const auto* call = std::get_if<CallEvent>(&event.action);
      if (call != nullptr && call->id == site.call) return call;
    }
  }
  return nullptr;
}

MemoryKinds Memory::ofSelector(const std::string& type, ExprId selector, std::span<const AllocationCall> calls) {
  const PoolSelector* meaning = program_.ddi().poolSelector(type);
  if (meaning == nullptr) return MemoryKinds::of(MemoryKind::Unknown);
  MemoryKinds kinds;
  for (const PartlyKnown& value : constants_.valuesOf(selector, calls)) kinds = kinds | kindsOfValue(*meaning, value);
  return kinds;
}

// The lookaside lists that the program initialises, and what their entries are.
void Memory::findLists() {
  for (std::size_t i = 0; i < program_.functions.size(); ++i) {
    if (!program_.functions[i].isDefined()) continue;
    const FunctionRef function(i);
    const FunctionBody& body = *program_[function].summary.body;
    for (const BasicBlock& block : body.blocks) {
      for (const Event& event : block.events) {
        const auto* call = std::get_if<CallEvent>(&event.action);
        if (call == nullptr || !call->callee) continue;
        const LookasideList* list = program_.ddi().lookasideList(program_[call->callee].name());
        if (list == nullptr || list->parameter >= call->arguments.size() || !call->arguments[list->parameter]) continue;
        MemoryKinds kinds = kindsOfPool(list->entries);
        if (list->selectorParameter && *list->selectorParameter < call->arguments.size()) {
          const AllocationCall here{function, call->id};
          kinds = ofSelector(list->selectorType, call->arguments[*list->selectorParameter], {&here, 1});
        }
        for (const ObjectId object :
             program_.pointsTo().pointees(function, body.exprs, call->arguments[list->parameter])) {
          MemoryKinds& entries = entries_[object.index()];
          entries = entries | kinds;
        }
      }
    }
  }
}

void Memory::findPageable() {
  hasPageable_ = llvm::any_of(program_.globals, [&](const GlobalSummary& global) {
    return DdiDatabase::isPageableSection(global.section.name);
  });
  for (const ObjectId object : program_.pointsTo().objectsOf(ObjectKind::UserAddress)) {
    hasPageable_ = hasPageable_ || kindsOf(object).mayBePageable();
  }
  for (const ObjectId object : program_.pointsTo().objectsOf(ObjectKind::Allocation)) {
    if (hasPageable_) return;
    hasPageable_ = kindsOf(object).mayBePageable();
  }
}

MemoryKinds Memory::kindsOf(ObjectId id) {
  const auto key = id.index();
  // An object inside itself, by way of others, adds nothing to what these are.
  const auto [entry, isNew] = known_.try_emplace(key, MemoryKinds());
  if (!isNew) return entry->second;
  MemoryKinds kinds = MemoryKinds::of(MemoryKind::Unknown);
  const Object object = program_.pointsTo().object(id);
  switch (object.kind) {
    case ObjectKind::Unseen: break;
    case ObjectKind::UserAddress: kinds = MemoryKinds::of(MemoryKind::UserMemory); break;
    case ObjectKind::Global: kinds = ofGlobal(object.global); break;
    case ObjectKind::Local:
    case ObjectKind::Parameter: kinds = MemoryKinds::of(MemoryKind::Resident); break;
    case ObjectKind::Member: kinds = kindsOf(program_.pointsTo().around(id)); break;
    case ObjectKind::Allocation: kinds = ofAllocation(object); break;
  }
  known_[key] = kinds;
  return kinds;
}

MemoryKinds Memory::kindsOf(const std::vector<ObjectId>& objects) {
  if (objects.empty()) return MemoryKinds::of(MemoryKind::Unknown);
  MemoryKinds kinds;
  for (const ObjectId object : objects) kinds = kinds | kindsOf(object);
  return kinds;
}

MemoryKinds Memory::ofGlobal(GlobalRef ref) const {
  const GlobalSummary& global = program_.globals[ref.index()];
  const bool isPageable = DdiDatabase::isPageableSection(global.section.name) &&
                          !program_.lockedSections.names.contains(global.section.name);
  if (isPageable) return MemoryKinds::of(MemoryKind::PagedData);
  return MemoryKinds::of(global.isForeign ? MemoryKind::Unknown : MemoryKind::Resident);
}

MemoryKinds Memory::ofAllocation(const Object& object) {
  const AllocationCall& site = object.made.front();
  const CallEvent* call = callOf(site);
  MemoryKinds kinds;
  for (const FunctionRef callee : program_.targets(site.function, site.call).functions) {
    const Allocator* allocator = program_.ddi().allocator(program_[callee].name());
    if (call == nullptr || allocator == nullptr) {
      kinds = kinds | MemoryKinds::of(MemoryKind::Unknown);
      continue;
    }
    const auto argument = [&](const std::optional<std::uint32_t>& parameter) {
      return parameter && *parameter < call->arguments.size() ? call->arguments[*parameter] : ExprId();
    };
    switch (allocator->pool) {
      case PoolKind::ByArgument:
        kinds = kinds | ofSelector(allocator->selectorType, argument(allocator->selectorParameter), object.made);
        break;
      case PoolKind::ByList:
        kinds = kinds | (argument(allocator->listParameter) ? ofLists(*call, site.function, *allocator->listParameter)
                                                            : MemoryKinds::of(MemoryKind::Unknown));
        break;
      default: kinds = kinds | kindsOfPool(allocator->pool); break;
    }
  }
  return kinds;
}

// Of the entries of the lists that argument `parameter` points to: lists in view, or handles of lists.
MemoryKinds Memory::ofLists(const CallEvent& call, FunctionRef function, std::uint32_t parameter) {
  const ExprTable& exprs = program_[function].summary.body->exprs;
  MemoryKinds kinds;
  for (const ObjectId list : program_.pointsTo().pointees(function, exprs, call.arguments[parameter])) {
    const auto entries = entries_.find(list.index());
    if (entries != entries_.end()) {
      kinds = kinds | entries->second;
    } else {
      const bool isHandle = program_.pointsTo().object(list).kind == ObjectKind::Allocation;
      kinds = kinds | (isHandle ? kindsOf(list) : MemoryKinds::of(MemoryKind::Unknown));
    }
  }
  return kinds;
}

// The objects that `place` lies in as a whole: for a member, those that the record around it is or is in.
std::vector<ObjectId> Memory::objects(FunctionRef function, const ExprTable& exprs, ExprId place) const {
  const ExprId root = rootOf(exprs, place);
  if (exprs[root].kind == ExprKind::Dereference) {
    return program_.pointsTo().pointees(function, exprs, exprs[root].lhs);
  }
  return program_.pointsTo().objectsAt(function, exprs, root);
}

MemoryKinds Memory::at(FunctionRef function, const ExprTable& exprs, ExprId place) {
  const Expr& root = exprs[rootOf(exprs, place)];
  if (root.kind == ExprKind::Local || root.kind == ExprKind::Parameter) return MemoryKinds::of(MemoryKind::Resident);
  if (root.kind == ExprKind::Global) return ofGlobal(GlobalRef(static_cast<std::size_t>(root.value)));
  return kindsOf(objects(function, exprs, place));
}

MemoryKinds Memory::pointee(FunctionRef function, const ExprTable& exprs, ExprId pointer) {
  const Expr& value = exprs[pointer];
  if (value.kind == ExprKind::AddressOf) return at(function, exprs, value.lhs);
  return kindsOf(program_.pointsTo().pointees(function, exprs, pointer));
}

std::optional<ObjectId> Memory::pageablePointee(FunctionRef function, const ExprTable& exprs, ExprId pointer) {
  const Expr& value = exprs[pointer];
  const std::vector<ObjectId> found = value.kind == ExprKind::AddressOf
                                          ? objects(function, exprs, value.lhs)
                                          : program_.pointsTo().pointees(function, exprs, pointer);
  for (const ObjectId object : found) {
    if (!kindsOf(object).mayBePageable()) continue;
    if (program_.pointsTo().object(object).kind != ObjectKind::Member) return object;
    for (const ObjectId around : program_.pointsTo().around(object)) {
      if (kindsOf(around).mayBePageable()) return around;
    }
    return object;
  }
  return std::nullopt;
}

}  // namespace irqlint
