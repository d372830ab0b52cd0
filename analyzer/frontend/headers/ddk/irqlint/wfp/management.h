// Sessions, transactions and objects of the filtering engine.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

#define FWPM_SESSION_FLAG_DYNAMIC 0x00000001
#define FWPM_TXN_READ_ONLY 0x00000001
#define FWPM_PROVIDER_FLAG_PERSISTENT 0x00000001
#define FWPM_SUBLAYER_FLAG_PERSISTENT 0x00000001
#define FWPM_PROVIDER_CONTEXT_FLAG_PERSISTENT 0x00000001
#define FWPM_CALLOUT_FLAG_PERSISTENT 0x00010000
#define FWPM_CALLOUT_FLAG_USES_PROVIDER_CONTEXT 0x00020000
#define FWPM_CALLOUT_FLAG_REGISTERED 0x00040000
#define FWPM_FILTER_FLAG_PERSISTENT 0x00000001
#define FWPM_FILTER_FLAG_BOOTTIME 0x00000002
#define FWPM_FILTER_FLAG_HAS_PROVIDER_CONTEXT 0x00000004
#define FWPM_FILTER_FLAG_CLEAR_ACTION_RIGHT 0x00000008
#define FWPM_FILTER_FLAG_PERMIT_IF_CALLOUT_UNREGISTERED 0x00000010
#define FWPM_FILTER_FLAG_DISABLED 0x00000020
#define FWPM_FILTER_FLAG_INDEXED 0x00000040
typedef enum FWPM_SERVICE_STATE_ {
  FWPM_SERVICE_STOPPED, FWPM_SERVICE_START_PENDING, FWPM_SERVICE_STOP_PENDING, FWPM_SERVICE_RUNNING,
  FWPM_SERVICE_STATE_MAX
} FWPM_SERVICE_STATE;
typedef VOID (NTAPI* FWPM_SERVICE_STATE_CHANGE_CALLBACK0)(VOID* context, FWPM_SERVICE_STATE newState);
#define FWPM_SERVICE_STATE_CHANGE_CALLBACK FWPM_SERVICE_STATE_CHANGE_CALLBACK0
typedef PVOID IRQLINT_AUTH_IDENTITY;
#ifndef RPC_C_AUTHN_WINNT
#define RPC_C_AUTHN_WINNT 10
#define RPC_C_AUTHN_DEFAULT 0xFFFFFFFF
#endif

_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmEngineOpen0(const wchar_t* serverName, UINT32 authnService, PVOID
    authIdentity, const FWPM_SESSION0* session, HANDLE* engineHandle);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmEngineClose0(HANDLE engineHandle);
_IRQL_requires_(PASSIVE_LEVEL) VOID FwpmFreeMemory0(VOID** p);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmEngineGetOption0(HANDLE engineHandle, FWPM_ENGINE_OPTION option,
    FWP_VALUE0** value);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmEngineSetOption0(HANDLE engineHandle, FWPM_ENGINE_OPTION option, const
    FWP_VALUE0* newValue);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmTransactionBegin0(HANDLE engineHandle, UINT32 flags);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmTransactionCommit0(HANDLE engineHandle);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmTransactionAbort0(HANDLE engineHandle);
