// Where in a summary something stands, for error messages: "functions[3].body.blocks[0].events[2].callee".
#pragma once

#include <cstddef>
#include <string>

namespace irqlint {

// A chain of steps on the stack; nothing is built until a message needs it.
class FieldPath {
 public:
  FieldPath() = default;
  FieldPath(const FieldPath& parent, const char* name) : parent_(&parent), name_(name) {}
  FieldPath(const FieldPath& parent, std::size_t index) : parent_(&parent), index_(index) {}

  std::string text() const {
    if (parent_ == nullptr) return {};
    std::string text = parent_->text();
    if (name_ == nullptr) return text + "[" + std::to_string(index_) + "]";
    if (!text.empty()) text += '.';
    return text + name_;
  }

 private:
  const FieldPath* parent_ = nullptr;
  const char* name_ = nullptr;  // null: an element
  std::size_t index_ = 0;
};

}  // namespace irqlint
