// Devices.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _WDF_DEVICE_STATE {
  ULONG Size; WDF_TRI_STATE Disabled; WDF_TRI_STATE DontDisplayInUI; WDF_TRI_STATE Failed;
  WDF_TRI_STATE NotDisableable; WDF_TRI_STATE Removed; WDF_TRI_STATE ResourcesChanged;
  WDF_TRI_STATE AssignedToGuest;
} WDF_DEVICE_STATE, *PWDF_DEVICE_STATE;
FORCEINLINE VOID WDF_DEVICE_STATE_INIT(PWDF_DEVICE_STATE PnpDeviceState) {
  IRQLINT_SIZED(PnpDeviceState, WDF_DEVICE_STATE); PnpDeviceState->Disabled = WdfUseDefault;
  PnpDeviceState->DontDisplayInUI = WdfUseDefault; PnpDeviceState->Failed = WdfUseDefault;
  PnpDeviceState->NotDisableable = WdfUseDefault; PnpDeviceState->Removed = WdfUseDefault;
  PnpDeviceState->ResourcesChanged = WdfUseDefault; PnpDeviceState->AssignedToGuest = WdfUseDefault;
}

typedef struct _WDF_DEVICE_PNP_CAPABILITIES {
  ULONG Size; WDF_TRI_STATE LockSupported; WDF_TRI_STATE EjectSupported; WDF_TRI_STATE Removable;
  WDF_TRI_STATE DockDevice; WDF_TRI_STATE UniqueID; WDF_TRI_STATE SilentInstall; WDF_TRI_STATE SurpriseRemovalOK;
  WDF_TRI_STATE HardwareDisabled; WDF_TRI_STATE NoDisplayInUI; ULONG Address; ULONG UINumber;
} WDF_DEVICE_PNP_CAPABILITIES, *PWDF_DEVICE_PNP_CAPABILITIES;
FORCEINLINE VOID WDF_DEVICE_PNP_CAPABILITIES_INIT(PWDF_DEVICE_PNP_CAPABILITIES Caps) {
  IRQLINT_SIZED(Caps, WDF_DEVICE_PNP_CAPABILITIES); Caps->LockSupported = WdfUseDefault; Caps->EjectSupported =
  WdfUseDefault; Caps->Removable = WdfUseDefault; Caps->DockDevice = WdfUseDefault; Caps->UniqueID = WdfUseDefault;
  Caps->SilentInstall = WdfUseDefault; Caps->SurpriseRemovalOK = WdfUseDefault; Caps->HardwareDisabled =
  WdfUseDefault; Caps->NoDisplayInUI = WdfUseDefault; Caps->Address = (ULONG) -1; Caps->UINumber = (ULONG) -1;
}

typedef struct _WDF_DEVICE_POWER_CAPABILITIES {
  ULONG Size; WDF_TRI_STATE DeviceD1; WDF_TRI_STATE DeviceD2; WDF_TRI_STATE WakeFromD0; WDF_TRI_STATE WakeFromD1;
  WDF_TRI_STATE WakeFromD2; WDF_TRI_STATE WakeFromD3; DEVICE_POWER_STATE DeviceState[PowerSystemMaximum];
  DEVICE_POWER_STATE DeviceWake; SYSTEM_POWER_STATE SystemWake; ULONG D1Latency; ULONG D2Latency; ULONG D3Latency;
  DEVICE_POWER_STATE IdealDxStateForSx;
} WDF_DEVICE_POWER_CAPABILITIES, *PWDF_DEVICE_POWER_CAPABILITIES;
FORCEINLINE VOID WDF_DEVICE_POWER_CAPABILITIES_INIT(PWDF_DEVICE_POWER_CAPABILITIES Caps) {
  ULONG i; IRQLINT_SIZED(Caps, WDF_DEVICE_POWER_CAPABILITIES); Caps->DeviceD1 = WdfUseDefault; Caps->DeviceD2 =
  WdfUseDefault; Caps->WakeFromD0 = WdfUseDefault; Caps->WakeFromD1 = WdfUseDefault; Caps->WakeFromD2 = WdfUseDefault;
  Caps->WakeFromD3 = WdfUseDefault; for (i = 0; i < sizeof(Caps->DeviceState)/sizeof(Caps->DeviceState[1]); i++) {
  Caps->DeviceState[i] = PowerDeviceMaximum; } Caps->DeviceWake = PowerDeviceMaximum; Caps->SystemWake =
  PowerSystemMaximum; Caps->D1Latency = (ULONG) -1; Caps->D2Latency = (ULONG) -1; Caps->D3Latency = (ULONG) -1;
  Caps->IdealDxStateForSx = PowerDeviceMaximum;
}

