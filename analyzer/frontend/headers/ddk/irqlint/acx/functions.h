// Functions of the audio class extension.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

// Drivers and devices
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxDriverInitialize(WDFDRIVER Driver, PACX_DRIVER_CONFIG Config);
_IRQL_requires_max_(PASSIVE_LEVEL) BOOLEAN AcxDriverIsVersionAvailable(WDFDRIVER Driver,
    PACX_DRIVER_VERSION_AVAILABLE_PARAMS VersionAvailableParams);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxDeviceInitInitialize(PWDFDEVICE_INIT DeviceInit, PACX_DEVICEINIT_CONFIG
    Config);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxDeviceInitialize(WDFDEVICE Device, PACX_DEVICE_CONFIG Config);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxDeviceAddCircuit(WDFDEVICE Device, ACXCIRCUIT Circuit);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxDeviceRemoveCircuit(WDFDEVICE Device, ACXCIRCUIT Circuit);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxDeviceDetachCircuit(WDFDEVICE Device, ACXCIRCUIT Circuit);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxDeviceAddCircuitDevice(WDFDEVICE Parent, WDFDEVICE Device);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxDeviceAddFactoryCircuit(WDFDEVICE Device, ACXFACTORYCIRCUIT Factory);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxDeviceRemoveCircuitDevice(WDFDEVICE Parent, WDFDEVICE Device);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxDeviceRemoveFactoryCircuit(WDFDEVICE Device, ACXFACTORYCIRCUIT
    Factory);
_IRQL_requires_max_(PASSIVE_LEVEL) ACX_DX_EXIT_LATENCY AcxDeviceGetCurrentDxExitLatency(WDFDEVICE Device, POWER_ACTION
    SystemPowerAction, WDF_POWER_DEVICE_STATE DeviceState);

// Circuits
_IRQL_requires_max_(PASSIVE_LEVEL) PACXCIRCUIT_INIT AcxCircuitInitAllocate(WDFDEVICE Device);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID AcxCircuitInitFree(PACXCIRCUIT_INIT CircuitInit);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID AcxCircuitInitSetComponentId(PACXCIRCUIT_INIT CircuitInit, const GUID*
    ComponentId);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxCircuitInitAssignComponentUri(PACXCIRCUIT_INIT CircuitInit,
    PCUNICODE_STRING ComponentUri);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxCircuitInitAssignName(PACXCIRCUIT_INIT CircuitInit, PCUNICODE_STRING
    Name);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxCircuitInitAssignCategories(PACXCIRCUIT_INIT CircuitInit, const GUID*
    Categories, ULONG CategoriesCount);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxCircuitInitAssignProperties(PACXCIRCUIT_INIT CircuitInit,
    PACX_PROPERTY_ITEM Properties, ULONG PropertiesCount);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxCircuitInitAssignMethods(PACXCIRCUIT_INIT CircuitInit, PACX_METHOD_ITEM
    Methods, ULONG MethodsCount);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxCircuitInitAssignAcxRequestPreprocessCallback(PACXCIRCUIT_INIT
    CircuitInit, PFN_ACX_OBJECT_PREPROCESS_REQUEST Callback, ACXCONTEXT DriverContext, ACX_REQUEST_TYPE RequestType,
    const GUID* Set, ULONG Id);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID AcxCircuitInitSetAcxCircuitPnpPowerCallbacks(PACXCIRCUIT_INIT CircuitInit,
    PACX_CIRCUIT_PNPPOWER_CALLBACKS PnpPowerCallbacks);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID AcxCircuitInitSetCircuitType(PACXCIRCUIT_INIT CircuitInit, ACX_CIRCUIT_TYPE
    CircuitType);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID AcxCircuitInitSetAcxCircuitCompositeCallbacks(PACXCIRCUIT_INIT CircuitInit,
    PACX_CIRCUIT_COMPOSITE_CALLBACKS Callbacks);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxCircuitInitAssignAcxCreateStreamCallback(PACXCIRCUIT_INIT CircuitInit,
    PFN_ACX_CIRCUIT_CREATE_STREAM Callback);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID AcxCircuitInitDisableDefaultStreamBridgeHandling(PACXCIRCUIT_INIT
    CircuitInit);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxCircuitCreate(WDFDEVICE Device, PWDF_OBJECT_ATTRIBUTES Attributes,
    PACXCIRCUIT_INIT* CircuitInit, ACXCIRCUIT* Circuit);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxCircuitAddElements(ACXCIRCUIT Circuit, ACXELEMENT* Elements, ULONG
    ElementsCount);

