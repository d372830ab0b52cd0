// What a run shows of itself while it works.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace irqlint {

// "[12/340] queue.c, 2 min left": what is done of how much, what was done last, and how long the rest takes at the pace
// so far; nothing is said of that before there is a pace. `done` is at most `total`.
std::string progressLine(std::size_t done, std::size_t total, const std::string& file, std::chrono::seconds elapsed);

}  // namespace irqlint
