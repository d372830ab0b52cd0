// Addresses of IPv4 and IPv6, with the lengths of their texts.
#pragma once

#ifndef _WINDOWS_
#include <ntddk.h>
#endif
#include <ws2def.h>
#include_next <ws2ipdef.h>

#ifndef INET_ADDRSTRLEN
#define INET_ADDRSTRLEN 22
#endif
#ifndef INET6_ADDRSTRLEN
#define INET6_ADDRSTRLEN 65
#endif