typedef enum _WDF_REMOVE_LOCK_OPTIONS_FLAGS {
  WDF_REMOVE_LOCK_OPTION_ACQUIRE_FOR_IO = 0x00000001
} WDF_REMOVE_LOCK_OPTIONS_FLAGS;

typedef struct _WDF_REMOVE_LOCK_OPTIONS {
  ULONG Size; ULONG Flags;
} WDF_REMOVE_LOCK_OPTIONS, *PWDF_REMOVE_LOCK_OPTIONS;
FORCEINLINE VOID WDF_REMOVE_LOCK_OPTIONS_INIT(PWDF_REMOVE_LOCK_OPTIONS RemoveLockOptions, ULONG Flags) {
  IRQLINT_SIZED(RemoveLockOptions, WDF_REMOVE_LOCK_OPTIONS); RemoveLockOptions->Flags = Flags;
}

typedef _Function_class_(EVT_WDFDEVICE_WDM_IRP_PREPROCESS) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL)
    NTSTATUS EVT_WDFDEVICE_WDM_IRP_PREPROCESS(WDFDEVICE Device, PIRP Irp);
typedef EVT_WDFDEVICE_WDM_IRP_PREPROCESS* PFN_WDFDEVICE_WDM_IRP_PREPROCESS;

typedef _Function_class_(EVT_WDFDEVICE_WDM_IRP_DISPATCH) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL)
    NTSTATUS EVT_WDFDEVICE_WDM_IRP_DISPATCH(WDFDEVICE Device, UCHAR MajorFunction, UCHAR MinorFunction, ULONG Code,
    WDFCONTEXT DriverContext, PIRP Irp, WDFCONTEXT DispatchContext);
typedef EVT_WDFDEVICE_WDM_IRP_DISPATCH* PFN_WDFDEVICE_WDM_IRP_DISPATCH;

typedef _Function_class_(EVT_WDF_IO_IN_CALLER_CONTEXT) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL) VOID
    EVT_WDF_IO_IN_CALLER_CONTEXT(WDFDEVICE Device, WDFREQUEST Request);
typedef EVT_WDF_IO_IN_CALLER_CONTEXT* PFN_WDF_IO_IN_CALLER_CONTEXT;

typedef _Function_class_(EVT_WDFDEVICE_WDM_POST_PO_FX_REGISTER_DEVICE) _IRQL_requires_same_
    _IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS EVT_WDFDEVICE_WDM_POST_PO_FX_REGISTER_DEVICE(WDFDEVICE Device,
    POHANDLE PoHandle);
typedef EVT_WDFDEVICE_WDM_POST_PO_FX_REGISTER_DEVICE* PFN_WDFDEVICE_WDM_POST_PO_FX_REGISTER_DEVICE;

typedef _Function_class_(EVT_WDFDEVICE_WDM_PRE_PO_FX_UNREGISTER_DEVICE) _IRQL_requires_same_
    _IRQL_requires_max_(PASSIVE_LEVEL) VOID EVT_WDFDEVICE_WDM_PRE_PO_FX_UNREGISTER_DEVICE(WDFDEVICE Device, POHANDLE
    PoHandle);
typedef EVT_WDFDEVICE_WDM_PRE_PO_FX_UNREGISTER_DEVICE* PFN_WDFDEVICE_WDM_PRE_PO_FX_UNREGISTER_DEVICE;

