// Interfaces and functions that came to the port class driver later than the base headers.
#pragma once

#ifdef __cplusplus

#define IRQLINT_INTERFACE(Interface, Base) \
  struct Interface; \
  typedef Interface* P##Interface; \
  extern "C" const GUID IID_##Interface; \
  struct DECLSPEC_NOVTABLE Interface : public Base
#define IRQLINT_METHOD(Type, Name) virtual Type STDMETHODCALLTYPE Name

extern "C" const GUID IID_IMiniportWaveRTOutputStream, IID_IMiniportWaveRTInputStream, IID_IMiniportAudioSignalProcessing,
    IID_IMiniportAudioEngineNode, IID_IMiniportStreamAudioEngineNode, IID_IMiniportStreamAudioEngineNode2,
    IID_IMiniportPnpNotify, IID_IPortClsEtwHelper, IID_IPortClsPower, IID_IPortClsRuntimePower, IID_IPortClsNotifications,
    IID_IPortClsStreamResourceManager, IID_IPortClsStreamResourceManager2, IID_IAdapterPowerManagement2,
    IID_IAdapterPowerManagement3, IID_IPortClsSubdeviceEx;

// Packets of a WaveRT stream
struct DECLSPEC_NOVTABLE IMiniportWaveRTOutputStream : public IUnknown {
  IRQLINT_METHOD(NTSTATUS, SetWritePacket)(ULONG PacketNumber, DWORD Flags, ULONG EosPacketLength) = 0;
  IRQLINT_METHOD(NTSTATUS, GetOutputStreamPresentationPosition)(KSAUDIO_PRESENTATION_POSITION* Position) = 0;
  IRQLINT_METHOD(NTSTATUS, GetPacketCount)(ULONG* PacketCount) = 0;
};
struct DECLSPEC_NOVTABLE IMiniportWaveRTInputStream : public IUnknown {
  IRQLINT_METHOD(NTSTATUS, GetReadPacket)(ULONG* PacketNumber, DWORD* Flags, ULONG64* PerformanceCounterValue,
                                          BOOL* MoreData) = 0;
};
typedef IMiniportWaveRTOutputStream* PMINIPORTWAVERTOUTPUTSTREAM;
typedef IMiniportWaveRTInputStream* PMINIPORTWAVERTINPUTSTREAM;
typedef IMiniportWaveRTStreamNotification* PMINIPORTWAVERTSTREAMNOTIFICATION;
#define IMP_IMiniportWaveRTOutputStream \
  STDMETHODIMP_(NTSTATUS) SetWritePacket(ULONG PacketNumber, DWORD Flags, ULONG EosPacketLength); \
  STDMETHODIMP_(NTSTATUS) GetOutputStreamPresentationPosition(KSAUDIO_PRESENTATION_POSITION* Position); \
  STDMETHODIMP_(NTSTATUS) GetPacketCount(ULONG* PacketCount)
#define IMP_IMiniportWaveRTInputStream \
  STDMETHODIMP_(NTSTATUS) GetReadPacket(ULONG* PacketNumber, DWORD* Flags, ULONG64* PerformanceCounterValue, BOOL* MoreData)

// Signal processing and the engine
struct DECLSPEC_NOVTABLE IMiniportAudioSignalProcessing : public IUnknown {
  IRQLINT_METHOD(NTSTATUS, GetModes)(ULONG Pin, GUID* SignalProcessingModes, ULONG* NumSignalProcessingModes) = 0;
};
typedef IMiniportAudioSignalProcessing *PMINIPORTAudioSignalProcessing, *PMINIPORTAUDIOSIGNALPROCESSING;
#define IMP_IMiniportAudioSignalProcessing \
  STDMETHODIMP_(NTSTATUS) GetModes(ULONG Pin, GUID* SignalProcessingModes, ULONG* NumSignalProcessingModes)
