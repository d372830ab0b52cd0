#include "analyzer/link/Merge.h"

#include <llvm/ADT/DenseMap.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "analyzer/link/Copies.h"

namespace irqlint {
namespace {

// Ids of one unit -> ids of the program.
struct IdMap {
  std::vector<FileId> files;
  std::vector<StringId> strings;
  std::vector<FunctionRef> functions;
  std::vector<GlobalRef> globals;

  FileId operator()(FileId id) const { return id ? files[id.index()] : id; }
  StringId operator()(StringId id) const { return id ? strings[id.index()] : id; }
  FunctionRef operator()(FunctionRef id) const { return id ? functions[id.index()] : id; }
  GlobalRef operator()(GlobalRef id) const { return id ? globals[id.index()] : id; }
  SourceLocation operator()(SourceLocation location) const {
    location.file = (*this)(location.file);
    return location;
  }
};

// Rebuilds an expression table under program-wide ids; `exprs` maps the old indices to the new ones. What `copies` maps
// becomes what it is a copy of.
ExprTable patched(const ExprTable& table, const IdMap& ids, std::vector<ExprId>& exprs, ExprTable into = {},
                  const llvm::DenseMap<std::uint32_t, ExprId>& copies = llvm::DenseMap<std::uint32_t, ExprId>()) {
  exprs.reserve(table.size());
  for (Expr expr : table.all()) {
    const auto copy = copies.find(static_cast<std::uint32_t>(exprs.size()));
    if (copy != copies.end()) expr = table[copy->second];
    if (expr.lhs) expr.lhs = exprs[expr.lhs.index()];
    if (expr.rhs) expr.rhs = exprs[expr.rhs.index()];
    expr.record = ids(expr.record);
    expr.text = ids(expr.text);
    if (expr.kind == ExprKind::Function) {
      expr.value = ids(FunctionRef(static_cast<std::size_t>(expr.value))).index();
    } else if (expr.kind == ExprKind::Global) {
      expr.value = ids(GlobalRef(static_cast<std::size_t>(expr.value))).index();
    }
    exprs.push_back(into.add(expr));
  }
  return into;
}

class BodyPatcher {
 public:
  BodyPatcher(FunctionBody& body, const IdMap& ids) : body_(body), ids_(ids) {}

  void patch() {
    const llvm::DenseMap<std::uint32_t, ExprId> copies = copiesOfParameters(body_);
    body_.exprs = patched(body_.exprs, ids_, exprs_, {}, copies);
    for (Local& local : body_.locals) {
      local.name = ids_(local.name);
      local.type = ids_(local.type);
      local.location = ids_(local.location);
    }
    for (BasicBlock& block : body_.blocks) {
      std::erase_if(block.events, [&](const Event& event) {
        const auto* assign = std::get_if<AssignEvent>(&event.action);
        return assign != nullptr && assign->place && copies.contains(assign->place.index());
      });
      for (Event& event : block.events) {
        event.location = ids_(event.location);
        event.macro = ids_(event.macro);
        std::visit([this](auto& action) { patch(action); }, event.action);
      }
      patch(block.terminator.condition);
      block.terminator.location = ids_(block.terminator.location);
    }
    body_.end = ids_(body_.end);
  }

 private:
  void patch(ExprId& id) const {
    if (id) id = exprs_[id.index()];
  }
  void patch(CallEvent& call) const {
    call.callee = ids_(call.callee);
    patch(call.target);
    for (ExprId& argument : call.arguments) patch(argument);
  }
  void patch(AssignEvent& assign) const {
    patch(assign.place);
    patch(assign.value);
  }
  void patch(ReturnEvent& result) const { patch(result.value); }
  void patch(AssumeEvent& assume) const { patch(assume.condition); }
  void patch(MacroEvent& macro) const {
    macro.name = ids_(macro.name);
    for (StringId& argument : macro.arguments) argument = ids_(argument);
    for (ExprId& value : macro.argumentValues) patch(value);
  }

