// Deferred calls, timers, work items, interrupts, resources.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

typedef _Function_class_(EVT_WDF_DPC) _IRQL_requires_same_ _IRQL_requires_(DISPATCH_LEVEL) VOID EVT_WDF_DPC(WDFDPC
    Dpc);
typedef EVT_WDF_DPC* PFN_WDF_DPC;

typedef struct _WDF_DPC_CONFIG {
  ULONG Size; PFN_WDF_DPC EvtDpcFunc; BOOLEAN AutomaticSerialization;
} WDF_DPC_CONFIG, *PWDF_DPC_CONFIG;
FORCEINLINE VOID WDF_DPC_CONFIG_INIT(PWDF_DPC_CONFIG Config, PFN_WDF_DPC EvtDpcFunc) {
  IRQLINT_SIZED(Config, WDF_DPC_CONFIG); Config->EvtDpcFunc = EvtDpcFunc; Config->AutomaticSerialization = TRUE;
}
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfDpcCreate(PWDF_DPC_CONFIG Config, PWDF_OBJECT_ATTRIBUTES Attributes,
    WDFDPC* Dpc);
_IRQL_requires_max_(HIGH_LEVEL) BOOLEAN WdfDpcEnqueue(WDFDPC Dpc);
_When_(Wait == __true, _IRQL_requires_max_(PASSIVE_LEVEL)) _When_(Wait == __false, _IRQL_requires_max_(HIGH_LEVEL))
    BOOLEAN WdfDpcCancel(WDFDPC Dpc, BOOLEAN Wait);
_IRQL_requires_max_(HIGH_LEVEL) WDFOBJECT WdfDpcGetParentObject(WDFDPC Dpc);
_IRQL_requires_max_(HIGH_LEVEL) PKDPC WdfDpcWdmGetDpc(WDFDPC Dpc);

typedef _Function_class_(EVT_WDF_TIMER) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL) VOID
    EVT_WDF_TIMER(WDFTIMER Timer);
typedef EVT_WDF_TIMER* PFN_WDF_TIMER;

typedef struct _WDF_TIMER_CONFIG {
  ULONG Size; PFN_WDF_TIMER EvtTimerFunc; ULONG Period; BOOLEAN AutomaticSerialization; ULONG TolerableDelay;
  DECLSPEC_ALIGN(8) BOOLEAN UseHighResolutionTimer;
} WDF_TIMER_CONFIG, *PWDF_TIMER_CONFIG;
FORCEINLINE VOID WDF_TIMER_CONFIG_INIT(PWDF_TIMER_CONFIG Config, PFN_WDF_TIMER EvtTimerFunc) {
  IRQLINT_SIZED(Config, WDF_TIMER_CONFIG); Config->EvtTimerFunc = EvtTimerFunc; Config->Period = 0;
  Config->AutomaticSerialization = TRUE; Config->TolerableDelay = 0;
}
FORCEINLINE VOID WDF_TIMER_CONFIG_INIT_PERIODIC(PWDF_TIMER_CONFIG Config, PFN_WDF_TIMER EvtTimerFunc, LONG Period) {
  IRQLINT_SIZED(Config, WDF_TIMER_CONFIG); Config->EvtTimerFunc = EvtTimerFunc; Config->Period = Period;
  Config->AutomaticSerialization = TRUE; Config->TolerableDelay = 0;
}
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfTimerCreate(PWDF_TIMER_CONFIG Config, PWDF_OBJECT_ATTRIBUTES
    Attributes, WDFTIMER* Timer);
_IRQL_requires_max_(DISPATCH_LEVEL) BOOLEAN WdfTimerStart(WDFTIMER Timer, LONGLONG DueTime);
_When_(Wait == __true, _IRQL_requires_max_(PASSIVE_LEVEL)) _When_(Wait == __false,
    _IRQL_requires_max_(DISPATCH_LEVEL)) BOOLEAN WdfTimerStop(WDFTIMER Timer, BOOLEAN Wait);
_IRQL_requires_max_(DISPATCH_LEVEL) WDFOBJECT WdfTimerGetParentObject(WDFTIMER Timer);

typedef _Function_class_(EVT_WDF_WORKITEM) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL) VOID
    EVT_WDF_WORKITEM(WDFWORKITEM WorkItem);
typedef EVT_WDF_WORKITEM* PFN_WDF_WORKITEM;