typedef enum {
  eMINIPORT_IHV_DEFINED, eMINIPORT_BUFFER_COMPLETE, eMINIPORT_PIN_STATE, eMINIPORT_GET_STREAM_POSITION,
  eMINIPORT_SET_WAVERT_BUFFER_WRITE_POSITION, eMINIPORT_GET_PRESENTATION_POSITION, eMINIPORT_PROGRAM_DMA,
  eMINIPORT_GLITCH_REPORT, eMINIPORT_LAST_BUFFER_RENDERED, eMINIPORT_PROCESSING_MODE, eMINIPORT_FX_CLSID,
  eMINIPORT_MaxValue
} EPcMiniportEngineEvent;
struct DECLSPEC_NOVTABLE IPortClsEtwHelper : public IUnknown {
  IRQLINT_METHOD(NTSTATUS, MiniportWriteEtwEvent)(EPcMiniportEngineEvent Event, ULONGLONG Data1, ULONGLONG Data2,
                                                  ULONGLONG Data3, ULONGLONG Data4) = 0;
};
typedef IPortClsEtwHelper* PPORTCLSETWHELPER;
struct DECLSPEC_NOVTABLE IMiniportPnpNotify : public IUnknown { IRQLINT_METHOD(void, PnpStop)() = 0; };
typedef IMiniportPnpNotify* PMINIPORTPNPNOTIFY;
#define IMP_IMiniportPnpNotify STDMETHODIMP_(void) PnpStop()

// Notifications, power, resources
typedef struct _PCNOTIFICATION_BUFFER* PPCNOTIFICATION_BUFFER;
typedef struct _PCNOTIFICATION_BUFFER {
  UCHAR NotificationBuffer[1];
} PCNOTIFICATION_BUFFER;
struct DECLSPEC_NOVTABLE IPortClsNotifications : public IUnknown {
  IRQLINT_METHOD(NTSTATUS, AllocNotificationBuffer)(POOL_TYPE PoolType, USHORT NumberOfBytes,
                                                    PPCNOTIFICATION_BUFFER* NotificationBuffer) = 0;
  IRQLINT_METHOD(void, FreeNotificationBuffer)(PPCNOTIFICATION_BUFFER NotificationBuffer) = 0;
  IRQLINT_METHOD(void, SendNotification)(const GUID* NotificationId, PPCNOTIFICATION_BUFFER NotificationBuffer) = 0;
};
typedef IPortClsNotifications* PPORTCLSNOTIFICATIONS;
struct DECLSPEC_NOVTABLE IPortClsPower : public IUnknown {
  IRQLINT_METHOD(NTSTATUS, RegisterAdapterPowerManagement)(PUNKNOWN Unknown, PDEVICE_OBJECT DeviceObject) = 0;
  IRQLINT_METHOD(NTSTATUS, UnregisterAdapterPowerManagement)(PDEVICE_OBJECT DeviceObject) = 0;
  IRQLINT_METHOD(NTSTATUS, SetIdlePowerManagement)(PDEVICE_OBJECT DeviceObject, BOOL Enabled) = 0;
};
typedef IPortClsPower* PPORTCLSPOWER;
typedef NTSTATUS (*PCPFNRUNTIME_POWER_CONTROL_CALLBACK)(LPCGUID PowerControlCode, PVOID InBuffer, SIZE_T InBufferSize,
    PVOID OutBuffer, SIZE_T OutBufferSize, PSIZE_T BytesReturned, PVOID Context);
struct DECLSPEC_NOVTABLE IPortClsRuntimePower : public IUnknown {
  IRQLINT_METHOD(NTSTATUS, SendPowerControl)(PDEVICE_OBJECT DeviceObject, LPCGUID PowerControlCode, PVOID InBuffer,
      SIZE_T InBufferSize, PVOID OutBuffer, SIZE_T OutBufferSize, PSIZE_T BytesReturned) = 0;
  IRQLINT_METHOD(NTSTATUS, RegisterPowerControlCallback)(PDEVICE_OBJECT DeviceObject,
      PCPFNRUNTIME_POWER_CONTROL_CALLBACK Callback, PVOID Context) = 0;
  IRQLINT_METHOD(NTSTATUS, UnregisterPowerControlCallback)(PDEVICE_OBJECT DeviceObject) = 0;
};
typedef IPortClsRuntimePower* PPORTCLSRUNTIMEPOWER;
typedef enum { ePcStreamResourceNotSet, ePcStreamResourceThread, ePcStreamResourceInterrupt } PcStreamResourceType;
typedef struct _PCSTREAMRESOURCE_DESCRIPTOR {
  ULONG Size;
  PDEVICE_OBJECT Pdo;
  PcStreamResourceType Type;
  union { PETHREAD Thread; PKINTERRUPT Interrupt; } Resource;
} PCSTREAMRESOURCE_DESCRIPTOR, *PPCSTREAMRESOURCE_DESCRIPTOR;
#define PCSTREAMRESOURCE_DESCRIPTOR_INIT(Descriptor) \
  (RtlZeroMemory((Descriptor), sizeof(PCSTREAMRESOURCE_DESCRIPTOR)), \
   (VOID)((Descriptor)->Size = sizeof(PCSTREAMRESOURCE_DESCRIPTOR)))
