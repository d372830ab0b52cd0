#include "analyzer/cache/HttpClient.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include <curl/curl.h>

namespace irqlint {
namespace {

using UrlHandle = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

// "" if the address has no such part.
std::string partOf(const UrlHandle& url, CURLUPart part, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url.get(), part, &text, flags) != CURLUE_OK) return "";
  std::string copy = text;
  curl_free(text);
  return copy;
}

// A proxy is of no use there.
bool isThisMachine(const std::string& url) {
  const UrlHandle parsed(curl_url(), curl_url_cleanup);
  if (curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) return false;
  const std::string host = partOf(parsed, CURLUPART_HOST);
  return host == "localhost" || host == "[::1]" || host.starts_with("127.");
}

struct Transfer {
  std::string body;
  std::uint64_t limit = 0;
  const std::atomic<bool>* isAborted = nullptr;
};

std::size_t receive(char* bytes, std::size_t, std::size_t size, void* to) {
  auto& transfer = *static_cast<Transfer*>(to);
  if (size > transfer.limit - transfer.body.size()) return 0;  // less than was offered: ends the transfer
  transfer.body.append(bytes, size);
  return size;
}

int isToEnd(void* of, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<Transfer*>(of)->isAborted->load() ? 1 : 0;
}

bool isLibraryReady() {
  static const bool isReady = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  return isReady;
}

}  // namespace

Result<HttpAddress> parseHttpAddress(const std::string& text) {
  const UrlHandle url(curl_url(), curl_url_cleanup);
  if (curl_url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
    return Error("not a URL");
  const std::string scheme = partOf(url, CURLUPART_SCHEME);
  if (scheme != "http" && scheme != "https") return Error("only http:// and https:// are spoken");
  if (!partOf(url, CURLUPART_QUERY).empty() || !partOf(url, CURLUPART_FRAGMENT).empty())
    return Error("a URL with '?' or '#' cannot have entries under it");
  HttpAddress address{.user = partOf(url, CURLUPART_USER, CURLU_URLDECODE),
                      .password = partOf(url, CURLUPART_PASSWORD, CURLU_URLDECODE)};
  for (const CURLUPart part : {CURLUPART_USER, CURLUPART_PASSWORD}) curl_url_set(url.get(), part, nullptr, 0);
  address.url = llvm::StringRef(partOf(url, CURLUPART_URL)).rtrim('/').str();
  return address;
}

// A connection, with what is the same for all requests.
class HttpClient::Handle {
 public:
  explicit Handle(const HttpClient& client)
      : curl_(curl_easy_init(), curl_easy_cleanup), headers_(nullptr, curl_slist_free_all), limits_(client.limits_) {
    if (curl_ == nullptr) return;
    transfer_.limit = limits_.size;
    transfer_.isAborted = &client.isAborted_;
    // Bodies are not forms, and no time is lost with asking whether they are welcome.
    headers_.reset(curl_slist_append(nullptr, "Content-Type: application/octet-stream"));
    curl_slist_append(headers_.get(), "Expect:");
    set(CURLOPT_HTTPHEADER, headers_.get());
    set(CURLOPT_USERAGENT, "irqlint");
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_NOSIGNAL, 1L);  // threads
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits_.connect.count()));
    set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(limits_.size));
    set(CURLOPT_WRITEFUNCTION, receive);
    set(CURLOPT_WRITEDATA, &transfer_);
    set(CURLOPT_XFERINFOFUNCTION, isToEnd);
    set(CURLOPT_XFERINFODATA, &transfer_);
    set(CURLOPT_NOPROGRESS, 0L);
    if (client.isLocal_) set(CURLOPT_PROXY, "");
    identify(client);
  }

  // `body`: what to PUT; null: GET.
  Result<HttpResponse> request(const std::string& url, const llvm::StringRef* body) {
    if (curl_ == nullptr) return Error("no memory for a connection");
    transfer_.body.clear();
    set(CURLOPT_URL, url.c_str());
    set(CURLOPT_TIMEOUT_MS, static_cast<long>((body != nullptr ? limits_.put : limits_.get).count()));
    if (body != nullptr) {
      set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body->size()));
      set(CURLOPT_POSTFIELDS, body->empty() ? "" : body->data());
      set(CURLOPT_CUSTOMREQUEST, "PUT");
    } else {
      set(CURLOPT_HTTPGET, 1L);
      set(CURLOPT_CUSTOMREQUEST, nullptr);
    }
    const CURLcode code = curl_easy_perform(curl_.get());
    if (code == CURLE_WRITE_ERROR || code == CURLE_FILESIZE_EXCEEDED) return Error("the answer is too large");
    if (code != CURLE_OK) return Error(curl_easy_strerror(code));
    HttpResponse response{.body = std::move(transfer_.body)};
    curl_easy_getinfo(curl_.get(), CURLINFO_RESPONSE_CODE, &response.status);
    return response;
  }

 private:
  template <typename Value>
  void set(CURLoption option, Value value) {
    curl_easy_setopt(curl_.get(), option, value);
  }

  void identify(const HttpClient& client) {
    if (!client.token_.empty()) {
      set(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BEARER));
      set(CURLOPT_XOAUTH2_BEARER, client.token_.c_str());
    } else if (!client.address_.user.empty() || !client.address_.password.empty()) {
      set(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
      set(CURLOPT_USERNAME, client.address_.user.c_str());
      set(CURLOPT_PASSWORD, client.address_.password.c_str());
    }
  }

  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl_;
  std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers_;
  const HttpLimits limits_;
  Transfer transfer_;
};

Result<std::unique_ptr<HttpClient>> HttpClient::open(HttpAddress address, std::string token, const HttpLimits& limits) {
  if (!isLibraryReady()) return Error("libcurl cannot be used");
  if (!std::ranges::all_of(token, [](unsigned char c) { return c > ' ' && c < 0x7f; }))
    return Error("the token has characters that a header cannot hold");
  return std::unique_ptr<HttpClient>(new HttpClient(std::move(address), std::move(token), limits));
}

HttpClient::HttpClient(HttpAddress address, std::string token, const HttpLimits& limits)
    : address_(std::move(address)), token_(std::move(token)), limits_(limits), isLocal_(isThisMachine(address_.url)) {}

HttpClient::~HttpClient() = default;

std::unique_ptr<HttpClient::Handle> HttpClient::take() {
  const std::lock_guard lock(mutex_);
  if (idle_.empty()) return nullptr;
  std::unique_ptr<Handle> handle = std::move(idle_.back());
  idle_.pop_back();
  return handle;
}

void HttpClient::giveBack(std::unique_ptr<Handle> handle) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(handle));
}

Result<HttpResponse> HttpClient::request(const std::string& path, const llvm::StringRef* body) {
  if (isAborted_) return Error("not asked any more");
  std::unique_ptr<Handle> handle = take();
  if (handle == nullptr) handle = std::make_unique<Handle>(*this);
  Result<HttpResponse> response = handle->request(address_.url + "/" + path, body);
  giveBack(std::move(handle));
  return response;
}

}  // namespace irqlint
