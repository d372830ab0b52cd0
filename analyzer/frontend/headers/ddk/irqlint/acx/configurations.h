// Structures by which a driver configures objects of the audio class extension, and how they are initialized.
#pragma once

#define IRQLINT_ACX_STRUCT(Name, ...) typedef struct _##Name { __VA_ARGS__ } Name, *P##Name
#define IRQLINT_ACX_SIZED(Name, ...) \
  IRQLINT_ACX_STRUCT(Name, ULONG Size; __VA_ARGS__); \
  FORCEINLINE VOID Name##_INIT(P##Name Value) { \
    RtlZeroMemory(Value, sizeof(Name)); \
    Value->Size = sizeof(Name); \
  }

// Requests, and what an object answers
IRQLINT_ACX_STRUCT(ACX_PROPERTY_ITEM, const GUID* Set; ULONG Id; ULONG Flags;
                   PFN_ACX_OBJECT_PROCESS_REQUEST EvtAcxObjectProcessRequest; PVOID Reserved; ULONG ControlCb;
                   ULONG ValueCb; ULONG ValueType;);
IRQLINT_ACX_STRUCT(ACX_METHOD_ITEM, const GUID* Set; ULONG Id; ULONG Flags;
                   PFN_ACX_OBJECT_PROCESS_REQUEST EvtAcxObjectProcessRequest; PVOID Reserved; ULONG ArgsCb;
                   ULONG ResultCb; ULONG ResultType;);
IRQLINT_ACX_STRUCT(ACX_EVENT_ITEM, const GUID* Set; ULONG Id; ULONG Flags;
                   PFN_ACX_OBJECT_PROCESS_EVENT_REQUEST EvtAcxObjectProcessRequest; PVOID Reserved;);
typedef struct _ACX_REQUEST_PARAMETERS {
  ULONG Size;
  UCHAR MajorFunction;
  UCHAR MinorFunction;
  ACX_REQUEST_TYPE Type;
  union {
    struct { GUID Set; ULONG Id; ACX_PROPERTY_VERB Verb; ACX_ITEM_TYPE ItemType; ULONG ItemId; PVOID Control;
      ULONG ControlCb; PVOID Value; ULONG ValueCb; } Property;
    struct { GUID Set; ULONG Id; ACX_METHOD_VERB Verb; ACX_ITEM_TYPE ItemType; ULONG ItemId; PVOID Args; ULONG ArgsCb;
      PVOID Result; ULONG ResultCb; } Method;
    struct { GUID Set; ULONG Id; ACX_EVENT_VERB Verb; ACX_ITEM_TYPE ItemType; ULONG ItemId; PVOID Data; ULONG DataCb;
      PVOID EventData; } Event;
    struct { PVOID Control; ULONG ControlCb; } Create;
  } Parameters;
} ACX_REQUEST_PARAMETERS, *PACX_REQUEST_PARAMETERS;
FORCEINLINE VOID ACX_REQUEST_PARAMETERS_INIT(PACX_REQUEST_PARAMETERS Parameters) {
  RtlZeroMemory(Parameters, sizeof(*Parameters));
  Parameters->Size = sizeof(*Parameters);
}
FORCEINLINE VOID ACX_REQUEST_PARAMETERS_INIT_PROPERTY(PACX_REQUEST_PARAMETERS Parameters, GUID Set, ULONG Id,
                                                      ACX_PROPERTY_VERB Verb, ACX_ITEM_TYPE ItemType, ULONG ItemId,
                                                      PVOID Control, ULONG ControlCb, PVOID Value, ULONG ValueCb) {
  ACX_REQUEST_PARAMETERS_INIT(Parameters);
  Parameters->Type = AcxRequestTypeProperty;
  Parameters->Parameters.Property.Set = Set;
  Parameters->Parameters.Property.Id = Id;
  Parameters->Parameters.Property.Verb = Verb;
  Parameters->Parameters.Property.ItemType = ItemType;
  Parameters->Parameters.Property.ItemId = ItemId;
  Parameters->Parameters.Property.Control = Control;
  Parameters->Parameters.Property.ControlCb = ControlCb;
  Parameters->Parameters.Property.Value = Value;
  Parameters->Parameters.Property.ValueCb = ValueCb;
}