typedef struct _PCSTREAMRESOURCE* PCSTREAMRESOURCE;
struct DECLSPEC_NOVTABLE IPortClsStreamResourceManager : public IUnknown {
  IRQLINT_METHOD(NTSTATUS, AddStreamResource)(PDEVICE_OBJECT Pdo, PPCSTREAMRESOURCE_DESCRIPTOR Descriptor,
                                              PCSTREAMRESOURCE* Resource) = 0;
  IRQLINT_METHOD(NTSTATUS, RemoveStreamResource)(PCSTREAMRESOURCE Resource) = 0;
};
struct DECLSPEC_NOVTABLE IPortClsStreamResourceManager2 : public IPortClsStreamResourceManager {
  IRQLINT_METHOD(NTSTATUS, AddStreamResource2)(PDEVICE_OBJECT Pdo, PVOID ResourceSet,
      PPCSTREAMRESOURCE_DESCRIPTOR Descriptor, PCSTREAMRESOURCE* Resource) = 0;
  IRQLINT_METHOD(NTSTATUS, RemoveStreamResource2)(PCSTREAMRESOURCE Resource) = 0;
};
typedef IPortClsStreamResourceManager *PPORTCLSStreamResourceManager, *PPORTCLSSTREAMRESOURCEMANAGER;
typedef IPortClsStreamResourceManager2 *PPORTCLSStreamResourceManager2, *PPORTCLSSTREAMRESOURCEMANAGER2;

