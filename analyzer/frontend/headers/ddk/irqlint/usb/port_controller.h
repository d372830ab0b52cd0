// Clients of the class extension for port controllers of USB Type-C: registers, alerts and functions. A register is a
// number or its bits.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

DECLARE_HANDLE(UCMTCPCIPORTCONTROLLER);

#define IRQLINT_TCPCI_REGISTER(Name, Number, ...) \
  typedef union _UCMTCPCI_PORT_CONTROLLER_##Name { \
    UINT##Number AsUInt##Number; \
    struct { __VA_ARGS__ }; \
  } UCMTCPCI_PORT_CONTROLLER_##Name, *PUCMTCPCI_PORT_CONTROLLER_##Name
IRQLINT_TCPCI_REGISTER(CC_STATUS, 8, UINT8 CC1State : 2, CC2State : 2, ConnectResult : 1, LookingForConnection : 1,
                       Reserved : 2;);
IRQLINT_TCPCI_REGISTER(POWER_STATUS, 8, UINT8 SinkingVbus : 1, VConnPresent : 1, VbusPresent : 1,
                       VbusPresentDetectionEnabled : 1, SourcingVbus : 1, SourcingHighVoltage : 1,
                       TcpcInitializationStatus : 1, DebugAccessoryConnected : 1;);
IRQLINT_TCPCI_REGISTER(FAULT_STATUS, 8, UINT8 I2CInterfaceError : 1, VConnOverCurrentFault : 1,
                       VbusOverVoltageFault : 1, VbusOverCurrentFault : 1, ForcedDischargeFailed : 1,
                       AutoDischargeFailed : 1, ForceOffVbus : 1, Reserved : 1;);
IRQLINT_TCPCI_REGISTER(TCPC_CONTROL, 8, UINT8 PlugOrientation : 1, BistTestMode : 1, I2CClockStretchingControl : 2,
                       DebugAccessoryControl : 1, Reserved : 3;);
IRQLINT_TCPCI_REGISTER(ROLE_CONTROL, 8, UINT8 CC1 : 2, CC2 : 2, RpValue : 2, Drp : 1, Reserved : 1;);
IRQLINT_TCPCI_REGISTER(FAULT_CONTROL, 8, UINT8 VConnOverCurrentFault : 1, VbusOverVoltageFault : 1,
                       VbusOverCurrentFault : 1, VbusDischargeFaultDetectionTimer : 1, ForceOffVbus : 1, Reserved : 3;);
IRQLINT_TCPCI_REGISTER(POWER_CONTROL, 8, UINT8 EnableVConn : 1, VConnPowerSupported : 1, ForceDischarge : 1,
                       EnableBleedDischarge : 1, AutoDischargeDisconnect : 1, DisableVoltageAlarms : 1,
                       VbusVoltageMonitor : 1, Reserved : 1;);
IRQLINT_TCPCI_REGISTER(CONFIG_STANDARD_OUTPUT, 8, UINT8 ConnectionOrientation : 1, ConnectionPresent : 1,
                       MuxControl : 2, ActiveCableConnected : 1, AudioAccessoryConnected : 1,
                       DebugAccessoryConnected : 1, HighImpedanceOutputs : 1;);
IRQLINT_TCPCI_REGISTER(MESSAGE_HEADER_INFO, 8, UINT8 PowerRole : 1, UsbPDSpecificationRevision : 2, DataRole : 1,
                       CablePlug : 1, Reserved : 3;);
IRQLINT_TCPCI_REGISTER(RECEIVE_DETECT, 8, UINT8 EnableSopMessage : 1, EnableSopPrimeMessage : 1,
                       EnableSopDoublePrimeMessage : 1, EnableSopPrimeDebugMessage : 1,
                       EnableSopDoublePrimeDebugMessage : 1, EnableHardReset : 1, EnableCableReset : 1, Reserved : 1;);
IRQLINT_TCPCI_REGISTER(TRANSMIT, 8, UINT8 TransmitSopMessage : 3, Reserved1 : 1, RetryCounter : 2, Reserved2 : 2;);
IRQLINT_TCPCI_REGISTER(DEVICE_CAPABILITIES_1, 16, UINT16 SourceVbus : 1, SourceHighVoltageVbus : 1, SinkVbus : 1,
                       SourceVConn : 1, AllSopSupported : 1, RolesSupported : 3, SourceResistorSupported : 2,
                       VbusMeasurementAndAlarmCapable : 1, ForceDischarge : 1, BleedDischarge : 1,
                       VbusOverVoltageProtectionReporting : 1, VbusOverCurrentProtectionReporting : 1, Reserved : 1;);
