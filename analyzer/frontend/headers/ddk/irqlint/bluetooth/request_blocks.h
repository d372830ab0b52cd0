// Blocks that ask the Bluetooth stack for something, and the interface that makes them.
#pragma once

typedef enum _BRB_TYPE {
  BRB_HCI_GET_LOCAL_BD_ADDR = 1, BRB_L2CA_REGISTER_SERVER = 0x100, BRB_L2CA_UNREGISTER_SERVER, BRB_L2CA_OPEN_CHANNEL,
  BRB_L2CA_OPEN_CHANNEL_RESPONSE, BRB_L2CA_CLOSE_CHANNEL, BRB_L2CA_ACL_TRANSFER, BRB_L2CA_UPDATE_CHANNEL, BRB_L2CA_PING,
  BRB_L2CA_INFO_REQUEST, BRB_REGISTER_PSM, BRB_UNREGISTER_PSM, BRB_L2CA_OPEN_ENHANCED_CHANNEL,
  BRB_L2CA_OPEN_ENHANCED_CHANNEL_RESPONSE, BRB_SCO_REGISTER_SERVER = 0x200, BRB_SCO_UNREGISTER_SERVER,
  BRB_SCO_OPEN_CHANNEL, BRB_SCO_OPEN_CHANNEL_RESPONSE, BRB_SCO_CLOSE_CHANNEL, BRB_SCO_TRANSFER,
  BRB_SCO_GET_CHANNEL_INFO, BRB_SCO_GET_SYSTEM_INFO, BRB_SCO_FLUSH_CHANNEL, BRB_SCO_OPEN_UNMANAGED_CHANNEL,
  BRB_SCO_OPEN_UNMANAGED_CHANNEL_RESPONSE, BRB_ACL_GET_MODE = 0x300, BRB_ACL_ENTER_ACTIVE_MODE, BRB_STORED_LINK_KEY,
  BRB_GET_DEVICE_INTERFACE_STRING
} BRB_TYPE;
typedef enum _BRB_VERSION { BLUETOOTH_V1 = 1, BLUETOOTH_V2 } BRB_VERSION;
typedef struct _BRB_HEADER {
  LIST_ENTRY ListEntry;
  ULONG Length;
  USHORT Version, Type;
  ULONG BthportFlags;
  NTSTATUS Status;
  BTHSTATUS BtStatus;
  PVOID Context[4];
  PVOID ClientContext[4];
  ULONG Reserved[8];
} BRB_HEADER;
#define IRQLINT_BRB(Name, ...) struct Name { BRB_HEADER Hdr; __VA_ARGS__ }

IRQLINT_BRB(_BRB_GET_LOCAL_BD_ADDR, BTH_ADDR BtAddress;);
IRQLINT_BRB(_BRB_PSM, USHORT Psm;);
IRQLINT_BRB(_BRB_ACL_GET_MODE, BTH_ADDR BtAddress; ACL_MODE AclMode;);
IRQLINT_BRB(_BRB_ACL_ENTER_ACTIVE_MODE, BTH_ADDR BtAddress;);
IRQLINT_BRB(_BRB_GET_DEVICE_INTERFACE_STRING, PWCHAR DeviceInterfaceString; ULONG DeviceInterfaceStringCbLength;);

// L2CAP
IRQLINT_BRB(_BRB_L2CA_REGISTER_SERVER, BTH_ADDR BtAddress; USHORT PSM; ULONG IndicationFlags;
            PFNBTHPORT_INDICATION_CALLBACK IndicationCallback; PVOID IndicationCallbackContext, ReferenceObject;
            L2CAP_SERVER_HANDLE ServerHandle;);
IRQLINT_BRB(_BRB_L2CA_UNREGISTER_SERVER, BTH_ADDR BtAddress; L2CAP_SERVER_HANDLE ServerHandle; USHORT Psm;);
#define IRQLINT_BRB_OPENING(Name, Out, CallbackType, Results) \
  IRQLINT_BRB(Name, L2CAP_CHANNEL_HANDLE ChannelHandle; \
    union { struct { USHORT Response, ResponseStatus; }; USHORT Psm; }; \
    ULONG ChannelFlags; \
    BTH_ADDR BtAddress; \
    struct { \
      ULONG Flags; \
      L2CAP_CONFIG_VALUE_RANGE Mtu, FlushTO; \
      L2CAP_FLOWSPEC Flow; \
      USHORT LinkTO; \
      ULONG NumExtraOptions; \
      PL2CAP_CONFIG_OPTION ExtraOptions; \
      struct { UCHAR ServiceType; ULONG Latency; } LocalQos; \
      Out \
    } ConfigOut; \
    struct { ULONG Flags; L2CAP_CONFIG_VALUE_RANGE Mtu; L2CAP_CONFIG_RANGE FlushTO; } ConfigIn; \
    ULONG CallbackFlags; \
    CallbackType Callback; \
    PVOID CallbackContext, ReferenceObject; \
    Results OutResults, InResults; \
    UCHAR IncomingQueueDepth; \
    PVOID Reserved;)