typedef struct _WDF_WORKITEM_CONFIG {
  ULONG Size; PFN_WDF_WORKITEM EvtWorkItemFunc; BOOLEAN AutomaticSerialization;
} WDF_WORKITEM_CONFIG, *PWDF_WORKITEM_CONFIG;
FORCEINLINE VOID WDF_WORKITEM_CONFIG_INIT(PWDF_WORKITEM_CONFIG Config, PFN_WDF_WORKITEM EvtWorkItemFunc) {
  IRQLINT_SIZED(Config, WDF_WORKITEM_CONFIG); Config->EvtWorkItemFunc = EvtWorkItemFunc;
  Config->AutomaticSerialization = TRUE;
}
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfWorkItemCreate(PWDF_WORKITEM_CONFIG Config, PWDF_OBJECT_ATTRIBUTES
    Attributes, WDFWORKITEM* WorkItem);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfWorkItemEnqueue(WDFWORKITEM WorkItem);
_IRQL_requires_max_(DISPATCH_LEVEL) WDFOBJECT WdfWorkItemGetParentObject(WDFWORKITEM WorkItem);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID WdfWorkItemFlush(WDFWORKITEM WorkItem);

typedef enum _WDF_INTERRUPT_POLARITY {
  WdfInterruptPolarityUnknown = 0, WdfInterruptActiveHigh, WdfInterruptActiveLow
} WDF_INTERRUPT_POLARITY,* PWDF_INTERRUPT_POLARITY;

typedef enum _WDF_INTERRUPT_POLICY {
  WdfIrqPolicyMachineDefault = 0, WdfIrqPolicyAllCloseProcessors, WdfIrqPolicyOneCloseProcessor,
  WdfIrqPolicyAllProcessorsInMachine, WdfIrqPolicySpecifiedProcessors, WdfIrqPolicySpreadMessagesAcrossAllProcessors
} WDF_INTERRUPT_POLICY,* PWDF_INTERRUPT_POLICY;

typedef enum _WDF_INTERRUPT_PRIORITY {
  WdfIrqPriorityUndefined = 0, WdfIrqPriorityLow, WdfIrqPriorityNormal, WdfIrqPriorityHigh
} WDF_INTERRUPT_PRIORITY,* PWDF_INTERRUPT_PRIORITY;

typedef _Function_class_(EVT_WDF_INTERRUPT_ISR) _IRQL_requires_same_ _IRQL_requires_min_(PASSIVE_LEVEL) BOOLEAN
    EVT_WDF_INTERRUPT_ISR(WDFINTERRUPT Interrupt, ULONG MessageID);
typedef EVT_WDF_INTERRUPT_ISR* PFN_WDF_INTERRUPT_ISR;

typedef _Function_class_(EVT_WDF_INTERRUPT_SYNCHRONIZE) _IRQL_requires_same_ _IRQL_requires_min_(PASSIVE_LEVEL)
    BOOLEAN EVT_WDF_INTERRUPT_SYNCHRONIZE(WDFINTERRUPT Interrupt, WDFCONTEXT Context);
typedef EVT_WDF_INTERRUPT_SYNCHRONIZE* PFN_WDF_INTERRUPT_SYNCHRONIZE;

typedef _Function_class_(EVT_WDF_INTERRUPT_DPC) _IRQL_requires_same_ _IRQL_requires_(DISPATCH_LEVEL) VOID
    EVT_WDF_INTERRUPT_DPC(WDFINTERRUPT Interrupt, WDFOBJECT AssociatedObject);
typedef EVT_WDF_INTERRUPT_DPC* PFN_WDF_INTERRUPT_DPC;

typedef _Function_class_(EVT_WDF_INTERRUPT_WORKITEM) _IRQL_requires_same_ _IRQL_requires_(PASSIVE_LEVEL) VOID
    EVT_WDF_INTERRUPT_WORKITEM(WDFINTERRUPT Interrupt, WDFOBJECT AssociatedObject);
typedef EVT_WDF_INTERRUPT_WORKITEM* PFN_WDF_INTERRUPT_WORKITEM;

typedef _Function_class_(EVT_WDF_INTERRUPT_ENABLE) _IRQL_requires_same_ _IRQL_requires_min_(PASSIVE_LEVEL) NTSTATUS
    EVT_WDF_INTERRUPT_ENABLE(WDFINTERRUPT Interrupt, WDFDEVICE AssociatedDevice);
typedef EVT_WDF_INTERRUPT_ENABLE* PFN_WDF_INTERRUPT_ENABLE;

typedef _Function_class_(EVT_WDF_INTERRUPT_DISABLE) _IRQL_requires_same_ _IRQL_requires_min_(PASSIVE_LEVEL) NTSTATUS
    EVT_WDF_INTERRUPT_DISABLE(WDFINTERRUPT Interrupt, WDFDEVICE AssociatedDevice);
typedef EVT_WDF_INTERRUPT_DISABLE* PFN_WDF_INTERRUPT_DISABLE;

