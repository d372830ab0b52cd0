// Clients of the class extension for connectors of USB Type-C.
#pragma once

#include <wdf.h>
#include <ucmtypes.h>

#ifdef __cplusplus
extern "C" {
#endif

DECLARE_HANDLE(UCMCONNECTOR);

#define IRQLINT_UCM_ROLE(Name, Role) \
  typedef _Function_class_(EVT_UCM_CONNECTOR_SET_##Name) _IRQL_requires_same_ _IRQL_requires_max_(PASSIVE_LEVEL) \
      NTSTATUS EVT_UCM_CONNECTOR_SET_##Name(UCMCONNECTOR Connector, Role); \
  typedef EVT_UCM_CONNECTOR_SET_##Name* PFN_UCM_CONNECTOR_SET_##Name
IRQLINT_UCM_ROLE(DATA_ROLE, UCM_DATA_ROLE DataRole);
IRQLINT_UCM_ROLE(POWER_ROLE, UCM_POWER_ROLE PowerRole);
#undef IRQLINT_UCM_ROLE

#define IRQLINT_UCM_STRUCT(Name, ...) typedef struct _##Name { ULONG Size; __VA_ARGS__ } Name, *P##Name
#define IRQLINT_UCM_ZERO(Value) \
  RtlZeroMemory(Value, sizeof(*Value)); \
  Value->Size = sizeof(*Value)
IRQLINT_UCM_STRUCT(UCM_MANAGER_CONFIG, );
IRQLINT_UCM_STRUCT(UCM_CONNECTOR_TYPEC_CONFIG, BOOLEAN IsSupported; ULONG SupportedOperatingModes,
                   SupportedPowerSourcingCapabilities; BOOLEAN AudioAccessoryCapable;
                   PFN_UCM_CONNECTOR_SET_DATA_ROLE EvtSetDataRole;);
IRQLINT_UCM_STRUCT(UCM_CONNECTOR_PD_CONFIG, BOOLEAN IsSupported; ULONG SupportedPowerRoles;
                   PFN_UCM_CONNECTOR_SET_POWER_ROLE EvtSetPowerRole;);
IRQLINT_UCM_STRUCT(UCM_CONNECTOR_CONFIG, ULONGLONG ConnectorId; PUCM_CONNECTOR_TYPEC_CONFIG TypeCConfig;
                   PUCM_CONNECTOR_PD_CONFIG PdConfig;);
IRQLINT_UCM_STRUCT(UCM_CONNECTOR_TYPEC_ATTACH_PARAMS, UCM_TYPEC_PARTNER Partner; UCM_TYPEC_CURRENT CurrentAdvertisement;
                   UCM_CHARGING_STATE ChargingState;);
IRQLINT_UCM_STRUCT(UCM_CONNECTOR_PD_CONN_STATE_CHANGED_PARAMS, UCM_PD_CONN_STATE PdConnState;
                   UCM_PD_REQUEST_DATA_OBJECT Rdo; UCM_CHARGING_STATE ChargingState;);
FORCEINLINE VOID UCM_MANAGER_CONFIG_INIT(PUCM_MANAGER_CONFIG Config) { IRQLINT_UCM_ZERO(Config); }
FORCEINLINE VOID UCM_CONNECTOR_TYPEC_CONFIG_INIT(PUCM_CONNECTOR_TYPEC_CONFIG Config, ULONG SupportedOperatingModes,
                                                 ULONG SupportedPowerSourcingCapabilities) {
  IRQLINT_UCM_ZERO(Config);
  Config->IsSupported = TRUE;
  Config->SupportedOperatingModes = SupportedOperatingModes;
  Config->SupportedPowerSourcingCapabilities = SupportedPowerSourcingCapabilities;
}
FORCEINLINE VOID UCM_CONNECTOR_PD_CONFIG_INIT(PUCM_CONNECTOR_PD_CONFIG Config, ULONG SupportedPowerRoles) {
  IRQLINT_UCM_ZERO(Config);
  Config->IsSupported = TRUE;
  Config->SupportedPowerRoles = SupportedPowerRoles;
}
FORCEINLINE VOID UCM_CONNECTOR_CONFIG_INIT(PUCM_CONNECTOR_CONFIG Config, ULONGLONG ConnectorId) {
  IRQLINT_UCM_ZERO(Config);
  Config->ConnectorId = ConnectorId;
}
FORCEINLINE VOID UCM_CONNECTOR_TYPEC_ATTACH_PARAMS_INIT(PUCM_CONNECTOR_TYPEC_ATTACH_PARAMS Params, UCM_TYPEC_PARTNER
                                                        Partner) {
  IRQLINT_UCM_ZERO(Params);
  Params->Partner = Partner;
}
FORCEINLINE VOID UCM_CONNECTOR_PD_CONN_STATE_CHANGED_PARAMS_INIT(PUCM_CONNECTOR_PD_CONN_STATE_CHANGED_PARAMS Params,
                                                                 UCM_PD_CONN_STATE PdConnState) {
  IRQLINT_UCM_ZERO(Params);
  Params->PdConnState = PdConnState;
}
#undef IRQLINT_UCM_ZERO
#undef IRQLINT_UCM_STRUCT

#define IRQLINT_UCM_FUNCTION(Return, Name, ...) _IRQL_requires_max_(PASSIVE_LEVEL) Return Name(__VA_ARGS__)
IRQLINT_UCM_FUNCTION(NTSTATUS, UcmInitializeDevice, WDFDEVICE WdfDevice, PUCM_MANAGER_CONFIG Config);
IRQLINT_UCM_FUNCTION(NTSTATUS, UcmConnectorCreate, WDFDEVICE WdfDevice, PUCM_CONNECTOR_CONFIG Config,
                     PWDF_OBJECT_ATTRIBUTES Attributes, UCMCONNECTOR* Connector);
IRQLINT_UCM_FUNCTION(NTSTATUS, UcmConnectorTypeCAttach, UCMCONNECTOR Connector, PUCM_CONNECTOR_TYPEC_ATTACH_PARAMS
                     Params);
IRQLINT_UCM_FUNCTION(NTSTATUS, UcmConnectorTypeCDetach, UCMCONNECTOR Connector);
IRQLINT_UCM_FUNCTION(NTSTATUS, UcmConnectorTypeCCurrentAdChanged, UCMCONNECTOR Connector, UCM_TYPEC_CURRENT
                     CurrentAdvertisement);
IRQLINT_UCM_FUNCTION(NTSTATUS, UcmConnectorChargingStateChanged, UCMCONNECTOR Connector, UCM_CHARGING_STATE
                     ChargingState);
IRQLINT_UCM_FUNCTION(NTSTATUS, UcmConnectorPdSourceCaps, UCMCONNECTOR Connector, UCM_PD_POWER_DATA_OBJECT Pdos[], UCHAR
                     PdoCount);
IRQLINT_UCM_FUNCTION(NTSTATUS, UcmConnectorPdPartnerSourceCaps, UCMCONNECTOR Connector, UCM_PD_POWER_DATA_OBJECT Pdos[],
                     UCHAR PdoCount);
IRQLINT_UCM_FUNCTION(NTSTATUS, UcmConnectorPdConnectionStateChanged, UCMCONNECTOR Connector,
                     PUCM_CONNECTOR_PD_CONN_STATE_CHANGED_PARAMS Params);
IRQLINT_UCM_FUNCTION(VOID, UcmConnectorDataDirectionChanged, UCMCONNECTOR Connector, BOOLEAN Success, UCM_DATA_ROLE
                     CurrentDataRole);
IRQLINT_UCM_FUNCTION(VOID, UcmConnectorPowerDirectionChanged, UCMCONNECTOR Connector, BOOLEAN Success, UCM_POWER_ROLE
                     CurrentPowerRole);
#undef IRQLINT_UCM_FUNCTION

#ifdef __cplusplus
}
#endif
