#include "analyzer/model/SummaryJson.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>
#include <variant>

#include <nlohmann/json.hpp>

#include "analyzer/model/FieldPath.h"
#include "analyzer/model/SummaryCheck.h"
#include "analyzer/model/SummaryFields.h"

namespace irqlint {
namespace {

using nlohmann::json;

std::string bytesAsText(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      text += c;
    } else {
      text += static_cast<char>(0xC0 | byte >> 6);
      text += static_cast<char>(0x80 | (byte & 0x3F));
    }
  }
  return text;
}

// nullopt if a code point is no byte. `text` is valid UTF-8: it came out of the parser.
std::optional<std::string> textAsBytes(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead < 0x80) {
      bytes += text[i];
    } else if (lead <= 0xC3) {
      bytes += static_cast<char>((lead & 0x03) << 6 | (static_cast<unsigned char>(text[++i]) & 0x3F));
    } else {
      return std::nullopt;
    }
  }
  return bytes;
}

// Collects the members of one structure, or of many one after the other.
class Writer {
 public:
  template <typename T>
  void operator()(const char*, const T& value) {
    members_.push_back(write(value));
  }
  json take() { return std::move(members_); }

  static json write(const std::string& value) { return bytesAsText(value); }
  template <typename T>
    requires std::integral<T>
  static json write(T value) {
    if constexpr (std::same_as<T, bool>)
      return value ? 1 : 0;
    else
      return value;
  }
  template <typename T>
    requires std::is_enum_v<T>
  static json write(T value) {
    return static_cast<unsigned>(value);
  }
  template <typename Tag>
  static json write(Id<Tag> id) {
    return id ? std::int64_t{id.index()} : -1;
  }
  template <typename T>
  static json write(const std::vector<T>& list) {
    json::array_t array;
    array.reserve(list.size());
    for (const T& element : list) array.push_back(write(element));
    return array;
  }
  template <typename T>
  static json write(const std::optional<T>& value) {
    return value ? write(*value) : json();
  }
  template <typename... Ts>
  static json write(const std::variant<Ts...>& value) {
    return json::array({value.index(), std::visit([](const auto& v) { return write(v); }, value)});
  }
  static json write(const StringTable& table) { return write(table.all()); }
  static json write(const ExprTable& table) {
    Writer all;
    for (const Expr& expr : table.all()) fields(all, expr);
    return all.take();
  }
  template <typename T>
    requires std::is_class_v<T>
  static json write(const T& structure) {
    Writer writer;
    fields(writer, structure);
    return writer.take();
  }

 private:
  json::array_t members_;
};

