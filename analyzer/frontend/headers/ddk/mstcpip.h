// Socket addresses of either family.
#pragma once

#include <ntddk.h>
#include <ws2def.h>
#include <ws2ipdef.h>
#include <ip2string.h>

#ifdef __cplusplus
extern "C" {
#endif

FORCEINLINE PUCHAR INETADDR_ADDRESS(const SOCKADDR* a) {
  return a->sa_family == AF_INET6 ? (PUCHAR)&((PSOCKADDR_IN6)a)->sin6_addr : (PUCHAR)&((PSOCKADDR_IN)a)->sin_addr;
}
FORCEINLINE USHORT INETADDR_PORT(const SOCKADDR* a) { return ((PSOCKADDR_IN6)a)->sin6_port; }
FORCEINLINE VOID INETADDR_SET_PORT(PSOCKADDR a, USHORT Port) { ((PSOCKADDR_IN6)a)->sin6_port = Port; }
FORCEINLINE SIZE_T INETADDR_LENGTH(ADDRESS_FAMILY af) { return af == AF_INET6 ? sizeof(IN6_ADDR) : sizeof(IN_ADDR); }
FORCEINLINE VOID INETADDR_SET_ADDRESS(PSOCKADDR a, const UCHAR* Address) {
  RtlCopyMemory(INETADDR_ADDRESS(a), Address, INETADDR_LENGTH(a->sa_family));
}
BOOLEAN INETADDR_ISANY(const SOCKADDR* a);
BOOLEAN INETADDR_ISLOOPBACK(const SOCKADDR* a);
BOOLEAN INETADDR_ISEQUAL(const SOCKADDR* a, const SOCKADDR* b);
BOOLEAN INETADDR_ISV4MAPPED(const SOCKADDR* a);
BOOLEAN INETADDR_ISUNSPECIFIED(const SOCKADDR* a);
VOID INETADDR_SETANY(PSOCKADDR a);
VOID INETADDR_SETLOOPBACK(PSOCKADDR a);
VOID INETADDR_SETSOCKADDR(ADDRESS_FAMILY af, PSOCKADDR a, const VOID* addr, SCOPE_ID scope, USHORT port);

#ifdef __cplusplus
}
#endif
