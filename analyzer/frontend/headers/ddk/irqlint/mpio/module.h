// What a device-specific module and the multipath driver tell each other: the module's entry points, and the multipath
// driver's functions.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

#define DD_MULTIPATH_CONTROL_DEVICE_NAME L"\\Device\\MPIOControl"
#define IOCTL_MPDSM_REGISTER \
  CTL_CODE(FILE_DEVICE_MASS_STORAGE, 0x0A00, METHOD_BUFFERED, FILE_READ_ACCESS | FILE_WRITE_ACCESS)
#define IOCTL_MPDSM_DEREGISTER \
  CTL_CODE(FILE_DEVICE_MASS_STORAGE, 0x0A01, METHOD_BUFFERED, FILE_READ_ACCESS | FILE_WRITE_ACCESS)

// What a module says of a request, of an error, and of a path
#define DSM_PATH_SET 0x00000001
#define DSM_BROADCAST 0x00000002
#define DSM_WILL_HANDLE 0x00000003
#define DSM_ERROR 0x00000004
#define DSM_FATAL_ERROR 0x80000000
#define DSM_ADMIN_FO 0x40000000
#define DSM_RETRY_DONT_DECREMENT 0x20000000
#define DSM_CALL_COMPLETION_ON_MPIO_ERROR 0x00000001
#define DSM_MOVE_ADMIN_REQUEST 0x00000001
#define DSM_MOVE_PENDING_ERROR 0x00000002
#define DSM_CNTRL_FLAGS_ALLOCATE 0x00000001
#define DSM_CNTRL_FLAGS_CHECK_STATE 0x00000002
#define DSM_CONTROLLER_NO_CNTRL 0
#define DSM_CONTROLLER_ACTIVE 1
#define DSM_CONTROLLER_STANDBY 2
#define DSM_CONTROLLER_FAILED 3

typedef enum _DSM_TYPE { DsmType1 = 1, DsmType2, DsmType3, DsmType4, DsmType5, DsmType6, DsmTypeUnknown } DSM_TYPE;
typedef enum _DSM_NOTIFICATION_TYPE { ThrottleIO = 1, ResumeIO, ThrottleIO_V2, ResumeIO_V2, PathOnline, PathOffline }
    DSM_NOTIFICATION_TYPE;

typedef struct _DSM_IDS { ULONG Count; PVOID IdList[1]; } DSM_IDS, *PDSM_IDS;
typedef struct _CONTROLLER_ID { STORAGE_IDENTIFIER_CODE_SET Type; ULONG Length; UCHAR SerialNumber[32]; } CONTROLLER_ID,
    *PCONTROLLER_ID;
typedef struct _CONTROLLER_INFO { ULONG State; CONTROLLER_ID Identifier; PDEVICE_OBJECT DeviceObject; } CONTROLLER_INFO,
    *PCONTROLLER_INFO;
typedef struct _MPIO_VERSION_INFO { ULONG MajorVersion, MinorVersion, ProductBuild, QfeNumber; } MPIO_VERSION_INFO,
    *PMPIO_VERSION_INFO, DSM_VERSION_INFO, *PDSM_VERSION_INFO;
typedef struct _DSM_MPIO_CONTEXT { PVOID MPIOContext; } DSM_MPIO_CONTEXT, *PDSM_MPIO_CONTEXT;

typedef VOID (*DSM_COMPLETION_ROUTINE)(PVOID DsmId, PIRP Irp, PSCSI_REQUEST_BLOCK
    Srb,
    PVOID DsmContext);
typedef struct _DSM_COMPLETION_INFO { DSM_COMPLETION_ROUTINE DsmCompletionRoutine; PVOID DsmContext; }
    DSM_COMPLETION_INFO, *PDSM_COMPLETION_INFO;

// Management requests, answered by the module for the device or for itself
#define IRQLINT_DSM_WMI_TARGET PVOID DsmContext, PDSM_IDS DsmIds, PIRP Irp, ULONG GuidIndex, ULONG InstanceIndex
typedef NTSTATUS (*PDSM_QUERY_DATABLOCK)(IRQLINT_DSM_WMI_TARGET, ULONG InstanceCount, PULONG InstanceLengthArray, ULONG
    BufferAvail, PUCHAR Buffer, PULONG DataLength, ...);
typedef NTSTATUS (*PDSM_SET_DATABLOCK)(IRQLINT_DSM_WMI_TARGET, ULONG BufferAvail, PUCHAR Buffer, ...);
typedef NTSTATUS (*PDSM_SET_DATAITEM)(IRQLINT_DSM_WMI_TARGET, ULONG DataItemId, ULONG BufferAvail, PUCHAR Buffer, ...);
typedef NTSTATUS (*PDSM_EXECUTE_METHOD)(IRQLINT_DSM_WMI_TARGET, ULONG MethodId, ULONG InBufferSize, PULONG
    OutBufferSize,
    PUCHAR Buffer, ...);