// The nodes of an audio engine in hardware
typedef enum { eVolumeAttribute = 1, eMuteAttribute, ePeakMeterAttribute } eChannelTargetType;
typedef enum { eMixFormat = 1, eDeviceFormat, eSupportedDeviceFormats } eEngineFormatType;
struct DECLSPEC_NOVTABLE IMiniportAudioEngineNode : public IUnknown {
  IRQLINT_METHOD(NTSTATUS, GetAudioEngineDescriptor)(ULONG Node, KSAUDIOENGINE_DESCRIPTOR* Descriptor) = 0;
  IRQLINT_METHOD(NTSTATUS, GetGfxState)(ULONG Node, BOOL* Enable) = 0;
  IRQLINT_METHOD(NTSTATUS, SetGfxState)(ULONG Node, BOOL Enable) = 0;
  IRQLINT_METHOD(NTSTATUS, GetMixFormat)(ULONG Node, KSDATAFORMAT_WAVEFORMATEX* Format, ULONG BufferSize) = 0;
  IRQLINT_METHOD(NTSTATUS, GetDeviceFormat)(ULONG Node, KSDATAFORMAT_WAVEFORMATEX* Format, ULONG BufferSize) = 0;
  IRQLINT_METHOD(NTSTATUS, SetDeviceFormat)(ULONG Node, KSDATAFORMAT_WAVEFORMATEX* Format, ULONG BufferSize) = 0;
  IRQLINT_METHOD(NTSTATUS, GetSupportedDeviceFormats)(ULONG Node, KSMULTIPLE_ITEM* Formats, ULONG BufferSize) = 0;
  IRQLINT_METHOD(NTSTATUS, GetDeviceChannelCount)(ULONG Node, eChannelTargetType Target, UINT32* Count) = 0;
  IRQLINT_METHOD(NTSTATUS, GetDeviceAttributeSteppings)(ULONG Node, eChannelTargetType Target,
                                                        PKSPROPERTY_STEPPING_LONG Steppings, UINT32 BufferSize) = 0;
  IRQLINT_METHOD(NTSTATUS, GetDeviceChannelVolume)(ULONG Node, UINT32 Channel, LONG* Volume) = 0;
  IRQLINT_METHOD(NTSTATUS, SetDeviceChannelVolume)(ULONG Node, UINT32 Channel, LONG Volume) = 0;
  IRQLINT_METHOD(NTSTATUS, GetDeviceChannelPeakMeter)(ULONG Node, UINT32 Channel, LONG* PeakMeter) = 0;
  IRQLINT_METHOD(NTSTATUS, GetDeviceChannelMute)(ULONG Node, UINT32 Channel, BOOL* Mute) = 0;
  IRQLINT_METHOD(NTSTATUS, SetDeviceChannelMute)(ULONG Node, UINT32 Channel, BOOL Mute) = 0;
  IRQLINT_METHOD(NTSTATUS, GetEngineFormatSize)(ULONG Node, eEngineFormatType FormatType, ULONG* FormatSize) = 0;
  IRQLINT_METHOD(NTSTATUS, GetBufferSizeRange)(ULONG Node, KSDATAFORMAT_WAVEFORMATEX* Format,
                                               KSAUDIOENGINE_BUFFER_SIZE_RANGE* Range) = 0;
};
#define IMP_IMiniportAudioEngineNode \
  STDMETHODIMP_(NTSTATUS) GetAudioEngineDescriptor(ULONG Node, KSAUDIOENGINE_DESCRIPTOR* Descriptor); \
  STDMETHODIMP_(NTSTATUS) GetGfxState(ULONG Node, BOOL* Enable); \
  STDMETHODIMP_(NTSTATUS) SetGfxState(ULONG Node, BOOL Enable); \
  STDMETHODIMP_(NTSTATUS) GetMixFormat(ULONG Node, KSDATAFORMAT_WAVEFORMATEX* Format, ULONG BufferSize); \
  STDMETHODIMP_(NTSTATUS) GetDeviceFormat(ULONG Node, KSDATAFORMAT_WAVEFORMATEX* Format, ULONG BufferSize); \
  STDMETHODIMP_(NTSTATUS) SetDeviceFormat(ULONG Node, KSDATAFORMAT_WAVEFORMATEX* Format, ULONG BufferSize); \
  STDMETHODIMP_(NTSTATUS) GetSupportedDeviceFormats(ULONG Node, KSMULTIPLE_ITEM* Formats, ULONG BufferSize); \
  STDMETHODIMP_(NTSTATUS) GetDeviceChannelCount(ULONG Node, eChannelTargetType Target, UINT32* Count); \
  STDMETHODIMP_(NTSTATUS) GetDeviceAttributeSteppings(ULONG Node, eChannelTargetType Target, \
                                                      PKSPROPERTY_STEPPING_LONG Steppings, UINT32 BufferSize); \
  STDMETHODIMP_(NTSTATUS) GetDeviceChannelVolume(ULONG Node, UINT32 Channel, LONG* Volume); \
  STDMETHODIMP_(NTSTATUS) SetDeviceChannelVolume(ULONG Node, UINT32 Channel, LONG Volume); \
  STDMETHODIMP_(NTSTATUS) GetDeviceChannelPeakMeter(ULONG Node, UINT32 Channel, LONG* PeakMeter); \
  STDMETHODIMP_(NTSTATUS) GetDeviceChannelMute(ULONG Node, UINT32 Channel, BOOL* Mute); \
  STDMETHODIMP_(NTSTATUS) SetDeviceChannelMute(ULONG Node, UINT32 Channel, BOOL Mute); \
  STDMETHODIMP_(NTSTATUS) GetEngineFormatSize(ULONG Node, eEngineFormatType FormatType, ULONG* FormatSize); \
  STDMETHODIMP_(NTSTATUS) GetBufferSizeRange(ULONG Node, KSDATAFORMAT_WAVEFORMATEX* Format, \
                                             KSAUDIOENGINE_BUFFER_SIZE_RANGE* Range)
