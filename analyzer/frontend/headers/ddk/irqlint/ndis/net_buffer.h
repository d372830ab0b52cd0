// NET_BUFFER and NET_BUFFER_LIST: the structures, their accessors, pools and the functions that work on them.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _NET_BUFFER NET_BUFFER, *PNET_BUFFER;
typedef struct _NET_BUFFER_LIST NET_BUFFER_LIST, *PNET_BUFFER_LIST;
typedef struct _NET_BUFFER_LIST_CONTEXT NET_BUFFER_LIST_CONTEXT, *PNET_BUFFER_LIST_CONTEXT;
typedef struct _SCATTER_GATHER_LIST* PNDIS_SCATTER_GATHER_LIST;

typedef union _NET_BUFFER_DATA_LENGTH { ULONG DataLength; SIZE_T stDataLength; } NET_BUFFER_DATA_LENGTH;
typedef struct _NET_BUFFER_DATA {
  PNET_BUFFER Next;
  PMDL CurrentMdl;
  ULONG CurrentMdlOffset;
  union {
    ULONG DataLength;
    SIZE_T stDataLength;
  };
  PMDL MdlChain;
  ULONG DataOffset;
} NET_BUFFER_DATA, *PNET_BUFFER_DATA;
typedef union _NET_BUFFER_HEADER {
  NET_BUFFER_DATA NetBufferData;
  SLIST_HEADER Link;
} NET_BUFFER_HEADER, *PNET_BUFFER_HEADER;

typedef struct _NET_BUFFER_SHARED_MEMORY {
  struct _NET_BUFFER_SHARED_MEMORY* NextSharedMemorySegment;
  ULONG SharedMemoryFlags;
  NDIS_HANDLE SharedMemoryHandle;
  ULONG SharedMemoryOffset;
  ULONG SharedMemoryLength;
} NET_BUFFER_SHARED_MEMORY, *PNET_BUFFER_SHARED_MEMORY;

struct _NET_BUFFER {
  union {
    struct {
      PNET_BUFFER Next;
      PMDL CurrentMdl;
      ULONG CurrentMdlOffset;
      union {
        ULONG DataLength;
        SIZE_T stDataLength;
      };
      PMDL MdlChain;
      ULONG DataOffset;
    };
    SLIST_HEADER Link;
    NET_BUFFER_HEADER NetBufferHeader;
  };
  USHORT ChecksumBias;
  USHORT Reserved;
  NDIS_HANDLE NdisPoolHandle;
  PVOID NdisReserved[2];
  PVOID ProtocolReserved[6];
  PVOID MiniportReserved[4];
  NDIS_PHYSICAL_ADDRESS DataPhysicalAddress;
  union {
    PNET_BUFFER_SHARED_MEMORY SharedMemoryInfo;
    PSCATTER_GATHER_LIST ScatterGatherList;
  };
};

typedef enum _NDIS_NET_BUFFER_LIST_INFO {
  TcpIpChecksumNetBufferListInfo, TcpOffloadBytesTransferred = TcpIpChecksumNetBufferListInfo,
  IPsecOffloadV1NetBufferListInfo, IPsecOffloadV2NetBufferListInfo = IPsecOffloadV1NetBufferListInfo,
  TcpLargeSendNetBufferListInfo, TcpReceiveNoPush = TcpLargeSendNetBufferListInfo,
  UdpSegmentationOffloadInfo = TcpLargeSendNetBufferListInfo, ClassificationHandleNetBufferListInfo,
  Ieee8021QNetBufferListInfo, NetBufferListCancelId, MediaSpecificInformation,
  NetBufferListFrameType, NetBufferListProtocolId = NetBufferListFrameType, NetBufferListHashValue,
  NetBufferListHashInfo, WfpNetBufferListInfo, IPsecOffloadV2TunnelNetBufferListInfo,
  IPsecOffloadV2HeaderNetBufferListInfo, NetBufferListCorrelationId, NetBufferListFilteringInfo,
  MediaSpecificInformationEx, NblOriginalInterfaceIfIndex, NblReAuthWfpFlowContext = NblOriginalInterfaceIfIndex,
  TcpReceiveBytesTransferred, NrtNameResolutionId = TcpReceiveBytesTransferred,
  UdpRecvSegCoalesceOffloadInfo = NrtNameResolutionId,
  SwitchForwardingReserved, SwitchForwardingDetail_b0_b31 = SwitchForwardingReserved, VirtualSubnetInfo,
  SwitchForwardingDetail_b32_b63 = VirtualSubnetInfo, IMReserved, TcpRecvSegCoalesceInfo,
  RscTcpTimestampDelta, TcpSendOffloadsSupplementalNetBufferListInfo = RscTcpTimestampDelta,
  GftOffloadInformation, GftFlowEntryId, NetBufferListInfoReserved3, NetBufferListInfoReserved4,
  MaxNetBufferListInfo
} NDIS_NET_BUFFER_LIST_INFO, *PNDIS_NET_BUFFER_LIST_INFO;

