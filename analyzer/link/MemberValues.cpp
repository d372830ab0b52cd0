#include "analyzer/link/MemberValues.h"

#include <algorithm>
#include <utility>

#include "analyzer/link/Assumptions.h"

namespace irqlint {
namespace {

ExprId find(const ExprTable& exprs, const Expr& wanted) {
  const auto found = std::find(exprs.all().begin(), exprs.all().end(), wanted);
  return found == exprs.all().end() ? ExprId() : ExprId(static_cast<std::size_t>(found - exprs.all().begin()));
}

// An object by its place and by the pointer to it; either may be missing from a body that never mentions it.
struct Object {
  ExprId place;
  ExprId pointer;

  static Object behind(const ExprTable& exprs, ExprId pointer) {
    if (exprs[pointer].kind == ExprKind::AddressOf) return {exprs[pointer].lhs, pointer};
    return {find(exprs, {.kind = ExprKind::Dereference, .lhs = pointer}), pointer};
  }
};

class MemberSearch {
 public:
  MemberSearch(const Program& program, std::string_view field)
      : program_(program), field_(program.strings.find(field)) {}

  MemberValues before(const EventPlace& place, ExprId pointer) {
    const ExprTable& exprs = bodyOf(place.function).exprs;
    if (exprs[pointer].kind == ExprKind::Integer) {
      values_.unset = true;  // no object at all
    } else {
      searchObject(place.function, Object::behind(exprs, pointer), {place.block, place.event}, 0);
    }
    return std::move(values_);
  }

 private:
  using Position = std::pair<std::size_t, std::size_t>;  // a block and how many of its events count

  const FunctionBody& bodyOf(FunctionRef function) const { return *program_[function].summary.body; }

  // The search from a place where the object itself is visible: what is not set since the function began is settled.
  void searchObject(FunctionRef function, const Object& object, Position from, unsigned depth) {
    if (!search(function, object, {from}, depth)) return;
    const ExprTable& exprs = bodyOf(function).exprs;
    const ExprKind kind = object.place ? exprs[object.place].kind : ExprKind::Unknown;
    if (kind == ExprKind::Global) {
      anyAssignmentTo(exprs[object.place]);
    } else if (kind == ExprKind::Local) {
      values_.unset = true;
    } else {
      values_.unknown = true;
    }
  }

  // Walks back along all paths to what gives the member its value. True if the function's start is reached without.
  bool search(FunctionRef function, const Object& object, std::vector<Position> pending, unsigned depth) {
    const FunctionBody& body = bodyOf(function);
    const auto leadingTo = predecessors(body);
    std::vector<bool> seen(body.blocks.size(), false);
    bool startReached = false;
    while (!pending.empty()) {
      const auto [block, count] = pending.back();
      pending.pop_back();
      std::size_t at = count;
      while (at > 0 && !settles(function, object, {block, at - 1}, depth)) --at;
      if (at > 0) continue;
      startReached |= block == 0;
      for (const std::size_t earlier : leadingTo[block]) {
        if (!seen[earlier]) pending.emplace_back(earlier, body.blocks[earlier].events.size());
        seen[earlier] = true;
      }
    }
    return startReached;
  }

  // True if what the member holds after the event is known not to come from before it.
  bool settles(FunctionRef function, const Object& object, Position at, unsigned depth) {
    const FunctionBody& body = bodyOf(function);
    const Event& event = body.blocks[at.first].events[at.second];
    if (const auto* assign = std::get_if<AssignEvent>(&event.action)) {
      return settlesByAssignment(function, object, *assign, at, depth);
    }
    const auto* call = std::get_if<CallEvent>(&event.action);
    if (call == nullptr || !object.pointer) return false;
    for (std::size_t i = 0; i < call->arguments.size(); ++i) {
      if (call->arguments[i] == object.pointer && settlesByCall(*call, i, depth)) return true;
    }
    return false;
  }

  bool settlesByAssignment(FunctionRef function, const Object& object, const AssignEvent& assign, Position at,
                           unsigned depth) {
    const ExprTable& exprs = bodyOf(function).exprs;
    const Expr& place = exprs[assign.place];
    if (place.kind == ExprKind::Field && place.lhs == object.place && place.text == field_) {
      add(exprs, assign.value);
      return true;
    }
    const bool isAddress = object.pointer && exprs[object.pointer].kind == ExprKind::AddressOf;
    if (!isAddress && assign.place == object.pointer) {
      if (assign.value && exprs[assign.value].kind == ExprKind::AddressOf && depth < kDeepestHelper) {
        searchObject(function, Object::behind(exprs, assign.value), at, depth + 1);
      } else if (assign.value && exprs[assign.value].kind == ExprKind::Integer) {
        values_.unset = true;
      } else {
        values_.unknown = true;
      }
      return true;
    }
    // A copy of another object, or a second way to this one.
    const bool isCopy = object.place && assign.place == object.place;
    if (isCopy || (isAddress && assign.value == object.pointer)) {
      values_.unknown = true;
      return true;
    }
    return false;
  }

