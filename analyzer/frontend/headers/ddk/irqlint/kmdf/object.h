// Objects of the driver framework: attributes, reference counts, locks.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

typedef enum _WDF_EXECUTION_LEVEL {
  WdfExecutionLevelInvalid = 0x00, WdfExecutionLevelInheritFromParent, WdfExecutionLevelPassive,
  WdfExecutionLevelDispatch
} WDF_EXECUTION_LEVEL;

typedef enum _WDF_SYNCHRONIZATION_SCOPE {
  WdfSynchronizationScopeInvalid = 0x00, WdfSynchronizationScopeInheritFromParent, WdfSynchronizationScopeDevice,
  WdfSynchronizationScopeQueue, WdfSynchronizationScopeNone
} WDF_SYNCHRONIZATION_SCOPE;

typedef _Function_class_(EVT_WDF_OBJECT_CONTEXT_CLEANUP) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL) VOID
    EVT_WDF_OBJECT_CONTEXT_CLEANUP(WDFOBJECT Object);
typedef EVT_WDF_OBJECT_CONTEXT_CLEANUP* PFN_WDF_OBJECT_CONTEXT_CLEANUP;

typedef _Function_class_(EVT_WDF_OBJECT_CONTEXT_DESTROY) _IRQL_requires_same_ _IRQL_requires_max_(DISPATCH_LEVEL) VOID
    EVT_WDF_OBJECT_CONTEXT_DESTROY(WDFOBJECT Object);
typedef EVT_WDF_OBJECT_CONTEXT_DESTROY* PFN_WDF_OBJECT_CONTEXT_DESTROY;
typedef const struct _WDF_OBJECT_CONTEXT_TYPE_INFO* PCWDF_OBJECT_CONTEXT_TYPE_INFO;

typedef struct _WDF_OBJECT_ATTRIBUTES {
  ULONG Size; PFN_WDF_OBJECT_CONTEXT_CLEANUP EvtCleanupCallback; PFN_WDF_OBJECT_CONTEXT_DESTROY EvtDestroyCallback;
  WDF_EXECUTION_LEVEL ExecutionLevel; WDF_SYNCHRONIZATION_SCOPE SynchronizationScope; WDFOBJECT ParentObject;
  size_t ContextSizeOverride; PCWDF_OBJECT_CONTEXT_TYPE_INFO ContextTypeInfo;
} WDF_OBJECT_ATTRIBUTES, *PWDF_OBJECT_ATTRIBUTES;
FORCEINLINE VOID WDF_OBJECT_ATTRIBUTES_INIT(PWDF_OBJECT_ATTRIBUTES Attributes) {
  IRQLINT_SIZED(Attributes, WDF_OBJECT_ATTRIBUTES); Attributes->ExecutionLevel = WdfExecutionLevelInheritFromParent;
  Attributes->SynchronizationScope = WdfSynchronizationScopeInheritFromParent;
}
typedef PCWDF_OBJECT_CONTEXT_TYPE_INFO(__cdecl* PFN_GET_UNIQUE_CONTEXT_TYPE)(VOID);

typedef struct _WDF_OBJECT_CONTEXT_TYPE_INFO {
  ULONG Size; LPCSTR ContextName; size_t ContextSize; PCWDF_OBJECT_CONTEXT_TYPE_INFO UniqueType;
  PFN_GET_UNIQUE_CONTEXT_TYPE EvtDriverGetUniqueContextType;
} WDF_OBJECT_CONTEXT_TYPE_INFO, *PWDF_OBJECT_CONTEXT_TYPE_INFO;

typedef struct _WDF_CUSTOM_TYPE_CONTEXT {
  ULONG Size; ULONG_PTR Data;
} WDF_CUSTOM_TYPE_CONTEXT, *PWDF_CUSTOM_TYPE_CONTEXT;
_IRQL_requires_max_(DISPATCH_LEVEL+1) PVOID WdfObjectGetTypedContextWorker(WDFOBJECT Handle,
    PCWDF_OBJECT_CONTEXT_TYPE_INFO TypeInfo);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfObjectAllocateContext(WDFOBJECT Handle, PWDF_OBJECT_ATTRIBUTES
    ContextAttributes, PVOID* Context);
_IRQL_requires_max_(DISPATCH_LEVEL+1) WDFOBJECT WdfObjectContextGetObject(PVOID ContextPointer);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfObjectReferenceActual(WDFOBJECT Handle, PVOID Tag, LONG Line, PCCH File);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfObjectDereferenceActual(WDFOBJECT Handle, PVOID Tag, LONG Line, PCCH
    File);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfObjectCreate(PWDF_OBJECT_ATTRIBUTES Attributes, WDFOBJECT* Object);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfObjectDelete(WDFOBJECT Object);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfObjectQuery(WDFOBJECT Object, CONST GUID* Guid, ULONG
    QueryBufferLength, PVOID QueryBuffer);

_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfObjectAcquireLock(_Requires_lock_not_held_(_Curr_) _Acquires_lock_(_Curr_)
    WDFOBJECT Object);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfObjectReleaseLock(_Requires_lock_held_(_Curr_) _Releases_lock_(_Curr_)
    WDFOBJECT Object);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfWaitLockCreate(PWDF_OBJECT_ATTRIBUTES LockAttributes, WDFWAITLOCK*
    Lock);
_When_(Timeout == NULL, _IRQL_requires_max_(PASSIVE_LEVEL)) _When_(Timeout != NULL &&* Timeout == 0,
    _IRQL_requires_max_(DISPATCH_LEVEL)) _When_(Timeout != NULL &&* Timeout != 0, _IRQL_requires_max_(PASSIVE_LEVEL))
    _When_(Timeout != NULL && return == STATUS_SUCCESS, _Acquires_lock_(Lock)) NTSTATUS
    WdfWaitLockAcquire(_Requires_lock_not_held_(_Curr_) WDFWAITLOCK Lock, PLONGLONG Timeout);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID WdfWaitLockRelease(_Requires_lock_held_(_Curr_) _Releases_lock_(_Curr_)
    WDFWAITLOCK Lock);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS WdfSpinLockCreate(PWDF_OBJECT_ATTRIBUTES SpinLockAttributes, WDFSPINLOCK*
    SpinLock);
_IRQL_requires_max_(DISPATCH_LEVEL) _IRQL_raises_(DISPATCH_LEVEL) VOID
    WdfSpinLockAcquire(_Requires_lock_not_held_(_Curr_) _Acquires_lock_(_Curr_) _IRQL_saves_ WDFSPINLOCK SpinLock);
_IRQL_requires_max_(DISPATCH_LEVEL) _IRQL_requires_min_(DISPATCH_LEVEL) VOID
    WdfSpinLockRelease(_Requires_lock_held_(_Curr_) _Releases_lock_(_Curr_) _IRQL_restores_ WDFSPINLOCK SpinLock);

#ifdef __cplusplus
}
#endif