typedef struct _NET_BUFFER_LIST_DATA { PNET_BUFFER_LIST Next; PNET_BUFFER FirstNetBuffer; } NET_BUFFER_LIST_DATA,
    *PNET_BUFFER_LIST_DATA;
typedef union _NET_BUFFER_LIST_HEADER { NET_BUFFER_LIST_DATA NetBufferListData; SLIST_HEADER Link; }
    NET_BUFFER_LIST_HEADER, *PNET_BUFFER_LIST_HEADER;
struct _NET_BUFFER_LIST_CONTEXT {
  PNET_BUFFER_LIST_CONTEXT Next;
  USHORT Size;
  USHORT Offset;
  UCHAR DECLSPEC_ALIGN(MEMORY_ALLOCATION_ALIGNMENT) ContextData[];
};
struct _NET_BUFFER_LIST {
  union {
    struct {
      PNET_BUFFER_LIST Next;
      PNET_BUFFER FirstNetBuffer;
    };
    SLIST_HEADER Link;
    NET_BUFFER_LIST_HEADER NetBufferListHeader;
  };
  PNET_BUFFER_LIST_CONTEXT Context;
  PNET_BUFFER_LIST ParentNetBufferList;
  NDIS_HANDLE NdisPoolHandle;
  PVOID NdisReserved[2];
  PVOID ProtocolReserved[4];
  PVOID MiniportReserved[2];
  PVOID Scratch;
  NDIS_HANDLE SourceHandle;
  ULONG NblFlags;
  LONG ChildRefCount;
  ULONG Flags;
  union {
    NDIS_STATUS Status;
    ULONG NdisReserved2;
  };
  PVOID NetBufferListInfo[MaxNetBufferListInfo];
};

