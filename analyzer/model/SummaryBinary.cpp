#include "analyzer/model/SummaryBinary.h"

#include "analyzer/model/Binary.h"
#include "analyzer/model/SummaryCheck.h"
#include "analyzer/model/SummaryFields.h"
#include "analyzer/model/SummaryJson.h"

namespace irqlint {
namespace {

constexpr BinaryFormat kFormat{"IRQS", kSummaryFormatVersion, "summary"};

}  // namespace

std::string summaryToBytes(const TuSummary& summary) {
  std::string payload;
  BinaryWriter(payload).write(summary);
  return framed(kFormat, payload);
}

Result<TuSummary> summaryFromBytes(llvm::StringRef bytes) {
  const Result<llvm::StringRef> payload = unframed(kFormat, bytes);
  if (!payload) return Error(payload.error());
  TuSummary summary;
  BinaryReader reader(*payload);
  reader.read(summary);
  if (!reader.good() || !reader.atEnd()) return Error("damaged: its contents are no summary");
  if (auto error = checkSummary(summary)) return *std::move(error);
  return summary;
}

}  // namespace irqlint
