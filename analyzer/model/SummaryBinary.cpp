#include "analyzer/model/SummaryBinary.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include <llvm/ADT/StringMap.h>
#include <llvm/Support/Endian.h>
#include <llvm/Support/LEB128.h>
#include <llvm/Support/raw_ostream.h>
#include <llvm/Support/xxhash.h>

#include "analyzer/model/SummaryCheck.h"
#include "analyzer/model/SummaryFields.h"
#include "analyzer/model/SummaryJson.h"

namespace irqlint {
namespace {

constexpr llvm::StringLiteral kMagic = "IRQS";
constexpr std::size_t kHeaderSize = kMagic.size() + sizeof(std::uint32_t) + sizeof(std::uint64_t);

class Writer {
 public:
  explicit Writer(std::string& bytes) : out_(bytes) {}

  template <typename T>
  void operator()(const char*, const T& value) {
    write(value);
  }

  void write(const std::string& value) {
    const auto [known, isNew] = strings_.try_emplace(value, strings_.size() + 1);
    if (!isNew) return number(known->second);
    number(0);
    number(value.size());
    out_ << value;
  }
  template <typename T>
    requires std::integral<T>
  void write(T value) {
    if constexpr (std::is_signed_v<T>)
      llvm::encodeSLEB128(value, out_);
    else
      number(value);
  }
  template <typename T>
    requires std::is_enum_v<T>
  void write(T value) {
    number(static_cast<std::uint64_t>(value));
  }
  template <typename Tag>
  void write(Id<Tag> id) {
    number(id ? std::uint64_t{id.index()} + 1 : 0);
  }
  template <typename T>
  void write(const std::vector<T>& list) {
    number(list.size());
    for (const T& element : list) write(element);
  }
  template <typename T>
  void write(const std::optional<T>& value) {
    number(value ? 1 : 0);
    if (value) write(*value);
  }
  template <typename... Ts>
  void write(const std::variant<Ts...>& value) {
    number(value.index());
    std::visit([this](const auto& v) { write(v); }, value);
  }
  void write(const StringTable& table) { write(table.all()); }
  void write(const ExprTable& table) { write(table.all()); }
  template <typename T>
    requires std::is_class_v<T>
  void write(const T& structure) {
    fields(*this, structure);
  }

 private:
  void number(std::uint64_t value) { llvm::encodeULEB128(value, out_); }

  llvm::raw_string_ostream out_;
  llvm::StringMap<std::uint64_t> strings_;
};

// Reads on past an error, which stays: what is read then is of no use, but of bounded size.
class Reader {
 public:
  explicit Reader(llvm::StringRef bytes) : at_(bytes.bytes_begin()), end_(bytes.bytes_end()) {}

  bool good() const { return good_; }
  bool atEnd() const { return at_ == end_; }

  template <typename T>
  void operator()(const char*, T& value) {
    read(value);
  }

