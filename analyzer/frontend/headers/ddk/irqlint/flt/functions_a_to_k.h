// The filter manager's functions, FltA... to FltK...
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

_IRQL_requires_max_(APC_LEVEL) VOID FltAcknowledgeEcp(PFLT_FILTER Filter, PVOID EcpContext);
_IRQL_requires_max_(APC_LEVEL) VOID FltAcquirePushLockExclusive(PEX_PUSH_LOCK PushLock);
_IRQL_requires_max_(APC_LEVEL) VOID FltAcquirePushLockExclusiveEx(PEX_PUSH_LOCK PushLock, ULONG Flags);
_IRQL_requires_max_(APC_LEVEL) VOID FltAcquirePushLockShared(PEX_PUSH_LOCK PushLock);
_IRQL_requires_max_(APC_LEVEL) VOID FltAcquirePushLockSharedEx(PEX_PUSH_LOCK PushLock, ULONG Flags);
_IRQL_requires_max_(APC_LEVEL) VOID FltAcquireResourceExclusive(PERESOURCE Resource);
_IRQL_requires_max_(APC_LEVEL) VOID FltAcquireResourceShared(PERESOURCE Resource);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltAddOpenReparseEntry(PFLT_FILTER Filter, PFLT_CALLBACK_DATA Data,
    POPEN_REPARSE_LIST_ENTRY OpenReparseEntry);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FltAdjustDeviceStackSizeForIoRedirection(PFLT_INSTANCE SourceInstance,
    PFLT_INSTANCE TargetInstance, PBOOLEAN SourceDeviceStackSizeModified);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltAllocateCallbackData(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    PFLT_CALLBACK_DATA* RetNewCallbackData);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltAllocateCallbackDataEx(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    FLT_ALLOCATE_CALLBACK_DATA_FLAGS Flags, PFLT_CALLBACK_DATA* RetNewCallbackData);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltAllocateContext(PFLT_FILTER Filter, FLT_CONTEXT_TYPE ContextType, SIZE_T
    ContextSize, POOL_TYPE PoolType, PFLT_CONTEXT* ReturnedContext);
_IRQL_requires_max_(DISPATCH_LEVEL) PFLT_DEFERRED_IO_WORKITEM FltAllocateDeferredIoWorkItem(VOID);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltAllocateExtraCreateParameter(PFLT_FILTER Filter, LPCGUID EcpType, ULONG
    SizeOfContext, ULONG Flags, PFSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK CleanupCallback, ULONG PoolTag, PVOID*
    EcpContext);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltAllocateExtraCreateParameterFromLookasideList(PFLT_FILTER Filter, LPCGUID
    EcpType, ULONG SizeOfContext, ULONG Flags, PFSRTL_EXTRA_CREATE_PARAMETER_CLEANUP_CALLBACK CleanupCallback, PVOID
    LookasideList, PVOID* EcpContext);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltAllocateExtraCreateParameterList(PFLT_FILTER Filter, ULONG Flags,
    PECP_LIST* EcpList);
_IRQL_requires_max_(APC_LEVEL) PFILE_LOCK FltAllocateFileLock(PFLT_COMPLETE_LOCK_CALLBACK_DATA_ROUTINE
    CompleteLockCallbackDataRoutine, PUNLOCK_ROUTINE UnlockRoutine);
_IRQL_requires_max_(DISPATCH_LEVEL) PFLT_GENERIC_WORKITEM FltAllocateGenericWorkItem(VOID);
PVOID FltAllocatePoolAlignedWithTag(PFLT_INSTANCE Instance, POOL_TYPE PoolType, SIZE_T NumberOfBytes, ULONG Tag);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FltApplyPriorityInfoThread(PIO_PRIORITY_INFO InputPriorityInfo,
    PIO_PRIORITY_INFO OutputPriorityInfo, PETHREAD Thread);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltAttachVolume(PFLT_FILTER Filter, PFLT_VOLUME Volume, PCUNICODE_STRING
    InstanceName, PFLT_INSTANCE* RetInstance);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltAttachVolumeAtAltitude(PFLT_FILTER Filter, PFLT_VOLUME Volume,
    PCUNICODE_STRING Altitude, PCUNICODE_STRING InstanceName, PFLT_INSTANCE* RetInstance);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltBuildDefaultSecurityDescriptor(PSECURITY_DESCRIPTOR* SecurityDescriptor,
    ACCESS_MASK DesiredAccess);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID FltCancelFileOpen(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject);
