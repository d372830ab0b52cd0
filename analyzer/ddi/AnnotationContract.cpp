#include "analyzer/ddi/AnnotationContract.h"

#include <algorithm>
#include <cctype>
#include <functional>
#include <utility>

#include "analyzer/ddi/Condition.h"
#include "analyzer/ddi/SalText.h"

namespace irqlint {
namespace {

// What an annotation says of the level, whatever it is called.
enum class Meaning : std::uint8_t {
  Maximum,
  Minimum,
  BodyMaximum,  // binding for the whole function, so for its entry too
  BodyMinimum,
  Exactly,
  Same,
  Raises,
  Saves,
  Restores,
  SavesGlobal,
  RestoresGlobal,
  UsesCancel,  // the level on return is the one the cancelled IRP keeps
  EntersRegion,
  LeavesRegion,
  NeedsRegion,
  When,
  At,
  Return,
  Dereference,
  Inner,  // of these, the arguments hold further annotations
};

constexpr std::pair<std::string_view, Meaning> kMeanings[] = {
    {"_IRQL_requires_max_", Meaning::Maximum},
    {"_IRQL_requires_min_", Meaning::Minimum},
    {"_IRQL_requires_", Meaning::Exactly},
    {"_IRQL_requires_same_", Meaning::Same},
    {"_IRQL_always_function_max_", Meaning::BodyMaximum},
    {"_IRQL_always_function_min_", Meaning::BodyMinimum},
    {"_IRQL_raises_", Meaning::Raises},
    {"_IRQL_saves_", Meaning::Saves},
    {"_IRQL_restores_", Meaning::Restores},
    {"_IRQL_saves_global_", Meaning::SavesGlobal},
    {"_IRQL_restores_global_", Meaning::RestoresGlobal},
    {"_IRQL_uses_cancel_", Meaning::UsesCancel},
    {"_IRQL_is_cancel_", Meaning::UsesCancel},
    {"_When_", Meaning::When},
    {"_At_", Meaning::At},
    {"__drv_maxIRQL", Meaning::Maximum},
    {"__drv_minIRQL", Meaning::Minimum},
    {"__drv_requiresIRQL", Meaning::Exactly},
    {"__drv_sameIRQL", Meaning::Same},
    {"__drv_maxFunctionIRQL", Meaning::BodyMaximum},
    {"__drv_minFunctionIRQL", Meaning::BodyMinimum},
    {"__drv_raisesIRQL", Meaning::Raises},
    {"__drv_setsIRQL", Meaning::Raises},
    {"__drv_savesIRQL", Meaning::Saves},
    {"__drv_restoresIRQL", Meaning::Restores},
    {"__drv_savesIRQLGlobal", Meaning::SavesGlobal},
    {"__drv_restoresIRQLGlobal", Meaning::RestoresGlobal},
    {"__drv_useCancelIRQL", Meaning::UsesCancel},
    {"__drv_isCancelIRQL", Meaning::UsesCancel},
    {"__drv_acquiresCriticalRegion", Meaning::EntersRegion},
    {"__drv_releasesCriticalRegion", Meaning::LeavesRegion},
    {"__drv_mustHoldCriticalRegion", Meaning::NeedsRegion},
    {"__drv_when", Meaning::When},
    {"__drv_at", Meaning::At},
    {"__drv_arg", Meaning::At},
    {"__drv_ret", Meaning::Return},
    {"__drv_in", Meaning::Inner},
    {"__drv_out", Meaning::Inner},
    {"__drv_inout", Meaning::Inner},
    {"__drv_deref", Meaning::Dereference},
    {"__drv_in_deref", Meaning::Dereference},
    {"__drv_out_deref", Meaning::Dereference},
};

bool takesLevel(Meaning meaning) {
  return meaning == Meaning::Maximum || meaning == Meaning::Minimum || meaning == Meaning::Exactly ||
         meaning == Meaning::Raises;
}

// Annotations whose argument is the name of a role or an IRP type.
constexpr std::string_view kNaming[] = {"_Function_class_", "__drv_functionClass", "_Dispatch_type_",
                                        "__drv_dispatchType"};

// What an annotation stands at, and under which condition.
struct Scope {
  AnnotationTarget target = AnnotationTarget::Function;
  std::optional<std::uint32_t> parameter;
  bool dereferenced = false;
  std::string when;  // "" for always
};

std::string_view withoutParentheses(std::string_view text) {
  while (text.size() >= 2 && text.front() == '(' && text.back() == ')') text = trimmed(text.substr(1, text.size() - 2));
  return text;
}

// Nested deeper than anybody writes by hand.
constexpr int kDeepest = 16;

class Reader {
 public:
  Reader(std::span<const std::string> parameters, std::vector<std::string>& problems)
      : parameters_(parameters), problems_(problems) {}

