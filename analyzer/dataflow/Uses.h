// Where the program uses its globals, and where the addresses of its functions and globals go.
//
// An address that is only called through by code that is seen, or registered with the system in a known role, does not
// escape: all that comes of it is in the call graph.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include <llvm/ADT/SmallVector.h>

#include "analyzer/link/Program.h"

namespace irqlint {

// Where an address goes that nothing more is known of.
struct Escape {
  SourceLocation location;
  std::string how;  // a clause: "is passed to 'Register', of which ..."
};

// An event or a branch that uses a global.
struct GlobalUse {
  FunctionRef function;
  SourceLocation location;

  friend bool operator==(const GlobalUse&, const GlobalUse&) = default;
};

class Uses {
 public:
  explicit Uses(const Program& program);

  // The system, or a call that is seen, runs the function by its address.
  bool isRunByAddress(FunctionRef function) const { return knownTargets_[function.index()]; }
  // The first escape of the address; null if there is none.
  const Escape* escapeOf(FunctionRef function) const { return escapeAt(functions_, function.index()); }
  const Escape* escapeOfGlobal(std::size_t global) const { return escapeAt(globals_, global); }
  // Where the system is told that the global, or a part, is an object it touches at any level.
  const Escape* kernelObjectIn(std::size_t global) const { return escapeAt(kernelObjects_, global); }
  // In order of the functions and the places.
  const std::vector<GlobalUse>& usesOf(std::size_t global) const { return uses_[global]; }

 private:
  using Escapes = std::vector<std::optional<Escape>>;
  static const Escape* escapeAt(const Escapes& escapes, std::size_t index) {
    return escapes[index] ? &*escapes[index] : nullptr;
  }

  // What the expressions of one table name.
  struct Named {
    std::vector<llvm::SmallVector<std::uint32_t, 1>> globals;    // used in it
    std::vector<llvm::SmallVector<std::uint32_t, 1>> addresses;  // globals whose address is (part of) its value
    std::vector<llvm::SmallVector<std::uint32_t, 1>> functions;  // whose address is its value
  };
  static Named namesIn(const ExprTable& exprs);

  std::string placeName(const ExprTable& exprs, ExprId place) const;
  void findKnownTargets();
  void scan(FunctionRef function);
  void scanCall(FunctionRef function, const CallEvent& call, const Named& named, SourceLocation location);
  void scanValue(const Named& named, ExprId value, SourceLocation location, const std::string& how);
  void noteUse(FunctionRef function, const Named& named, ExprId expr, SourceLocation location);
  static void keep(Escapes& escapes, std::size_t index, SourceLocation location, std::string how);

  const Program& program_;
  std::vector<bool> knownTargets_;  // by function: the system or a call that is seen runs it by its address
  Escapes functions_;
  Escapes globals_;
  Escapes kernelObjects_;
  std::vector<std::vector<GlobalUse>> uses_;
};

}  // namespace irqlint