typedef struct _WDF_POWER_FRAMEWORK_SETTINGS {
  ULONG Size; PFN_WDFDEVICE_WDM_POST_PO_FX_REGISTER_DEVICE EvtDeviceWdmPostPoFxRegisterDevice;
  PFN_WDFDEVICE_WDM_PRE_PO_FX_UNREGISTER_DEVICE EvtDeviceWdmPrePoFxUnregisterDevice; PPO_FX_COMPONENT Component;
  PPO_FX_COMPONENT_ACTIVE_CONDITION_CALLBACK ComponentActiveConditionCallback;
  PPO_FX_COMPONENT_IDLE_CONDITION_CALLBACK ComponentIdleConditionCallback;
  PPO_FX_COMPONENT_IDLE_STATE_CALLBACK ComponentIdleStateCallback;
  PPO_FX_POWER_CONTROL_CALLBACK PowerControlCallback; PVOID PoFxDeviceContext; ULONGLONG PoFxDeviceFlags;
  WDF_TRI_STATE DirectedPoFxEnabled;
} WDF_POWER_FRAMEWORK_SETTINGS, *PWDF_POWER_FRAMEWORK_SETTINGS;
FORCEINLINE VOID WDF_POWER_FRAMEWORK_SETTINGS_INIT(PWDF_POWER_FRAMEWORK_SETTINGS PowerFrameworkSettings) {
  IRQLINT_SIZED(PowerFrameworkSettings, WDF_POWER_FRAMEWORK_SETTINGS); PowerFrameworkSettings->DirectedPoFxEnabled =
  WdfUseDefault;
}

typedef struct _WDF_IO_TYPE_CONFIG {
  ULONG Size; WDF_DEVICE_IO_TYPE ReadWriteIoType; WDF_DEVICE_IO_TYPE DeviceControlIoType;
  ULONG DirectTransferThreshold;
} WDF_IO_TYPE_CONFIG, *PWDF_IO_TYPE_CONFIG;
FORCEINLINE VOID WDF_IO_TYPE_CONFIG_INIT(PWDF_IO_TYPE_CONFIG IoTypeConfig) {
  IRQLINT_SIZED(IoTypeConfig, WDF_IO_TYPE_CONFIG); IoTypeConfig->ReadWriteIoType = WdfDeviceIoBuffered;
  IoTypeConfig->DeviceControlIoType = WdfDeviceIoBuffered;
}

typedef struct _WDF_DEVICE_PROPERTY_DATA {
  ULONG Size; const DEVPROPKEY* PropertyKey; LCID Lcid; ULONG Flags;
} WDF_DEVICE_PROPERTY_DATA, *PWDF_DEVICE_PROPERTY_DATA;
FORCEINLINE VOID WDF_DEVICE_PROPERTY_DATA_INIT(PWDF_DEVICE_PROPERTY_DATA PropertyData, const DEVPROPKEY* PropertyKey)
    {
  IRQLINT_SIZED(PropertyData, WDF_DEVICE_PROPERTY_DATA); PropertyData->PropertyKey = PropertyKey;
}
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceGetDeviceState(WDFDEVICE Device, PWDF_DEVICE_STATE DeviceState);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceSetDeviceState(WDFDEVICE Device, PWDF_DEVICE_STATE DeviceState);
_IRQL_requires_max_(DISPATCH_LEVEL) WDFDEVICE WdfWdmDeviceGetWdfDeviceHandle(PDEVICE_OBJECT DeviceObject);
_IRQL_requires_max_(DISPATCH_LEVEL) PDEVICE_OBJECT WdfDeviceWdmGetDeviceObject(WDFDEVICE Device);
_IRQL_requires_max_(DISPATCH_LEVEL) PDEVICE_OBJECT WdfDeviceWdmGetAttachedDevice(WDFDEVICE Device);
_IRQL_requires_max_(DISPATCH_LEVEL) PDEVICE_OBJECT WdfDeviceWdmGetPhysicalDevice(WDFDEVICE Device);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfDeviceWdmDispatchPreprocessedIrp(WDFDEVICE Device, PIRP Irp);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfDeviceWdmDispatchIrp(WDFDEVICE Device, PIRP Irp, WDFCONTEXT
    DispatchContext);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfDeviceWdmDispatchIrpToIoQueue(WDFDEVICE Device, PIRP Irp, WDFQUEUE
    Queue, ULONG Flags);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfDeviceAddDependentUsageDeviceObject(WDFDEVICE Device, PDEVICE_OBJECT
    DependentDevice);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceRemoveDependentUsageDeviceObject(WDFDEVICE Device, PDEVICE_OBJECT
    DependentDevice);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfDeviceAddRemovalRelationsPhysicalDevice(WDFDEVICE Device,
    PDEVICE_OBJECT PhysicalDevice);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceRemoveRemovalRelationsPhysicalDevice(WDFDEVICE Device,
    PDEVICE_OBJECT PhysicalDevice);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceClearRemovalRelationsDevices(WDFDEVICE Device);