// Accessors
#define NET_BUFFER_NEXT_NB(Nb) ((Nb)->Next)
#define NET_BUFFER_FIRST_MDL(Nb) ((Nb)->MdlChain)
#define NET_BUFFER_DATA_LENGTH(Nb) ((Nb)->DataLength)
#define NET_BUFFER_DATA_OFFSET(Nb) ((Nb)->DataOffset)
#define NET_BUFFER_CURRENT_MDL(Nb) ((Nb)->CurrentMdl)
#define NET_BUFFER_CURRENT_MDL_OFFSET(Nb) ((Nb)->CurrentMdlOffset)
#define NET_BUFFER_PROTOCOL_RESERVED(Nb) ((Nb)->ProtocolReserved)
#define NET_BUFFER_MINIPORT_RESERVED(Nb) ((Nb)->MiniportReserved)
#define NET_BUFFER_CHECKSUM_BIAS(Nb) ((Nb)->ChecksumBias)
#define NET_BUFFER_LINK(Nb) (&(Nb)->Link)
#define NET_BUFFER_SCATTER_GATHER_LIST(Nb) ((Nb)->ScatterGatherList)
#define NET_BUFFER_FIRST_SHARED_MEM_INFO(Nb) ((Nb)->SharedMemoryInfo)
#define NET_BUFFER_SHARED_MEM_NEXT_SEGMENT(Info) ((Info)->NextSharedMemorySegment)
#define NET_BUFFER_SHARED_MEM_FLAGS(Info) ((Info)->SharedMemoryFlags)
#define NET_BUFFER_SHARED_MEM_HANDLE(Info) ((Info)->SharedMemoryHandle)
#define NET_BUFFER_SHARED_MEM_OFFSET(Info) ((Info)->SharedMemoryOffset)
#define NET_BUFFER_SHARED_MEM_LENGTH(Info) ((Info)->SharedMemoryLength)
#define NET_BUFFER_LIST_NEXT_NBL(Nbl) ((Nbl)->Next)
#define NET_BUFFER_LIST_FIRST_NB(Nbl) ((Nbl)->FirstNetBuffer)
#define NET_BUFFER_LIST_FLAGS(Nbl) ((Nbl)->Flags)
#define NET_BUFFER_LIST_NBL_FLAGS(Nbl) ((Nbl)->NblFlags)
#define NET_BUFFER_LIST_PROTOCOL_RESERVED(Nbl) ((Nbl)->ProtocolReserved)
#define NET_BUFFER_LIST_MINIPORT_RESERVED(Nbl) ((Nbl)->MiniportReserved)
#define NET_BUFFER_LIST_CONTEXT_DATA_START(Nbl) ((PUCHAR)((Nbl)->Context + 1) + (Nbl)->Context->Offset)
#define NET_BUFFER_LIST_CONTEXT_DATA_SIZE(Nbl) ((Nbl)->Context->Size)
#define NET_BUFFER_LIST_INFO(Nbl, Id) ((Nbl)->NetBufferListInfo[(Id)])
#define NET_BUFFER_LIST_STATUS(Nbl) ((Nbl)->Status)
#define NET_BUFFER_LIST_RECEIVE_QUEUE_ID(Nbl) \
  (((PNDIS_NET_BUFFER_LIST_FILTERING_INFO)&NET_BUFFER_LIST_INFO(Nbl, NetBufferListFilteringInfo))->FilteringInfo.QueueId)
#define NET_BUFFER_LIST_RECEIVE_FILTER_ID(Nbl) \
  (((PNDIS_NET_BUFFER_LIST_FILTERING_INFO)&NET_BUFFER_LIST_INFO(Nbl, NetBufferListFilteringInfo))->FilteringInfo.FilterId)
#define NET_BUFFER_LIST_RECEIVE_FILTER_VPORT_ID(Nbl) NET_BUFFER_LIST_RECEIVE_QUEUE_ID(Nbl)
#define NET_BUFFER_LIST_GET_HASH_TYPE(Nbl) ((ULONG)(ULONG_PTR)NET_BUFFER_LIST_INFO(Nbl, NetBufferListHashInfo) & 0xFFFFFF00)
#define NET_BUFFER_LIST_GET_HASH_FUNCTION(Nbl) ((ULONG)(ULONG_PTR)NET_BUFFER_LIST_INFO(Nbl, NetBufferListHashInfo) & 0xFF)
#define NET_BUFFER_LIST_SET_HASH_TYPE(Nbl, Type) \
  (NET_BUFFER_LIST_INFO(Nbl, NetBufferListHashInfo) = UlongToPtr(NET_BUFFER_LIST_GET_HASH_FUNCTION(Nbl) | (Type)))
#define NET_BUFFER_LIST_SET_HASH_FUNCTION(Nbl, Function) \
  (NET_BUFFER_LIST_INFO(Nbl, NetBufferListHashInfo) = UlongToPtr(NET_BUFFER_LIST_GET_HASH_TYPE(Nbl) | (Function)))
