// Requests and queues.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _WDF_REQUEST_TYPE {
  WdfRequestTypeCreate = 0x0, WdfRequestTypeCreateNamedPipe = 0x1, WdfRequestTypeClose = 0x2, WdfRequestTypeRead =
  0x3, WdfRequestTypeWrite = 0x4, WdfRequestTypeQueryInformation = 0x5, WdfRequestTypeSetInformation = 0x6,
  WdfRequestTypeQueryEA = 0x7, WdfRequestTypeSetEA = 0x8, WdfRequestTypeFlushBuffers = 0x9,
  WdfRequestTypeQueryVolumeInformation = 0xa, WdfRequestTypeSetVolumeInformation = 0xb,
  WdfRequestTypeDirectoryControl = 0xc, WdfRequestTypeFileSystemControl = 0xd, WdfRequestTypeDeviceControl = 0xe,
  WdfRequestTypeDeviceControlInternal = 0xf, WdfRequestTypeShutdown = 0x10, WdfRequestTypeLockControl = 0x11,
  WdfRequestTypeCleanup = 0x12, WdfRequestTypeCreateMailSlot = 0x13, WdfRequestTypeQuerySecurity = 0x14,
  WdfRequestTypeSetSecurity = 0x15, WdfRequestTypePower = 0x16, WdfRequestTypeSystemControl = 0x17,
  WdfRequestTypeDeviceChange = 0x18, WdfRequestTypeQueryQuota = 0x19, WdfRequestTypeSetQuota = 0x1A,
  WdfRequestTypePnp = 0x1B, WdfRequestTypeOther =0x1C, WdfRequestTypeUsb = 0x40, WdfRequestTypeNoFormat = 0xFF,
  WdfRequestTypeMax
} WDF_REQUEST_TYPE;

typedef enum _WDF_REQUEST_REUSE_FLAGS {
  WDF_REQUEST_REUSE_NO_FLAGS = 0x00000000, WDF_REQUEST_REUSE_SET_NEW_IRP = 0x00000001
} WDF_REQUEST_REUSE_FLAGS;

typedef enum _WDF_REQUEST_STOP_ACTION_FLAGS {
  WdfRequestStopActionInvalid = 0, WdfRequestStopActionSuspend = 0x01, WdfRequestStopActionPurge = 0x2,
  WdfRequestStopRequestCancelable = 0x10000000
} WDF_REQUEST_STOP_ACTION_FLAGS;

typedef enum _WDF_REQUEST_SEND_OPTIONS_FLAGS {
  WDF_REQUEST_SEND_OPTION_TIMEOUT = 0x00000001, WDF_REQUEST_SEND_OPTION_SYNCHRONOUS = 0x00000002,
  WDF_REQUEST_SEND_OPTION_IGNORE_TARGET_STATE = 0x00000004, WDF_REQUEST_SEND_OPTION_SEND_AND_FORGET = 0x00000008,
  WDF_REQUEST_SEND_OPTION_IMPERSONATE_CLIENT = 0x00010000, WDF_REQUEST_SEND_OPTION_IMPERSONATION_IGNORE_FAILURE =
  0x00020000
} WDF_REQUEST_SEND_OPTIONS_FLAGS;

typedef _Function_class_(EVT_WDF_REQUEST_CANCEL) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL) VOID
    EVT_WDF_REQUEST_CANCEL(WDFREQUEST Request);
typedef EVT_WDF_REQUEST_CANCEL* PFN_WDF_REQUEST_CANCEL;