typedef NTSTATUS (*PDSM_FUNCTION_CONTROL)(PVOID DsmContext, PDSM_IDS DsmIds, PIRP Irp, ULONG GuidIndex,
    WMIENABLEDISABLECONTROL Function, BOOLEAN Enable, ...);
#undef IRQLINT_DSM_WMI_TARGET
typedef struct _DSM_WMILIB_CONTEXT {
  ULONG GuidCount;
  PWMIGUIDREGINFO GuidList;
  PVOID QueryWmiRegInfo, QueryWmiDataBlock, SetWmiDataBlock, SetWmiDataItem, ExecuteWmiMethod, WmiFunctionControl;
  UNICODE_STRING RegistryPath, MofResourceName;
  PDSM_QUERY_DATABLOCK QueryWmiDataBlockEx;
  PDSM_SET_DATABLOCK SetWmiDataBlockEx;
  PDSM_SET_DATAITEM SetWmiDataItemEx;
  PDSM_EXECUTE_METHOD ExecuteWmiMethodEx;
  PDSM_FUNCTION_CONTROL WmiFunctionControlEx;
} DSM_WMILIB_CONTEXT, *PDSM_WMILIB_CONTEXT;

// The module's entry points
typedef NTSTATUS (*DSM_INQUIRE_DRIVER)(PVOID DsmContext, PDEVICE_OBJECT TargetDevice, PDEVICE_OBJECT PortObject,
    PSTORAGE_DEVICE_DESCRIPTOR Descriptor, PSTORAGE_DEVICE_ID_DESCRIPTOR DeviceIdList, PVOID* DsmIdentifier);
typedef VOID (*DSM_DEVICE_SERIAL_NUMBER)(PVOID DsmContext, PVOID DsmId, PVOID SerialNumber);
typedef BOOLEAN (*DSM_COMPARE_DEVICES)(PVOID DsmContext, PVOID DsmId1, PVOID DsmId2);
typedef NTSTATUS (*DSM_GET_CONTROLLER_INFO)(PVOID DsmContext, PVOID DsmId, ULONG Flags, PCONTROLLER_INFO*
    ControllerInfo);
typedef NTSTATUS (*DSM_SET_DEVICE_INFO)(PVOID DsmContext, PDEVICE_OBJECT TargetObject, PVOID DsmId, PVOID* PathId);
typedef BOOLEAN (*DSM_IS_PATH_ACTIVE)(PVOID DsmContext, PVOID PathId, PVOID DsmId);
typedef NTSTATUS (*DSM_PATH_VERIFY)(PVOID DsmContext, PVOID DsmId, PVOID PathId);
typedef NTSTATUS (*DSM_INVALIDATE_PATH)(PVOID DsmContext, ULONG ErrorMask, PVOID PathId, PVOID* NewPathId);
typedef NTSTATUS (*DSM_MOVE_DEVICE)(PVOID DsmContext, PDSM_IDS DsmIds, PVOID MPIOPath, PVOID SuggestedPath, ULONG
    Flags);
typedef NTSTATUS (*DSM_REMOVE_PENDING)(PVOID DsmContext, PVOID DsmId);
typedef NTSTATUS (*DSM_REMOVE_DEVICE)(PVOID DsmContext, PVOID DsmId, PVOID PathId);
typedef NTSTATUS (*DSM_REMOVE_PATH)(PVOID DsmContext, PVOID PathId);
typedef NTSTATUS (*DSM_SRB_DEVICE_CONTROL)(PVOID DsmContext, PDSM_IDS DsmIds, PIRP Irp, PSCSI_REQUEST_BLOCK Srb, PKEVENT
    Event);
typedef PVOID (*DSM_LB_GET_PATH)(PVOID DsmContext, PSCSI_REQUEST_BLOCK Srb, PDSM_IDS DsmList, PVOID CurrentPath,
    NTSTATUS*
    Status);
typedef ULONG (*DSM_INTERPRET_ERROR)(PVOID DsmContext, PVOID DsmId, PSCSI_REQUEST_BLOCK Srb, NTSTATUS* Status, PBOOLEAN
    Retry);
typedef ULONG (*DSM_INTERPRET_ERROR_EX)(PVOID DsmContext, PVOID DsmId, PSCSI_REQUEST_BLOCK Srb, NTSTATUS* Status,
    PBOOLEAN Retry, PLONG RetryInterval, ...);
typedef NTSTATUS (*DSM_UNLOAD)(PVOID DsmContext);
typedef VOID (*DSM_SET_COMPLETION)(PVOID DsmContext, PVOID DsmId, PIRP Irp, PSCSI_REQUEST_BLOCK Srb,
    PDSM_COMPLETION_INFO
    DsmCompletion);
typedef ULONG (*DSM_CATEGORIZE_REQUEST)(PVOID DsmContext, PDSM_IDS DsmIds, PIRP Irp, PSCSI_REQUEST_BLOCK Srb, PVOID
    CurrentPath, PVOID* PathId, NTSTATUS* Status);
