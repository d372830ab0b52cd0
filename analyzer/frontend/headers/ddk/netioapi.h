// The IP helper functions that kernel code may call too.
#pragma once

#include <minwindef.h>
#include <ws2def.h>
#include <ws2ipdef.h>
#include <ifdef.h>
#include <nldef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef NTSTATUS NETIO_STATUS;
typedef NTSTATUS NETIOAPI_API;
#define NETIOAPI_API_ NTAPI
#ifndef ANY_SIZE
#define ANY_SIZE 1
#endif
typedef enum _MIB_NOTIFICATION_TYPE { MibParameterNotification, MibAddInstance, MibDeleteInstance, MibInitialNotification }
    MIB_NOTIFICATION_TYPE, *PMIB_NOTIFICATION_TYPE;
typedef struct _IP_ADDRESS_PREFIX { SOCKADDR_INET Prefix; UINT8 PrefixLength; } IP_ADDRESS_PREFIX, *PIP_ADDRESS_PREFIX;

typedef struct _MIB_IF_ROW2 {
  NET_LUID InterfaceLuid;
  NET_IFINDEX InterfaceIndex;
  GUID InterfaceGuid;
  WCHAR Alias[IF_MAX_STRING_SIZE + 1];
  WCHAR Description[IF_MAX_STRING_SIZE + 1];
  ULONG PhysicalAddressLength;
  UCHAR PhysicalAddress[IF_MAX_PHYS_ADDRESS_LENGTH];
  UCHAR PermanentPhysicalAddress[IF_MAX_PHYS_ADDRESS_LENGTH];
  ULONG Mtu;
  NET_IFTYPE Type;
  ULONG TunnelType, MediaType, PhysicalMediumType;
  NET_IF_ACCESS_TYPE AccessType;
  NET_IF_DIRECTION_TYPE DirectionType;
  struct {
    BOOLEAN HardwareInterface : 1, FilterInterface : 1, ConnectorPresent : 1, NotAuthenticated : 1;
    BOOLEAN NotMediaConnected : 1, Paused : 1, LowPower : 1, EndPointInterface : 1;
  } InterfaceAndOperStatusFlags;
  IF_OPER_STATUS OperStatus;
  NET_IF_ADMIN_STATUS AdminStatus;
  NET_IF_MEDIA_CONNECT_STATE MediaConnectState;
  NET_IF_NETWORK_GUID NetworkGuid;
  NET_IF_CONNECTION_TYPE ConnectionType;
  ULONG64 TransmitLinkSpeed, ReceiveLinkSpeed, InOctets, InUcastPkts, InNUcastPkts, InDiscards, InErrors,
      InUnknownProtos, InUcastOctets, InMulticastOctets, InBroadcastOctets, OutOctets, OutUcastPkts, OutNUcastPkts,
      OutDiscards, OutErrors, OutUcastOctets, OutMulticastOctets, OutBroadcastOctets, OutQLen;
} MIB_IF_ROW2, *PMIB_IF_ROW2;
typedef struct _MIB_IPINTERFACE_ROW {
  ADDRESS_FAMILY Family;
  NET_LUID InterfaceLuid;
  NET_IFINDEX InterfaceIndex;
  ULONG MaxReassemblySize;
  ULONG64 InterfaceIdentifier;
  ULONG MinRouterAdvertisementInterval, MaxRouterAdvertisementInterval;
  BOOLEAN AdvertisingEnabled, ForwardingEnabled, WeakHostSend, WeakHostReceive, UseAutomaticMetric,
      UseNeighborUnreachabilityDetection, ManagedAddressConfigurationSupported, OtherStatefulConfigurationSupported,
      AdvertiseDefaultRoute;
  NL_ROUTER_DISCOVERY_BEHAVIOR RouterDiscoveryBehavior;
  ULONG DadTransmits, BaseReachableTime, RetransmitTime, PathMtuDiscoveryTimeout;
  NL_LINK_LOCAL_ADDRESS_BEHAVIOR LinkLocalAddressBehavior;
  ULONG LinkLocalAddressTimeout, ZoneIndices[ScopeLevelCount], SitePrefixLength, Metric, NlMtu;
  BOOLEAN Connected, SupportsWakeUpPatterns, SupportsNeighborDiscovery, SupportsRouterDiscovery;
  ULONG ReachableTime;
  NL_INTERFACE_OFFLOAD_ROD TransmitOffload, ReceiveOffload;
  BOOLEAN DisableDefaultRoutes;
} MIB_IPINTERFACE_ROW, *PMIB_IPINTERFACE_ROW;
typedef struct _MIB_UNICASTIPADDRESS_ROW {
  SOCKADDR_INET Address;
  NET_LUID InterfaceLuid;
  NET_IFINDEX InterfaceIndex;
  NL_PREFIX_ORIGIN PrefixOrigin;
  NL_SUFFIX_ORIGIN SuffixOrigin;
  ULONG ValidLifetime, PreferredLifetime;
  UINT8 OnLinkPrefixLength;
  BOOLEAN SkipAsSource;
  NL_DAD_STATE DadState;
  SCOPE_ID ScopeId;
  LARGE_INTEGER CreationTimeStamp;
} MIB_UNICASTIPADDRESS_ROW, *PMIB_UNICASTIPADDRESS_ROW;
typedef struct _MIB_IPFORWARD_ROW2 {
  NET_LUID InterfaceLuid;
  NET_IFINDEX InterfaceIndex;
  IP_ADDRESS_PREFIX DestinationPrefix;
  SOCKADDR_INET NextHop;
  UCHAR SitePrefixLength;
  ULONG ValidLifetime, PreferredLifetime, Metric;
  NL_ROUTE_PROTOCOL Protocol;
  BOOLEAN Loopback, AutoconfigureAddress, Publish, Immortal;
  ULONG Age;
  NL_ROUTE_ORIGIN Origin;
} MIB_IPFORWARD_ROW2, *PMIB_IPFORWARD_ROW2;
typedef struct _MIB_IPNET_ROW2 {
  SOCKADDR_INET Address;
  NET_IFINDEX InterfaceIndex;
  NET_LUID InterfaceLuid;
  UCHAR PhysicalAddress[IF_MAX_PHYS_ADDRESS_LENGTH];
  ULONG PhysicalAddressLength;
  NL_NEIGHBOR_STATE State;
  UCHAR Flags;
  union { ULONG LastReachable, LastUnreachable; } ReachabilityTime;
} MIB_IPNET_ROW2, *PMIB_IPNET_ROW2;
#define IRQLINT_MIB_TABLE(Name, Row) typedef struct _##Name { ULONG NumEntries; Row Table[ANY_SIZE]; } Name, *P##Name
IRQLINT_MIB_TABLE(MIB_IF_TABLE2, MIB_IF_ROW2);
IRQLINT_MIB_TABLE(MIB_IPINTERFACE_TABLE, MIB_IPINTERFACE_ROW);
IRQLINT_MIB_TABLE(MIB_UNICASTIPADDRESS_TABLE, MIB_UNICASTIPADDRESS_ROW);
IRQLINT_MIB_TABLE(MIB_IPFORWARD_TABLE2, MIB_IPFORWARD_ROW2);
IRQLINT_MIB_TABLE(MIB_IPNET_TABLE2, MIB_IPNET_ROW2);
#undef IRQLINT_MIB_TABLE