// Factories of circuits
_IRQL_requires_max_(PASSIVE_LEVEL) PACXFACTORYCIRCUIT_INIT AcxFactoryCircuitInitAllocate(WDFDEVICE Device);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID AcxFactoryCircuitInitFree(PACXFACTORYCIRCUIT_INIT CircuitInit);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID AcxFactoryCircuitInitSetComponentId(PACXFACTORYCIRCUIT_INIT CircuitInit, const
    GUID* ComponentId);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxFactoryCircuitInitAssignComponentUri(PACXFACTORYCIRCUIT_INIT
    CircuitInit, PCUNICODE_STRING ComponentUri);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxFactoryCircuitInitAssignName(PACXFACTORYCIRCUIT_INIT CircuitInit,
    PCUNICODE_STRING Name);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxFactoryCircuitInitAssignCategories(PACXFACTORYCIRCUIT_INIT CircuitInit,
    const GUID* Categories, ULONG CategoriesCount);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxFactoryCircuitInitAssignProperties(PACXFACTORYCIRCUIT_INIT CircuitInit,
    PACX_PROPERTY_ITEM Properties, ULONG PropertiesCount);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxFactoryCircuitInitAssignMethods(PACXFACTORYCIRCUIT_INIT CircuitInit,
    PACX_METHOD_ITEM Methods, ULONG MethodsCount);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS
    AcxFactoryCircuitInitAssignAcxRequestPreprocessCallback(PACXFACTORYCIRCUIT_INIT CircuitInit,
    PFN_ACX_OBJECT_PREPROCESS_REQUEST Callback, ACXCONTEXT DriverContext, ACX_REQUEST_TYPE RequestType, const GUID*
    Set, ULONG Id);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID AcxFactoryCircuitInitSetAcxCircuitPnpPowerCallbacks(PACXFACTORYCIRCUIT_INIT
    CircuitInit, PACX_FACTORY_CIRCUIT_PNPPOWER_CALLBACKS PnpPowerCallbacks);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID AcxFactoryCircuitInitSetOperationCallbacks(PACXFACTORYCIRCUIT_INIT
    CircuitInit, PACX_FACTORY_CIRCUIT_OPERATION_CALLBACKS Callbacks);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxFactoryCircuitCreate(WDFDEVICE Device, PWDF_OBJECT_ATTRIBUTES
    Attributes, PACXFACTORYCIRCUIT_INIT* CircuitInit, ACXFACTORYCIRCUIT* Circuit);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxFactoryCircuitAddElements(ACXFACTORYCIRCUIT Circuit, ACXELEMENT*
    Elements, ULONG ElementsCount);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxCircuitAddEvents(ACXCIRCUIT Circuit, ACXEVENT* Events, ULONG
    EventsCount);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxCircuitAddConnections(ACXCIRCUIT Circuit, PACX_CONNECTION Connections,
    ULONG ConnectionsCount);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxCircuitAddPins(ACXCIRCUIT Circuit, ACXPIN* Pins, ULONG PinsCount);
_IRQL_requires_max_(DISPATCH_LEVEL) ACXELEMENT AcxCircuitGetElementById(ACXCIRCUIT Circuit, ULONG ElementId);
_IRQL_requires_max_(DISPATCH_LEVEL) ACXPIN AcxCircuitGetPinById(ACXCIRCUIT Circuit, ULONG PinId);
_IRQL_requires_max_(DISPATCH_LEVEL) WDFDEVICE AcxCircuitGetWdfDevice(ACXCIRCUIT Circuit);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID AcxCircuitDispatchAcxRequest(ACXCIRCUIT Circuit, WDFREQUEST Request);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID AcxRequestGetParameters(WDFREQUEST Request, PACX_REQUEST_PARAMETERS
    Parameters);

