// The filter manager's functions, FltL... to FltZ...
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltLoadFilter(PCUNICODE_STRING FilterName);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltLockUserBuffer(PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(APC_LEVEL) VOID FltNotifyFilterChangeDirectory(PNOTIFY_SYNC NotifySync, PLIST_ENTRY NotifyList,
    PVOID FsContext, PSTRING FullDirectoryName, BOOLEAN WatchTree, BOOLEAN IgnoreBuffer, ULONG CompletionFilter,
    PFLT_CALLBACK_DATA NotifyCallbackData, PCHECK_FOR_TRAVERSE_ACCESS TraverseCallback, PSECURITY_SUBJECT_CONTEXT
    SubjectContext, PFILTER_REPORT_CHANGE FilterCallback);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID FltObjectDereference(PVOID FltObject);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FltObjectReference(PVOID FltObject);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltOpenVolume(PFLT_INSTANCE Instance, PHANDLE VolumeHandle, PFILE_OBJECT*
    VolumeFileObject);
_IRQL_requires_max_(APC_LEVEL) FLT_PREOP_CALLBACK_STATUS FltOplockBreakH(POPLOCK Oplock, PFLT_CALLBACK_DATA
    CallbackData, ULONG Flags, PVOID Context, PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine,
    PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE PrePostCallbackDataRoutine);
_IRQL_requires_max_(APC_LEVEL) FLT_PREOP_CALLBACK_STATUS FltOplockBreakToNone(POPLOCK Oplock, PFLT_CALLBACK_DATA
    CallbackData, PVOID Context, PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine,
    PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE PrePostCallbackDataRoutine);
_IRQL_requires_max_(APC_LEVEL) FLT_PREOP_CALLBACK_STATUS FltOplockBreakToNoneEx(POPLOCK Oplock, PFLT_CALLBACK_DATA
    CallbackData, ULONG Flags, PVOID Context, PFLTOPLOCK_WAIT_COMPLETE_ROUTINE WaitCompletionRoutine,
    PFLTOPLOCK_PREPOST_CALLBACKDATA_ROUTINE PrePostCallbackDataRoutine);
_IRQL_requires_max_(APC_LEVEL) FLT_PREOP_CALLBACK_STATUS FltOplockFsctrl(POPLOCK Oplock, PFLT_CALLBACK_DATA
    CallbackData, ULONG OpenCount);
_IRQL_requires_max_(APC_LEVEL) FLT_PREOP_CALLBACK_STATUS FltOplockFsctrlEx(POPLOCK Oplock, PFLT_CALLBACK_DATA
    CallbackData, ULONG OpenCount, ULONG Flags);
_IRQL_requires_max_(APC_LEVEL) BOOLEAN FltOplockIsFastIoPossible(POPLOCK Oplock);
_IRQL_requires_max_(APC_LEVEL) BOOLEAN FltOplockIsSharedRequest(PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(APC_LEVEL) BOOLEAN FltOplockKeysEqual(PFILE_OBJECT Fo1, PFILE_OBJECT Fo2);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltParseFileName(PCUNICODE_STRING FileName, PUNICODE_STRING Extension,
    PUNICODE_STRING Stream, PUNICODE_STRING FinalComponent);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltParseFileNameInformation(PFLT_FILE_NAME_INFORMATION FileNameInformation);
NTSTATUS FltPerformAsynchronousIo(PFLT_CALLBACK_DATA CallbackData, PFLT_COMPLETED_ASYNC_IO_CALLBACK CallbackRoutine,
    PVOID CallbackContext);
VOID FltPerformSynchronousIo(PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltPrePrepareComplete(PFLT_INSTANCE Instance, PKTRANSACTION Transaction,
    PFLT_CONTEXT TransactionContext);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltPrepareComplete(PFLT_INSTANCE Instance, PKTRANSACTION Transaction,
    PFLT_CONTEXT TransactionContext);
_IRQL_requires_max_(APC_LEVEL) VOID FltPrepareToReuseEcp(PFLT_FILTER Filter, PVOID EcpContext);
_IRQL_requires_max_(APC_LEVEL) FLT_PREOP_CALLBACK_STATUS FltProcessFileLock(PFILE_LOCK FileLock, PFLT_CALLBACK_DATA
    CallbackData, PVOID Context);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FltPropagateActivityIdToThread(PFLT_CALLBACK_DATA CallbackData, LPGUID
    PropagateId, LPGUID OriginalId);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FltPropagateIrpExtension(PFLT_CALLBACK_DATA SourceData,
    PFLT_CALLBACK_DATA TargetData, ULONG Flags);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltPurgeFileNameInformationCache(PFLT_INSTANCE Instance, PFILE_OBJECT
    FileObject);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltQueryDirectoryFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    PVOID FileInformation, ULONG Length, FILE_INFORMATION_CLASS FileInformationClass, BOOLEAN ReturnSingleEntry,
    PUNICODE_STRING FileName, BOOLEAN RestartScan, PULONG LengthReturned);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltQueryDirectoryFileEx(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    PVOID FileInformation, ULONG Length, FILE_INFORMATION_CLASS FileInformationClass, ULONG QueryFlags,
    PUNICODE_STRING FileName, PULONG LengthReturned);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltQueryEaFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, PVOID
    ReturnedEaData, ULONG Length, BOOLEAN ReturnSingleEntry, PVOID EaList, ULONG EaListLength, PULONG EaIndex, BOOLEAN
    RestartScan, PULONG LengthReturned);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltQueryInformationByName(PFLT_FILTER Filter, PFLT_INSTANCE Instance,
    POBJECT_ATTRIBUTES ObjectAttributes, PIO_STATUS_BLOCK IoStatusBlock, PVOID FileInformation, ULONG Length,
    FILE_INFORMATION_CLASS FileInformationClass, PIO_DRIVER_CREATE_CONTEXT DriverContext);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltQueryInformationFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    PVOID FileInformation, ULONG Length, FILE_INFORMATION_CLASS FileInformationClass, PULONG LengthReturned);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltQueryQuotaInformationFile(PFLT_INSTANCE Instance, PFILE_OBJECT
    FileObject, PIO_STATUS_BLOCK IoStatusBlock, PVOID Buffer, ULONG Length, BOOLEAN ReturnSingleEntry, PVOID SidList,
    ULONG SidListLength, PULONG StartSid, BOOLEAN RestartScan, PULONG LengthReturned);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltQuerySecurityObject(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    SECURITY_INFORMATION SecurityInformation, PSECURITY_DESCRIPTOR SecurityDescriptor, ULONG Length, PULONG
    LengthNeeded);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltQueryVolumeInformation(PFLT_INSTANCE Instance, PIO_STATUS_BLOCK Iosb,
    PVOID FsInformation, ULONG Length, FS_INFORMATION_CLASS FsInformationClass);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltQueryVolumeInformationFile(PFLT_INSTANCE Instance, PFILE_OBJECT
    FileObject, PVOID FsInformation, ULONG Length, FS_INFORMATION_CLASS FsInformationClass, PULONG LengthReturned);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FltQueueDeferredIoWorkItem(PFLT_DEFERRED_IO_WORKITEM FltWorkItem,
    PFLT_CALLBACK_DATA Data, PFLT_DEFERRED_IO_WORKITEM_ROUTINE WorkerRoutine, WORK_QUEUE_TYPE QueueType, PVOID
    Context);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FltQueueGenericWorkItem(PFLT_GENERIC_WORKITEM FltWorkItem, PVOID
    FltObject, PFLT_GENERIC_WORKITEM_ROUTINE WorkerRoutine, WORK_QUEUE_TYPE QueueType, PVOID Context);
