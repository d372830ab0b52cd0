#include "analyzer/frontend/CleanupStack.h"

#include <algorithm>
#include <iterator>

namespace irqlint {
namespace {

// A __finally block has this many copies at most, and a function this many altogether, besides those for falling off
// the end: nested ones would multiply. What exceeds it shares a copy, whose end may go on to any of the places.
constexpr std::size_t kMaxCopies = 8;
constexpr std::size_t kMaxCopiesInFunction = 64;

}  // namespace

void CleanupStack::push(Cleanup cleanup) { entries_.push_back({std::move(cleanup), {}, {}, {}}); }

void CleanupStack::pop(std::size_t depth) {
  while (entries_.size() > depth) {
    const Cleanup cleanup = std::move(entries_.back().cleanup);
    entries_.pop_back();
    if (cfg_.isOpen()) cleanup.emit(ScopeExit::Normal);
  }
}

void CleanupStack::exitTo(std::size_t depth, BlockId target, ScopeExit kind, SourceLocation location) {
  if (!cfg_.isOpen()) return;
  const BlockId first = chain(depth, target, kind);
  cfg_.jump(first, location);
}

BlockId CleanupStack::exceptionTarget() {
  for (std::size_t index = handlers_.size(); index-- > 0;) {
    const Handler handler = handlers_[index];
    // While a cleanup is lowered, the handlers inside its scope are out of force.
    if (handler.depth <= depth()) return chain(handler.depth, handler.block, ScopeExit::Abnormal);
  }
  // Destructors alone do not run: drivers have no unwinding but that of __try.
  const bool hasFinally = std::ranges::any_of(entries_, [](const Entry& entry) { return entry.cleanup.isLarge; });
  return hasFinally ? chain(0, raiseBlock(), ScopeExit::Abnormal) : BlockId();
}

BlockId CleanupStack::raiseBlock() {
  if (!raise_) {
    raise_ = cfg_.newBlock();
    const BlockId open = cfg_.suspend();
    cfg_.open(raise_);
    cfg_.stop(TerminatorKind::Raise);
    cfg_.resume(open);
  }
  return raise_;
}

BlockId CleanupStack::chain(std::size_t depth, BlockId target, ScopeExit kind) {
  for (std::size_t index = depth; index < entries_.size(); ++index) target = copyOf(index, target, kind);
  return target;
}

BlockId CleanupStack::copyOf(std::size_t index, BlockId next, ScopeExit kind) {
  Entry& entry = entries_[index];
  const auto key = std::pair(next, kind);
  if (const auto copy = entry.copies.find(key); copy != entry.copies.end()) return copy->second;
  if (entry.cleanup.isLarge && (entry.copies.size() >= kMaxCopies || largeCopies_ >= kMaxCopiesInFunction)) {
    if (!entry.shared) {
      const BlockId tail = cfg_.newBlock();
      const BlockId block = lowerCopy(index, tail, ScopeExit::Many);
      const BlockId open = cfg_.suspend();
      cfg_.open(tail);
      cfg_.choose({}, {});
      cfg_.resume(open);
      entries_[index].shared = block;
      entries_[index].sharedTail = tail;
    }
    cfg_.addTarget(entries_[index].sharedTail, next);
    return entries_[index].copies[key] = entries_[index].shared;
  }
  if (entry.cleanup.isLarge) ++largeCopies_;
  const BlockId block = lowerCopy(index, next, kind);
  return entries_[index].copies[key] = block;
}

BlockId CleanupStack::lowerCopy(std::size_t index, BlockId next, ScopeExit kind) {
  const BlockId block = cfg_.newBlock();
  const BlockId open = cfg_.suspend();
  const auto first = entries_.begin() + static_cast<std::ptrdiff_t>(index);
  std::vector<Entry> inner(std::make_move_iterator(first), std::make_move_iterator(entries_.end()));
  entries_.erase(first, entries_.end());
  cfg_.open(block);
  inner.front().cleanup.emit(kind);
  if (cfg_.isOpen()) cfg_.jump(next);
  entries_.insert(entries_.end(), std::make_move_iterator(inner.begin()), std::make_move_iterator(inner.end()));
  cfg_.resume(open);
  return block;
}

}  // namespace irqlint