IRQLINT_BRB_OPENING(_BRB_L2CA_OPEN_CHANNEL, , PFNBTHPORT_INDICATION_CALLBACK, CHANNEL_CONFIG_RESULTS);
#define IRQLINT_BRB_ENHANCED \
  struct { ULONG Flags; L2CAP_RETRANSMISSION_AND_FLOW_CONTROL RetransmissionAndFlow; } ModeConfig; \
  UCHAR Fcs; \
  L2CAP_EXTENDED_FLOW_SPEC ExtendedFlowSpec; \
  USHORT ExtendedWindowSize;
IRQLINT_BRB_OPENING(_BRB_L2CA_OPEN_ENHANCED_CHANNEL, IRQLINT_BRB_ENHANCED, PFNBTHPORT_INDICATION_CALLBACK_ENHANCED,
                    CHANNEL_CONFIG_RESULTS_ENHANCED);
#undef IRQLINT_BRB_ENHANCED
#undef IRQLINT_BRB_OPENING
IRQLINT_BRB(_BRB_L2CA_CLOSE_CHANNEL, BTH_ADDR BtAddress; L2CAP_CHANNEL_HANDLE ChannelHandle;);
IRQLINT_BRB(_BRB_L2CA_ACL_TRANSFER, BTH_ADDR BtAddress; L2CAP_CHANNEL_HANDLE ChannelHandle; ULONG TransferFlags,
            BufferSize; PVOID Buffer; PMDL BufferMDL; LONGLONG Timeout; ULONG RemainingBufferSize;);
IRQLINT_BRB(_BRB_L2CA_UPDATE_CHANNEL, BTH_ADDR BtAddress; L2CAP_CHANNEL_HANDLE ChannelHandle; ULONG NewChannelFlags,
            FailedChannelFlags;);
IRQLINT_BRB(_BRB_L2CA_PING, BTH_ADDR BtAddress; UCHAR PingRequestLength, PingRequestData[MAX_L2CAP_PING_DATA_LENGTH],
            PingResponseLength, PingResponseData[MAX_L2CAP_PING_DATA_LENGTH];);

// SCO
IRQLINT_BRB(_BRB_SCO_REGISTER_SERVER, BTH_ADDR BtAddress; USHORT Reserved; ULONG IndicationFlags;
            PFNSCO_INDICATION_CALLBACK IndicationCallback; PVOID IndicationCallbackContext, ReferenceObject;
            SCO_SERVER_HANDLE ServerHandle;);
IRQLINT_BRB(_BRB_SCO_UNREGISTER_SERVER, BTH_ADDR BtAddress; SCO_SERVER_HANDLE ServerHandle;);
IRQLINT_BRB(_BRB_SCO_OPEN_CHANNEL, BTH_ADDR BtAddress; ULONG TransmitBandwidth, ReceiveBandwidth; USHORT MaxLatency,
            PacketType, ContentFormat, Reserved; SCO_RETRANSMISSION_EFFORT RetransmissionEffort; ULONG ChannelFlags,
            CallbackFlags; PFNSCO_INDICATION_CALLBACK Callback; PVOID CallbackContext, ReferenceObject;
            SCO_CHANNEL_HANDLE ChannelHandle; UCHAR Response;);
IRQLINT_BRB(_BRB_SCO_CLOSE_CHANNEL, BTH_ADDR BtAddress; SCO_CHANNEL_HANDLE ChannelHandle;);
IRQLINT_BRB(_BRB_SCO_FLUSH_CHANNEL, BTH_ADDR BtAddress; SCO_CHANNEL_HANDLE ChannelHandle; ULONG FlushFlags;);
IRQLINT_BRB(_BRB_SCO_TRANSFER, BTH_ADDR BtAddress; SCO_CHANNEL_HANDLE ChannelHandle; ULONG TransferFlags, BufferSize;
            PVOID Buffer; PMDL BufferMDL; ULONGLONG DataTag;);
IRQLINT_BRB(_BRB_SCO_GET_CHANNEL_INFO, BTH_ADDR BtAddress; SCO_CHANNEL_HANDLE ChannelHandle; ULONG InfoFlags,
            TransmitBandwidth, ReceiveBandwidth; USHORT MaxLatency, PacketType, ContentFormat, Reserved;
            SCO_RETRANSMISSION_EFFORT RetransmissionEffort; ULONG ChannelFlags; USHORT HciConnectionHandle;
            SCO_LINK_TYPE LinkType; BASEBAND_CHANNEL_INFO BasebandInfo;);