// Templates of circuits
_IRQL_requires_max_(PASSIVE_LEVEL) ACXMANAGER AcxGetManager(PVOID Reserved);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxManagerAddCompositeTemplate(ACXMANAGER Manager, ACXCOMPOSITETEMPLATE
    CompositeTemplate);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxManagerRemoveCompositeTemplate(ACXMANAGER Manager, ACXCOMPOSITETEMPLATE
    CompositeTemplate);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxCompositeTemplateCreate(WDFDRIVER Driver, PWDF_OBJECT_ATTRIBUTES
    Attributes, PACX_COMPOSITE_TEMPLATE_CONFIG Config, ACXCOMPOSITETEMPLATE* CompositeTemplate);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxCompositeTemplateAssignCircuits(ACXCOMPOSITETEMPLATE CompositeTemplate,
    ACXCIRCUITTEMPLATE* CircuitTemplates, ULONG CircuitTemplatesCount);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID AcxCompositeTemplateSetCoreCircuit(ACXCOMPOSITETEMPLATE CompositeTemplate,
    ACXCIRCUITTEMPLATE CircuitTemplate);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxCircuitTemplateCreate(WDFDRIVER Driver, PWDF_OBJECT_ATTRIBUTES
    Attributes, PACX_CIRCUIT_TEMPLATE_CONFIG Config, ACXCIRCUITTEMPLATE* CircuitTemplate);

// Data formats
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxDataFormatCreate(WDFDEVICE Device, PWDF_OBJECT_ATTRIBUTES Attributes,
    PACX_DATAFORMAT_CONFIG Config, ACXDATAFORMAT* Format);
_IRQL_requires_max_(DISPATCH_LEVEL) ULONG AcxDataFormatGetChannelsCount(ACXDATAFORMAT Format);
_IRQL_requires_max_(DISPATCH_LEVEL) ULONG AcxDataFormatGetChannelMask(ACXDATAFORMAT Format);
_IRQL_requires_max_(DISPATCH_LEVEL) ULONG AcxDataFormatGetSampleSize(ACXDATAFORMAT Format);
_IRQL_requires_max_(DISPATCH_LEVEL) ULONG AcxDataFormatGetBitsPerSample(ACXDATAFORMAT Format);
_IRQL_requires_max_(DISPATCH_LEVEL) ULONG AcxDataFormatGetValidBitsPerSample(ACXDATAFORMAT Format);
_IRQL_requires_max_(DISPATCH_LEVEL) ULONG AcxDataFormatGetSamplesPerBlock(ACXDATAFORMAT Format);
_IRQL_requires_max_(DISPATCH_LEVEL) ULONG AcxDataFormatGetBlockAlign(ACXDATAFORMAT Format);
_IRQL_requires_max_(DISPATCH_LEVEL) ULONG AcxDataFormatGetSampleRate(ACXDATAFORMAT Format);
_IRQL_requires_max_(DISPATCH_LEVEL) ULONG AcxDataFormatGetAverageBytesPerSec(ACXDATAFORMAT Format);
_IRQL_requires_max_(DISPATCH_LEVEL) PVOID AcxDataFormatGetKsDataFormat(ACXDATAFORMAT Format);
_IRQL_requires_max_(DISPATCH_LEVEL) PVOID AcxDataFormatGetWaveFormatEx(ACXDATAFORMAT Format);
_IRQL_requires_max_(DISPATCH_LEVEL) PVOID AcxDataFormatGetWaveFormatExtensible(ACXDATAFORMAT Format);
_IRQL_requires_max_(DISPATCH_LEVEL) BOOLEAN AcxDataFormatIsEqual(ACXDATAFORMAT Format1, ACXDATAFORMAT Format2);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxDataFormatListCreate(WDFDEVICE Device, PWDF_OBJECT_ATTRIBUTES
    Attributes, PACX_DATAFORMAT_LIST_CONFIG Config, ACXDATAFORMATLIST* FormatList);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxDataFormatListAddDataFormat(ACXDATAFORMATLIST FormatList, ACXDATAFORMAT
    Format);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxDataFormatListRemoveDataFormat(ACXDATAFORMATLIST FormatList,
    ACXDATAFORMAT Format);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxDataFormatListAssignDefaultDataFormat(ACXDATAFORMATLIST FormatList,
    ACXDATAFORMAT Format);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID AcxDataFormatListRemoveDataFormats(ACXDATAFORMATLIST FormatList);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxDataFormatListRetrieveDefaultDataFormat(ACXDATAFORMATLIST FormatList,
    ACXDATAFORMAT* Format);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID AcxDataFormatListBeginIteration(ACXDATAFORMATLIST FormatList,
    PACX_DATAFORMAT_LIST_ITERATOR Iterator);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID AcxDataFormatListEndIteration(ACXDATAFORMATLIST FormatList,
    PACX_DATAFORMAT_LIST_ITERATOR Iterator);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxDataFormatListRetrieveNextFormat(ACXDATAFORMATLIST FormatList,
    PACX_DATAFORMAT_LIST_ITERATOR Iterator, ACXDATAFORMAT* Format);