_IRQL_requires_max_(DISPATCH_LEVEL) BOOLEAN FltCancelIo(PFLT_CALLBACK_DATA CallbackData);
NTSTATUS FltCancellableWaitForMultipleObjects(ULONG Count, PVOID* ObjectArray, WAIT_TYPE WaitType, PLARGE_INTEGER
    Timeout, PKWAIT_BLOCK WaitBlockArray, PFLT_CALLBACK_DATA CallbackData);
NTSTATUS FltCancellableWaitForSingleObject(PVOID Object, PLARGE_INTEGER Timeout, PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID FltCbdqDisable(PFLT_CALLBACK_DATA_QUEUE Cbdq);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID FltCbdqEnable(PFLT_CALLBACK_DATA_QUEUE Cbdq);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FltCbdqInsertIo(PFLT_CALLBACK_DATA_QUEUE Cbdq, PFLT_CALLBACK_DATA Cbd,
    PFLT_CALLBACK_DATA_QUEUE_IO_CONTEXT Context, PVOID InsertContext);
_IRQL_requires_max_(DISPATCH_LEVEL) PFLT_CALLBACK_DATA FltCbdqRemoveIo(PFLT_CALLBACK_DATA_QUEUE Cbdq,
    PFLT_CALLBACK_DATA_QUEUE_IO_CONTEXT Context);
_IRQL_requires_max_(DISPATCH_LEVEL) PFLT_CALLBACK_DATA FltCbdqRemoveNextIo(PFLT_CALLBACK_DATA_QUEUE Cbdq, PVOID
    PeekContext);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltCheckAndGrowNameControl(PFLT_NAME_CONTROL NameCtrl, USHORT NewSize);
_IRQL_requires_max_(APC_LEVEL) BOOLEAN FltCheckLockForReadAccess(PFILE_LOCK FileLock, PFLT_CALLBACK_DATA
    CallbackData);
_IRQL_requires_max_(APC_LEVEL) BOOLEAN FltCheckLockForWriteAccess(PFILE_LOCK FileLock, PFLT_CALLBACK_DATA
    CallbackData);
_IRQL_requires_max_(APC_LEVEL) FLT_PREOP_CALLBACK_STATUS FltCheckOplock(POPLOCK Oplock, PFLT_CALLBACK_DATA
    CallbackData, PVOID Context, PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine,
    PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE PrePostCallbackDataRoutine);
_IRQL_requires_max_(APC_LEVEL) FLT_PREOP_CALLBACK_STATUS FltCheckOplockEx(POPLOCK Oplock, PFLT_CALLBACK_DATA
    CallbackData, ULONG Flags, PVOID Context, PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine,
    PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE PrePostCallbackDataRoutine);
VOID FltClearCallbackDataDirty(PFLT_CALLBACK_DATA Data);
NTSTATUS FltClearCancelCompletion(PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltClose(HANDLE FileHandle);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID FltCloseClientPort(PFLT_FILTER Filter, PFLT_PORT* ClientPort);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID FltCloseCommunicationPort(PFLT_PORT ServerPort);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltCloseSectionForDataScan(PFLT_CONTEXT SectionContext);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltCommitComplete(PFLT_INSTANCE Instance, PKTRANSACTION Transaction,
    PFLT_CONTEXT TransactionContext);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltCommitFinalizeComplete(PFLT_INSTANCE Instance, PKTRANSACTION Transaction,
    PFLT_CONTEXT TransactionContext);
_IRQL_requires_max_(DISPATCH_LEVEL) LONG FltCompareInstanceAltitudes(PFLT_INSTANCE Instance1, PFLT_INSTANCE
    Instance2);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID FltCompletePendedPostOperation(PFLT_CALLBACK_DATA CallbackData);
VOID FltCompletePendedPreOperation(PFLT_CALLBACK_DATA CallbackData, FLT_PREOP_CALLBACK_STATUS CallbackStatus,
    PFLT_CONTEXT Context);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltCopyOpenReparseList(PFLT_FILTER Filter, PFLT_CALLBACK_DATA Data, PECP_LIST
    EcpList);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltCreateCommunicationPort(PFLT_FILTER Filter, PFLT_PORT* ServerPort,
    POBJECT_ATTRIBUTES ObjectAttributes, PVOID ServerPortCookie, PFLT_CONNECT_NOTIFY ConnectNotifyCallback,
    PFLT_DISCONNECT_NOTIFY DisconnectNotifyCallback, PFLT_MESSAGE_NOTIFY MessageNotifyCallback, LONG MaxConnections);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltCreateFile(PFLT_FILTER Filter, PFLT_INSTANCE Instance, PHANDLE
    FileHandle, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, PIO_STATUS_BLOCK IoStatusBlock,
    PLARGE_INTEGER AllocationSize, ULONG FileAttributes, ULONG ShareAccess, ULONG CreateDisposition, ULONG
    CreateOptions, PVOID EaBuffer, ULONG EaLength, ULONG Flags);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltCreateFileEx(PFLT_FILTER Filter, PFLT_INSTANCE Instance, PHANDLE
    FileHandle, PFILE_OBJECT* FileObject, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
    PIO_STATUS_BLOCK IoStatusBlock, PLARGE_INTEGER AllocationSize, ULONG FileAttributes, ULONG ShareAccess, ULONG
    CreateDisposition, ULONG CreateOptions, PVOID EaBuffer, ULONG EaLength, ULONG Flags);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltCreateFileEx2(PFLT_FILTER Filter, PFLT_INSTANCE Instance, PHANDLE
    FileHandle, PFILE_OBJECT* FileObject, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
    PIO_STATUS_BLOCK IoStatusBlock, PLARGE_INTEGER AllocationSize, ULONG FileAttributes, ULONG ShareAccess, ULONG
    CreateDisposition, ULONG CreateOptions, PVOID EaBuffer, ULONG EaLength, ULONG Flags, PIO_DRIVER_CREATE_CONTEXT
    DriverContext);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltCreateMailslotFile(PFLT_FILTER Filter, PFLT_INSTANCE Instance, PHANDLE
    FileHandle, PFILE_OBJECT* FileObject, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
    PIO_STATUS_BLOCK IoStatusBlock, ULONG CreateOptions, ULONG MailslotQuota, ULONG MaximumMessageSize, PLARGE_INTEGER
    ReadTimeout, PIO_DRIVER_CREATE_CONTEXT DriverContext);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltCreateNamedPipeFile(PFLT_FILTER Filter, PFLT_INSTANCE Instance, PHANDLE
    FileHandle, PFILE_OBJECT* FileObject, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes,
    PIO_STATUS_BLOCK IoStatusBlock, ULONG ShareAccess, ULONG CreateDisposition, ULONG CreateOptions, ULONG
    NamedPipeType, ULONG ReadMode, ULONG CompletionMode, ULONG MaximumInstances, ULONG InboundQuota, ULONG
    OutboundQuota, PLARGE_INTEGER DefaultTimeout, PIO_DRIVER_CREATE_CONTEXT DriverContext);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltCreateSectionForDataScan(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    PFLT_CONTEXT SectionContext, ACCESS_MASK DesiredAccess, POBJECT_ATTRIBUTES ObjectAttributes, PLARGE_INTEGER
    MaximumSize, ULONG SectionPageProtection, ULONG AllocationAttributes, ULONG Flags, PHANDLE SectionHandle, PVOID*
    SectionObject, PLARGE_INTEGER SectionFileSize);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltCreateSystemVolumeInformationFolder(PFLT_INSTANCE Instance);
_IRQL_requires_max_(APC_LEVEL) BOOLEAN FltCurrentBatchOplock(POPLOCK Oplock);
_IRQL_requires_max_(APC_LEVEL) BOOLEAN FltCurrentOplock(POPLOCK Oplock);
_IRQL_requires_max_(APC_LEVEL) BOOLEAN FltCurrentOplockH(POPLOCK Oplock);
NTSTATUS FltDecodeParameters(PFLT_CALLBACK_DATA CallbackData, PMDL** MdlAddressPointer, PVOID** Buffer, PULONG*
    Length, LOCK_OPERATION* DesiredAccess);
_IRQL_requires_max_(APC_LEVEL) VOID FltDeleteContext(PFLT_CONTEXT Context);
_IRQL_requires_max_(APC_LEVEL) VOID FltDeleteExtraCreateParameterLookasideList(PFLT_FILTER Filter, PVOID Lookaside,
    ULONG Flags);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltDeleteFileContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    PFLT_CONTEXT* OldContext);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltDeleteInstanceContext(PFLT_INSTANCE Instance, PFLT_CONTEXT* OldContext);
_IRQL_requires_max_(APC_LEVEL) VOID FltDeletePushLock(PEX_PUSH_LOCK PushLock);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltDeleteStreamContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    PFLT_CONTEXT* OldContext);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltDeleteStreamHandleContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    PFLT_CONTEXT* OldContext);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltDeleteTransactionContext(PFLT_INSTANCE Instance, PKTRANSACTION Transaction,
    PFLT_CONTEXT* OldContext);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltDeleteVolumeContext(PFLT_FILTER Filter, PFLT_VOLUME Volume, PFLT_CONTEXT*
    OldContext);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltDetachVolume(PFLT_FILTER Filter, PFLT_VOLUME Volume, PCUNICODE_STRING
    InstanceName);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltDeviceIoControlFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    ULONG IoControlCode, PVOID InputBuffer, ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength,
    PULONG LengthReturned);