typedef struct _WDF_INTERRUPT_CONFIG {
  ULONG Size; WDFSPINLOCK SpinLock; WDF_TRI_STATE ShareVector; BOOLEAN FloatingSave; BOOLEAN AutomaticSerialization;
  PFN_WDF_INTERRUPT_ISR EvtInterruptIsr; PFN_WDF_INTERRUPT_DPC EvtInterruptDpc;
  PFN_WDF_INTERRUPT_ENABLE EvtInterruptEnable; PFN_WDF_INTERRUPT_DISABLE EvtInterruptDisable;
  PFN_WDF_INTERRUPT_WORKITEM EvtInterruptWorkItem; PCM_PARTIAL_RESOURCE_DESCRIPTOR InterruptRaw;
  PCM_PARTIAL_RESOURCE_DESCRIPTOR InterruptTranslated; WDFWAITLOCK WaitLock; BOOLEAN PassiveHandling;
  WDF_TRI_STATE ReportInactiveOnPowerDown; BOOLEAN CanWakeDevice;
} WDF_INTERRUPT_CONFIG, *PWDF_INTERRUPT_CONFIG;
FORCEINLINE VOID WDF_INTERRUPT_CONFIG_INIT(PWDF_INTERRUPT_CONFIG Configuration, PFN_WDF_INTERRUPT_ISR EvtInterruptIsr,
    PFN_WDF_INTERRUPT_DPC EvtInterruptDpc) {
  IRQLINT_SIZED(Configuration, WDF_INTERRUPT_CONFIG); Configuration->ShareVector = WdfUseDefault;
  Configuration->EvtInterruptIsr = EvtInterruptIsr; Configuration->EvtInterruptDpc = EvtInterruptDpc;
  Configuration->ReportInactiveOnPowerDown = WdfUseDefault;
}

typedef struct _WDF_INTERRUPT_INFO {
  ULONG Size; ULONG64 Reserved1; KAFFINITY TargetProcessorSet; ULONG Reserved2; ULONG MessageNumber; ULONG Vector;
  KIRQL Irql; KINTERRUPT_MODE Mode; WDF_INTERRUPT_POLARITY Polarity; BOOLEAN MessageSignaled;
  UCHAR ShareDisposition; DECLSPEC_ALIGN(8) USHORT Group;
} WDF_INTERRUPT_INFO, *PWDF_INTERRUPT_INFO;
FORCEINLINE VOID WDF_INTERRUPT_INFO_INIT(PWDF_INTERRUPT_INFO Info) { IRQLINT_SIZED(Info, WDF_INTERRUPT_INFO); }

typedef struct _WDF_INTERRUPT_EXTENDED_POLICY {
  ULONG Size; WDF_INTERRUPT_POLICY Policy; WDF_INTERRUPT_PRIORITY Priority;
  GROUP_AFFINITY TargetProcessorSetAndGroup;
} WDF_INTERRUPT_EXTENDED_POLICY, *PWDF_INTERRUPT_EXTENDED_POLICY;
FORCEINLINE VOID WDF_INTERRUPT_EXTENDED_POLICY_INIT(PWDF_INTERRUPT_EXTENDED_POLICY ExtendedPolicy) {
  IRQLINT_SIZED(ExtendedPolicy, WDF_INTERRUPT_EXTENDED_POLICY); ExtendedPolicy->Policy = WdfIrqPolicyMachineDefault;
  ExtendedPolicy->Priority = WdfIrqPriorityUndefined;
}
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfInterruptCreate(WDFDEVICE Device, PWDF_INTERRUPT_CONFIG Configuration,
    PWDF_OBJECT_ATTRIBUTES Attributes, WDFINTERRUPT* Interrupt);
BOOLEAN WdfInterruptQueueDpcForIsr(WDFINTERRUPT Interrupt);
BOOLEAN WdfInterruptQueueWorkItemForIsr(WDFINTERRUPT Interrupt);
_IRQL_requires_max_(DISPATCH_LEVEL) BOOLEAN WdfInterruptSynchronize(WDFINTERRUPT Interrupt,
    PFN_WDF_INTERRUPT_SYNCHRONIZE Callback, WDFCONTEXT Context);
_IRQL_requires_max_(DISPATCH_LEVEL + 1) VOID WdfInterruptAcquireLock(_Requires_lock_not_held_(_Curr_)
    _Acquires_lock_(_Curr_) WDFINTERRUPT Interrupt);
_IRQL_requires_max_(DISPATCH_LEVEL + 1) VOID WdfInterruptReleaseLock(_Requires_lock_held_(_Curr_)
    _Releases_lock_(_Curr_) WDFINTERRUPT Interrupt);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID WdfInterruptEnable(WDFINTERRUPT Interrupt);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID WdfInterruptDisable(WDFINTERRUPT Interrupt);