// Drivers and devices
IRQLINT_ACX_SIZED(ACX_DRIVER_CONFIG, ULONG Flags;)
IRQLINT_ACX_STRUCT(ACX_DRIVER_VERSION_AVAILABLE_PARAMS, ULONG Size; ULONG MajorVersion; ULONG MinorVersion;);
FORCEINLINE VOID ACX_DRIVER_VERSION_AVAILABLE_PARAMS_INIT(PACX_DRIVER_VERSION_AVAILABLE_PARAMS Value, ULONG Major,
                                                          ULONG Minor) {
  RtlZeroMemory(Value, sizeof(*Value));
  Value->Size = sizeof(*Value);
  Value->MajorVersion = Major;
  Value->MinorVersion = Minor;
}
IRQLINT_ACX_SIZED(ACX_DEVICE_CONFIG, ULONG Flags; ACXCONTEXT Context;)
IRQLINT_ACX_SIZED(ACX_DEVICEINIT_CONFIG, ULONG Flags; WDF_SYNCHRONIZATION_SCOPE SynchronizationScope;
                  WDF_EXECUTION_LEVEL ExecutionLevel; ACXCONTEXT Context;)

// Circuits
IRQLINT_ACX_SIZED(ACX_CIRCUIT_PNPPOWER_CALLBACKS, PFN_ACX_CIRCUIT_PREPARE_HARDWARE EvtAcxCircuitPrepareHardware;
                  PFN_ACX_CIRCUIT_RELEASE_HARDWARE EvtAcxCircuitReleaseHardware; PFN_ACX_CIRCUIT_POWER_UP
                  EvtAcxCircuitPowerUp; PFN_ACX_CIRCUIT_POWER_DOWN EvtAcxCircuitPowerDown;)
IRQLINT_ACX_SIZED(ACX_CIRCUIT_COMPOSITE_CALLBACKS, PFN_ACX_CIRCUIT_COMPOSITE_CIRCUIT_INITIALIZE
                  EvtAcxCircuitCompositeCircuitInitialize; PFN_ACX_CIRCUIT_COMPOSITE_INITIALIZE
                  EvtAcxCircuitCompositeInitialize; PFN_ACX_CIRCUIT_COMPOSITE_DEINITIALIZE
                  EvtAcxCircuitCompositeDeinitialize;)
IRQLINT_ACX_SIZED(ACX_FACTORY_CIRCUIT_ADD_CIRCUIT, ULONG Flags; GUID CircuitUniqueId; ACXOBJECTBAG
                  CompositeProperties; ACXOBJECTBAG FactoryProperties; ACXOBJECTBAG CircuitProperties; PUNICODE_STRING
                  TargetSymbolicLinkName;)
IRQLINT_ACX_SIZED(ACX_FACTORY_CIRCUIT_REMOVE_CIRCUIT, ULONG Flags; GUID CircuitUniqueId;)
IRQLINT_ACX_SIZED(ACX_FACTORY_CIRCUIT_OPERATION_CALLBACKS, PFN_ACX_FACTORY_CIRCUIT_CREATE_CIRCUITDEVICE
                  EvtAcxFactoryCircuitCreateCircuitDevice; PFN_ACX_FACTORY_CIRCUIT_DELETE_CIRCUITDEVICE
                  EvtAcxFactoryCircuitDeleteCircuitDevice; PFN_ACX_FACTORY_CIRCUIT_CREATE_CIRCUIT
                  EvtAcxFactoryCircuitCreateCircuit;)