// Pins and jacks
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxPinCreate(ACXCIRCUIT Circuit, PWDF_OBJECT_ATTRIBUTES Attributes,
    PACX_PIN_CONFIG Config, ACXPIN* Pin);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxPinAddJacks(ACXPIN Pin, ACXJACK* Jacks, ULONG JacksCount);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxPinAddEvents(ACXPIN Pin, ACXEVENT* Events, ULONG EventsCount);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxPinAddStreamBridges(ACXPIN Pin, ACXSTREAMBRIDGE* StreamBridges, ULONG
    StreamBridgesCount);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxPinRetrieveModeDataFormatList(ACXPIN Pin, const GUID*
    SignalProcessingMode, ACXDATAFORMATLIST* FormatList);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxPinAssignModeDataFormatList(ACXPIN Pin, const GUID*
    SignalProcessingMode, ACXDATAFORMATLIST FormatList);
_IRQL_requires_max_(DISPATCH_LEVEL) ACXDATAFORMATLIST AcxPinGetRawDataFormatList(ACXPIN Pin);
_IRQL_requires_max_(DISPATCH_LEVEL) ACXCIRCUIT AcxPinGetCircuit(ACXPIN Pin);
_IRQL_requires_max_(DISPATCH_LEVEL) ACX_PIN_TYPE AcxPinGetType(ACXPIN Pin);
_IRQL_requires_max_(DISPATCH_LEVEL) ULONG AcxPinGetId(ACXPIN Pin);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxPinNotifyDataFormatChange(ACXPIN Pin);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxJackCreate(ACXPIN Pin, PWDF_OBJECT_ATTRIBUTES Attributes,
    PACX_JACK_CONFIG Config, ACXJACK* Jack);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID AcxJackChangeStateNotification(ACXJACK Jack);

// Elements and events
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxElementCreate(ACXOBJECT Parent, PWDF_OBJECT_ATTRIBUTES Attributes,
    PACX_ELEMENT_CONFIG Config, ACXELEMENT* Element);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxVolumeCreate(ACXOBJECT Parent, PWDF_OBJECT_ATTRIBUTES Attributes,
    PACX_VOLUME_CONFIG Config, ACXVOLUME* Element);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxMuteCreate(ACXOBJECT Parent, PWDF_OBJECT_ATTRIBUTES Attributes,
    PACX_MUTE_CONFIG Config, ACXMUTE* Element);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxPeakMeterCreate(ACXOBJECT Parent, PWDF_OBJECT_ATTRIBUTES Attributes,
    PACX_PEAKMETER_CONFIG Config, ACXPEAKMETER* Element);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxAudioModuleCreate(ACXOBJECT Parent, PWDF_OBJECT_ATTRIBUTES Attributes,
    PACX_AUDIOMODULE_CONFIG Config, ACXAUDIOMODULE* Element);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxKeywordSpotterCreate(ACXOBJECT Parent, PWDF_OBJECT_ATTRIBUTES
    Attributes, PACX_KEYWORDSPOTTER_CONFIG Config, ACXKEYWORDSPOTTER* Element);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxAudioEngineCreate(ACXCIRCUIT Circuit, PWDF_OBJECT_ATTRIBUTES
    Attributes, PACX_AUDIOENGINE_CONFIG Config, ACXAUDIOENGINE* AudioEngine);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxStreamAudioEngineCreate(ACXSTREAM Stream, ACXAUDIOENGINE AudioEngine,
    PWDF_OBJECT_ATTRIBUTES Attributes, PACX_STREAMAUDIOENGINE_CONFIG Config, ACXSTREAMAUDIOENGINE* StreamAudioEngine);