  void read(std::string& value) {
    const std::uint64_t known = number();
    if (known != 0) {
      if (known > strings_.size()) return fail();
      value = strings_[known - 1];
      return;
    }
    const std::uint64_t size = number();
    if (size > left()) return fail();
    strings_.emplace_back(reinterpret_cast<const char*>(at_), size);
    value = strings_.back();
    at_ += size;
  }
  template <typename T>
    requires std::integral<T>
  void read(T& value) {
    if constexpr (std::same_as<T, bool>)
      value = bounded(1) != 0;
    else if constexpr (std::is_signed_v<T>)
      value = static_cast<T>(signedNumber());
    else
      value = static_cast<T>(bounded(std::numeric_limits<T>::max()));
  }
  template <typename T>
    requires std::is_enum_v<T>
  void read(T& value) {
    value = static_cast<T>(bounded(static_cast<std::uint64_t>(lastOf(T()))));
  }
  template <typename Tag>
  void read(Id<Tag>& id) {
    const std::uint64_t number = bounded(std::numeric_limits<std::uint32_t>::max());
    id = number == 0 ? Id<Tag>() : Id<Tag>(static_cast<std::size_t>(number - 1));
  }
  template <typename T>
  void read(std::vector<T>& list) {
    // No more elements than bytes back: what is allocated stays in proportion to what was read.
    const std::uint64_t size = number();
    for (std::uint64_t i = 0; good_ && i < size; ++i) read(list.emplace_back());
  }
  template <typename T>
  void read(std::optional<T>& value) {
    if (bounded(1) != 0) read(value.emplace());
  }
  template <typename... Ts>
  void read(std::variant<Ts...>& value) {
    readAlternative(value, bounded(sizeof...(Ts) - 1), std::index_sequence_for<Ts...>());
  }
  void read(StringTable& table) {
    const std::uint64_t size = number();
    std::string text;
    for (std::uint64_t i = 0; good_ && i < size; ++i) {
      read(text);
      if (table.add(text).index() != i) fail();  // the same string twice
    }
  }
  void read(ExprTable& table) {
    const std::uint64_t size = number();
    for (std::uint64_t i = 0; good_ && i < size; ++i) {
      Expr expr;
      read(expr);
      if (table.add(expr).index() != i) fail();  // the same expression twice
    }
  }
  template <typename T>
    requires std::is_class_v<T>
  void read(T& structure) {
    fields(*this, structure);
  }

 private:
  void fail() {
    good_ = false;
    at_ = end_;
  }
  std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }

  std::uint64_t number() {
    unsigned size = 0;
    const char* error = nullptr;
    const std::uint64_t value = llvm::decodeULEB128(at_, &size, end_, &error);
    if (error != nullptr) return fail(), 0;
    at_ += size;
    return value;
  }
  std::int64_t signedNumber() {
    unsigned size = 0;
    const char* error = nullptr;
    const std::int64_t value = llvm::decodeSLEB128(at_, &size, end_, &error);
    if (error != nullptr) return fail(), 0;
    at_ += size;
    return value;
  }
  std::uint64_t bounded(std::uint64_t most) {
    const std::uint64_t value = number();
    return value <= most ? value : (fail(), 0);
  }
  template <typename Variant, std::size_t... I>
  void readAlternative(Variant& value, std::uint64_t kind, std::index_sequence<I...>) {
    ((I == kind ? read(value.template emplace<I>()) : void()), ...);
  }

  const std::uint8_t* at_;
  const std::uint8_t* end_;
  std::vector<llvm::StringRef> strings_;
  bool good_ = true;
};

}  // namespace

std::string summaryToBytes(const TuSummary& summary) {
  std::string payload;
  Writer(payload).write(summary);
  std::array<char, kHeaderSize> header{};
  std::ranges::copy(kMagic, header.begin());
  llvm::support::endian::write32le(&header[kMagic.size()], kSummaryFormatVersion);
  llvm::support::endian::write64le(&header[kMagic.size() + sizeof(std::uint32_t)], llvm::xxh3_64bits(payload));
  return std::string(header.data(), header.size()) + payload;
}

Result<TuSummary> summaryFromBytes(llvm::StringRef bytes) {
  if (!bytes.starts_with(kMagic) || bytes.size() < kHeaderSize) return Error("not a summary, or cut off");
  const std::uint32_t version = llvm::support::endian::read32le(bytes.data() + kMagic.size());
  if (version != kSummaryFormatVersion) {
    return Error("formatVersion: " + std::to_string(version) + " instead of " + std::to_string(kSummaryFormatVersion));
  }
  const llvm::StringRef payload = bytes.drop_front(kHeaderSize);
  const std::uint64_t hash = llvm::support::endian::read64le(bytes.data() + kMagic.size() + sizeof(std::uint32_t));
  if (hash != llvm::xxh3_64bits(payload)) return Error("damaged: its contents hash to something else");
  TuSummary summary;
  Reader reader(payload);
  reader.read(summary);
  if (!reader.good() || !reader.atEnd()) return Error("damaged: its contents are no summary");
  if (auto error = checkSummary(summary)) return *std::move(error);
  return summary;
}

}  // namespace irqlint
