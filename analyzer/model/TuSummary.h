// What one translation unit says: functions with their control-flow graphs, globals, and what was not understood.
//
// A summary holds what the code says and nothing that depends on contracts or rules.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "analyzer/model/Annotation.h"
#include "analyzer/model/DefinitionSite.h"
#include "analyzer/model/Event.h"
#include "analyzer/model/Id.h"
#include "analyzer/model/Source.h"

namespace irqlint {

// Names and literals of one TU, each stored once.
class StringTable {
 public:
  StringId add(std::string_view text);
  // None if `text` was never added.
  StringId find(std::string_view text) const;
  // "" for none.
  std::string_view operator[](StringId id) const {
    return id ? std::string_view(strings_[id.index()]) : std::string_view();
  }
  const std::vector<std::string>& all() const { return strings_; }

  friend bool operator==(const StringTable& a, const StringTable& b) { return a.strings_ == b.strings_; }

 private:
  std::vector<std::string> strings_;
  std::unordered_map<std::string, StringId> index_;
};

enum class Linkage : std::uint8_t { External, Internal };

enum class SectionOrigin : std::uint8_t {
  Default,        // nobody placed it
  AllocText,      // #pragma alloc_text or a macro over it
  SegmentPragma,  // #pragma code_seg, data_seg, bss_seg, const_seg
  Declspec,       // __declspec(code_seg), __declspec(allocate), a section attribute, on it or on its class
};

struct SectionPlacement {
  std::string name;  // "" with Default
  SectionOrigin origin = SectionOrigin::Default;
  SourceLocation location;  // of the directive; none for the command line

  friend bool operator==(const SectionPlacement&, const SectionPlacement&) = default;
};

struct Parameter {
  std::string name;
  std::string type;  // as written, so that a role typedef is seen

  friend bool operator==(const Parameter&, const Parameter&) = default;
};

// How the names of lambdas end; what comes before is the name of the function around it.
inline constexpr std::string_view kLambdaName = "<lambda>";

// How the names of dynamic types end; what comes before is the name of the class. A dynamic type stands among the
// functions: without a body, it `overrides` the methods that a virtual call on an object of exactly that class may run.
// Constructors assign it to the member of this name, of no record, in the object.
inline constexpr std::string_view kDynamicTypeName = "<dynamic type>";

// A function the TU defines, declares and uses, or mentions.
struct FunctionSummary {
  // The same in every TU for the same function: a C name, a USR for C++; for internal linkage (and lambdas and
  // inline functions without external linkage) also the TU's main file, so that namesakes stay apart.
  std::string identity;
  std::string name;         // as a reader knows it, C++ qualified
  SourceLocation location;  // of the name in the definition, else in the first declaration
  Linkage linkage = Linkage::External;
  bool isInline = false;   // inline, __forceinline, in-class or a template instance: may merge into its caller
  bool isForeign = false;  // declared outside the project's roots (WDK, header kit, other SDKs)
  bool isNoReturn = false;
  bool isVariadic = false;
  bool isImplicit = false;            // compiler-generated, or declared by nothing but its first call
  bool bodyLost = false;              // defined here, but the body could not be understood
  std::uint32_t parseErrors = 0;      // inside the body
  bool statementsLost = false;        // some of these errors left nothing of the statement they stand in
  std::vector<Parameter> parameters;  // a method's first is `this`
  std::string returnType;
  std::vector<Annotation> annotations;     // merged over redeclarations and the function types it is declared with
  std::vector<std::string> roles;          // function types it is declared with, and _Function_class_ arguments
  std::vector<std::string> dispatchTypes;  // _Dispatch_type_ arguments, as written (IRP_MJ_READ ...)
  SectionPlacement section;
  std::vector<FunctionRef> overrides;  // the methods it overrides directly; see kDynamicTypeName
  std::optional<FunctionBody> body;    // none if not defined here
  // Of its code, compiled for the unit's target at -O2, without alignment and unwind data; of an inline function what
  // it has where it is not inlined. None if that was not asked for, or if it could not be compiled as it stands.
  std::optional<std::uint64_t> codeBytes;
  std::optional<DefinitionSite> site;  // none if not defined here, or foreign

  friend bool operator==(const FunctionSummary&, const FunctionSummary&) = default;
};

// How a name in a #pragma alloc_text stands to the functions of the TU.
enum class AllocTextStanding : std::uint8_t {
  Places,        // declared before the directive, defined after it
  Unknown,       // no function of that name
  NotDefined,    // declared, but defined elsewhere if at all
  AfterBody,     // defined before the directive
  BeforeName,    // declared only after the directive
  OtherLinkage,  // not declared extern "C"
};

// One name in a #pragma alloc_text.
struct AllocText {
  std::string function;  // as written
  std::string section;
  AllocTextStanding standing = AllocTextStanding::Places;
  SourceLocation location;    // of the directive
  SourceLocation definition;  // of the function; none if the TU does not define it

