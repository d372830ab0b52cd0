// Processes, threads and silos: notifications, mitigations and queries that came later than the base headers.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

// Notifications
typedef enum _PSCREATEPROCESSNOTIFYTYPE { PsCreateProcessNotifySubsystems } PSCREATEPROCESSNOTIFYTYPE;
typedef enum _PSCREATETHREADNOTIFYTYPE { PsCreateThreadNotifyNonSystem, PsCreateThreadNotifySubsystems }
    PSCREATETHREADNOTIFYTYPE;
typedef enum _SUBSYSTEM_INFORMATION_TYPE {
  SubsystemInformationTypeWin32, SubsystemInformationTypeWSL, MaxSubsystemInformationType
} SUBSYSTEM_INFORMATION_TYPE;
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS PsSetCreateProcessNotifyRoutineEx2(PSCREATEPROCESSNOTIFYTYPE NotifyType,
    PVOID NotifyInformation, BOOLEAN Remove);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS PsSetCreateThreadNotifyRoutineEx(PSCREATETHREADNOTIFYTYPE NotifyType, PVOID
    NotifyInformation);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS PsGetProcessExitStatus(PEPROCESS Process);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS PsGetThreadExitStatus(PETHREAD Thread);
PVOID PsGetCurrentThreadTeb(VOID);

// Silos
typedef struct _EJOB* PESILO;
typedef struct _SILO_MONITOR *PSILO_MONITOR, SILO_MONITOR;
typedef NTSTATUS (*SILO_MONITOR_CREATE_CALLBACK)(PESILO Silo);
typedef VOID (*SILO_MONITOR_TERMINATE_CALLBACK)(PESILO Silo);
typedef VOID (*SILO_CONTEXT_CLEANUP_CALLBACK)(PVOID SiloContext);
#define SILO_MONITOR_REGISTRATION_VERSION 1
typedef struct _SILO_MONITOR_REGISTRATION {
  UCHAR Version;
  BOOLEAN MonitorHost;
  BOOLEAN MonitorExistingSilos;
  UCHAR Reserved[5];
  union { PUNICODE_STRING DriverObjectName; PUNICODE_STRING ComponentName; };
  SILO_MONITOR_CREATE_CALLBACK CreateCallback;
  SILO_MONITOR_TERMINATE_CALLBACK TerminateCallback;
} SILO_MONITOR_REGISTRATION, *PSILO_MONITOR_REGISTRATION;
NTSTATUS PsRegisterSiloMonitor(PSILO_MONITOR_REGISTRATION Registration, PSILO_MONITOR* ReturnedMonitor);
NTSTATUS PsStartSiloMonitor(PSILO_MONITOR Monitor);
VOID PsUnregisterSiloMonitor(PSILO_MONITOR Monitor);
ULONG PsGetSiloMonitorContextSlot(PSILO_MONITOR Monitor);
NTSTATUS PsAllocSiloContextSlot(ULONG_PTR Reserved, ULONG* ReturnedContextSlot);
NTSTATUS PsFreeSiloContextSlot(ULONG ContextSlot);
NTSTATUS PsCreateSiloContext(PESILO Silo, ULONG Size, POOL_TYPE PoolType, SILO_CONTEXT_CLEANUP_CALLBACK
    ContextCleanupCallback, PVOID* ReturnedSiloContext);
NTSTATUS PsInsertSiloContext(PESILO Silo, ULONG ContextSlot, PVOID SiloContext);
NTSTATUS PsGetSiloContext(PESILO Silo, ULONG ContextSlot, PVOID* ReturnedSiloContext);
NTSTATUS PsRemoveSiloContext(PESILO Silo, ULONG ContextSlot, PVOID* RemovedSiloContext);
VOID PsReferenceSiloContext(PVOID SiloContext);
VOID PsDereferenceSiloContext(PVOID SiloContext);
_IRQL_requires_max_(DISPATCH_LEVEL) PESILO PsAttachSiloToCurrentThread(PESILO Silo);
VOID PsDetachSiloFromCurrentThread(PESILO PreviousSilo);
PESILO PsGetCurrentSilo(VOID);
PESILO PsGetCurrentServerSilo(VOID);
PESILO PsGetHostSilo(VOID);
BOOLEAN PsIsHostSilo(PESILO Silo);
BOOLEAN PsIsCurrentThreadInServerSilo(VOID);

