// Members of JSON objects that a user or another program may have written.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <llvm/ADT/StringRef.h>
#include <nlohmann/json.hpp>

#include "analyzer/support/Result.h"

namespace irqlint {

// Of one object. What is missing or of another type ends the parsing that parsedJson() began.
class JsonMembers {
 public:
  // Thrown by what follows and caught by parsedJson(): what is wrong, with the member's path.
  struct Problem {
    std::string message;
  };

  // `path`: of the object, as "drivers[2]"; "" for the whole text.
  JsonMembers(const nlohmann::json& object, std::string path) : object_(object), path_(std::move(path)) {
    if (!object_.is_object()) throw Problem{(path_.empty() ? "the text" : path_) + ": expected an object"};
  }

  std::string text(const char* name) const { return as<std::string>(name, "a string"); }
  std::vector<std::string> texts(const char* name) const {
    return as<std::vector<std::string>>(name, "a list of strings");
  }
  // Calls `read` with each object of a list.
  template <typename Read>
  void forEach(const char* name, Read read) const {
    const nlohmann::json& list = member(name);
    if (!list.is_array()) fail(name, "expected a list");
    for (std::size_t i = 0; i < list.size(); ++i) {
      read(JsonMembers(list[i], pathOf(name) + "[" + std::to_string(i) + "]"));
    }
  }
  void expectVersion(int version) const {
    const int found = as<int>("formatVersion", "a number");
    if (found != version) {
      fail("formatVersion", std::to_string(found) + " instead of " + std::to_string(version) + ": write it anew");
    }
  }
  [[noreturn]] void fail(const char* name, const std::string& why) const { throw Problem{pathOf(name) + ": " + why}; }

 private:
  std::string pathOf(const char* name) const { return path_.empty() ? name : path_ + "." + name; }
  const nlohmann::json& member(const char* name) const {
    const auto found = object_.find(name);
    if (found == object_.end()) fail(name, "missing");
    return *found;
  }
  template <typename Value>
  Value as(const char* name, const char* wanted) const {
    try {
      return member(name).get<Value>();
    } catch (const nlohmann::json::exception&) { fail(name, std::string("expected ") + wanted); }
  }

  const nlohmann::json& object_;
  const std::string path_;
};

// What `read` makes of the object that `text` is.
template <typename Value, typename Read>
Result<Value> parsedJson(llvm::StringRef text, Read read) {
  try {
    const nlohmann::json json = nlohmann::json::parse(text.begin(), text.end());
    return read(JsonMembers(json, ""));
  } catch (const JsonMembers::Problem& problem) {
    return Error(problem.message);
  } catch (const nlohmann::json::exception& problem) { return Error(std::string("not JSON: ") + problem.what()); }
}

// As text for people and programs. Fails if a string is not UTF-8.
inline Result<std::string> textOf(const nlohmann::ordered_json& json) {
  try {
    return json.dump(1) + "\n";
  } catch (const nlohmann::json::exception& problem) { return Error(problem.what()); }
}

}  // namespace irqlint
