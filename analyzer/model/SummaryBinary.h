// Summaries as bytes: what a cache holds, half the size of the JSON and read many times as fast.
//
// 1. A header: magic, format version, and a hash of the rest, so that what was cut short or changed is an error.
// 2. Then the members of each structure in the order of SummaryFields.h, with nothing between them. A number is LEB128,
//    an index one more than its number, 0 for none; a list is its length, then its elements.
// 3. A string is written once: where it comes again, its number stands.
// 4. Any other format version is rejected, never converted: summaries are made anew.
// A schema compiler's format (FlatBuffers, Cap'n Proto) could be read in place, but its tables would say a second time
// what SummaryFields.h says, and the linker copies what it reads anyway; LLVM's bitstream ends the process on some
// malformed input and saves little where nearly all numbers are small.
#pragma once

#include <string>

#include <llvm/ADT/StringRef.h>

#include "analyzer/model/TuSummary.h"
#include "analyzer/support/Result.h"

namespace irqlint {

// Equal summaries give equal bytes.
std::string summaryToBytes(const TuSummary& summary);

// What is returned has passed checkSummary. Any bytes may be given.
Result<TuSummary> summaryFromBytes(llvm::StringRef bytes);

}  // namespace irqlint
