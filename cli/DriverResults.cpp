#include "cli/DriverResults.h"

#include <concepts>
#include <type_traits>

#include <llvm/Support/MemoryBuffer.h>

#include "analyzer/extract/Extraction.h"
#include "analyzer/model/Binary.h"
#include "cli/AnalysisIdentity.h"

namespace irqlint {
namespace {

constexpr BinaryFormat kFormat{"IRQR", 1, "result"};

template <typename T, typename Structure>
concept Of = std::same_as<std::remove_const_t<T>, Structure>;

}  // namespace

constexpr auto lastOf(Severity) { return Severity::Error; }
constexpr auto lastOf(Certainty) { return Certainty::Definite; }
constexpr auto lastOf(Importance) { return Importance::Essential; }
constexpr auto lastOf(SuppressionSource) { return SuppressionSource::External; }

template <typename A, Of<Location> T>
void fields(A& a, T& v) {
  a("file", v.file), a("line", v.line), a("column", v.column), a("endColumn", v.endColumn);
}
template <typename A>
void fields(A& a, const IrqlSet& v) {
  a("bits", v.bits());
}
template <typename A>
void fields(A& a, IrqlSet& v) {
  std::uint32_t bits = 0;
  a("bits", bits);
  v = IrqlSet::fromBits(bits);
}
template <typename A, Of<ThreadFlowLocation> T>
void fields(A& a, T& v) {
  a("location", v.location), a("message", v.message), a("before", v.before), a("after", v.after);
  a("nestingLevel", v.nestingLevel), a("importance", v.importance);
}
template <typename A, Of<RelatedLocation> T>
void fields(A& a, T& v) {
  a("location", v.location), a("message", v.message);
}
template <typename A, Of<Suppression> T>
void fields(A& a, T& v) {
  a("location", v.location), a("justification", v.justification), a("source", v.source);
}
template <typename A, Of<Finding> T>
void fields(A& a, T& v) {
  a("severity", v.severity), a("certainty", v.certainty), a("location", v.location);
  a("messageId", v.messageId), a("messageTemplate", v.messageTemplate), a("arguments", v.arguments);
  a("codeFlow", v.codeFlow), a("relatedLocations", v.relatedLocations), a("help", v.help);
  a("fingerprint", v.fingerprint), a("suppression", v.suppression);
}
template <typename A, Of<CommentUse> T>
void fields(A& a, T& v) {
  a("location", v.location), a("id", v.id), a("isKnown", v.isKnown), a("hasReason", v.hasReason);
  a("isStale", v.isStale);
}
template <typename A, Of<Coverage::FailedUnit> T>
void fields(A& a, T& v) {
  a("file", v.file), a("reason", v.reason);
}
template <typename A, Of<Coverage::Note> T>
void fields(A& a, T& v) {
  a("kind", v.kind), a("message", v.message), a("location", v.location), a("weight", v.weight);
}
template <typename A, Of<Coverage::UnknownCallee> T>
void fields(A& a, T& v) {
  a("name", v.name), a("calls", v.calls), a("isDdi", v.isDdi);
}
template <typename A, Of<Coverage::DdiCalls> T>
void fields(A& a, T& v) {
  a("calls", v.calls), a("withContract", v.withContract), a("withLevel", v.withLevel), a("withBody", v.withBody);
}
template <typename A, Of<Coverage::Bodies> T>
void fields(A& a, T& v) {
  a("functions", v.functions), a("lost", v.lost), a("partial", v.partial);
}
template <typename A, Of<Coverage> T>
void fields(A& a, T& v) {
  a("drivers", v.drivers), a("units", v.units), a("sourceLines", v.sourceLines), a("functions", v.functions);
  a("bodiesLost", v.bodiesLost), a("bodiesPartial", v.bodiesPartial), a("bodies", v.bodies);
  a("functionsAnalysed", v.functionsAnalysed), a("calls", v.calls), a("callsUnderstood", v.callsUnderstood);
  a("unknownCallees", v.unknownCallees), a("ddiCalls", v.ddiCalls);
  a("unresolvedIndirectCalls", v.unresolvedIndirectCalls), a("unnamedCalls", v.unnamedCalls);
  a("failedUnits", v.failedUnits), a("notes", v.notes);
}
template <typename A, Of<DriverFindings> T>
void fields(A& a, T& v) {
  a("findings", v.findings), a("comments", v.comments);
}
template <typename A, Of<DriverResult> T>
void fields(A& a, T& v) {
  a("coverage", v.coverage), a("found", v.found);
}

DriverResults::DriverResults(UnitReader& reader, const std::vector<std::string>& contracts, RuleKind kind)
    : reader_(reader) {
  DigestBuilder basis;
  basis.add(kAnalysisIdentity).add(static_cast<std::uint64_t>(kind)).add(contracts.size());
  for (const std::string& file : contracts) {
    const auto text = llvm::MemoryBuffer::getFile(file);
    basis.add(text ? (*text)->getBuffer() : "");
  }
  basis_ = basis.take();
}

// By the program's order of its units, which is that of extractAll.
std::optional<Digest> DriverResults::keyOf(const Driver& driver) const {
  if (reader_.cache() == nullptr) return std::nullopt;
  DigestBuilder key;
  key.add(asText(basis_)).add(driver.commands.size());
  for (const std::size_t index : extractionOrder(driver.commands)) {
    const std::optional<Digest> name = reader_.nameOf(driver.commands[index]);
    if (!name) return std::nullopt;
    key.add(asText(*name));
  }
  return key.take();
}

std::optional<DriverResult> DriverResults::find(const Driver& driver) const {
  const std::optional<Digest> key = keyOf(driver);
  const auto bytes = key ? reader_.cache()->storage().find(*key, NamedBy::Key) : nullptr;
  return bytes ? resultFromBytes(bytes->getBuffer()) : std::nullopt;
}

void DriverResults::store(const Driver& driver, const DriverResult& result) const {
  if (const std::optional<Digest> key = keyOf(driver)) reader_.cache()->storage().put(*key, resultToBytes(result));
}

std::string resultToBytes(const DriverResult& result) {
  std::vector<std::string> rules;
  rules.reserve(result.found.findings.size());
  for (const Finding& finding : result.found.findings) rules.emplace_back(finding.rule->id);
  std::string payload;
  BinaryWriter writer(payload);
  writer.write(rules);
  writer.write(result);
  return framed(kFormat, payload);
}

std::optional<DriverResult> resultFromBytes(llvm::StringRef bytes) {
  const Result<llvm::StringRef> payload = unframed(kFormat, bytes);
  if (!payload) return std::nullopt;
  BinaryReader reader(*payload);
  std::vector<std::string> rules;
  DriverResult result;
  reader.read(rules);
  reader.read(result);
  std::vector<Finding>& findings = result.found.findings;
  if (!reader.good() || !reader.atEnd() || rules.size() != findings.size()) return std::nullopt;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    findings[i].rule = findRule(rules[i]);
    if (findings[i].rule == nullptr) return std::nullopt;
  }
  return result;
}

}  // namespace irqlint
