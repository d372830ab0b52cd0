// Arrays, and the structures that elements of messages are parsed into.
#pragma once

#ifdef __cplusplus
extern "C++" {
template <typename T> struct ArrayOfElements {
  UINT32 ElementCount;
  T* pElements;
  BOOLEAN MemoryInternallyAllocated;
  void SimpleAssign(T* elements, UINT32 count) { ElementCount = count; pElements = elements; }
};
}
extern "C" {
#define IRQLINT_WDI_ARRAY(Type) typedef ArrayOfElements<Type> ArrayOfElementsOf##Type
#else
#define IRQLINT_WDI_ARRAY(Type) typedef struct ArrayOfElementsOf##Type { \
    UINT32 ElementCount; Type* pElements; BOOLEAN MemoryInternallyAllocated; } ArrayOfElementsOf##Type
#endif

// An element: a structure and a pointer to one; fields that may be absent have a bit in Optional.
#define IRQLINT_WDI_STRUCT(Name, ...) typedef struct _##Name { __VA_ARGS__ } Name, *P##Name
#define IRQLINT_WDI_OPTIONAL(...) struct { UINT32 __VA_ARGS__; } Optional;

IRQLINT_WDI_ARRAY(char);
IRQLINT_WDI_ARRAY(UINT8);
IRQLINT_WDI_ARRAY(UINT16);
IRQLINT_WDI_ARRAY(UINT32);
IRQLINT_WDI_ARRAY(GUID);
IRQLINT_WDI_ARRAY(WDI_MAC_ADDRESS);
IRQLINT_WDI_ARRAY(WDI_AUTH_ALGORITHM);
IRQLINT_WDI_ARRAY(WDI_CIPHER_ALGORITHM);
IRQLINT_WDI_ARRAY(WDI_PHY_TYPE);
IRQLINT_WDI_ARRAY(WDI_BAND_ID);
typedef ArrayOfElementsOfUINT8 WDI_BYTE_BLOB, WDI_SSID, *PWDI_BYTE_BLOB, *PWDI_SSID;
typedef ArrayOfElementsOfUINT32 WDI_CHANNEL_NUMBER_LIST_CONTAINER, WDI_TX_POWER_LEVEL_LIST_CONTAINER;
typedef ArrayOfElementsOfGUID WDI_GUID_LIST_CONTAINER;
typedef ArrayOfElementsOfWDI_MAC_ADDRESS WDI_MAC_ADDRESS_LIST_CONTAINER;
IRQLINT_WDI_ARRAY(WDI_BYTE_BLOB);
IRQLINT_WDI_ARRAY(WDI_SSID);
typedef NDIS_STATUS WDI_STATUS_CONTAINER;
typedef UINT32 WDI_P2P_CHANNEL_INDICATE_REASON_CONTAINER;

IRQLINT_WDI_STRUCT(WDI_ALGO_PAIRS, WDI_AUTH_ALGORITHM AuthAlgorithm; WDI_CIPHER_ALGORITHM CipherAlgorithm;);
IRQLINT_WDI_STRUCT(WDI_CHANNEL_MAPPING_ENTRY, UINT32 ChannelNumber; UINT32 ChannelCenterFrequency;);
typedef WDI_CHANNEL_MAPPING_ENTRY WDI_BAND_CHANNEL_MAPPING_ENTRY, *PWDI_BAND_CHANNEL_MAPPING_ENTRY;
IRQLINT_WDI_STRUCT(WDI_DATA_RATE_ENTRY, UINT8 DataRateFlag; UINT16 DataRateValue;);
typedef WDI_DATA_RATE_ENTRY WDI_DATA_RATE_LIST, *PWDI_DATA_RATE_LIST;
IRQLINT_WDI_STRUCT(WDI_ETHERTYPE_ENCAPSULATION_ENTRY, UINT16 EtherType; WDI_ENCAPSULATION_TYPE EncapType;);
IRQLINT_WDI_STRUCT(WDI_TYPE_PMK_NAME, UINT8 Name[16];);
IRQLINT_WDI_STRUCT(WDI_TYPE_NONCE, UINT8 Nonce[32];);
IRQLINT_WDI_STRUCT(WDI_TYPE_MIC, UINT8 Mic[16];);
IRQLINT_WDI_STRUCT(WDI_P2P_DEVICE_TYPE, UINT16 CategoryID; UINT8 OUI[4]; UINT16 SubcategoryID;);
IRQLINT_WDI_ARRAY(WDI_ALGO_PAIRS);
IRQLINT_WDI_ARRAY(WDI_CHANNEL_MAPPING_ENTRY);
IRQLINT_WDI_ARRAY(WDI_DATA_RATE_ENTRY);
IRQLINT_WDI_ARRAY(WDI_ETHERTYPE_ENCAPSULATION_ENTRY);
IRQLINT_WDI_ARRAY(WDI_P2P_DEVICE_TYPE);
typedef ArrayOfElementsOfWDI_P2P_DEVICE_TYPE WDI_P2P_SECONDARY_DEVICE_TYPE_CONTAINER;

