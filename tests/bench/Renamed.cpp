#include "tests/bench/Renamed.h"

#include <string>

#include <llvm/ADT/DenseMap.h>

namespace irqlint {
namespace {

// Names of records -> their new names.
using Records = llvm::DenseMap<std::uint32_t, StringId>;

void rename(StringId& record, const Records& records) {
  const auto known = record ? records.find(record.index()) : records.end();
  if (known != records.end()) record = known->second;
}

// The terms keep their numbers, as different ones stay different.
void rename(ExprTable& table, const Records& records) {
  ExprTable changed;
  for (Expr expr : table.all()) {
    rename(expr.record, records);
    changed.add(expr);
  }
  table = std::move(changed);
}

}  // namespace

TuSummary renamed(const TuSummary& unit, std::string_view suffix) {
  TuSummary copy = unit;
  Records records;
  for (StringId& record : copy.ownRecords) {
    const StringId renamed = copy.strings.add(std::string(copy.strings[record]).append(suffix));
    records[record.index()] = renamed;
    record = renamed;
  }
  for (std::size_t i = 0; i < copy.files.size(); ++i) {
    if (copy.fileLines[i] != 0) copy.files[i].append(suffix);
  }
  copy.mainFile = copy.files.front();
  for (FunctionSummary& function : copy.functions) {
    if (!function.isForeign) function.identity.append(suffix);
    if (function.body) rename(function.body->exprs, records);
  }
  for (GlobalSummary& global : copy.globals) {
    if (!global.isForeign) global.identity.append(suffix);
  }
  rename(copy.globalExprs, records);
  for (FunctionPointerField& field : copy.functionPointerFields) rename(field.record, records);
  return copy;
}

}  // namespace irqlint
