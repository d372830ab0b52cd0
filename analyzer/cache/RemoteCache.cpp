#include "analyzer/cache/RemoteCache.h"

#include <utility>

namespace irqlint {
namespace {

std::string pathOf(const Digest& name) {
  const std::string digits = hexOf(name);
  return "ac/" + digits + digits;
}

std::string statusText(const HttpResponse& response) { return "HTTP " + std::to_string(response.status); }

}  // namespace

void RemoteCache::Direction::succeeded() {
  const std::lock_guard lock(mutex_);
  inARow_ = 0;
}

void RemoteCache::Direction::failed(const std::string& why) {
  const std::lock_guard lock(mutex_);
  if (++inARow_ >= most_) stop(why);
}

void RemoteCache::Direction::giveUp(const std::string& why) {
  const std::lock_guard lock(mutex_);
  stop(why);
}

void RemoteCache::Direction::stop(const std::string& why) {
  if (!isGivenUp_) problem_ = why;
  isGivenUp_ = true;
}

std::string RemoteCache::Direction::problem() const {
  const std::lock_guard lock(mutex_);
  return problem_;
}

Result<std::unique_ptr<RemoteCache>> RemoteCache::open(const RemoteCacheOptions& options) {
  Result<HttpAddress> address = parseHttpAddress(options.address);
  if (!address) return Error(address.error());
  auto http = HttpClient::open(*std::move(address), options.token, options.limits);
  if (!http) return Error(http.error());
  return std::unique_ptr<RemoteCache>(new RemoteCache(*std::move(http), options));
}

RemoteCache::RemoteCache(std::unique_ptr<HttpClient> http, const RemoteCacheOptions& options)
    : http_(std::move(http)), isReadOnly_(options.isReadOnly), reading_(options.failures), writing_(options.failures) {}

void RemoteCache::fail(Direction& direction, const std::string& why) {
  ++errors_;
  direction.failed(why);
}

Result<std::string> RemoteCache::get(const Digest& name, NamedBy by) {
  if (reading_.isGivenUp()) return Error("given up");
  const auto failed = [this](std::string why) {
    fail(reading_, why);
    return Error(std::move(why));
  };
  Result<HttpResponse> response = http_->get(pathOf(name));
  if (!response) {
    Error error = failed(response.error().message());
    if (reading_.isGivenUp() && !isReadOnly_) writing_.giveUp(error.message());
    return error;
  }
  if (response->status != 200 && response->status != 404) return failed(statusText(*response));
  if (response->status == 404) response->body.clear();
  if (response->status == 200) {
    const std::optional<llvm::StringRef> contents = entryContents(name, response->body);
    if (!contents || (by == NamedBy::Contents && digestOf(*contents) != name))
      return failed("it answers with something else than was stored");
  }
  reading_.succeeded();
  return std::move(response->body);
}

std::optional<std::string> RemoteCache::find(const Digest& name, NamedBy by) {
  const Result<std::string> entry = get(name, by);
  if (!entry) return std::nullopt;
  if (entry->empty()) return ++misses_, std::nullopt;
  ++hits_;
  bytesRead_ += entry->size();
  return entryContents(name, *entry)->str();
}

void RemoteCache::put(const Digest& name, llvm::StringRef contents, MergeContents merge) {
  if (!isWritten()) return;
  std::string merged;
  if (merge != nullptr) {
    const Result<std::string> known = get(name, NamedBy::Key);
    if (known && !known->empty()) contents = merged = merge(contents, *entryContents(name, *known));
  }
  const std::string entry = entryHeader(name, contents) + contents.str();
  // No failure of the server's: it is not asked to keep what would not be taken from it.
  if (entry.size() > http_->limits().size) {
    ++errors_;
    return;
  }
  const Result<HttpResponse> response = http_->put(pathOf(name), entry);
  if (!response) return fail(writing_, response.error().message());
  if (response->status < 200 || response->status > 299) return fail(writing_, statusText(*response));
  ++stored_;
  bytesWritten_ += entry.size();
  writing_.succeeded();
}

RemoteStatistics RemoteCache::statistics() const {
  return {.address = http_->url(),
          .hits = hits_,
          .misses = misses_,
          .stored = stored_,
          .errors = errors_,
          .bytesRead = bytesRead_,
          .bytesWritten = bytesWritten_,
          .readProblem = reading_.problem(),
          .writeProblem = writing_.problem()};
}

}  // namespace irqlint
