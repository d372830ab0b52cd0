// The line fingerprints of GitHub code scanning, by which it recognises an alert when lines move.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace irqlint {

// For each line of `text` (UTF-8) its `primaryLocationLineHash`: a rolling hash over the 100 characters from the start
// of the line that are neither blank nor tab, with the end of any line as one line feed, and ":n" for the n-th line of
// this hash. A final line without text counts.
std::vector<std::string> lineHashes(std::string_view text);

}  // namespace irqlint
