// Headers of network protocols, as they are on the wire.
#pragma once

#include <ntddk.h>
#include <ws2def.h>
#include <ws2ipdef.h>

#ifdef __cplusplus
extern "C" {
#endif

#pragma pack(push, 1)
#define ETH_LENGTH_OF_HEADER 14
typedef union _DL_EUI48 { UINT8 Byte[6]; struct { UINT8 Oui[3]; UINT8 Ei48[3]; } s; } DL_EUI48, *PDL_EUI48;
typedef union _DL_EUI64 { UINT8 Byte[8]; UINT64 Value; } DL_EUI64, *PDL_EUI64;
typedef DL_EUI48 DL_ADDR, *PDL_ADDR;
typedef struct _ETHERNET_HEADER {
  DL_EUI48 Destination, Source;
  union { UINT16 Type; UINT16 Length; };
} ETHERNET_HEADER, *PETHERNET_HEADER;
typedef struct _VLAN_TAG {
  union { UINT16 Tag; struct { UINT16 VID_HighBits : 4, CFI : 1, UserPriority : 3, VID_LowBits : 8; }; };
  UINT16 Type;
} VLAN_TAG, *PVLAN_TAG;
#define ETHERNET_TYPE_MINIMUM 0x0600
#define ETHERNET_TYPE_IPV4 0x0800
#define ETHERNET_TYPE_ARP 0x0806
#define ETHERNET_TYPE_IPV6 0x86dd
#define ETHERNET_TYPE_802_1Q 0x8100
#define ETHERNET_TYPE_802_1AD 0x88a8
typedef struct _SNAP_HEADER { UINT8 Dsap, Ssap, Control, Oui[3]; UINT16 Type; } SNAP_HEADER, *PSNAP_HEADER;
typedef struct _ARP_HEADER {
  UINT16 HardwareAddressSpace, ProtocolAddressSpace;
  UINT8 HardwareAddressLength, ProtocolAddressLength;
  UINT16 Opcode;
  UINT8 SenderHardwareAddress[1];
} ARP_HEADER, *PARP_HEADER;

typedef struct _IPV4_HEADER {
  union { UINT8 VersionAndHeaderLength; struct { UINT8 HeaderLength : 4, Version : 4; }; };
  union { UINT8 TypeOfServiceAndEcnField; struct { UINT8 EcnField : 2, TypeOfService : 6; }; };
  UINT16 TotalLength, Identification;
  union { UINT16 FlagsAndOffset;
    struct { UINT16 DontUse1 : 5, MoreFragments : 1, DontFragment : 1, Reserved : 1, DontUse2 : 8; }; };
  UINT8 TimeToLive, Protocol;
  UINT16 HeaderChecksum;
  IN_ADDR SourceAddress, DestinationAddress;
} IPV4_HEADER, *PIPV4_HEADER;
#define IPV4_VERSION 4
#define IPV4_MIN_HEADER_LENGTH 20
typedef struct _IPV6_HEADER {
  union { UINT32 VersionClassFlow; struct { UINT32 Unused : 4, Version : 4, Flow : 24; }; };
  UINT16 PayloadLength;
  UINT8 NextHeader, HopLimit;
  IN6_ADDR SourceAddress, DestinationAddress;
} IPV6_HEADER, *PIPV6_HEADER;
#define IPV6_VERSION 0x60
typedef struct _IPV6_FRAGMENT_HEADER {
  UINT8 NextHeader, Reserved;
  union { UINT16 OffsetAndFlags; struct { UINT16 DontUse1 : 8, MoreFragments : 1, ReservedBits : 2, DontUse2 : 5; }; };
  UINT32 Id;
} IPV6_FRAGMENT_HEADER, *PIPV6_FRAGMENT_HEADER;
typedef struct _ICMP_HEADER { UINT8 Type, Code; UINT16 Checksum; } ICMP_HEADER, *PICMP_HEADER;
typedef struct _ICMP_MESSAGE {
  ICMP_HEADER Header;
  union { UINT32 Data32[1]; UINT16 Data16[2]; UINT8 Data8[4]; } Data;
} ICMP_MESSAGE, *PICMP_MESSAGE, ICMPV4_MESSAGE, *PICMPV4_MESSAGE, ICMPV6_MESSAGE, *PICMPV6_MESSAGE;
typedef struct _TCP_HDR {
  UINT16 th_sport, th_dport;
  UINT32 th_seq, th_ack;
  UINT8 th_x2 : 4, th_len : 4;
  UINT8 th_flags;
  UINT16 th_win, th_sum, th_urp;
} TCP_HDR;
#define TH_FIN 0x01
#define TH_SYN 0x02
#define TH_RST 0x04
#define TH_PSH 0x08
#define TH_ACK 0x10
#define TH_URG 0x20
#pragma pack(pop)

#ifdef __cplusplus
}
#endif
