#include "analyzer/dataflow/AllocationUses.h"

#include <algorithm>

#include <llvm/ADT/STLExtras.h>

#include "analyzer/dataflow/AllocationScan.h"

namespace irqlint {
namespace {

template <typename Range>
void sortUnique(Range& range) {
  llvm::sort(range);
  range.erase(llvm::unique(range), range.end());
}

}  // namespace

AllocationUses::AllocationUses(const Program& program) : program_(program) {
  const PointsTo& pointsTo = program.pointsTo();
  for (const ObjectId object : pointsTo.objectsOf(ObjectKind::Allocation)) {
    const AllocationCall made = pointsTo.object(object).made.front();
    const auto [known, isNew] =
        sites_.try_emplace({made.function.index(), made.call.index()}, static_cast<Site>(stories_.size()));
    if (isNew) stories_.emplace_back();
    siteOf_[object.index()] = known->second;
    if (pointsTo.isLost(object)) {
      stories_[known->second].escape = Escape{{}, "is stored where more addresses are than are told apart"};
    }
  }
  if (stories_.empty()) return;
  for (const EntryPoint& entry : program.entryPoints) entered_.insert(entry.function.index());
  for (const Function& function : program.functions) {
    if (!function.isDefined()) continue;
    for (const Expr& expr : function.summary.body->exprs.all()) {
      if (expr.record) records_.insert(pointsTo.plainRecord(expr.record).index());
    }
  }
  for (std::size_t i = 0; i < program.functions.size(); ++i) {
    if (program.functions[i].isDefined()) Scan(*this, FunctionRef(i)).run();
  }
}

const AllocationStory& AllocationUses::of(FunctionRef function, CallId call) const {
  static const AllocationStory kNone{
      .uses = {}, .escape = Escape{{}, "is not followed"}, .kernelObject = {}, .records = {}};
  const auto site = sites_.find({function.index(), call.index()});
  return site != sites_.end() ? stories_[site->second] : kNone;
}

const std::vector<GlobalUse>& AllocationUses::touchesOfAny(StringId record) const {
  static const std::vector<GlobalUse> kNone;
  const auto touches = touchesOfAny_.find(record);
  return touches != touchesOfAny_.end() ? touches->second : kNone;
}

const AllocationUses::Whole& AllocationUses::wholeOf(ObjectId object) {
  const auto [known, isNew] = wholes_.try_emplace(object.index());
  Whole& whole = known->second;
  if (!isNew) return whole;
  llvm::DenseSet<std::uint32_t> met;
  std::vector<ObjectId> pending{object};
  while (!pending.empty()) {
    const ObjectId next = pending.back();
    pending.pop_back();
    if (!met.insert(next.index()).second) continue;
    whole.mayBeUnseen = whole.mayBeUnseen || next == PointsTo::kUnseenObject;
    const auto site = siteOf_.find(next.index());
    if (site != siteOf_.end()) whole.sites.push_back(site->second);
    if (program_.pointsTo().object(next).kind == ObjectKind::Member) {
      llvm::append_range(pending, program_.pointsTo().around(next));
    }
  }
  sortUnique(whole.sites);
  return whole;
}

const std::vector<AllocationUses::Site>& AllocationUses::sitesHeldIn(ObjectId object) {
  const auto [known, isNew] = held_.try_emplace(object.index());
  if (!isNew) return known->second;
  for (const ObjectId held : program_.pointsTo().heldIn(object)) llvm::append_range(known->second, wholeOf(held).sites);
  sortUnique(known->second);
  return known->second;
}

// What is not sure of it then counts no more.
void AllocationUses::escapeSite(Site site, SourceLocation location, const std::string& how) {
  AllocationStory& story = stories_[site];
  if (story.escape) return;
  story.escape = Escape{location, how};
  std::erase_if(story.uses, [](const AllocationUse& use) { return !use.isSure; });
  story.uses.shrink_to_fit();
}

// What an object holds can be had from who has the object.
void AllocationUses::escape(ObjectId object, SourceLocation location, const std::string& how) {
  std::vector<ObjectId> pending{object};
  while (!pending.empty()) {
    const ObjectId next = pending.back();
    pending.pop_back();
    if (next == PointsTo::kUnseenObject || !escaped_.insert(next.index()).second) continue;
    for (const Site site : wholeOf(next).sites) escapeSite(site, location, how);
    llvm::append_range(pending, program_.pointsTo().heldIn(next));
    if (program_.pointsTo().object(next).kind == ObjectKind::Member) {
      llvm::append_range(pending, program_.pointsTo().around(next));
    }
  }
}

}  // namespace irqlint
