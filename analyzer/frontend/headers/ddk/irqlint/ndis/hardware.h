// Interrupts, DMA, shared memory and bus access of miniports.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

#define IRQLINT_ISR _IRQL_requires_min_(DISPATCH_LEVEL)
#define IRQLINT_DPC _IRQL_requires_(DISPATCH_LEVEL)

IRQLINT_NDIS_ROLE(MINIPORT_ISR, IRQLINT_ISR, BOOLEAN, (NDIS_HANDLE MiniportInterruptContext,
    PBOOLEAN QueueDefaultInterruptDpc, PULONG TargetProcessors));
typedef MINIPORT_ISR MINIPORT_INTERRUPT;
IRQLINT_NDIS_ROLE(MINIPORT_INTERRUPT_DPC, IRQLINT_DPC, VOID, (NDIS_HANDLE MiniportInterruptContext,
    PVOID MiniportDpcContext, PVOID ReceiveThrottleParameters, PVOID NdisReserved2));
IRQLINT_NDIS_ROLE(MINIPORT_DISABLE_INTERRUPT, _IRQL_requires_max_(HIGH_LEVEL), VOID, (NDIS_HANDLE MiniportInterruptContext));
IRQLINT_NDIS_ROLE(MINIPORT_ENABLE_INTERRUPT, _IRQL_requires_max_(HIGH_LEVEL), VOID, (NDIS_HANDLE MiniportInterruptContext));
IRQLINT_NDIS_ROLE(MINIPORT_MESSAGE_INTERRUPT, IRQLINT_ISR, BOOLEAN, (NDIS_HANDLE MiniportInterruptContext,
    ULONG MessageId, PBOOLEAN QueueDefaultInterruptDpc, PULONG TargetProcessors));
typedef MINIPORT_MESSAGE_INTERRUPT MINIPORT_MSI_ISR;
IRQLINT_NDIS_ROLE(MINIPORT_MESSAGE_INTERRUPT_DPC, IRQLINT_DPC, VOID, (NDIS_HANDLE MiniportInterruptContext,
    ULONG MessageId, PVOID MiniportDpcContext, PVOID ReceiveThrottleParameters, PVOID NdisReserved2));
IRQLINT_NDIS_ROLE(MINIPORT_DISABLE_MESSAGE_INTERRUPT, _IRQL_requires_max_(HIGH_LEVEL), VOID,
    (NDIS_HANDLE MiniportInterruptContext, ULONG MessageId));
IRQLINT_NDIS_ROLE(MINIPORT_ENABLE_MESSAGE_INTERRUPT, _IRQL_requires_max_(HIGH_LEVEL), VOID,
    (NDIS_HANDLE MiniportInterruptContext, ULONG MessageId));
IRQLINT_NDIS_ROLE(MINIPORT_SYNCHRONIZE_INTERRUPT, IRQLINT_ISR, BOOLEAN, (NDIS_HANDLE SynchronizeContext));
IRQLINT_NDIS_ROLE(MINIPORT_SYNCHRONIZE_MESSAGE_INTERRUPT, IRQLINT_ISR, BOOLEAN, (NDIS_HANDLE SynchronizeContext));
IRQLINT_NDIS_ROLE(MINIPORT_PROCESS_SG_LIST, IRQLINT_DPC, VOID, (PDEVICE_OBJECT pDO, PVOID Reserved,
    PSCATTER_GATHER_LIST pSGL, PVOID Context));
IRQLINT_NDIS_ROLE(MINIPORT_ALLOCATE_SHARED_MEM_COMPLETE, IRQLINT_PASSIVE, VOID, (NDIS_HANDLE MiniportAdapterContext,
    PVOID VirtualAddress, PNDIS_PHYSICAL_ADDRESS PhysicalAddress, ULONG Length, PVOID Context));
typedef MINIPORT_ALLOCATE_SHARED_MEM_COMPLETE MINIPORT_SHARED_MEMORY_ALLOCATE_COMPLETE;

typedef enum _NDIS_INTERRUPT_TYPE { NDIS_CONNECT_LINE_BASED = 1, NDIS_CONNECT_MESSAGE_BASED } NDIS_INTERRUPT_TYPE,
    *PNDIS_INTERRUPT_TYPE;