  void read(const Annotation& annotation) {
    Scope scope;
    scope.target = annotation.target;
    if (annotation.target == AnnotationTarget::Parameter) scope.parameter = annotation.parameter;
    read({annotation.name, annotation.arguments}, scope, 0);
  }

  std::optional<Contract> take() {
    if (!speaks_) return std::nullopt;
    contract_.confidence = ContractConfidence::Annotated;
    contract_.parameters.assign(parameters_.begin(), parameters_.end());
    contract_.mustReturnAtEntryLevel = same_ && !usesCancel_;
    return std::move(contract_);
  }

 private:
  void read(const SalApplication& application, const Scope& scope, int depth) {
    const auto* entry = std::ranges::find(kMeanings, application.name, [](const auto& m) { return m.first; });
    if (entry == std::end(kMeanings)) return;
    if (depth > kDeepest) return problem(application, "nested too deeply");
    switch (entry->second) {
      case Meaning::When: return readWhen(application, scope, depth);
      case Meaning::At: return readAt(application, scope, depth);
      case Meaning::Return:
      case Meaning::Dereference:
      case Meaning::Inner: {
        Scope inner = scope;
        if (entry->second == Meaning::Return) inner = {AnnotationTarget::ReturnValue, std::nullopt, false, scope.when};
        if (entry->second == Meaning::Dereference) inner.dereferenced = true;
        return readAll(application.arguments, inner, depth);
      }
      default: return readTerm(application, entry->second, scope);
    }
  }

  void readAll(std::string_view text, const Scope& scope, int depth) {
    for (const SalApplication& application : splitApplications(text)) read(application, scope, depth + 1);
  }

  void readWhen(const SalApplication& application, const Scope& scope, int depth) {
    const auto arguments = splitArguments(application.arguments);
    if (arguments.empty()) return problem(application, "no condition");
    Scope inner = scope;
    inner.when =
        scope.when.empty() ? std::string(arguments[0]) : "(" + scope.when + ") && (" + std::string(arguments[0]) + ")";
    readAll(afterFirstArgument(application.arguments), inner, depth);
  }

  void readAt(const SalApplication& application, const Scope& scope, int depth) {
    const auto arguments = splitArguments(application.arguments);
    if (arguments.empty()) return problem(application, "no target");
    std::string_view target = withoutParentheses(arguments[0]);
    Scope inner = scope;
    inner.dereferenced = target.starts_with('*');
    if (inner.dereferenced) target = withoutParentheses(trimmed(target.substr(1)));
    inner.parameter = parameterIndex(target);
    inner.target = target == "return" ? AnnotationTarget::ReturnValue : AnnotationTarget::Parameter;
    readAll(afterFirstArgument(application.arguments), inner, depth);
  }

  void readTerm(const SalApplication& application, Meaning meaning, const Scope& scope) {
    switch (meaning) {
      case Meaning::Same:
        if (scope.when.empty()) same_ = true;
        speaks_ = true;
        return;
      case Meaning::UsesCancel: usesCancel_ = speaks_ = true; return;
      case Meaning::Maximum:
      case Meaning::Minimum:
      case Meaning::BodyMaximum:
      case Meaning::BodyMinimum:
      case Meaning::Exactly: return readBound(application, meaning, scope);
      case Meaning::EntersRegion: return addEffect(ContractEffect::CriticalRegionEnter, scope, application);
      case Meaning::LeavesRegion: return addEffect(ContractEffect::CriticalRegionLeave, scope, application);
      case Meaning::NeedsRegion: return addEffect(ContractEffect::RequiresApcsDisabled, scope, application);
      case Meaning::Raises: {
        const auto source = levelSource(application);
        if (!source) return problem(application, "not an IRQL");
        return changeLevel(application, scope, [&](ContractTerms& terms) { terms.raises = source; });
      }
      default: {
        const auto place = placeOf(application, meaning, scope);
        if (!place) return;
        const bool saves = meaning == Meaning::Saves || meaning == Meaning::SavesGlobal;
        return changeLevel(application, scope,
                           [&](ContractTerms& terms) { (saves ? terms.saves : terms.restores) = place; });
      }
    }
  }