// Mitigations
typedef enum _PROCESS_MITIGATION_POLICY {
  ProcessDEPPolicy, ProcessASLRPolicy, ProcessDynamicCodePolicy, ProcessStrictHandleCheckPolicy,
  ProcessSystemCallDisablePolicy, ProcessMitigationOptionsMask, ProcessExtensionPointDisablePolicy,
  ProcessControlFlowGuardPolicy, ProcessSignaturePolicy, ProcessFontDisablePolicy, ProcessImageLoadPolicy,
  ProcessSystemCallFilterPolicy, ProcessPayloadRestrictionPolicy, ProcessChildProcessPolicy,
  ProcessSideChannelIsolationPolicy, ProcessUserShadowStackPolicy, ProcessRedirectionTrustPolicy,
  ProcessUserPointerAuthPolicy, ProcessSEHOPPolicy, ProcessActivationContextTrustPolicy, MaxProcessMitigationPolicy
} PROCESS_MITIGATION_POLICY, *PPROCESS_MITIGATION_POLICY;
#define IRQLINT_MITIGATION(Name, ...) \
  typedef struct _PROCESS_MITIGATION_##Name##_POLICY { \
    union { ULONG Flags; struct { __VA_ARGS__ }; }; \
  } PROCESS_MITIGATION_##Name##_POLICY, *PPROCESS_MITIGATION_##Name##_POLICY
IRQLINT_MITIGATION(ASLR, ULONG EnableBottomUpRandomization : 1; ULONG EnableForceRelocateImages : 1;
                   ULONG EnableHighEntropy : 1; ULONG DisallowStrippedImages : 1;);
IRQLINT_MITIGATION(DYNAMIC_CODE, ULONG ProhibitDynamicCode : 1; ULONG AllowThreadOptOut : 1;
                   ULONG AllowRemoteDowngrade : 1; ULONG AuditProhibitDynamicCode : 1;);
IRQLINT_MITIGATION(STRICT_HANDLE_CHECK, ULONG RaiseExceptionOnInvalidHandleReference : 1;
                   ULONG HandleExceptionsPermanentlyEnabled : 1;);
IRQLINT_MITIGATION(SYSTEM_CALL_DISABLE, ULONG DisallowWin32kSystemCalls : 1; ULONG AuditDisallowWin32kSystemCalls : 1;);
IRQLINT_MITIGATION(EXTENSION_POINT_DISABLE, ULONG DisableExtensionPoints : 1;);
IRQLINT_MITIGATION(CONTROL_FLOW_GUARD, ULONG EnableControlFlowGuard : 1; ULONG EnableExportSuppression : 1;
                   ULONG StrictMode : 1; ULONG EnableXfg : 1; ULONG EnableXfgAuditMode : 1;);
IRQLINT_MITIGATION(BINARY_SIGNATURE, ULONG MicrosoftSignedOnly : 1; ULONG StoreSignedOnly : 1;
                   ULONG MitigationOptIn : 1;
                   ULONG AuditMicrosoftSignedOnly : 1; ULONG AuditStoreSignedOnly : 1;);
IRQLINT_MITIGATION(FONT_DISABLE, ULONG DisableNonSystemFonts : 1; ULONG AuditNonSystemFontLoading : 1;);
IRQLINT_MITIGATION(IMAGE_LOAD, ULONG NoRemoteImages : 1; ULONG NoLowMandatoryLabelImages : 1;
                   ULONG PreferSystem32Images : 1; ULONG AuditNoRemoteImages : 1;
                   ULONG AuditNoLowMandatoryLabelImages : 1;);