#define NET_BUFFER_LIST_SET_HASH_VALUE(Nbl, Value) (NET_BUFFER_LIST_INFO(Nbl, NetBufferListHashValue) = UlongToPtr(Value))
#define NET_BUFFER_LIST_GET_HASH_VALUE(Nbl) PtrToUlong(NET_BUFFER_LIST_INFO(Nbl, NetBufferListHashValue))
#define NDIS_SET_NET_BUFFER_LIST_CANCEL_ID(Nbl, Id) (NET_BUFFER_LIST_INFO(Nbl, NetBufferListCancelId) = (Id))
#define NDIS_GET_NET_BUFFER_LIST_CANCEL_ID(Nbl) NET_BUFFER_LIST_INFO(Nbl, NetBufferListCancelId)
#define NDIS_GET_NET_BUFFER_LIST_INFO(Nbl, Id) NET_BUFFER_LIST_INFO(Nbl, Id)

#define NBL_FLAGS_MINIPORT_RESERVED 0x0000F000
#define NBL_FLAGS_SCRATCH 0x000F0000
#define NDIS_NBL_FLAGS_SEND_READ_ONLY 0x00000001
#define NDIS_NBL_FLAGS_RECV_READ_ONLY 0x00000002
#define NDIS_NBL_FLAGS_HD_SPLIT 0x00000100
#define NDIS_NBL_FLAGS_IS_IPV4 0x00000200
#define NDIS_NBL_FLAGS_IS_IPV6 0x00000400
#define NDIS_NBL_FLAGS_IS_TCP 0x00000800
#define NDIS_NBL_FLAGS_IS_UDP 0x00001000
#define NDIS_NBL_FLAGS_SPLIT_AT_UPPER_LAYER_PROTOCOL_HEADER 0x00002000
#define NDIS_NBL_FLAGS_SPLIT_AT_UPPER_LAYER_PROTOCOL_PAYLOAD 0x00004000
#define NDIS_NBL_FLAGS_IS_LOOPBACK_PACKET 0x00008000
#define NDIS_TEST_NBL_FLAG(Nbl, Flag) (((Nbl)->NblFlags & (Flag)) != 0)
#define NDIS_SET_NBL_FLAG(Nbl, Flag) ((Nbl)->NblFlags |= (Flag))
#define NDIS_CLEAR_NBL_FLAG(Nbl, Flag) ((Nbl)->NblFlags &= ~(Flag))
#define NBL_TEST_FLAG(Nbl, Flag) (((Nbl)->Flags & (Flag)) != 0)
#define NBL_SET_FLAG(Nbl, Flag) ((Nbl)->Flags |= (Flag))
#define NBL_CLEAR_FLAG(Nbl, Flag) ((Nbl)->Flags &= ~(Flag))

