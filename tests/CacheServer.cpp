#include "tests/CacheServer.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <random>
#include <thread>
#include <vector>

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Process.h>
#include <llvm/Support/Program.h>

namespace irqlint::test {
namespace {

namespace fs = std::filesystem;

// Paths are relative to the prefix that the server is started with.
constexpr llvm::StringRef kConfiguration = R"(
daemon on;
master_process off;
pid nginx.pid;
error_log error.log;
events {}
http {
  access_log off;
  client_body_temp_path temporary/body;
  proxy_temp_path temporary/proxy;
  fastcgi_temp_path temporary/fastcgi;
  uwsgi_temp_path temporary/uwsgi;
  scgi_temp_path temporary/scgi;
  client_max_body_size 64m;
  server {
    listen 127.0.0.1:PORT;
    location /cache/ {
      alias entries/;
      dav_methods PUT;
      create_full_put_path on;
    }
    location /secret/ {
      alias entries/;
      auth_basic "cache";
      auth_basic_user_file users;
      dav_methods PUT;
      create_full_put_path on;
    }
    location /token/ {
      if ($http_authorization != "Bearer pass-token") { return 401; }
      alias entries/;
      dav_methods PUT;
      create_full_put_path on;
    }
    location /frozen/ {
      alias entries/;
      limit_except GET { deny all; }
    }
    location /unsized/ {
      alias entries/;
      ssi on;
      ssi_types *;
    }
    location /broken/ { return 500; }
    location /friendly/ { return 200 "<html>Please log in</html>"; }
    location /circle/ { return 302 $request_uri; }
    location /slow/ {
      alias entries/;
      limit_rate 1;
    }
  }
}
)";

int execute(const std::vector<llvm::StringRef>& arguments) {
  const std::optional<llvm::StringRef> nowhere = "";
  return llvm::sys::ExecuteAndWait(IRQLINT_NGINX, arguments, std::nullopt, {nowhere, nowhere, nowhere});
}

}  // namespace

bool CacheServer::isMissing() {
  return llvm::StringRef(IRQLINT_NGINX).empty() && !llvm::sys::Process::GetEnv("IRQLINT_CI");
}

std::string CacheServer::start() {
  if (llvm::StringRef(IRQLINT_NGINX).empty()) return "nginx is not installed: see packaging/debian-packages-ci.txt";
  for (const char* folder : {"entries", "temporary"}) fs::create_directory(scratch_.file(folder));
  scratch_.write("users", "user:{PLAIN}geheim\n");
  std::random_device random;
  constexpr int kTries = 10;  // others may have a port
  for (int attempt = 0; attempt < kTries && !isRunning_; ++attempt) {
    port_ = std::uniform_int_distribution<unsigned>(20'000, 32'000)(random);
    std::string configuration = kConfiguration.str();
    configuration.replace(configuration.find("PORT"), 4, std::to_string(port_));
    scratch_.write("nginx.conf", configuration);
    // It listens when the program returns: the rest goes on in the background.
    isRunning_ = execute({IRQLINT_NGINX, "-p", scratch_.path(), "-c", "nginx.conf", "-e", "error.log"}) == 0;
  }
  return isRunning_ ? "" : "nginx does not start: see " + scratch_.file("error.log");
}

void CacheServer::stop() {
  if (!isRunning_) return;
  isRunning_ = false;
  execute({IRQLINT_NGINX, "-p", scratch_.path(), "-c", "nginx.conf", "-e", "error.log", "-s", "stop"});
  // It removes the file when it no longer listens.
  constexpr int kTries = 5000;
  for (int attempt = 0; attempt < kTries && fs::exists(scratch_.file("nginx.pid")); ++attempt)
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
}

std::string CacheServer::url(const std::string& place) const {
  return "http://127.0.0.1:" + std::to_string(port_) + "/" + place;
}

}  // namespace irqlint::test
