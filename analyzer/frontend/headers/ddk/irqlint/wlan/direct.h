// Wi-Fi Direct: capabilities, discovery, action frames.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

IRQLINT_WDI_STRUCT(WDI_P2P_DEVICE_INFO_CONTAINER, struct { UINT8 DeviceAddress[6]; UINT16 ConfigurationMethods;
    WDI_P2P_DEVICE_TYPE DeviceType; } DeviceInfoParameters; WDI_BYTE_BLOB DeviceName;);
IRQLINT_WDI_STRUCT(WDI_P2P_DEVICE_CAPABILITY_CONTAINER, UINT8 DeviceCapabilityBitmap; UINT8 HostDeviceCapabilityBitmap;
    UINT32 WPSVersionsEnabled;);
IRQLINT_WDI_STRUCT(WDI_P2P_GROUP_OWNER_CAPABILITY_CONTAINER, UINT8 GroupCapabilityBitmap;
    UINT8 HostGroupCapabilityBitmap; UINT32 MaximumGroupLimit;);
IRQLINT_WDI_STRUCT(WDI_P2P_CHANNEL_CONTAINER, UINT8 CountryOrRegionString[3]; UINT8 OperatingClass;
    WDI_CHANNEL_NUMBER ChannelNumber;);
typedef WDI_P2P_LISTEN_STATE WDI_P2P_LISTEN_STATE_CONTAINER;
IRQLINT_WDI_STRUCT(WDI_P2P_GROUP_ID_CONTAINER, WDI_MAC_ADDRESS DeviceAddress; WDI_SSID GroupSSID;);
IRQLINT_WDI_STRUCT(WDI_P2P_DISCOVERY_CHANNEL_SETTINGS_CONTAINER, IRQLINT_WDI_OPTIONAL(BandChannelList_IsPresent : 1)
    struct { UINT32 CycleDuration; UINT32 ListenTimeDuration; } ListenDuration;
    ArrayOfElementsOfWDI_BAND_CHANNEL_LIST_CONTAINER BandChannelList;);
IRQLINT_WDI_ARRAY(WDI_P2P_DISCOVERY_CHANNEL_SETTINGS_CONTAINER);

IRQLINT_WDI_STRUCT(WDI_TASK_P2P_DISCOVER_PARAMETERS, IRQLINT_WDI_OPTIONAL(DiscoveryChannelSettings_IsPresent : 1,
    DeviceFilterList_IsPresent : 1, SSIDList_IsPresent : 1, VendorIEs_IsPresent : 1)
    struct { WDI_P2P_DISCOVER_TYPE DiscoveryType; UINT8 ForcedDiscovery; WDI_P2P_SCAN_TYPE ScanType;
      WDI_P2P_SERVICE_DISCOVERY_TYPE ServiceDiscoveryType; UINT8 ScanRepeatCount; UINT32 TimeBetweenScans; }
      DiscoverMode;
    WDI_DWELL_TIME_CONTAINER DwellTime;
    ArrayOfElementsOfWDI_P2P_DISCOVERY_CHANNEL_SETTINGS_CONTAINER DiscoveryChannelSettings;
    ArrayOfElementsOfWDI_MAC_ADDRESS DeviceFilterList; ArrayOfElementsOfWDI_SSID SSIDList; WDI_BYTE_BLOB VendorIEs;);
IRQLINT_WDI_STRUCT(WDI_SET_P2P_LISTEN_STATE_PARAMETERS, IRQLINT_WDI_OPTIONAL(ListenChannel_IsPresent : 1)
    WDI_P2P_CHANNEL_CONTAINER ListenChannel; WDI_P2P_LISTEN_STATE_CONTAINER ListenState;);