// What an adapter can do
IRQLINT_WDI_STRUCT(WDI_COMMUNICATION_ATTRIBUTES_CONTAINER,
    IRQLINT_WDI_OPTIONAL(CommunicationCapabilities_IsPresent : 1)
    struct { UINT32 MaxCommandSize; } CommunicationCapabilities;);
IRQLINT_WDI_STRUCT(WDI_INTERFACE_CAPABILITIES, UINT32 MTUSize; UINT32 MaxMultiCastListSize; UINT16 BackFillSize;
    WDI_MAC_ADDRESS Address; UINT32 MaxTxRate; UINT32 MaxRxRate; UINT8 HardwareRadioState; UINT8 SoftwareRadioState;
    UINT8 SupportPLR; UINT8 SupportFLR; UINT8 ActionFramesSupported; UINT8 NumRxStreams; UINT8 NumTxStreams;
    UINT8 NumChannels; UINT8 AntennaDiversity; UINT8 Support_eCSA; UINT8 MACAddressRandomization;
    WDI_MAC_ADDRESS MACAddressRandomizationMask; WDI_BLUETOOTH_COEXISTENCE_SUPPORT BluetoothCoexistenceSupport;
    UINT8 SupportsNonWdiOidRequests; UINT8 FastTransitionSupported; UINT8 MU_MIMOSupported;
    UINT8 CannotSupportMiracastSink; UINT8 BSSTransitionSupported; UINT8 IPDockingSupported;
    UINT8 SAEAuthenticationSupported; UINT8 MBOSupported; UINT8 BeaconReportsImplemented;);
IRQLINT_WDI_STRUCT(WDI_INTERFACE_ATTRIBUTES_CONTAINER, IRQLINT_WDI_OPTIONAL(IhvNonWdiOIDList_IsPresent : 1)
    WDI_INTERFACE_CAPABILITIES InterfaceCapabilities; ArrayOfElementsOfchar FirmwareVersion;
    ArrayOfElementsOfUINT32 IhvNonWdiOIDList;);
IRQLINT_WDI_STRUCT(WDI_STATION_CAPABILITIES, UINT32 ScanSSIDListSize; UINT32 DesiredBSSIDListSize;
    UINT32 DesiredSSIDListSize; UINT32 PrivacyExemptionListSize; UINT32 KeyMappingTableSize; UINT32 DefaultKeyTableSize;
    UINT32 WEPKeyValueMaxLength; UINT32 MaxNumPerSTA; UINT8 SupportedQOSFlags; UINT8 HostFIPSModeImplemented;
    UINT8 MFPCapable; UINT8 AutoPowerSaveMode; UINT8 BSSListCachemanagement; UINT8 ConnectBSSSelectionOverride;
    UINT32 uMaxNetworkOffloadListSize; UINT8 HESSIDConnectionSupported; UINT8 ConnectionQualityOffload;
    UINT8 DisconnectedStandbySupported;);
IRQLINT_WDI_STRUCT(WDI_STATION_ATTRIBUTES_CONTAINER, IRQLINT_WDI_OPTIONAL(UnicastAlgorithms_IsPresent : 1,
    MulticastDataAlgorithms_IsPresent : 1, MulticastManagementAlgorithms_IsPresent : 1)
    WDI_STATION_CAPABILITIES StationCapabilities; ArrayOfElementsOfWDI_ALGO_PAIRS UnicastAlgorithms;
    ArrayOfElementsOfWDI_ALGO_PAIRS MulticastDataAlgorithms;
    ArrayOfElementsOfWDI_ALGO_PAIRS MulticastManagementAlgorithms;);
IRQLINT_WDI_STRUCT(WDI_AP_CAPABILITIES, UINT32 ScanSSIDListSize; UINT32 DesiredSSIDListSize;
    UINT32 PrivacyExemptionListSize; UINT32 AssociationTableSize; UINT32 KeyMappingTableSize;
    UINT32 DefaultKeyTableSize; UINT32 WEPKeyValueMaxLength; UINT8 RadarDetectionSupported;);
