// What a DMA adapter of version 3 offers, for the base headers' structures that end before it.
#pragma once

#define DEVICE_DESCRIPTION_VERSION3 0x0003
#define DMA_TRANSFER_CONTEXT_VERSION1 1
#define DMA_TRANSFER_CONTEXT_SIZE_V1 128
#define DMA_SYNCHRONOUS_CALLBACK 0x01
#define DMA_ZERO_BUFFERS 0x02
#define DMA_FAIL_ON_BOUNCE 0x04

#define IRQLINT_DMA_COMPLETED \
  VOID (NTAPI* DmaCompletionRoutine)(PDMA_ADAPTER DmaAdapter, PDEVICE_OBJECT DeviceObject, PVOID CompletionContext, \
                                     DMA_COMPLETION_STATUS Status)

#define IRQLINT_DMA_DESCRIPTION \
  ULONG DmaAddressWidth, DmaControllerInstance, DmaRequestLine; \
  PHYSICAL_ADDRESS DeviceAddress

#define IRQLINT_DMA_OPERATIONS \
  NTSTATUS (NTAPI* GetDmaAdapterInfo)(PDMA_ADAPTER DmaAdapter, struct _DMA_ADAPTER_INFO* AdapterInfo); \
  NTSTATUS (NTAPI* GetDmaTransferInfo)(PDMA_ADAPTER DmaAdapter, PMDL Mdl, ULONGLONG Offset, ULONG Length, BOOLEAN \
      WriteOnly, struct _DMA_TRANSFER_INFO* TransferInfo); \
  NTSTATUS (NTAPI* InitializeDmaTransferContext)(PDMA_ADAPTER DmaAdapter, PVOID DmaTransferContext); \
  PVOID (NTAPI* AllocateCommonBufferEx)(PDMA_ADAPTER DmaAdapter, PPHYSICAL_ADDRESS MaximumAddress, ULONG Length, \
      PPHYSICAL_ADDRESS LogicalAddress, BOOLEAN CacheEnabled, NODE_REQUIREMENT PreferredNode); \
  NTSTATUS (NTAPI* AllocateAdapterChannelEx)(PDMA_ADAPTER DmaAdapter, PDEVICE_OBJECT DeviceObject, PVOID \
      DmaTransferContext, ULONG NumberOfMapRegisters, ULONG Flags, PDRIVER_CONTROL ExecutionRoutine, PVOID \
      ExecutionContext, PVOID* MapRegisterBase); \
  NTSTATUS (NTAPI* ConfigureAdapterChannel)(PDMA_ADAPTER DmaAdapter, ULONG FunctionNumber, PVOID Context); \
  BOOLEAN (NTAPI* CancelAdapterChannel)(PDMA_ADAPTER DmaAdapter, PDEVICE_OBJECT DeviceObject, PVOID \
      DmaTransferContext); \
  NTSTATUS (NTAPI* MapTransferEx)(PDMA_ADAPTER DmaAdapter, PMDL Mdl, PVOID MapRegisterBase, ULONGLONG Offset, ULONG \
      DeviceOffset, PULONG Length, BOOLEAN WriteToDevice, struct _SCATTER_GATHER_LIST* ScatterGatherBuffer, ULONG \
      ScatterGatherBufferLength, IRQLINT_DMA_COMPLETED, PVOID CompletionContext); \
  NTSTATUS (NTAPI* GetScatterGatherListEx)(PDMA_ADAPTER DmaAdapter, PDEVICE_OBJECT DeviceObject, PVOID \
      DmaTransferContext, PMDL Mdl, ULONGLONG Offset, ULONG Length, ULONG Flags, PDRIVER_LIST_CONTROL \
      ExecutionRoutine, PVOID Context, BOOLEAN WriteToDevice, IRQLINT_DMA_COMPLETED, PVOID CompletionContext, \
      struct _SCATTER_GATHER_LIST** ScatterGatherList); \
  NTSTATUS (NTAPI* BuildScatterGatherListEx)(PDMA_ADAPTER DmaAdapter, PDEVICE_OBJECT DeviceObject, PVOID \
      DmaTransferContext, PMDL Mdl, ULONGLONG Offset, ULONG Length, ULONG Flags, PDRIVER_LIST_CONTROL \
      ExecutionRoutine, PVOID Context, BOOLEAN WriteToDevice, PVOID ScatterGatherBuffer, ULONG ScatterGatherLength, \
      IRQLINT_DMA_COMPLETED, PVOID CompletionContext, PVOID ScatterGatherList); \
  NTSTATUS (NTAPI* FlushAdapterBuffersEx)(PDMA_ADAPTER DmaAdapter, PMDL Mdl, PVOID MapRegisterBase, ULONGLONG Offset, \
      ULONG Length, BOOLEAN WriteToDevice); \
  VOID (NTAPI* FreeAdapterObject)(PDMA_ADAPTER DmaAdapter, IO_ALLOCATION_ACTION AllocationAction); \
  NTSTATUS (NTAPI* CancelMappedTransfer)(PDMA_ADAPTER DmaAdapter, PVOID DmaTransferContext)
