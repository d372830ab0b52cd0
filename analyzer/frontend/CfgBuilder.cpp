#include "analyzer/frontend/CfgBuilder.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace irqlint {
namespace {

Terminator terminatorOf(TerminatorKind kind, std::vector<BlockId> successors, SourceLocation location) {
  Terminator terminator;
  terminator.kind = kind;
  terminator.successors = std::move(successors);
  terminator.location = location;
  return terminator;
}

// A guarded block stays, though it be empty: what raises in it may leave no event.
bool onlyJumps(const BasicBlock& block) {
  if (!block.events.empty() || block.terminator.kind != TerminatorKind::Jump) return false;
  return !block.handler || block.handler == block.terminator.successors[0];
}

// Where control goes that enters `block`: past blocks that only jump. None if it circles among them for ever.
BlockId threaded(const std::vector<BasicBlock>& blocks, BlockId block) {
  BlockId slow = block;
  for (bool moveSlow = false;; moveSlow = !moveSlow) {
    const BasicBlock& here = blocks[block.index()];
    if (!onlyJumps(here)) return block;
    block = here.terminator.successors[0];
    if (moveSlow) slow = blocks[slow.index()].terminator.successors[0];
    if (block == slow) return BlockId();
  }
}

template <typename Visit>
void forEachTarget(BasicBlock& block, Visit visit) {
  for (BlockId& target : block.terminator.successors) visit(target);
  for (SwitchCase& one : block.terminator.cases) visit(one.target);
  if (block.handler) visit(block.handler);
}

std::vector<BlockId> targetsOf(const BasicBlock& block) {
  std::vector<BlockId> targets = block.terminator.successors;
  for (const SwitchCase& one : block.terminator.cases) targets.push_back(one.target);
  if (block.handler) targets.push_back(block.handler);
  return targets;
}

// Drops choices that are none.
void simplify(Terminator& terminator) {
  std::vector<BlockId>& successors = terminator.successors;
  if (terminator.kind == TerminatorKind::Choice) {
    std::vector<BlockId> distinct;
    for (const BlockId target : successors) {
      if (std::ranges::find(distinct, target) == distinct.end()) distinct.push_back(target);
    }
    successors = std::move(distinct);
    if (successors.empty()) terminator.kind = TerminatorKind::Unreachable;
    if (successors.size() == 1) terminator.kind = TerminatorKind::Jump;
  }
  if (terminator.kind == TerminatorKind::Branch && successors[0] == successors[1]) {
    terminator.kind = TerminatorKind::Jump;
    terminator.condition = ExprId();
    successors.pop_back();
  }
}

bool containsCall(const BasicBlock& block) {
  return std::ranges::any_of(block.events,
                             [](const Event& event) { return std::holds_alternative<CallEvent>(event.action); });
}

// True if the two may be one block. Outside of guarded blocks only calls raise.
bool areGuardedAlike(const BasicBlock& a, const BasicBlock& b) {
  return a.handler == b.handler || (!a.handler && !containsCall(a)) || (!b.handler && !containsCall(b));
}

}  // namespace

CfgBuilder::CfgBuilder(FunctionBody& body) : body_(body) { open(newBlock()); }

BlockId CfgBuilder::newBlock() {
  const BlockId block(body_.blocks.size());
  body_.blocks.emplace_back().terminator.kind = TerminatorKind::Unreachable;
  return block;
}

void CfgBuilder::open(BlockId block) {
  if (isOpen()) jump(block);
  current_ = block;
}

BlockId CfgBuilder::suspend() { return std::exchange(current_, BlockId()); }

BlockId CfgBuilder::ensureOpen() {
  if (!isOpen()) current_ = newBlock();
  return current_;
}

CfgBuilder::EventPosition CfgBuilder::add(Event event) {
  const BlockId block = ensureOpen();
  std::vector<Event>& events = body_.blocks[block.index()].events;
  events.push_back(std::move(event));
  return {block, events.size() - 1};
}

void CfgBuilder::jump(BlockId target, SourceLocation location) {
  terminate(terminatorOf(TerminatorKind::Jump, {target}, location));
}

