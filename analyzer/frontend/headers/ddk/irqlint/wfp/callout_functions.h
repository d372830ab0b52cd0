// What callouts call, and the names of these functions without a version.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsAcquireClassifyHandle0(void* classifyContext, UINT32 flags, UINT64*
    classifyHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsAcquireWritableLayerDataPointer0(UINT64 classifyHandle, UINT64
    filterId, UINT32 flags, PVOID* writableLayerData, FWPS_CLASSIFY_OUT0* classifyOut);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsAllocateCloneNetBufferList0(NET_BUFFER_LIST* originalNetBufferList,
    NDIS_HANDLE netBufferListPoolHandle, NDIS_HANDLE netBufferPoolHandle, ULONG allocateCloneFlags, NET_BUFFER_LIST**
    netBufferList);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsAllocateNetBufferAndNetBufferList0(NDIS_HANDLE poolHandle, USHORT
    contextSize, USHORT contextBackFill, MDL* mdlChain, ULONG dataOffset, SIZE_T dataLength, NET_BUFFER_LIST**
    netBufferList);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID FwpsApplyModifiedLayerData0(UINT64 classifyHandle, PVOID modifiedLayerData,
    UINT32 flags);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FwpsCalloutRegister0(void* deviceObject, const FWPS_CALLOUT0* callout,
    UINT32* calloutId);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FwpsCalloutRegister1(void* deviceObject, const FWPS_CALLOUT1* callout,
    UINT32* calloutId);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FwpsCalloutRegister2(void* deviceObject, const FWPS_CALLOUT2* callout,
    UINT32* calloutId);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FwpsCalloutRegister3(void* deviceObject, const FWPS_CALLOUT3* callout,
    UINT32* calloutId);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FwpsCalloutUnregisterById0(const UINT32 calloutId);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FwpsCalloutUnregisterByKey0(const GUID* calloutKey);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsClassifyOptionSet0(const FWPS_INCOMING_METADATA_VALUES0*
    inMetadataValues, FWP_CLASSIFY_OPTION_TYPE option, const FWP_VALUE0* newValue);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsCloneStreamData0(FWPS_STREAM_DATA0* calloutStreamData, NDIS_HANDLE
    netBufferListPoolHandle, NDIS_HANDLE netBufferPoolHandle, ULONG allocateCloneFlags, NET_BUFFER_LIST**
    netBufferListChain);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID FwpsCompleteClassify0(UINT64 classifyHandle, UINT32 flags,
    FWPS_CLASSIFY_OUT0* classifyOut);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID FwpsCompleteOperation0(HANDLE completionContext, NET_BUFFER_LIST*
    netBufferList);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsConstructIpHeaderForTransportPacket0(NET_BUFFER_LIST* netBufferList,
    ULONG headerIncludeHeaderLength, ADDRESS_FAMILY addressFamily, const UCHAR* sourceAddress, const UCHAR*
    remoteAddress, IPPROTO nextProtocol, UINT64 endpointHandle, const WSACMSGHDR* controlData, ULONG
    controlDataLength, UINT32 flags, PVOID reserved, IF_INDEX interfaceIndex, IF_INDEX subInterfaceIndex);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID FwpsCopyStreamDataToBuffer0(const FWPS_STREAM_DATA0* calloutStreamData, PVOID
    buffer, SIZE_T bytesToCopy, SIZE_T* bytesCopied);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID FwpsDereferenceNetBufferList0(NET_BUFFER_LIST* netBufferList, BOOLEAN
    dispatchLevel);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID FwpsDereferencevSwitchPacketContext0(PVOID packetContext);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID FwpsDiscardClonedStreamData0(NET_BUFFER_LIST* netBufferListChain, ULONG
    allocateCloneFlags, BOOLEAN dispatchLevel);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsFlowAbort0(UINT64 flowId);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsFlowAssociateContext0(UINT64 flowId, UINT16 layerId, const UINT32
    calloutId, UINT64 flowContext);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsFlowRemoveContext0(UINT64 flowId, UINT16 layerId, const UINT32
    calloutId);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID FwpsFreeCloneNetBufferList0(NET_BUFFER_LIST* netBufferList, ULONG
    freeCloneFlags);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID FwpsFreeNetBufferList0(NET_BUFFER_LIST* netBufferList);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsGetPacketListSecurityInformation0(NET_BUFFER_LIST* packetList, UINT32
    queryFlags, FWPS_PACKET_LIST_INFORMATION0* packetInformation);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsInjectForwardAsync0(HANDLE injectionHandle, HANDLE injectionContext,
    UINT32 flags, ADDRESS_FAMILY addressFamily, COMPARTMENT_ID compartmentId, IF_INDEX interfaceIndex,
    NET_BUFFER_LIST* netBufferList, FWPS_INJECT_COMPLETE0* completionFn, HANDLE completionContext);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsInjectMacReceiveAsync0(HANDLE injectionHandle, HANDLE
    injectionContext, UINT32 flags, UINT16 layerId, IF_INDEX interfaceIndex, ULONG NdisPortNumber, NET_BUFFER_LIST*
    netBufferLists, FWPS_INJECT_COMPLETE0* completionFn, HANDLE completionContext);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsInjectMacSendAsync0(HANDLE injectionHandle, HANDLE injectionContext,
    UINT32 flags, UINT16 layerId, IF_INDEX interfaceIndex, ULONG NdisPortNumber, NET_BUFFER_LIST* netBufferLists,
    FWPS_INJECT_COMPLETE0* completionFn, HANDLE completionContext);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsInjectNetworkReceiveAsync0(HANDLE injectionHandle, HANDLE
    injectionContext, UINT32 flags, COMPARTMENT_ID compartmentId, IF_INDEX interfaceIndex, IF_INDEX subInterfaceIndex,
    NET_BUFFER_LIST* netBufferList, FWPS_INJECT_COMPLETE0* completionFn, HANDLE completionContext);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsInjectNetworkSendAsync0(HANDLE injectionHandle, HANDLE
    injectionContext, UINT32 flags, COMPARTMENT_ID compartmentId, NET_BUFFER_LIST* netBufferList,
    FWPS_INJECT_COMPLETE0* completionFn, HANDLE completionContext);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsInjectTransportReceiveAsync0(HANDLE injectionHandle, HANDLE
    injectionContext, PVOID reserved, UINT32 flags, ADDRESS_FAMILY addressFamily, COMPARTMENT_ID compartmentId,
    IF_INDEX interfaceIndex, IF_INDEX subInterfaceIndex, NET_BUFFER_LIST* netBufferList, FWPS_INJECT_COMPLETE0*
    completionFn, HANDLE completionContext);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsInjectTransportSendAsync0(HANDLE injectionHandle, HANDLE
    injectionContext, UINT64 endpointHandle, UINT32 flags, FWPS_TRANSPORT_SEND_PARAMS0* sendArgs, ADDRESS_FAMILY
    addressFamily, COMPARTMENT_ID compartmentId, NET_BUFFER_LIST* netBufferList, FWPS_INJECT_COMPLETE0* completionFn,
    HANDLE completionContext);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsInjectTransportSendAsync1(HANDLE injectionHandle, HANDLE
    injectionContext, UINT64 endpointHandle, UINT32 flags, FWPS_TRANSPORT_SEND_PARAMS1* sendArgs, ADDRESS_FAMILY
    addressFamily, COMPARTMENT_ID compartmentId, NET_BUFFER_LIST* netBufferList, FWPS_INJECT_COMPLETE0* completionFn,
    HANDLE completionContext);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FwpsInjectionHandleCreate0(ADDRESS_FAMILY addressFamily, UINT32 flags,
    HANDLE* injectionHandle);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FwpsInjectionHandleDestroy0(HANDLE injectionHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsInjectvSwitchEthernetIngressAsync0(HANDLE injectionHandle, HANDLE
    injectionContext, UINT32 flags, PVOID reserved, const FWP_BYTE_BLOB* vSwitchId, ULONG vSwitchSourcePortId, USHORT
    vSwitchSourceNicIndex, NET_BUFFER_LIST* netBufferLists, FWPS_INJECT_COMPLETE0* completionFn, HANDLE
    completionContext);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsNetBufferListAssociateContext0(NET_BUFFER_LIST* netBufferList, UINT16
    layerId, UINT64 context, UINT64 contextTag, const GUID* providerGuid, void* deviceObject,
    FWPS_NET_BUFFER_LIST_NOTIFY_FN0 notifyFn, UINT32 flags);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsNetBufferListAssociateContext1(NET_BUFFER_LIST* netBufferList, UINT16
    layerId, UINT64 context, UINT64 contextTag, const GUID* providerGuid, void* deviceObject,
    FWPS_NET_BUFFER_LIST_NOTIFY_FN0 notifyFn, UINT32 flags);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsNetBufferListRemoveContext0(NET_BUFFER_LIST* netBufferList, UINT64
    contextTag, UINT32 flags);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsNetBufferListRetrieveContext0(NET_BUFFER_LIST* netBufferList, UINT64
    contextTag, BOOLEAN removeContext, UINT32 flags, PUINT64 context);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FwpsOpenToken0(HANDLE engineHandle, LUID modifiedId, DWORD desiredAccess,
    HANDLE* accessToken);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsPendClassify0(UINT64 classifyHandle, UINT64 filterId, UINT32 flags,
    FWPS_CLASSIFY_OUT0* classifyOut);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsPendOperation0(HANDLE completionHandle, HANDLE* completionContext);
_IRQL_requires_max_(DISPATCH_LEVEL) FWPS_CONNECTION_REDIRECT_STATE FwpsQueryConnectionRedirectState0(HANDLE
    redirectRecords, HANDLE redirectHandle, void** redirectContext);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsQueryConnectionSioFormatRedirectRecords0(HANDLE RedirectRecords,
    PVOID OutputBuffer, SIZE_T OutputBufferLength, PULONG BytesTransferred);
_IRQL_requires_max_(DISPATCH_LEVEL) FWPS_PACKET_INJECTION_STATE FwpsQueryPacketInjectionState0(HANDLE injectionHandle,
    const NET_BUFFER_LIST* netBufferList, HANDLE* injectionContext);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsReassembleForwardFragmentGroup0(ADDRESS_FAMILY addressFamily,
    NET_BUFFER_LIST* fragmentGroupNblChain, NDIS_HANDLE netBufferAndNetBufferListPoolHandle, ULONG dataBackFill,
    UINT32 flags, NET_BUFFER_LIST** reassembledNbl);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FwpsRedirectHandleCreate0(const GUID* providerGuid, UINT32 flags, HANDLE*
    redirectHandle);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID FwpsRedirectHandleDestroy0(HANDLE redirectHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID FwpsReferenceNetBufferList0(NET_BUFFER_LIST* netBufferList, BOOLEAN
    intendToModify);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID FwpsReferencevSwitchPacketContext0(PVOID packetContext);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID FwpsReleaseClassifyHandle0(UINT64 classifyHandle);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsStreamContinue0(UINT64 flowId, const UINT32 calloutId, UINT16
    layerId, UINT32 streamFlags);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsStreamInjectAsync0(HANDLE injectionHandle, HANDLE injectionContext,
    UINT32 flags, UINT64 flowId, const UINT32 calloutId, UINT16 layerId, UINT32 streamFlags, NET_BUFFER_LIST*
    netBufferList, SIZE_T dataLength, FWPS_INJECT_COMPLETE0* completionFn, HANDLE completionContext);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS FwpsvSwitchEventsSubscribe0(const GUID* providerGuid, void* notifyContext,
    UINT32 flags, PVOID reserved, void* eventDispatchTable, HANDLE* subscriptionId);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID FwpsvSwitchEventsUnsubscribe0(HANDLE subscriptionId, UINT32 flags, PVOID
    reserved);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID FwpsvSwitchNotifyComplete0(HANDLE completionContext, NTSTATUS status, UINT32
    flags, PVOID reserved);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS FwpsInjectvSwitchEthernetEgressAsync0(HANDLE injectionHandle, HANDLE
    injectionContext, UINT32 flags, PVOID reserved, const GUID* vSwitchId, ULONG vSwitchSourcePortId, USHORT
    vSwitchSourceNicIndex, NET_BUFFER_LIST* netBufferLists, FWPS_INJECT_COMPLETE0* completionFn, HANDLE completionContext);
_IRQL_requires_max_(DISPATCH_LEVEL) UINT64 FwpsNetBufferListGetTagForContext0(VOID);

#define FwpsAcquireClassifyHandle FwpsAcquireClassifyHandle0
#define FwpsAcquireWritableLayerDataPointer FwpsAcquireWritableLayerDataPointer0
#define FwpsAllocateCloneNetBufferList FwpsAllocateCloneNetBufferList0
#define FwpsAllocateNetBufferAndNetBufferList FwpsAllocateNetBufferAndNetBufferList0
#define FwpsApplyModifiedLayerData FwpsApplyModifiedLayerData0
#define FwpsCalloutRegister FwpsCalloutRegister3
#define FwpsCalloutUnregisterById FwpsCalloutUnregisterById0
#define FwpsCalloutUnregisterByKey FwpsCalloutUnregisterByKey0
#define FwpsClassifyOptionSet FwpsClassifyOptionSet0
#define FwpsCloneStreamData FwpsCloneStreamData0
#define FwpsCompleteClassify FwpsCompleteClassify0
#define FwpsCompleteOperation FwpsCompleteOperation0
#define FwpsConstructIpHeaderForTransportPacket FwpsConstructIpHeaderForTransportPacket0
#define FwpsCopyStreamDataToBuffer FwpsCopyStreamDataToBuffer0
#define FwpsDereferenceNetBufferList FwpsDereferenceNetBufferList0
#define FwpsDereferencevSwitchPacketContext FwpsDereferencevSwitchPacketContext0
#define FwpsDiscardClonedStreamData FwpsDiscardClonedStreamData0
#define FwpsFlowAbort FwpsFlowAbort0
#define FwpsFlowAssociateContext FwpsFlowAssociateContext0
#define FwpsFlowRemoveContext FwpsFlowRemoveContext0
#define FwpsFreeCloneNetBufferList FwpsFreeCloneNetBufferList0
#define FwpsFreeNetBufferList FwpsFreeNetBufferList0
#define FwpsGetPacketListSecurityInformation FwpsGetPacketListSecurityInformation0
#define FwpsInjectForwardAsync FwpsInjectForwardAsync0
#define FwpsInjectMacReceiveAsync FwpsInjectMacReceiveAsync0
#define FwpsInjectMacSendAsync FwpsInjectMacSendAsync0
#define FwpsInjectNetworkReceiveAsync FwpsInjectNetworkReceiveAsync0
#define FwpsInjectNetworkSendAsync FwpsInjectNetworkSendAsync0
#define FwpsInjectTransportReceiveAsync FwpsInjectTransportReceiveAsync0
#define FwpsInjectTransportSendAsync FwpsInjectTransportSendAsync1
#define FwpsInjectionHandleCreate FwpsInjectionHandleCreate0
#define FwpsInjectionHandleDestroy FwpsInjectionHandleDestroy0
#define FwpsInjectvSwitchEthernetIngressAsync FwpsInjectvSwitchEthernetIngressAsync0
#define FwpsNetBufferListAssociateContext FwpsNetBufferListAssociateContext1
#define FwpsNetBufferListRemoveContext FwpsNetBufferListRemoveContext0
#define FwpsNetBufferListRetrieveContext FwpsNetBufferListRetrieveContext0
#define FwpsOpenToken FwpsOpenToken0
#define FwpsPendClassify FwpsPendClassify0
#define FwpsPendOperation FwpsPendOperation0
#define FwpsQueryConnectionRedirectState FwpsQueryConnectionRedirectState0
#define FwpsQueryConnectionSioFormatRedirectRecords FwpsQueryConnectionSioFormatRedirectRecords0
#define FwpsQueryPacketInjectionState FwpsQueryPacketInjectionState0
#define FwpsReassembleForwardFragmentGroup FwpsReassembleForwardFragmentGroup0
#define FwpsRedirectHandleCreate FwpsRedirectHandleCreate0
#define FwpsRedirectHandleDestroy FwpsRedirectHandleDestroy0
#define FwpsReferenceNetBufferList FwpsReferenceNetBufferList0
#define FwpsReferencevSwitchPacketContext FwpsReferencevSwitchPacketContext0
#define FwpsReleaseClassifyHandle FwpsReleaseClassifyHandle0
#define FwpsStreamContinue FwpsStreamContinue0
#define FwpsStreamInjectAsync FwpsStreamInjectAsync0
#define FwpsvSwitchEventsSubscribe FwpsvSwitchEventsSubscribe0
#define FwpsvSwitchEventsUnsubscribe FwpsvSwitchEventsUnsubscribe0
#define FwpsvSwitchNotifyComplete FwpsvSwitchNotifyComplete0
#define FwpsInjectvSwitchEthernetEgressAsync FwpsInjectvSwitchEthernetEgressAsync0

#ifdef __cplusplus
}
#endif