IRQLINT_WDI_STRUCT(WDI_SET_P2P_WPS_ENABLED_PARAMETERS, UINT8 WPSEnabled;);
IRQLINT_WDI_STRUCT(WDI_SET_ADVERTISEMENT_INFORMATION_PARAMETERS, IRQLINT_WDI_OPTIONAL(AdditionalIEs_IsPresent : 1,
    DeviceInformation_IsPresent : 1, DeviceCapability_IsPresent : 1, GroupOwnerCapability_IsPresent : 1,
    SecondaryDeviceTypeList_IsPresent : 1)
    struct { WDI_BYTE_BLOB AdditionalBeaconIEs; WDI_BYTE_BLOB AdditionalProbeResponseIEs;
      WDI_BYTE_BLOB AdditionalProbeRequestDefaultIEs; } AdditionalIEs;
    WDI_P2P_DEVICE_INFO_CONTAINER DeviceInformation; WDI_P2P_DEVICE_CAPABILITY_CONTAINER DeviceCapability;
    WDI_P2P_GROUP_OWNER_CAPABILITY_CONTAINER GroupOwnerCapability;
    WDI_P2P_SECONDARY_DEVICE_TYPE_CONTAINER SecondaryDeviceTypeList;);

// Sending: negotiation of the group's owner, invitation, provision discovery
IRQLINT_WDI_STRUCT(WDI_P2P_PROVISION_SERVICE_ATTRIBUTES_CONTAINER, UINT8 StatusCode;
    WDI_MAC_ADDRESS ConnectionMACAddress;
    UINT8 ConnectionCapability; UINT32 FeatureCapability; UINT32 AdvertisementID; WDI_MAC_ADDRESS ServiceMACAddress;
    UINT32 SessionID; WDI_MAC_ADDRESS SessionMACAddress; UINT16 GOConfigTimeout; UINT16 ClientConfigTimeout;
    UINT8 PersistentGroup; UINT8 FollowOnProvisionDiscovery;);
#define IRQLINT_WDI_GO_TERMS UINT8 GOIntent; UINT8 TieBreaker; UINT16 GOConfigTimeout; UINT16 ClientConfigTimeout; \
    WDI_MAC_ADDRESS IntendedInterfaceAddress; UINT8 GroupCapability; UINT8 HostGroupCapability;
IRQLINT_WDI_STRUCT(WDI_TASK_P2P_SEND_REQUEST_ACTION_FRAME_PARAMETERS,
    IRQLINT_WDI_OPTIONAL(GONegotiationRequestInfo_IsPresent : 1, InvitationRequestInfo_IsPresent : 1,
      ProvisionDiscoveryRequestInfo_IsPresent : 1, VendorIEs_IsPresent : 1)
    struct { WDI_P2P_ACTION_FRAME_TYPE RequestFrameType; WDI_MAC_ADDRESS PeerDeviceAddress; UINT8 DialogToken;
      UINT32 SendTimeout; UINT32 PostACKDwellTime; } RequestParams;
    WDI_BSS_ENTRY_CONTAINER DeviceDescriptor;
    struct { IRQLINT_WDI_OPTIONAL(ListenChannel_IsPresent : 1) struct { IRQLINT_WDI_GO_TERMS } RequestParams;
      WDI_P2P_CHANNEL_CONTAINER ListenChannel; } GONegotiationRequestInfo;
    struct { IRQLINT_WDI_OPTIONAL(GroupBSSID_IsPresent : 1, OperatingChannel_IsPresent : 1)
      struct { UINT16 GOConfigTimeout; UINT16 ClientConfigTimeout; UINT8 InvitationFlags; UINT8 IsLocalGO; }
      RequestParams;
      WDI_MAC_ADDRESS GroupBSSID; WDI_P2P_CHANNEL_CONTAINER OperatingChannel; WDI_P2P_GROUP_ID_CONTAINER GroupID; }
      InvitationRequestInfo;
    struct { IRQLINT_WDI_OPTIONAL(GroupID_IsPresent : 1, ServiceAttributes_IsPresent : 1,
        PersistentGroupID_IsPresent : 1, ServiceSessionInfo_IsPresent : 1)
      struct { UINT8 GroupCapability; UINT8 HostGroupCapability; } RequestParams;
      WDI_P2P_GROUP_ID_CONTAINER GroupID; WDI_P2P_PROVISION_SERVICE_ATTRIBUTES_CONTAINER ServiceAttributes;
      WDI_P2P_GROUP_ID_CONTAINER PersistentGroupID; WDI_BYTE_BLOB ServiceSessionInfo; } ProvisionDiscoveryRequestInfo;
    WDI_BYTE_BLOB VendorIEs;);
