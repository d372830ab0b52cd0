// SAL annotations read as a contract.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analyzer/model/Annotation.h"
#include "analyzer/model/Contract.h"

namespace irqlint {

// The contract that `annotations` state for the function `name` with these parameters; nullopt if none of them speaks
// of the IRQL. Its mustReturnAtEntryLevel is true only if an annotation says so. Of repeated bounds the strictest
// holds; bounds under one _When_ condition make one ContractCondition. What cannot be read is appended to `problems`,
// each naming the annotation.
std::optional<Contract> contractOf(std::string_view name, std::span<const std::string> parameters,
                                   std::span<const Annotation> annotations, std::vector<std::string>& problems);

// Why nothing can be read from an annotation.
enum class AnnotationDefect : std::uint8_t {
  None,
  NoArgument,   // it needs one
  UnknownName,  // its argument is a name that neither a level nor a parameter has
  NoLevel,      // its argument is a number, but no level
  NoName,       // its argument is to be the name of a role or an IRP type
};
// What is wrong with `annotation` of a function with these parameters, however the rest of the code reads.
AnnotationDefect defectOf(const Annotation& annotation, std::span<const std::string> parameters);

// A bound of the caller's level that one annotation states for every call.
struct DeclaredBound {
  enum class Kind : std::uint8_t { Maximum, Minimum, Exactly };
  Kind kind = Kind::Maximum;
  Irql level = kPassiveLevel;
};

// The bound that `annotation` states; nullopt for one under a condition or at a parameter, for one that states
// something else, and for a level that is not known.
std::optional<DeclaredBound> boundOf(const Annotation& annotation);

}  // namespace irqlint