// Flags of sending, completing, receiving and returning
#define NDIS_SEND_FLAGS_DISPATCH_LEVEL 0x00000001
#define NDIS_SEND_FLAGS_CHECK_FOR_LOOPBACK 0x00000002
#define NDIS_SEND_FLAGS_SINGLE_QUEUE 0x00000004
#define NDIS_SEND_FLAGS_SWITCH_SINGLE_SOURCE 0x00000008
#define NDIS_SEND_FLAGS_SWITCH_DESTINATION_GROUP 0x00000010
#define NDIS_SEND_COMPLETE_FLAGS_DISPATCH_LEVEL 0x00000001
#define NDIS_SEND_COMPLETE_FLAGS_SINGLE_QUEUE 0x00000002
#define NDIS_SEND_COMPLETE_FLAGS_SWITCH_SINGLE_SOURCE 0x00000004
#define NDIS_RECEIVE_FLAGS_DISPATCH_LEVEL 0x00000001
#define NDIS_RECEIVE_FLAGS_RESOURCES 0x00000002
#define NDIS_RECEIVE_FLAGS_SINGLE_ETHER_TYPE 0x00000100
#define NDIS_RECEIVE_FLAGS_SINGLE_VLAN 0x00000200
#define NDIS_RECEIVE_FLAGS_PERFECT_FILTERED 0x00000400
#define NDIS_RECEIVE_FLAGS_SINGLE_QUEUE 0x00000800
#define NDIS_RECEIVE_FLAGS_SHARED_MEMORY_INFO_VALID 0x00001000
#define NDIS_RECEIVE_FLAGS_MORE_NBLS 0x00002000
#define NDIS_RECEIVE_FLAGS_SWITCH_SINGLE_SOURCE 0x00004000
#define NDIS_RECEIVE_FLAGS_SWITCH_DESTINATION_GROUP 0x00008000
#define NDIS_RETURN_FLAGS_DISPATCH_LEVEL 0x00000001
#define NDIS_RETURN_FLAGS_SINGLE_QUEUE 0x00000002
#define NDIS_RETURN_FLAGS_SWITCH_SINGLE_SOURCE 0x00000004
#define NDIS_SET_SEND_FLAG(Flags, Flag) ((Flags) |= (Flag))
#define NDIS_SET_SEND_COMPLETE_FLAG(Flags, Flag) ((Flags) |= (Flag))
#define NDIS_SET_RECEIVE_FLAG(Flags, Flag) ((Flags) |= (Flag))
#define NDIS_SET_RETURN_FLAG(Flags, Flag) ((Flags) |= (Flag))
#define NDIS_TEST_SEND_FLAG(Flags, Flag) (((Flags) & (Flag)) != 0)
#define NDIS_TEST_RECEIVE_FLAG(Flags, Flag) (((Flags) & (Flag)) != 0)
#define NDIS_TEST_RETURN_FLAG(Flags, Flag) (((Flags) & (Flag)) != 0)
#define NDIS_TEST_SEND_AT_DISPATCH_LEVEL(Flags) NDIS_TEST_SEND_FLAG(Flags, NDIS_SEND_FLAGS_DISPATCH_LEVEL)
#define NDIS_TEST_SEND_COMPLETE_AT_DISPATCH_LEVEL(Flags) (((Flags) & NDIS_SEND_COMPLETE_FLAGS_DISPATCH_LEVEL) != 0)
#define NDIS_TEST_RECEIVE_AT_DISPATCH_LEVEL(Flags) NDIS_TEST_RECEIVE_FLAG(Flags, NDIS_RECEIVE_FLAGS_DISPATCH_LEVEL)
#define NDIS_TEST_RECEIVE_CANNOT_PEND(Flags) NDIS_TEST_RECEIVE_FLAG(Flags, NDIS_RECEIVE_FLAGS_RESOURCES)
#define NDIS_TEST_RECEIVE_CAN_PEND(Flags) (((Flags) & NDIS_RECEIVE_FLAGS_RESOURCES) == 0)
#define NDIS_TEST_RETURN_AT_DISPATCH_LEVEL(Flags) NDIS_TEST_RETURN_FLAG(Flags, NDIS_RETURN_FLAGS_DISPATCH_LEVEL)

// Pools
typedef struct _NET_BUFFER_LIST_POOL_PARAMETERS {
  NDIS_OBJECT_HEADER Header;
  UCHAR ProtocolId;
  BOOLEAN fAllocateNetBuffer;
  USHORT ContextSize;
  ULONG PoolTag;
  ULONG DataSize;
  ULONG Flags;
} NET_BUFFER_LIST_POOL_PARAMETERS, *PNET_BUFFER_LIST_POOL_PARAMETERS;
#define NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1 1
#define NDIS_SIZEOF_NET_BUFFER_LIST_POOL_PARAMETERS_REVISION_1 \
  RTL_SIZEOF_THROUGH_FIELD(NET_BUFFER_LIST_POOL_PARAMETERS, DataSize)
typedef struct _NET_BUFFER_POOL_PARAMETERS { NDIS_OBJECT_HEADER Header; ULONG PoolTag; ULONG DataSize; }
    NET_BUFFER_POOL_PARAMETERS, *PNET_BUFFER_POOL_PARAMETERS;
