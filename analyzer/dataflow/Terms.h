// The places and values of one function as terms, together with those that its callees' places become here.
//
// A term is an ExprId of the function's expressions, copied so that it can grow: what a callee calls *param1 is some
// place of the caller. Equal terms have equal ids.
#pragma once

#include <llvm/ADT/DenseMap.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/STLFunctionalExtras.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/model/Event.h"
#include "analyzer/model/TuSummary.h"

namespace irqlint {

class Terms {
 public:
  explicit Terms(const FunctionBody& body);

  const Expr& operator[](ExprId term) const { return exprs_[term]; }
  const ExprTable& table() const { return exprs_; }

  ExprId add(const Expr& expr);
  // What `pointer` points to: *&x is x.
  ExprId dereference(ExprId pointer);
  // Member `name` of the object at `place`; the record is not known.
  ExprId member(ExprId place, StringId name);
  // Where the steps of a condition's operand ("*", "->f", ".f") lead from `root`; none where a member is named nowhere
  // in the program, or `root` is none.
  ExprId follow(ExprId root, std::span<const std::string> path, const StringTable& strings);
  // Where the object that a virtual call is made on keeps its dynamic type; none for other calls.
  ExprId dynamicTypeOf(const CallEvent& call, const StringTable& strings);
  // The level that the lock `lock` keeps until it is released.
  ExprId savedLevelOf(ExprId lock);
  static bool isSavedLevel(const Expr& expr) { return expr.kind == ExprKind::Unary && expr.op == Operator::None; }

  // True if `part` is `whole` or occurs in it.
  bool contains(ExprId whole, ExprId part) const {
    return (shapes_[whole.index()].parts & bitOf(part.index())) != 0 && findPart(whole, part);
  }
  // True if `whole` is or has in it the member that the field `member` names, of any object reached through a pointer.
  bool containsMember(ExprId whole, const Expr& member) const {
    return (shapes_[whole.index()].members & bitOf(member.text.index())) != 0 && findMember(whole, member);
  }
  // What writing some places may change: their terms and, of those reached through a pointer, the names of members.
  struct Written {
    std::uint64_t parts = 0;
    std::uint64_t members = 0;
  };
  void noteWritten(ExprId place, Written& written) const {
    written.parts |= bitOf(place.index());
    if (isPointeesMember(place)) written.members |= bitOf(exprs_[place].text.index());
  }
  // True if `term` may be of what was written; cheap.
  bool mayMention(ExprId term, const Written& written) const {
    const Shape& shape = shapes_[term.index()];
    return ((shape.parts & written.parts) | (shape.members & written.members)) != 0;
  }
  // True if writing `place` changes what `term` means: it occurs in it, or is the same member of an unknown object.
  bool mentions(ExprId term, ExprId place) const {
    return contains(term, place) || (isPointeesMember(place) && containsMember(term, exprs_[place]));
  }
  // The member written when `place` is, if it is one of an object reached through a pointer, or an element of one; none
  // otherwise.
  ExprId pointeesMember(ExprId place) const;
  // True if `reads` is true of a member of an object reached through a pointer that occurs in `term`.
  bool readsMember(ExprId term, llvm::function_ref<bool(const Expr&)> reads) const;
  // True if something that `reads` is true of is read to get the value of `pointer`, an address or a handle.
  bool isReadFrom(ExprId pointer, llvm::function_ref<bool(ExprId)> reads) const;
  // True if a local or call result occurs in `term`.
  bool namesLocal(ExprId term) const { return static_cast<bool>(shapes_[term.index()].local); }
  // The one local or call result that occurs in `term`; none if none does, or `several` of them do.
  ExprId soleLocal(ExprId term, bool& several) const {
    several = shapes_[term.index()].local == kSeveral;
    return several ? ExprId() : shapes_[term.index()].local;
  }
  // True if a caller can name it: rooted at a parameter's pointee or a global, free of locals and results.
  bool isVisibleToCallers(ExprId term) const { return shapes_[term.index()].isVisible; }
  // The same, and a parameter itself, or what is part of it, counts: the caller passed it.
  bool isNameableByCallers(ExprId term) const;
  // True if both are members of what parameters point to, and not of the same one.
  bool areOfDistinctParameters(ExprId a, ExprId b) const;
  // True if the function stores to its parameter `parameter`, so that it no longer is what the caller passed.
  bool isAssigned(ExprId parameter) const { return llvm::is_contained(assigned_, parameter); }
  // Operators and operands in it, as if written out.
  std::size_t sizeOf(ExprId term) const { return shapes_[term.index()].size; }
  // True if it is a place (rooted at a parameter, local, global or result) and nothing in it is unknown.
  bool isPlace(ExprId term) const;
  // True if the object itself is a local or parameter, so that no pointer store reaches it unseen.
  bool isDirect(ExprId place) const;

  // Adds `expr` in canonical form: &*p is p, *&x is x, the container of &p->f is p.
  ExprId rebuild(const Expr& expr);
  // `term` with `object` as its first operand.
  ExprId withObject(ExprId term, ExprId object);
  // `term` with `to` wherever `from` occurs in it.
  ExprId substitute(ExprId term, ExprId from, ExprId to);

 private:
  static constexpr ExprId kSeveral{0xfffffffe};
  // What questions about a term ask for again and again; kept, because terms share their parts.
  struct Shape {
    ExprId local;  // see soleLocal
    bool isVisible = false;
    bool isPointeesMember = false;
    std::uint32_t size = 1;
    // Of each term in it, itself included, and of the name of each member reached through a pointer: one bit. Bits
    // collide; one that is not there rules out.
    std::uint64_t parts = 0;
    std::uint64_t members = 0;
  };
  static constexpr std::uint64_t bitOf(std::uint32_t index) { return std::uint64_t{1} << (index % 64); }
  // True if it is a member of an object reached through a pointer.
  bool isPointeesMember(ExprId term) const { return shapes_[term.index()].isPointeesMember; }
  void noteShape(std::size_t term);
  bool isVisible(const Expr& expr) const;
  bool findPart(ExprId whole, ExprId part) const;
  bool findMember(ExprId whole, const Expr& member) const;

  ExprTable exprs_;
  std::vector<Shape> shapes_;     // by term
  std::vector<ExprId> assigned_;  // parameters
};

// The terms of a callee as terms of its caller, for one call.
class Translation {
 public:
  // `arguments` are terms of `caller`; both tables and the arguments must outlive this.
  Translation(Terms& caller, const ExprTable& callee, std::span<const ExprId> arguments)
      : caller_(caller), callee_(callee), arguments_(arguments) {}

  // `term` with the arguments for its parameters; none if it names what only the callee knows (its locals, its calls'
  // results).
  ExprId operator()(ExprId term);
  // The same for what is part of the callee's local `object`, which becomes the caller's `result`.
  ExprId partOf(ExprId object, ExprId result, ExprId term);

 private:
  ExprId translate(ExprId term);

  Terms& caller_;
  const ExprTable& callee_;
  std::span<const ExprId> arguments_;
  llvm::DenseMap<std::uint32_t, ExprId> known_;  // by the callee's term
};

// The terms of `exprs` below `expr` that are places, outermost first, each once.
void collectPlaces(const ExprTable& exprs, ExprId expr, std::vector<ExprId>& places);

}  // namespace irqlint