_IRQL_requires_max_(DISPATCH_LEVEL) ACXDATAFORMATLIST AcxAudioEngineGetDeviceFormatList(ACXAUDIOENGINE AudioEngine);
_IRQL_requires_max_(DISPATCH_LEVEL) ACXSTREAM AcxStreamAudioEngineGetStream(ACXSTREAMAUDIOENGINE StreamAudioEngine);
_IRQL_requires_max_(DISPATCH_LEVEL) ULONG AcxElementGetId(ACXELEMENT Element);
_IRQL_requires_max_(DISPATCH_LEVEL) ACXOBJECT AcxElementGetContainer(ACXELEMENT Element);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID AcxVolumeChangeLevelNotification(ACXVOLUME Volume);
_IRQL_requires_max_(DISPATCH_LEVEL) VOID AcxMuteChangeStateNotification(ACXMUTE Mute);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxEventCreate(ACXOBJECT Object, PWDF_OBJECT_ATTRIBUTES Attributes,
    PACX_EVENT_CONFIG Config, ACXEVENT* Event);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxPnpEventCreate(WDFDEVICE Device, ACXOBJECT Object,
    PWDF_OBJECT_ATTRIBUTES Attributes, PACX_PNPEVENT_CONFIG Config, ACXPNPEVENT* Event);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxPnpEventGenerateEvent(ACXPNPEVENT Event, PVOID EventData, USHORT
    EventDataCb);

// Streams
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxStreamInitAssignProperties(PACXSTREAM_INIT StreamInit,
    PACX_PROPERTY_ITEM Properties, ULONG PropertiesCount);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxStreamInitAssignMethods(PACXSTREAM_INIT StreamInit, PACX_METHOD_ITEM
    Methods, ULONG MethodsCount);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxStreamInitAssignAcxRequestPreprocessCallback(PACXSTREAM_INIT
    StreamInit, PFN_ACX_OBJECT_PREPROCESS_REQUEST Callback, ACXCONTEXT DriverContext, ACX_REQUEST_TYPE RequestType,
    const GUID* Set, ULONG Id);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxStreamInitAssignAcxStreamCallbacks(PACXSTREAM_INIT StreamInit,
    PACX_STREAM_CALLBACKS Callbacks);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxStreamInitAssignAcxRtStreamCallbacks(PACXSTREAM_INIT StreamInit,
    PACX_RT_STREAM_CALLBACKS Callbacks);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID AcxStreamInitSetAcxRtStreamSupportsNotifications(PACXSTREAM_INIT StreamInit);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxStreamCreate(WDFDEVICE Device, ACXCIRCUIT Circuit,
    PWDF_OBJECT_ATTRIBUTES Attributes, PACXSTREAM_INIT* StreamInit, ACXSTREAM* Stream);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxRtStreamCreate(WDFDEVICE Device, ACXCIRCUIT Circuit,
    PWDF_OBJECT_ATTRIBUTES Attributes, PACXSTREAM_INIT* StreamInit, ACXSTREAM* Stream);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxStreamAddEvents(ACXSTREAM Stream, ACXEVENT* Events, ULONG EventsCount);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxStreamAddElements(ACXSTREAM Stream, ACXELEMENT* Elements, ULONG
    ElementsCount);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxStreamAddConnections(ACXSTREAM Stream, PACX_CONNECTION Connections,
    ULONG ConnectionsCount);
_IRQL_requires_max_(DISPATCH_LEVEL) ACXELEMENT AcxStreamGetElementById(ACXSTREAM Stream, ULONG ElementId);
_IRQL_requires_max_(DISPATCH_LEVEL) ACXCIRCUIT AcxStreamGetCircuit(ACXSTREAM Stream);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID AcxStreamDispatchAcxRequest(ACXSTREAM Stream, WDFREQUEST Request);
_IRQL_requires_max_(DISPATCH_LEVEL) NTSTATUS AcxRtStreamNotifyPacketComplete(ACXSTREAM Stream, ULONGLONG
    CompletedPacket, ULONGLONG QPCCompleted);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxStreamBridgeCreate(ACXCIRCUIT Circuit, PWDF_OBJECT_ATTRIBUTES
    Attributes, PACX_STREAM_BRIDGE_CONFIG Config, ACXSTREAMBRIDGE* StreamBridge);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxStreamBridgeAddStream(ACXSTREAMBRIDGE StreamBridge, ACXSTREAM Stream);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID AcxStreamBridgeRemoveStream(ACXSTREAMBRIDGE StreamBridge, ACXSTREAM Stream);
_IRQL_requires_max_(PASSIVE_LEVEL) ACXTARGETSTREAM AcxStreamBridgeGetTargetStream(ACXSTREAMBRIDGE StreamBridge,
    ACXSTREAM Stream);