IRQLINT_WDI_STRUCT(WDI_AP_ATTRIBUTES_CONTAINER, WDI_AP_CAPABILITIES APCapabilities;
    ArrayOfElementsOfWDI_ALGO_PAIRS UnicastAlgorithms; ArrayOfElementsOfWDI_ALGO_PAIRS MulticastDataAlgorithms;);
IRQLINT_WDI_STRUCT(WDI_VIRTUALIZATION_ATTRIBUTES_CONTAINER, struct { UINT8 ExtSTACount; UINT8 WiFiDirectGroupCount;
    UINT8 APCount; UINT8 SimultaneousSTAWFDClientCount; UINT8 SimultaneousMultiChannelOperationLimit;
    UINT8 SimultaneousGoCount; } VirtualizationCapabilities;);
IRQLINT_WDI_STRUCT(WDI_P2P_CAPABILITIES, UINT8 ConcurrentGOCount; UINT8 ConcurrentClientCount; UINT32 WPSVersionSupport;
    UINT8 ServiceDiscoverySupported; UINT8 ServiceNameDiscoverySupported; UINT8 ServiceInformationDiscoverySupported;
    UINT32 ServiceNameAdvertisementsMaxBytesSupported; UINT32 ServiceInformationAdvertisementsMaxBytesSupported;
    UINT8 BackgroundDiscoverySupported; UINT8 ClientDiscoverabilitySupported; UINT8 InfrastructureManagementSupported;
    UINT8 MaxSecondaryAdapterTypeListSize; UINT8 DeviceAddress[6]; UINT32 DiscoveryFilterListSize;
    UINT8 GOClientTableSize; UINT32 MaxVendorSpecificExtensionIESize; UINT8 PassiveAvailabilityListenStateSupported;
    UINT8 OperatingChannelUpdatesSupported; UINT8 GOon5GHzBandSupported;);
IRQLINT_WDI_STRUCT(WDI_P2P_ATTRIBUTES_CONTAINER, WDI_P2P_CAPABILITIES P2PCapabilities;
    ArrayOfElementsOfWDI_MAC_ADDRESS InterfaceAddressList;);
IRQLINT_WDI_STRUCT(WDI_DATAPATH_ATTRIBUTES_CONTAINER, IRQLINT_WDI_OPTIONAL(DataPathCapabilities_IsPresent : 1)
    struct { WDI_INTERCONNECT_TYPE InterconnectType; UINT8 MaxNumPeers; UINT8 TxTargetPriorityQueueing;
      UINT16 TxMaxScatterGatherElementsPerFrame; UINT8 TxExplicitSendCompleteFlagRequired;
      UINT16 TxMinEffectiveFrameSize; UINT16 TxFrameSizeGranularity; UINT8 RxTxForwarding;
      UINT32 RxMaxThroughput; } DataPathCapabilities;);
IRQLINT_WDI_STRUCT(WDI_PM_CAPABILITIES_CONTAINER, UINT32 Flags; UINT32 SupportedWoLPacketPatterns;
    UINT32 NumTotalWoLPatterns; UINT32 MaxWoLPatternSize; UINT32 MaxWoLPatternOffset; UINT32 MaxWoLPacketSaveBuffer;
    UINT32 SupportedProtocolOffloads; UINT32 NumArpOffloadIPv4Addresses; UINT32 NumNSOffloadIPv6Addresses;
    NDIS_DEVICE_POWER_STATE MinMagicPacketWakeUp; NDIS_DEVICE_POWER_STATE MinPatternWakeUp;
    NDIS_DEVICE_POWER_STATE MinLinkChangeWakeUp; UINT32 SupportedWakeUpEvents; UINT32 MediaSpecificWakeUpEvents;);
IRQLINT_WDI_STRUCT(WDI_RECEIVE_COALESCING_CAPABILITIES_CONTAINER, UINT32 EnableFilterTypes; UINT32 EnabledQueueTypes;
    UINT32 NumQueues; UINT32 SupportedQueueProperties; UINT32 SupportedFilterTests; UINT32 SupportedHeaders;
    UINT32 SupportedMacHeaderFields; UINT32 MaxMacHeaderFilters; UINT32 MaxQueueGroups; UINT32 MaxQueuesPerQueueGroup;
    UINT32 MinLookaheadSplitSize; UINT32 MaxLookaheadSplitSize; UINT32 SupportedARPHeaderFields;
    UINT32 SupportedIPv4HeaderFields; UINT32 SupportedIPv6HeaderFields; UINT32 SupportedUdpHeaderFields;
    UINT32 MaxFieldTestsPerPacketCoalescingFilter; UINT32 MaxPacketCoalescingFilters; UINT32 NdisReserved;);