  // Of several bounds the strictest holds: declarations may repeat what the function's type says, and tighten it.
  void readBound(const SalApplication& application, Meaning meaning, const Scope& scope) {
    const auto level = parseIrql(withoutParentheses(application.arguments));
    if (!level) return problem(application, "not an IRQL");
    ContractCondition* condition = nullptr;
    ContractTerms* terms = termsFor(scope, application, condition);
    if (terms == nullptr) return;
    if (condition == nullptr && meaning == Meaning::BodyMaximum) tighten(contract_.bodyMaximum, *level, std::less<>());
    if (condition == nullptr && meaning == Meaning::BodyMinimum)
      tighten(contract_.bodyMinimum, *level, std::greater<>());
    if (meaning != Meaning::Minimum && meaning != Meaning::BodyMinimum) {
      terms->maximum = std::min(terms->maximum.value_or(*level), *level);
      if (condition) condition->replacesMaximum = true;
    }
    if (meaning != Meaning::Maximum && meaning != Meaning::BodyMaximum) {
      terms->minimum = std::max(terms->minimum.value_or(*level), *level);
      if (condition) condition->replacesMinimum = true;
    }
  }

  template <typename Stricter>
  static void tighten(std::optional<Irql>& bound, Irql level, Stricter stricter) {
    if (!bound || stricter(level, *bound)) bound = level;
  }

  void addEffect(ContractEffect effect, const Scope& scope, const SalApplication& application) {
    ContractCondition* condition = nullptr;
    ContractTerms* terms = termsFor(scope, application, condition);
    if (terms == nullptr) return;
    terms->effects |= static_cast<ContractEffects>(effect);
    if (condition) condition->replacesEffects = true;
  }

  template <typename Change>
  void changeLevel(const SalApplication& application, const Scope& scope, Change change) {
    ContractCondition* condition = nullptr;
    ContractTerms* terms = termsFor(scope, application, condition);
    if (terms == nullptr) return;
    change(*terms);
    if (condition) condition->replacesRaises = true;
  }

  // The terms that hold under the scope's condition; null, with a problem noted, if it cannot be read.
  ContractTerms* termsFor(const Scope& scope, const SalApplication& application, ContractCondition*& condition) {
    if (scope.when.empty()) {
      speaks_ = true;
      return &contract_.terms;
    }
    auto found = std::ranges::find(contract_.conditions, scope.when, &ContractCondition::when);
    if (found == contract_.conditions.end()) {
      if (const auto parsed = Condition::parse(scope.when); !parsed) {
        problem(application, parsed.error().message());
        return nullptr;
      }
      contract_.conditions.emplace_back().when = scope.when;
      found = std::prev(contract_.conditions.end());
    }
    speaks_ = true;
    condition = &*found;
    return &found->terms;
  }

  std::optional<LevelSource> levelSource(const SalApplication& application) const {
    const std::string_view text = withoutParentheses(application.arguments);
    if (const auto level = parseIrql(text)) return LevelSource{*level};
    if (const auto parameter = parameterIndex(text)) return LevelSource{*parameter};
    return std::nullopt;
  }

  std::optional<LevelPlace> placeOf(const SalApplication& application, Meaning meaning, const Scope& scope) {
    if (meaning == Meaning::SavesGlobal || meaning == Meaning::RestoresGlobal) {
      const auto arguments = splitArguments(application.arguments);
      const auto parameter = arguments.size() == 2 ? parameterIndex(arguments[1]) : std::nullopt;
      if (parameter) return LevelPlace{LevelPlace::Kind::Lock, *parameter, std::string(arguments[0])};
      problem(application, "names no parameter that keeps the level");
      return std::nullopt;
    }
    const bool saves = meaning == Meaning::Saves;
    if (scope.target != AnnotationTarget::Parameter) {
      if (saves) return LevelPlace{LevelPlace::Kind::Return, 0, {}};
      problem(application, "stands at no parameter");
      return std::nullopt;
    }
    if (!scope.parameter) {
      problem(application, "its target is no parameter");
      return std::nullopt;
    }
    // A level can only be saved through a pointer, which SAL lets one annotate itself.
    const bool pointee = saves || scope.dereferenced;
    return LevelPlace{pointee ? LevelPlace::Kind::Pointee : LevelPlace::Kind::Parameter, *scope.parameter, {}};
  }