_IRQL_requires_(PASSIVE_LEVEL) FWPM_SERVICE_STATE FwpmBfeStateGet0(VOID);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmBfeStateSubscribeChanges0(VOID* deviceObject,
    FWPM_SERVICE_STATE_CHANGE_CALLBACK0 callback, VOID* context, HANDLE* changeHandle);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmBfeStateUnsubscribeChanges0(HANDLE changeHandle);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmProviderAdd0(HANDLE engineHandle, const FWPM_PROVIDER0* object,
    PSECURITY_DESCRIPTOR sd);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmProviderEnum0(HANDLE engineHandle, HANDLE enumHandle, UINT32
    numEntriesRequested, FWPM_PROVIDER0*** entries, UINT32* numEntriesReturned);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmProviderGetByKey0(HANDLE engineHandle, const GUID* key, FWPM_PROVIDER0**
    object);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmProviderDeleteByKey0(HANDLE engineHandle, const GUID* key);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmProviderCreateEnumHandle0(HANDLE engineHandle, const
    FWPM_PROVIDER_ENUM_TEMPLATE0* enumTemplate, HANDLE* enumHandle);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmProviderDestroyEnumHandle0(HANDLE engineHandle, HANDLE enumHandle);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmProviderContextAdd0(HANDLE engineHandle, const FWPM_PROVIDER_CONTEXT0*
    object, PSECURITY_DESCRIPTOR sd, UINT64* id);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmProviderContextEnum0(HANDLE engineHandle, HANDLE enumHandle, UINT32
    numEntriesRequested, FWPM_PROVIDER_CONTEXT0*** entries, UINT32* numEntriesReturned);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmProviderContextGetByKey0(HANDLE engineHandle, const GUID* key,
    FWPM_PROVIDER_CONTEXT0** object);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmProviderContextGetById0(HANDLE engineHandle, UINT64 id,
    FWPM_PROVIDER_CONTEXT0** object);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmProviderContextAdd1(HANDLE engineHandle, const FWPM_PROVIDER_CONTEXT1*
    object, PSECURITY_DESCRIPTOR sd, UINT64* id);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmProviderContextEnum1(HANDLE engineHandle, HANDLE enumHandle, UINT32
    numEntriesRequested, FWPM_PROVIDER_CONTEXT1*** entries, UINT32* numEntriesReturned);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmProviderContextGetByKey1(HANDLE engineHandle, const GUID* key,
    FWPM_PROVIDER_CONTEXT1** object);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmProviderContextGetById1(HANDLE engineHandle, UINT64 id,
    FWPM_PROVIDER_CONTEXT1** object);
typedef struct IPSEC_KEYING_POLICY1_ { UINT32 numKeyMods; GUID* keyModKeys; UINT32 flags; } IPSEC_KEYING_POLICY1;
#define FWPM_IPSEC_DOSP_CONTEXT FWPM_DOSP_CONTEXT
#define IRQLINT_FWPM_CONTEXT(Name) \
  typedef struct Name##_ { \
    GUID providerContextKey; \
    FWPM_DISPLAY_DATA0 displayData; \
    UINT32 flags; \
    GUID* providerKey; \
    FWP_BYTE_BLOB providerData; \
    FWPM_PROVIDER_CONTEXT_TYPE type; \
    union { FWP_BYTE_BLOB* dataBuffer; FWPM_CLASSIFY_OPTIONS0* classifyOptions; IPSEC_DOSP_OPTIONS0* idpOptions; \
      IPSEC_KEYING_POLICY1* keyingPolicy; PVOID ikeQmTransportPolicy; PVOID ikeQmTunnelPolicy; \
      PVOID authipQmTransportPolicy; PVOID authipQmTunnelPolicy; IKEEXT_POLICY2* ikeMmPolicy; \
      IKEEXT_POLICY2* authIpMmPolicy; PVOID ikeV2QmTunnelPolicy; PVOID ikeV2QmTransportPolicy; \
      IKEEXT_POLICY2* ikeV2MmPolicy; PVOID networkConnectionPolicy; }; \
    UINT64 providerContextId; \
  } Name