typedef struct _WDF_REQUEST_PARAMETERS {
  USHORT Size; UCHAR MinorFunction; WDF_REQUEST_TYPE Type;
  union {
    struct {
      PIO_SECURITY_CONTEXT SecurityContext; ULONG Options; USHORT POINTER_ALIGNMENT FileAttributes;
      USHORT ShareAccess; ULONG POINTER_ALIGNMENT EaLength;
    } Create;
    struct {
      size_t Length; ULONG POINTER_ALIGNMENT Key; LONGLONG DeviceOffset;
    } Read;
    struct {
      size_t Length; ULONG POINTER_ALIGNMENT Key; LONGLONG DeviceOffset;
    } Write;
    struct {
      size_t OutputBufferLength; size_t POINTER_ALIGNMENT InputBufferLength; ULONG POINTER_ALIGNMENT IoControlCode;
      PVOID Type3InputBuffer;
    } DeviceIoControl;
    struct {
      PVOID Arg1; PVOID Arg2; ULONG POINTER_ALIGNMENT IoControlCode; PVOID Arg4;
    } Others;
  } Parameters;
} WDF_REQUEST_PARAMETERS, *PWDF_REQUEST_PARAMETERS;
FORCEINLINE VOID WDF_REQUEST_PARAMETERS_INIT(PWDF_REQUEST_PARAMETERS Parameters) {
  RtlZeroMemory(Parameters, sizeof(WDF_REQUEST_PARAMETERS)); Parameters->Size =
  (USHORT)WDF_STRUCTURE_SIZE(WDF_REQUEST_PARAMETERS);
}
typedef struct _WDF_USB_REQUEST_COMPLETION_PARAMS* PWDF_USB_REQUEST_COMPLETION_PARAMS;

typedef struct _WDF_REQUEST_COMPLETION_PARAMS {
  ULONG Size; WDF_REQUEST_TYPE Type; IO_STATUS_BLOCK IoStatus;
  union {
    struct {
      WDFMEMORY Buffer; size_t Length; size_t Offset;
    } Write;
    struct {
      WDFMEMORY Buffer; size_t Length; size_t Offset;
    } Read;
    struct {
      ULONG IoControlCode;
      struct {
        WDFMEMORY Buffer; size_t Offset;
      } Input;
      struct {
        WDFMEMORY Buffer; size_t Offset; size_t Length;
      } Output;
    } Ioctl;
    struct {
      union {
        PVOID Ptr; ULONG_PTR Value;
      } Argument1;
      union {
        PVOID Ptr; ULONG_PTR Value;
      } Argument2;
      union {
        PVOID Ptr; ULONG_PTR Value;
      } Argument3;
      union {
        PVOID Ptr; ULONG_PTR Value;
      } Argument4;
    } Others;
    struct {
      PWDF_USB_REQUEST_COMPLETION_PARAMS Completion;
    } Usb;
  } Parameters;
} WDF_REQUEST_COMPLETION_PARAMS, *PWDF_REQUEST_COMPLETION_PARAMS;
FORCEINLINE VOID WDF_REQUEST_COMPLETION_PARAMS_INIT(PWDF_REQUEST_COMPLETION_PARAMS Params) {
  IRQLINT_SIZED(Params, WDF_REQUEST_COMPLETION_PARAMS); Params->Type = WdfRequestTypeNoFormat;
}

typedef _Function_class_(EVT_WDF_REQUEST_COMPLETION_ROUTINE) _IRQL_requires_same_ VOID
    EVT_WDF_REQUEST_COMPLETION_ROUTINE(WDFREQUEST Request, WDFIOTARGET Target, PWDF_REQUEST_COMPLETION_PARAMS Params,
    WDFCONTEXT Context);
typedef EVT_WDF_REQUEST_COMPLETION_ROUTINE* PFN_WDF_REQUEST_COMPLETION_ROUTINE;

typedef struct _WDF_REQUEST_REUSE_PARAMS {
  ULONG Size; ULONG Flags; NTSTATUS Status; PIRP NewIrp;
} WDF_REQUEST_REUSE_PARAMS, *PWDF_REQUEST_REUSE_PARAMS;
FORCEINLINE VOID WDF_REQUEST_REUSE_PARAMS_INIT(PWDF_REQUEST_REUSE_PARAMS Params, ULONG Flags, NTSTATUS Status) {
  IRQLINT_SIZED(Params, WDF_REQUEST_REUSE_PARAMS); Params->Flags = Flags; Params->Status = Status;
}
FORCEINLINE VOID WDF_REQUEST_REUSE_PARAMS_SET_NEW_IRP(PWDF_REQUEST_REUSE_PARAMS Params, PIRP NewIrp) {
  Params->Flags |= WDF_REQUEST_REUSE_SET_NEW_IRP; Params->NewIrp = NewIrp;
}