// Object bags
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxObjectBagCreate(PWDF_OBJECT_ATTRIBUTES Attributes,
    PACX_OBJECTBAG_CONFIG Config, ACXOBJECTBAG* ObjectBag);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxObjectBagOpen(PWDF_OBJECT_ATTRIBUTES Attributes, PACX_OBJECTBAG_CONFIG
    Config, ACXOBJECTBAG* ObjectBag);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxObjectBagAddI1(ACXOBJECTBAG ObjectBag, PCUNICODE_STRING ValueName, CHAR
    Value);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxObjectBagRetrieveI1(ACXOBJECTBAG ObjectBag, PCUNICODE_STRING ValueName,
    CHAR* Value);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxObjectBagAddUI1(ACXOBJECTBAG ObjectBag, PCUNICODE_STRING ValueName,
    UCHAR Value);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxObjectBagRetrieveUI1(ACXOBJECTBAG ObjectBag, PCUNICODE_STRING
    ValueName, UCHAR* Value);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxObjectBagAddI2(ACXOBJECTBAG ObjectBag, PCUNICODE_STRING ValueName,
    SHORT Value);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxObjectBagRetrieveI2(ACXOBJECTBAG ObjectBag, PCUNICODE_STRING ValueName,
    SHORT* Value);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxObjectBagAddUI2(ACXOBJECTBAG ObjectBag, PCUNICODE_STRING ValueName,
    USHORT Value);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxObjectBagRetrieveUI2(ACXOBJECTBAG ObjectBag, PCUNICODE_STRING
    ValueName, USHORT* Value);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxObjectBagAddI4(ACXOBJECTBAG ObjectBag, PCUNICODE_STRING ValueName, LONG
    Value);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxObjectBagRetrieveI4(ACXOBJECTBAG ObjectBag, PCUNICODE_STRING ValueName,
    LONG* Value);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxObjectBagAddUI4(ACXOBJECTBAG ObjectBag, PCUNICODE_STRING ValueName,
    ULONG Value);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxObjectBagRetrieveUI4(ACXOBJECTBAG ObjectBag, PCUNICODE_STRING
    ValueName, ULONG* Value);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxObjectBagAddI8(ACXOBJECTBAG ObjectBag, PCUNICODE_STRING ValueName,
    LONGLONG Value);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxObjectBagRetrieveI8(ACXOBJECTBAG ObjectBag, PCUNICODE_STRING ValueName,
    LONGLONG* Value);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxObjectBagAddUI8(ACXOBJECTBAG ObjectBag, PCUNICODE_STRING ValueName,
    ULONGLONG Value);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxObjectBagRetrieveUI8(ACXOBJECTBAG ObjectBag, PCUNICODE_STRING
    ValueName, ULONGLONG* Value);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxObjectBagAddSizeT(ACXOBJECTBAG ObjectBag, PCUNICODE_STRING ValueName,
    SIZE_T Value);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxObjectBagRetrieveSizeT(ACXOBJECTBAG ObjectBag, PCUNICODE_STRING
    ValueName, SIZE_T* Value);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxObjectBagAddGuid(ACXOBJECTBAG ObjectBag, PCUNICODE_STRING ValueName,
    GUID Value);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxObjectBagRetrieveGuid(ACXOBJECTBAG ObjectBag, PCUNICODE_STRING
    ValueName, GUID* Value);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxObjectBagAddString(ACXOBJECTBAG ObjectBag, PCUNICODE_STRING ValueName,
    WDFSTRING Value);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxObjectBagAddUnicodeString(ACXOBJECTBAG ObjectBag, PCUNICODE_STRING
    ValueName, PCUNICODE_STRING Value);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxObjectBagAddBlob(ACXOBJECTBAG ObjectBag, PCUNICODE_STRING ValueName,
    WDFMEMORY Value);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxObjectBagRetrieveString(ACXOBJECTBAG ObjectBag, PCUNICODE_STRING
    ValueName, WDFSTRING Value);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxObjectBagRetrieveBlob(ACXOBJECTBAG ObjectBag, PCUNICODE_STRING
    ValueName, PWDF_OBJECT_ATTRIBUTES Attributes, WDFMEMORY* Value);

// Circuits of other drivers
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxTargetCircuitCreate(WDFDEVICE Device, PWDF_OBJECT_ATTRIBUTES
    Attributes, PACX_TARGET_CIRCUIT_CONFIG Config, ACXTARGETCIRCUIT* TargetCircuit);