  FunctionBody& body_;
  const IdMap& ids_;
  std::vector<ExprId> exprs_;
};

template <typename T>
void addMissing(std::vector<T>& to, const std::vector<T>& from) {
  for (const T& item : from) {
    if (std::find(to.begin(), to.end(), item) == to.end()) to.push_back(item);
  }
}

class Merger {
 public:
  explicit Merger(Program& program) : program_(program) {}

  void add(TuSummary&& unit) {
    ++program_.units;
    IdMap ids;
    for (const std::string& file : unit.files) ids.files.push_back(fileOf(file));
    for (std::size_t i = 0; i < unit.fileLines.size(); ++i) countLines(ids.files[i], unit.fileLines[i]);
    program_.fileHashes.resize(program_.files.size());
    for (std::size_t i = 0; i < unit.fileHashes.size(); ++i) {
      if (unit.fileHashes[i] != 0) program_.fileHashes[ids.files[i].index()] = unit.fileHashes[i];
    }
    for (const std::string& text : unit.strings.all()) ids.strings.push_back(program_.strings.add(text));
    for (const FunctionSummary& function : unit.functions) ids.functions.push_back(slotOf(function));
    for (GlobalSummary& global : unit.globals) {
      global.location = ids(global.location);
      global.section.location = ids(global.section.location);
      ids.globals.push_back(merge(std::move(global)));
    }
    for (std::size_t i = 0; i < unit.functions.size(); ++i) {
      patch(unit.functions[i], ids);
      merge(std::move(unit.functions[i]), program_.functions[ids.functions[i].index()].summary);
    }
    addInitialisers(unit, ids);
    for (const FunctionPointerField& field : unit.functionPointerFields) {
      const FunctionPointerField linked{ids(field.record), ids(field.field), ids(field.type)};
      const std::uint64_t key = std::uint64_t{linked.record.index()} << 32 | linked.field.index();
      if (pointerFields_.insert(key).second) program_.functionPointerFields.push_back(linked);
    }
    for (const StringId record : unit.ownRecords) program_.ownRecords.insert(ids(record).index());
    for (AllocText& directive : unit.allocTexts) {
      directive.location = ids(directive.location);
      directive.definition = ids(directive.definition);
      program_.allocTexts.push_back(std::move(directive));
    }
    for (Problem& problem : unit.problems) {
      problem.location = ids(problem.location);
      program_.problems.push_back(std::move(problem));
    }
    for (SuppressionDirective& directive : unit.suppressions) {
      directive.location = ids(directive.location);
      directive.file = ids(directive.file);
      if (directive.isInherited()) inheritedBy_[{directive.file, directive.ids}].insert(program_.units);
      addSuppression(std::move(directive));
    }
  }

  // Called once, after all units. What some unit reports of a header is reported, though others disable it before they
  // include the header.
  void finish() {
    std::erase_if(program_.suppressions, [&](const SuppressionDirective& directive) {
      return directive.isInherited() &&
             inheritedBy_[{directive.file, directive.ids}].size() < readers_[directive.file.index()];
    });
  }

 private:
  FileId fileOf(const std::string& path) {
    const auto [entry, added] = files_.try_emplace(path, FileId(program_.files.size()));
    if (added) program_.files.push_back(path);
    return entry->second;
  }

  // A file that many units read counts once.
  void countLines(FileId file, std::uint32_t lines) {
    lines_.resize(program_.files.size());
    readers_.resize(program_.files.size());
    if (lines != 0) ++readers_[file.index()];
    std::uint32_t& known = lines_[file.index()];
    program_.sourceLines += lines - std::min(lines, known);
    known = std::max(lines, known);
  }

  FunctionRef slotOf(const FunctionSummary& function) {
    const auto [entry, added] = functions_.try_emplace(function.identity, FunctionRef(program_.functions.size()));
    if (added) {
      program_.functions.emplace_back();
      program_.functions.back().summary.identity = function.identity;
    }
    return entry->second;
  }

