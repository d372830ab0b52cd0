#include "analyzer/cache/Uploads.h"

#include <system_error>
#include <utility>

namespace irqlint {
namespace {

// Enough that a server far away does not fall behind: most of the time is spent waiting for its answers.
constexpr std::size_t kThreads = 4;

}  // namespace

Uploads::~Uploads() {
  finish(std::chrono::milliseconds(0));
  for (std::thread& thread : threads_) thread.join();
}

void Uploads::add(std::function<void()> upload) {
  const std::lock_guard lock(mutex_);
  if (isClosed_) return;
  waiting_.push_back(std::move(upload));
  if (threads_.size() < kThreads && waiting_.size() + running_ > threads_.size()) {
    try {
      threads_.emplace_back([this] { work(); });
    } catch (const std::system_error&) {
      if (threads_.empty()) waiting_.clear();  // nobody to do it
    }
  }
  changed_.notify_all();
}

void Uploads::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return isClosed_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    const std::function<void()> upload = std::move(waiting_.front());
    waiting_.pop_front();
    ++running_;
    lock.unlock();
    upload();
    lock.lock();
    --running_;
    changed_.notify_all();
  }
}

std::size_t Uploads::finish(std::chrono::milliseconds limit) {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, limit, [this] { return waiting_.empty() && running_ == 0; });
  const std::size_t left = waiting_.size() + running_;
  isClosed_ = true;
  waiting_.clear();
  changed_.notify_all();
  return left;
}

}  // namespace irqlint
