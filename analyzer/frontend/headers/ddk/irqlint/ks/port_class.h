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
typedef enum { eMINIPORT_BUFFER_COMPLETE, eMINIPORT_FORMAT_CHANGE } EPcMiniportEngineEventIds;
typedef enum {
  eMINIPORT_IHV_DEFINED, eMINIPORT_BUFFER_COMPLETE_EVENT, eMINIPORT_PIN_STATE, eMINIPORT_GET_STREAM_POS,
  eMINIPORT_SET_WAVERT_BUFFER_WRITE_POSITION, eMINIPORT_GET_PRESENTATION_POS, eMINIPORT_PROGRAM_DMA,
  eMINIPORT_GLITCH_REPORT, eMINIPORT_LAST_BUFFER_RENDERED, eMINIPORT_PROCESSING_MODE, eMINIPORT_FX_CLSID
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
  IRQLINT_METHOD(void, SendNotificationBuffer)(const GUID* NotificationId, PPCNOTIFICATION_BUFFER NotificationBuffer) = 0;
};
typedef IPortClsNotifications* PPORTCLSNOTIFICATIONS;
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
  IRQLINT_METHOD(NTSTATUS, AddStreamResource2)(PDEVICE_OBJECT Pdo, PPCSTREAMRESOURCE_DESCRIPTOR Descriptor,
                                               PCSTREAMRESOURCE* Resource) = 0;
  IRQLINT_METHOD(NTSTATUS, RemoveStreamResource2)(PCSTREAMRESOURCE Resource) = 0;
};
typedef IPortClsStreamResourceManager *PPORTCLSStreamResourceManager, *PPORTCLSSTREAMRESOURCEMANAGER;
typedef IPortClsStreamResourceManager2 *PPORTCLSStreamResourceManager2, *PPORTCLSSTREAMRESOURCEMANAGER2;
#undef IRQLINT_METHOD
#undef IRQLINT_INTERFACE
#endif

#ifdef __cplusplus
extern "C" {
#endif
NTSTATUS PcGetPhysicalDeviceObject(PDEVICE_OBJECT DeviceObject, PDEVICE_OBJECT* PhysicalDeviceObject);
NTSTATUS PcUnregisterAdapterPnpManagement(PDEVICE_OBJECT DeviceObject);
#ifdef __cplusplus
}
#endif