_IRQL_requires_max_(DISPATCH_LEVEL) WDFDRIVER WdfDeviceGetDriver(WDFDEVICE Device);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfDeviceRetrieveDeviceName(WDFDEVICE Device, WDFSTRING String);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfDeviceAssignMofResourceName(WDFDEVICE Device, PCUNICODE_STRING
    MofResourceName);
_IRQL_requires_max_(DISPATCH_LEVEL) WDFIOTARGET WdfDeviceGetIoTarget(WDFDEVICE Device);
_IRQL_requires_max_(DISPATCH_LEVEL) WDF_DEVICE_PNP_STATE WdfDeviceGetDevicePnpState(WDFDEVICE Device);
_IRQL_requires_max_(DISPATCH_LEVEL) WDF_DEVICE_POWER_STATE WdfDeviceGetDevicePowerState(WDFDEVICE Device);
_IRQL_requires_max_(DISPATCH_LEVEL) WDF_DEVICE_POWER_POLICY_STATE WdfDeviceGetDevicePowerPolicyState(WDFDEVICE
    Device);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfDeviceAssignS0IdleSettings(WDFDEVICE Device,
    PWDF_DEVICE_POWER_POLICY_IDLE_SETTINGS Settings);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfDeviceAssignSxWakeSettings(WDFDEVICE Device,
    PWDF_DEVICE_POWER_POLICY_WAKE_SETTINGS Settings);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfDeviceOpenRegistryKey(WDFDEVICE Device, ULONG DeviceInstanceKeyType,
    ACCESS_MASK DesiredAccess, PWDF_OBJECT_ATTRIBUTES KeyAttributes, WDFKEY* Key);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfDeviceOpenDevicemapKey(WDFDEVICE Device, PCUNICODE_STRING KeyName,
    ACCESS_MASK DesiredAccess, PWDF_OBJECT_ATTRIBUTES KeyAttributes, WDFKEY* Key);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceSetSpecialFileSupport(WDFDEVICE Device, WDF_SPECIAL_FILE_TYPE
    FileType, BOOLEAN FileTypeIsSupported);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceSetCharacteristics(WDFDEVICE Device, ULONG DeviceCharacteristics);