IRQLINT_BRB(_BRB_SCO_GET_SYSTEM_INFO, ULONG Features, MaxChannels, TransferUnit; USHORT PacketTypes, DataFormats; ULONG
            Reserved[4];);
#undef IRQLINT_BRB

typedef struct _BRB {
  union {
    BRB_HEADER BrbHeader;
    struct _BRB_GET_LOCAL_BD_ADDR BrbGetLocalBdAddress;
    struct _BRB_PSM BrbPsm;
    struct _BRB_ACL_GET_MODE BrbAclGetMode;
    struct _BRB_ACL_ENTER_ACTIVE_MODE BrbAclEnterActiveMode;
    struct _BRB_GET_DEVICE_INTERFACE_STRING BrbGetDeviceInterfaceString;
    struct _BRB_L2CA_REGISTER_SERVER BrbL2caRegisterServer;
    struct _BRB_L2CA_UNREGISTER_SERVER BrbL2caUnregisterServer;
    struct _BRB_L2CA_OPEN_CHANNEL BrbL2caOpenChannel;
    struct _BRB_L2CA_OPEN_ENHANCED_CHANNEL BrbL2caOpenEnhancedChannel;
    struct _BRB_L2CA_CLOSE_CHANNEL BrbL2caCloseChannel;
    struct _BRB_L2CA_ACL_TRANSFER BrbL2caAclTransfer;
    struct _BRB_L2CA_UPDATE_CHANNEL BrbL2caUpdateChannel;
    struct _BRB_L2CA_PING BrbL2caPing;
    struct _BRB_SCO_REGISTER_SERVER BrbScoRegisterServer;
    struct _BRB_SCO_UNREGISTER_SERVER BrbScoUnregisterServer;
    struct _BRB_SCO_OPEN_CHANNEL BrbScoOpenChannel;
    struct _BRB_SCO_CLOSE_CHANNEL BrbScoCloseChannel;
    struct _BRB_SCO_FLUSH_CHANNEL BrbScoFlushChannel;
    struct _BRB_SCO_TRANSFER BrbScoTransfer;
    struct _BRB_SCO_GET_CHANNEL_INFO BrbScoGetChannelInfo;
    struct _BRB_SCO_GET_SYSTEM_INFO BrbScoGetSystemInfo;
  };
} BRB, *PBRB;

// What makes blocks
#define BTHDDI_PROFILE_DRIVER_INTERFACE_VERSION_FOR_QI 0x0102
#define IRQLINT_BRB_ROLE(Return, Name, ...) \
  typedef _IRQL_requires_max_(DISPATCH_LEVEL) Return (*Name)(__VA_ARGS__)
IRQLINT_BRB_ROLE(PBRB, PFNBTH_ALLOCATE_BRB, BRB_TYPE brbType, ULONG tag);
IRQLINT_BRB_ROLE(void, PFNBTH_FREE_BRB, PBRB pBrb);
IRQLINT_BRB_ROLE(void, PFNBTH_INITIALIZE_BRB, PBRB pBrb, BRB_TYPE brbType);
IRQLINT_BRB_ROLE(void, PFNBTH_REUSE_BRB, PBRB pBrb, BRB_TYPE brbType);
IRQLINT_BRB_ROLE(BOOLEAN, PFNBTH_IS_BLUETOOTH_VERSION_AVAILABLE, UCHAR MajorVersion, UCHAR MinorVersion);
#undef IRQLINT_BRB_ROLE
typedef struct _BTH_PROFILE_DRIVER_INTERFACE {
  INTERFACE Interface;
  PFNBTH_ALLOCATE_BRB BthAllocateBrb;
  PFNBTH_FREE_BRB BthFreeBrb;
  PFNBTH_INITIALIZE_BRB BthInitializeBrb;
  PFNBTH_REUSE_BRB BthReuseBrb;
  PFNBTH_IS_BLUETOOTH_VERSION_AVAILABLE IsBluetoothVersionAvailable;
} BTH_PROFILE_DRIVER_INTERFACE, *PBTH_PROFILE_DRIVER_INTERFACE;

// Devices that the stack enumerates
typedef enum _ENUMERATOR_TYPE { ENUMERATOR_TYPE_PROTOCOL, ENUMERATOR_TYPE_SERVICE, ENUMERATOR_TYPE_DEVICE,
  ENUMERATOR_TYPE_MAX } ENUMERATOR_TYPE, *PENUMERATOR_TYPE;
typedef enum _ENUMERATOR_ACTION { ENUMERATOR_ACTION_CREATE, ENUMERATOR_ACTION_REMOVE, ENUMERATOR_ACTION_DESTROY,
  ENUMERATOR_ACTION_MAX } ENUMERATOR_ACTION, *PENUMERATOR_ACTION;
