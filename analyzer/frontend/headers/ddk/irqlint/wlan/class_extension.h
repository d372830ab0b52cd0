// The class extension's devices, adapters and requests.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

typedef struct WIFIREQUEST__* WIFIREQUEST;
typedef struct WIFIDIRECTDEVICE__* WIFIDIRECTDEVICE;
typedef struct _WIFIDIRECT_DEVICE_INIT WIFIDIRECT_DEVICE_INIT;
#define WIFI_IS_FIELD_AVAILABLE(Structure, Field) (RTL_SIZEOF_THROUGH_FIELD(Structure, Field) <= sizeof(Structure))
typedef enum _WIFI_ADAPTER_TYPE { WIFI_ADAPTER_EXTENSIBLE_STATION, WIFI_ADAPTER_WIFI_DIRECT_ROLE,
  WIFI_ADAPTER_SECONDARY_STATION } WIFI_ADAPTER_TYPE;
typedef enum _WIFI_ADAPTER_TX_DEMUX_TYPE { WifiAdapterTxDemuxTypePeerAddress = 2, WifiAdapterTxDemuxTypeWmmInfo }
    WIFI_ADAPTER_TX_DEMUX_TYPE;
typedef enum _WIFI_WAKE_REASON_TYPE { WifiWakeReasonTypeNloDiscovery = 1, WifiWakeReasonTypeApAssociationlost,
  WifiWakeReasonTypeGtkHandshakeError, WifiWakeReasonTypeFourWayHandshakeRequest } WIFI_WAKE_REASON_TYPE;