_IRQL_requires_max_(DISPATCH_LEVEL) ULONG WdfDeviceGetCharacteristics(WDFDEVICE Device);
_IRQL_requires_max_(DISPATCH_LEVEL) ULONG WdfDeviceGetAlignmentRequirement(WDFDEVICE Device);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceSetAlignmentRequirement(WDFDEVICE Device, ULONG
    AlignmentRequirement);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceInitFree(PWDFDEVICE_INIT DeviceInit);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceInitSetPnpPowerEventCallbacks(PWDFDEVICE_INIT DeviceInit,
    PWDF_PNPPOWER_EVENT_CALLBACKS PnpPowerEventCallbacks);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceInitSetPowerPolicyEventCallbacks(PWDFDEVICE_INIT DeviceInit,
    PWDF_POWER_POLICY_EVENT_CALLBACKS PowerPolicyEventCallbacks);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceInitSetPowerPolicyOwnership(PWDFDEVICE_INIT DeviceInit, BOOLEAN
    IsPowerPolicyOwner);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfDeviceInitRegisterPnpStateChangeCallback(PWDFDEVICE_INIT DeviceInit,
    WDF_DEVICE_PNP_STATE PnpState, PFN_WDF_DEVICE_PNP_STATE_CHANGE_NOTIFICATION EvtDevicePnpStateChange, ULONG
    CallbackTypes);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfDeviceInitRegisterPowerStateChangeCallback(PWDFDEVICE_INIT DeviceInit,
    WDF_DEVICE_POWER_STATE PowerState, PFN_WDF_DEVICE_POWER_STATE_CHANGE_NOTIFICATION EvtDevicePowerStateChange, ULONG
    CallbackTypes);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfDeviceInitRegisterPowerPolicyStateChangeCallback(PWDFDEVICE_INIT
    DeviceInit, WDF_DEVICE_POWER_POLICY_STATE PowerPolicyState, PFN_WDF_DEVICE_POWER_POLICY_STATE_CHANGE_NOTIFICATION
    EvtDevicePowerPolicyStateChange, ULONG CallbackTypes);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceInitSetExclusive(PWDFDEVICE_INIT DeviceInit, BOOLEAN IsExclusive);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceInitSetIoType(PWDFDEVICE_INIT DeviceInit, WDF_DEVICE_IO_TYPE
    IoType);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceInitSetPowerNotPageable(PWDFDEVICE_INIT DeviceInit);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceInitSetPowerPageable(PWDFDEVICE_INIT DeviceInit);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceInitSetPowerInrush(PWDFDEVICE_INIT DeviceInit);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceInitSetDeviceType(PWDFDEVICE_INIT DeviceInit, DEVICE_TYPE
    DeviceType);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfDeviceInitAssignName(PWDFDEVICE_INIT DeviceInit, PCUNICODE_STRING
    DeviceName);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfDeviceInitAssignSDDLString(PWDFDEVICE_INIT DeviceInit, PCUNICODE_STRING
    SDDLString);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceInitSetDeviceClass(PWDFDEVICE_INIT DeviceInit, CONST GUID*
    DeviceClassGuid);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceInitSetCharacteristics(PWDFDEVICE_INIT DeviceInit, ULONG
    DeviceCharacteristics, BOOLEAN OrInValues);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceInitSetFileObjectConfig(PWDFDEVICE_INIT DeviceInit,
    PWDF_FILEOBJECT_CONFIG FileObjectConfig, PWDF_OBJECT_ATTRIBUTES FileObjectAttributes);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceInitSetRequestAttributes(PWDFDEVICE_INIT DeviceInit,
    PWDF_OBJECT_ATTRIBUTES RequestAttributes);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfDeviceInitAssignWdmIrpPreprocessCallback(PWDFDEVICE_INIT DeviceInit,
    PFN_WDFDEVICE_WDM_IRP_PREPROCESS EvtDeviceWdmIrpPreprocess, UCHAR MajorFunction, PUCHAR MinorFunctions, ULONG
    NumMinorFunctions);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceInitSetIoInCallerContextCallback(PWDFDEVICE_INIT DeviceInit,
    PFN_WDF_IO_IN_CALLER_CONTEXT EvtIoInCallerContext);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceInitSetRemoveLockOptions(PWDFDEVICE_INIT DeviceInit,
    PWDF_REMOVE_LOCK_OPTIONS Options);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfDeviceCreate(PWDFDEVICE_INIT* DeviceInit, PWDF_OBJECT_ATTRIBUTES
    DeviceAttributes, WDFDEVICE* Device);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceSetStaticStopRemove(WDFDEVICE Device, BOOLEAN Stoppable);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfDeviceCreateDeviceInterface(WDFDEVICE Device, CONST GUID*
    InterfaceClassGUID, PCUNICODE_STRING ReferenceString);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID WdfDeviceSetDeviceInterfaceState(WDFDEVICE Device, CONST GUID*
    InterfaceClassGUID, PCUNICODE_STRING ReferenceString, BOOLEAN IsInterfaceEnabled);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID WdfDeviceSetDeviceInterfaceStateEx(WDFDEVICE Device, CONST GUID*
    InterfaceClassGUID, PCUNICODE_STRING ReferenceString, BOOLEAN IsInterfaceEnabled);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfDeviceRetrieveDeviceInterfaceString(WDFDEVICE Device, CONST GUID*
    InterfaceClassGUID, PCUNICODE_STRING ReferenceString, WDFSTRING String);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfDeviceCreateSymbolicLink(WDFDEVICE Device, PCUNICODE_STRING
    SymbolicLinkName);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfDeviceQueryProperty(WDFDEVICE Device, DEVICE_REGISTRY_PROPERTY
    DeviceProperty, ULONG BufferLength, PVOID PropertyBuffer, PULONG ResultLength);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfDeviceAllocAndQueryProperty(WDFDEVICE Device, DEVICE_REGISTRY_PROPERTY
    DeviceProperty, POOL_TYPE PoolType, PWDF_OBJECT_ATTRIBUTES PropertyMemoryAttributes, WDFMEMORY* PropertyMemory);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceSetPnpCapabilities(WDFDEVICE Device, PWDF_DEVICE_PNP_CAPABILITIES
    PnpCapabilities);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceSetPowerCapabilities(WDFDEVICE Device,
    PWDF_DEVICE_POWER_CAPABILITIES PowerCapabilities);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceSetBusInformationForChildren(WDFDEVICE Device, PPNP_BUS_INFORMATION
    BusInformation);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfDeviceIndicateWakeStatus(WDFDEVICE Device, NTSTATUS WaitWakeStatus);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceSetFailed(WDFDEVICE Device, WDF_DEVICE_FAILED_ACTION FailedAction);