typedef struct _NDIS_RECEIVE_THROTTLE_PARAMETERS { ULONG MaxNblsToIndicate; ULONG MoreNblsPending : 1; }
    NDIS_RECEIVE_THROTTLE_PARAMETERS, *PNDIS_RECEIVE_THROTTLE_PARAMETERS;
#define NDIS_INDICATE_ALL_NBLS ((ULONG)-1)
typedef struct _NDIS_MINIPORT_INTERRUPT_CHARACTERISTICS {
  NDIS_OBJECT_HEADER Header;
  MINIPORT_ISR_HANDLER InterruptHandler;
  MINIPORT_INTERRUPT_DPC_HANDLER InterruptDpcHandler;
  MINIPORT_DISABLE_INTERRUPT_HANDLER DisableInterruptHandler;
  MINIPORT_ENABLE_INTERRUPT_HANDLER EnableInterruptHandler;
  BOOLEAN MsiSupported;
  BOOLEAN MsiSyncWithAllMessages;
  MINIPORT_MESSAGE_INTERRUPT_HANDLER MessageInterruptHandler;
  MINIPORT_MESSAGE_INTERRUPT_DPC_HANDLER MessageInterruptDpcHandler;
  MINIPORT_DISABLE_MESSAGE_INTERRUPT_HANDLER DisableMessageInterruptHandler;
  MINIPORT_ENABLE_MESSAGE_INTERRUPT_HANDLER EnableMessageInterruptHandler;
  NDIS_INTERRUPT_TYPE InterruptType;
  PIO_INTERRUPT_MESSAGE_INFO MessageInfoTable;
} NDIS_MINIPORT_INTERRUPT_CHARACTERISTICS, *PNDIS_MINIPORT_INTERRUPT_CHARACTERISTICS;
#define NDIS_MINIPORT_INTERRUPT_REVISION_1 1
#define NDIS_SIZEOF_MINIPORT_INTERRUPT_CHARACTERISTICS_REVISION_1 \
  RTL_SIZEOF_THROUGH_FIELD(NDIS_MINIPORT_INTERRUPT_CHARACTERISTICS, MessageInfoTable)
IRQLINT_PASSIVE NDIS_STATUS NdisMRegisterInterruptEx(NDIS_HANDLE MiniportAdapterHandle, NDIS_HANDLE
    MiniportInterruptContext, PNDIS_MINIPORT_INTERRUPT_CHARACTERISTICS MiniportInterruptCharacteristics,
    PNDIS_HANDLE NdisInterruptHandle);
IRQLINT_PASSIVE VOID NdisMDeregisterInterruptEx(NDIS_HANDLE NdisInterruptHandle);
_IRQL_requires_max_(HIGH_LEVEL) BOOLEAN NdisMSynchronizeWithInterruptEx(NDIS_HANDLE NdisInterruptHandle, ULONG MessageId,
    MINIPORT_SYNCHRONIZE_INTERRUPT_HANDLER SynchronizeFunction, PVOID SynchronizeContext);
_IRQL_requires_max_(HIGH_LEVEL) ULONG NdisMQueueDpc(NDIS_HANDLE NdisInterruptHandle, ULONG MessageId,
    ULONG TargetProcessors, PVOID MiniportDpcContext);
_IRQL_requires_max_(HIGH_LEVEL) KAFFINITY NdisMQueueDpcEx(NDIS_HANDLE NdisInterruptHandle, ULONG MessageId,
    PGROUP_AFFINITY TargetProcessors, PVOID MiniportDpcContext);
IRQLINT_PASSIVE NDIS_STATUS NdisMConfigMSIXTableEntry(NDIS_HANDLE MiniportAdapterHandle, PVOID MSIXConfigParameters);

