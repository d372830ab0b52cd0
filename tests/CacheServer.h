// A real HTTP server for entries of a cache: nginx with WebDAV, as docs/cache.md sets it up.
#pragma once

#include <string>

#include "tests/ScratchFolder.h"

namespace irqlint::test {

// Runs on a free port of this machine from start() until the object goes.
class CacheServer {
 public:
  CacheServer() = default;
  ~CacheServer() { stop(); }
  CacheServer(const CacheServer&) = delete;
  CacheServer& operator=(const CacheServer&) = delete;

  // Whether the machine has the program. Where it must have (IRQLINT_CI is set) the lack of it is for start() to tell.
  static bool isMissing();
  // Returns why it does not run, or "".
  std::string start();
  // Nobody listens on the port from then on.
  void stop();

  // The address of a place where entries can be kept in folder():
  //   cache           GET and PUT
  //   secret          the same, for user "user" with password "geheim"
  //   token           the same, for the bearer of "pass-token"
  //   frozen          GET only; others get 403
  //   unsized         GET, without saying the length first
  // or of one that is no good:
  //   broken          500 to all
  //   friendly        200 to all, with a page of its own
  //   circle          redirects to itself
  //   slow            a byte a second: what fits into less than a minute is no answer
  std::string url(const std::string& place) const;
  // Where entries lie, whichever place they were written to.
  std::string folder() const { return scratch_.file("entries/ac"); }

 private:
  const ScratchFolder scratch_;
  unsigned port_ = 0;
  bool isRunning_ = false;
};

}  // namespace irqlint::test
