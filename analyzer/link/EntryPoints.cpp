#include "analyzer/link/EntryPoints.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "analyzer/link/Creations.h"
#include "analyzer/link/ReturnedValues.h"

namespace irqlint {
namespace {

class EntryPointFinder {
 public:
  EntryPointFinder(const Program& program, FunctionPointers& pointers)
      : program_(program), pointers_(pointers), creations_(program) {
    for (const FunctionPointerField& field : program.functionPointerFields) {
      fieldTypes_[{field.record, field.field}] = program.strings[field.type];
    }
    for (const Initialiser& part : program.initialisers) {
      const Expr& place = program.globalExprs[part.place];
      if (place.kind == ExprKind::Field) members_[{place.lhs, place.text}] = part.value;
    }
  }

  std::vector<EntryPoint> find() {
    for (std::size_t i = 0; i < program_.functions.size(); ++i) {
      if (program_.functions[i].summary.isForeign) initialisersOfForeign(FunctionRef(i));
    }
    for (std::size_t i = 0; i < program_.functions.size(); ++i) {
      const FunctionRef function(i);
      declaredRoles(function);
      const FunctionSummary& summary = program_[function].summary;
      if (summary.body && !summary.isForeign) registrationsIn(function, *summary.body);
    }
    for (const Initialiser& part : program_.initialisers) {
      stored(program_.globalExprs, part.place, pointers_.globalPointees(part.value), part.location, std::nullopt);
    }
    dropShadowed();
    return std::move(found_);
  }

 private:
  void declaredRoles(FunctionRef function) {
    const FunctionSummary& summary = program_[function].summary;
    if (!summary.body || summary.isForeign) return;
    // A function the loader finds by its name.
    const Contract* named = summary.linkage == Linkage::External ? program_.ddi().contract(summary.name) : nullptr;
    if (named != nullptr && named->isCallback && !named->alias.empty()) {
      add(function, {.role = named->alias}, EntryPoint::Cause::RoleDeclared, "", summary.location);
    }
    for (const std::string& role : summary.roles) {
      bool narrowed = false;
      for (const std::string& irpMajor : summary.dispatchTypes) {
        const Registration* row = program_.ddi().dispatchRow(role, irpMajor);
        if (row == nullptr) continue;
        add(function, *row, EntryPoint::Cause::RoleDeclared, "", summary.location);
        narrowed = true;
      }
      if (!narrowed) add(function, {.role = role}, EntryPoint::Cause::RoleDeclared, "", summary.location);
    }
    for (const FunctionRef overridden : summary.overrides) rolesOfMethod(function, overridden);
  }

  // What overrides a method of a kit's interface is called as that one is.
  void rolesOfMethod(FunctionRef function, FunctionRef overridden) {
    const FunctionSummary& method = program_[overridden].summary;
    const Contract* role = method.isForeign ? program_.ddi().contract(method.name) : nullptr;
    if (role != nullptr && role->isCallback) {
      add(function, {.role = role->name}, EntryPoint::Cause::RoleDeclared, "", program_[function].summary.location);
    }
    for (const FunctionRef further : method.overrides) rolesOfMethod(function, further);
  }

  // An inline function of a header that stores its parameter where the system finds it (the INIT functions of
  // configuration structures) registers what its callers pass.
  void initialisersOfForeign(FunctionRef function) {
    const auto& body = program_[function].summary.body;
    if (!body) return;
    for (const BasicBlock& block : body->blocks) {
      for (const Event& event : block.events) {
        const auto* assign = std::get_if<AssignEvent>(&event.action);
        if (assign == nullptr || !assign->value || body->exprs[assign->value].kind != ExprKind::Parameter) continue;
        const Expr& place = body->exprs[assign->place];
        if (place.kind != ExprKind::Field) continue;
        const auto parameter = static_cast<std::uint32_t>(body->exprs[assign->value].value);
        std::vector<Registration> rows = rowsFor(place, std::string(program_.strings[place.record]),
                                                 std::string(program_.strings[place.text]), std::nullopt, ExprId());
        if (!rows.empty()) foreignInitialisers_[{function, parameter}] = std::move(rows);
      }
    }
  }