// DMA
typedef struct _NDIS_SG_DMA_DESCRIPTION {
  NDIS_OBJECT_HEADER Header;
  ULONG Flags;
  ULONG MaximumPhysicalMapping;
  MINIPORT_PROCESS_SG_LIST_HANDLER ProcessSGListHandler;
  MINIPORT_ALLOCATE_SHARED_MEM_COMPLETE_HANDLER SharedMemAllocateCompleteHandler;
  ULONG ScatterGatherListSize;
} NDIS_SG_DMA_DESCRIPTION, *PNDIS_SG_DMA_DESCRIPTION;
#define NDIS_SG_DMA_DESCRIPTION_REVISION_1 1
#define NDIS_SG_DMA_DESCRIPTION_REVISION_2 2
#define NDIS_SIZEOF_SG_DMA_DESCRIPTION_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_SG_DMA_DESCRIPTION, ScatterGatherListSize)
#define NDIS_SG_DMA_64_BIT_ADDRESS 0x00000001
#define NDIS_SG_DMA_V3_HAL_API 0x00000002
#define NDIS_SG_LIST_WRITE_TO_DEVICE 0x00000001
IRQLINT_PASSIVE NDIS_STATUS NdisMRegisterScatterGatherDma(NDIS_HANDLE MiniportAdapterHandle,
    PNDIS_SG_DMA_DESCRIPTION DmaDescription, PNDIS_HANDLE NdisMiniportDmaHandle);
IRQLINT_PASSIVE VOID NdisMDeregisterScatterGatherDma(NDIS_HANDLE NdisMiniportDmaHandle);
IRQLINT_DPC NDIS_STATUS NdisMAllocateNetBufferSGList(NDIS_HANDLE NdisMiniportDmaHandle, PNET_BUFFER NetBuffer,
    PVOID Context, ULONG Flags, PVOID ScatterGatherListBuffer, ULONG ScatterGatherListBufferSize);
IRQLINT_DPC VOID NdisMFreeNetBufferSGList(NDIS_HANDLE NdisMiniportDmaHandle, PSCATTER_GATHER_LIST pSGL,
    PNET_BUFFER NetBuffer);
IRQLINT_PASSIVE VOID NdisMAllocateSharedMemory(NDIS_HANDLE MiniportAdapterHandle, ULONG Length, BOOLEAN Cached,
    PVOID* VirtualAddress, PNDIS_PHYSICAL_ADDRESS PhysicalAddress);
IRQLINT_DISPATCH NDIS_STATUS NdisMAllocateSharedMemoryAsyncEx(NDIS_HANDLE MiniportDmaHandle, ULONG Length, BOOLEAN Cached,
    PVOID Context);
IRQLINT_PASSIVE VOID NdisMFreeSharedMemory(NDIS_HANDLE MiniportAdapterHandle, ULONG Length, BOOLEAN Cached,
    PVOID VirtualAddress, NDIS_PHYSICAL_ADDRESS PhysicalAddress);

typedef enum _NDIS_SHARED_MEMORY_USAGE {
  NdisSharedMemoryUsageUndefined, NdisSharedMemoryUsageXmit, NdisSharedMemoryUsageXmitHeader,
  NdisSharedMemoryUsageXmitData, NdisSharedMemoryUsageReceive, NdisSharedMemoryUsageReceiveLookahead,
  NdisSharedMemoryUsageReceivePostLookahead, NdisSharedMemoryUsageReceiveHeader, NdisSharedMemoryUsageReceiveData,
  NdisSharedMemoryUsageOther, NdisSharedMemoryUsageMax
} NDIS_SHARED_MEMORY_USAGE, *PNDIS_SHARED_MEMORY_USAGE;
typedef struct _NDIS_SHARED_MEMORY_PARAMETERS {
  NDIS_OBJECT_HEADER Header;
  ULONG Flags;
  NDIS_RECEIVE_QUEUE_ID QueueId;
  NDIS_HANDLE SharedMemoryHandle;
  NODE_REQUIREMENT PreferredNode;
  NDIS_SHARED_MEMORY_USAGE Usage;
  ULONG Length;
  PVOID VirtualAddress;
  ULONG SGListBufferLength;
  PSCATTER_GATHER_LIST SGListBuffer;
  NDIS_NIC_SWITCH_ID SwitchId;
  NDIS_NIC_SWITCH_VPORT_ID VPortId;
} NDIS_SHARED_MEMORY_PARAMETERS, *PNDIS_SHARED_MEMORY_PARAMETERS;
#define NDIS_SHARED_MEMORY_PARAMETERS_REVISION_1 1
#define NDIS_SHARED_MEMORY_PARAMETERS_REVISION_2 2
#define NDIS_SIZEOF_SHARED_MEMORY_PARAMETERS_REVISION_1 RTL_SIZEOF_THROUGH_FIELD(NDIS_SHARED_MEMORY_PARAMETERS, SGListBuffer)
#define NDIS_SIZEOF_SHARED_MEMORY_PARAMETERS_REVISION_2 RTL_SIZEOF_THROUGH_FIELD(NDIS_SHARED_MEMORY_PARAMETERS, VPortId)
#define NDIS_SHARED_MEM_PARAMETERS_CONTIGOUS 0x00000001
#define NDIS_SHARED_MEM_PARAMETERS_CONTIGUOUS 0x00000001
IRQLINT_PASSIVE NDIS_STATUS NdisAllocateSharedMemory(NDIS_HANDLE NdisHandle, PNDIS_SHARED_MEMORY_PARAMETERS
    SharedMemoryParameters, PNDIS_HANDLE pAllocationHandle);
