// Summaries as JSON text: {"formatVersion": n, "summary": [...]}.
//
// 1. A structure is an array of its members in the order of their declaration, so nothing is spelled twice; the
//    expressions of a table are one flat array.
// 2. An index is its number, -1 for none; an enumeration and a truth value are numbers.
// 3. A string is its bytes, each as the code point of that value: source files need not be UTF-8.
// 4. Any other format version is rejected, never converted: summaries are made anew.
// When adding a member to a structure of the model, also add it to `fields` in SummaryFields.h and raise the version.
#pragma once

#include <string>
#include <string_view>

#include "analyzer/model/TuSummary.h"
#include "analyzer/support/Result.h"

namespace irqlint {

constexpr int kSummaryFormatVersion = 11;

std::string summaryToJson(const TuSummary& summary);

// The error names the field. What is returned has passed checkSummary.
Result<TuSummary> summaryFromJson(std::string_view text);

}  // namespace irqlint