  static void patch(FunctionSummary& function, const IdMap& ids) {
    function.location = ids(function.location);
    function.section.location = ids(function.section.location);
    for (FunctionRef& overridden : function.overrides) overridden = ids(overridden);
    if (function.site) {
      DefinitionSite& site = *function.site;
      for (SourceLocation* place :
           {&site.declared, &site.start, &site.open, &site.lastDeclaration, &site.firstStatement}) {
        *place = ids(*place);
      }
    }
    if (function.body) BodyPatcher(*function.body, ids).patch();
  }

  // The first definition wins, one that was understood before one that was not; what redeclarations elsewhere say is
  // added.
  static void merge(FunctionSummary&& from, FunctionSummary& to) {
    const bool first = to.name.empty();
    const bool defines = !to.body && (from.body || (from.bodyLost && !to.bodyLost));
    if (!first && !defines) {
      addTo(to, from);
      return;
    }
    if (!first) addTo(from, to);
    to = std::move(from);
  }
  static void addTo(FunctionSummary& to, const FunctionSummary& from) {
    addMissing(to.annotations, from.annotations);
    addMissing(to.roles, from.roles);
    addMissing(to.dispatchTypes, from.dispatchTypes);
    addMissing(to.overrides, from.overrides);
    to.isNoReturn |= from.isNoReturn;
    to.codeBytes = std::max(to.codeBytes, from.codeBytes);
    if (to.section.origin == SectionOrigin::Default) to.section = from.section;
  }

  GlobalRef merge(GlobalSummary&& global) {
    const auto [entry, added] = globals_.try_emplace(global.identity, GlobalRef(program_.globals.size()));
    if (added) {
      program_.globals.push_back(std::move(global));
      return entry->second;
    }
    GlobalSummary& known = program_.globals[entry->second.index()];
    if (known.section.origin == SectionOrigin::Default) known.section = global.section;
    known.bytes = global.bytes = std::max(known.bytes, global.bytes);
    if (global.isDefinition && !known.isDefinition) known = std::move(global);
    return entry->second;
  }

  void addInitialisers(const TuSummary& unit, const IdMap& ids) {
    std::vector<ExprId> exprs;
    program_.globalExprs = patched(unit.globalExprs, ids, exprs, std::move(program_.globalExprs));
    for (const Initialiser& part : unit.initialisers) {
      const Initialiser linked{exprs[part.place.index()], exprs[part.value.index()], ids(part.location)};
      // A table in a header is initialised alike in every unit that includes it.
      const std::uint64_t key = std::uint64_t{linked.place.index()} << 32 | linked.value.index();
      if (initialised_.insert(key).second) program_.initialisers.push_back(linked);
    }
  }

  // What a header says is read by every unit that includes it.
  void addSuppression(SuppressionDirective&& directive) {
    std::vector<std::size_t>& known = suppressions_[{directive.location, directive.file}];
    const auto same = [&](std::size_t index) { return program_.suppressions[index] == directive; };
    if (std::any_of(known.begin(), known.end(), same)) return;
    known.push_back(program_.suppressions.size());
    program_.suppressions.push_back(std::move(directive));
  }

  Program& program_;
  std::unordered_map<std::string, FileId> files_;
  std::vector<std::uint32_t> lines_;    // counted so far, by file
  std::vector<std::uint32_t> readers_;  // units that read it, by file; of a foreign file none
  std::unordered_map<std::string, FunctionRef> functions_;
  std::unordered_map<std::string, GlobalRef> globals_;
  std::unordered_set<std::uint64_t> pointerFields_;
  std::unordered_set<std::uint64_t> initialised_;
  // Those of the program, by place and covered file.
  std::map<std::pair<SourceLocation, FileId>, std::vector<std::size_t>> suppressions_;
  // The units in which a file inherits directives for some ids.
  std::map<std::pair<FileId, std::vector<std::string>>, std::set<std::size_t>> inheritedBy_;
};

}  // namespace

void mergeSummaries(std::vector<TuSummary> summaries, Program& program) {
  Merger merger(program);
  for (TuSummary& unit : summaries) merger.add(std::move(unit));
  merger.finish();
}

}  // namespace irqlint