struct DECLSPEC_NOVTABLE IMiniportStreamAudioEngineNode : public IUnknown {
  IRQLINT_METHOD(NTSTATUS, GetLfxState)(BOOL* Enable) = 0;
  IRQLINT_METHOD(NTSTATUS, SetLfxState)(BOOL Enable) = 0;
  IRQLINT_METHOD(NTSTATUS, GetStreamChannelVolume)(UINT32 Channel, LONG* Volume) = 0;
  IRQLINT_METHOD(NTSTATUS, SetStreamChannelVolume)(UINT32 Channel, LONG TargetVolume, AUDIO_CURVE_TYPE CurveType,
                                                   ULONGLONG CurveDuration) = 0;
  IRQLINT_METHOD(NTSTATUS, GetStreamChannelPeakMeter)(UINT32 Channel, LONG* PeakMeter) = 0;
  IRQLINT_METHOD(NTSTATUS, GetStreamChannelMute)(UINT32 Channel, BOOL* Mute) = 0;
  IRQLINT_METHOD(NTSTATUS, SetStreamChannelMute)(UINT32 Channel, BOOL Mute) = 0;
  IRQLINT_METHOD(NTSTATUS, GetStreamAttributeSteppings)(eChannelTargetType Target, PKSPROPERTY_STEPPING_LONG Steppings,
                                                        UINT32 BufferSize) = 0;
  IRQLINT_METHOD(NTSTATUS, GetStreamChannelCount)(eChannelTargetType Target, UINT32* Count) = 0;
  IRQLINT_METHOD(NTSTATUS, GetStreamLinearBufferPosition)(ULONGLONG* Position) = 0;
  IRQLINT_METHOD(NTSTATUS, GetStreamPresentationPosition)(KSAUDIO_PRESENTATION_POSITION* Position) = 0;
  IRQLINT_METHOD(NTSTATUS, SetStreamCurrentWritePosition)(ULONG Position) = 0;
  IRQLINT_METHOD(NTSTATUS, SetStreamLoopbackProtection)(CONSTRICTOR_OPTION Option) = 0;
};
struct DECLSPEC_NOVTABLE IMiniportStreamAudioEngineNode2 : public IMiniportStreamAudioEngineNode {
  IRQLINT_METHOD(NTSTATUS, SetStreamCurrentWritePositionForLastBuffer)(ULONG Position) = 0;
};
#define IMP_IMiniportStreamAudioEngineNode \
  STDMETHODIMP_(NTSTATUS) GetLfxState(BOOL* Enable); \
  STDMETHODIMP_(NTSTATUS) SetLfxState(BOOL Enable); \
  STDMETHODIMP_(NTSTATUS) GetStreamChannelVolume(UINT32 Channel, LONG* Volume); \
  STDMETHODIMP_(NTSTATUS) SetStreamChannelVolume(UINT32 Channel, LONG TargetVolume, AUDIO_CURVE_TYPE CurveType, \
                                                 ULONGLONG CurveDuration); \
  STDMETHODIMP_(NTSTATUS) GetStreamChannelPeakMeter(UINT32 Channel, LONG* PeakMeter); \
  STDMETHODIMP_(NTSTATUS) GetStreamChannelMute(UINT32 Channel, BOOL* Mute); \
  STDMETHODIMP_(NTSTATUS) SetStreamChannelMute(UINT32 Channel, BOOL Mute); \
  STDMETHODIMP_(NTSTATUS) GetStreamAttributeSteppings(eChannelTargetType Target, PKSPROPERTY_STEPPING_LONG Steppings, \
                                                      UINT32 BufferSize); \
  STDMETHODIMP_(NTSTATUS) GetStreamChannelCount(eChannelTargetType Target, UINT32* Count); \
  STDMETHODIMP_(NTSTATUS) GetStreamLinearBufferPosition(ULONGLONG* Position); \
  STDMETHODIMP_(NTSTATUS) GetStreamPresentationPosition(KSAUDIO_PRESENTATION_POSITION* Position); \
  STDMETHODIMP_(NTSTATUS) SetStreamCurrentWritePosition(ULONG Position); \
  STDMETHODIMP_(NTSTATUS) SetStreamLoopbackProtection(CONSTRICTOR_OPTION Option)
#define IMP_IMiniportStreamAudioEngineNode2 \
  STDMETHODIMP_(NTSTATUS) SetStreamCurrentWritePositionForLastBuffer(ULONG Position)

