// The conditions contracts are written in ("PoolType & PagedPool", "Timeout->QuadPart != 0"), evaluated three-valued.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/support/Result.h"

namespace irqlint {

enum class Truth : std::uint8_t { False, True, Unknown };

// What is known of a number: it lies in low..high, and perhaps is not zero. Any number: the default.
struct KnownValue {
  std::int64_t low = INT64_MIN;
  std::int64_t high = INT64_MAX;
  bool notZero = false;

  static KnownValue constant(std::int64_t value) { return {value, value, value != 0}; }
  static KnownValue nonZero() { return {INT64_MIN, INT64_MAX, true}; }
  bool isConstant() const { return low == high; }
  friend bool operator==(const KnownValue&, const KnownValue&) = default;
};

// An operand of a condition as the evaluator sees it: parameter `root` (or "return"), then the steps of `path`, each a
// dereference "*", a member of what is pointed to "->f", a member ".f" or an element "[2]".
struct ConditionOperand {
  std::string root;               // a parameter's name, or "return"
  std::vector<std::string> path;  // {"->QuadPart"}, {"*"}, {"->Iopb", "->IrpFlags"}

  friend bool operator==(const ConditionOperand&, const ConditionOperand&) = default;
};

// Answers for the call at hand; what is not set is not known.
struct ConditionContext {
  // Asked for what is not a constant; gives a default KnownValue for a name that is no parameter.
  std::function<KnownValue(const ConditionOperand&)> value;
  std::function<std::optional<std::int64_t>(std::string_view name)> constant;
  // A predicate such as pageable(x), user_address(x), passive_object(x), format_has(x, "..."): name and argument texts,
  // strings without their quotes.
  std::function<Truth(std::string_view name, const std::vector<std::string>& arguments)> predicate;
};

class Condition {
 public:
  static Result<Condition> parse(std::string_view text);
  Condition(Condition&&) noexcept;
  Condition& operator=(Condition&&) noexcept;
  ~Condition();

  Truth evaluate(const ConditionContext& context) const;
  // The operands it reads, each once; names of constants are among them.
  std::vector<ConditionOperand> operands() const;

  struct Node;  // ConditionNode.h
  const Node& root() const { return *root_; }

 private:
  explicit Condition(std::unique_ptr<Node> root);
  std::unique_ptr<Node> root_;
};

}  // namespace irqlint