IRQLINT_TCPCI_REGISTER(DEVICE_CAPABILITIES_2, 16, UINT16 VConnOverCurrentFaultCapable : 1, VConnPowerSupported : 3,
                       VbusVoltageAlarmLsb : 2, StopDischargeThreshold : 1, SinkDisconnectDetection : 1, Reserved : 8;);
IRQLINT_TCPCI_REGISTER(STANDARD_INPUT_CAPABILITIES, 8, UINT8 ForceOffVbus : 1, VbusExternalOverCurrentFault : 1,
                       VbusExternalOverVoltageFault : 1, Reserved : 5;);
IRQLINT_TCPCI_REGISTER(STANDARD_OUTPUT_CAPABILITIES, 8, UINT8 ConnectorOrientation : 1, ConnectionPresent : 1,
                       MuxConfigurationControl : 1, ActiveCableIndicator : 1, AudioAdapterAccessoryIndicator : 1,
                       VbusPresentMonitor : 1, DebugAccessoryIndicator : 1, Reserved : 1;);
#undef IRQLINT_TCPCI_REGISTER
#define UCMTCPCI_PORT_CONTROLLER_MAX_BUFFER_SIZE 30
typedef struct _UCMTCPCI_PORT_CONTROLLER_RECEIVE_BUFFER { UINT8 ReadableByteCount, RxBufFrameType,
    Data[UCMTCPCI_PORT_CONTROLLER_MAX_BUFFER_SIZE]; } UCMTCPCI_PORT_CONTROLLER_RECEIVE_BUFFER,
    *PUCMTCPCI_PORT_CONTROLLER_RECEIVE_BUFFER;
typedef struct _UCMTCPCI_PORT_CONTROLLER_TRANSMIT_BUFFER { UINT8 TransmitByteCount,
    Data[UCMTCPCI_PORT_CONTROLLER_MAX_BUFFER_SIZE]; } UCMTCPCI_PORT_CONTROLLER_TRANSMIT_BUFFER,
    *PUCMTCPCI_PORT_CONTROLLER_TRANSMIT_BUFFER;

// What a port controller is, and what it reports
typedef enum _UCMTCPCI_PORT_CONTROLLER_ALERT_TYPE {
  UcmTcpciPortControllerAlertInvalid, UcmTcpciPortControllerAlertCCStatus, UcmTcpciPortControllerAlertPowerStatus,
  UcmTcpciPortControllerAlertReceiveSOPMessageStatus, UcmTcpciPortControllerAlertReceivedHardReset,
  UcmTcpciPortControllerAlertTransmitSOPMessageFailed, UcmTcpciPortControllerAlertTransmitSOPMessageDiscarded,
  UcmTcpciPortControllerAlertTransmitSOPMessageSuccessful, UcmTcpciPortControllerAlertVbusVoltageAlarmHi,
  UcmTcpciPortControllerAlertVbusVoltageAlarmLo, UcmTcpciPortControllerAlertFault,
  UcmTcpciPortControllerAlertRxBufferOverflow, UcmTcpciPortControllerAlertVbusSinkDisconnectDetected
} UCMTCPCI_PORT_CONTROLLER_ALERT_TYPE, *PUCMTCPCI_PORT_CONTROLLER_ALERT_TYPE;
#define IRQLINT_TCPCI_SIZED(Name, ...) \
  typedef struct _##Name { ULONG Size; __VA_ARGS__ } Name, *P##Name; \
  FORCEINLINE VOID IRQLINT_INIT_##Name(P##Name Value) { \
    RtlZeroMemory(Value, sizeof(Name)); \
    Value->Size = sizeof(Name); \
  }