IRQLINT_WDI_STRUCT(WDI_BAND_INFO_CONTAINER, struct { WDI_BAND_ID BandID; UINT8 BandState; } BandCapabilities;
    ArrayOfElementsOfWDI_PHY_TYPE ValidPhyTypes; ArrayOfElementsOfWDI_CHANNEL_MAPPING_ENTRY ValidChannelTypes;
    ArrayOfElementsOfUINT32 ChannelWidthList;);
IRQLINT_WDI_STRUCT(WDI_PHY_INFO_CONTAINER, struct { WDI_PHY_TYPE PhyType; UINT8 SupportsCFPoll; UINT32 MPDUMaxLength;
      UINT32 TemperatureClass; UINT32 DiversitySupport; } PhyCapabilities;
    ArrayOfElementsOfUINT32 TxPowerLevelList; ArrayOfElementsOfWDI_DATA_RATE_ENTRY DataRateList;);
IRQLINT_WDI_ARRAY(WDI_BAND_INFO_CONTAINER);
IRQLINT_WDI_ARRAY(WDI_PHY_INFO_CONTAINER);

// Networks
IRQLINT_WDI_STRUCT(WDI_SIGNAL_INFO_CONTAINER, INT32 RSSI; UINT32 LinkQuality;);
IRQLINT_WDI_STRUCT(WDI_CHANNEL_INFO_CONTAINER, WDI_CHANNEL_NUMBER ChannelNumber; WDI_BAND_ID BandId;);
IRQLINT_WDI_STRUCT(WDI_AGE_INFO_CONTAINER, UINT64 HostTimeStamp; UINT8 CachedInformation;);
IRQLINT_WDI_STRUCT(WDI_BSS_ENTRY_CONTAINER, IRQLINT_WDI_OPTIONAL(ProbeResponseFrame_IsPresent : 1,
    BeaconFrame_IsPresent : 1, DeviceSpecificContext_IsPresent : 1, EntryAgeInfo_IsPresent : 1)
    WDI_MAC_ADDRESS BSSID; WDI_BYTE_BLOB ProbeResponseFrame; WDI_BYTE_BLOB BeaconFrame;
    WDI_SIGNAL_INFO_CONTAINER SignalInfo; WDI_CHANNEL_INFO_CONTAINER ChannelInfo; WDI_BYTE_BLOB DeviceSpecificContext;
    WDI_AGE_INFO_CONTAINER EntryAgeInfo;);
IRQLINT_WDI_ARRAY(WDI_BSS_ENTRY_CONTAINER);
IRQLINT_WDI_STRUCT(WDI_FT_INITIAL_ASSOC_PARAMETERS_CONTAINER, WDI_BYTE_BLOB MDE;);
IRQLINT_WDI_STRUCT(WDI_FT_REASSOC_PARAMETERS_CONTAINER, WDI_BYTE_BLOB MDE;
    struct { WDI_TYPE_PMK_NAME pmkname; } PMKR0Name; WDI_BYTE_BLOB FTE;);
IRQLINT_WDI_STRUCT(WDI_CONNECT_BSS_ENTRY_CONTAINER, IRQLINT_WDI_OPTIONAL(ProbeResponseFrame_IsPresent : 1,
    BeaconFrame_IsPresent : 1, DeviceSpecificContext_IsPresent : 1, PMKID_IsPresent : 1,
    AssociationRequestVendorIE_IsPresent : 1, FTInitialAssocParameters_IsPresent : 1, FTReAssocParameters_IsPresent : 1)
    WDI_MAC_ADDRESS BSSID; WDI_BYTE_BLOB ProbeResponseFrame; WDI_BYTE_BLOB BeaconFrame;
    WDI_SIGNAL_INFO_CONTAINER SignalInfo; WDI_CHANNEL_INFO_CONTAINER ChannelInfo; WDI_BYTE_BLOB DeviceSpecificContext;
    WDI_BYTE_BLOB PMKID; WDI_BYTE_BLOB AssociationRequestVendorIE;
    WDI_FT_INITIAL_ASSOC_PARAMETERS_CONTAINER FTInitialAssocParameters;
    WDI_FT_REASSOC_PARAMETERS_CONTAINER FTReAssocParameters;);
