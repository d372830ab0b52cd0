// The names of the C library that C++ has in std.
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <string.h>

namespace std {
using ::ptrdiff_t;
using ::size_t;
using nullptr_t = decltype(nullptr);
using ::int16_t;
using ::int32_t;
using ::int64_t;
using ::int8_t;
using ::intptr_t;
using ::uint16_t;
using ::uint32_t;
using ::uint64_t;
using ::uint8_t;
using ::uintptr_t;
using ::memcmp;
using ::memcpy;
using ::memmove;
using ::memset;
using ::strlen;
using ::wcslen;
#if __cplusplus >= 201703L
enum class byte : unsigned char {};
#endif
}  // namespace std