  void registrationsIn(FunctionRef function, const FunctionBody& body) {
    for (std::size_t block = 0; block < body.blocks.size(); ++block) {
      const std::vector<Event>& events = body.blocks[block].events;
      for (std::size_t i = 0; i < events.size(); ++i) {
        const Event& event = events[i];
        const EventPlace place{function, block, i};
        if (const auto* assign = std::get_if<AssignEvent>(&event.action)) {
          if (body.exprs[assign->place].kind == ExprKind::Field ||
              body.exprs[assign->place].kind == ExprKind::Element) {
            stored(body.exprs, assign->place, pointers_.pointees(function, assign->value), event.location, place);
          }
        } else if (const auto* call = std::get_if<CallEvent>(&event.action)) {
          if (const auto store = storeBy(program_, body.exprs, *call)) {
            stored(body.exprs, store->place, pointers_.pointees(function, store->value), event.location, place);
          }
          passed(place, *call, event.location);
        }
      }
    }
  }

  // The name under which the database knows what a call registers: of the function, or of the type that the system's
  // function has; "" if the call reaches neither.
  std::string apiOf(FunctionRef caller, const CallEvent& call) const {
    if (call.callee) return program_[call.callee].name();
    const std::vector<FunctionRef>& targets = program_.targets(caller, call.id).functions;
    if (targets.size() != 1 || program_[targets.front()].isDefined()) return {};
    const Contract* contract = program_[targets.front()].contract;
    return contract != nullptr ? contract->name : std::string();
  }

  void passed(const EventPlace& place, const CallEvent& call, SourceLocation location) {
    const std::string api = apiOf(place.function, call);
    if (api.empty()) return;
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
      const auto parameter = static_cast<std::uint32_t>(i);
      if (program_.ddi().callsSynchronously(api, parameter)) continue;
      const auto known = program_.ddi().registrations(api, parameter);
      std::vector<Registration> rows(known.begin(), known.end());
      if (const auto stores = foreignInitialisers_.find({call.callee, parameter});
          rows.empty() && call.callee && stores != foreignInitialisers_.end()) {
        rows = stores->second;
      }
      for (const FunctionRef function : pointers_.pointees(place.function, call.arguments[i])) {
        for (const Registration& row : rows) add(function, row, EntryPoint::Cause::Registered, api, location, place);
      }
    }
  }

  void stored(const ExprTable& exprs, ExprId place, const std::vector<FunctionRef>& functions, SourceLocation location,
              const std::optional<EventPlace>& event) {
    if (functions.empty()) return;
    std::optional<std::int64_t> index;
    const bool isElement = exprs[place].kind == ExprKind::Element;
    while (exprs[place].kind == ExprKind::Element) {
      const Expr& element = exprs[place];
      if (element.rhs && exprs[element.rhs].kind == ExprKind::Integer) index = exprs[element.rhs].value;
      place = element.lhs;
    }
    const Expr& field = exprs[place];
    if (field.kind != ExprKind::Field) return;
    const std::string record(program_.strings[field.record]);
    const std::string name(program_.strings[field.text]);
    const std::string member = record + "::" + name;
    const bool isGlobal = &exprs == &program_.globalExprs;
    if (isGlobal && !index) index = irpMajorBeside(field.lhs);
    std::vector<Registration> rows = rowsFor(field, record, name, index, isGlobal ? field.lhs : ExprId());
    if (isElement && !index) widenToAnyIndex(rows, record, name);
    for (const Registration& row : rows) {
      for (const FunctionRef function : functions) {
        add(function, row, EntryPoint::Cause::Stored, member, location, event);
      }
    }
  }

  // An index that is not known may be that of any row: the highest of their levels is possible.
  void widenToAnyIndex(std::vector<Registration>& rows, const std::string& record, const std::string& name) const {
    std::optional<Irql> highest;
    for (const Registration& row : program_.ddi().fieldRegistrations(record, name)) {
      if (!row.irpMajor.empty()) highest = std::max(highest, row.maximum);
    }
    for (Registration& row : rows) {
      row.atAnyIndex = highest.has_value();
      if (!highest || row.maximum) continue;
      row.maximum = highest;
      row.usualMaximum = row.usualMaximum.value_or(kPassiveLevel);
    }
  }