  // The parameter that an expression such as "Lock", "&Lock", "*Lock" or "Lock->Irql" starts from.
  std::optional<std::uint32_t> parameterIndex(std::string_view expression) const {
    while (!expression.empty() && std::string_view("*&( ").find(expression.front()) != std::string_view::npos) {
      expression.remove_prefix(1);
    }
    const auto end = std::ranges::find_if_not(
        expression, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; });
    const std::string_view name = expression.substr(0, static_cast<std::size_t>(end - expression.begin()));
    const auto parameter = std::ranges::find(parameters_, name);
    if (name.empty() || parameter == parameters_.end()) return std::nullopt;
    return static_cast<std::uint32_t>(parameter - parameters_.begin());
  }

  void problem(const SalApplication& application, std::string_view what) {
    std::string text = "annotation '" + std::string(application.name);
    if (!application.arguments.empty()) text += "(" + std::string(application.arguments) + ")";
    problems_.push_back(text + "': " + std::string(what));
  }

  std::span<const std::string> parameters_;
  std::vector<std::string>& problems_;
  Contract contract_;
  bool speaks_ = false;
  bool same_ = false;
  bool usesCancel_ = false;
};

}  // namespace

std::optional<Contract> contractOf(std::string_view name, std::span<const std::string> parameters,
                                   std::span<const Annotation> annotations, std::vector<std::string>& problems) {
  Reader reader(parameters, problems);
  for (const Annotation& annotation : annotations) reader.read(annotation);
  auto contract = reader.take();
  if (contract) contract->name = name;
  return contract;
}

AnnotationDefect defectOf(const Annotation& annotation, std::span<const std::string> parameters) {
  const std::string& argument = annotation.arguments;
  const auto isDigit = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
  const bool isWord = std::ranges::all_of(
      argument, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; });
  const bool takesName = std::ranges::find(kNaming, annotation.name) != std::end(kNaming);
  const auto* entry = std::ranges::find(kMeanings, annotation.name, [](const auto& m) { return m.first; });
  if (!takesName && (entry == std::end(kMeanings) || !takesLevel(entry->second))) return AnnotationDefect::None;
  if (argument.empty()) return AnnotationDefect::NoArgument;
  if (takesName) return isWord && !isDigit(argument.front()) ? AnnotationDefect::None : AnnotationDefect::NoName;
  if (!isWord || parseIrql(argument)) return AnnotationDefect::None;
  if (std::ranges::all_of(argument, isDigit)) return AnnotationDefect::NoLevel;
  const bool isParameter = std::ranges::find(parameters, argument) != parameters.end();
  return isDigit(argument.front()) || isParameter ? AnnotationDefect::None : AnnotationDefect::UnknownName;
}

std::optional<DeclaredBound> boundOf(const Annotation& annotation) {
  if (annotation.target != AnnotationTarget::Function) return std::nullopt;
  const auto* entry = std::ranges::find(kMeanings, annotation.name, [](const auto& m) { return m.first; });
  if (entry == std::end(kMeanings)) return std::nullopt;
  const auto level = parseIrql(withoutParentheses(annotation.arguments));
  if (!level) return std::nullopt;
  DeclaredBound bound{.level = *level};
  switch (entry->second) {
    case Meaning::BodyMaximum:
    case Meaning::Maximum: bound.kind = DeclaredBound::Kind::Maximum; break;
    case Meaning::BodyMinimum:
    case Meaning::Minimum: bound.kind = DeclaredBound::Kind::Minimum; break;
    case Meaning::Exactly: bound.kind = DeclaredBound::Kind::Exactly; break;
    default: return std::nullopt;
  }
  return bound;
}

}  // namespace irqlint