#define IRQLINT_WIFI_PASSIVE _IRQL_requires_(PASSIVE_LEVEL)
#define IRQLINT_WIFI_ANY _IRQL_requires_max_(DISPATCH_LEVEL)
#define IRQLINT_WIFI_ROLE(Role, Levels, Return, ...) \
  typedef _Function_class_(EVT_##Role) _IRQL_requires_same_ Levels Return NTAPI EVT_##Role __VA_ARGS__; \
  typedef EVT_##Role* PFN_##Role
IRQLINT_WIFI_ROLE(WIFI_DEVICE_SEND_COMMAND, IRQLINT_WIFI_ANY, VOID, (WDFDEVICE Device, WIFIREQUEST SendRequest));
IRQLINT_WIFI_ROLE(WIFI_DEVICE_CREATE_ADAPTER, IRQLINT_WIFI_PASSIVE, NTSTATUS, (WDFDEVICE Device,
    NETADAPTER_INIT* AdapterInit));
IRQLINT_WIFI_ROLE(WIFI_DEVICE_CREATE_WIFIDIRECTDEVICE, IRQLINT_WIFI_PASSIVE, NTSTATUS, (WDFDEVICE Device,
    WIFIDIRECT_DEVICE_INIT* WifiDirectDeviceInit));
#undef IRQLINT_WIFI_ROLE

typedef struct _WIFI_DEVICE_CONFIG {
  ULONG Size;
  UINT32 WdiVersion;
  PFN_WIFI_DEVICE_SEND_COMMAND SendCommand;
  PFN_WIFI_DEVICE_CREATE_ADAPTER CreateAdapter;
  PFN_WIFI_DEVICE_CREATE_WIFIDIRECTDEVICE CreateWifiDirectDevice;
} WIFI_DEVICE_CONFIG, *PWIFI_DEVICE_CONFIG;
FORCEINLINE VOID WIFI_DEVICE_CONFIG_INIT(PWIFI_DEVICE_CONFIG Config, UINT32 WdiVersion,
    PFN_WIFI_DEVICE_SEND_COMMAND SendCommand, PFN_WIFI_DEVICE_CREATE_ADAPTER CreateAdapter,
    PFN_WIFI_DEVICE_CREATE_WIFIDIRECTDEVICE CreateWifiDirectDevice) {
  RtlZeroMemory(Config, sizeof(*Config));
  Config->Size = sizeof(*Config);
  Config->WdiVersion = WdiVersion;
  Config->SendCommand = SendCommand;
  Config->CreateAdapter = CreateAdapter;
  Config->CreateWifiDirectDevice = CreateWifiDirectDevice;
}

// Capabilities
typedef struct _WIFI_DEVICE_CAPABILITIES {
  ULONG Size;
  BOOLEAN HardwareRadioState, SoftwareRadioState;
  CHAR FirmwareVersion[256];
  BOOLEAN ActionFramesSupported;
  ULONG NumRxStreams, NumTxStreams;
  BOOLEAN Support_eCSA, MACAddressRandomization;
  WDI_MAC_ADDRESS MACAddressRandomizationMask;
  WDI_BLUETOOTH_COEXISTENCE_SUPPORT BluetoothCoexistenceSupport;
  BOOLEAN SupportsNonWdiOidRequests, FastTransitionSupported, MU_MIMOSupported, BSSTransitionSupported;
  BOOLEAN SAEAuthenticationSupported, MBOSupported, BeaconReportsImplemented;
} WIFI_DEVICE_CAPABILITIES, *PWIFI_DEVICE_CAPABILITIES;
typedef struct _WIFI_STA_BANDS_COMBINATION { ULONG NumStaBands; WDI_BAND_ID BandIDs[4]; }
    WIFI_STA_BANDS_COMBINATION, *PWIFI_STA_BANDS_COMBINATION;
typedef struct _WIFI_STATION_CAPABILITIES {
  ULONG Size;
  ULONG ScanSSIDListSize, DesiredSSIDListSize, PrivacyExemptionListSize, KeyMappingTableSize, DefaultKeyTableSize;
  ULONG WEPKeyValueMaxLength, MaxNumPerSTA;
  UINT8 SupportedQOSFlags;
  BOOLEAN HostFIPSModeImplemented, MFPCapable, AutoPowerSaveMode, BSSListCachemanagement, ConnectBSSSelectionOverride;
  ULONG MaxNetworkOffloadListSize;
  BOOLEAN HESSIDConnectionSupported, FTMAsInitiatorSupport;
  ULONG FTMNumberOfSupportedTargets;
  BOOLEAN HostWPA3FIPSModeEnabled;
  ULONG NumSupportedUnicastAlgorithms;
  PDOT11_AUTH_CIPHER_PAIR UnicastAlgorithmsList;
  ULONG NumSupportedMulticastDataAlgorithms;
  PDOT11_AUTH_CIPHER_PAIR MulticastDataAlgorithmsList;
  ULONG NumSupportedMulticastMgmtAlgorithms;
  PDOT11_AUTH_CIPHER_PAIR MulticastMgmtAlgorithmsList;
  ULONG NumSecondaryStaBandCombinations;
  PWIFI_STA_BANDS_COMBINATION SecondaryStaBandsCombinations;
  union { ULONG MaxMultiLinkConnectionsSupported; ULONG MaxMLOLinksSupported; };
  BOOLEAN MultiLinkConnectionsEnabled;
  union { PWDI_MAC_ADDRESS MultiLinkAddressesList; PWDI_MAC_ADDRESS MLOAddressesList; };
  ULONG NumAkmsSupported;
  PRSNA_AKM_SUITE AkmsList;
  BOOLEAN MSCSSupported, DSCPToUPMappingSupported;
} WIFI_STATION_CAPABILITIES, *PWIFI_STATION_CAPABILITIES;
typedef struct _WIFI_BAND_INFO {
  WDI_BAND_ID BandID;
  BOOLEAN BandState;
  ULONG NumValidPhyTypes;
  WDI_PHY_TYPE* ValidPhyTypeList;
  ULONG NumValidChannelTypes;
  PWDI_CHANNEL_MAPPING_ENTRY ValidChannelTypes;
  ULONG NumChannelWidths;
  UINT32* ChannelWidthList;
} WIFI_BAND_INFO, *PWIFI_BAND_INFO;
typedef struct _WIFI_BAND_CAPABILITIES { ULONG Size; ULONG NumBands; PWIFI_BAND_INFO BandInfoList; }
    WIFI_BAND_CAPABILITIES, *PWIFI_BAND_CAPABILITIES;
typedef struct _WIFI_PHY_INFO { WDI_PHY_TYPE PhyType; ULONG NumberDataRateEntries; PWDI_DATA_RATE_ENTRY DataRateList; }
    WIFI_PHY_INFO, *PWIFI_PHY_INFO;
typedef struct _WIFI_PHY_CAPABILITIES { ULONG Size; ULONG NumPhyTypes; PWIFI_PHY_INFO PhyInfoList; }
    WIFI_PHY_CAPABILITIES, *PWIFI_PHY_CAPABILITIES;
typedef struct _WIFI_WIFIDIRECT_CAPABILITIES {
  ULONG Size;
  ULONG WFDRoleCount, ConcurrentGOCount, ConcurrentClientCount;
  BOOLEAN ServiceDiscoverySupported, ServiceNameDiscoverySupported, ServiceInformationDiscoverySupported;
  ULONG ServiceNameAdvertisementsMaxBytesSupported, ServiceInformationAdvertisementsMaxBytesSupported;
  BOOLEAN BackgroundDiscoverySupported, ClientDiscoverabilitySupported, InfrastructureManagementSupported;
  WDI_MAC_ADDRESS DeviceAddress;
  ULONG DiscoveryFilterListSize, GOClientTableSize, MaxVendorSpecificExtensionIESize;
  BOOLEAN PassiveAvailabilityListenStateSupported, OperatingChannelUpdatesSupported, GOon5GHzBandSupported;
  ULONG ScanSSIDListSize, DesiredSSIDListSize, PrivacyExemptionListSize, AssociationTableSize, DefaultKeyTableSize;
  ULONG WEPKeyValueMaxLength, NumSupportedUnicastAlgorithms;
  PDOT11_AUTH_CIPHER_PAIR UnicastAlgorithms;
  ULONG NumSupportedMulticastDataAlgorithms;
  PDOT11_AUTH_CIPHER_PAIR MulticastDataAlgorithms;
  ULONG NumInterfaceAddresses;
  PWDI_MAC_ADDRESS InterfaceAddressList;
} WIFI_WIFIDIRECT_CAPABILITIES, *PWIFI_WIFIDIRECT_CAPABILITIES;
typedef struct _WIFI_ADAPTER_WAKE_CAPABILITIES {
  ULONG Size;
  BOOLEAN NloDiscovery, ApAssociationLost, GtkHandshakeError, FourWayHandshakeRequest, ClientDriverDiagnostic;
} WIFI_ADAPTER_WAKE_CAPABILITIES, *PWIFI_ADAPTER_WAKE_CAPABILITIES;
typedef struct _WIFI_ADAPTER_POWER_OFFLOAD_RSN_REKEY_CAPABILITIES { ULONG Size; BOOLEAN Enabled; }
    WIFI_ADAPTER_POWER_OFFLOAD_RSN_REKEY_CAPABILITIES, *PWIFI_ADAPTER_POWER_OFFLOAD_RSN_REKEY_CAPABILITIES;
#define IRQLINT_WIFI_INIT(Type) \
  FORCEINLINE VOID Type##_INIT(P##Type Capabilities) { \
    RtlZeroMemory(Capabilities, sizeof(*Capabilities)); \
    Capabilities->Size = sizeof(*Capabilities); \
  }