IRQLINT_WDI_STRUCT(WDI_TASK_P2P_SEND_RESPONSE_ACTION_FRAME_PARAMETERS,
    IRQLINT_WDI_OPTIONAL(GONegotiationResponseInfo_IsPresent : 1, GONegotiationConfirmationInfo_IsPresent : 1,
      InvitationResponseInfo_IsPresent : 1, ProvisionDiscoveryResponseInfo_IsPresent : 1, VendorIEs_IsPresent : 1)
    struct { WDI_P2P_ACTION_FRAME_TYPE ResponseFrameType; WDI_MAC_ADDRESS PeerDeviceAddress; UINT8 DialogToken;
      UINT32 SendTimeout; UINT32 PostACKDwellTime; } ResponseParams;
    struct { IRQLINT_WDI_OPTIONAL(GroupID_IsPresent : 1) struct { UINT8 StatusCode; IRQLINT_WDI_GO_TERMS }
      ResponseParams; WDI_P2P_GROUP_ID_CONTAINER GroupID; } GONegotiationResponseInfo;
    struct { IRQLINT_WDI_OPTIONAL(GroupID_IsPresent : 1) struct { UINT8 StatusCode; UINT8 GroupCapability;
      UINT8 HostGroupCapability; } ConfirmationParams; WDI_P2P_GROUP_ID_CONTAINER GroupID; }
      GONegotiationConfirmationInfo;
    struct { IRQLINT_WDI_OPTIONAL(GroupBSSID_IsPresent : 1, OperatingChannel_IsPresent : 1)
      struct { UINT8 StatusCode; UINT16 GOConfigTimeout; UINT16 ClientConfigTimeout; } ResponseParams;
      WDI_MAC_ADDRESS GroupBSSID; WDI_P2P_CHANNEL_CONTAINER OperatingChannel; } InvitationResponseInfo;
    struct { IRQLINT_WDI_OPTIONAL(ServiceAttributes_IsPresent : 1, GroupID_IsPresent : 1,
        PersistentGroupID_IsPresent : 1, ServiceSessionInfo_IsPresent : 1)
      struct { UINT8 GroupCapability; UINT8 HostGroupCapability; } ResponseParams;
      WDI_P2P_PROVISION_SERVICE_ATTRIBUTES_CONTAINER ServiceAttributes; WDI_P2P_GROUP_ID_CONTAINER GroupID;
      WDI_P2P_GROUP_ID_CONTAINER PersistentGroupID; WDI_BYTE_BLOB ServiceSessionInfo; } ProvisionDiscoveryResponseInfo;
    WDI_BYTE_BLOB VendorIEs;);
#undef IRQLINT_WDI_GO_TERMS

IRQLINT_WDI_STRUCT(WDI_INDICATION_P2P_ACTION_FRAME_RECEIVED_PARAMETERS,
    struct { IRQLINT_WDI_OPTIONAL(DeviceContext_IsPresent : 1)
      struct { WDI_P2P_ACTION_FRAME_TYPE ActionFrameType; WDI_MAC_ADDRESS PeerDeviceAddress; UINT8 DialogToken; }
      FrameParams; WDI_BYTE_BLOB FrameIEs; WDI_BYTE_BLOB DeviceContext; } FrameInfo;);
IRQLINT_WDI_STRUCT(WDI_INDICATION_P2P_SEND_REQUEST_ACTION_FRAME_COMPLETE_PARAMETERS,
    struct { struct { WDI_MAC_ADDRESS PeerDeviceAddress; UINT8 DialogToken; } FrameParameters; WDI_BYTE_BLOB FrameIEs; }
    SendActionFrameResult;);
typedef WDI_INDICATION_P2P_SEND_REQUEST_ACTION_FRAME_COMPLETE_PARAMETERS
    WDI_INDICATION_P2P_SEND_RESPONSE_ACTION_FRAME_COMPLETE_PARAMETERS;
IRQLINT_WDI_STRUCT(WDI_INDICATION_P2P_GROUP_OPERATING_CHANNEL_PARAMETERS, WDI_P2P_CHANNEL_CONTAINER Channel;
    WDI_P2P_CHANNEL_INDICATE_REASON IndicateReason;);

#ifdef __cplusplus
}
#endif