PKINTERRUPT WdfInterruptWdmGetInterrupt(WDFINTERRUPT Interrupt);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfInterruptGetInfo(WDFINTERRUPT Interrupt, PWDF_INTERRUPT_INFO Info);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfInterruptSetPolicy(WDFINTERRUPT Interrupt, WDF_INTERRUPT_POLICY Policy,
    WDF_INTERRUPT_PRIORITY Priority, KAFFINITY TargetProcessorSet);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfInterruptSetExtendedPolicy(WDFINTERRUPT Interrupt,
    PWDF_INTERRUPT_EXTENDED_POLICY PolicyAndGroup);
WDFDEVICE WdfInterruptGetDevice(WDFINTERRUPT Interrupt);
_IRQL_requires_max_(PASSIVE_LEVEL) BOOLEAN WdfInterruptTryToAcquireLock(_Requires_lock_not_held_(_Curr_)
    _When_(return!=0, _Acquires_lock_(_Curr_)) WDFINTERRUPT Interrupt);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfInterruptReportActive(WDFINTERRUPT Interrupt);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfInterruptReportInactive(WDFINTERRUPT Interrupt);

_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfIoResourceRequirementsListSetSlotNumber(WDFIORESREQLIST RequirementsList,
    ULONG SlotNumber);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfIoResourceRequirementsListSetInterfaceType(WDFIORESREQLIST
    RequirementsList, INTERFACE_TYPE InterfaceType);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfIoResourceRequirementsListAppendIoResList(WDFIORESREQLIST
    RequirementsList, WDFIORESLIST IoResList);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfIoResourceRequirementsListInsertIoResList(WDFIORESREQLIST
    RequirementsList, WDFIORESLIST IoResList, ULONG Index);
_IRQL_requires_max_(DISPATCH_LEVEL) ULONG WdfIoResourceRequirementsListGetCount(WDFIORESREQLIST RequirementsList);
_IRQL_requires_max_(DISPATCH_LEVEL) WDFIORESLIST WdfIoResourceRequirementsListGetIoResList(WDFIORESREQLIST
    RequirementsList, ULONG Index);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfIoResourceRequirementsListRemove(WDFIORESREQLIST RequirementsList, ULONG
    Index);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfIoResourceRequirementsListRemoveByIoResList(WDFIORESREQLIST
    RequirementsList, WDFIORESLIST IoResList);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfIoResourceListCreate(WDFIORESREQLIST RequirementsList,
    PWDF_OBJECT_ATTRIBUTES Attributes, WDFIORESLIST* ResourceList);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfIoResourceListAppendDescriptor(WDFIORESLIST ResourceList,
    PIO_RESOURCE_DESCRIPTOR Descriptor);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfIoResourceListInsertDescriptor(WDFIORESLIST ResourceList,
    PIO_RESOURCE_DESCRIPTOR Descriptor, ULONG Index);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfIoResourceListUpdateDescriptor(WDFIORESLIST ResourceList,
    PIO_RESOURCE_DESCRIPTOR Descriptor, ULONG Index);
_IRQL_requires_max_(DISPATCH_LEVEL) ULONG WdfIoResourceListGetCount(WDFIORESLIST ResourceList);
_IRQL_requires_max_(DISPATCH_LEVEL) PIO_RESOURCE_DESCRIPTOR WdfIoResourceListGetDescriptor(WDFIORESLIST ResourceList,
    ULONG Index);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfIoResourceListRemove(WDFIORESLIST ResourceList, ULONG Index);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfIoResourceListRemoveByDescriptor(WDFIORESLIST ResourceList,
    PIO_RESOURCE_DESCRIPTOR Descriptor);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfCmResourceListAppendDescriptor(WDFCMRESLIST List,
    PCM_PARTIAL_RESOURCE_DESCRIPTOR Descriptor);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfCmResourceListInsertDescriptor(WDFCMRESLIST List,
    PCM_PARTIAL_RESOURCE_DESCRIPTOR Descriptor, ULONG Index);
_IRQL_requires_max_(DISPATCH_LEVEL) ULONG WdfCmResourceListGetCount(WDFCMRESLIST List);
_IRQL_requires_max_(DISPATCH_LEVEL) PCM_PARTIAL_RESOURCE_DESCRIPTOR WdfCmResourceListGetDescriptor(WDFCMRESLIST List,
    ULONG Index);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfCmResourceListRemove(WDFCMRESLIST List, ULONG Index);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfCmResourceListRemoveByDescriptor(WDFCMRESLIST List,
    PCM_PARTIAL_RESOURCE_DESCRIPTOR Descriptor);

#ifdef __cplusplus
}
#endif
