// Structures as bytes, with nothing between them: numbers as LEB128, each string once, lists with their length.
//
// A structure needs a function `fields(a, v)` that hands each member to `a` with its name, an enumeration a function
// `lastOf` with its last value.
#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <llvm/ADT/StringMap.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/LEB128.h>
#include <llvm/Support/raw_ostream.h>

#include "analyzer/model/Id.h"
#include "analyzer/support/Result.h"

namespace irqlint {

template <typename T>
concept BinaryStructure = std::is_class_v<T>;
// Whose elements are told apart by their index.
template <typename T>
concept BinaryTable = BinaryStructure<T> && requires(const T& table) { table.all().front(); };

// Writes structures whose members a function `fields` lists.
class BinaryWriter {
 public:
  explicit BinaryWriter(std::string& bytes) : out_(bytes) {}

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
  template <typename T>
  void write(const std::map<std::string, T>& map) {
    number(map.size());
    for (const auto& [key, value] : map) write(key), write(value);
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
  template <BinaryTable T>
  void write(const T& table) {
    write(table.all());
  }
  template <BinaryStructure T>
  void write(const T& structure) {
    fields(*this, structure);
  }

 private:
  void number(std::uint64_t value) { llvm::encodeULEB128(value, out_); }

  llvm::raw_string_ostream out_;
  llvm::StringMap<std::uint64_t> strings_;
};

// Reads on past an error, which stays: what is read then is of no use, but of bounded size.
class BinaryReader {
 public:
  explicit BinaryReader(llvm::StringRef bytes) : at_(bytes.bytes_begin()), end_(bytes.bytes_end()) {}

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
  template <typename T>
  void read(std::map<std::string, T>& map) {
    const std::uint64_t size = number();
    std::string key;
    for (std::uint64_t i = 0; good_ && i < size; ++i) read(key), read(map[key]);
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
  template <BinaryTable T>
  void read(T& table) {
    const std::uint64_t size = number();
    std::remove_cvref_t<decltype(table.all().front())> element;
    for (std::uint64_t i = 0; good_ && i < size; ++i) {
      element = {};
      read(element);
      if (table.add(element).index() != i) fail();  // the same twice
    }
  }
  template <BinaryStructure T>
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

// What the bytes of a kind of file begin with.
struct BinaryFormat {
  llvm::StringLiteral magic;  // four characters
  std::uint32_t version;      // any other is rejected, never converted
  const char* name;           // "summary": for errors
};

// `payload` behind a header of magic, version and a hash of the payload.
std::string framed(const BinaryFormat& format, llvm::StringRef payload);
// The payload of bytes that are whole and of that format; any bytes may be given.
Result<llvm::StringRef> unframed(const BinaryFormat& format, llvm::StringRef bytes);

}  // namespace irqlint