IRQLINT_ACX_SIZED(ACX_FACTORY_CIRCUIT_PNPPOWER_CALLBACKS, PFN_ACX_FACTORY_CIRCUIT_PREPARE_HARDWARE
                  EvtAcxFactoryCircuitPrepareHardware; PFN_ACX_FACTORY_CIRCUIT_RELEASE_HARDWARE
                  EvtAcxFactoryCircuitReleaseHardware; PFN_ACX_FACTORY_CIRCUIT_POWER_UP EvtAcxFactoryCircuitPowerUp;
                  PFN_ACX_FACTORY_CIRCUIT_POWER_DOWN EvtAcxFactoryCircuitPowerDown;)
IRQLINT_ACX_SIZED(ACX_CIRCUIT_TEMPLATE_CONFIG, ULONG Flags; const GUID* ContainerId; ACXOBJECTBAG FactoryProperties;
                  const GUID* FactoryId; PCUNICODE_STRING FactoryUri; PCUNICODE_STRING FactoryName; ACXOBJECTBAG
                  CircuitProperties; const GUID* CircuitId; PCUNICODE_STRING CircuitUri; PCUNICODE_STRING
                  CircuitName;)
IRQLINT_ACX_SIZED(ACX_COMPOSITE_TEMPLATE_CONFIG, ULONG Flags; ACXOBJECTBAG Properties;)
IRQLINT_ACX_SIZED(ACX_OBJECTBAG_CONFIG, ULONG Flags; WDFKEY ParentKey; PCUNICODE_STRING Name; HANDLE Handle;)
typedef struct _ACX_CONNECTION {
  ULONG Size;
  ULONG Flags;
  ACXOBJECT FromObject;
  union { ACXPIN Object; ULONG Id; } FromPin;
  ACXOBJECT ToObject;
  union { ACXPIN Object; ULONG Id; } ToPin;
} ACX_CONNECTION, *PACX_CONNECTION;
FORCEINLINE VOID ACX_CONNECTION_INIT(PACX_CONNECTION Connection, ACXOBJECT FromObject, ACXOBJECT ToObject) {
  RtlZeroMemory(Connection, sizeof(*Connection));
  Connection->Size = sizeof(*Connection);
  Connection->FromObject = FromObject;
  Connection->ToObject = ToObject;
}

// Data formats
typedef struct _ACX_DATAFORMAT_CONFIG {
  ULONG Size;
  ULONG Flags;
  ACX_DATAFORMAT_TYPE Type;
  union { PKSDATAFORMAT KsFormat; } u;
} ACX_DATAFORMAT_CONFIG, *PACX_DATAFORMAT_CONFIG;
FORCEINLINE VOID ACX_DATAFORMAT_CONFIG_INIT_KS(PACX_DATAFORMAT_CONFIG Config, PVOID KsDataFormat) {
  RtlZeroMemory(Config, sizeof(*Config));
  Config->Size = sizeof(*Config);
  Config->Type = AcxDataFormatKsFormat;
  Config->u.KsFormat = (PKSDATAFORMAT)KsDataFormat;
}
IRQLINT_ACX_SIZED(ACX_DATAFORMAT_LIST_CONFIG, ULONG Flags;)
IRQLINT_ACX_SIZED(ACX_DATAFORMAT_LIST_ITERATOR, ULONG Flags; PVOID Reserved[8];)

// Pins and jacks
IRQLINT_ACX_SIZED(ACX_INTERLEAVED_AUDIO_FORMAT_INFORMATION, ULONG PrimaryChannelCount; ULONG
                  PrimaryChannelStartPosition; ULONG PrimaryChannelMask; ULONG InterleavedChannelCount; ULONG
                  InterleavedChannelStartPosition; ULONG InterleavedChannelMask;)
