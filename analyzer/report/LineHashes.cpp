#include "analyzer/report/LineHashes.h"

#include <array>
#include <cstdint>
#include <unordered_map>

#include <llvm/ADT/StringExtras.h>

#include "analyzer/report/SourceText.h"

namespace irqlint {
namespace {

constexpr std::size_t kBlockSize = 100;
constexpr std::uint64_t kBase = 37;
constexpr char16_t kEndOfFile = 0xffff;

// kBase to the power of kBlockSize: the weight of the unit that leaves the window.
constexpr std::uint64_t kOldestWeight = [] {
  std::uint64_t weight = 1;
  for (std::size_t i = 0; i < kBlockSize; ++i) weight *= kBase;
  return weight;
}();

class LineHasher {
 public:
  std::vector<std::string> hash(std::u16string_view text) {
    bool afterReturn = false;
    for (char16_t unit : text) {
      const bool ends = afterReturn && unit == u'\n';
      afterReturn = unit == u'\r';
      if (unit == u' ' || unit == u'\t' || ends) continue;
      read(afterReturn ? u'\n' : unit);
    }
    read(kEndOfFile);
    for (std::size_t i = 0; i < kBlockSize; ++i) push(0);
    return std::move(hashes_);
  }

 private:
  void read(char16_t unit) {
    finishLine();
    startsHere_[at_] = atLineStart_;
    atLineStart_ = unit == u'\n';
    roll(unit);
  }

  void push(char16_t unit) {
    finishLine();
    roll(unit);
  }

  // A full block was read since the line that started at this place of the window: its hash is known.
  void finishLine() {
    if (!startsHere_[at_]) return;
    startsHere_[at_] = false;
    std::string text = llvm::utohexstr(hash_, /*LowerCase=*/true);
    const unsigned count = ++counts_[text];
    hashes_.push_back(text + ":" + std::to_string(count));
  }

  void roll(char16_t unit) {
    hash_ = kBase * hash_ + unit - kOldestWeight * window_[at_];
    window_[at_] = unit;
    at_ = (at_ + 1) % kBlockSize;
  }

  std::array<std::uint64_t, kBlockSize> window_{};
  std::array<bool, kBlockSize> startsHere_{};
  std::size_t at_ = 0;
  std::uint64_t hash_ = 0;
  bool atLineStart_ = true;
  std::unordered_map<std::string, unsigned> counts_;
  std::vector<std::string> hashes_;  // lines end in the order they start
};

}  // namespace

std::vector<std::string> lineHashes(std::string_view text) { return LineHasher().hash(toUtf16(text)); }

}  // namespace irqlint
