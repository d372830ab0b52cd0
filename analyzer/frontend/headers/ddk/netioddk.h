// The registrar of network modules: clients, providers and their attachments.
#pragma once

#include <ntddk.h>
#include <netiodef.h>
#include <mstcpip.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef GUID NPIID, *PNPIID;
typedef enum _NPI_MODULEID_TYPE { MIT_GUID = 1, MIT_IF_LUID } NPI_MODULEID_TYPE;
typedef struct _NPI_MODULEID {
  USHORT Length;
  NPI_MODULEID_TYPE Type;
  union { GUID Guid; LUID IfLuid; };
} NPI_MODULEID, *PNPI_MODULEID;
typedef const NPI_MODULEID* PCNPI_MODULEID;
typedef struct _NPI_REGISTRATION_INSTANCE {
  USHORT Version, Size;
  NPIID const* NpiId;
  PCNPI_MODULEID ModuleId;
  ULONG Number;
  const VOID* NpiSpecificCharacteristics;
} NPI_REGISTRATION_INSTANCE, *PNPI_REGISTRATION_INSTANCE;
typedef const NPI_REGISTRATION_INSTANCE* PCNPI_REGISTRATION_INSTANCE;

#define IRQLINT_NMR(Role, Return, ...) \
  typedef _Function_class_(Role) _IRQL_requires_max_(PASSIVE_LEVEL) Return NTAPI Role __VA_ARGS__; \
  typedef Role* P##Role
IRQLINT_NMR(NPI_CLIENT_ATTACH_PROVIDER_FN, NTSTATUS, (HANDLE NmrBindingHandle, PVOID ClientContext,
    PNPI_REGISTRATION_INSTANCE ProviderRegistrationInstance));
IRQLINT_NMR(NPI_CLIENT_DETACH_PROVIDER_FN, NTSTATUS, (PVOID ClientBindingContext));
IRQLINT_NMR(NPI_CLIENT_CLEANUP_BINDING_CONTEXT_FN, VOID, (PVOID ClientBindingContext));
IRQLINT_NMR(NPI_PROVIDER_ATTACH_CLIENT_FN, NTSTATUS, (HANDLE NmrBindingHandle, PVOID ProviderContext,
    PNPI_REGISTRATION_INSTANCE ClientRegistrationInstance, PVOID ClientBindingContext, const VOID* ClientDispatch,
    PVOID* ProviderBindingContext, const VOID** ProviderDispatch));
IRQLINT_NMR(NPI_PROVIDER_DETACH_CLIENT_FN, NTSTATUS, (PVOID ProviderBindingContext));
IRQLINT_NMR(NPI_PROVIDER_CLEANUP_BINDING_CONTEXT_FN, VOID, (PVOID ProviderBindingContext));
#undef IRQLINT_NMR
typedef struct _NPI_CLIENT_CHARACTERISTICS {
  USHORT Version, Length;
  PNPI_CLIENT_ATTACH_PROVIDER_FN ClientAttachProvider;
  PNPI_CLIENT_DETACH_PROVIDER_FN ClientDetachProvider;
  PNPI_CLIENT_CLEANUP_BINDING_CONTEXT_FN ClientCleanupBindingContext;
  NPI_REGISTRATION_INSTANCE ClientRegistrationInstance;
} NPI_CLIENT_CHARACTERISTICS, *PNPI_CLIENT_CHARACTERISTICS;
typedef struct _NPI_PROVIDER_CHARACTERISTICS {
  USHORT Version, Length;
  PNPI_PROVIDER_ATTACH_CLIENT_FN ProviderAttachClient;
  PNPI_PROVIDER_DETACH_CLIENT_FN ProviderDetachClient;
  PNPI_PROVIDER_CLEANUP_BINDING_CONTEXT_FN ProviderCleanupBindingContext;
  NPI_REGISTRATION_INSTANCE ProviderRegistrationInstance;
} NPI_PROVIDER_CHARACTERISTICS, *PNPI_PROVIDER_CHARACTERISTICS;

_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS NmrRegisterClient(const NPI_CLIENT_CHARACTERISTICS* ClientCharacteristics,
    PVOID ClientContext, PHANDLE NmrClientHandle);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS NmrDeregisterClient(HANDLE NmrClientHandle);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS NmrWaitForClientDeregisterComplete(HANDLE NmrClientHandle);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS NmrClientAttachProvider(HANDLE NmrBindingHandle, PVOID ClientBindingContext,
    const VOID* ClientDispatch, PVOID* ProviderBindingContext, const VOID** ProviderDispatch);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID NmrClientDetachProviderComplete(HANDLE NmrBindingHandle);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS NmrRegisterProvider(const NPI_PROVIDER_CHARACTERISTICS*
    ProviderCharacteristics, PVOID ProviderContext, PHANDLE NmrProviderHandle);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS NmrDeregisterProvider(HANDLE NmrProviderHandle);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS NmrWaitForProviderDeregisterComplete(HANDLE NmrProviderHandle);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID NmrProviderDetachClientComplete(HANDLE NmrBindingHandle);

#ifdef __cplusplus
}
#endif