IRQLINT_ACX_STRUCT(ACX_MIC_ARRAY_GEOMETRY, USHORT Version; USHORT MicArrayType; SHORT VerticalAngleBegin; SHORT
                   VerticalAngleEnd; SHORT HorizontalAngleBegin; SHORT HorizontalAngleEnd; USHORT FrequencyBandLo;
                   USHORT FrequencyBandHi;);
IRQLINT_ACX_SIZED(ACX_MICARRAYGEOMETRY_CONFIG, ULONG Flags; ACX_MIC_ARRAY_GEOMETRY Geometry;)
IRQLINT_ACX_STRUCT(ACX_MICROPHONE_COORDINATES, USHORT Type; SHORT XCoord; SHORT YCoord; SHORT ZCoord; SHORT
                   VerticalAngle; SHORT HorizontalAngle;);
IRQLINT_ACX_SIZED(ACX_MICROPHONE_CONFIG, ULONG Flags; LONG MicrophoneSnrDB; LONG MicrophoneSensitivityDB;
                  ACXMICARRAYGEOMETRY MicArrayGeometry; PACX_INTERLEAVED_AUDIO_FORMAT_INFORMATION InterleavedFormat;)
IRQLINT_ACX_STRUCT(ACX_JACK_SINK_INFORMATION, ACX_JACK_SINK_INFO_CONNECTION_TYPE ConnType; USHORT ManufacturerId;
                   USHORT ProductId; USHORT AudioLatency; BOOLEAN HDCPCapable; BOOLEAN AICapable; UCHAR
                   SinkDescriptionLength; WCHAR SinkDescription[32]; LUID PortId;);
IRQLINT_ACX_STRUCT(ACX_JACK_DESCRIPTION, ULONG ChannelMapping; ULONG Color; ACX_JACK_CONNECTION_TYPE ConnectionType;
                   ACX_JACK_GEO_LOCATION GeoLocation; ACX_JACK_GEN_LOCATION GenLocation; ACX_JACK_PORT_CONNECTION
                   PortConnection;);
IRQLINT_ACX_SIZED(ACX_JACK_CALLBACKS, PFN_ACX_JACK_RETRIEVE_PRESENCE_STATE EvtAcxJackRetrievePresenceState;)
IRQLINT_ACX_SIZED(ACX_JACK_CONFIG, ULONG Id; ULONG Flags; PACX_JACK_CALLBACKS Callbacks; ACX_JACK_DESCRIPTION
                  Description;)
IRQLINT_ACX_SIZED(ACX_PIN_CALLBACKS, PFN_ACX_PIN_SET_DATAFORMAT EvtAcxPinSetDataFormat; PFN_ACX_PIN_RETRIEVE_NAME
                  EvtAcxPinRetrieveName; PFN_ACX_PIN_RETRIEVE_JACK_SINK_INFO EvtAcxPinRetrieveJackSinkInfo;
                  PFN_ACX_OBJECT_PROCESS_REQUEST EvtAcxPinProcessJackRequest; PFN_ACX_PIN_CONNECTED
                  EvtAcxPinConnected; PFN_ACX_PIN_DISCONNECTED EvtAcxPinDisconnected;
                  PFN_ACX_PIN_DATAFORMAT_CHANGE_NOTIFICATION EvtAcxPinDataFormatChangeNotification;)
IRQLINT_ACX_SIZED(ACX_PIN_CONFIG, ULONG Flags; ULONG Id; ACX_PIN_TYPE Type; ACX_PIN_COMMUNICATION Communication;
                  ACX_PIN_QUALIFIER Qualifier; const GUID* Category; const GUID* Name; PACX_PIN_CALLBACKS
                  PinCallbacks; ULONG PropertiesCount; ULONG MethodsCount; PACX_PROPERTY_ITEM Properties;
                  PACX_METHOD_ITEM Methods; union { PACX_MICROPHONE_CONFIG MicrophoneConfig; } u; ULONG MaxStreams;)

