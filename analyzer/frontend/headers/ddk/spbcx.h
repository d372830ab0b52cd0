// Controllers of simple peripherals, by the class extension.
#pragma once

#include <wdf.h>
#include <spb.h>
#include <resourcehub.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct SPBTARGET__* SPBTARGET;
typedef WDFREQUEST SPBREQUEST;
typedef enum SPB_REQUEST_TYPE { SpbRequestTypeUndefined, SpbRequestTypeRead, SpbRequestTypeWrite,
  SpbRequestTypeSequence, SpbRequestTypeLockController, SpbRequestTypeUnlockController, SpbRequestTypeLockConnection,
  SpbRequestTypeUnlockConnection, SpbRequestTypeOther, SpbRequestTypeMax } SPB_REQUEST_TYPE, *PSPB_REQUEST_TYPE;
typedef enum SPB_REQUEST_SEQUENCE_POSITION { SpbRequestSequencePositionInvalid, SpbRequestSequencePositionSingle,
  SpbRequestSequencePositionFirst, SpbRequestSequencePositionContinue, SpbRequestSequencePositionLast }
    SPB_REQUEST_SEQUENCE_POSITION, *PSPB_REQUEST_SEQUENCE_POSITION;
typedef struct SPB_REQUEST_PARAMETERS {
  ULONG Size;
  SPB_REQUEST_TYPE Type;
  SPB_REQUEST_SEQUENCE_POSITION Position;
  size_t Length;
  ULONG SequenceTransferCount;
  SPB_TRANSFER_DIRECTION PreviousTransferDirection;
} SPB_REQUEST_PARAMETERS, *PSPB_REQUEST_PARAMETERS;
typedef struct SPB_TRANSFER_DESCRIPTOR { ULONG Size; SPB_TRANSFER_DIRECTION Direction; size_t TransferLength; ULONG
  DelayInUs; } SPB_TRANSFER_DESCRIPTOR, *PSPB_TRANSFER_DESCRIPTOR;
typedef struct SPB_CONNECTION_PARAMETERS { ULONG Size; PVOID ConnectionParameters; }
    SPB_CONNECTION_PARAMETERS, *PSPB_CONNECTION_PARAMETERS;
#define IRQLINT_SPB_SIZED(Type) \
  FORCEINLINE VOID Type##_INIT(Type* Parameters) { \
    RtlZeroMemory(Parameters, sizeof(Type)); \
    Parameters->Size = sizeof(Type); \
  }
IRQLINT_SPB_SIZED(SPB_REQUEST_PARAMETERS)
IRQLINT_SPB_SIZED(SPB_TRANSFER_DESCRIPTOR)
IRQLINT_SPB_SIZED(SPB_CONNECTION_PARAMETERS)

