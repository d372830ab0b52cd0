// Which build of the analysis this is.
#pragma once

namespace irqlint {

// A hash of the sources and data that decide what is found in a program, as kBuildIdentity is of those that decide what
// is in it.
extern const char* const kAnalysisIdentity;

}  // namespace irqlint