// Declarations of older interfaces that the base headers lack
#define IMP_IMiniportTopology \
  IMP_IMiniport; \
  STDMETHODIMP_(NTSTATUS) Init(PUNKNOWN UnknownAdapter, PRESOURCELIST ResourceList, PPORTTOPOLOGY Port)
#define IMP_IMiniportMidiStream \
  STDMETHODIMP_(NTSTATUS) SetFormat(PKSDATAFORMAT DataFormat); \
  STDMETHODIMP_(NTSTATUS) SetState(KSSTATE State); \
  STDMETHODIMP_(NTSTATUS) Read(PVOID BufferAddress, ULONG BufferLength, PULONG BytesRead); \
  STDMETHODIMP_(NTSTATUS) Write(PVOID BufferAddress, ULONG BytesToWrite, PULONG BytesWritten)
#define IMP_IMiniportMidi \
  IMP_IMiniport; \
  STDMETHODIMP_(NTSTATUS) Init(PUNKNOWN UnknownAdapter, PRESOURCELIST ResourceList, PPORTMIDI Port, \
                               PSERVICEGROUP* ServiceGroup); \
  STDMETHODIMP_(void) Service(void); \
  STDMETHODIMP_(NTSTATUS) NewStream(PMINIPORTMIDISTREAM* Stream, PUNKNOWN OuterUnknown, POOL_TYPE PoolType, ULONG Pin, \
                                    BOOLEAN Capture, PKSDATAFORMAT DataFormat, PSERVICEGROUP* ServiceGroup)
#define IMP_IMiniportWaveRTStreamNotification \
  STDMETHODIMP_(NTSTATUS) AllocateBufferWithNotification(ULONG NotificationCount, ULONG RequestedSize, \
      PMDL* AudioBufferMdl, ULONG* ActualSize, ULONG* OffsetFromFirstPage, MEMORY_CACHING_TYPE* CacheType); \
  STDMETHODIMP_(VOID) FreeBufferWithNotification(PMDL AudioBufferMdl, ULONG BufferSize); \
  STDMETHODIMP_(NTSTATUS) RegisterNotificationEvent(PKEVENT NotificationEvent); \
  STDMETHODIMP_(NTSTATUS) UnregisterNotificationEvent(PKEVENT NotificationEvent)
#define IMP_IAdapterPowerManagement2 \
  IMP_IAdapterPowerManagement; \
  STDMETHODIMP_(void) PowerChangeState2(DEVICE_POWER_STATE NewDeviceState, SYSTEM_POWER_STATE NewSystemState)
#define IMP_IAdapterPowerManagement3 \
  IMP_IAdapterPowerManagement; \
  STDMETHODIMP_(void) PowerChangeState3(POWER_STATE NewState, ULONG Flags); \
  STDMETHODIMP_(NTSTATUS) D3ExitLatencyChanged(ULONG Latency)
#undef IRQLINT_METHOD
#undef IRQLINT_INTERFACE
#endif

#ifdef __cplusplus
extern "C" {
#endif
#ifndef SIZEOF_ARRAY
#define SIZEOF_ARRAY(Array) (sizeof(Array) / sizeof((Array)[0]))
#endif
#define DEFINE_PCAUTOMATION_TABLE_PROP_EVENT(Name, Properties, Events) \
  const PCAUTOMATION_TABLE Name = {sizeof((Properties)[0]), SIZEOF_ARRAY(Properties), (const PCPROPERTY_ITEM*)(Properties), \
                                   0, 0, NULL, sizeof((Events)[0]), SIZEOF_ARRAY(Events), (const PCEVENT_ITEM*)(Events), 0}
#define DEFINE_PCAUTOMATION_TABLE_EVENT(Name, Events) \
  const PCAUTOMATION_TABLE Name = {0, 0, NULL, 0, 0, NULL, sizeof((Events)[0]), SIZEOF_ARRAY(Events), \
                                   (const PCEVENT_ITEM*)(Events), 0}
NTSTATUS PcGetPhysicalDeviceObject(PDEVICE_OBJECT DeviceObject, PDEVICE_OBJECT* PhysicalDeviceObject);
NTSTATUS PcUnregisterAdapterPnpManagement(PDEVICE_OBJECT DeviceObject);
#ifdef __cplusplus
}
#endif
