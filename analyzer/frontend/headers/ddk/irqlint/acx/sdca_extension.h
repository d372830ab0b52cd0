// What the class driver of audio functions on SoundWire and the driver of an extension unit call in each other.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif
extern const GUID SDCAXU_INTERFACE;
#define SDCAXU_INTERFACE_VERSION_0101 0x0101
#define SDCAXU_INTERFACE_VERSION_0102 0x0102

typedef ULONG SDCAXU_POWER_STATE, SDCAXU_JACK_EVENT;
typedef enum _SDCAXU_HW_CONFIG_TYPE { SdcaXuHwConfigTypeAcpiBlob = 1 } SDCAXU_HW_CONFIG_TYPE;
typedef enum _SDCAXU_ENDPOINT_CONFIG_TYPE { SdcaXuEndpointConfigTypeAcxCircuitConfig = 1 } SDCAXU_ENDPOINT_CONFIG_TYPE;
typedef enum _SDCAXU_NOTIFICATION_TYPE {
  SdcaXuNotificationTypeJackDetect = 1, SdcaXuNotificationTypePowerPre, SdcaXuNotificationTypePowerPost,
  SdcaXuNotificationTypeHardwareReset, SdcaXuNotificationTypeFunctionNeedsInitialization,
  SdcaXuNotificationTypeFunctionFault, SdcaXuNotificationTypeUMPSequenceFault,
  SdcaXuNotificationTypeStreamingStoppedAbnormally, SdcaXuNotificationTypeCommitGroup, SdcaXuNotificationTypePosture,
  SdcaXuNotificationTypeFdlBegin, SdcaXuNotificationTypeFdlEnd
} SDCAXU_NOTIFICATION_TYPE;

// Data of the requests
typedef struct _SDCAXU_ACX_CIRCUIT_CONFIG {
  ULONG cbSize;
  GUID ComponentID;
  UNICODE_STRING ComponentUri;
  GUID ContainerID;
  UNICODE_STRING CircuitName;
  ULONG CircuitType;
  PVOID CircuitContext;
} SDCAXU_ACX_CIRCUIT_CONFIG, *PSDCAXU_ACX_CIRCUIT_CONFIG;
typedef struct _SDCAXU_INTERRUPT_INFO {
  ULONG Size;
  ULONG SDCAInterruptMask;
  ULONG SCPInterruptMask;
  UCHAR DataPortInterrupts[15];
} SDCAXU_INTERRUPT_INFO, *PSDCAXU_INTERRUPT_INFO;
typedef struct _SDCAXU_NOTIFICATION_JACK_DETECT {
  ULONG GroupEntityId;
  ULONG DetectedMode;
  SDCAXU_JACK_EVENT JackEvent;
} SDCAXU_NOTIFICATION_JACK_DETECT, *PSDCAXU_NOTIFICATION_JACK_DETECT;
typedef struct _SDCAXU_NOTIFICATION_POWER {
  ULONG PowerDomainEntityId;
  SDCAXU_POWER_STATE OldState;
  SDCAXU_POWER_STATE NewState;
} SDCAXU_NOTIFICATION_POWER, *PSDCAXU_NOTIFICATION_POWER;
typedef struct _SDCAXU_NOTIFICATION_COMMIT_GROUP { ULONG CommitGroupHandle; } SDCAXU_NOTIFICATION_COMMIT_GROUP,
    *PSDCAXU_NOTIFICATION_COMMIT_GROUP;
typedef struct _SDCAXU_NOTIFICATION_POSTURE { ULONG Posture; } SDCAXU_NOTIFICATION_POSTURE,
    *PSDCAXU_NOTIFICATION_POSTURE;
typedef struct _SDCAXU_NOTIFICATION_FDL_BEGIN { ULONG FdlEntityId; } SDCAXU_NOTIFICATION_FDL_BEGIN,
    *PSDCAXU_NOTIFICATION_FDL_BEGIN;
typedef struct _SDCAXU_NOTIFICATION_FDL_END { ULONG FdlEntityId; NTSTATUS FdlStatus; } SDCAXU_NOTIFICATION_FDL_END,
    *PSDCAXU_NOTIFICATION_FDL_END;
typedef struct _SDCA_AUDIO_CONTROLS SDCA_AUDIO_CONTROLS, *PSDCA_AUDIO_CONTROLS;

// Calls into the extension, then calls back into the class driver
#define IRQLINT_SDCAXU_FUNCTIONS \
  INTERFACE InterfaceHeader; \
  NTSTATUS (*EvtSetHwConfig)(PVOID Context, SDCAXU_HW_CONFIG_TYPE Type, PVOID Data, ULONG DataSize); \
  NTSTATUS (*EvtSetEndpointConfig)(PVOID Context, SDCAXU_ENDPOINT_CONFIG_TYPE Type, PVOID Data, ULONG DataSize); \
  NTSTATUS (*EvtRemoveEndpointConfig)(PVOID Context, SDCAXU_ENDPOINT_CONFIG_TYPE Type, PVOID Data, ULONG DataSize); \
  NTSTATUS (*EvtInterruptHandler)(PVOID Context, PSDCAXU_INTERRUPT_INFO Interrupt); \
  NTSTATUS (*EvtChangeNotification)(PVOID Context, SDCAXU_NOTIFICATION_TYPE Type, PVOID Data, ULONG DataSize); \
  NTSTATUS (*EvtSetXUEntities)(PVOID Context, ULONG NumEntities, ULONG EntityIDs[]); \
  NTSTATUS (*EvtRegisterForInterrupts)(PVOID Context, PSDCAXU_INTERRUPT_INFO InterruptInfo); \
  NTSTATUS (*EvtSetJackOverride)(PVOID Context, BOOLEAN Override); \
  NTSTATUS (*EvtSetJackSelectedMode)(PVOID Context, ULONG GroupEntityId, ULONG SelectedMode); \
  NTSTATUS (*EvtPDEPowerReferenceAcquire)(PVOID Context, ULONG PowerDomainEntityId, SDCAXU_POWER_STATE State); \
  NTSTATUS (*EvtPDEPowerReferenceRelease)(PVOID Context, ULONG PowerDomainEntityId, SDCAXU_POWER_STATE State); \
  NTSTATUS (*EvtReadDeferredAudioControls)(PVOID Context, PSDCA_AUDIO_CONTROLS Controls); \
  NTSTATUS (*EvtWriteDeferredAudioControls)(PVOID Context, PSDCA_AUDIO_CONTROLS Controls);
typedef struct _SDCAXU_INTERFACE_V0101 { IRQLINT_SDCAXU_FUNCTIONS } SDCAXU_INTERFACE_V0101, *PSDCAXU_INTERFACE_V0101;
typedef struct _SDCAXU_INTERFACE_V0102 {
  IRQLINT_SDCAXU_FUNCTIONS
  NTSTATUS (*EvtRetrieveSwftFileOverride)(PVOID Context, USHORT VendorID, ULONG FileID, USHORT SwftFileVersion, ULONG
      SwftFileLength, PUSHORT NewFileVersion, PULONG NewFileLength, ULONG NewFileBufferLength, PVOID NewFileBuffer);
} SDCAXU_INTERFACE_V0102, *PSDCAXU_INTERFACE_V0102;
#undef IRQLINT_SDCAXU_FUNCTIONS
#ifdef __cplusplus
}
#endif
