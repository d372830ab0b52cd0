// GET and PUT, bounded in time and size.
//
// libcurl, because it bounds a transfer as a whole and not only its single reads, knows proxies (http_proxy, no_proxy)
// and uses the system's own TLS and certificates on Windows.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <llvm/ADT/StringRef.h>

#include "analyzer/support/Result.h"

namespace irqlint {

struct HttpAddress {
  std::string url;  // no credentials, no slash at its end: fit to be shown
  std::string user;
  std::string password;
};

// Takes "http[s]://[USER[:PASSWORD]@]HOST[:PORT][/PATH]" apart. An error does not repeat the text, which may hold a
// password.
Result<HttpAddress> parseHttpAddress(const std::string& text);

struct HttpLimits {
  std::chrono::milliseconds connect{1'500};
  std::chrono::milliseconds get{3'000};          // with connecting
  std::chrono::milliseconds put{5'000};          // with connecting
  std::uint64_t size = std::uint64_t{64} << 20;  // of a body, in bytes
};

struct HttpResponse {
  long status = 0;
  std::string body;
};

// Safe to use from several threads: each request has a connection to itself, which later ones use again. Redirects are
// answers like others, so credentials go to the one host only. Errors name no address.
class HttpClient {
 public:
  // `token` is sent as a bearer token, in place of user and password; "": none. Fails if it cannot be in a header.
  static Result<std::unique_ptr<HttpClient>> open(HttpAddress address, std::string token, const HttpLimits& limits);
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  const std::string& url() const { return address_.url; }
  const HttpLimits& limits() const { return limits_; }

  // `path` is laid under the address. An error: there was no whole answer, or it was too large or too slow.
  Result<HttpResponse> get(const std::string& path) { return request(path, nullptr); }
  Result<HttpResponse> put(const std::string& path, llvm::StringRef body) { return request(path, &body); }
  // Ends what is under way, within about a second, and fails all that follows.
  void abort() { isAborted_ = true; }

 private:
  class Handle;

  HttpClient(HttpAddress address, std::string token, const HttpLimits& limits);
  Result<HttpResponse> request(const std::string& path, const llvm::StringRef* body);
  std::unique_ptr<Handle> take();
  void giveBack(std::unique_ptr<Handle> handle);

  const HttpAddress address_;
  const std::string token_;
  const HttpLimits limits_;
  const bool isLocal_;
  std::atomic<bool> isAborted_{false};
  std::mutex mutex_;                           // guards what follows
  std::vector<std::unique_ptr<Handle>> idle_;  // each with its open connection
};

}  // namespace irqlint
