// Counters for the performance monitor, drivers that look at others when the system starts, the end of a DMA transfer.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

typedef _Function_class_(DMA_COMPLETION_ROUTINE) _IRQL_requires_(DISPATCH_LEVEL) VOID NTAPI
    DMA_COMPLETION_ROUTINE(PDMA_ADAPTER DmaAdapter, PDEVICE_OBJECT DeviceObject, PVOID CompletionContext,
    DMA_COMPLETION_STATUS Status);
typedef DMA_COMPLETION_ROUTINE* PDMA_COMPLETION_ROUTINE;

#ifndef PCW_VERSION_1
#define PCW_VERSION_1 0x0100
#define PCW_VERSION_2 0x0200
#define PCW_CURRENT_VERSION PCW_VERSION_2
typedef struct _PCW_INSTANCE *PPCW_INSTANCE, **PPPCW_INSTANCE;
typedef struct _PCW_REGISTRATION *PPCW_REGISTRATION, **PPPCW_REGISTRATION;
typedef struct _PCW_BUFFER *PPCW_BUFFER, **PPPCW_BUFFER;
typedef enum _PCW_CALLBACK_TYPE { PcwCallbackAddCounter, PcwCallbackRemoveCounter, PcwCallbackEnumerateInstances,
  PcwCallbackCollectData } PCW_CALLBACK_TYPE, *PPCW_CALLBACK_TYPE;
typedef struct _PCW_DATA { const VOID* Data; ULONG Size; } PCW_DATA, *PPCW_DATA;
typedef struct _PCW_COUNTER_DESCRIPTOR { USHORT Id, StructIndex, Offset, Size; } PCW_COUNTER_DESCRIPTOR,
    *PPCW_COUNTER_DESCRIPTOR;
typedef struct _PCW_COUNTER_INFORMATION { ULONG64 CounterMask; PCUNICODE_STRING InstanceMask; } PCW_COUNTER_INFORMATION,
    *PPCW_COUNTER_INFORMATION;
typedef struct _PCW_MASK_INFORMATION {
  ULONG64 CounterMask;
  PCUNICODE_STRING InstanceMask;
  ULONG InstanceId;
  BOOLEAN CollectMultiple;
  PPCW_BUFFER Buffer;
  PKEVENT CancelEvent;
} PCW_MASK_INFORMATION, *PPCW_MASK_INFORMATION;
typedef union _PCW_CALLBACK_INFORMATION {
  PCW_COUNTER_INFORMATION AddCounter, RemoveCounter;
  PCW_MASK_INFORMATION EnumerateInstances, CollectData;
} PCW_CALLBACK_INFORMATION, *PPCW_CALLBACK_INFORMATION;
typedef _Function_class_(PCW_CALLBACK) _IRQL_requires_max_(APC_LEVEL) NTSTATUS NTAPI PCW_CALLBACK(PCW_CALLBACK_TYPE
    Type,
    PPCW_CALLBACK_INFORMATION Info, PVOID Context);
typedef PCW_CALLBACK* PPCW_CALLBACK;
typedef struct _PCW_REGISTRATION_INFORMATION {
  ULONG Version;
  PCUNICODE_STRING Name;
  ULONG CounterCount;
  PPCW_COUNTER_DESCRIPTOR Counters;
  PPCW_CALLBACK Callback;
  PVOID CallbackContext;
  ULONG Flags;
} PCW_REGISTRATION_INFORMATION, *PPCW_REGISTRATION_INFORMATION;
_IRQL_requires_max_(APC_LEVEL) NTSTATUS NTAPI PcwRegister(PPPCW_REGISTRATION Registration, PPCW_REGISTRATION_INFORMATION
    Info);
_IRQL_requires_max_(APC_LEVEL) VOID NTAPI PcwUnregister(PPCW_REGISTRATION Registration);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS NTAPI PcwCreateInstance(PPPCW_INSTANCE Instance, PPCW_REGISTRATION Registration,
    PCUNICODE_STRING Name, ULONG Count, PPCW_DATA Data);
_IRQL_requires_max_(APC_LEVEL) VOID NTAPI PcwCloseInstance(PPCW_INSTANCE Instance);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS NTAPI PcwAddInstance(PPCW_BUFFER Buffer, PCUNICODE_STRING Name, ULONG Id, ULONG
    Count, PPCW_DATA Data);
#endif

// Drivers that start early and classify those that start later
#ifndef BDCB_IMAGEFLAGS_FAILED_CODE_INTEGRITY
#define BDCB_IMAGEFLAGS_FAILED_CODE_INTEGRITY 0x00000001
typedef enum _BDCB_CALLBACK_TYPE { BdCbStatusUpdate, BdCbInitializeImage } BDCB_CALLBACK_TYPE, *PBDCB_CALLBACK_TYPE;
typedef enum _BDCB_STATUS_UPDATE_TYPE { BdCbStatusPrepareForDependencyLoad, BdCbStatusPrepareForDriverLoad,
  BdCbStatusPrepareForUnload } BDCB_STATUS_UPDATE_TYPE, *PBDCB_STATUS_UPDATE_TYPE;
typedef enum _BDCB_CLASSIFICATION {
  BdCbClassificationUnknownImage, BdCbClassificationKnownGoodImage, BdCbClassificationKnownBadImage,
  BdCbClassificationKnownBadImageBootCritical, BdCbClassificationEnd
} BDCB_CLASSIFICATION, *PBDCB_CLASSIFICATION;
typedef struct _BDCB_STATUS_UPDATE_CONTEXT { BDCB_STATUS_UPDATE_TYPE StatusType; } BDCB_STATUS_UPDATE_CONTEXT,
    *PBDCB_STATUS_UPDATE_CONTEXT;
typedef struct _BDCB_IMAGE_INFORMATION {
  BDCB_CLASSIFICATION Classification;
  ULONG ImageFlags;
  UNICODE_STRING ImageName, RegistryPath, CertificatePublisher, CertificateIssuer;
  PVOID ImageHash, CertificateThumbprint;
  ULONG ImageHashAlgorithm, ThumbprintHashAlgorithm, ImageHashLength, CertificateThumbprintLength;
} BDCB_IMAGE_INFORMATION, *PBDCB_IMAGE_INFORMATION;
#endif
typedef _Function_class_(BOOT_DRIVER_CALLBACK_FUNCTION) VOID NTAPI BOOT_DRIVER_CALLBACK_FUNCTION(PVOID CallbackContext,
    BDCB_CALLBACK_TYPE Classification, PBDCB_IMAGE_INFORMATION ImageInformation);
typedef BOOT_DRIVER_CALLBACK_FUNCTION* PBOOT_DRIVER_CALLBACK_FUNCTION;
PVOID IoRegisterBootDriverCallback(PBOOT_DRIVER_CALLBACK_FUNCTION CallbackFunction, PVOID CallbackContext);
VOID IoUnregisterBootDriverCallback(PVOID CallbackHandle);

#ifdef __cplusplus
}
#endif