typedef VOID (NTAPI* PIPINTERFACE_CHANGE_CALLBACK)(PVOID CallerContext, PMIB_IPINTERFACE_ROW Row, MIB_NOTIFICATION_TYPE
    NotificationType);
typedef VOID (NTAPI* PUNICAST_IPADDRESS_CHANGE_CALLBACK)(PVOID CallerContext, PMIB_UNICASTIPADDRESS_ROW Row,
    MIB_NOTIFICATION_TYPE NotificationType);
typedef VOID (NTAPI* PIPFORWARD_CHANGE_CALLBACK)(PVOID CallerContext, PMIB_IPFORWARD_ROW2 Row, MIB_NOTIFICATION_TYPE
    NotificationType);

#define IRQLINT_NETIO _IRQL_requires_(PASSIVE_LEVEL) NETIO_STATUS
IRQLINT_NETIO GetIfEntry2(PMIB_IF_ROW2 Row);
IRQLINT_NETIO GetIfTable2(PMIB_IF_TABLE2* Table);
IRQLINT_NETIO GetIpInterfaceEntry(PMIB_IPINTERFACE_ROW Row);
IRQLINT_NETIO SetIpInterfaceEntry(PMIB_IPINTERFACE_ROW Row);
IRQLINT_NETIO GetIpInterfaceTable(ADDRESS_FAMILY Family, PMIB_IPINTERFACE_TABLE* Table);
IRQLINT_NETIO GetUnicastIpAddressEntry(PMIB_UNICASTIPADDRESS_ROW Row);
IRQLINT_NETIO GetUnicastIpAddressTable(ADDRESS_FAMILY Family, PMIB_UNICASTIPADDRESS_TABLE* Table);
IRQLINT_NETIO GetIpForwardTable2(ADDRESS_FAMILY Family, PMIB_IPFORWARD_TABLE2* Table);
IRQLINT_NETIO GetIpNetEntry2(PMIB_IPNET_ROW2 Row);
IRQLINT_NETIO GetIpNetTable2(ADDRESS_FAMILY Family, PMIB_IPNET_TABLE2* Table);
IRQLINT_NETIO ResolveIpNetEntry2(PMIB_IPNET_ROW2 Row, const SOCKADDR_INET* SourceAddress);
IRQLINT_NETIO GetBestRoute2(NET_LUID* InterfaceLuid, NET_IFINDEX InterfaceIndex, const SOCKADDR_INET* SourceAddress,
    const SOCKADDR_INET* DestinationAddress, ULONG AddressSortOptions, PMIB_IPFORWARD_ROW2 BestRoute,
    SOCKADDR_INET* BestSourceAddress);
