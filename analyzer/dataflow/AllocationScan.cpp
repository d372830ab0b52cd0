#include "analyzer/dataflow/AllocationScan.h"

#include <algorithm>

#include <llvm/ADT/STLExtras.h>

#include "analyzer/dataflow/PlaceText.h"
#include "analyzer/link/Places.h"

namespace irqlint {
namespace {

std::string quoted(const std::string& name) { return "'" + name + "'"; }

constexpr const char* kTouched = "is read or written";

}  // namespace

void AllocationUses::Scan::run() {
  for (const BasicBlock& block : body_.blocks) {
    for (const Event& event : block.events) {
      location_ = event.location;
      if (const auto* assigned = std::get_if<AssignEvent>(&event.action)) {
        assign(*assigned);
      } else if (const auto* result = std::get_if<ReturnEvent>(&event.action)) {
        evaluate(result->value);
        if (result_.entered_.contains(function_.index()))
          escape(result->value, "is returned to a caller that is not seen");
      } else if (const auto* called = std::get_if<CallEvent>(&event.action)) {
        call(*called);
      }
    }
    location_ = block.terminator.location;
    evaluate(block.terminator.condition);
  }
}

const AllocationUses::Scan::Pointees& AllocationUses::Scan::pointees(ExprId pointer) {
  std::optional<Pointees>& known = known_[pointer.index()];
  if (known) return *known;
  Pointees found;
  const ExprTable& exprs = body_.exprs;
  const Expr& value = exprs[pointer];
  const bool isPointer = value.kind != ExprKind::Integer && value.kind != ExprKind::String &&
                         value.kind != ExprKind::Function && value.kind != ExprKind::Unary;
  if (isPointer) {
    found.objects = program_.pointsTo().pointees(function_, exprs, pointer);
    // The address of a part leads to the whole too.
    const ExprId root = value.kind == ExprKind::AddressOf ? rootOf(exprs, value.lhs) : ExprId();
    if (root && exprs[root].kind == ExprKind::Dereference) {
      const Pointees& whole = pointees(exprs[root].lhs);
      found.sites = whole.sites;
      found.mayBeUnseen = whole.mayBeUnseen;
      found.isOne = whole.isOne;
      known = std::move(found);
      return *known;
    }
  }
  const auto isSeen = [](ObjectId object) { return object != PointsTo::kUnseenObject; };
  for (const ObjectId object : found.objects) {
    const Whole& whole = result_.wholeOf(object);
    found.mayBeUnseen = found.mayBeUnseen || whole.mayBeUnseen;
    llvm::append_range(found.sites, whole.sites);
  }
  llvm::sort(found.sites);
  found.sites.erase(llvm::unique(found.sites), found.sites.end());
  found.isOne = found.sites.size() == 1 && llvm::count_if(found.objects, isSeen) == 1;
  known = std::move(found);
  return *known;
}

void AllocationUses::Scan::evaluate(ExprId value) {
  if (!value) return;
  const Expr& expr = body_.exprs[value];
  switch (expr.kind) {
    case ExprKind::Field:
    case ExprKind::Dereference:
    case ExprKind::Element:
      locate(value);
      touch(value);
      return;
    case ExprKind::AddressOf: return locate(expr.lhs);
    case ExprKind::Binary:
      evaluate(expr.lhs);
      evaluate(expr.rhs);
      // A pointer that is added to a number is followed as the left operand only.
      if (expr.op == Operator::Add || expr.op == Operator::BitOr || expr.op == Operator::BitXor) {
        escape(expr.rhs, "is part of a sum");
      }
      return;
    case ExprKind::Unary:
      evaluate(expr.lhs);
      if (expr.op != Operator::Not) escape(expr.lhs, "is computed with");
      return;
    case ExprKind::Container: return evaluate(expr.lhs);
    default: return;
  }
}

void AllocationUses::Scan::locate(ExprId place) {
  while (place) {
    const Expr& expr = body_.exprs[place];
    if (expr.kind == ExprKind::Dereference) return evaluate(expr.lhs);
    if (expr.kind == ExprKind::Element) evaluate(expr.rhs);
    if (expr.kind != ExprKind::Field && expr.kind != ExprKind::Element) return;
    place = expr.lhs;
  }
}

void AllocationUses::Scan::touch(ExprId place) {
  const ExprTable& exprs = body_.exprs;
  const ExprId root = rootOf(exprs, place);
  if (exprs[root].kind != ExprKind::Dereference) return;
  const ExprId pointer = exprs[root].lhs;
  // The innermost member is of the record that the pointer leads to.
  StringId record;
  for (ExprId at = place; at != root; at = exprs[at].lhs) {
    if (exprs[at].kind == ExprKind::Field) record = exprs[at].record;
  }
  use(pointer, kTouched, true);
  if (!record) return;
  addRecord(pointer, record);
  if (pointees(pointer).mayBeUnseen) {
    result_.touchesOfAny_[program_.pointsTo().plainRecord(record)].push_back({function_, location_});
  }
}

void AllocationUses::Scan::addRecord(ExprId pointer, StringId record) {
  for (const Site site : pointees(pointer).sites) {
    result_.stories_[site].records.insert(program_.pointsTo().plainRecord(record));
  }
}

void AllocationUses::Scan::use(ExprId pointer, const std::string& how, bool isSure) {
  const Pointees& found = pointees(pointer);
  for (const Site site : found.sites) {
    std::vector<AllocationUse>& uses = result_.stories_[site].uses;
    const bool isSurer = isSure && found.isOne;
    if (result_.stories_[site].escape && !isSurer) continue;
    const bool isRepeated = !uses.empty() && uses.back().at == GlobalUse{function_, location_};
    if (isRepeated && (uses.back().isSure || !isSurer)) continue;
    const auto object = llvm::find_if(
        found.objects, [&](ObjectId candidate) { return llvm::is_contained(result_.wholeOf(candidate).sites, site); });
    uses.push_back(
        {{function_, location_}, pointer, object != found.objects.end() ? *object : ObjectId(), how, isSurer});
  }
}

// What the pointers in what `pointer` leads to lead to.
void AllocationUses::Scan::useHeld(ExprId pointer, const std::string& how) {
  for (const ObjectId object : pointees(pointer).objects) {
    for (const Site site : result_.sitesHeldIn(object)) {
      AllocationStory& story = result_.stories_[site];
      const bool isKnown = !story.uses.empty() && story.uses.back().at == GlobalUse{function_, location_};
      if (!story.escape && !isKnown) story.uses.push_back({{function_, location_}, {}, {}, how, false});
    }
  }
}

void AllocationUses::Scan::escape(ExprId value, const std::string& how) {
  if (!value) return;
  const Pointees found = pointees(value);
  for (const Site site : found.sites) result_.escapeSite(site, location_, how);
  for (const ObjectId object : found.objects) result_.escape(object, location_, how);
}

bool AllocationUses::Scan::keeps(ExprId place) {
  const ExprTable& exprs = body_.exprs;
  place = irqlint::wholeOf(exprs, place);
  // Of records of the system's in an object that is seen, the object is followed.
  const Expr& stored = exprs[place];
  if (stored.kind == ExprKind::Field && !stored.record) return false;
  bool isOfSystem = stored.kind == ExprKind::Field;
  ExprId at = place;
  for (; exprs[at].kind == ExprKind::Field || exprs[at].kind == ExprKind::Element; at = exprs[at].lhs) {
    if (exprs[at].kind == ExprKind::Field && isOwn(exprs[at].record)) isOfSystem = false;
  }
  const Expr& root = exprs[at];
  if (root.kind == ExprKind::Global) return !program_.globals[static_cast<std::size_t>(root.value)].isForeign;
  if (root.kind != ExprKind::Dereference) return true;
  return (stored.kind == ExprKind::Field && !isOfSystem) || !pointees(root.lhs).mayBeUnseen;
}

void AllocationUses::Scan::assign(const AssignEvent& assign) {
  evaluate(assign.value);
  locate(assign.place);
  touch(assign.place);
  if (!assign.value || pointees(assign.value).sites.empty() || keeps(assign.place)) return;
  // The system's own inline code links parts of objects to each other: who comes by such a link has it touch its
  // record.
  const auto isMember = [&](ObjectId object) {
    return program_.pointsTo().object(object).kind == ObjectKind::Member || object == PointsTo::kUnseenObject;
  };
  if (program_[function_].summary.isForeign && llvm::all_of(pointees(assign.value).objects, isMember)) return;
  escape(assign.value, "is stored in '" + placeText(program_, function_, assign.place) + "'");
}

void AllocationUses::Scan::call(const CallEvent& call) {
  if (call.inAssertion) return;
  evaluate(call.target);
  for (const ExprId argument : call.arguments) evaluate(argument);
  const std::vector<FunctionRef>& targets = program_.targets(function_, call.id).functions;
  for (const FunctionRef callee : targets) {
    if (!program_[callee].isDefined()) {
      foreignCall(call, callee);
    } else if (program_[callee].summary.isForeign) {
      for (std::uint32_t i = 0; i < call.arguments.size(); ++i) noteKernelObject(call, callee, i);
    }
  }
  if (!targets.empty()) return;
  for (const ExprId argument : call.arguments) escape(argument, "is passed to a function that is not known");
}

void AllocationUses::Scan::foreignCall(const CallEvent& call, FunctionRef callee) {
  for (std::uint32_t i = 0; i < call.arguments.size(); ++i) {
    if (call.arguments[i]) foreignArgument(call, callee, i);
  }
}

// The pointer is given to a routine that is seen, or goes where PointsTo has it.
bool AllocationUses::Scan::isFollowed(const CallEvent& call, const std::string& api, std::uint32_t parameter) const {
  const PointerFlows* flows = program_.ddi().pointerFlows(api);
  if (flows == nullptr) return false;
  const auto isContext = [&](const PointerFlows::Context& context) {
    if (context.argument != parameter || context.callback >= call.arguments.size()) return false;
    const ExprId routine = call.arguments[context.callback];
    if (!routine || body_.exprs[routine].kind != ExprKind::Function) return false;
    return program_.functions[static_cast<std::size_t>(body_.exprs[routine].value)].isDefined();
  };
  const auto isHandedOn = [&](const PointerFlows::Flow& flow) {
    return flow.from.kind == PointerFlows::End::Kind::Argument && flow.from.parameter == parameter;
  };
  return llvm::any_of(flows->contexts, isContext) || llvm::any_of(flows->flows, isHandedOn);
}

// False if the argument is none that must be resident.
bool AllocationUses::Scan::noteKernelObject(const CallEvent& call, FunctionRef callee, std::uint32_t parameter) {
  const std::string_view type = program_.ddi().residentArgument(program_[callee].name(), parameter);
  if (type.empty() || !call.arguments[parameter]) return false;
  const Pointees& found = pointees(call.arguments[parameter]);
  const std::string object = "a " + std::string(type) + ", which the system touches at any level";
  for (const Site site : found.sites) {
    AllocationStory& story = result_.stories_[site];
    if (found.isOne && !story.kernelObject) story.kernelObject = Escape{location_, "holds " + object};
    if (!found.isOne) result_.escapeSite(site, location_, "is perhaps that of " + object);
  }
  return true;
}

void AllocationUses::Scan::foreignArgument(const CallEvent& call, FunctionRef callee, std::uint32_t parameter) {
  const ExprId argument = call.arguments[parameter];
  const std::string& api = program_[callee].name();
  const Contract* contract = program_[callee].contract;
  const ContractEffects effects = contract != nullptr ? contract->terms.effects : 0;
  const DdiDatabase& ddi = program_.ddi();
  const std::string given = "is passed to " + quoted(api);
  const bool isTouched = has(effects, ContractEffect::NeedsResidentArgs);
  const auto& parameters = program_[callee].summary.parameters;
  StringId record;
  if (isTouched && parameter < parameters.size()) {
    record = program_.pointsTo().plainRecord(pointedRecord(program_.strings, parameters[parameter].type));
    if (record && !result_.records_.contains(record.index())) record = {};
  }
  if (record) {
    // It may go on from there: to what comes next in a list, say.
    result_.touchesOfAny_[record].push_back({function_, location_});
    addRecord(argument, record);
  }
  if (const Deallocator* frees = ddi.deallocator(api); frees != nullptr && frees->parameter == parameter) {
    return frees->field.empty() ? use(argument, "is freed", true) : escape(argument, given);
  }
  if (noteKernelObject(call, callee, parameter)) return;
  const bool isBorrowed = has(effects, ContractEffect::BorrowsArgs);
  const bool isPart = body_.exprs[argument].kind == ExprKind::AddressOf && record;
  if (isTouched || isBorrowed) {
    use(argument, given, isTouched && !has(effects, ContractEffect::StoresPointer));
    useHeld(argument, given);
  }
  if (isBorrowed || (isTouched && isPart) || isFollowed(call, api, parameter)) return;
  escape(argument, given + ", of which it is not known what it does with it");
}

}  // namespace irqlint
