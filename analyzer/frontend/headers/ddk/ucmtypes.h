// Connectors of USB Type-C: roles, partners, currents and objects of power delivery.
#pragma once

#include <ntddk.h>

typedef enum _UCM_TYPEC_PARTNER { UcmTypeCPartnerInvalid, UcmTypeCPartnerUfp, UcmTypeCPartnerDfp,
  UcmTypeCPartnerPoweredCableNoUfp, UcmTypeCPartnerPoweredCableWithUfp, UcmTypeCPartnerAudioAccessory,
  UcmTypeCPartnerDebugAccessory } UCM_TYPEC_PARTNER;
typedef enum _UCM_TYPEC_OPERATING_MODE { UcmTypeCOperatingModeInvalid, UcmTypeCOperatingModeDfp,
  UcmTypeCOperatingModeUfp, UcmTypeCOperatingModeDrp = 4 } UCM_TYPEC_OPERATING_MODE;
typedef enum _UCM_TYPEC_CURRENT { UcmTypeCCurrentInvalid, UcmTypeCCurrentDefaultUsb, UcmTypeCCurrent1500mA,
  UcmTypeCCurrent3000mA = 4 } UCM_TYPEC_CURRENT;
typedef enum _UCM_DATA_ROLE { UcmDataRoleInvalid, UcmDataRoleUfp, UcmDataRoleDfp } UCM_DATA_ROLE;
typedef enum _UCM_POWER_ROLE { UcmPowerRoleInvalid, UcmPowerRoleSink, UcmPowerRoleSource } UCM_POWER_ROLE;
typedef enum _UCM_CHARGING_STATE { UcmChargingStateInvalid, UcmChargingStateNotCharging,
  UcmChargingStateNominalCharging, UcmChargingStateSlowCharging, UcmChargingStateTrickleCharging } UCM_CHARGING_STATE,
    *PUCM_CHARGING_STATE;
typedef enum _UCM_PD_CONN_STATE { UcmPdConnStateInvalid, UcmPdConnStateNotSupported, UcmPdConnStateNegotiationFailed,
  UcmPdConnStateNegotiationSucceeded } UCM_PD_CONN_STATE;
typedef enum _UCM_PD_POWER_DATA_OBJECT_TYPE { UcmPdPdoTypeFixedSupply, UcmPdPdoTypeBatterySupply,
  UcmPdPdoTypeVariableSupplyNonBattery } UCM_PD_POWER_DATA_OBJECT_TYPE;
typedef union _UCM_PD_POWER_DATA_OBJECT {
  ULONG Ul;
  struct { unsigned Reserved : 30, Type : 2; } Common;
  struct { unsigned MaximumCurrentIn10mA : 10, VoltageIn50mV : 10, PeakCurrent : 2, Reserved : 3, DataRoleSwap : 1;
    unsigned UsbCommunicationCapable : 1, ExternallyPowered : 1, UsbSuspendSupported : 1, DualRolePower : 1;
    unsigned FixedSupply : 2; } FixedSupplyPdo;
  struct { unsigned MaximumCurrentIn10mA : 10, MinimumVoltageIn50mV : 10, MaximumVoltageIn50mV : 10;
    unsigned VariableSupportNonBattery : 2; } VariableSupplyNonBatteryPdo;
  struct { unsigned MaximumAllowablePowerIn250mW : 10, MinimumVoltageIn50mV : 10, MaximumVoltageIn50mV : 10;
    unsigned Battery : 2; } BatterySupplyPdo;
} UCM_PD_POWER_DATA_OBJECT, *PUCM_PD_POWER_DATA_OBJECT;
typedef union _UCM_PD_REQUEST_DATA_OBJECT {
  ULONG Ul;
  struct { unsigned Reserved1 : 28, ObjectPosition : 3, Reserved2 : 1; } Common;
  struct { unsigned MaximumOperatingCurrentIn10mA : 10, OperatingCurrentIn10mA : 10, Reserved1 : 4, NoUsbSuspend : 1;
    unsigned UsbCommunicationCapable : 1, CapabilityMismatch : 1, GiveBackFlag : 1, ObjectPosition : 3, Reserved2 : 1;
  } FixedAndVariableRdo;
  struct { unsigned MaximumOperatingPowerIn250mW : 10, OperatingPowerIn250mW : 10, Reserved1 : 4, NoUsbSuspend : 1;
    unsigned UsbCommunicationCapable : 1, CapabilityMismatch : 1, GiveBackFlag : 1, ObjectPosition : 3, Reserved2 : 1;
  } BatteryRdo;
} UCM_PD_REQUEST_DATA_OBJECT, *PUCM_PD_REQUEST_DATA_OBJECT;
FORCEINLINE VOID UCM_PD_POWER_DATA_OBJECT_INIT_ULONG(PUCM_PD_POWER_DATA_OBJECT Pdo, ULONG UlongInLittleEndian) {
  Pdo->Ul = UlongInLittleEndian;
}
FORCEINLINE VOID UCM_PD_REQUEST_DATA_OBJECT_INIT_ULONG(PUCM_PD_REQUEST_DATA_OBJECT Rdo, ULONG UlongInLittleEndian) {
  Rdo->Ul = UlongInLittleEndian;
}
#define IRQLINT_UCM_PDO(Name, Kind) \
  FORCEINLINE VOID UCM_PD_POWER_DATA_OBJECT_INIT_##Name(PUCM_PD_POWER_DATA_OBJECT Pdo) { \
    Pdo->Ul = 0; \
    Pdo->Common.Type = Kind; \
  }
IRQLINT_UCM_PDO(FIXED, UcmPdPdoTypeFixedSupply)
IRQLINT_UCM_PDO(BATTERY, UcmPdPdoTypeBatterySupply)
IRQLINT_UCM_PDO(VARIABLE_NON_BATTERY, UcmPdPdoTypeVariableSupplyNonBattery)
#undef IRQLINT_UCM_PDO
FORCEINLINE UCM_PD_POWER_DATA_OBJECT_TYPE UCM_PD_POWER_DATA_OBJECT_GET_TYPE(PUCM_PD_POWER_DATA_OBJECT Pdo) {
  return (UCM_PD_POWER_DATA_OBJECT_TYPE)Pdo->Common.Type;
}