  // The row of the stored index if there is one, else the rows that hold for every index, else what the member's
  // declared type says.
  std::vector<Registration> rowsFor(const Expr& field, const std::string& record, const std::string& name,
                                    std::optional<std::int64_t> index, ExprId object) {
    std::vector<Registration> rows;
    std::optional<Registration> ofIndex;
    const Registration* safer = nullptr;
    const Registration* usual = nullptr;
    for (const Registration& row : program_.ddi().fieldRegistrations(record, name)) {
      if (!row.otherField.empty()) {
        const Beside beside = besides(row, object);
        if (beside == Beside::Holds) safer = &row;
        if (beside == Beside::HoldsForSome) usual = &row;
      } else if (row.irpMajor.empty()) {
        rows.push_back(row);
      } else if (index && program_.ddi().constant(row.irpMajor) == index) {
        ofIndex = row;
      }
    }
    if (ofIndex) rows = {*ofIndex};
    for (Registration& row : rows) {
      if (safer != nullptr && (!row.maximum || *row.maximum > *safer->maximum)) {
        row.maximum = safer->maximum;
        row.usualMaximum = safer->usualMaximum;
      } else if (usual != nullptr && !row.usualMaximum) {
        row.usualMaximum = usual->usualMaximum ? usual->usualMaximum : usual->maximum;
        row.isSometimesRaised = true;
      }
      if (row.usualMaximum && row.maximum) row.usualMaximum = std::min(*row.usualMaximum, *row.maximum);
    }
    if (!rows.empty()) return ofIndex ? rows : documented(std::move(rows));
    const auto type = fieldTypes_.find({field.record, field.text});
    if (type == fieldTypes_.end()) return {};
    const std::string role = program_.ddi().roleOfType(type->second);
    if (role.empty()) return {};
    return {Registration{.role = role}};
  }

  // The value of member `MajorFunction` of the global object at `object`, as minifilters' tables have it; what is not
  // initialised is zero.
  std::optional<std::int64_t> irpMajorBeside(ExprId object) const {
    const ExprId value = memberOf(object, "MajorFunction");
    if (!value) return 0;
    if (program_.globalExprs[value].kind != ExprKind::Integer) return std::nullopt;
    return program_.globalExprs[value].value;
  }
  ExprId memberOf(ExprId object, std::string_view name) const {
    const auto found = members_.find({object, program_.strings.find(name)});
    return found == members_.end() ? ExprId() : found->second;
  }
  // Whether what the row says holds: surely, for some of the requests, or it is not known to.
  enum class Beside : std::uint8_t { Unknown, HoldsForSome, Holds };
  Beside besides(const Registration& row, ExprId object) {
    const ExprId other = object ? memberOf(object, row.otherField) : ExprId();
    const auto value = program_.ddi().constant(row.neverReturned);
    if (!other || !value) return Beside::Unknown;
    const std::vector<FunctionRef> functions = pointers_.globalPointees(other);
    if (functions.empty()) return Beside::Unknown;
    const auto instead = program_.ddi().constant(row.returnedInstead);
    Beside beside = Beside::Holds;
    for (const FunctionRef function : functions) {
      const ReturnedValues returned = returnedValues(program_, function);
      if (returned.lacks(*value)) continue;
      if (!instead || !returned.contains(*instead)) return Beside::Unknown;
      beside = Beside::HoldsForSome;
    }
    return beside;
  }

  // Records of different port drivers share a name: of their roles, those whose levels are no mere inference count.
  std::vector<Registration> documented(std::vector<Registration> rows) const {
    const auto isInferred = [&](const Registration& row) {
      const Contract* role = program_.ddi().contract(row.role);
      return role == nullptr || role->confidence == ContractConfidence::Inferred;
    };
    if (!std::all_of(rows.begin(), rows.end(), isInferred)) std::erase_if(rows, isInferred);
    return rows;
  }