IRQLINT_FWPM_CONTEXT(FWPM_PROVIDER_CONTEXT2);
IRQLINT_FWPM_CONTEXT(FWPM_PROVIDER_CONTEXT3);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmProviderContextAdd2(HANDLE engineHandle, const FWPM_PROVIDER_CONTEXT2*
    object, PSECURITY_DESCRIPTOR sd, UINT64* id);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmProviderContextEnum2(HANDLE engineHandle, HANDLE enumHandle, UINT32
    numEntriesRequested, FWPM_PROVIDER_CONTEXT2*** entries, UINT32* numEntriesReturned);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmProviderContextGetByKey2(HANDLE engineHandle, const GUID* key,
    FWPM_PROVIDER_CONTEXT2** object);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmProviderContextGetById2(HANDLE engineHandle, UINT64 id,
    FWPM_PROVIDER_CONTEXT2** object);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmProviderContextAdd3(HANDLE engineHandle, const FWPM_PROVIDER_CONTEXT3*
    object, PSECURITY_DESCRIPTOR sd, UINT64* id);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmProviderContextEnum3(HANDLE engineHandle, HANDLE enumHandle, UINT32
    numEntriesRequested, FWPM_PROVIDER_CONTEXT3*** entries, UINT32* numEntriesReturned);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmProviderContextGetByKey3(HANDLE engineHandle, const GUID* key,
    FWPM_PROVIDER_CONTEXT3** object);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmProviderContextGetById3(HANDLE engineHandle, UINT64 id,
    FWPM_PROVIDER_CONTEXT3** object);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmProviderContextDeleteByKey0(HANDLE engineHandle, const GUID* key);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmProviderContextDeleteById0(HANDLE engineHandle, UINT64 id);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmProviderContextCreateEnumHandle0(HANDLE engineHandle, const
    FWPM_PROVIDER_CONTEXT_ENUM_TEMPLATE0* enumTemplate, HANDLE* enumHandle);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmProviderContextDestroyEnumHandle0(HANDLE engineHandle, HANDLE enumHandle);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmSubLayerAdd0(HANDLE engineHandle, const FWPM_SUBLAYER0* object,
    PSECURITY_DESCRIPTOR sd);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmSubLayerEnum0(HANDLE engineHandle, HANDLE enumHandle, UINT32
    numEntriesRequested, FWPM_SUBLAYER0*** entries, UINT32* numEntriesReturned);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmSubLayerGetByKey0(HANDLE engineHandle, const GUID* key, FWPM_SUBLAYER0**
    object);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmSubLayerDeleteByKey0(HANDLE engineHandle, const GUID* key);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmSubLayerCreateEnumHandle0(HANDLE engineHandle, const
    FWPM_SUBLAYER_ENUM_TEMPLATE0* enumTemplate, HANDLE* enumHandle);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmSubLayerDestroyEnumHandle0(HANDLE engineHandle, HANDLE enumHandle);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmCalloutAdd0(HANDLE engineHandle, const FWPM_CALLOUT0* object,
    PSECURITY_DESCRIPTOR sd, UINT32* id);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmCalloutEnum0(HANDLE engineHandle, HANDLE enumHandle, UINT32
    numEntriesRequested, FWPM_CALLOUT0*** entries, UINT32* numEntriesReturned);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmCalloutGetByKey0(HANDLE engineHandle, const GUID* key, FWPM_CALLOUT0**
    object);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmCalloutGetById0(HANDLE engineHandle, UINT32 id, FWPM_CALLOUT0** object);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmCalloutDeleteByKey0(HANDLE engineHandle, const GUID* key);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmCalloutDeleteById0(HANDLE engineHandle, UINT32 id);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmCalloutCreateEnumHandle0(HANDLE engineHandle, const
    FWPM_CALLOUT_ENUM_TEMPLATE0* enumTemplate, HANDLE* enumHandle);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmCalloutDestroyEnumHandle0(HANDLE engineHandle, HANDLE enumHandle);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmFilterAdd0(HANDLE engineHandle, const FWPM_FILTER0* object,
    PSECURITY_DESCRIPTOR sd, UINT64* id);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmFilterEnum0(HANDLE engineHandle, HANDLE enumHandle, UINT32
    numEntriesRequested, FWPM_FILTER0*** entries, UINT32* numEntriesReturned);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmFilterGetByKey0(HANDLE engineHandle, const GUID* key, FWPM_FILTER0**
    object);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmFilterGetById0(HANDLE engineHandle, UINT64 id, FWPM_FILTER0** object);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmFilterDeleteByKey0(HANDLE engineHandle, const GUID* key);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmFilterDeleteById0(HANDLE engineHandle, UINT64 id);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmFilterCreateEnumHandle0(HANDLE engineHandle, const
    FWPM_FILTER_ENUM_TEMPLATE0* enumTemplate, HANDLE* enumHandle);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmFilterDestroyEnumHandle0(HANDLE engineHandle, HANDLE enumHandle);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmLayerEnum0(HANDLE engineHandle, HANDLE enumHandle, UINT32
    numEntriesRequested, FWPM_LAYER0*** entries, UINT32* numEntriesReturned);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmLayerGetByKey0(HANDLE engineHandle, const GUID* key, FWPM_LAYER0**
    object);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmLayerGetById0(HANDLE engineHandle, UINT16 id, FWPM_LAYER0** object);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmLayerCreateEnumHandle0(HANDLE engineHandle, const
    FWPM_LAYER_ENUM_TEMPLATE0* enumTemplate, HANDLE* enumHandle);
