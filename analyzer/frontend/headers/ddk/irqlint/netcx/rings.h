// Packets and fragments of network adapters, the rings they lie in, and what extends them.
#pragma once

#include <ntddk.h>

#ifdef __cplusplus
extern "C" {
#endif

// Rings
typedef struct _NET_RING {
  UINT16 OSReserved1;
  UINT16 ElementStride;
  UINT32 NumberOfElements;
  UINT32 ElementIndexMask;
  UINT32 EndIndex;
  union {
    UINT32 OSReserved0;
    void* OSReserved2[4];
  };
  UINT32 BeginIndex;
  UINT32 NextIndex;
  void* Scratch;
  UCHAR DECLSPEC_ALIGN(64) Buffer[ANYSIZE_ARRAY];
} NET_RING;
typedef enum _NET_RING_TYPE { NetRingTypePacket, NetRingTypeFragment, NetRingTypeDataBuffer, NetRingTypeMax } NET_RING_TYPE;
typedef struct _NET_RING_COLLECTION { NET_RING* Rings[NetRingTypeMax]; } NET_RING_COLLECTION;
FORCEINLINE void* NetRingGetElementAtIndex(NET_RING const* Ring, UINT32 Index) {
  return (void*)(Ring->Buffer + (SIZE_T)Index * Ring->ElementStride);
}
FORCEINLINE UINT32 NetRingIncrementIndex(NET_RING const* Ring, UINT32 Index) { return (Index + 1) & Ring->ElementIndexMask; }
FORCEINLINE UINT32 NetRingAdvanceIndex(NET_RING const* Ring, UINT32 Index, UINT32 Distance) {
  return (Index + Distance) & Ring->ElementIndexMask;
}
FORCEINLINE UINT32 NetRingGetRangeCount(NET_RING const* Ring, UINT32 Start, UINT32 End) {
  return (End - Start) & Ring->ElementIndexMask;
}
FORCEINLINE NET_RING* NetRingCollectionGetPacketRing(NET_RING_COLLECTION const* Rings) {
  return Rings->Rings[NetRingTypePacket];
}
FORCEINLINE NET_RING* NetRingCollectionGetFragmentRing(NET_RING_COLLECTION const* Rings) {
  return Rings->Rings[NetRingTypeFragment];
}
FORCEINLINE NET_RING* NetRingCollectionGetDataBufferRing(NET_RING_COLLECTION const* Rings) {
  return Rings->Rings[NetRingTypeDataBuffer];
}

// Packets
typedef enum _NET_PACKET_LAYER2_TYPE { NetPacketLayer2TypeUnspecified, NetPacketLayer2TypeNull,
  NetPacketLayer2TypeEthernet } NET_PACKET_LAYER2_TYPE;
typedef enum _NET_PACKET_LAYER3_TYPE { NetPacketLayer3TypeUnspecified, NetPacketLayer3TypeIPv4UnspecifiedOptions,
  NetPacketLayer3TypeIPv4WithOptions, NetPacketLayer3TypeIPv4NoOptions, NetPacketLayer3TypeIPv6UnspecifiedExtensions,
  NetPacketLayer3TypeIPv6WithExtensions, NetPacketLayer3TypeIPv6NoExtensions } NET_PACKET_LAYER3_TYPE;
typedef enum _NET_PACKET_LAYER4_TYPE { NetPacketLayer4TypeUnspecified, NetPacketLayer4TypeTcp, NetPacketLayer4TypeUdp,
  NetPacketLayer4TypeIPFragment, NetPacketLayer4TypeIPNotFragment } NET_PACKET_LAYER4_TYPE;
typedef struct _NET_PACKET_LAYOUT {
  UINT8 Layer2Type : 4, Layer3Type : 4;
  UINT8 Layer4Type : 4, Reserved0 : 4;
  UINT16 Layer2HeaderLength : 7, Layer3HeaderLength : 9;
  UINT8 Layer4HeaderLength : 8;
  UINT8 Reserved1;
} NET_PACKET_LAYOUT;
typedef struct _NET_PACKET {
  UINT32 FragmentIndex;
  UINT16 FragmentCount;
  NET_PACKET_LAYOUT Layout;
  UINT8 Ignore : 1, Scratch : 1, ReceiveFilterMatch : 1, Reserved : 5;
} NET_PACKET;
typedef struct _NET_FRAGMENT { UINT64 ValidLength : 26, Capacity : 26, Offset : 10, Scratch : 1, OsReserved_Bounced : 1; }
    NET_FRAGMENT;
FORCEINLINE NET_PACKET* NetRingGetPacketAtIndex(NET_RING const* Ring, UINT32 Index) {
  return (NET_PACKET*)NetRingGetElementAtIndex(Ring, Index);
}
FORCEINLINE NET_FRAGMENT* NetRingGetFragmentAtIndex(NET_RING const* Ring, UINT32 Index) {
  return (NET_FRAGMENT*)NetRingGetElementAtIndex(Ring, Index);
}

// Extensions
typedef enum _NET_EXTENSION_TYPE { NetExtensionTypePacket = 1, NetExtensionTypeFragment, NetExtensionTypeBuffer }
    NET_EXTENSION_TYPE;
typedef struct _NET_EXTENSION {
  BOOLEAN Enabled;
  struct { UCHAR* Bytes; UINT16 Stride; } Reserved;
} NET_EXTENSION;
FORCEINLINE void* NetExtensionGetData(NET_EXTENSION const* Extension, UINT32 Index) {
  return Extension->Reserved.Bytes + (SIZE_T)Extension->Reserved.Stride * Index;
}
#define IRQLINT_NET_EXTENSION(Type, Getter) \
  FORCEINLINE Type* Getter(NET_EXTENSION const* Extension, UINT32 Index) { return (Type*)NetExtensionGetData(Extension, Index); }
typedef struct _NET_FRAGMENT_VIRTUAL_ADDRESS { void* VirtualAddress; } NET_FRAGMENT_VIRTUAL_ADDRESS;
typedef struct _NET_FRAGMENT_LOGICAL_ADDRESS { UINT64 LogicalAddress; } NET_FRAGMENT_LOGICAL_ADDRESS;
typedef struct NET_FRAGMENT_DATA_BUFFER_HANDLE__* NET_FRAGMENT_DATA_BUFFER_HANDLE;
typedef struct _NET_FRAGMENT_DATA_BUFFER { NET_FRAGMENT_DATA_BUFFER_HANDLE Handle; } NET_FRAGMENT_DATA_BUFFER;
typedef struct NET_FRAGMENT_RETURN_CONTEXT_HANDLE__* NET_FRAGMENT_RETURN_CONTEXT_HANDLE;
typedef struct _NET_FRAGMENT_RETURN_CONTEXT { NET_FRAGMENT_RETURN_CONTEXT_HANDLE Handle; } NET_FRAGMENT_RETURN_CONTEXT;
typedef struct _NET_FRAGMENT_MDL { MDL* Mdl; } NET_FRAGMENT_MDL;
typedef enum _NET_PACKET_RX_CHECKSUM_EVALUATION { NetPacketRxChecksumEvaluationNotChecked,
  NetPacketRxChecksumEvaluationValid, NetPacketRxChecksumEvaluationInvalid } NET_PACKET_RX_CHECKSUM_EVALUATION;
typedef struct _NET_PACKET_CHECKSUM { UINT8 Layer2 : 2, Layer3 : 2, Layer4 : 2, Reserved : 2; } NET_PACKET_CHECKSUM;
typedef struct _NET_PACKET_GSO { union { struct { UINT32 Mss : 20, Reserved0 : 12; } TCP; struct { UINT32 Mss : 20,
  Reserved1 : 12; } UDP; }; } NET_PACKET_GSO;
typedef struct _NET_PACKET_RSC {
  union {
    struct { UINT16 CoalescedSegmentCount, DuplicateAckCount; } TCP;
    struct { UINT16 CoalescedSegmentCount, CoalescedSegmentSize; } UDP;
  };
} NET_PACKET_RSC;
typedef struct _NET_PACKET_IEEE8021Q { UINT16 PriorityCodePoint : 3, VlanIdentifier : 12, TxTagging : 1; } NET_PACKET_IEEE8021Q;
IRQLINT_NET_EXTENSION(NET_FRAGMENT_VIRTUAL_ADDRESS, NetExtensionGetFragmentVirtualAddress)
IRQLINT_NET_EXTENSION(NET_FRAGMENT_LOGICAL_ADDRESS, NetExtensionGetFragmentLogicalAddress)
IRQLINT_NET_EXTENSION(NET_FRAGMENT_DATA_BUFFER, NetExtensionGetFragmentDataBuffer)
IRQLINT_NET_EXTENSION(NET_FRAGMENT_RETURN_CONTEXT, NetExtensionGetFragmentReturnContext)
IRQLINT_NET_EXTENSION(NET_FRAGMENT_MDL, NetExtensionGetFragmentMdl)
IRQLINT_NET_EXTENSION(NET_PACKET_CHECKSUM, NetExtensionGetPacketChecksum)
IRQLINT_NET_EXTENSION(NET_PACKET_GSO, NetExtensionGetPacketGso)
IRQLINT_NET_EXTENSION(NET_PACKET_RSC, NetExtensionGetPacketRsc)
IRQLINT_NET_EXTENSION(NET_PACKET_IEEE8021Q, NetExtensionGetPacketIeee8021Q)
#undef IRQLINT_NET_EXTENSION
#define NET_FRAGMENT_EXTENSION_VIRTUAL_ADDRESS_NAME L"ms_fragment_virtualaddress"
#define NET_FRAGMENT_EXTENSION_VIRTUAL_ADDRESS_VERSION_1 1U
#define NET_FRAGMENT_EXTENSION_LOGICAL_ADDRESS_NAME L"ms_fragment_logicaladdress"
#define NET_FRAGMENT_EXTENSION_LOGICAL_ADDRESS_VERSION_1 1U
#define NET_FRAGMENT_EXTENSION_DATA_BUFFER_NAME L"ms_fragment_databuffer"
#define NET_FRAGMENT_EXTENSION_DATA_BUFFER_VERSION_1 1U
#define NET_FRAGMENT_EXTENSION_RETURN_CONTEXT_NAME L"ms_fragment_returncontext"
#define NET_FRAGMENT_EXTENSION_RETURN_CONTEXT_VERSION_1 1U
#define NET_FRAGMENT_EXTENSION_MDL_NAME L"ms_fragment_mdl"
#define NET_FRAGMENT_EXTENSION_MDL_VERSION_1 1U
#define NET_PACKET_EXTENSION_CHECKSUM_NAME L"ms_packetchecksum"
#define NET_PACKET_EXTENSION_CHECKSUM_VERSION_1 1U
#define NET_PACKET_EXTENSION_GSO_NAME L"ms_packetgso"
#define NET_PACKET_EXTENSION_GSO_VERSION_1 1U
#define NET_PACKET_EXTENSION_RSC_NAME L"ms_packetrsc"
#define NET_PACKET_EXTENSION_RSC_VERSION_1 1U
#define NET_PACKET_EXTENSION_RSC_VERSION_2 2U
#define NET_PACKET_EXTENSION_IEEE8021Q_NAME L"ms_packetieee8021q"
#define NET_PACKET_EXTENSION_IEEE8021Q_VERSION_1 1U

#ifdef __cplusplus
}
#endif