class Reader {
 public:
  // False, with error() set, if `from` is no T.
  bool read(const json& from, std::string& value, const FieldPath& path) {
    if (!from.is_string()) return fail(path, "expected a string");
    auto bytes = textAsBytes(from.get_ref<const std::string&>());
    if (!bytes) return fail(path, "expected a string of bytes");
    value = *std::move(bytes);
    return true;
  }
  template <typename T>
    requires std::integral<T>
  bool read(const json& from, T& value, const FieldPath& path) {
    const std::int64_t low = std::same_as<T, bool> ? 0 : std::int64_t{std::numeric_limits<T>::min()};
    const auto most = std::min(std::uint64_t{std::numeric_limits<T>::max()}, std::uint64_t{INT64_MAX});
    const std::int64_t high = std::same_as<T, bool> ? 1 : static_cast<std::int64_t>(most);
    const auto number = integer(from, low, high, path);
    if (number) value = static_cast<T>(*number);
    return number.has_value();
  }
  template <typename T>
    requires std::is_enum_v<T>
  bool read(const json& from, T& value, const FieldPath& path) {
    const auto number = integer(from, 0, static_cast<std::int64_t>(lastOf(T())), path);
    if (number) value = static_cast<T>(*number);
    return number.has_value();
  }
  template <typename Tag>
  bool read(const json& from, Id<Tag>& id, const FieldPath& path) {
    const auto number = integer(from, -1, std::numeric_limits<std::uint32_t>::max() - 1, path);
    if (number) id = *number < 0 ? Id<Tag>() : Id<Tag>(static_cast<std::size_t>(*number));
    return number.has_value();
  }
  template <typename T>
  bool read(const json& from, std::vector<T>& list, const FieldPath& path) {
    if (!from.is_array()) return fail(path, "expected an array");
    list.resize(from.size());
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (!read(from[i], list[i], FieldPath(path, i))) return false;
    }
    return true;
  }
  template <typename T>
  bool read(const json& from, std::optional<T>& value, const FieldPath& path) {
    return from.is_null() || read(from, value.emplace(), path);
  }
  template <typename... Ts>
  bool read(const json& from, std::variant<Ts...>& value, const FieldPath& path) {
    if (!from.is_array() || from.size() != 2) return fail(path, "expected a kind and a value");
    const auto kind = integer(from[0], 0, sizeof...(Ts) - 1, FieldPath(path, "kind"));
    return kind &&
           readAlternative(from[1], value, static_cast<std::size_t>(*kind), path, std::index_sequence_for<Ts...>());
  }
  bool read(const json& from, StringTable& table, const FieldPath& path) {
    std::vector<std::string> strings;
    if (!read(from, strings, path)) return false;
    for (std::size_t i = 0; i < strings.size(); ++i) {
      if (table.add(strings[i]).index() != i) return fail(FieldPath(path, i), "the same string twice");
    }
    return true;
  }
  bool read(const json& from, ExprTable& table, const FieldPath& path) {
    if (!from.is_array()) return fail(path, "expected an array");
    for (std::size_t at = 0; at < from.size();) {
      const FieldPath element(path, table.size());
      Expr expr;
      Members members(*this, from, at, element);
      fields(members, expr);
      if (!members.good()) return false;
      at = members.next();
      const std::size_t index = table.size();
      if (table.add(expr).index() != index) return fail(element, "the same expression twice");
    }
    return true;
  }
  template <typename T>
    requires std::is_class_v<T>
  bool read(const json& from, T& structure, const FieldPath& path) {
    if (!from.is_array()) return fail(path, "expected an array of members");
    Members members(*this, from, 0, path);
    fields(members, structure);
    if (members.good() && members.next() != from.size()) return fail(path, "too many members");
    return members.good();
  }

  const std::optional<Error>& error() const { return error_; }

 private:
  // Hands out the members of one structure, from the element `next` on.
  class Members {
   public:
    Members(Reader& reader, const json& from, std::size_t next, const FieldPath& path)
        : reader_(reader), from_(from), next_(next), path_(path) {}

    template <typename T>
    void operator()(const char* name, T& value) {
      if (!good_) return;
      const FieldPath path(path_, name);
      good_ = next_ < from_.size() ? reader_.read(from_[next_], value, path) : reader_.fail(path, "missing");
      ++next_;
    }
    bool good() const { return good_; }
    std::size_t next() const { return next_; }

   private:
    Reader& reader_;
    const json& from_;
    std::size_t next_;
    const FieldPath& path_;
    bool good_ = true;
  };

  bool fail(const FieldPath& path, std::string_view what) {
    if (!error_) error_ = Error(std::string(what)).within(path.text());
    return false;
  }

  std::optional<std::int64_t> integer(const json& from, std::int64_t low, std::int64_t high, const FieldPath& path) {
    const bool tooLarge = from.is_number_unsigned() && from.get<std::uint64_t>() > std::uint64_t{INT64_MAX};
    if (!from.is_number_integer()) {
      fail(path, "expected an integer");
    } else if (tooLarge || from.get<std::int64_t>() < low || from.get<std::int64_t>() > high) {
      fail(path, "number out of range");
    } else {
      return from.get<std::int64_t>();
    }
    return std::nullopt;
  }

  template <typename Variant, std::size_t... I>
  bool readAlternative(const json& from, Variant& value, std::size_t kind, const FieldPath& path,
                       std::index_sequence<I...>) {
    return ((I == kind && read(from, value.template emplace<I>(), path)) || ...);
  }

  std::optional<Error> error_;
};

}  // namespace

std::string summaryToJson(const TuSummary& summary) {
  json file;
  file["formatVersion"] = kSummaryFormatVersion;
  file["summary"] = Writer::write(summary);
  return file.dump();
}

Result<TuSummary> summaryFromJson(std::string_view text) {
  const json file = json::parse(text, nullptr, false);
  if (file.is_discarded()) return Error("not JSON, or cut off");
  if (!file.is_object() || !file.contains("formatVersion")) return Error("formatVersion: missing");
  if (file["formatVersion"] != kSummaryFormatVersion) {
    return Error("formatVersion: " + file["formatVersion"].dump() + " instead of " +
                 std::to_string(kSummaryFormatVersion));
  }
  if (!file.contains("summary")) return Error("summary: missing");
  TuSummary summary;
  Reader reader;
  if (!reader.read(file["summary"], summary, FieldPath())) return *reader.error();
  if (auto error = checkSummary(summary)) return *std::move(error);
  return summary;
}

}  // namespace irqlint