#define NET_BUFFER_POOL_PARAMETERS_REVISION_1 1
#define NDIS_SIZEOF_NET_BUFFER_POOL_PARAMETERS_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NET_BUFFER_POOL_PARAMETERS, DataSize)
#define NDIS_PROTOCOL_ID_DEFAULT 0x00
#define NDIS_PROTOCOL_ID_TCP_IP 0x02
#define NDIS_PROTOCOL_ID_IP6 0x03
#define NDIS_PROTOCOL_ID_IPX 0x06
#define NDIS_PROTOCOL_ID_NBF 0x07
#define NDIS_PROTOCOL_ID_MASK 0x0F

typedef PMDL NET_BUFFER_ALLOCATE_MDL_HANDLER(PULONG BufferSize);
typedef NET_BUFFER_ALLOCATE_MDL_HANDLER* NET_BUFFER_ALLOCATE_MDL_HANDLER_PTR;
typedef VOID NET_BUFFER_FREE_MDL_HANDLER(PMDL Mdl);
typedef NET_BUFFER_FREE_MDL_HANDLER* NET_BUFFER_FREE_MDL_HANDLER_PTR;

_IRQL_requires_max_(DISPATCH_LEVEL) NDIS_HANDLE NdisAllocateNetBufferListPool(NDIS_HANDLE NdisHandle,
    NET_BUFFER_LIST_POOL_PARAMETERS const* Parameters);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID NdisFreeNetBufferListPool(NDIS_HANDLE PoolHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) NDIS_HANDLE NdisAllocateNetBufferPool(NDIS_HANDLE NdisHandle,
    PNET_BUFFER_POOL_PARAMETERS Parameters);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID NdisFreeNetBufferPool(NDIS_HANDLE PoolHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) PNET_BUFFER_LIST NdisAllocateNetBufferList(NDIS_HANDLE PoolHandle, USHORT ContextSize,
    USHORT ContextBackFill);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID NdisFreeNetBufferList(PNET_BUFFER_LIST NetBufferList);
_IRQL_requires_max_(DISPATCH_LEVEL) PNET_BUFFER_LIST NdisAllocateNetBufferAndNetBufferList(NDIS_HANDLE PoolHandle,
    USHORT ContextSize, USHORT ContextBackFill, PMDL MdlChain, ULONG DataOffset, SIZE_T DataLength);
_IRQL_requires_max_(DISPATCH_LEVEL) PNET_BUFFER NdisAllocateNetBuffer(NDIS_HANDLE PoolHandle, PMDL MdlChain,
    ULONG DataOffset, SIZE_T DataLength);