BOOLEAN FltDoCompletionProcessingWhenSafe(PFLT_CALLBACK_DATA Data, PCFLT_RELATED_OBJECTS FltObjects, PVOID
    CompletionContext, FLT_POST_OPERATION_FLAGS Flags, PFLT_POST_OPERATION_CALLBACK SafePostCallback,
    PFLT_POSTOP_CALLBACK_STATUS RetPostOperationStatus);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltEnlistInTransaction(PFLT_INSTANCE Instance, PKTRANSACTION Transaction,
    PFLT_CONTEXT TransactionContext, NOTIFICATION_MASK NotificationMask);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltEnumerateFilterInformation(ULONG Index, FILTER_INFORMATION_CLASS
    InformationClass, PVOID Buffer, ULONG BufferSize, PULONG BytesReturned);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltEnumerateFilters(PFLT_FILTER* FilterList, ULONG FilterListSize, PULONG
    NumberFiltersReturned);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltEnumerateInstanceInformationByDeviceObject(PDEVICE_OBJECT DeviceObject,
    ULONG Index, INSTANCE_INFORMATION_CLASS InformationClass, PVOID Buffer, ULONG BufferSize, PULONG BytesReturned);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltEnumerateInstanceInformationByFilter(PFLT_FILTER Filter, ULONG Index,
    INSTANCE_INFORMATION_CLASS InformationClass, PVOID Buffer, ULONG BufferSize, PULONG BytesReturned);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltEnumerateInstanceInformationByVolume(PFLT_VOLUME Volume, ULONG Index,
    INSTANCE_INFORMATION_CLASS InformationClass, PVOID Buffer, ULONG BufferSize, PULONG BytesReturned);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltEnumerateInstanceInformationByVolumeName(PUNICODE_STRING VolumeName, ULONG
    Index, INSTANCE_INFORMATION_CLASS InformationClass, PVOID Buffer, ULONG BufferSize, PULONG BytesReturned);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltEnumerateInstances(PFLT_VOLUME Volume, PFLT_FILTER Filter, PFLT_INSTANCE*
    InstanceList, ULONG InstanceListSize, PULONG NumberInstancesReturned);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltEnumerateVolumeInformation(PFLT_FILTER Filter, ULONG Index,
    FILTER_VOLUME_INFORMATION_CLASS InformationClass, PVOID Buffer, ULONG BufferSize, PULONG BytesReturned);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltEnumerateVolumes(PFLT_FILTER Filter, PFLT_VOLUME* VolumeList, ULONG
    VolumeListSize, PULONG NumberVolumesReturned);