_IRQL_requires_max_(DISPATCH_LEVEL) ULONG AcxTargetCircuitGetPinsCount(ACXTARGETCIRCUIT TargetCircuit);
_IRQL_requires_max_(DISPATCH_LEVEL) ULONG AcxTargetCircuitGetElementsCount(ACXTARGETCIRCUIT TargetCircuit);
_IRQL_requires_max_(DISPATCH_LEVEL) ACXTARGETPIN AcxTargetCircuitGetTargetPin(ACXTARGETCIRCUIT TargetCircuit, ULONG
    Index);
_IRQL_requires_max_(DISPATCH_LEVEL) ACXTARGETELEMENT AcxTargetCircuitGetTargetElement(ACXTARGETCIRCUIT TargetCircuit,
    ULONG Index);
_IRQL_requires_max_(DISPATCH_LEVEL) GUID AcxTargetElementGetType(ACXTARGETELEMENT TargetElement);
_IRQL_requires_max_(DISPATCH_LEVEL) WDFIOTARGET AcxTargetCircuitGetWdfIoTarget(ACXTARGETCIRCUIT Target);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxTargetCircuitFormatRequestForProperty(ACXTARGETCIRCUIT Target,
    WDFREQUEST Request, PACX_REQUEST_PARAMETERS Parameters);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxTargetCircuitFormatRequestForMethod(ACXTARGETCIRCUIT Target, WDFREQUEST
    Request, PACX_REQUEST_PARAMETERS Parameters);
_IRQL_requires_max_(DISPATCH_LEVEL) ULONG AcxTargetPinGetId(ACXTARGETPIN Target);
_IRQL_requires_max_(DISPATCH_LEVEL) WDFIOTARGET AcxTargetPinGetWdfIoTarget(ACXTARGETPIN Target);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxTargetPinFormatRequestForProperty(ACXTARGETPIN Target, WDFREQUEST
    Request, PACX_REQUEST_PARAMETERS Parameters);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxTargetPinFormatRequestForMethod(ACXTARGETPIN Target, WDFREQUEST
    Request, PACX_REQUEST_PARAMETERS Parameters);
_IRQL_requires_max_(DISPATCH_LEVEL) ULONG AcxTargetElementGetId(ACXTARGETELEMENT Target);
_IRQL_requires_max_(DISPATCH_LEVEL) WDFIOTARGET AcxTargetElementGetWdfIoTarget(ACXTARGETELEMENT Target);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxTargetElementFormatRequestForProperty(ACXTARGETELEMENT Target,
    WDFREQUEST Request, PACX_REQUEST_PARAMETERS Parameters);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxTargetElementFormatRequestForMethod(ACXTARGETELEMENT Target, WDFREQUEST
    Request, PACX_REQUEST_PARAMETERS Parameters);
_IRQL_requires_max_(DISPATCH_LEVEL) WDFIOTARGET AcxTargetStreamGetWdfIoTarget(ACXTARGETSTREAM Target);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxTargetStreamFormatRequestForProperty(ACXTARGETSTREAM Target, WDFREQUEST
    Request, PACX_REQUEST_PARAMETERS Parameters);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxTargetStreamFormatRequestForMethod(ACXTARGETSTREAM Target, WDFREQUEST
    Request, PACX_REQUEST_PARAMETERS Parameters);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxTargetPinRetrieveModeDataFormatList(ACXTARGETPIN TargetPin, const GUID*
    SignalProcessingMode, ACXDATAFORMATLIST* FormatList);

// Protected content
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxDrmAddContentHandlers(ULONG ContentId, PVOID* Handlers, ULONG
    HandlersCount);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxDrmCreateContentMixed(PULONG ContentIds, ULONG ContentIdsCount, PULONG
    MixedContentId);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxDrmDestroyContent(ULONG ContentId);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxDrmForwardContentToDeviceObject(ULONG ContentId, PACXDRMFORWARD
    Forward);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS AcxDrmRetrieveContentRights(ULONG ContentId, PACXDRMRIGHTS Rights);

#define ACX_IS_FUNCTION_AVAILABLE(Function) TRUE
#define ACX_IS_STRUCTURE_AVAILABLE(Structure) TRUE
#define ACX_IS_FIELD_AVAILABLE(Structure, Field) TRUE

#ifdef __cplusplus
}
#endif
