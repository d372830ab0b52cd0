// Casts that are written to: `((PUCHAR)p)++`, `(ULONG)x = 1`, `&(LONG)count`. MSVC takes them in C, Clang does not.
#pragma once

#include <optional>

#include <clang/AST/ASTContext.h>
#include <clang/AST/Expr.h>

namespace irqlint {

// What an expression that Clang gave up does with a cast.
struct CastLvalue {
  enum class Use : std::uint8_t {
    Assigned,   // takes `value`
    Changed,    // takes what an operator makes of it
    Addressed,  // its address is the expression's value
  };
  Use use = Use::Changed;
  const clang::Expr* object = nullptr;  // what is cast
  const clang::Expr* value = nullptr;   // the right operand; null without one
};

// None if `expr` was given up for another reason. Reads the operator from the source, since Clang did not keep it.
std::optional<CastLvalue> castLvalue(const clang::RecoveryExpr& expr, const clang::ASTContext& context);

}  // namespace irqlint