IRQLINT_WIFI_INIT(WIFI_DEVICE_CAPABILITIES)
IRQLINT_WIFI_INIT(WIFI_STATION_CAPABILITIES)
IRQLINT_WIFI_INIT(WIFI_BAND_CAPABILITIES)
IRQLINT_WIFI_INIT(WIFI_PHY_CAPABILITIES)
IRQLINT_WIFI_INIT(WIFI_WIFIDIRECT_CAPABILITIES)
IRQLINT_WIFI_INIT(WIFI_ADAPTER_WAKE_CAPABILITIES)
IRQLINT_WIFI_INIT(WIFI_ADAPTER_POWER_OFFLOAD_RSN_REKEY_CAPABILITIES)
#undef IRQLINT_WIFI_INIT

typedef struct _NET_EUI48_ADDRESS { UINT8 Value[6]; } NET_EUI48_ADDRESS, *PNET_EUI48_ADDRESS;
typedef struct _WIFI_ADAPTER_TX_DEMUX { ULONG Size; WIFI_ADAPTER_TX_DEMUX_TYPE Type; SIZE_T Range; }
    WIFI_ADAPTER_TX_DEMUX, *PWIFI_ADAPTER_TX_DEMUX;
VOID WIFI_ADAPTER_TX_PEER_ADDRESS_DEMUX_INIT(WIFI_ADAPTER_TX_DEMUX* Demux, SIZE_T Range);
VOID WIFI_ADAPTER_TX_WMMINFO_DEMUX_INIT(WIFI_ADAPTER_TX_DEMUX* Demux);

// Devices
IRQLINT_WIFI_PASSIVE NTSTATUS WifiDeviceInitConfig(PWDFDEVICE_INIT DeviceInit);
IRQLINT_WIFI_PASSIVE NTSTATUS WifiDeviceInitialize(WDFDEVICE Device, PWIFI_DEVICE_CONFIG Config);
IRQLINT_WIFI_PASSIVE UINT32 WifiDeviceGetOsWdiVersion(WDFDEVICE Device);
IRQLINT_WIFI_PASSIVE NTSTATUS WifiDeviceSetDeviceCapabilities(WDFDEVICE Device,
    PWIFI_DEVICE_CAPABILITIES DeviceCapabilities);
