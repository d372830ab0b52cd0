// A list that its copies share until one of them changes: states are copied at every branch and call, and differ in
// little.
#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>

#include <llvm/ADT/ArrayRef.h>
#include <llvm/ADT/IntrusiveRefCntPtr.h>
#include <llvm/ADT/STLExtras.h>
#include <llvm/ADT/SmallVector.h>

namespace irqlint {

// Not for lists that threads share: the count of copies is a plain number.
template <typename T, unsigned kUsual = 8>  // items that need no memory of their own
class SharedList {
 public:
  using value_type = T;
  using const_iterator = const T*;

  const T* begin() const { return items_ ? items_->all.begin() : nullptr; }
  const T* end() const { return items_ ? items_->all.end() : nullptr; }
  std::size_t size() const { return items_ ? items_->all.size() : 0; }
  bool empty() const { return size() == 0; }
  const T& operator[](std::size_t index) const { return items_->all[index]; }

  // True only of lists that are equal; equal ones may be kept apart.
  bool isShared(const SharedList& other) const { return items_ == other.items_; }

  void push_back(const T& item) { own().push_back(item); }
  void insert(const T* before, const T& item) {
    const std::ptrdiff_t at = before - begin();
    auto& all = own();
    all.insert(all.begin() + at, item);
  }
  void erase(const T* item) {
    const std::ptrdiff_t at = item - begin();
    auto& all = own();
    all.erase(all.begin() + at);
  }
  // Removes the items that `matches` is true of. True if there were any.
  template <typename Predicate>
  bool eraseIf(Predicate matches) {
    const T* first = std::find_if(begin(), end(), matches);
    if (first == end()) return false;
    const std::ptrdiff_t at = first - begin();
    auto& all = own();
    all.erase(all.begin() + at);  // and is not asked for again
    all.erase(std::remove_if(all.begin() + at, all.end(), matches), all.end());
    return true;
  }
  void clear() { items_ = nullptr; }
  void assign(llvm::ArrayRef<T> items) {
    clear();
    if (!items.empty()) own().append(items.begin(), items.end());
  }
  // The item at `index`, to be changed.
  T& change(std::size_t index) { return own()[index]; }

  friend bool operator==(const SharedList& a, const SharedList& b) {
    return a.isShared(b) || std::equal(a.begin(), a.end(), b.begin(), b.end());
  }

 private:
  struct Items : llvm::RefCountedBase<Items> {
    llvm::SmallVector<T, kUsual> all;
  };

  // The items, of no other list.
  llvm::SmallVector<T, kUsual>& own() {
    if (!items_) {
      items_ = llvm::makeIntrusiveRefCnt<Items>();
    } else if (items_.useCount() > 1) {
      items_ = llvm::makeIntrusiveRefCnt<Items>(*items_);
    }
    return items_->all;
  }

  llvm::IntrusiveRefCntPtr<Items> items_;
};

}  // namespace irqlint