typedef struct _WDF_REQUEST_SEND_OPTIONS {
  ULONG Size; ULONG Flags; LONGLONG Timeout;
} WDF_REQUEST_SEND_OPTIONS, *PWDF_REQUEST_SEND_OPTIONS;
FORCEINLINE VOID WDF_REQUEST_SEND_OPTIONS_INIT(PWDF_REQUEST_SEND_OPTIONS Options, ULONG Flags) {
  IRQLINT_SIZED(Options, WDF_REQUEST_SEND_OPTIONS); Options->Flags = Flags;
}
FORCEINLINE VOID WDF_REQUEST_SEND_OPTIONS_SET_TIMEOUT(PWDF_REQUEST_SEND_OPTIONS Options, LONGLONG Timeout) {
  Options->Flags |= WDF_REQUEST_SEND_OPTION_TIMEOUT; Options->Timeout = Timeout;
}

typedef enum _WDF_REQUEST_FORWARD_OPTIONS_FLAGS {
  WDF_REQUEST_FORWARD_OPTION_SEND_AND_FORGET = 0x00000001
} WDF_REQUEST_FORWARD_OPTIONS_FLAGS;

typedef struct _WDF_REQUEST_FORWARD_OPTIONS {
  ULONG Size; ULONG Flags;
} WDF_REQUEST_FORWARD_OPTIONS, *PWDF_REQUEST_FORWARD_OPTIONS;
FORCEINLINE VOID WDF_REQUEST_FORWARD_OPTIONS_INIT(PWDF_REQUEST_FORWARD_OPTIONS ForwardOptions) {
  IRQLINT_SIZED(ForwardOptions, WDF_REQUEST_FORWARD_OPTIONS); ForwardOptions->Flags |=
  WDF_REQUEST_FORWARD_OPTION_SEND_AND_FORGET;
}
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfRequestCreate(PWDF_OBJECT_ATTRIBUTES RequestAttributes, WDFIOTARGET
    IoTarget, WDFREQUEST* Request);
_IRQL_requires_max_(DISPATCH_LEVEL) ULONG WdfRequestGetRequestorProcessId(WDFREQUEST Request);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfRequestCreateFromIrp(PWDF_OBJECT_ATTRIBUTES RequestAttributes, PIRP
    Irp, BOOLEAN RequestFreesIrp, WDFREQUEST* Request);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfRequestReuse(WDFREQUEST Request, PWDF_REQUEST_REUSE_PARAMS
    ReuseParams);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfRequestChangeTarget(WDFREQUEST Request, WDFIOTARGET IoTarget);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfRequestFormatRequestUsingCurrentType(WDFREQUEST Request);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfRequestWdmFormatUsingStackLocation(WDFREQUEST Request, PIO_STACK_LOCATION
    Stack);
_IRQL_requires_max_(DISPATCH_LEVEL) BOOLEAN WdfRequestSend(WDFREQUEST Request, WDFIOTARGET Target,
    PWDF_REQUEST_SEND_OPTIONS Options);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfRequestGetStatus(WDFREQUEST Request);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfRequestMarkCancelable(WDFREQUEST Request, PFN_WDF_REQUEST_CANCEL
    EvtRequestCancel);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfRequestMarkCancelableEx(WDFREQUEST Request, PFN_WDF_REQUEST_CANCEL
    EvtRequestCancel);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfRequestUnmarkCancelable(WDFREQUEST Request);
