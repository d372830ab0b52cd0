// Work of the background that there may be no time for.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace irqlint {

// Safe to use from several threads.
class Uploads {
 public:
  Uploads() = default;
  // Waits for what is under way; what had not begun is not done.
  ~Uploads();
  Uploads(const Uploads&) = delete;
  Uploads& operator=(const Uploads&) = delete;

  // Has it done by a thread, some time. Nothing comes of it after finish().
  void add(std::function<void()> upload);
  // Returns when all is done, or time is up: how many were not begun by then, or not ended. They are forgotten.
  std::size_t finish(std::chrono::milliseconds limit);

 private:
  void work();

  std::mutex mutex_;  // guards what follows
  std::condition_variable changed_;
  std::deque<std::function<void()>> waiting_;
  std::vector<std::thread> threads_;
  std::size_t running_ = 0;
  bool isClosed_ = false;
};

}  // namespace irqlint