NTSTATUS FltReadFile(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT FileObject, PLARGE_INTEGER ByteOffset, ULONG
    Length, PVOID Buffer, ULONG Flags, PULONG BytesRead, PFLT_COMPLETED_ASYNC_IO_CALLBACK CallbackRoutine, PVOID
    CallbackContext);
NTSTATUS FltReadFileEx(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT FileObject, PLARGE_INTEGER ByteOffset, ULONG
    Length, PVOID Buffer, ULONG Flags, PULONG BytesRead, PFLT_COMPLETED_ASYNC_IO_CALLBACK CallbackRoutine, PVOID
    CallbackContext, PULONG Key, PMDL Mdl);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID FltReferenceContext(PFLT_CONTEXT Context);
_IRQL_requires_max_(APC_LEVEL) VOID FltReferenceFileNameInformation(PFLT_FILE_NAME_INFORMATION FileNameInformation);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltRegisterFilter(PDRIVER_OBJECT Driver, const FLT_REGISTRATION* Registration,
    PFLT_FILTER* RetFilter);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltRegisterForDataScan(PFLT_INSTANCE Instance);
VOID FltReissueSynchronousIo(PFLT_INSTANCE InitiatingInstance, PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID FltReleaseContext(PFLT_CONTEXT Context);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID FltReleaseContexts(PFLT_RELATED_CONTEXTS Contexts);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID FltReleaseContextsEx(SIZE_T ContextsSize, PFLT_RELATED_CONTEXTS_EX Contexts);
_IRQL_requires_max_(APC_LEVEL) VOID FltReleaseFileNameInformation(PFLT_FILE_NAME_INFORMATION FileNameInformation);
_IRQL_requires_max_(APC_LEVEL) VOID FltReleasePushLock(PEX_PUSH_LOCK PushLock);
_IRQL_requires_max_(APC_LEVEL) VOID FltReleasePushLockEx(PEX_PUSH_LOCK PushLock, ULONG Flags);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID FltReleaseResource(PERESOURCE Resource);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltRemoveExtraCreateParameter(PFLT_FILTER Filter, PECP_LIST EcpList, LPCGUID
    EcpType, PVOID* EcpContext, PULONG EcpContextSize);
_IRQL_requires_max_(APC_LEVEL) VOID FltRemoveOpenReparseEntry(PFLT_FILTER Filter, PFLT_CALLBACK_DATA Data,
    POPEN_REPARSE_LIST_ENTRY OpenReparseEntry);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltRequestFileInfoOnCreateCompletion(PFLT_FILTER Filter, PFLT_CALLBACK_DATA
    Data, ULONG InfoClassFlags);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FltRequestOperationStatusCallback(PFLT_CALLBACK_DATA Data,
    PFLT_GET_OPERATION_STATUS_CALLBACK CallbackRoutine, PVOID RequesterContext);
PMDL FltRetainSwappedBufferMdlAddress(PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(APC_LEVEL) PVOID FltRetrieveFileInfoOnCreateCompletion(PFLT_FILTER Filter, PFLT_CALLBACK_DATA
    Data, ULONG InfoClass, PULONG Size);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltRetrieveFileInfoOnCreateCompletionEx(PFLT_FILTER Filter, PFLT_CALLBACK_DATA
    Data, ULONG InfoClass, PULONG RetInfoSize, PVOID* RetInfoBuffer);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FltRetrieveIoPriorityInfo(PFLT_CALLBACK_DATA Data, PFILE_OBJECT
    FileObject, PETHREAD Thread, PIO_PRIORITY_INFO PriorityInfo);
_IRQL_requires_max_(APC_LEVEL) VOID FltReuseCallbackData(PFLT_CALLBACK_DATA CallbackData);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltRollbackComplete(PFLT_INSTANCE Instance, PKTRANSACTION Transaction,
    PFLT_CONTEXT TransactionContext);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltRollbackEnlistment(PFLT_INSTANCE Instance, PKTRANSACTION Transaction,
    PFLT_CONTEXT TransactionContext);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltSendMessage(PFLT_FILTER Filter, PFLT_PORT* ClientPort, PVOID SenderBuffer,
    ULONG SenderBufferLength, PVOID ReplyBuffer, PULONG ReplyLength, PLARGE_INTEGER Timeout);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FltSetActivityIdCallbackData(PFLT_CALLBACK_DATA CallbackData, GUID*
    Guid);
VOID FltSetCallbackDataDirty(PFLT_CALLBACK_DATA Data);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FltSetCancelCompletion(PFLT_CALLBACK_DATA CallbackData,
    PFLT_COMPLETE_CANCELED_CALLBACK CanceledCallback);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltSetEaFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject, PVOID
    EaBuffer, ULONG Length);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltSetEcpListIntoCallbackData(PFLT_FILTER Filter, PFLT_CALLBACK_DATA
    CallbackData, PECP_LIST EcpList);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltSetFileContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    FLT_SET_CONTEXT_OPERATION Operation, PFLT_CONTEXT NewContext, PFLT_CONTEXT* OldContext);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltSetInformationFile(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    PVOID FileInformation, ULONG Length, FILE_INFORMATION_CLASS FileInformationClass);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltSetInstanceContext(PFLT_INSTANCE Instance, FLT_SET_CONTEXT_OPERATION
    Operation, PFLT_CONTEXT NewContext, PFLT_CONTEXT* OldContext);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FltSetIoPriorityHintIntoCallbackData(PFLT_CALLBACK_DATA Data,
    IO_PRIORITY_HINT PriorityHint);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FltSetIoPriorityHintIntoFileObject(PFILE_OBJECT FileObject,
    IO_PRIORITY_HINT PriorityHint);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FltSetIoPriorityHintIntoThread(PETHREAD Thread, IO_PRIORITY_HINT
    PriorityHint);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltSetQuotaInformationFile(PFLT_INSTANCE Instance, PFILE_OBJECT
    FileObject, PVOID Buffer, ULONG Length);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltSetSecurityObject(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    SECURITY_INFORMATION SecurityInformation, PSECURITY_DESCRIPTOR SecurityDescriptor);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltSetStreamContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    FLT_SET_CONTEXT_OPERATION Operation, PFLT_CONTEXT NewContext, PFLT_CONTEXT* OldContext);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltSetStreamHandleContext(PFLT_INSTANCE Instance, PFILE_OBJECT FileObject,
    FLT_SET_CONTEXT_OPERATION Operation, PFLT_CONTEXT NewContext, PFLT_CONTEXT* OldContext);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltSetTransactionContext(PFLT_INSTANCE Instance, PKTRANSACTION Transaction,
    FLT_SET_CONTEXT_OPERATION Operation, PFLT_CONTEXT NewContext, PFLT_CONTEXT* OldContext);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltSetVolumeContext(PFLT_VOLUME Volume, FLT_SET_CONTEXT_OPERATION Operation,
    PFLT_CONTEXT NewContext, PFLT_CONTEXT* OldContext);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltSetVolumeInformation(PFLT_INSTANCE Instance, PIO_STATUS_BLOCK Iosb,
    PVOID FsInformation, ULONG Length, FS_INFORMATION_CLASS FsInformationClass);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltStartFiltering(PFLT_FILTER Filter);