IRQLINT_WDI_ARRAY(WDI_CONNECT_BSS_ENTRY_CONTAINER);
IRQLINT_WDI_STRUCT(WDI_CONNECT_PARAMETERS_CONTAINER, IRQLINT_WDI_OPTIONAL(AssociationRequestVendorIE_IsPresent : 1,
    ActivePhyTypeList_IsPresent : 1, DisallowedBSSIDs_IsPresent : 1, AllowedBSSIDs_IsPresent : 1)
    struct { UINT8 RoamRequest; UINT8 HiddenNetwork; UINT8 ExcludeUnencrypted; UINT8 MFPEnabled;
      UINT8 HostFIPSModeEnabled; WDI_ASSOC_STATUS RoamNeededReason; WDI_ROAM_TRIGGER RoamTrigger;
      UINT8 BSSTransitionSupported; } ConnectionSettings;
    ArrayOfElementsOfWDI_SSID SSIDList; ArrayOfElementsOfWDI_AUTH_ALGORITHM AuthenticationAlgorithms;
    ArrayOfElementsOfWDI_CIPHER_ALGORITHM MulticastCipherAlgorithms;
    ArrayOfElementsOfWDI_CIPHER_ALGORITHM UnicastCipherAlgorithms; WDI_BYTE_BLOB AssociationRequestVendorIE;
    ArrayOfElementsOfWDI_PHY_TYPE ActivePhyTypeList; ArrayOfElementsOfWDI_MAC_ADDRESS DisallowedBSSIDs;
    ArrayOfElementsOfWDI_MAC_ADDRESS AllowedBSSIDs;);
IRQLINT_WDI_STRUCT(WDI_BAND_CHANNEL_LIST_CONTAINER, WDI_BAND_ID BandID; ArrayOfElementsOfUINT32 ChannelList;);
IRQLINT_WDI_ARRAY(WDI_BAND_CHANNEL_LIST_CONTAINER);
IRQLINT_WDI_STRUCT(WDI_DWELL_TIME_CONTAINER, UINT32 ActiveChannelDwellTime; UINT32 PassiveChannelDwellTime;
    UINT32 MaximumScanTime;);
IRQLINT_WDI_STRUCT(WDI_ASSOCIATION_RESULT_PARAMETERS, WDI_ASSOC_STATUS AssociationStatus; UINT32 StatusCode;
    UINT8 ReAssociation; WDI_AUTH_ALGORITHM AuthAlgorithm; WDI_CIPHER_ALGORITHM UnicastCipherAlgorithm;
    WDI_CIPHER_ALGORITHM MulticastDataCipherAlgorithm; WDI_CIPHER_ALGORITHM MulticastMgmtCipherAlgorithm;
    UINT8 FourAddressSupported; UINT8 PortAuthorized; UINT8 WMMQoSEnabled; WDI_DS_INFO DSInfo;
    UINT32 AssociationComebackTime; WDI_BAND_ID BandID; UINT32 IHVAssociationStatus;);
IRQLINT_WDI_STRUCT(WDI_ASSOCIATION_RESULT_CONTAINER, IRQLINT_WDI_OPTIONAL(AssociationRequestFrame_IsPresent : 1,
    AssociationResponseFrame_IsPresent : 1, AuthenticationResponseFrame_IsPresent : 1,
    BeaconProbeResponse_IsPresent : 1, EthertypeEncapTable_IsPresent : 1, ActivePhyTypeList_IsPresent : 1)
    WDI_MAC_ADDRESS BSSID; WDI_ASSOCIATION_RESULT_PARAMETERS AssociationResultParameters;
    WDI_BYTE_BLOB AssociationRequestFrame; WDI_BYTE_BLOB AssociationResponseFrame;
    WDI_BYTE_BLOB AuthenticationResponseFrame; WDI_BYTE_BLOB BeaconProbeResponse;
    ArrayOfElementsOfWDI_ETHERTYPE_ENCAPSULATION_ENTRY EthertypeEncapTable;
    ArrayOfElementsOfWDI_PHY_TYPE ActivePhyTypeList;);
IRQLINT_WDI_ARRAY(WDI_ASSOCIATION_RESULT_CONTAINER);
IRQLINT_WDI_STRUCT(WDI_LINK_INFO_CONTAINER, UINT32 LinkID; WDI_MAC_ADDRESS LocalLinkMACAddress;
    WDI_MAC_ADDRESS PeerLinkMACAddress; UINT32 ChannelNumber; WDI_BAND_ID BandId; INT32 RSSI; UINT32 Bandwidth;
    UINT32 TxMCS; UINT32 RxMCS;);
IRQLINT_WDI_ARRAY(WDI_LINK_INFO_CONTAINER);

#ifdef __cplusplus
}
#endif