_IRQL_requires_max_(DISPATCH_LEVEL) PNET_BUFFER NdisAllocateNetBufferMdlAndData(NDIS_HANDLE PoolHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID NdisFreeNetBuffer(PNET_BUFFER NetBuffer);
_IRQL_requires_max_(DISPATCH_LEVEL) NDIS_STATUS NdisAllocateNetBufferListContext(PNET_BUFFER_LIST NetBufferList,
    USHORT ContextSize, USHORT ContextBackFill, ULONG PoolTag);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID NdisFreeNetBufferListContext(PNET_BUFFER_LIST NetBufferList, USHORT ContextSize);
_IRQL_requires_max_(DISPATCH_LEVEL) PNET_BUFFER_LIST NdisAllocateCloneNetBufferList(PNET_BUFFER_LIST
    OriginalNetBufferList, NDIS_HANDLE NetBufferListPoolHandle, NDIS_HANDLE NetBufferPoolHandle, ULONG Flags);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID NdisFreeCloneNetBufferList(PNET_BUFFER_LIST CloneNetBufferList,
    ULONG FreeCloneFlags);
_IRQL_requires_max_(DISPATCH_LEVEL) PNET_BUFFER_LIST NdisAllocateReassembledNetBufferList(PNET_BUFFER_LIST
    FragmentNetBufferList, NDIS_HANDLE NetBufferAndNetBufferListPoolHandle, ULONG StartOffset, ULONG DataOffsetDelta,
    ULONG DataBackFill, ULONG AllocateReassembleFlags);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID NdisFreeReassembledNetBufferList(PNET_BUFFER_LIST ReassembledNetBufferList,
    ULONG DataOffsetDelta, ULONG FreeReassembleFlags);
_IRQL_requires_max_(DISPATCH_LEVEL) PNET_BUFFER_LIST NdisAllocateFragmentNetBufferList(PNET_BUFFER_LIST
    OriginalNetBufferList, NDIS_HANDLE NetBufferListPool, NDIS_HANDLE NetBufferPool, ULONG StartOffset,
    ULONG MaximumLength, ULONG DataOffsetDelta, ULONG DataBackFill, ULONG AllocateFragmentFlags);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID NdisFreeFragmentNetBufferList(PNET_BUFFER_LIST FragmentNetBufferList,
    ULONG DataOffsetDelta, ULONG FreeFragmentFlags);
#define NDIS_CLONE_FLAGS_RESERVED 0x00000001
#define NDIS_CLONE_FLAGS_USE_ORIGINAL_MDLS 0x00000002
_IRQL_requires_max_(DISPATCH_LEVEL) NDIS_STATUS NdisRetreatNetBufferDataStart(PNET_BUFFER NetBuffer, ULONG
    DataOffsetDelta, ULONG DataBackFill, NET_BUFFER_ALLOCATE_MDL_HANDLER* AllocateMdlHandler);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID NdisAdvanceNetBufferDataStart(PNET_BUFFER NetBuffer, ULONG DataOffsetDelta,
    BOOLEAN FreeMdl, NET_BUFFER_FREE_MDL_HANDLER* FreeMdlHandler);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID NdisAdjustNetBufferCurrentMdl(PNET_BUFFER NetBuffer);
_IRQL_requires_max_(DISPATCH_LEVEL) NDIS_STATUS NdisRetreatNetBufferListDataStart(PNET_BUFFER_LIST NetBufferList,
    ULONG DataOffsetDelta, ULONG DataBackFill, NET_BUFFER_ALLOCATE_MDL_HANDLER* AllocateMdlHandler,
    NET_BUFFER_FREE_MDL_HANDLER* FreeMdlHandler);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID NdisAdvanceNetBufferListDataStart(PNET_BUFFER_LIST NetBufferList,
    ULONG DataOffsetDelta, BOOLEAN FreeMdl, NET_BUFFER_FREE_MDL_HANDLER* FreeMdlHandler);
_IRQL_requires_max_(DISPATCH_LEVEL) PVOID NdisGetDataBuffer(PNET_BUFFER NetBuffer, ULONG BytesNeeded, PVOID Storage,
    UINT AlignMultiple, UINT AlignOffset);
_IRQL_requires_max_(DISPATCH_LEVEL) NDIS_STATUS NdisCopyFromNetBufferToNetBuffer(PNET_BUFFER Destination,
    ULONG DestinationOffset, ULONG BytesToCopy, PNET_BUFFER Source, ULONG SourceOffset, PULONG BytesCopied);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID NdisCopySendNetBufferListInfo(PNET_BUFFER_LIST DestNetBufferList,
    PNET_BUFFER_LIST SrcNetBufferList);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID NdisCopyReceiveNetBufferListInfo(PNET_BUFFER_LIST DestNetBufferList,
    PNET_BUFFER_LIST SrcNetBufferList);
_IRQL_requires_max_(DISPATCH_LEVEL) ULONG NdisQueryNetBufferPhysicalCount(PNET_BUFFER NetBuffer);
#define NdisGetNblInfo(Nbl, Id) NET_BUFFER_LIST_INFO(Nbl, Id)

#ifdef __cplusplus
}
#endif