_IRQL_requires_max_(APC_LEVEL) BOOLEAN FltSupportsFileContexts(PFILE_OBJECT FileObject);
_IRQL_requires_max_(APC_LEVEL) BOOLEAN FltSupportsFileContextsEx(PFILE_OBJECT FileObject, PFLT_INSTANCE Instance);
_IRQL_requires_max_(APC_LEVEL) BOOLEAN FltSupportsStreamContexts(PFILE_OBJECT FileObject);
_IRQL_requires_max_(APC_LEVEL) BOOLEAN FltSupportsStreamHandleContexts(PFILE_OBJECT FileObject);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltTagFile(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT FileObject,
    ULONG FileTag, GUID* Guid, PVOID DataBuffer, USHORT DataBufferLength);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltTagFileEx(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT FileObject,
    ULONG FileTag, GUID* Guid, PVOID DataBuffer, USHORT DataBufferLength, ULONG ExistingFileTag, GUID* ExistingGuid,
    ULONG Flags);
_IRQL_requires_max_(APC_LEVEL) VOID FltUninitializeFileLock(PFILE_LOCK FileLock);
_IRQL_requires_max_(APC_LEVEL) VOID FltUninitializeOplock(POPLOCK Oplock);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltUnloadFilter(PCUNICODE_STRING FilterName);
_IRQL_requires_max_(APC_LEVEL) VOID FltUnregisterFilter(PFLT_FILTER Filter);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FltUntagFile(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT FileObject,
    ULONG FileTag, GUID* Guid);