IRQLINT_PASSIVE VOID NdisFreeSharedMemory(NDIS_HANDLE NdisHandle, NDIS_HANDLE AllocationHandle);

// Registers and configuration space
IRQLINT_PASSIVE NDIS_STATUS NdisMMapIoSpace(PVOID* VirtualAddress, NDIS_HANDLE MiniportAdapterHandle,
    NDIS_PHYSICAL_ADDRESS PhysicalAddress, UINT Length);
IRQLINT_PASSIVE VOID NdisMUnmapIoSpace(NDIS_HANDLE MiniportAdapterHandle, PVOID VirtualAddress, UINT Length);
IRQLINT_PASSIVE NDIS_STATUS NdisMRegisterIoPortRange(PVOID* PortOffset, NDIS_HANDLE MiniportAdapterHandle,
    UINT InitialPort, UINT NumberOfPorts);
IRQLINT_PASSIVE VOID NdisMDeregisterIoPortRange(NDIS_HANDLE MiniportAdapterHandle, UINT InitialPort, UINT NumberOfPorts,
    PVOID PortOffset);
IRQLINT_DISPATCH ULONG NdisMGetBusData(NDIS_HANDLE MiniportAdapterHandle, ULONG WhichSpace, ULONG Offset, PVOID Buffer,
    ULONG Length);
IRQLINT_DISPATCH ULONG NdisMSetBusData(NDIS_HANDLE MiniportAdapterHandle, ULONG WhichSpace, ULONG Offset, PVOID Buffer,
    ULONG Length);
#define NdisRawReadPortUchar(Port, Data) (*(Data) = READ_PORT_UCHAR((PUCHAR)(Port)))
#define NdisRawReadPortUshort(Port, Data) (*(Data) = READ_PORT_USHORT((PUSHORT)(Port)))
#define NdisRawReadPortUlong(Port, Data) (*(Data) = READ_PORT_ULONG((PULONG)(Port)))
#define NdisRawWritePortUchar(Port, Data) WRITE_PORT_UCHAR((PUCHAR)(Port), (UCHAR)(Data))
#define NdisRawWritePortUshort(Port, Data) WRITE_PORT_USHORT((PUSHORT)(Port), (USHORT)(Data))
#define NdisRawWritePortUlong(Port, Data) WRITE_PORT_ULONG((PULONG)(Port), (ULONG)(Data))
#define NdisReadRegisterUchar(Register, Data) (*(Data) = READ_REGISTER_UCHAR((PUCHAR)(Register)))
#define NdisReadRegisterUshort(Register, Data) (*(Data) = READ_REGISTER_USHORT((PUSHORT)(Register)))
#define NdisReadRegisterUlong(Register, Data) (*(Data) = READ_REGISTER_ULONG((PULONG)(Register)))
#define NdisWriteRegisterUchar(Register, Data) WRITE_REGISTER_UCHAR((PUCHAR)(Register), (UCHAR)(Data))
#define NdisWriteRegisterUshort(Register, Data) WRITE_REGISTER_USHORT((PUSHORT)(Register), (USHORT)(Data))
#define NdisWriteRegisterUlong(Register, Data) WRITE_REGISTER_ULONG((PULONG)(Register), (ULONG)(Data))

#ifdef __cplusplus
}
#endif
