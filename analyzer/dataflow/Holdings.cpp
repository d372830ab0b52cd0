#include "analyzer/dataflow/Holdings.h"

#include <algorithm>
#include <tuple>

#include <llvm/ADT/STLExtras.h>

namespace irqlint {
namespace {

// A loop that takes and never gives back ends here.
constexpr int kDepthFollowed = 3;

bool isBefore(const Holding& a, const Holding& b) {
  return std::tie(a.kind, a.lockKind, a.lock, a.global) < std::tie(b.kind, b.lockKind, b.lock, b.global);
}

void makeUnsure(Holding& holding) {
  holding.isSure = false;
  holding.depth = holding.lowest = 0;
}

bool isBalanced(const Holding& holding) { return holding.isSure && holding.depth == 0 && holding.lowest == 0; }

}  // namespace

Holding& Holdings::at(const Holding& thing) {
  const auto found = std::lower_bound(all_.begin(), all_.end(), thing, isBefore);
  const auto index = static_cast<std::size_t>(found - all_.begin());
  if (found == all_.end() || !found->isSameThing(thing)) {
    Holding fresh = thing;
    fresh.depth = fresh.lowest = 0;
    fresh.isSure = true;
    all_.insert(found, fresh);
  }
  return all_.change(index);
}

const Holding* Holdings::find(const Holding& thing) const {
  const auto found = std::lower_bound(all_.begin(), all_.end(), thing, isBefore);
  return found != all_.end() && found->isSameThing(thing) ? &*found : nullptr;
}

void Holdings::take(const Holding& thing) {
  Holding& holding = at(thing);
  if (!holding.isSure) return;
  ++holding.depth;
  holding.location = thing.location;
  holding.guarded = thing.guarded;
  holding.inside = thing.inside;
  if (holding.depth > kDepthFollowed) makeUnsure(holding);
}

Holdings::GivenBack Holdings::giveBack(const Holding& thing) {
  const Holding* known = find(thing);
  if (known != nullptr && !known->isSure) return GivenBack::Unknown;
  if (known == nullptr || known->depth <= 0) {
    const auto isOther = [&](const Holding& other) {
      return other.kind == HoldingKind::Lock && thing.kind == HoldingKind::Lock && other.lockKind == thing.lockKind &&
             (other.depth > 0 || !other.isSure);
    };
    if (const auto other = llvm::find_if(all_, isOther); other != all_.end()) {
      makeUnsure(all_.change(static_cast<std::size_t>(other - all_.begin())));
      makeUnsure(at(thing));
      return GivenBack::Unknown;
    }
  }
  const GivenBack was = known == nullptr     ? GivenBack::Callers
                        : known->depth > 0   ? GivenBack::Held
                        : isBalanced(*known) ? GivenBack::Again
                                             : GivenBack::Callers;
  if (was == GivenBack::Again) return was;  // goes on as if it were right
  Holding& holding = at(thing);
  --holding.depth;
  holding.lowest = std::min(holding.lowest, holding.depth);
  holding.location = thing.location;
  holding.inside = thing.inside;
  if (holding.depth < -kDepthFollowed) makeUnsure(holding);
  return was;
}

void Holdings::lose(const Holding& thing) { makeUnsure(at(thing)); }

void Holdings::loseLocks(llvm::function_ref<bool(ExprId)> isStale) {
  all_.eraseIf([&](const Holding& holding) {
    return holding.lock && (isBalanced(holding) || !holding.isSure) && isStale(holding.lock);
  });
  for (std::size_t i = 0; i < all_.size(); ++i) {
    if (all_[i].lock && all_[i].isSure && isStale(all_[i].lock)) makeUnsure(all_.change(i));
  }
}

bool Holdings::surelyHolds() const {
  return llvm::any_of(all_, [](const Holding& holding) { return holding.depth > 0 && !holding.guarded; });
}

bool Holdings::mayDisableApcs() const {
  return llvm::any_of(all_, [](const Holding& holding) {
    return holding.kind != HoldingKind::Lock && (holding.depth > 0 || !holding.isSure);
  });
}

const Holding* Holdings::guardedRegion() const {
  const Holding* region = find({.kind = HoldingKind::GuardedRegion});
  return region != nullptr && region->isSure && region->depth > 0 && !region->guarded ? region : nullptr;
}

bool Holdings::mayLeaveGuardedRegion() const {
  const Holding* region = find({.kind = HoldingKind::GuardedRegion});
  return region != nullptr && (!region->isSure || region->depth < 0);
}

bool Holdings::join(const Holdings& other) {
  if (all_.isShared(other.all_)) return false;
  bool changed = false;
  for (std::size_t i = 0; i < all_.size(); ++i) {
    const Holding& mine = all_[i];
    const Holding* theirs = other.find(mine);
    if (!mine.isSure || (theirs != nullptr && *theirs == mine)) continue;
    if (theirs == nullptr && isBalanced(mine)) continue;
    makeUnsure(all_.change(i));
    changed = true;
  }
  // Not touched is more than taken and given back.
  changed = all_.eraseIf([&](const Holding& mine) { return isBalanced(mine) && !other.find(mine); }) || changed;
  for (const Holding& theirs : other.all_) {
    if (find(theirs) != nullptr || isBalanced(theirs)) continue;
    lose(theirs);
    changed = true;
  }
  return changed;
}

bool Holdings::admits(const Holdings& special) const {
  if (all_.isShared(special.all_)) return true;
  const auto admitsOne = [&](const Holding& mine) {
    const Holding* theirs = special.find(mine);
    return !mine.isSure || (theirs != nullptr && *theirs == mine);
  };
  return llvm::all_of(all_, admitsOne) && llvm::all_of(special.all_, [&](const Holding& theirs) {
           return find(theirs) != nullptr || isBalanced(theirs);
         });
}

}  // namespace irqlint