_When_(WaitForD0 == 0, _IRQL_requires_max_(DISPATCH_LEVEL)) _When_(WaitForD0 != 0, _IRQL_requires_max_(PASSIVE_LEVEL))
    NTSTATUS WdfDeviceStopIdleNoTrack(WDFDEVICE Device, BOOLEAN WaitForD0);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceResumeIdleNoTrack(WDFDEVICE Device);
_When_(WaitForD0 == 0, _IRQL_requires_max_(DISPATCH_LEVEL)) _When_(WaitForD0 != 0, _IRQL_requires_max_(PASSIVE_LEVEL))
    NTSTATUS WdfDeviceStopIdleActual(WDFDEVICE Device, BOOLEAN WaitForD0, PVOID Tag, LONG Line, PCCH File);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceResumeIdleActual(WDFDEVICE Device, PVOID Tag, LONG Line, PCCH File);
_IRQL_requires_max_(DISPATCH_LEVEL) WDFFILEOBJECT WdfDeviceGetFileObject(WDFDEVICE Device, PFILE_OBJECT FileObject);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfDeviceEnqueueRequest(WDFDEVICE Device, WDFREQUEST Request);
_IRQL_requires_max_(DISPATCH_LEVEL) WDFQUEUE WdfDeviceGetDefaultQueue(WDFDEVICE Device);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfDeviceConfigureRequestDispatching(WDFDEVICE Device, WDFQUEUE Queue,
    WDF_REQUEST_TYPE RequestType);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfDeviceConfigureWdmIrpDispatchCallback(WDFDEVICE Device, WDFDRIVER
    Driver, UCHAR MajorFunction, PFN_WDFDEVICE_WDM_IRP_DISPATCH EvtDeviceWdmIrpDispatch, WDFCONTEXT DriverContext);
_IRQL_requires_max_(DISPATCH_LEVEL) POWER_ACTION WdfDeviceGetSystemPowerAction(WDFDEVICE Device);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfDeviceWdmAssignPowerFrameworkSettings(WDFDEVICE Device,
    PWDF_POWER_FRAMEWORK_SETTINGS PowerFrameworkSettings);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfDeviceInitSetReleaseHardwareOrderOnFailure(PWDFDEVICE_INIT DeviceInit,
    WDF_RELEASE_HARDWARE_ORDER_ON_FAILURE ReleaseHardwareOrderOnFailure);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID WdfDeviceInitSetIoTypeEx(PWDFDEVICE_INIT DeviceInit, PWDF_IO_TYPE_CONFIG
    IoTypeConfig);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS WdfDeviceQueryPropertyEx(WDFDEVICE Device, PWDF_DEVICE_PROPERTY_DATA
    DeviceProperty, ULONG BufferLength, PVOID PropertyBuffer, PULONG RequiredSize, PDEVPROPTYPE Type);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS WdfDeviceAllocAndQueryPropertyEx(WDFDEVICE Device, PWDF_DEVICE_PROPERTY_DATA
    DeviceProperty, POOL_TYPE PoolType, PWDF_OBJECT_ATTRIBUTES PropertyMemoryAttributes, WDFMEMORY* PropertyMemory,
    PDEVPROPTYPE Type);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS WdfDeviceAssignProperty(WDFDEVICE Device, PWDF_DEVICE_PROPERTY_DATA
    DeviceProperty, DEVPROPTYPE Type, ULONG Size, PVOID Data);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfDeviceRetrieveCompanionTarget(WDFDEVICE Device, WDFCOMPANIONTARGET*
    CompanionTarget);

#ifdef __cplusplus
}
#endif