#define IRQLINT_SPB_ROLE(Name, Levels, Return, ...) \
  typedef _Function_class_(EVT_SPB_##Name) _IRQL_requires_same_ Levels Return EVT_SPB_##Name __VA_ARGS__; \
  typedef EVT_SPB_##Name* PFN_SPB_##Name
#define IRQLINT_SPB_DISPATCH _IRQL_requires_max_(DISPATCH_LEVEL)
#define IRQLINT_SPB_PASSIVE _IRQL_requires_max_(PASSIVE_LEVEL)
IRQLINT_SPB_ROLE(TARGET_CONNECT, IRQLINT_SPB_PASSIVE, NTSTATUS, (WDFDEVICE Controller, SPBTARGET Target));
IRQLINT_SPB_ROLE(TARGET_DISCONNECT, IRQLINT_SPB_PASSIVE, VOID, (WDFDEVICE Controller, SPBTARGET Target));
IRQLINT_SPB_ROLE(CONTROLLER_LOCK, IRQLINT_SPB_DISPATCH, VOID, (WDFDEVICE Controller, SPBTARGET Target, SPBREQUEST
    SpbRequest));
IRQLINT_SPB_ROLE(CONTROLLER_UNLOCK, IRQLINT_SPB_DISPATCH, VOID, (WDFDEVICE Controller, SPBTARGET Target, SPBREQUEST
    SpbRequest));
IRQLINT_SPB_ROLE(CONTROLLER_READ, IRQLINT_SPB_DISPATCH, VOID, (WDFDEVICE Controller, SPBTARGET Target, SPBREQUEST
    SpbRequest, size_t Length));
IRQLINT_SPB_ROLE(CONTROLLER_WRITE, IRQLINT_SPB_DISPATCH, VOID, (WDFDEVICE Controller, SPBTARGET Target, SPBREQUEST
    SpbRequest, size_t Length));
IRQLINT_SPB_ROLE(CONTROLLER_SEQUENCE, IRQLINT_SPB_DISPATCH, VOID, (WDFDEVICE Controller, SPBTARGET Target, SPBREQUEST
    SpbRequest, ULONG TransferCount));
IRQLINT_SPB_ROLE(CONTROLLER_OTHER, IRQLINT_SPB_DISPATCH, VOID, (WDFDEVICE Controller, SPBTARGET Target, SPBREQUEST
    SpbRequest, size_t OutputBufferLength, size_t InputBufferLength, ULONG IoControlCode));
typedef struct SPB_CONTROLLER_CONFIG {
  ULONG Size;
  ULONG ControllerDispatchType;
  WDF_TRI_STATE PowerManaged;
  PFN_SPB_TARGET_CONNECT EvtSpbTargetConnect;
  PFN_SPB_TARGET_DISCONNECT EvtSpbTargetDisconnect;
  PFN_SPB_CONTROLLER_LOCK EvtSpbControllerLock;
  PFN_SPB_CONTROLLER_UNLOCK EvtSpbControllerUnlock;
  PFN_SPB_CONTROLLER_READ EvtSpbIoRead;
  PFN_SPB_CONTROLLER_WRITE EvtSpbIoWrite;
  PFN_SPB_CONTROLLER_SEQUENCE EvtSpbIoSequence;
} SPB_CONTROLLER_CONFIG, *PSPB_CONTROLLER_CONFIG;
IRQLINT_SPB_SIZED(SPB_CONTROLLER_CONFIG)

IRQLINT_SPB_PASSIVE NTSTATUS SpbDeviceInitConfig(PWDFDEVICE_INIT DeviceInit);
IRQLINT_SPB_PASSIVE NTSTATUS SpbDeviceInitialize(WDFDEVICE FxDevice, PSPB_CONTROLLER_CONFIG Config);
IRQLINT_SPB_PASSIVE VOID SpbControllerSetIoOtherCallback(WDFDEVICE FxDevice, PFN_SPB_CONTROLLER_OTHER EvtSpbIoOther,
    PFN_WDF_IO_IN_CALLER_CONTEXT EvtIoInCallerContext);
IRQLINT_SPB_PASSIVE VOID SpbControllerSetTargetAttributes(WDFDEVICE FxDevice, PWDF_OBJECT_ATTRIBUTES Attributes);
IRQLINT_SPB_PASSIVE VOID SpbControllerSetRequestAttributes(WDFDEVICE FxDevice, PWDF_OBJECT_ATTRIBUTES Attributes);
IRQLINT_SPB_DISPATCH VOID SpbTargetGetConnectionParameters(SPBTARGET Target, PSPB_CONNECTION_PARAMETERS Parameters);
IRQLINT_SPB_DISPATCH WDFFILEOBJECT SpbTargetGetFileObject(SPBTARGET Target);
IRQLINT_SPB_DISPATCH WDFDEVICE SpbRequestGetController(SPBREQUEST FxRequest);
IRQLINT_SPB_DISPATCH SPBTARGET SpbRequestGetTarget(SPBREQUEST FxRequest);
IRQLINT_SPB_DISPATCH VOID SpbRequestGetParameters(SPBREQUEST FxRequest, PSPB_REQUEST_PARAMETERS Parameters);
IRQLINT_SPB_DISPATCH VOID SpbRequestGetTransferParameters(SPBREQUEST FxRequest, ULONG Index, PSPB_TRANSFER_DESCRIPTOR
    TransferDescriptor, PMDL* TransferBuffer);
IRQLINT_SPB_DISPATCH NTSTATUS SpbRequestCaptureIoOtherTransferList(SPBREQUEST FxRequest);
IRQLINT_SPB_DISPATCH VOID SpbRequestComplete(SPBREQUEST FxRequest, NTSTATUS CompletionStatus);

#ifdef __cplusplus
}
#endif