typedef NTSTATUS (*DSM_BROADCAST_SRB)(PVOID DsmContext, PDSM_IDS DsmIds, PIRP Irp, PSCSI_REQUEST_BLOCK Srb, PKEVENT
    Event);
typedef BOOLEAN (*DSM_IS_ADDRESS_TYPE_SUPPORTED)(PVOID DsmContext, ULONG AddressType);
typedef NTSTATUS (*DSM_DEVICE_NOT_USED)(PVOID DsmContext, PVOID DsmId);

typedef struct _DSM_INIT_DATA {
  ULONG InitDataSize;
  DSM_INQUIRE_DRIVER DsmInquireDriver;
  DSM_DEVICE_SERIAL_NUMBER DsmDeviceSerialNumber;
  DSM_COMPARE_DEVICES DsmCompareDevices;
  DSM_GET_CONTROLLER_INFO DsmGetControllerInfo;
  DSM_SET_DEVICE_INFO DsmSetDeviceInfo;
  DSM_IS_PATH_ACTIVE DsmIsPathActive;
  DSM_PATH_VERIFY DsmPathVerify;
  DSM_INVALIDATE_PATH DsmInvalidatePath;
  DSM_MOVE_DEVICE DsmMoveDevice;
  DSM_REMOVE_PENDING DsmRemovePending;
  DSM_REMOVE_DEVICE DsmRemoveDevice;
  DSM_REMOVE_PATH DsmRemovePath;
  DSM_SRB_DEVICE_CONTROL DsmSrbDeviceControl;
  PVOID DsmReenablePath;
  DSM_LB_GET_PATH DsmLBGetPath;
  DSM_INTERPRET_ERROR DsmInterpretError;
  DSM_UNLOAD DsmUnload;
  DSM_SET_COMPLETION DsmSetCompletion;
  DSM_CATEGORIZE_REQUEST DsmCategorizeRequest;
  DSM_BROADCAST_SRB DsmBroadcastSrb;
  DSM_WMILIB_CONTEXT DsmWmiInfo;
  PVOID DsmContext;
  PDRIVER_OBJECT DriverObject;
  UNICODE_STRING DisplayName;
  ULONG Reserved;
  DSM_TYPE DsmType;
  DSM_WMILIB_CONTEXT DsmWmiGlobalInfo;
  DSM_VERSION_INFO DsmVersion;
  DSM_INTERPRET_ERROR_EX DsmInterpretErrorEx;
  DSM_IS_ADDRESS_TYPE_SUPPORTED DsmIsAddressTypeSupported;
  DSM_DEVICE_NOT_USED DsmDeviceNotUsed;
} DSM_INIT_DATA, *PDSM_INIT_DATA;
typedef struct _DSM_DEREGISTER_DATA {
  ULONG DeregisterDataSize;
  PDRIVER_OBJECT DriverObject;
  PVOID DsmContext, MpioContext;
} DSM_DEREGISTER_DATA, *PDSM_DEREGISTER_DATA;

// What a module calls. The tail of a notification depends on its type.
NTSTATUS DsmGetVersion(PMPIO_VERSION_INFO VersionInfo, ULONG Size);
VOID DsmSendDeviceIoControlSynchronous(ULONG IoControlCode, PDEVICE_OBJECT
    TargetDevice,
    PVOID InputBuffer, PVOID OutputBuffer, ULONG InputBufferLength, ULONG OutputBufferLength, BOOLEAN
        InternalDeviceIoctl,
    PIO_STATUS_BLOCK IoStatus);
NTSTATUS DsmSendRequest(PVOID MpioContext, PDEVICE_OBJECT TargetDevice, PIRP Irp,
    PVOID
    DsmId);
NTSTATUS DsmSendRequestEx(PVOID MpioContext, PDEVICE_OBJECT TargetDevice, PIRP Irp,
    PVOID DsmId, ULONG Flags);
NTSTATUS DsmSendTUR(PDEVICE_OBJECT TargetDevice);
NTSTATUS DsmGetScsiAddress(PDEVICE_OBJECT TargetDevice, PSCSI_ADDRESS* ScsiAddress);
PDSM_IDS DsmGetAssociatedDevice(PVOID MpioContext, PDEVICE_OBJECT PortObject, UCHAR DeviceType);
NTSTATUS DsmGetContext(PVOID MpioContext, PDEVICE_OBJECT DeviceObject, PVOID* DsmId);
NTSTATUS DsmWriteEvent(PVOID MpioContext, PWCHAR ComponentName, PWCHAR EventDescription, ULONG Severity);
VOID DsmNotification(PVOID MpioContext, DSM_NOTIFICATION_TYPE NotificationType,
    ...);
VOID DsmDebugPrint(ULONG DebugPrintLevel, PCCHAR DebugMessage, ...);

#ifdef __cplusplus
}
#endif