_IRQL_requires_max_(APC_LEVEL) NTSTATUS FltVetoBypassIo(PFLT_CALLBACK_DATA CallbackData, PCFLT_RELATED_OBJECTS
    FltObjects, NTSTATUS* OperationStatus, PCUNICODE_STRING FailureReason);
NTSTATUS FltWriteFile(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT FileObject, PLARGE_INTEGER ByteOffset, ULONG
    Length, PVOID Buffer, ULONG Flags, PULONG BytesWritten, PFLT_COMPLETED_ASYNC_IO_CALLBACK CallbackRoutine, PVOID
    CallbackContext);
NTSTATUS FltWriteFileEx(PFLT_INSTANCE InitiatingInstance, PFILE_OBJECT FileObject, PLARGE_INTEGER ByteOffset, ULONG
    Length, PVOID Buffer, ULONG Flags, PULONG BytesWritten, PFLT_COMPLETED_ASYNC_IO_CALLBACK CallbackRoutine, PVOID
    CallbackContext, PULONG Key, PMDL Mdl);
NTSTATUS FltCbdqInitialize(PFLT_INSTANCE Instance, PFLT_CALLBACK_DATA_QUEUE Cbdq, PFLT_CALLBACK_DATA_QUEUE_INSERT_IO
    CbdqInsertIo, PFLT_CALLBACK_DATA_QUEUE_REMOVE_IO CbdqRemoveIo, PFLT_CALLBACK_DATA_QUEUE_PEEK_NEXT_IO
    CbdqPeekNextIo, PFLT_CALLBACK_DATA_QUEUE_ACQUIRE CbdqAcquire, PFLT_CALLBACK_DATA_QUEUE_RELEASE CbdqRelease,
    PFLT_CALLBACK_DATA_QUEUE_COMPLETE_CANCELED_IO CbdqCompleteCanceledIo);

#ifdef __cplusplus
}
#endif