IRQLINT_MITIGATION(SYSTEM_CALL_FILTER, ULONG FilterId : 4;);
IRQLINT_MITIGATION(PAYLOAD_RESTRICTION, ULONG EnableExportAddressFilter : 1; ULONG AuditExportAddressFilter : 1;
                   ULONG EnableExportAddressFilterPlus : 1; ULONG AuditExportAddressFilterPlus : 1;
                   ULONG EnableImportAddressFilter : 1; ULONG AuditImportAddressFilter : 1;
                   ULONG EnableRopStackPivot : 1; ULONG AuditRopStackPivot : 1; ULONG EnableRopCallerCheck : 1;
                   ULONG AuditRopCallerCheck : 1; ULONG EnableRopSimExec : 1; ULONG AuditRopSimExec : 1;);
IRQLINT_MITIGATION(CHILD_PROCESS, ULONG NoChildProcessCreation : 1; ULONG AuditNoChildProcessCreation : 1;
                   ULONG AllowSecureProcessCreation : 1;);
IRQLINT_MITIGATION(SIDE_CHANNEL_ISOLATION, ULONG SmtBranchTargetIsolation : 1; ULONG IsolateSecurityDomain : 1;
                   ULONG DisablePageCombine : 1; ULONG SpeculativeStoreBypassDisable : 1;);
IRQLINT_MITIGATION(USER_SHADOW_STACK, ULONG EnableUserShadowStack : 1; ULONG AuditUserShadowStack : 1;
                   ULONG SetContextIpValidation : 1; ULONG AuditSetContextIpValidation : 1;);
IRQLINT_MITIGATION(REDIRECTION_TRUST, ULONG EnforceRedirectionTrust : 1; ULONG AuditRedirectionTrust : 1;);
IRQLINT_MITIGATION(USER_POINTER_AUTH, ULONG EnablePointerAuthUserIp : 1;);
IRQLINT_MITIGATION(SEHOP, ULONG EnableSehop : 1;);
#undef IRQLINT_MITIGATION

// Images that are about to be loaded
typedef enum _SE_IMAGE_TYPE {
  SeImageTypeElamDriver, SeImageTypeDriver, SeImageTypePlatformSecureFile, SeImageTypeDynamicCodeFile, SeImageTypeMax
} SE_IMAGE_TYPE, *PSE_IMAGE_TYPE;
typedef enum _SE_IMAGE_VERIFICATION_CALLBACK_TYPE { SeImageVerificationCallbackInformational }
    SE_IMAGE_VERIFICATION_CALLBACK_TYPE;
typedef _Function_class_(SE_IMAGE_VERIFICATION_CALLBACK_FUNCTION) VOID SE_IMAGE_VERIFICATION_CALLBACK_FUNCTION(PVOID
    CallbackContext, SE_IMAGE_TYPE ImageType, PBDCB_IMAGE_INFORMATION ImageInformation);
typedef SE_IMAGE_VERIFICATION_CALLBACK_FUNCTION* PSE_IMAGE_VERIFICATION_CALLBACK_FUNCTION;
typedef PVOID SE_IMAGE_VERIFICATION_CALLBACK_TOKEN;
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS SeRegisterImageVerificationCallback(SE_IMAGE_TYPE ImageType,
    SE_IMAGE_VERIFICATION_CALLBACK_TYPE CallbackType, PSE_IMAGE_VERIFICATION_CALLBACK_FUNCTION CallbackFunction, PVOID
    CallbackContext, SE_IMAGE_VERIFICATION_CALLBACK_TOKEN Token, PVOID* CallbackHandle);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID SeUnregisterImageVerificationCallback(PVOID CallbackHandle);

#ifdef __cplusplus
}
#endif
