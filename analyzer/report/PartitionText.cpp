// The partition for a reader: what could be won first, then where, then what stands against the rest.
#include <algorithm>
#include <map>
#include <tuple>

#include <llvm/Support/FormatVariadic.h>

#include "analyzer/report/Partition.h"
#include "analyzer/report/SourceText.h"

namespace irqlint {
namespace {

// "12,345 bytes": with groups of three.
std::string grouped(std::uint64_t number) { return llvm::formatv("{0:N0}", number).str(); }

class PartitionText {
 public:
  PartitionText(const PartitionReport& report, llvm::raw_ostream& out) : report_(report), out_(out) {
    for (const PartitionItem& item : report.items) items_.push_back(&item);
    // What has no known size comes after all that has.
    std::stable_sort(items_.begin(), items_.end(), [](const PartitionItem* a, const PartitionItem* b) {
      return std::make_tuple(!a->bytes, ~a->bytes.value_or(0), a->driver, a->location, a->name) <
             std::make_tuple(!b->bytes, ~b->bytes.value_or(0), b->driver, b->location, b->name);
    });
  }

  void write() {
    writeSummary(PartitionKind::Function, "code");
    writeSummary(PartitionKind::Global, "data");
    writePool();
    writeReasons();
    const auto residentThat = [](Placement placement) {
      return [placement](const PartitionItem& item) {
        return item.residence == Residence::Resident && item.placement == placement;
      };
    };
    writeList("could be discarded after initialisation (INIT)", residentThat(Placement::CanDiscard));
    writeList("could be paged (PAGE)", [](const PartitionItem& item) {
      return item.residence == Residence::Resident && item.placement == Placement::CanPage &&
             item.kind != PartitionKind::Allocation;
    });
    writeList("paged pool would do", [](const PartitionItem& item) {
      return item.residence == Residence::Resident && item.placement == Placement::CanPage &&
             item.kind == PartitionKind::Allocation;
    });
    writeList("is placed in a pageable or discardable section or in paged pool, but must be resident",
              [](const PartitionItem& item) {
                return item.residence != Residence::Resident && item.placement == Placement::MustStay &&
                       item.reason != PlacementReason::LockedOnDemand;
              });
    writeList("must stay resident", residentThat(Placement::MustStay));
    writeList("unknown", residentThat(Placement::Unknown));
    writeGaps();
  }

 private:
  void writeSum(const std::string& label, const PartitionSum& sum, std::string_view thing) {
    out_ << llvm::formatv("  {0,-38} {1,10} bytes {2,6} pages  {3} {4}{5}", label, grouped(sum.bytes),
                          grouped(sum.pages()), sum.items, thing, sum.items == 1 ? "" : "s");
    if (sum.unknownSizes != 0) out_ << ", " << sum.unknownSizes << " of unknown size";
    out_ << '\n';
  }

  void writeSummary(PartitionKind kind, const std::string& what) {
    PartitionSum resident;
    PartitionSum pageable;
    PartitionSum discardable;
    std::map<Placement, PartitionSum> of;  // of what is resident
    for (const PartitionItem* item : items_) {
      if (item->kind != kind || item->placement == Placement::InCallers) continue;
      if (item->residence == Residence::Pageable) pageable.add(*item);
      if (item->residence == Residence::Discardable) discardable.add(*item);
      if (item->residence != Residence::Resident) continue;
      resident.add(*item);
      of[item->placement].add(*item);
    }
    const std::string_view thing = kind == PartitionKind::Function ? "function" : "global";
    writeSum("resident " + what + " today", resident, thing);
    writeSum("  of it must stay", of[Placement::MustStay], thing);
    writeSum("  could move to PAGE", of[Placement::CanPage], thing);
    writeSum("  could move to INIT", of[Placement::CanDiscard], thing);
    writeSum("  unknown", of[Placement::Unknown], thing);
    writeSum("pageable " + what + " today", pageable, thing);
    writeSum("discardable " + what + " today", discardable, thing);
    out_ << '\n';
  }

  // Sizes are those of one allocation by each call: how often it runs is not known.
  void writePool() {
    std::map<Residence, PartitionSum> today;
    std::map<Placement, PartitionSum> of;  // of what is nonpaged
    for (const PartitionItem* item : items_) {
      if (item->kind != PartitionKind::Allocation) continue;
      today[item->residence].add(*item);
      if (item->residence == Residence::Resident) of[item->placement].add(*item);
    }
    if (today.empty()) return;
    writeSum("nonpaged pool today, once by each call", today[Residence::Resident], "allocation");
    writeSum("  of it must stay", of[Placement::MustStay], "allocation");
    writeSum("  could move to paged pool", of[Placement::CanPage], "allocation");
    writeSum("  unknown", of[Placement::Unknown], "allocation");
    writeSum("paged pool today", today[Residence::Pageable], "allocation");
    writeSum("pool of a kind that differs", today[Residence::Unknown], "allocation");
    out_ << '\n';
  }