IRQLINT_NETIO NotifyIpInterfaceChange(ADDRESS_FAMILY Family, PIPINTERFACE_CHANGE_CALLBACK Callback, PVOID CallerContext,
    BOOLEAN InitialNotification, HANDLE* NotificationHandle);
IRQLINT_NETIO NotifyUnicastIpAddressChange(ADDRESS_FAMILY Family, PUNICAST_IPADDRESS_CHANGE_CALLBACK Callback,
    PVOID CallerContext, BOOLEAN InitialNotification, HANDLE* NotificationHandle);
IRQLINT_NETIO NotifyRouteChange2(ADDRESS_FAMILY AddressFamily, PIPFORWARD_CHANGE_CALLBACK Callback, PVOID CallerContext,
    BOOLEAN InitialNotification, HANDLE* NotificationHandle);
IRQLINT_NETIO CancelMibChangeNotify2(HANDLE NotificationHandle);
IRQLINT_NETIO ConvertInterfaceLuidToGuid(const NET_LUID* InterfaceLuid, GUID* InterfaceGuid);
IRQLINT_NETIO ConvertInterfaceGuidToLuid(const GUID* InterfaceGuid, PNET_LUID InterfaceLuid);
IRQLINT_NETIO ConvertInterfaceIndexToLuid(NET_IFINDEX InterfaceIndex, PNET_LUID InterfaceLuid);
IRQLINT_NETIO ConvertInterfaceLuidToIndex(const NET_LUID* InterfaceLuid, PNET_IFINDEX InterfaceIndex);
IRQLINT_NETIO ConvertInterfaceLuidToAlias(const NET_LUID* InterfaceLuid, PWSTR InterfaceAlias, SIZE_T Length);
VOID FreeMibTable(PVOID Memory);
VOID InitializeIpInterfaceEntry(PMIB_IPINTERFACE_ROW Row);

#ifdef __cplusplus
}
#endif