IRQLINT_TCPCI_SIZED(UCMTCPCI_DEVICE_CONFIG, )
IRQLINT_TCPCI_SIZED(UCMTCPCI_PORT_CONTROLLER_ALERT_DATA, UCMTCPCI_PORT_CONTROLLER_ALERT_TYPE AlertType; union {
  UCMTCPCI_PORT_CONTROLLER_CC_STATUS CCStatus; UCMTCPCI_PORT_CONTROLLER_POWER_STATUS PowerStatus;
  UCMTCPCI_PORT_CONTROLLER_FAULT_STATUS FaultStatus; PUCMTCPCI_PORT_CONTROLLER_RECEIVE_BUFFER ReceiveBuffer; };)
IRQLINT_TCPCI_SIZED(UCMTCPCI_PORT_CONTROLLER_IDENTIFICATION, UINT16 VendorId, ProductId, DeviceId, TypeCRevisionInBcd,
                    PDRevisionAndVersionInBcd, PDInterfaceRevisionAndVersionInBcd;)
IRQLINT_TCPCI_SIZED(UCMTCPCI_PORT_CONTROLLER_CAPABILITIES, BOOLEAN IsPowerDeliveryCapable;
                    UCMTCPCI_PORT_CONTROLLER_DEVICE_CAPABILITIES_1 DeviceCapabilities1;
                    UCMTCPCI_PORT_CONTROLLER_DEVICE_CAPABILITIES_2 DeviceCapabilities2;
                    UCMTCPCI_PORT_CONTROLLER_STANDARD_INPUT_CAPABILITIES StandardInputCapabilities;
                    UCMTCPCI_PORT_CONTROLLER_STANDARD_OUTPUT_CAPABILITIES StandardOutputCapabilities;)
IRQLINT_TCPCI_SIZED(UCMTCPCI_PORT_CONTROLLER_CONFIG, PUCMTCPCI_PORT_CONTROLLER_IDENTIFICATION Identification;
                    PUCMTCPCI_PORT_CONTROLLER_CAPABILITIES Capabilities;)
#undef IRQLINT_TCPCI_SIZED
#define UCMTCPCI_DEVICE_CONFIG_INIT IRQLINT_INIT_UCMTCPCI_DEVICE_CONFIG
#define UCMTCPCI_PORT_CONTROLLER_ALERT_DATA_INIT IRQLINT_INIT_UCMTCPCI_PORT_CONTROLLER_ALERT_DATA
#define UCMTCPCI_PORT_CONTROLLER_IDENTIFICATION_INIT IRQLINT_INIT_UCMTCPCI_PORT_CONTROLLER_IDENTIFICATION
#define UCMTCPCI_PORT_CONTROLLER_CAPABILITIES_INIT IRQLINT_INIT_UCMTCPCI_PORT_CONTROLLER_CAPABILITIES
FORCEINLINE VOID UCMTCPCI_PORT_CONTROLLER_CONFIG_INIT(PUCMTCPCI_PORT_CONTROLLER_CONFIG Config,
                                                      PUCMTCPCI_PORT_CONTROLLER_IDENTIFICATION Identification,
                                                      PUCMTCPCI_PORT_CONTROLLER_CAPABILITIES Capabilities) {
  IRQLINT_INIT_UCMTCPCI_PORT_CONTROLLER_CONFIG(Config);
  Config->Identification = Identification;
  Config->Capabilities = Capabilities;
}

_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS UcmTcpciDeviceInitInitialize(PWDFDEVICE_INIT DeviceInit);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS UcmTcpciDeviceInitialize(WDFDEVICE WdfDevice, PUCMTCPCI_DEVICE_CONFIG
    Config);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS UcmTcpciPortControllerCreate(WDFDEVICE WdfDevice,
    PUCMTCPCI_PORT_CONTROLLER_CONFIG Config, PWDF_OBJECT_ATTRIBUTES Attributes, UCMTCPCIPORTCONTROLLER*
    PortControllerObject);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID UcmTcpciPortControllerSetHardwareRequestQueue(UCMTCPCIPORTCONTROLLER
    PortControllerObject, WDFQUEUE HardwareRequestQueue);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS UcmTcpciPortControllerStart(UCMTCPCIPORTCONTROLLER PortControllerObject);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID UcmTcpciPortControllerStop(UCMTCPCIPORTCONTROLLER PortControllerObject);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID UcmTcpciPortControllerAlert(UCMTCPCIPORTCONTROLLER PortControllerObject,
    PUCMTCPCI_PORT_CONTROLLER_ALERT_DATA AlertData, size_t NumberOfAlerts);

#ifdef __cplusplus
}
#endif