IRQLINT_WIFI_PASSIVE NTSTATUS WifiDeviceSetStationCapabilities(WDFDEVICE Device,
    PWIFI_STATION_CAPABILITIES StationCapabilities);
IRQLINT_WIFI_PASSIVE NTSTATUS WifiDeviceSetBandCapabilities(WDFDEVICE Device, PWIFI_BAND_CAPABILITIES BandCapabilities);
IRQLINT_WIFI_PASSIVE NTSTATUS WifiDeviceSetPhyCapabilities(WDFDEVICE Device, PWIFI_PHY_CAPABILITIES PhyCapabilities);
IRQLINT_WIFI_PASSIVE NTSTATUS WifiDeviceSetWiFiDirectCapabilities(WDFDEVICE Device,
    PWIFI_WIFIDIRECT_CAPABILITIES WiFiDirectCapabilities);
IRQLINT_WIFI_ANY VOID WifiDeviceReceiveIndication(WDFDEVICE Device, UINT16 MessageId, WDFMEMORY Data);
IRQLINT_WIFI_PASSIVE NTSTATUS WifiDirectDeviceCreate(WIFIDIRECT_DEVICE_INIT* WifiDirectDeviceInit,
    PWDF_OBJECT_ATTRIBUTES WifiDirectDeviceAttributes, WIFIDIRECTDEVICE* WifiDirectDevice);
IRQLINT_WIFI_PASSIVE NTSTATUS WifiDirectDeviceInitialize(WIFIDIRECTDEVICE WifiDirectDevice);
IRQLINT_WIFI_PASSIVE USHORT WifiDirectDeviceGetPortId(WIFIDIRECTDEVICE WifiDirectDevice);

// Adapters
IRQLINT_WIFI_PASSIVE WIFI_ADAPTER_TYPE WifiAdapterInitGetType(NETADAPTER_INIT* AdapterInit);
IRQLINT_WIFI_PASSIVE VOID WifiAdapterInitAddTxDemux(NETADAPTER_INIT* AdapterInit, WIFI_ADAPTER_TX_DEMUX const* Demux);
IRQLINT_WIFI_PASSIVE NTSTATUS WifiAdapterInitialize(NETADAPTER Adapter);
IRQLINT_WIFI_PASSIVE WIFI_ADAPTER_TYPE WifiAdapterGetType(NETADAPTER Adapter);
IRQLINT_WIFI_PASSIVE USHORT WifiAdapterGetPortId(NETADAPTER Adapter);
IRQLINT_WIFI_PASSIVE VOID WifiAdapterAddPeer(NETADAPTER Adapter, NET_EUI48_ADDRESS const* Address);
IRQLINT_WIFI_PASSIVE VOID WifiAdapterRemovePeer(NETADAPTER Adapter, NET_EUI48_ADDRESS const* Address);
IRQLINT_WIFI_PASSIVE VOID WifiAdapterSetWakeCapabilities(NETADAPTER Adapter,
    WIFI_ADAPTER_WAKE_CAPABILITIES* Capabilities);
IRQLINT_WIFI_PASSIVE VOID WifiAdapterReportWakeReason(NETADAPTER Adapter, WIFI_WAKE_REASON_TYPE Reason);
IRQLINT_WIFI_PASSIVE VOID WifiAdapterPowerOffloadSetRsnRekeyCapabilities(NETADAPTER Adapter,
    WIFI_ADAPTER_POWER_OFFLOAD_RSN_REKEY_CAPABILITIES const* Capabilities);
IRQLINT_WIFI_PASSIVE NET_EUI48_ADDRESS WifiTxQueueGetDemuxPeerAddress(NETPACKETQUEUE Queue);
IRQLINT_WIFI_PASSIVE UINT8 WifiTxQueueGetDemuxWmmInfo(NETPACKETQUEUE Queue);

// Requests
IRQLINT_WIFI_ANY UINT16 WifiRequestGetMessageId(WIFIREQUEST Request);
IRQLINT_WIFI_ANY PVOID WifiRequestGetInOutBuffer(WIFIREQUEST Request, PUINT InputBufferLength, PUINT OutBufferLength);
IRQLINT_WIFI_ANY VOID WifiRequestComplete(WIFIREQUEST Request, NTSTATUS NtStatus, UINT BytesWritten);
IRQLINT_WIFI_ANY VOID WifiRequestSetBytesNeeded(WIFIREQUEST Request, UINT BytesNeeded);

#undef IRQLINT_WIFI_PASSIVE
#undef IRQLINT_WIFI_ANY
#ifdef __cplusplus
}
#endif