  friend bool operator==(const AllocText&, const AllocText&) = default;
};

// A global of the TU, or a static local. Its initialiser's parts are in TuSummary::initialisers.
struct GlobalSummary {
  std::string identity;  // as for functions
  std::string name;
  std::string type;
  SourceLocation location;
  Linkage linkage = Linkage::External;
  bool isDefinition = false;
  bool isForeign = false;
  SectionPlacement section;
  std::optional<std::uint64_t> bytes;  // by the layout of its type; none if that is incomplete or rests on a guess

  friend bool operator==(const GlobalSummary&, const GlobalSummary&) = default;
};

// One scalar part of a global's initialiser; the place is rooted at a Global, both are in TuSummary::globalExprs.
struct Initialiser {
  ExprId place;
  ExprId value;
  SourceLocation location;

  friend bool operator==(const Initialiser&, const Initialiser&) = default;
};

// The declared type of a record's member that holds a function pointer: a role may follow from it.
struct FunctionPointerField {
  StringId record;
  StringId field;
  StringId type;  // as written, e.g. "PDRIVER_CANCEL"

  friend bool operator==(const FunctionPointerField&, const FunctionPointerField&) = default;
};

enum class ProblemKind : std::uint8_t {
  ParseError,     // an error of the compiler; the declaration it stands in may be lost
  MissingHeader,  // an #include that was not found and was read as empty
  InventedName,   // a name nothing declares, for which a stand-in was made up
  BodyLost,       // a function whose body was not understood
  UnitFailed,     // nothing of the unit was read: crash, time-out, unusable command
  Unsupported,    // a construct the analysis does not follow
};

struct Problem {
  ProblemKind kind = ProblemKind::ParseError;
  std::string message;
  SourceLocation location;

  friend bool operator==(const Problem&, const Problem&) = default;
};

enum class SuppressionKind : std::uint8_t {
  Comment,  // irqlint-suppress ID: reason
  Line,     // #pragma warning(suppress: ...) or prefast(suppress: ...): the next line of code
  Region,   // #pragma warning(disable: ...) or prefast(disable: ...): up to pop, default, enable or the end of the unit
  CommandLine,  // /wd28121: as a region that is there before anything is read
};

// Findings the source asks not to be told of: those of `ids` on the lines firstLine..lastLine of a file. What a pragma
// disables stays so in the files that are read after it: there is one such value for each.
struct SuppressionDirective {
  // The last line of a region that nothing ends.
  static constexpr std::uint32_t kEndOfFile = 0xffffffff;

  SuppressionKind kind = SuppressionKind::Comment;
  SourceLocation location;  // of the directive
  std::uint32_t firstLine = 1;
  std::uint32_t lastLine = 0;    // before firstLine: there is no code to suppress anything in
  std::vector<std::string> ids;  // "C28121" for a pragma's 28121, else as written
  std::string justification;     // "" if none is given
  FileId file = {};              // whose lines they are; none: that of the directive

  FileId coveredFile() const { return file ? file : location.file; }
  // The file was told by another one, or by the command line, which its other readers need not know.
  bool isInherited() const { return file && file != location.file; }

  friend bool operator==(const SuppressionDirective&, const SuppressionDirective&) = default;
};

struct TuSummary {
  std::string mainFile;                  // also files[0]
  std::vector<std::string> files;        // absolute, forward slashes, as found on disk
  std::vector<std::uint32_t> fileLines;  // parallel to `files`; 0 for a file outside the project
  StringTable strings;
  std::vector<FunctionSummary> functions;  // in order of first mention
  std::vector<GlobalSummary> globals;
  ExprTable globalExprs;
  std::vector<Initialiser> initialisers;
  std::vector<FunctionPointerField> functionPointerFields;
  std::vector<Problem> problems;
  std::vector<AllocText> allocTexts;               // of the project's files, in order
  std::vector<SuppressionDirective> suppressions;  // in the project's files, in order of reading
  std::vector<std::uint64_t> fileHashes;           // contentHash, parallel to `files`; 0 for a file outside the project
  std::vector<StringId> ownRecords;                // the records of Expr::record that the project declares

  friend bool operator==(const TuSummary&, const TuSummary&) = default;
};

static_assert(std::is_nothrow_move_constructible_v<FunctionSummary> && std::is_nothrow_move_constructible_v<TuSummary>);

}  // namespace irqlint