_IRQL_requires_max_(DISPATCH_LEVEL) BOOLEAN WdfRequestIsCanceled(WDFREQUEST Request);
_IRQL_requires_max_(DISPATCH_LEVEL) BOOLEAN WdfRequestCancelSentRequest(WDFREQUEST Request);
_IRQL_requires_max_(APC_LEVEL) BOOLEAN WdfRequestIsFrom32BitProcess(WDFREQUEST Request);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfRequestSetCompletionRoutine(WDFREQUEST Request,
    PFN_WDF_REQUEST_COMPLETION_ROUTINE CompletionRoutine, WDFCONTEXT CompletionContext);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfRequestGetCompletionParams(WDFREQUEST Request,
    PWDF_REQUEST_COMPLETION_PARAMS Params);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfRequestAllocateTimer(WDFREQUEST Request);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfRequestComplete(WDFREQUEST Request, NTSTATUS Status);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfRequestCompleteWithPriorityBoost(WDFREQUEST Request, NTSTATUS Status,
    CCHAR PriorityBoost);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfRequestCompleteWithInformation(WDFREQUEST Request, NTSTATUS Status,
    ULONG_PTR Information);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfRequestGetParameters(WDFREQUEST Request, PWDF_REQUEST_PARAMETERS
    Parameters);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfRequestRetrieveInputMemory(WDFREQUEST Request, WDFMEMORY* Memory);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfRequestRetrieveOutputMemory(WDFREQUEST Request, WDFMEMORY* Memory);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfRequestRetrieveInputBuffer(WDFREQUEST Request, size_t
    MinimumRequiredLength, PVOID* Buffer, size_t* Length);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfRequestRetrieveOutputBuffer(WDFREQUEST Request, size_t
    MinimumRequiredSize, PVOID* Buffer, size_t* Length);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfRequestRetrieveInputWdmMdl(WDFREQUEST Request, PMDL* Mdl);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfRequestRetrieveOutputWdmMdl(WDFREQUEST Request, PMDL* Mdl);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfRequestRetrieveUnsafeUserInputBuffer(WDFREQUEST Request, size_t
    MinimumRequiredLength, PVOID* InputBuffer, size_t* Length);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfRequestRetrieveUnsafeUserOutputBuffer(WDFREQUEST Request, size_t
    MinimumRequiredLength, PVOID* OutputBuffer, size_t* Length);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfRequestSetInformation(WDFREQUEST Request, ULONG_PTR Information);
_IRQL_requires_max_(DISPATCH_LEVEL) ULONG_PTR WdfRequestGetInformation(WDFREQUEST Request);
_IRQL_requires_max_(DISPATCH_LEVEL) WDFFILEOBJECT WdfRequestGetFileObject(WDFREQUEST Request);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfRequestProbeAndLockUserBufferForRead(WDFREQUEST Request, PVOID Buffer,
    size_t Length, WDFMEMORY* MemoryObject);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfRequestProbeAndLockUserBufferForWrite(WDFREQUEST Request, PVOID Buffer,
    size_t Length, WDFMEMORY* MemoryObject);
_IRQL_requires_max_(DISPATCH_LEVEL) KPROCESSOR_MODE WdfRequestGetRequestorMode(WDFREQUEST Request);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfRequestForwardToIoQueue(WDFREQUEST Request, WDFQUEUE
    DestinationQueue);
_IRQL_requires_max_(DISPATCH_LEVEL) WDFQUEUE WdfRequestGetIoQueue(WDFREQUEST Request);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfRequestRequeue(WDFREQUEST Request);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfRequestStopAcknowledge(WDFREQUEST Request, BOOLEAN Requeue);
_IRQL_requires_max_(DISPATCH_LEVEL) PIRP WdfRequestWdmGetIrp(WDFREQUEST Request);
_IRQL_requires_max_(DISPATCH_LEVEL) BOOLEAN WdfRequestIsReserved(WDFREQUEST Request);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfRequestForwardToParentDeviceIoQueue(WDFREQUEST Request, WDFQUEUE
    ParentDeviceQueue, PWDF_REQUEST_FORWARD_OPTIONS ForwardOptions);

typedef enum _WDF_IO_QUEUE_DISPATCH_TYPE {
  WdfIoQueueDispatchInvalid = 0, WdfIoQueueDispatchSequential, WdfIoQueueDispatchParallel, WdfIoQueueDispatchManual,
  WdfIoQueueDispatchMax
} WDF_IO_QUEUE_DISPATCH_TYPE;

