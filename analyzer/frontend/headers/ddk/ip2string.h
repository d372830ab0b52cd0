// Addresses of networks as text.
#pragma once

#include <ntddk.h>
#include <ws2def.h>
#include <ws2ipdef.h>
#include <netiodef.h>

#ifdef __cplusplus
extern "C" {
#endif

PSTR NTAPI RtlIpv4AddressToStringA(const struct in_addr* Addr, PSTR S);
PWSTR NTAPI RtlIpv4AddressToStringW(const struct in_addr* Addr, PWSTR S);
NTSTATUS NTAPI RtlIpv4AddressToStringExA(const struct in_addr* Address, USHORT Port, PSTR AddressString,
    PULONG AddressStringLength);
NTSTATUS NTAPI RtlIpv4AddressToStringExW(const struct in_addr* Address, USHORT Port, PWSTR AddressString,
    PULONG AddressStringLength);
NTSTATUS NTAPI RtlIpv4StringToAddressA(PCSTR S, BOOLEAN Strict, PCSTR* Terminator, struct in_addr* Addr);
NTSTATUS NTAPI RtlIpv4StringToAddressW(PCWSTR S, BOOLEAN Strict, PCWSTR* Terminator, struct in_addr* Addr);
NTSTATUS NTAPI RtlIpv4StringToAddressExA(PCSTR AddressString, BOOLEAN Strict, struct in_addr* Address, PUSHORT Port);
NTSTATUS NTAPI RtlIpv4StringToAddressExW(PCWSTR AddressString, BOOLEAN Strict, struct in_addr* Address, PUSHORT Port);
PSTR NTAPI RtlIpv6AddressToStringA(const struct in6_addr* Addr, PSTR S);
PWSTR NTAPI RtlIpv6AddressToStringW(const struct in6_addr* Addr, PWSTR S);
NTSTATUS NTAPI RtlIpv6AddressToStringExA(const struct in6_addr* Address, ULONG ScopeId, USHORT Port,
    PSTR AddressString, PULONG AddressStringLength);
NTSTATUS NTAPI RtlIpv6AddressToStringExW(const struct in6_addr* Address, ULONG ScopeId, USHORT Port,
    PWSTR AddressString, PULONG AddressStringLength);
NTSTATUS NTAPI RtlIpv6StringToAddressA(PCSTR S, PCSTR* Terminator, struct in6_addr* Addr);
NTSTATUS NTAPI RtlIpv6StringToAddressW(PCWSTR S, PCWSTR* Terminator, struct in6_addr* Addr);
NTSTATUS NTAPI RtlIpv6StringToAddressExA(PCSTR AddressString, struct in6_addr* Address, PULONG ScopeId, PUSHORT Port);
NTSTATUS NTAPI RtlIpv6StringToAddressExW(PCWSTR AddressString, struct in6_addr* Address, PULONG ScopeId, PUSHORT Port);
PSTR NTAPI RtlEthernetAddressToStringA(const union _DL_EUI48* Addr, PSTR S);
PWSTR NTAPI RtlEthernetAddressToStringW(const union _DL_EUI48* Addr, PWSTR S);

#ifdef __cplusplus
}
#endif