void CfgBuilder::branch(ExprId condition, BlockId yes, BlockId no, SourceLocation location) {
  Terminator terminator = terminatorOf(TerminatorKind::Branch, {yes, no}, location);
  terminator.condition = condition;
  terminate(std::move(terminator));
}

void CfgBuilder::choose(std::vector<BlockId> targets, SourceLocation location) {
  terminate(terminatorOf(TerminatorKind::Choice, std::move(targets), location));
}

void CfgBuilder::stop(TerminatorKind kind, SourceLocation location) { terminate(terminatorOf(kind, {}, location)); }

void CfgBuilder::terminate(Terminator terminator) {
  if (isOpen()) body_.blocks[current_.index()].terminator = std::move(terminator);
  current_ = BlockId();
}

void CfgBuilder::guard(BlockId handler) {
  const BasicBlock& block = body_.blocks[ensureOpen().index()];
  if (block.handler == handler) return;
  if (block.handler.valid() || containsCall(block)) open(newBlock());
  body_.blocks[current_.index()].handler = handler;
}

void CfgBuilder::finish() {
  threadJumps();
  joinStraightLines();
  renumber();
}

void CfgBuilder::threadJumps() {
  const BlockId endless = newBlock();
  for (BasicBlock& block : body_.blocks) simplify(block.terminator);
  for (BasicBlock& block : body_.blocks) {
    forEachTarget(block, [&](BlockId& target) {
      const BlockId end = threaded(body_.blocks, target);
      target = end ? end : endless;
    });
    simplify(block.terminator);
  }
}

void CfgBuilder::joinStraightLines() {
  const std::vector<BlockId> order = reversePostOrder();
  std::vector<std::uint32_t> predecessors(body_.blocks.size());
  ++predecessors[0];
  for (const BlockId block : order) {
    for (const BlockId target : targetsOf(body_.blocks[block.index()])) ++predecessors[target.index()];
  }
  // A block that was joined to another keeps no events; it is no longer reachable.
  std::vector<bool> joined(body_.blocks.size());
  for (const BlockId head : order) {
    BasicBlock& block = body_.blocks[head.index()];
    while (!joined[head.index()] && block.terminator.kind == TerminatorKind::Jump) {
      const BlockId next = block.terminator.successors[0];
      if (next == head || predecessors[next.index()] != 1) break;
      BasicBlock& tail = body_.blocks[next.index()];
      if (!areGuardedAlike(block, tail)) break;
      if (!block.handler) block.handler = tail.handler;
      std::ranges::move(tail.events, std::back_inserter(block.events));
      block.terminator = std::exchange(tail.terminator, Terminator());
      joined[next.index()] = true;
    }
  }
}

void CfgBuilder::renumber() {
  const std::vector<BlockId> order = reversePostOrder();
  std::vector<BlockId> numbers(body_.blocks.size());
  for (std::size_t index = 0; index < order.size(); ++index) numbers[order[index].index()] = BlockId(index);
  std::vector<BasicBlock> blocks;
  blocks.reserve(order.size());
  for (const BlockId block : order) {
    blocks.push_back(std::move(body_.blocks[block.index()]));
    forEachTarget(blocks.back(), [&](BlockId& target) { target = numbers[target.index()]; });
  }
  body_.blocks = std::move(blocks);
}

std::vector<BlockId> CfgBuilder::reversePostOrder() const {
  struct Frame {
    BlockId block;
    std::vector<BlockId> targets;  // still to be visited, the last first
  };
  std::vector<bool> seen(body_.blocks.size());
  std::vector<BlockId> order;
  std::vector<Frame> stack;
  const auto enter = [&](BlockId block) {
    if (seen[block.index()]) return;
    seen[block.index()] = true;
    stack.push_back({block, targetsOf(body_.blocks[block.index()])});
  };
  for (enter(BlockId(0)); !stack.empty();) {
    if (stack.back().targets.empty()) {
      order.push_back(stack.back().block);
      stack.pop_back();
      continue;
    }
    const BlockId next = stack.back().targets.back();
    stack.back().targets.pop_back();
    enter(next);
  }
  std::ranges::reverse(order);
  return order;
}

}  // namespace irqlint