typedef enum _WDF_IO_QUEUE_STATE {
  WdfIoQueueAcceptRequests = 0x01, WdfIoQueueDispatchRequests = 0x02, WdfIoQueueNoRequests = 0x04,
  WdfIoQueueDriverNoRequests = 0x08, WdfIoQueuePnpHeld = 0x10
} WDF_IO_QUEUE_STATE;
FORCEINLINE BOOLEAN WDF_IO_QUEUE_IDLE(WDF_IO_QUEUE_STATE State) {
  return ((State & WdfIoQueueNoRequests) && (State & WdfIoQueueDriverNoRequests)) ? TRUE: FALSE;
}
FORCEINLINE BOOLEAN WDF_IO_QUEUE_READY(WDF_IO_QUEUE_STATE State) {
  return ((State & WdfIoQueueDispatchRequests) && (State & WdfIoQueueAcceptRequests) && ((State &
  WdfIoQueuePnpHeld)==0)) ? TRUE: FALSE;
}
FORCEINLINE BOOLEAN WDF_IO_QUEUE_STOPPED(WDF_IO_QUEUE_STATE State) {
  return (((State & WdfIoQueueDispatchRequests) == 0) && (State & WdfIoQueueAcceptRequests) && (State &
  WdfIoQueueDriverNoRequests)) ? TRUE: FALSE;
}
FORCEINLINE BOOLEAN WDF_IO_QUEUE_DRAINED(WDF_IO_QUEUE_STATE State) {
  return ( ((State & WdfIoQueueAcceptRequests)==0) && (State & WdfIoQueueDispatchRequests) && (State &
  WdfIoQueueNoRequests) && (State & WdfIoQueueDriverNoRequests) ) ? TRUE: FALSE;
}
FORCEINLINE BOOLEAN WDF_IO_QUEUE_PURGED(WDF_IO_QUEUE_STATE State) {
  return ( ((State & WdfIoQueueAcceptRequests)==0) && (State & WdfIoQueueNoRequests) && (State &
  WdfIoQueueDriverNoRequests) ) ? TRUE: FALSE;
}

typedef _Function_class_(EVT_WDF_IO_QUEUE_IO_DEFAULT) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL) VOID
    EVT_WDF_IO_QUEUE_IO_DEFAULT(WDFQUEUE Queue, WDFREQUEST Request);
typedef EVT_WDF_IO_QUEUE_IO_DEFAULT* PFN_WDF_IO_QUEUE_IO_DEFAULT;

typedef _Function_class_(EVT_WDF_IO_QUEUE_IO_STOP) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL) VOID
    EVT_WDF_IO_QUEUE_IO_STOP(WDFQUEUE Queue, WDFREQUEST Request, ULONG ActionFlags);
typedef EVT_WDF_IO_QUEUE_IO_STOP* PFN_WDF_IO_QUEUE_IO_STOP;

typedef _Function_class_(EVT_WDF_IO_QUEUE_IO_RESUME) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL) VOID
    EVT_WDF_IO_QUEUE_IO_RESUME(WDFQUEUE Queue, WDFREQUEST Request);
typedef EVT_WDF_IO_QUEUE_IO_RESUME* PFN_WDF_IO_QUEUE_IO_RESUME;

typedef _Function_class_(EVT_WDF_IO_QUEUE_IO_READ) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL) VOID
    EVT_WDF_IO_QUEUE_IO_READ(WDFQUEUE Queue, WDFREQUEST Request, size_t Length);
typedef EVT_WDF_IO_QUEUE_IO_READ* PFN_WDF_IO_QUEUE_IO_READ;

typedef _Function_class_(EVT_WDF_IO_QUEUE_IO_WRITE) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL) VOID
    EVT_WDF_IO_QUEUE_IO_WRITE(WDFQUEUE Queue, WDFREQUEST Request, size_t Length);
typedef EVT_WDF_IO_QUEUE_IO_WRITE* PFN_WDF_IO_QUEUE_IO_WRITE;

typedef _Function_class_(EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL)
    VOID EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL(WDFQUEUE Queue, WDFREQUEST Request, size_t OutputBufferLength, size_t
    InputBufferLength, ULONG IoControlCode);
typedef EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL* PFN_WDF_IO_QUEUE_IO_DEVICE_CONTROL;