  bool settlesByCall(const CallEvent& call, std::size_t argument, unsigned depth) {
    const Function* callee = call.callee ? &program_[call.callee] : nullptr;
    const bool isForeign = callee != nullptr && callee->summary.isForeign;
    if (callee == nullptr || !callee->isDefined() || depth >= kDeepestHelper) {
      // Interfaces of the system read the objects they are given.
      values_.unknown |= !isForeign;
      return !isForeign;
    }
    const FunctionBody& body = bodyOf(call.callee);
    const ExprId parameter =
        find(body.exprs, {.kind = ExprKind::Parameter, .value = static_cast<std::int64_t>(argument)});
    if (!parameter) return false;
    const Object object = Object::behind(body.exprs, parameter);
    if (isForeign) {
      values_.unset |= fills(body, object);
      return fills(body, object);
    }
    std::vector<Position> ends;
    for (std::size_t block = 0; block < body.blocks.size(); ++block) {
      if (body.blocks[block].terminator.kind == TerminatorKind::Return) {
        ends.emplace_back(block, body.blocks[block].events.size());
      }
    }
    return !search(call.callee, object, std::move(ends), depth + 1);
  }

  // An INIT function of a header: what it leaves in the member is where the driver starts from.
  static bool fills(const FunctionBody& body, const Object& object) {
    if (!object.place) return false;
    return std::any_of(body.blocks.begin(), body.blocks.end(), [&](const BasicBlock& block) {
      return std::any_of(block.events.begin(), block.events.end(), [&](const Event& event) {
        const auto* assign = std::get_if<AssignEvent>(&event.action);
        if (assign == nullptr) return false;
        const Expr& place = body.exprs[assign->place];
        return place.kind == ExprKind::Field && place.lhs == object.place;
      });
    });
  }

  // Anybody may have set a member of a global, at any time.
  void anyAssignmentTo(const Expr& global) {
    values_.unset = true;
    const auto isMember = [&](const ExprTable& exprs, ExprId place) {
      return exprs[place].kind == ExprKind::Field && exprs[place].text == field_ && exprs[exprs[place].lhs] == global;
    };
    for (const Initialiser& part : program_.initialisers) {
      if (isMember(program_.globalExprs, part.place)) add(program_.globalExprs, part.value);
    }
    for (const Function& function : program_.functions) {
      if (!function.isDefined()) continue;
      const FunctionBody& body = *function.summary.body;
      for (const BasicBlock& block : body.blocks) {
        for (const Event& event : block.events) {
          const auto* assign = std::get_if<AssignEvent>(&event.action);
          if (assign != nullptr && isMember(body.exprs, assign->place)) add(body.exprs, assign->value);
        }
      }
    }
    if (!values_.constants.empty()) values_.unset = false;
  }

  void add(const ExprTable& exprs, ExprId value) {
    if (value && exprs[value].kind == ExprKind::Integer) {
      values_.constants.push_back(exprs[value].value);
    } else {
      values_.unknown = true;
    }
  }

  const Program& program_;
  StringId field_;
  MemberValues values_;
};

}  // namespace

MemberValues memberValues(const Program& program, const EventPlace& before, ExprId pointer, std::string_view field) {
  return MemberSearch(program, field).before(before, pointer);
}

std::vector<std::size_t> successors(const BasicBlock& block) {
  std::vector<std::size_t> blocks;
  blocks.reserve(block.terminator.successors.size() + block.terminator.cases.size() + 1);
  for (const BlockId next : block.terminator.successors) blocks.push_back(next.index());
  for (const SwitchCase& part : block.terminator.cases) blocks.push_back(part.target.index());
  if (block.handler) blocks.push_back(block.handler.index());
  return blocks;
}

std::vector<std::vector<std::size_t>> predecessors(const FunctionBody& body) {
  std::vector<std::vector<std::size_t>> leadingTo(body.blocks.size());
  for (std::size_t block = 0; block < body.blocks.size(); ++block) {
    for (const std::size_t next : successors(body.blocks[block])) leadingTo[next].push_back(block);
  }
  return leadingTo;
}

}  // namespace irqlint
