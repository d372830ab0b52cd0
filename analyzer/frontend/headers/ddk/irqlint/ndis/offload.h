// What travels with a NET_BUFFER_LIST out of band: checksums, segmentation, priorities, filtering.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _NDIS_TCP_IP_CHECKSUM_NET_BUFFER_LIST_INFO {
  union {
    struct {
      ULONG IsIPv4 : 1, IsIPv6 : 1, TcpChecksum : 1, UdpChecksum : 1, IpHeaderChecksum : 1, Reserved : 11;
      ULONG TcpHeaderOffset : 10;
    } Transmit;
    struct {
      ULONG TcpChecksumFailed : 1, UdpChecksumFailed : 1, IpChecksumFailed : 1, TcpChecksumSucceeded : 1;
      ULONG UdpChecksumSucceeded : 1, IpChecksumSucceeded : 1, Loopback : 1;
      ULONG TcpChecksumValueInvalid : 1, IpChecksumValueInvalid : 1;
    } Receive;
    PVOID Value;
  };
} NDIS_TCP_IP_CHECKSUM_NET_BUFFER_LIST_INFO, *PNDIS_TCP_IP_CHECKSUM_NET_BUFFER_LIST_INFO;

#define NDIS_TCP_LARGE_SEND_OFFLOAD_V1_TYPE 0
#define NDIS_TCP_LARGE_SEND_OFFLOAD_V2_TYPE 1
#define NDIS_TCP_LARGE_SEND_OFFLOAD_IPv4 0
#define NDIS_TCP_LARGE_SEND_OFFLOAD_IPv6 1
typedef struct _NDIS_TCP_LARGE_SEND_OFFLOAD_NET_BUFFER_LIST_INFO {
  union {
    struct { ULONG Unused : 30, Type : 1, Reserved2 : 1; } Transmit;
    struct { ULONG MSS : 20, TcpHeaderOffset : 10, Type : 1, Reserved2 : 1; } LsoV1Transmit;
    struct { ULONG TcpPayload : 30, Type : 1, Reserved2 : 1; } LsoV1TransmitComplete;
    struct { ULONG MSS : 20, TcpHeaderOffset : 10, Type : 1, IPVersion : 1; } LsoV2Transmit;
    struct { ULONG Reserved : 30, Type : 1, Reserved2 : 1; } LsoV2TransmitComplete;
    PVOID Value;
  };
} NDIS_TCP_LARGE_SEND_OFFLOAD_NET_BUFFER_LIST_INFO, *PNDIS_TCP_LARGE_SEND_OFFLOAD_NET_BUFFER_LIST_INFO;

typedef union _NDIS_RSC_NBL_INFO {
  struct { USHORT CoalescedSegCount; USHORT DupAckCount; } Info;
  PVOID Value;
} NDIS_RSC_NBL_INFO, *PNDIS_RSC_NBL_INFO;

typedef struct _NDIS_NET_BUFFER_LIST_8021Q_INFO {
  union {
    struct { UINT32 UserPriority : 3, CanonicalFormatId : 1, VlanId : 12, Reserved : 16; } TagHeader;
    struct {
      UINT32 UserPriority : 3, CanonicalFormatId : 1, VlanId : 12, WMMInfo : 4, Reserved : 12;
    } WLanTagHeader;
    PVOID Value;
  };
} NDIS_NET_BUFFER_LIST_8021Q_INFO, *PNDIS_NET_BUFFER_LIST_8021Q_INFO;

typedef struct _NDIS_NET_BUFFER_LIST_FILTERING_INFO {
  union {
    struct {
      USHORT FilterId;
      union {
        USHORT QueueId;
        USHORT VPortId;
        struct { USHORT QueueVPortInfo : 14, Reserved : 1, IsQueueVPortInfo : 1; } QueueVPortInfoBits;
      };
    } FilteringInfo;
    PVOID Value;
  };
} NDIS_NET_BUFFER_LIST_FILTERING_INFO, *PNDIS_NET_BUFFER_LIST_FILTERING_INFO;

typedef struct _NDIS_NET_BUFFER_LIST_VIRTUAL_SUBNET_INFO {
  union {
    struct { UINT32 VirtualSubnetId : 24, ReservedVsidBits : 8; };
    PVOID Value;
  };
} NDIS_NET_BUFFER_LIST_VIRTUAL_SUBNET_INFO, *PNDIS_NET_BUFFER_LIST_VIRTUAL_SUBNET_INFO;

typedef struct _NDIS_NBL_MEDIA_MEDIUM_SPECIFIC_INFO { NDIS_OBJECT_HEADER Header; PVOID NetBufferListInfo; ULONG Size; }
    NDIS_NBL_MEDIA_MEDIUM_SPECIFIC_INFO;

// The packets of older drivers, which some still name in passing
typedef struct _NDIS_TCP_IP_CHECKSUM_PACKET_INFO {
  union {
    struct {
      ULONG NdisPacketChecksumV4 : 1, NdisPacketChecksumV6 : 1, NdisPacketTcpChecksum : 1, NdisPacketUdpChecksum : 1;
      ULONG NdisPacketIpChecksum : 1;
    } Transmit;
    struct {
      ULONG NdisPacketTcpChecksumFailed : 1, NdisPacketUdpChecksumFailed : 1, NdisPacketIpChecksumFailed : 1;
      ULONG NdisPacketTcpChecksumSucceeded : 1, NdisPacketUdpChecksumSucceeded : 1;
      ULONG NdisPacketIpChecksumSucceeded : 1, NdisPacketLoopback : 1;
    } Receive;
    ULONG Value;
  };
} NDIS_TCP_IP_CHECKSUM_PACKET_INFO, *PNDIS_TCP_IP_CHECKSUM_PACKET_INFO;
typedef struct _NDIS_PACKET_8021Q_INFO {
  union {
    struct { UINT32 UserPriority : 3, CanonicalFormatId : 1, VlanId : 12, Reserved : 16; } TagHeader;
    PVOID Value;
  };
} NDIS_PACKET_8021Q_INFO, *PNDIS_PACKET_8021Q_INFO;

// Hash functions and types for receive-side scaling
#define NdisHashFunctionToeplitz 0x00000001
#define NdisHashFunctionReserved1 0x00000002
#define NdisHashFunctionReserved2 0x00000004
#define NdisHashFunctionReserved3 0x00000008

#ifdef __cplusplus
}
#endif