typedef _Function_class_(EVT_WDF_IO_QUEUE_IO_INTERNAL_DEVICE_CONTROL) _IRQL_requires_same_
    _IRQL_requires_max_(DISPATCH_LEVEL) VOID EVT_WDF_IO_QUEUE_IO_INTERNAL_DEVICE_CONTROL(WDFQUEUE Queue, WDFREQUEST
    Request, size_t OutputBufferLength, size_t InputBufferLength, ULONG IoControlCode);
typedef EVT_WDF_IO_QUEUE_IO_INTERNAL_DEVICE_CONTROL* PFN_WDF_IO_QUEUE_IO_INTERNAL_DEVICE_CONTROL;

typedef _Function_class_(EVT_WDF_IO_QUEUE_IO_CANCELED_ON_QUEUE) _IRQL_requires_same_
    _IRQL_requires_max_(DISPATCH_LEVEL) VOID EVT_WDF_IO_QUEUE_IO_CANCELED_ON_QUEUE(WDFQUEUE Queue, WDFREQUEST
    Request);
typedef EVT_WDF_IO_QUEUE_IO_CANCELED_ON_QUEUE* PFN_WDF_IO_QUEUE_IO_CANCELED_ON_QUEUE;

typedef _Function_class_(EVT_WDF_IO_QUEUE_STATE) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL) VOID
    EVT_WDF_IO_QUEUE_STATE(WDFQUEUE Queue, WDFCONTEXT Context);
typedef EVT_WDF_IO_QUEUE_STATE* PFN_WDF_IO_QUEUE_STATE;

typedef struct _WDF_IO_QUEUE_CONFIG {
  ULONG Size; WDF_IO_QUEUE_DISPATCH_TYPE DispatchType; WDF_TRI_STATE PowerManaged; BOOLEAN AllowZeroLengthRequests;
  BOOLEAN DefaultQueue; PFN_WDF_IO_QUEUE_IO_DEFAULT EvtIoDefault; PFN_WDF_IO_QUEUE_IO_READ EvtIoRead;
  PFN_WDF_IO_QUEUE_IO_WRITE EvtIoWrite; PFN_WDF_IO_QUEUE_IO_DEVICE_CONTROL EvtIoDeviceControl;
  PFN_WDF_IO_QUEUE_IO_INTERNAL_DEVICE_CONTROL EvtIoInternalDeviceControl; PFN_WDF_IO_QUEUE_IO_STOP EvtIoStop;
  PFN_WDF_IO_QUEUE_IO_RESUME EvtIoResume; PFN_WDF_IO_QUEUE_IO_CANCELED_ON_QUEUE EvtIoCanceledOnQueue;
  union {
    struct {
      ULONG NumberOfPresentedRequests;
    } Parallel;
  } Settings;
  WDFDRIVER Driver;
} WDF_IO_QUEUE_CONFIG, *PWDF_IO_QUEUE_CONFIG;
FORCEINLINE VOID WDF_IO_QUEUE_CONFIG_INIT(PWDF_IO_QUEUE_CONFIG Config, WDF_IO_QUEUE_DISPATCH_TYPE DispatchType) {
  IRQLINT_SIZED(Config, WDF_IO_QUEUE_CONFIG); Config->PowerManaged = WdfUseDefault; Config->DispatchType =
  DispatchType; if (Config->DispatchType == WdfIoQueueDispatchParallel) {
  Config->Settings.Parallel.NumberOfPresentedRequests = (ULONG)-1; }
}
FORCEINLINE VOID WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(PWDF_IO_QUEUE_CONFIG Config, WDF_IO_QUEUE_DISPATCH_TYPE
    DispatchType) {
  IRQLINT_SIZED(Config, WDF_IO_QUEUE_CONFIG); Config->PowerManaged = WdfUseDefault; Config->DefaultQueue = TRUE;
  Config->DispatchType = DispatchType; if (Config->DispatchType == WdfIoQueueDispatchParallel) {
  Config->Settings.Parallel.NumberOfPresentedRequests = (ULONG)-1; }
}

typedef enum _WDF_IO_FORWARD_PROGRESS_ACTION {
  WdfIoForwardProgressActionInvalid = 0x0, WdfIoForwardProgressActionFailRequest,
  WdfIoForwardProgressActionUseReservedRequest
} WDF_IO_FORWARD_PROGRESS_ACTION;

