// Makes SAL and assertions survive preprocessing, under whatever headers define (or do not define) them.
#pragma once

#include <memory>
#include <string>

#include <clang/Lex/PPCallbacks.h>
#include <clang/Lex/Preprocessor.h>

namespace irqlint {

// What assertions become a call of; `int __irqlint_assume(int)`, never defined.
inline constexpr char kAssumeFunction[] = "__irqlint_assume";

// Whether `place` is in an assertion that free builds do not evaluate; it may name what only checked builds declare.
bool isWithinAssertion(clang::SourceLocation place, const clang::SourceManager& sources,
                       const clang::LangOptions& language);

// The definitions the frontend wants, as source text. Kept annotations become annotate attributes whose arguments stay
// text; assertions become calls of kAssumeFunction; the rest of SAL becomes nothing.
std::string salPrelude(bool isCPlusPlus);

// Where `preprocessor` has the prelude from: it is the first thing read, or part of what a unit starts from.
enum class SalPrelude { IsRead, IsLoaded };

// Puts the definitions of the prelude back whenever a header replaces one that is to survive.
std::unique_ptr<clang::PPCallbacks> captureSal(clang::Preprocessor& preprocessor, SalPrelude prelude);

// All that is to survive is defined, so that a unit can start from here with the prelude loaded.
bool isPreludeIntact(clang::Preprocessor& preprocessor);

}  // namespace irqlint