_IRQL_requires_(PASSIVE_LEVEL) NTSTATUS FwpmLayerDestroyEnumHandle0(HANDLE engineHandle, HANDLE enumHandle);

#define FwpmBfeStateGet FwpmBfeStateGet0
#define FwpmBfeStateSubscribeChanges FwpmBfeStateSubscribeChanges0
#define FwpmBfeStateUnsubscribeChanges FwpmBfeStateUnsubscribeChanges0
#define FwpmCalloutAdd FwpmCalloutAdd0
#define FwpmCalloutCreateEnumHandle FwpmCalloutCreateEnumHandle0
#define FwpmCalloutDeleteById FwpmCalloutDeleteById0
#define FwpmCalloutDeleteByKey FwpmCalloutDeleteByKey0
#define FwpmCalloutDestroyEnumHandle FwpmCalloutDestroyEnumHandle0
#define FwpmCalloutEnum FwpmCalloutEnum0
#define FwpmCalloutGetById FwpmCalloutGetById0
#define FwpmCalloutGetByKey FwpmCalloutGetByKey0
#define FwpmEngineClose FwpmEngineClose0
#define FwpmEngineGetOption FwpmEngineGetOption0
#define FwpmEngineOpen FwpmEngineOpen0
#define FwpmEngineSetOption FwpmEngineSetOption0
#define FwpmFilterAdd FwpmFilterAdd0
#define FwpmFilterCreateEnumHandle FwpmFilterCreateEnumHandle0
#define FwpmFilterDeleteById FwpmFilterDeleteById0
#define FwpmFilterDeleteByKey FwpmFilterDeleteByKey0
#define FwpmFilterDestroyEnumHandle FwpmFilterDestroyEnumHandle0
#define FwpmFilterEnum FwpmFilterEnum0
#define FwpmFilterGetById FwpmFilterGetById0
#define FwpmFilterGetByKey FwpmFilterGetByKey0
#define FwpmFreeMemory FwpmFreeMemory0
#define FwpmLayerCreateEnumHandle FwpmLayerCreateEnumHandle0
#define FwpmLayerDestroyEnumHandle FwpmLayerDestroyEnumHandle0
#define FwpmLayerEnum FwpmLayerEnum0
#define FwpmLayerGetById FwpmLayerGetById0
#define FwpmLayerGetByKey FwpmLayerGetByKey0
#define FwpmProviderAdd FwpmProviderAdd0
#define FwpmProviderContextAdd FwpmProviderContextAdd3
#define FwpmProviderContextCreateEnumHandle FwpmProviderContextCreateEnumHandle0
#define FwpmProviderContextDeleteById FwpmProviderContextDeleteById0
#define FwpmProviderContextDeleteByKey FwpmProviderContextDeleteByKey0
#define FwpmProviderContextDestroyEnumHandle FwpmProviderContextDestroyEnumHandle0
#define FwpmProviderContextEnum FwpmProviderContextEnum3
#define FwpmProviderContextGetById FwpmProviderContextGetById3
#define FwpmProviderContextGetByKey FwpmProviderContextGetByKey3
#define FwpmProviderCreateEnumHandle FwpmProviderCreateEnumHandle0
#define FwpmProviderDeleteByKey FwpmProviderDeleteByKey0
#define FwpmProviderDestroyEnumHandle FwpmProviderDestroyEnumHandle0
#define FwpmProviderEnum FwpmProviderEnum0
#define FwpmProviderGetByKey FwpmProviderGetByKey0
#define FwpmSubLayerAdd FwpmSubLayerAdd0
#define FwpmSubLayerCreateEnumHandle FwpmSubLayerCreateEnumHandle0
#define FwpmSubLayerDeleteByKey FwpmSubLayerDeleteByKey0
#define FwpmSubLayerDestroyEnumHandle FwpmSubLayerDestroyEnumHandle0
#define FwpmSubLayerEnum FwpmSubLayerEnum0
#define FwpmSubLayerGetByKey FwpmSubLayerGetByKey0
#define FwpmTransactionAbort FwpmTransactionAbort0
#define FwpmTransactionBegin FwpmTransactionBegin0
#define FwpmTransactionCommit FwpmTransactionCommit0
#define FWPM_ACTION FWPM_ACTION0
#define FWPM_DISPLAY_DATA FWPM_DISPLAY_DATA0
#define FWPM_SESSION FWPM_SESSION0
#define FWPM_CALLOUT FWPM_CALLOUT0
#define FWPM_CALLOUT_ENUM_TEMPLATE FWPM_CALLOUT_ENUM_TEMPLATE0
#define FWPM_CALLOUT_SUBSCRIPTION FWPM_CALLOUT_SUBSCRIPTION0
#define FWPM_CALLOUT_CHANGE FWPM_CALLOUT_CHANGE0
#define FWPM_CLASSIFY_OPTION FWPM_CLASSIFY_OPTION0
#define FWPM_CLASSIFY_OPTIONS FWPM_CLASSIFY_OPTIONS0
#define FWPM_FIELD FWPM_FIELD0
#define FWPM_FILTER FWPM_FILTER0
#define FWPM_FILTER_CONDITION FWPM_FILTER_CONDITION0
#define FWPM_FILTER_ENUM_TEMPLATE FWPM_FILTER_ENUM_TEMPLATE0
#define FWPM_FILTER_CHANGE FWPM_FILTER_CHANGE0
#define FWPM_FILTER_SUBSCRIPTION FWPM_FILTER_SUBSCRIPTION0
#define FWPM_LAYER FWPM_LAYER0
#define FWPM_LAYER_ENUM_TEMPLATE FWPM_LAYER_ENUM_TEMPLATE0
#define FWPM_PROVIDER FWPM_PROVIDER0
#define FWPM_PROVIDER_ENUM_TEMPLATE FWPM_PROVIDER_ENUM_TEMPLATE0
#define FWPM_PROVIDER_CHANGE FWPM_PROVIDER_CHANGE0
#define FWPM_PROVIDER_CONTEXT_ENUM_TEMPLATE FWPM_PROVIDER_CONTEXT_ENUM_TEMPLATE0
#define FWPM_PROVIDER_CONTEXT_CHANGE FWPM_PROVIDER_CONTEXT_CHANGE0
#define FWPM_SUBLAYER FWPM_SUBLAYER0
#define FWPM_SUBLAYER_ENUM_TEMPLATE FWPM_SUBLAYER_ENUM_TEMPLATE0
#define FWPM_SUBLAYER_CHANGE FWPM_SUBLAYER_CHANGE0
#define FWPM_PROVIDER_CONTEXT FWPM_PROVIDER_CONTEXT3
#define IPSEC_DOSP_OPTIONS IPSEC_DOSP_OPTIONS0
#define IPSEC_KEYING_POLICY IPSEC_KEYING_POLICY1
#define IPSEC_SA_TRANSFORM IPSEC_SA_TRANSFORM0
#define IPSEC_TUNNEL_ENDPOINTS IPSEC_TUNNEL_ENDPOINTS0
#ifndef FWP_VALUE
#define FWP_VALUE FWP_VALUE0
#define FWP_CONDITION_VALUE FWP_CONDITION_VALUE0
#define FWP_RANGE FWP_RANGE0
#endif

#ifdef __cplusplus
}
#endif