_IRQL_requires_max_(APC_LEVEL) BOOLEAN FltFastIoMdlRead(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT FileObject,
    PLARGE_INTEGER FileOffset, ULONG Length, ULONG LockKey, PMDL* MdlChain, PIO_STATUS_BLOCK IoStatus);
_IRQL_requires_max_(PASSIVE_LEVEL) BOOLEAN FltFastIoMdlReadComplete(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT
    FileObject, PMDL MdlChain);
_IRQL_requires_max_(PASSIVE_LEVEL) BOOLEAN FltFastIoMdlWriteComplete(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT
    FileObject, PLARGE_INTEGER FileOffset, PMDL MdlChain);
_IRQL_requires_max_(APC_LEVEL) BOOLEAN FltFastIoPrepareMdlWrite(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT
    FileObject, PLARGE_INTEGER FileOffset, ULONG Length, ULONG LockKey, PMDL* MdlChain, PIO_STATUS_BLOCK IoStatus);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltFindExtraCreateParameter(PFLT_FILTER Filter, PECP_LIST EcpList, LPCGUID
    EcpType, PVOID* EcpContext, PULONG EcpContextSize);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltFlushBuffers(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltFlushBuffers2(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, ULONG
    FlushType, PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID FltFreeCallbackData(PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID FltFreeDeferredIoWorkItem(PFLT_DEFERRED_IO_WORKITEM FltWorkItem);
_IRQL_requires_max_(APC_LEVEL) VOID FltFreeExtraCreateParameter(PFLT_FILTER Filter, PVOID EcpContext);
_IRQL_requires_max_(APC_LEVEL) VOID FltFreeExtraCreateParameterList(PFLT_FILTER Filter, PECP_LIST EcpList);
_IRQL_requires_max_(APC_LEVEL) VOID FltFreeFileLock(PFILE_LOCK FileLock);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID FltFreeGenericWorkItem(PFLT_GENERIC_WORKITEM FltWorkItem);
_IRQL_requires_max_(APC_LEVEL) VOID FltFreeOpenReparseList(PFLT_FILTER Filter, PECP_LIST EcpList);
VOID FltFreePoolAlignedWithTag(PFLT_INSTANCE Instance, PVOID Buffer, ULONG Tag);
_IRQL_requires_max_(APC_LEVEL) VOID FltFreeSecurityDescriptor(PSECURITY_DESCRIPTOR SecurityDescriptor);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltFsControlFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, ULONG
    FsControlCode, PVOID InputBuffer, ULONG InputBufferLength, PVOID OutputBuffer, ULONG OutputBufferLength, PULONG
    LengthReturned);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FltGetActivityIdCallbackData(PFLT_CALLBACK_DATA CallbackData, GUID*
    Guid);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetBottomInstance(PFLT_VOLUME Volume, PFLT_INSTANCE* Instance);
_IRQL_requires_max_(APC_LEVEL) VOID FltGetContexts(PCFLT_RELATED_OBJECTS FltObjects, FLT_CONTEXT_TYPE DesiredContexts,
    PFLT_RELATED_CONTEXTS Contexts);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetContextsEx(PCFLT_RELATED_OBJECTS FltObjects, FLT_CONTEXT_TYPE
    DesiredContexts, SIZE_T ContextsSize, PFLT_RELATED_CONTEXTS_EX Contexts);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FltGetCopyInformationFromCallbackData(PFLT_CALLBACK_DATA Data, PVOID
    CopyInformation);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetDestinationFileNameInformation(PFLT_INSTANCE Instance, PFILE_OBJECT
    FileObject, HANDLE RootDirectory, PWSTR FileName, ULONG FileNameLength, FLT_FILE_NAME_OPTIONS NameOptions,
    PFLT_FILE_NAME_INFORMATION* RetFileNameInformation);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FltGetDeviceObject(PFLT_VOLUME Volume, PDEVICE_OBJECT* DeviceObject);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FltGetDiskDeviceObject(PFLT_VOLUME Volume, PDEVICE_OBJECT*
    DiskDeviceObject);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetEcpListFromCallbackData(PFLT_FILTER Filter, PFLT_CALLBACK_DATA
    CallbackData, PECP_LIST* EcpList);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetFileContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    PFLT_CONTEXT* Context);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetFileNameInformation(PFLT_CALLBACK_DATA CallbackData,
    FLT_FILE_NAME_OPTIONS NameOptions, PFLT_FILE_NAME_INFORMATION FileNameInformation);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetFileNameInformationUnsafe(PFILE_OBJECT FileObject, PFLT_INSTANCE
    Instance, FLT_FILE_NAME_OPTIONS NameOptions, PFLT_FILE_NAME_INFORMATION FileNameInformation);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FltGetFileSystemType(PVOID FltObject, PFLT_FILESYSTEM_TYPE
    FileSystemType);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetFilterFromInstance(PFLT_INSTANCE Instance, PFLT_FILTER* RetFilter);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetFilterFromName(PCUNICODE_STRING FilterName, PFLT_FILTER* RetFilter);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetFilterInformation(PFLT_FILTER Filter, FILTER_INFORMATION_CLASS
    InformationClass, PVOID Buffer, ULONG BufferSize, PULONG BytesReturned);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetInstanceContext(PFLT_INSTANCE Instance, PFLT_CONTEXT* Context);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetInstanceInformation(PFLT_INSTANCE Instance, INSTANCE_INFORMATION_CLASS
    InformationClass, PVOID Buffer, ULONG BufferSize, PULONG BytesReturned);
_IRQL_requires_max_(DISPATCH_LEVEL) IO_PRIORITY_HINT FltGetIoPriorityHint(PFLT_CALLBACK_DATA Data);
_IRQL_requires_max_(DISPATCH_LEVEL) IO_PRIORITY_HINT FltGetIoPriorityHintFromCallbackData(PFLT_CALLBACK_DATA Data);
_IRQL_requires_max_(DISPATCH_LEVEL) IO_PRIORITY_HINT FltGetIoPriorityHintFromFileObject(PFILE_OBJECT FileObject);
_IRQL_requires_max_(DISPATCH_LEVEL) IO_PRIORITY_HINT FltGetIoPriorityHintFromThread(PETHREAD Thread);
PCHAR FltGetIrpName(UCHAR IrpMajorCode);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetLowerInstance(PFLT_INSTANCE CurrentInstance, PFLT_INSTANCE*
    LowerInstance);
_IRQL_requires_max_(DISPATCH_LEVEL) PVOID FltGetNewSystemBufferAddress(PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetNextExtraCreateParameter(PFLT_FILTER Filter, PECP_LIST EcpList, PVOID
    CurrentEcpContext, LPGUID NextEcpType, PVOID* NextEcpContext, PULONG NextEcpContextSize);
_IRQL_requires_max_(DISPATCH_LEVEL) PEPROCESS FltGetRequestorProcess(PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(DISPATCH_LEVEL) ULONG FltGetRequestorProcessId(PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(DISPATCH_LEVEL) HANDLE FltGetRequestorProcessIdEx(PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetRequestorSessionId(PFLT_CALLBACK_DATA CallbackData, PULONG SessionId);
_IRQL_requires_max_(APC_LEVEL) PVOID FltGetRoutineAddress(PCSTR FltMgrRoutineName);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetSectionContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    PFLT_CONTEXT* Context);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetStreamContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    PFLT_CONTEXT* Context);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetStreamHandleContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    PFLT_CONTEXT* Context);
PMDL FltGetSwappedBufferMdlAddress(PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetTopInstance(PFLT_VOLUME Volume, PFLT_INSTANCE* Instance);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetTransactionContext(PFLT_INSTANCE Instance, PKTRANSACTION Transaction,
    PFLT_CONTEXT* Context);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetTunneledName(PFLT_CALLBACK_DATA CallbackData, PFLT_FILE_NAME_INFORMATION
    FileNameInformation, PFLT_FILE_NAME_INFORMATION* RetTunneledFileNameInformation);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetUpperInstance(PFLT_INSTANCE CurrentInstance, PFLT_INSTANCE*
    UpperInstance);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetVolumeContext(PFLT_FILTER Filter, PFLT_VOLUME Volume, PFLT_CONTEXT*
    Context);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetVolumeFromDeviceObject(PFLT_FILTER Filter, PDEVICE_OBJECT DeviceObject,
    PFLT_VOLUME* RetVolume);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetVolumeFromFileObject(PFLT_FILTER Filter, PFILE_OBJECT FileObject,
    PFLT_VOLUME* RetVolume);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetVolumeFromInstance(PFLT_INSTANCE Instance, PFLT_VOLUME* RetVolume);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltGetVolumeFromName(PFLT_FILTER Filter, PUNICODE_STRING VolumeName,
    PFLT_VOLUME* RetVolume);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltGetVolumeGuidName(PFLT_VOLUME Volume, PUNICODE_STRING VolumeGuidName,
    PULONG BufferSizeNeeded);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetVolumeInformation(PFLT_VOLUME Volume, FILTER_VOLUME_INFORMATION_CLASS
    InformationClass, PVOID Buffer, ULONG BufferSize, PULONG BytesReturned);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetVolumeInstanceFromName(PFLT_FILTER Filter, PFLT_VOLUME Volume,
    PCUNICODE_STRING InstanceName, PFLT_INSTANCE* RetInstance);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetVolumeName(PFLT_VOLUME Volume, PUNICODE_STRING VolumeName, PULONG
    BufferSizeNeeded);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltGetVolumeProperties(PFLT_VOLUME Volume, PFLT_VOLUME_PROPERTIES
    VolumeProperties, ULONG VolumePropertiesLength, PULONG LengthReturned);
_IRQL_requires_max_(APC_LEVEL) VOID FltInitExtraCreateParameterLookasideList(PFLT_FILTER Filter, PVOID Lookaside,
    ULONG Flags, SIZE_T Size, ULONG Tag);
_IRQL_requires_max_(APC_LEVEL) VOID FltInitializeFileLock(PFILE_LOCK FileLock);
_IRQL_requires_max_(APC_LEVEL) VOID FltInitializeOplock(POPLOCK Oplock);
_IRQL_requires_max_(APC_LEVEL) VOID FltInitializePushLock(PEX_PUSH_LOCK PushLock);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltInsertExtraCreateParameter(PFLT_FILTER Filter, PECP_LIST EcpList, PVOID
    EcpContext);
_IRQL_requires_max_(DISPATCH_LEVEL) BOOLEAN FltIs32bitProcess(PFLT_CALLBACK_DATA CallbackData);
BOOLEAN FltIsCallbackDataDirty(PFLT_CALLBACK_DATA Data);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltIsDirectory(PFILE_OBJECT FileObject, PFLT_INSTANCE Instance, PBOOLEAN
    IsDirectory);
_IRQL_requires_max_(APC_LEVEL) BOOLEAN FltIsEcpAcknowledged(PFLT_FILTER Filter, PVOID EcpContext);
_IRQL_requires_max_(APC_LEVEL) BOOLEAN FltIsEcpFromUserMode(PFLT_FILTER Filter, PVOID EcpContext);
_IRQL_requires_max_(APC_LEVEL) BOOLEAN FltIsFltMgrVolumeDeviceObject(PDEVICE_OBJECT DeviceObject);
BOOLEAN FltIsIoCanceled(PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FltIsIoRedirectionAllowed(PFLT_INSTANCE SourceInstance, PFLT_INSTANCE
    TargetInstance, PBOOLEAN RedirectionAllowed);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FltIsIoRedirectionAllowedForOperation(PFLT_CALLBACK_DATA Data,
    PFLT_INSTANCE TargetInstance, PBOOLEAN RedirectionAllowedThisIo, PBOOLEAN RedirectionAllowedAllIo);
BOOLEAN FltIsOperationSynchronous(PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltIsVolumeSnapshot(PVOID FltObject, PBOOLEAN IsSnapshotVolume);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltIsVolumeWritable(PVOID FltObject, PBOOLEAN IsWritable);

#ifdef __cplusplus
}
#endif