  void writeReasons() {
    std::map<PlacementReason, std::size_t> counts;
    for (const PartitionItem* item : items_) {
      if (item->placement == Placement::Unknown && item->residence == Residence::Resident) ++counts[item->reason];
    }
    if (counts.empty()) return;
    std::vector<std::pair<PlacementReason, std::size_t>> sorted(counts.begin(), counts.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    out_ << "unknown because\n";
    for (const auto& [reason, count] : sorted) out_ << llvm::formatv("  {0,6}  {1}\n", count, meaningOf(reason));
    out_ << '\n';
  }

  static std::string_view meaningOf(PlacementReason reason) {
    switch (reason) {
      case PlacementReason::MayBeEnteredRaised: return "may be called at DISPATCH_LEVEL, but need not";
      case PlacementReason::MayRaise: return "may run at DISPATCH_LEVEL inside";
      case PlacementReason::LevelGuessed: return "is called at a level that is not known for sure";
      case PlacementReason::NobodyCalls: return "nobody is seen to call it, or what calls it";
      case PlacementReason::NeverEntered: return "is entered on no path that was analysed";
      case PlacementReason::AddressEscapes: return "its address goes where it is not followed";
      case PlacementReason::NotUnderstood: return "its body was not understood";
      case PlacementReason::MayBePowerPath: return "runs in a power change, perhaps with the paging disk off";
      case PlacementReason::MayServePaging: return "may be needed to bring missing pages in";
      case PlacementReason::UserUnknown: return "is used by a function of which too little is known";
      case PlacementReason::NobodyUses: return "nobody is seen to use it";
      default: return wordOf(reason);
    }
  }

  template <typename Wanted>
  void writeList(std::string_view title, Wanted wanted) {
    bool isFirst = true;
    for (const PartitionItem* item : items_) {
      if (!wanted(*item)) continue;
      if (isFirst) out_ << title << ":\n";
      isFirst = false;
      writeItem(*item);
    }
    if (!isFirst) out_ << '\n';
  }

  std::string placeOf(const Location& location) const {
    if (location.file.empty()) return "";
    return printable(reportedPath(location.file, report_.sourceRoot).path) + ":" + std::to_string(location.line) + ":" +
           std::to_string(location.column);
  }

  void writeItem(const PartitionItem& item) {
    out_ << llvm::formatv("  {0,9}  {1}  {2}", item.bytes ? grouped(*item.bytes) : "?", printable(item.name),
                          placeOf(item.location));
    if (!item.section.empty()) out_ << "  " << printable(item.section);
    if (!item.driver.empty()) out_ << "  " << printable(item.driver);
    out_ << "\n             " << printable(item.because) << '\n';
    for (const ThreadFlowLocation& step : item.path) {
      const IrqlSet levels = step.after.empty() ? step.before : step.after;
      const std::string level = levels.empty() ? "" : irqlShortName(levels.max());
      out_ << llvm::formatv("             {0,-9} ", level)
           << std::string(std::size_t{2} * (std::max(1U, step.nestingLevel) - 1), ' ') << placeOf(step.location) << "  "
           << printable(step.message) << '\n';
    }
    if (item.raisedLines.empty()) return;
    out_ << "             raised in";
    const char* separator = " lines ";
    for (const LineRange& range : item.raisedLines) {
      out_ << separator << range.first;
      if (range.last != range.first) out_ << '-' << range.last;
      separator = ", ";
    }
    out_ << " of its " << item.lines << '\n';
  }

  void writeGaps() {
    const Coverage& coverage = report_.coverage;
    for (const Coverage::FailedUnit& unit : coverage.failedUnits) {
      out_ << "not analysed: " << printable(reportedPath(unit.file, report_.sourceRoot).path) << ": " << unit.reason
           << '\n';
    }
    if (coverage.bodiesLost != 0) out_ << coverage.bodiesLost << " function bodies not understood\n";
  }

  const PartitionReport& report_;
  std::vector<const PartitionItem*> items_;
  llvm::raw_ostream& out_;
};

}  // namespace

void writePartitionText(const PartitionReport& report, llvm::raw_ostream& out) { PartitionText(report, out).write(); }

}  // namespace irqlint
