// The blocks of one function under construction.
//
// There is at most one open block, which events are added to; a terminator closes it. Events with no open block go to
// a block nothing leads to, which finish() drops.
#pragma once

#include <vector>

#include "analyzer/model/Event.h"

namespace irqlint {

class CfgBuilder {
 public:
  // Opens block 0 of `body`.
  explicit CfgBuilder(FunctionBody& body);

  BlockId newBlock();
  // Makes `block` the open one; an open block before it falls through into it.
  void open(BlockId block);
  bool isOpen() const { return current_.valid(); }
  // Sets the open block aside, so that other blocks can be filled; resume() takes it up again.
  BlockId suspend();
  void resume(BlockId block) { current_ = block; }

  // What an event is found by until finish().
  struct EventPosition {
    BlockId block;
    std::size_t index = 0;
  };
  EventPosition add(Event event);
  Event& operator[](EventPosition position) { return body_.blocks[position.block.index()].events[position.index]; }

  void jump(BlockId target, SourceLocation location = {});
  void branch(ExprId condition, BlockId yes, BlockId no, SourceLocation location);
  void choose(std::vector<BlockId> targets, SourceLocation location);
  // Return or Unreachable.
  void stop(TerminatorKind kind, SourceLocation location = {});
  void terminate(Terminator terminator);
  // One more target of a block that ends in a Choice.
  void addTarget(BlockId block, BlockId target) { body_.blocks[block.index()].terminator.successors.push_back(target); }

  // An exception that the events added next raise goes to `handler`; none: out of the function.
  void guard(BlockId handler);

  // Gives the graph its final form: jumps threaded, straight lines joined, what is not reachable dropped, blocks in
  // reverse post-order.
  void finish();

 private:
  BlockId ensureOpen();
  void threadJumps();
  void joinStraightLines();
  void renumber();
  std::vector<BlockId> reversePostOrder() const;

  FunctionBody& body_;
  BlockId current_;
};

}  // namespace irqlint