// Elements
IRQLINT_ACX_SIZED(ACX_ELEMENT_CONFIG, ULONG Id; const GUID* Type; const GUID* Name; ULONG Flags; ULONG
                  PropertiesCount; ULONG MethodsCount; PACX_PROPERTY_ITEM Properties; PACX_METHOD_ITEM Methods;)
IRQLINT_ACX_SIZED(ACX_VOLUME_CALLBACKS, PFN_ACX_VOLUME_ASSIGN_LEVEL EvtAcxVolumeAssignLevel;
                  PFN_ACX_RAMPED_VOLUME_ASSIGN_LEVEL EvtAcxRampedVolumeAssignLevel; PFN_ACX_VOLUME_RETRIEVE_LEVEL
                  EvtAcxVolumeRetrieveLevel; PFN_ACX_OBJECT_PROCESS_REQUEST EvtAcxVolumeProcessRequest;)
IRQLINT_ACX_SIZED(ACX_VOLUME_CONFIG, ULONG Id; const GUID* Name; ULONG Flags; ULONG ChannelsCount; LONG Maximum; LONG
                  Minimum; LONG SteppingDelta; PACX_VOLUME_CALLBACKS Callbacks;)
IRQLINT_ACX_SIZED(ACX_MUTE_CALLBACKS, PFN_ACX_MUTE_ASSIGN_STATE EvtAcxMuteAssignState; PFN_ACX_MUTE_RETRIEVE_STATE
                  EvtAcxMuteRetrieveState; PFN_ACX_OBJECT_PROCESS_REQUEST EvtAcxMuteProcessRequest;)
IRQLINT_ACX_SIZED(ACX_MUTE_CONFIG, ULONG Id; const GUID* Name; ULONG Flags; ULONG ChannelsCount; PACX_MUTE_CALLBACKS
                  Callbacks;)
IRQLINT_ACX_SIZED(ACX_PEAKMETER_CALLBACKS, PFN_ACX_PEAKMETER_RETRIEVE_LEVEL EvtAcxPeakMeterRetrieveLevel;
                  PFN_ACX_OBJECT_PROCESS_REQUEST EvtAcxPeakMeterProcessRequest;)
IRQLINT_ACX_SIZED(ACX_PEAKMETER_CONFIG, ULONG Id; const GUID* Name; ULONG Flags; ULONG ChannelsCount; LONG Maximum;
                  LONG Minimum; LONG SteppingDelta; PACX_PEAKMETER_CALLBACKS Callbacks;)
IRQLINT_ACX_SIZED(ACX_AUDIOENGINE_CALLBACKS, PFN_ACX_AUDIOENGINE_RETRIEVE_BUFFER_SIZE_LIMITS
                  EvtAcxAudioEngineRetrieveBufferSizeLimits; PFN_ACX_AUDIOENGINE_ASSIGN_EFFECTS_STATE
                  EvtAcxAudioEngineAssignEffectsState; PFN_ACX_AUDIOENGINE_RETRIEVE_EFFECTS_STATE
                  EvtAcxAudioEngineRetrieveEffectsState; PFN_ACX_AUDIOENGINE_RETRIEVE_ENGINE_FORMAT
                  EvtAcxAudioEngineRetrieveEngineMixFormat; PFN_ACX_AUDIOENGINE_ASSIGN_ENGINE_FORMAT
                  EvtAcxAudioEngineAssignEngineDeviceFormat; PFN_ACX_OBJECT_PROCESS_REQUEST
                  EvtAcxAudioEngineProcessRequest;)
IRQLINT_ACX_SIZED(ACX_AUDIOENGINE_CONFIG, ULONG Id; const GUID* Name; ULONG Flags; ACXPIN HostPin; ACXPIN OffloadPin;
                  ACXPIN LoopbackPin; ACXVOLUME VolumeElement; ACXMUTE MuteElement; ACXPEAKMETER PeakMeterElement;
                  PACX_AUDIOENGINE_CALLBACKS Callbacks;)
