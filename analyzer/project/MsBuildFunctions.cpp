#include "analyzer/project/MsBuildFunctions.h"

#include <algorithm>
#include <functional>

#include <llvm/ADT/StringExtras.h>
#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Path.h>
#include <llvm/Support/VersionTuple.h>

#include "analyzer/project/Paths.h"

namespace irqlint {
namespace {

namespace path = llvm::sys::path;
constexpr auto kStyle = path::Style::windows_slash;

using Arguments = std::vector<std::string>;
using StaticFunction = std::function<std::string(const Arguments&, const ExpressionScope&)>;

constexpr std::size_t kMaxText = 1u << 20;

std::string boolean(bool value) { return value ? "True" : "False"; }

const std::string& argument(const Arguments& arguments, std::size_t index) {
  static const std::string none;
  return index < arguments.size() ? arguments[index] : none;
}

long long number(const std::string& text) {
  long long value = 0;
  return llvm::StringRef(text).trim().getAsInteger(0, value) ? 0 : value;
}

// The nearest folder from `start` upwards that holds `file`; "" if none does.
std::string folderAbove(const std::string& start, const std::string& file, const ExpressionScope& scope) {
  if (file.empty()) return "";
  for (std::string at = normalizedPath(start, scope.projectFolder);; at = parentPath(at)) {
    if (scope.files.findFile(normalizedPath(file, at))) return at;
    if (parentPath(at) == at) return "";
  }
}

std::string withSlash(std::string folder) {
  if (!folder.empty() && folder.back() != '/' && folder.back() != '\\') folder += '/';
  return folder;
}

std::string combine(const Arguments& parts) {
  std::string whole;
  for (const std::string& part : parts) {
    const bool isRooted = path::is_absolute(part, kStyle) || part.starts_with('/') || part.starts_with('\\');
    whole = isRooted ? "" : withSlash(std::move(whole));
    whole += part;
  }
  return whole;
}

std::string joined(const Arguments& parts, std::size_t first, const std::string& separator) {
  std::string whole;
  for (std::size_t i = first; i < parts.size(); ++i) whole += (i > first ? separator : "") + parts[i];
  return whole;
}

std::string folderName(const std::string& name) {
  const std::size_t slash = name.find_last_of("\\/");
  return slash == std::string::npos ? "" : name.substr(0, slash);
}

std::string relativeTo(const std::string& base, const std::string& target, const ExpressionScope& scope) {
  std::string from = normalizedPath(base, scope.projectFolder);
  const std::string to = normalizedPath(target, scope.projectFolder);
  std::string ups;
  while (!isWithin(to, from) && parentPath(from) != from) {
    from = parentPath(from);
    ups += "../";
  }
  llvm::StringRef rest = to;
  rest.consume_front(from);
  return ups + rest.ltrim('/').str();
}

// Below, equal or above zero, as versions compare.
int compareVersions(const Arguments& arguments) {
  llvm::VersionTuple a;
  llvm::VersionTuple b;
  a.tryParse(llvm::StringRef(argument(arguments, 0)).ltrim("vV"));
  b.tryParse(llvm::StringRef(argument(arguments, 1)).ltrim("vV"));
  return a < b ? -1 : b < a ? 1 : 0;
}

// A function of two whole numbers.
template <typename Operation>
StaticFunction arithmetic(Operation operation) {
  return [operation](const Arguments& a, const ExpressionScope&) {
    return std::to_string(operation(number(argument(a, 0)), number(argument(a, 1))));
  };
}

template <typename Holds>
StaticFunction version(Holds holds) {
  return [holds](const Arguments& a, const ExpressionScope&) { return boolean(holds(compareVersions(a))); };
}

// Whole numbers wrap around as they do where MSBuild runs.
long long wrapping(unsigned long long value) { return static_cast<long long>(value); }

using FunctionTable = std::map<std::string, StaticFunction, CaseInsensitiveLess>;

void addMsBuildFunctions(FunctionTable& table) {
  const auto add = [&](const char* name, StaticFunction function) {
    table[std::string("MSBuild::") + name] = std::move(function);
  };
  add("GetDirectoryNameOfFileAbove", [](const Arguments& a, const ExpressionScope& scope) {
    return folderAbove(argument(a, 0), argument(a, 1), scope);
  });
  add("GetPathOfFileAbove", [](const Arguments& a, const ExpressionScope& scope) {
    const std::string start = a.size() > 1 ? a[1] : parentPath(scope.currentFile);
    const std::string folder = folderAbove(start, argument(a, 0), scope);
    return folder.empty() ? "" : normalizedPath(argument(a, 0), folder);
  });
  add("EnsureTrailingSlash", [](const Arguments& a, const ExpressionScope&) { return withSlash(argument(a, 0)); });
  add("NormalizePath",
      [](const Arguments& a, const ExpressionScope& scope) { return normalizedPath(combine(a), scope.projectFolder); });
  add("NormalizeDirectory", [](const Arguments& a, const ExpressionScope& scope) {
    return withSlash(normalizedPath(combine(a), scope.projectFolder));
  });
  add("MakeRelative", [](const Arguments& a, const ExpressionScope& scope) {
    return relativeTo(argument(a, 0), argument(a, 1), scope);
  });
  add("ValueOrDefault",
      [](const Arguments& a, const ExpressionScope&) { return argument(a, argument(a, 0).empty() ? 1 : 0); });
  add("Unescape", [](const Arguments& a, const ExpressionScope&) { return unescaped(argument(a, 0)); });
  add("Escape", [](const Arguments& a, const ExpressionScope&) { return argument(a, 0); });
  add("IsOSPlatform", [](const Arguments& a, const ExpressionScope&) {
    return boolean(llvm::StringRef(argument(a, 0)).equals_insensitive("windows"));
  });
  add("IsOsUnixLike", [](const Arguments&, const ExpressionScope&) { return boolean(false); });
  // What the machine of the build would answer.
  for (const char* name : {"GetRegistryValue", "GetRegistryValueFromView"})
    add(name, [](const Arguments&, const ExpressionScope&) { return std::string(); });

  add("Add", arithmetic([](auto a, auto b) {
        return wrapping(static_cast<unsigned long long>(a) + static_cast<unsigned long long>(b));
      }));
  add("Subtract", arithmetic([](auto a, auto b) {
        return wrapping(static_cast<unsigned long long>(a) - static_cast<unsigned long long>(b));
      }));
  add("Multiply", arithmetic([](auto a, auto b) {
        return wrapping(static_cast<unsigned long long>(a) * static_cast<unsigned long long>(b));
      }));
  add("Divide", arithmetic([](auto a, auto b) { return b == 0 || b == -1 ? 0 - a * (b == -1) : a / b; }));
  add("Modulo", arithmetic([](auto a, auto b) { return b == 0 || b == -1 ? 0 : a % b; }));
  add("BitwiseOr", arithmetic([](auto a, auto b) { return a | b; }));
  add("BitwiseAnd", arithmetic([](auto a, auto b) { return a & b; }));

  add("VersionEquals", version([](int order) { return order == 0; }));
  add("VersionNotEquals", version([](int order) { return order != 0; }));
  add("VersionLessThan", version([](int order) { return order < 0; }));
  add("VersionLessThanOrEquals", version([](int order) { return order <= 0; }));
  add("VersionGreaterThan", version([](int order) { return order > 0; }));
  add("VersionGreaterThanOrEquals", version([](int order) { return order >= 0; }));
}

void addPathFunctions(FunctionTable& table) {
  const auto add = [&](const char* name, StaticFunction function) {
    table[std::string("System.IO.Path::") + name] = std::move(function);
  };
  add("Combine", [](const Arguments& a, const ExpressionScope&) { return combine(a); });
  add("GetFullPath", [](const Arguments& a, const ExpressionScope& scope) {
    return normalizedPath(argument(a, 0), scope.projectFolder);
  });
  add("GetDirectoryName", [](const Arguments& a, const ExpressionScope&) { return folderName(argument(a, 0)); });
  add("GetFileName",
      [](const Arguments& a, const ExpressionScope&) { return path::filename(argument(a, 0), kStyle).str(); });
  add("GetFileNameWithoutExtension",
      [](const Arguments& a, const ExpressionScope&) { return path::stem(argument(a, 0), kStyle).str(); });
  add("GetExtension",
      [](const Arguments& a, const ExpressionScope&) { return path::extension(argument(a, 0), kStyle).str(); });
  add("ChangeExtension", [](const Arguments& a, const ExpressionScope&) {
    llvm::SmallString<256> name(argument(a, 0));
    path::replace_extension(name, argument(a, 1), kStyle);
    return name.str().str();
  });
  add("IsPathRooted",
      [](const Arguments& a, const ExpressionScope&) { return boolean(path::has_root_path(argument(a, 0), kStyle)); });
  add("GetPathRoot",
      [](const Arguments& a, const ExpressionScope&) { return path::root_path(argument(a, 0), kStyle).str(); });
  add("DirectorySeparatorChar", [](const Arguments&, const ExpressionScope&) { return std::string("/"); });
  table["System.IO.Directory::GetParent"] = [](const Arguments& a, const ExpressionScope& scope) {
    return parentPath(normalizedPath(argument(a, 0), scope.projectFolder));
  };
  table["System.IO.File::Exists"] = [](const Arguments& a, const ExpressionScope& scope) {
    return boolean(scope.files.findFile(normalizedPath(argument(a, 0), scope.projectFolder)).has_value());
  };
  table["System.IO.Directory::Exists"] = [](const Arguments& a, const ExpressionScope& scope) {
    return boolean(scope.files.findFolder(normalizedPath(argument(a, 0), scope.projectFolder)).has_value());
  };
}

void addStringFunctions(FunctionTable& table) {
  const auto add = [&](const char* name, StaticFunction function) { table[name] = std::move(function); };
  add("System.String::IsNullOrEmpty",
      [](const Arguments& a, const ExpressionScope&) { return boolean(argument(a, 0).empty()); });
  add("System.String::IsNullOrWhiteSpace", [](const Arguments& a, const ExpressionScope&) {
    return boolean(llvm::StringRef(argument(a, 0)).trim().empty());
  });
  for (const char* name : {"System.String::Copy", "System.String::new", "System.Convert::ToString",
                           "System.Version::Parse", "System.Version::new", "System.Convert::ToInt32"})
    add(name, [](const Arguments& a, const ExpressionScope&) { return argument(a, 0); });
  add("System.String::Concat", [](const Arguments& a, const ExpressionScope&) { return joined(a, 0, ""); });
  add("System.String::Join", [](const Arguments& a, const ExpressionScope&) { return joined(a, 1, argument(a, 0)); });
  add("System.String::Equals",
      [](const Arguments& a, const ExpressionScope&) { return boolean(argument(a, 0) == argument(a, 1)); });
  add("System.String::Compare", [](const Arguments& a, const ExpressionScope&) {
    return std::to_string(argument(a, 0).compare(argument(a, 1)));
  });
  // What the machine of the build would answer.
  for (const char* name :
       {"System.Environment::GetEnvironmentVariable", "System.Environment::GetFolderPath",
        "System.Environment::MachineName", "System.Environment::UserName", "System.DateTime::Now",
        "System.DateTime::UtcNow", "System.DateTime::Today", "System.Guid::NewGuid", "System.IO.Path::GetTempPath",
        "System.IO.File::ReadAllText", "System.IO.File::ReadAllLines", "System.IO.Directory::GetFiles",
        "System.IO.Directory::GetDirectories", "System.Text.RegularExpressions.Regex::Match",
        "System.Environment::Is64BitOperatingSystem", "System.Environment::OSVersion",
        "System.Runtime.InteropServices.RuntimeInformation::ProcessArchitecture"})
    add(name, [](const Arguments&, const ExpressionScope&) { return std::string(); });
  add("System.Text.RegularExpressions.Regex::Replace",
      [](const Arguments& a, const ExpressionScope&) { return argument(a, 0); });
}

const FunctionTable& functions() {
  static const FunctionTable table = [] {
    FunctionTable all;
    addMsBuildFunctions(all);
    addPathFunctions(all);
    addStringFunctions(all);
    return all;
  }();
  return table;
}

}  // namespace

std::optional<MsBuildValue> callStatic(const std::string& type, const std::string& name,
                                       const std::vector<std::string>& arguments, const ExpressionScope& scope) {
  const auto function = functions().find(type + "::" + name);
  if (function == functions().end()) return std::nullopt;
  return MsBuildValue{function->second(arguments, scope), std::nullopt};
}

namespace {

std::string replaced(const std::string& text, const std::string& from, const std::string& to) {
  if (from.empty()) return text;
  std::string out;
  std::size_t at = 0;
  for (std::size_t next = text.find(from); next != std::string::npos && out.size() < kMaxText;
       next = text.find(from, at)) {
    out.append(text, at, next - at).append(to);
    at = next + from.size();
  }
  return out.append(text, at);
}

std::string substring(const std::string& text, const Arguments& arguments) {
  const long long start = number(argument(arguments, 0));
  if (start < 0 || static_cast<std::size_t>(start) > text.size()) return "";
  const long long length = arguments.size() > 1 ? number(arguments[1]) : static_cast<long long>(text.size());
  return text.substr(static_cast<std::size_t>(start), length < 0 ? 0 : static_cast<std::size_t>(length));
}

MsBuildValue split(const std::string& text, const Arguments& separators) {
  MsBuildValue value{text, std::vector<std::string>()};
  const std::string characters = joined(separators, 0, "");
  std::size_t at = 0;
  while (true) {
    const std::size_t end = characters.empty() ? std::string::npos : text.find_first_of(characters, at);
    value.list->push_back(text.substr(at, end - at));
    if (end == std::string::npos) return value;
    at = end + 1;
  }
}

std::string position(std::size_t found) { return found == std::string::npos ? "-1" : std::to_string(found); }

std::string elementAt(const MsBuildValue& value, const std::string& index) {
  const long long at = number(index);
  const std::size_t size = value.list ? value.list->size() : value.text.size();
  if (at < 0 || static_cast<std::size_t>(at) >= size) return "";
  return value.list ? (*value.list)[static_cast<std::size_t>(at)] : value.text.substr(static_cast<std::size_t>(at), 1);
}

using Method = std::function<std::string(const std::string& text, const Arguments&)>;

// Without arguments white space is trimmed.
llvm::StringRef trimmedSet(const Arguments& a) { return a.empty() ? llvm::StringRef(" \t\r\n") : a.front(); }

std::map<std::string, Method, CaseInsensitiveLess> makeMethods() {
  std::map<std::string, Method, CaseInsensitiveLess> table;
  table["Replace"] = [](const auto& text, const auto& a) { return replaced(text, argument(a, 0), argument(a, 1)); };
  for (const char* name : {"ToLower", "ToLowerInvariant"})
    table[name] = [](const auto& text, const auto&) { return llvm::StringRef(text).lower(); };
  for (const char* name : {"ToUpper", "ToUpperInvariant"})
    table[name] = [](const auto& text, const auto&) { return llvm::StringRef(text).upper(); };
  table["ToString"] = [](const auto& text, const auto&) { return text; };
  table["Contains"] = [](const auto& text, const auto& a) {
    return boolean(text.find(argument(a, 0)) != std::string::npos);
  };
  table["StartsWith"] = [](const auto& text, const auto& a) { return boolean(text.starts_with(argument(a, 0))); };
  table["EndsWith"] = [](const auto& text, const auto& a) { return boolean(text.ends_with(argument(a, 0))); };
  table["Equals"] = [](const auto& text, const auto& a) { return boolean(text == argument(a, 0)); };
  table["CompareTo"] = [](const auto& text, const auto& a) { return std::to_string(text.compare(argument(a, 0))); };
  table["Substring"] = substring;
  table["Trim"] = [](const auto& text, const auto& a) { return llvm::StringRef(text).trim(trimmedSet(a)).str(); };
  table["TrimStart"] = [](const auto& text, const auto& a) { return llvm::StringRef(text).ltrim(trimmedSet(a)).str(); };
  table["TrimEnd"] = [](const auto& text, const auto& a) { return llvm::StringRef(text).rtrim(trimmedSet(a)).str(); };
  table["IndexOf"] = [](const auto& text, const auto& a) { return position(text.find(argument(a, 0))); };
  table["LastIndexOf"] = [](const auto& text, const auto& a) { return position(text.rfind(argument(a, 0))); };
  table["Remove"] = [](const auto& text, const auto& a) {
    const auto start = static_cast<std::size_t>(std::max(0LL, number(argument(a, 0))));
    return start < text.size() ? text.substr(0, start) : text;
  };
  return table;
}

}  // namespace

std::optional<MsBuildValue> callMethod(const MsBuildValue& value, const std::string& name,
                                       const std::vector<std::string>& arguments) {
  static const std::map<std::string, Method, CaseInsensitiveLess> methods = makeMethods();
  const llvm::StringRef wanted = name;
  if (wanted.equals_insensitive("Split")) return split(value.text, arguments);
  if (wanted.equals_insensitive("get_Chars") || wanted.equals_insensitive("GetValue"))
    return MsBuildValue{elementAt(value, argument(arguments, 0)), std::nullopt};
  if (wanted.equals_insensitive("Length"))
    return MsBuildValue{std::to_string(value.list ? value.list->size() : value.text.size()), std::nullopt};
  // Members of parsed values: versions, dates, folders.
  for (const char* part :
       {"Major", "Minor", "Build", "Revision", "Year", "Success", "Groups", "Value", "FullName", "Parent"})
    if (wanted.equals_insensitive(part)) return value;
  const auto method = methods.find(name);
  if (method == methods.end()) return std::nullopt;
  return MsBuildValue{method->second(value.text, arguments), std::nullopt};
}

}  // namespace irqlint
