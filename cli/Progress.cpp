#include "cli/Progress.h"

namespace irqlint {
namespace {

// A pace of fewer units, or of less time, is chance.
constexpr std::size_t kLeastUnits = 8;
constexpr std::chrono::seconds kLeastTime{3};

}  // namespace

std::string progressLine(std::size_t done, std::size_t total, const std::string& file, std::chrono::seconds elapsed) {
  const std::size_t slash = file.rfind('/');
  std::string line = "[" + std::to_string(done) + "/" + std::to_string(total) + "] " +
                     file.substr(slash == std::string::npos ? 0 : slash + 1);
  if (done < kLeastUnits || elapsed < kLeastTime || done == total) return line;
  const std::size_t left = static_cast<std::size_t>(elapsed.count()) * (total - done) / done;
  return line +
         (left < 90 ? ", " + std::to_string(left) + " s left" : ", " + std::to_string((left + 30) / 60) + " min left");
}

}  // namespace irqlint