IRQLINT_ACX_SIZED(ACX_STREAMAUDIOENGINE_CALLBACKS, PFN_ACX_STREAMAUDIOENGINE_ASSIGN_EFFECTS_STATE
                  EvtAcxStreamAudioEngineAssignEffectsState; PFN_ACX_STREAMAUDIOENGINE_RETRIEVE_EFFECTS_STATE
                  EvtAcxStreamAudioEngineRetrieveEffectsState;
                  PFN_ACX_STREAMAUDIOENGINE_RETRIEVE_PRESENTATION_POSITION
                  EvtAcxStreamAudioEngineRetrievePresentationPosition;
                  PFN_ACX_STREAMAUDIOENGINE_ASSIGN_CURRENT_WRITE_POSITION
                  EvtAcxStreamAudioEngineAssignCurrentWritePosition;
                  PFN_ACX_STREAMAUDIOENGINE_RETRIEVE_LINEAR_BUFFER_POSITION
                  EvtAcxStreamAudioEngineRetrieveLinearBufferPosition;
                  PFN_ACX_STREAMAUDIOENGINE_ASSIGN_LAST_BUFFER_POSITION
                  EvtAcxStreamAudioEngineAssignLastBufferPosition;
                  PFN_ACX_STREAMAUDIOENGINE_ASSIGN_LOOPBACK_PROTECTION
                  EvtAcxStreamAudioEngineAssignLoopbackProtection; PFN_ACX_OBJECT_PROCESS_REQUEST
                  EvtAcxStreamAudioEngineProcessRequest;)
IRQLINT_ACX_SIZED(ACX_STREAMAUDIOENGINE_CONFIG, ULONG Id; const GUID* Name; ULONG Flags; ACXVOLUME VolumeElement;
                  ACXMUTE MuteElement; ACXPEAKMETER PeakMeterElement; PACX_STREAMAUDIOENGINE_CALLBACKS Callbacks;)
IRQLINT_ACX_STRUCT(ACX_AUDIOMODULE_DESCRIPTOR, GUID ClassId; ULONG InstanceId; ULONG VersionMajor; ULONG VersionMinor;
                   WCHAR Name[ACX_AUDIOMODULE_MAX_NAME_CCH_SIZE];);
IRQLINT_ACX_SIZED(ACX_AUDIOMODULE_CALLBACKS, PFN_ACX_AUDIOMODULE_PROCESSCOMMAND EvtAcxAudioModuleProcessCommand;)
IRQLINT_ACX_SIZED(ACX_AUDIOMODULE_CONFIG, ULONG Id; const GUID* Name; ULONG Flags; ACX_AUDIOMODULE_DESCRIPTOR
                  Descriptor; PACX_AUDIOMODULE_CALLBACKS Callbacks;)
IRQLINT_ACX_SIZED(ACX_KEYWORDSPOTTER_CALLBACKS, PFN_ACX_KEYWORDSPOTTER_RETRIEVE_ARM EvtAcxKeywordSpotterRetrieveArm;
                  PFN_ACX_KEYWORDSPOTTER_ASSIGN_ARM EvtAcxKeywordSpotterAssignArm;
                  PFN_ACX_KEYWORDSPOTTER_ASSIGN_PATTERNS EvtAcxKeywordSpotterAssignPatterns;
                  PFN_ACX_KEYWORDSPOTTER_ASSIGN_RESET EvtAcxKeywordSpotterAssignReset;)
IRQLINT_ACX_SIZED(ACX_KEYWORDSPOTTER_CONFIG, ULONG Id; const GUID* Name; ULONG Flags; const GUID* Pattern;
                  PACX_KEYWORDSPOTTER_CALLBACKS Callbacks;)