typedef enum _WDF_IO_FORWARD_PROGRESS_RESERVED_POLICY {
  WdfIoForwardProgressInvalidPolicy =0x0, WdfIoForwardProgressReservedPolicyAlwaysUseReservedRequest,
  WdfIoForwardProgressReservedPolicyUseExamine, WdfIoForwardProgressReservedPolicyPagingIO
} WDF_IO_FORWARD_PROGRESS_RESERVED_POLICY;

typedef _Function_class_(EVT_WDF_IO_ALLOCATE_RESOURCES_FOR_RESERVED_REQUEST) _IRQL_requires_same_
    _IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS EVT_WDF_IO_ALLOCATE_RESOURCES_FOR_RESERVED_REQUEST(WDFQUEUE Queue,
    WDFREQUEST Request);
typedef EVT_WDF_IO_ALLOCATE_RESOURCES_FOR_RESERVED_REQUEST* PFN_WDF_IO_ALLOCATE_RESOURCES_FOR_RESERVED_REQUEST;

typedef _Function_class_(EVT_WDF_IO_ALLOCATE_REQUEST_RESOURCES) _IRQL_requires_same_
    _IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS EVT_WDF_IO_ALLOCATE_REQUEST_RESOURCES(WDFQUEUE Queue, WDFREQUEST
    Request);
typedef EVT_WDF_IO_ALLOCATE_REQUEST_RESOURCES* PFN_WDF_IO_ALLOCATE_REQUEST_RESOURCES;

typedef _Function_class_(EVT_WDF_IO_WDM_IRP_FOR_FORWARD_PROGRESS) _IRQL_requires_same_
    _IRQL_requires_max_(DISPATCH_LEVEL) WDF_IO_FORWARD_PROGRESS_ACTION
    EVT_WDF_IO_WDM_IRP_FOR_FORWARD_PROGRESS(WDFQUEUE Queue, PIRP Irp);
typedef EVT_WDF_IO_WDM_IRP_FOR_FORWARD_PROGRESS* PFN_WDF_IO_WDM_IRP_FOR_FORWARD_PROGRESS;

typedef struct _WDF_IO_FORWARD_PROGRESS_RESERVED_POLICY_SETTINGS {
  union {
    struct {
      PFN_WDF_IO_WDM_IRP_FOR_FORWARD_PROGRESS EvtIoWdmIrpForForwardProgress;
    } ExaminePolicy;
  } Policy;
} WDF_IO_FORWARD_PROGRESS_RESERVED_POLICY_SETTINGS;

