// What places hold by the names of other places: which lock a guard object stands for, what a copied object holds.
#pragma once

#include <span>

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/SmallVector.h>

#include "analyzer/dataflow/AbstractState.h"

namespace irqlint {

// `place` by the names of the objects that the pointers on the way to it are known to hold: what `guard.lock` points to
// is `Lock`. Only pointers to objects that are named without reading memory are followed.
ExprId followedPlace(Terms& terms, const AbstractState& state, ExprId place);
// The same for a value: `guard.lock` itself is `&Lock`.
ExprId followed(Terms& terms, const AbstractState& state, ExprId value);

// The object at `place` became a copy of the one at `from`, a local or the result of a call: what is known of the parts
// of one is known of those of the other. A result becomes the object, with the locks that it names.
void copyParts(Terms& terms, AbstractState& state, ExprId from, ExprId place);

// What a callee that nothing else is known of may write when it is given `arguments`: the objects that they point to,
// and those that pointers in these objects are known to point to, as far as they can be named.
llvm::SmallVector<ExprId, 8> writableBy(Terms& terms, const AbstractState& state, std::span<const ExprId> arguments);
// Forgets what `state` knows of them.
void forgetWritable(const Terms& terms, AbstractState& state, llvm::ArrayRef<ExprId> places);

// True if `state` knows something of the parts of the local `object`.
bool knowsPartsOf(const Terms& terms, const AbstractState& state, ExprId object);

}  // namespace irqlint
