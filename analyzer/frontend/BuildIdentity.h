// Which build of the frontend this is.
#pragma once

namespace irqlint {

// A hash of the sources that decide what a summary says, made when they are compiled: a summary of other sources is not
// taken for one of these, though the version is the same.
extern const char* const kBuildIdentity;

}  // namespace irqlint