typedef struct _WDF_IO_QUEUE_FORWARD_PROGRESS_POLICY {
  ULONG Size; ULONG TotalForwardProgressRequests;
  WDF_IO_FORWARD_PROGRESS_RESERVED_POLICY ForwardProgressReservedPolicy;
  WDF_IO_FORWARD_PROGRESS_RESERVED_POLICY_SETTINGS ForwardProgressReservePolicySettings;
  PFN_WDF_IO_ALLOCATE_RESOURCES_FOR_RESERVED_REQUEST EvtIoAllocateResourcesForReservedRequest;
  PFN_WDF_IO_ALLOCATE_REQUEST_RESOURCES EvtIoAllocateRequestResources;
} WDF_IO_QUEUE_FORWARD_PROGRESS_POLICY, *PWDF_IO_QUEUE_FORWARD_PROGRESS_POLICY;
FORCEINLINE VOID WDF_IO_QUEUE_FORWARD_PROGRESS_POLICY_DEFAULT_INIT(PWDF_IO_QUEUE_FORWARD_PROGRESS_POLICY Policy, ULONG
    TotalForwardProgressRequests) {
  IRQLINT_SIZED(Policy, WDF_IO_QUEUE_FORWARD_PROGRESS_POLICY); Policy->TotalForwardProgressRequests =
  TotalForwardProgressRequests; Policy->ForwardProgressReservedPolicy =
  WdfIoForwardProgressReservedPolicyAlwaysUseReservedRequest;
}
FORCEINLINE VOID WDF_IO_QUEUE_FORWARD_PROGRESS_POLICY_EXAMINE_INIT(PWDF_IO_QUEUE_FORWARD_PROGRESS_POLICY Policy, ULONG
    TotalForwardProgressRequests, PFN_WDF_IO_WDM_IRP_FOR_FORWARD_PROGRESS EvtIoWdmIrpForForwardProgress) {
  IRQLINT_SIZED(Policy, WDF_IO_QUEUE_FORWARD_PROGRESS_POLICY); Policy->TotalForwardProgressRequests =
  TotalForwardProgressRequests; Policy->ForwardProgressReservedPolicy = WdfIoForwardProgressReservedPolicyUseExamine;
  Policy->ForwardProgressReservePolicySettings.Policy.ExaminePolicy.EvtIoWdmIrpForForwardProgress =
  EvtIoWdmIrpForForwardProgress;
}
FORCEINLINE VOID WDF_IO_QUEUE_FORWARD_PROGRESS_POLICY_PAGINGIO_INIT(PWDF_IO_QUEUE_FORWARD_PROGRESS_POLICY Policy,
    ULONG TotalForwardProgressRequests) {
  IRQLINT_SIZED(Policy, WDF_IO_QUEUE_FORWARD_PROGRESS_POLICY); Policy->TotalForwardProgressRequests =
  TotalForwardProgressRequests; Policy->ForwardProgressReservedPolicy = WdfIoForwardProgressReservedPolicyPagingIO;
}
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfIoQueueCreate(WDFDEVICE Device, PWDF_IO_QUEUE_CONFIG Config,
    PWDF_OBJECT_ATTRIBUTES QueueAttributes, WDFQUEUE* Queue);
_IRQL_requires_max_(DISPATCH_LEVEL) WDF_IO_QUEUE_STATE WdfIoQueueGetState(WDFQUEUE Queue, PULONG QueueRequests, PULONG
    DriverRequests);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfIoQueueStart(WDFQUEUE Queue);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfIoQueueStop(WDFQUEUE Queue, PFN_WDF_IO_QUEUE_STATE StopComplete,
    WDFCONTEXT Context);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID WdfIoQueueStopSynchronously(WDFQUEUE Queue);
_IRQL_requires_max_(DISPATCH_LEVEL) WDFDEVICE WdfIoQueueGetDevice(WDFQUEUE Queue);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfIoQueueRetrieveNextRequest(WDFQUEUE Queue, WDFREQUEST* OutRequest);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfIoQueueRetrieveRequestByFileObject(WDFQUEUE Queue, WDFFILEOBJECT
    FileObject, WDFREQUEST* OutRequest);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfIoQueueFindRequest(WDFQUEUE Queue, WDFREQUEST FoundRequest,
    WDFFILEOBJECT FileObject, PWDF_REQUEST_PARAMETERS Parameters, WDFREQUEST* OutRequest);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfIoQueueRetrieveFoundRequest(WDFQUEUE Queue, WDFREQUEST FoundRequest,
    WDFREQUEST* OutRequest);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID WdfIoQueueDrainSynchronously(WDFQUEUE Queue);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfIoQueueDrain(WDFQUEUE Queue, PFN_WDF_IO_QUEUE_STATE DrainComplete,
    WDFCONTEXT Context);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID WdfIoQueuePurgeSynchronously(WDFQUEUE Queue);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfIoQueuePurge(WDFQUEUE Queue, PFN_WDF_IO_QUEUE_STATE PurgeComplete,
    WDFCONTEXT Context);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfIoQueueReadyNotify(WDFQUEUE Queue, PFN_WDF_IO_QUEUE_STATE QueueReady,
    WDFCONTEXT Context);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfIoQueueAssignForwardProgressPolicy(WDFQUEUE Queue,
    PWDF_IO_QUEUE_FORWARD_PROGRESS_POLICY ForwardProgressPolicy);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfIoQueueStopAndPurge(WDFQUEUE Queue, PFN_WDF_IO_QUEUE_STATE
    StopAndPurgeComplete, WDFCONTEXT Context);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID WdfIoQueueStopAndPurgeSynchronously(WDFQUEUE Queue);

#ifdef __cplusplus
}
#endif