  void add(FunctionRef function, const Registration& row, EntryPoint::Cause cause, const std::string& registrar,
           SourceLocation location, const std::optional<EventPlace>& event = {}) {
    if (row.driverCalls || !program_[function].isDefined() || program_[function].summary.isForeign) return;
    const Contract* role = program_.ddi().contract(row.role);
    if (role == nullptr || !role->isCallback || !role->calledBySystem) return;
    std::optional<Irql> maximum = row.maximum ? row.maximum : role->terms.maximum;
    if (!maximum) return;
    // Requests that come by the state of devices come to a file system's devices as well, if it has such.
    const bool isFileSystems = program_.powerPaging.fileSystem.file && role->fileSystemMaximum && !row.byPowerFlags;
    if (isFileSystems) maximum = std::min(*maximum, *role->fileSystemMaximum);
    const Irql minimum = row.minimum.value_or(role->terms.minimum.value_or(kPassiveLevel));
    // The role's usual level belongs to the role's own range, not to a row that states another one.
    Irql usual = *maximum;
    if (row.usualMaximum) {
      usual = std::min(*row.usualMaximum, *maximum);
    } else if (!row.maximum && role->usualMaximum) {
      usual = std::min(*role->usualMaximum, *maximum);
    }
    EntryPoint entry;
    entry.function = function;
    entry.cause = cause;
    entry.role = role;
    entry.roleName = row.irpMajor.empty() ? row.role : row.irpMajor;
    entry.levels = levelRange(minimum, std::min(usual, *maximum));
    if (usual < *maximum) entry.unusualLevels = IrqlSet::of(*maximum);
    entry.isSometimesRaised = row.isSometimesRaised;
    entry.isPowerRequest = row.byPowerFlags || row.atAnyIndex;
    if (row.byPowerFlags) applyPowerFlags(entry);
    if (const auto created = event ? creations_.of(row.role, *event) : creations_.of(row.role)) {
      created->applyTo(entry);
    }
    // A raised level that is a mere inference must not be the ground of a definite finding.
    if (role->confidence == ContractConfidence::Inferred && !row.maximum && *maximum > kPassiveLevel) {
      entry.unusualLevels = entry.unusualLevels | IrqlSet::of(*maximum);
      entry.levels = entry.levels - entry.unusualLevels;
    }
    entry.apcsEnabled = row.apcsEnabled;
    entry.noPagingIo = row.noPagingIo || has(role->terms.effects, ContractEffect::NoPagingIo);
    entry.registrar = registrar;
    entry.location = location;
    found_.push_back(std::move(entry));
  }

  // Where devices are powered says at which levels power requests come, as far as the driver alone decides it.
  void applyPowerFlags(EntryPoint& entry) const {
    const PowerPaging& said = program_.powerPaging;
    if (said.inrushSet.file) {
      entry.levels = entry.levels | entry.unusualLevels;
      entry.unusualLevels = {};
    } else if (said.pageableSet.file && !said.flagsDoubtful.file) {
      entry.unusualLevels = {};
    }
  }

  // A registration says more than the declaration of the same role, and a row for one IRP type more than the role.
  void dropShadowed() {
    const auto shadows = [](const EntryPoint& other, const EntryPoint& entry) {
      if (&other == &entry || other.function != entry.function || other.role != entry.role) return false;
      const bool otherIsRow = other.roleName != other.role->name;
      const bool entryIsRow = entry.roleName != entry.role->name;
      // One that is stored by an index that is not known gets all IRPs, a row of its own or not.
      if (otherIsRow != entryIsRow) return otherIsRow && entry.cause == EntryPoint::Cause::RoleDeclared;
      if (other.roleName != entry.roleName) return false;
      return other.cause != EntryPoint::Cause::RoleDeclared && entry.cause == EntryPoint::Cause::RoleDeclared;
    };
    std::stable_sort(found_.begin(), found_.end(),
                     [](const EntryPoint& a, const EntryPoint& b) { return a.function < b.function; });
    std::vector<EntryPoint> kept;
    for (auto group = found_.begin(); group != found_.end();) {
      const auto end =
          std::find_if(group, found_.end(), [&](const EntryPoint& e) { return e.function != group->function; });
      for (auto entry = group; entry != end; ++entry) {
        const bool shadowed = std::any_of(group, end, [&](const EntryPoint& other) { return shadows(other, *entry); });
        const bool repeated = std::any_of(kept.begin(), kept.end(), [&](const EntryPoint& other) {
          return other.function == entry->function && other.roleName == entry->roleName &&
                 other.levels == entry->levels;
        });
        if (!shadowed && !repeated) kept.push_back(*entry);
      }
      group = end;
    }
    found_ = std::move(kept);
  }

  const Program& program_;
  FunctionPointers& pointers_;
  const Creations creations_;
  std::map<std::pair<StringId, StringId>, std::string_view> fieldTypes_;
  std::map<std::pair<ExprId, StringId>, ExprId> members_;  // of global objects: what they are initialised with
  std::map<std::pair<FunctionRef, std::uint32_t>, std::vector<Registration>> foreignInitialisers_;
  std::vector<EntryPoint> found_;
};

}  // namespace

IrqlSet levelRange(Irql low, Irql high) { return IrqlSet::of(std::min(low, high)) | IrqlSet::of(high); }

std::vector<EntryPoint> findEntryPoints(const Program& program, FunctionPointers& pointers) {
  return EntryPointFinder(program, pointers).find();
}

}  // namespace irqlint