// Events
IRQLINT_ACX_SIZED(ACX_EVENT_CALLBACKS, PFN_ACX_EVENT_ENABLE EvtAcxEventEnable; PFN_ACX_EVENT_DISABLE
                  EvtAcxEventDisable; PFN_ACX_OBJECT_PROCESS_EVENT_REQUEST EvtAcxEventProcessRequest;)
IRQLINT_ACX_SIZED(ACX_EVENT_CONFIG, ULONG Flags; const GUID* Set; ULONG Id; ULONG Type; PACX_EVENT_CALLBACKS
                  Callbacks;)
IRQLINT_ACX_SIZED(ACX_PNPEVENT_CONFIG, ULONG Flags; const GUID* Event;)

// Streams
IRQLINT_ACX_SIZED(ACX_STREAM_CALLBACKS, PFN_ACX_STREAM_PREPARE_HARDWARE EvtAcxStreamPrepareHardware;
                  PFN_ACX_STREAM_RELEASE_HARDWARE EvtAcxStreamReleaseHardware; PFN_ACX_STREAM_RUN EvtAcxStreamRun;
                  PFN_ACX_STREAM_PAUSE EvtAcxStreamPause; PFN_ACX_STREAM_ASSIGN_DRM_CONTENT_ID
                  EvtAcxStreamAssignDrmContentId;)
IRQLINT_ACX_SIZED(ACX_RT_STREAM_CALLBACKS, PFN_ACX_STREAM_GET_HW_LATENCY EvtAcxStreamGetHwLatency;
                  PFN_ACX_STREAM_ALLOCATE_RTPACKETS EvtAcxStreamAllocateRtPackets; PFN_ACX_STREAM_FREE_RTPACKETS
                  EvtAcxStreamFreeRtPackets; PFN_ACX_STREAM_SET_RENDER_PACKET EvtAcxStreamSetRenderPacket;
                  PFN_ACX_STREAM_GET_CURRENT_PACKET EvtAcxStreamGetCurrentPacket; PFN_ACX_STREAM_GET_CAPTURE_PACKET
                  EvtAcxStreamGetCapturePacket; PFN_ACX_STREAM_GET_PRESENTATION_POSITION
                  EvtAcxStreamGetPresentationPosition;)
IRQLINT_ACX_SIZED(ACX_RTPACKET, WDF_MEMORY_DESCRIPTOR RtPacketBuffer; ULONG RtPacketOffset; ULONG RtPacketSize;)
IRQLINT_ACX_SIZED(ACX_STREAM_BRIDGE_CONFIG, ULONG Flags; ACX_STREAM_BRIDGE_TYPE Type; ULONG InModesCount; const GUID**
                  InModes; const GUID* OutMode; ACXOBJECTBAG OutStreamVarArguments; PWDF_OBJECT_ATTRIBUTES
                  TargetStreamAttributes;)
IRQLINT_ACX_STRUCT(ACXDRMRIGHTS, BOOL CopyProtect; ULONG Reserved; BOOL DigitalOutputDisable;);
IRQLINT_ACX_STRUCT(ACXDRMFORWARD, ULONG Flags; PDEVICE_OBJECT DeviceObject; PFILE_OBJECT FileObject; PVOID Context;);

// Circuits of other drivers
IRQLINT_ACX_SIZED(ACX_TARGET_CIRCUIT_CONFIG, ULONG Flags; WDFSTRING SymbolicLinkName;)
IRQLINT_ACX_SIZED(ACX_TARGET_FACTORY_CIRCUIT_CONFIG, ULONG Flags; WDFIOTARGET IoTarget; PCUNICODE_STRING
                  SymbolicLinkName;)
IRQLINT_ACX_SIZED(ACX_TARGET_STREAM_CONFIG, ULONG Flags; ACXTARGETCIRCUIT TargetCircuit; ULONG PinId; ACXDATAFORMAT
                  DataFormat; const GUID* SignalProcessingMode; ACXOBJECTBAG OptionalParameters;)
