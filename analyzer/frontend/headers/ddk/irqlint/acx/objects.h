// Objects of the audio class extension, and the constants that describe them.
#pragma once

#define IRQLINT_ACX_HANDLE(Handle) typedef struct Handle##__* Handle
IRQLINT_ACX_HANDLE(ACXCIRCUIT);
IRQLINT_ACX_HANDLE(ACXFACTORYCIRCUIT);
IRQLINT_ACX_HANDLE(ACXSTREAM);
IRQLINT_ACX_HANDLE(ACXSTREAMBRIDGE);
IRQLINT_ACX_HANDLE(ACXPIN);
IRQLINT_ACX_HANDLE(ACXJACK);
IRQLINT_ACX_HANDLE(ACXELEMENT);
IRQLINT_ACX_HANDLE(ACXVOLUME);
IRQLINT_ACX_HANDLE(ACXMUTE);
IRQLINT_ACX_HANDLE(ACXPEAKMETER);
IRQLINT_ACX_HANDLE(ACXAUDIOENGINE);
IRQLINT_ACX_HANDLE(ACXSTREAMAUDIOENGINE);
IRQLINT_ACX_HANDLE(ACXAUDIOMODULE);
IRQLINT_ACX_HANDLE(ACXKEYWORDSPOTTER);
IRQLINT_ACX_HANDLE(ACXDATAFORMAT);
IRQLINT_ACX_HANDLE(ACXDATAFORMATLIST);
IRQLINT_ACX_HANDLE(ACXEVENT);
IRQLINT_ACX_HANDLE(ACXPNPEVENT);
IRQLINT_ACX_HANDLE(ACXOBJECTBAG);
IRQLINT_ACX_HANDLE(ACXMANAGER);
IRQLINT_ACX_HANDLE(ACXCOMPOSITETEMPLATE);
IRQLINT_ACX_HANDLE(ACXCIRCUITTEMPLATE);
IRQLINT_ACX_HANDLE(ACXMICARRAYGEOMETRY);
IRQLINT_ACX_HANDLE(ACXTARGETCIRCUIT);
IRQLINT_ACX_HANDLE(ACXTARGETFACTORYCIRCUIT);
IRQLINT_ACX_HANDLE(ACXTARGETPIN);
IRQLINT_ACX_HANDLE(ACXTARGETELEMENT);
IRQLINT_ACX_HANDLE(ACXTARGETSTREAM);
typedef WDFOBJECT ACXOBJECT;
typedef PVOID ACXCONTEXT;
typedef struct ACXCIRCUIT_INIT ACXCIRCUIT_INIT, *PACXCIRCUIT_INIT;
typedef struct ACXFACTORYCIRCUIT_INIT ACXFACTORYCIRCUIT_INIT, *PACXFACTORYCIRCUIT_INIT;
typedef struct ACXSTREAM_INIT ACXSTREAM_INIT, *PACXSTREAM_INIT;

#define IRQLINT_ACX_ENUM(Name, ...) typedef enum _##Name { __VA_ARGS__ } Name, *P##Name
IRQLINT_ACX_ENUM(ACX_CIRCUIT_TYPE, AcxCircuitTypeOther, AcxCircuitTypeRender, AcxCircuitTypeCapture,
                 AcxCircuitTypeMaximum);
IRQLINT_ACX_ENUM(ACX_PIN_TYPE, AcxPinTypeOther, AcxPinTypeSink, AcxPinTypeSource, AcxPinTypeMaximum);
IRQLINT_ACX_ENUM(ACX_PIN_COMMUNICATION, AcxPinCommunicationNone, AcxPinCommunicationSink, AcxPinCommunicationSource,
                 AcxPinCommunicationMaximum);
IRQLINT_ACX_ENUM(ACX_PIN_QUALIFIER, AcxPinQualifierUnknown, AcxPinQualifierBridgeA, AcxPinQualifierBridgeB,
                 AcxPinQualifierBridgeDevice, AcxPinQualifierMaximum);
IRQLINT_ACX_ENUM(ACX_STREAM_STATE, AcxStreamStateStop, AcxStreamStateAcquire, AcxStreamStatePause, AcxStreamStateRun,
                 AcxStreamStateMaximum);
IRQLINT_ACX_ENUM(ACX_STREAM_BRIDGE_TYPE, AcxStreamBridgeInvalidType, AcxStreamBridgeMux, AcxStreamBridgeMaximumType,
                 AcxStreamBridgeDefaultType = AcxStreamBridgeMux);
IRQLINT_ACX_ENUM(ACX_CONSTRICTOR_OPTION, AcxConstrictorOptionNone, AcxConstrictorOptionMute);
IRQLINT_ACX_ENUM(ACX_VOLUME_CURVE_TYPE, AcxVolumeCurveTypeNone, AcxVolumeCurveTypeFade);
IRQLINT_ACX_ENUM(ACX_DX_EXIT_LATENCY, AcxDxExitLatencyInstant, AcxDxExitLatencyFast, AcxDxExitLatencyResponsive);
IRQLINT_ACX_ENUM(ACX_DATAFORMAT_TYPE, AcxDataFormatKsFormat = 1, AcxDataFormatMaximum);
IRQLINT_ACX_ENUM(ACX_REQUEST_TYPE, AcxRequestTypeUnknown, AcxRequestTypeAny, AcxRequestTypeCreate,
                 AcxRequestTypeProperty, AcxRequestTypeMethod, AcxRequestTypeEvent, AcxRequestTypeResetState,
                 AcxRequestTypeMax);
IRQLINT_ACX_ENUM(ACX_ITEM_TYPE, AcxItemTypeDefault, AcxItemTypeCircuit, AcxItemTypeStream, AcxItemTypeFactoryCircuit,
                 AcxItemTypePin, AcxItemTypeElement, AcxItemTypeMax);
IRQLINT_ACX_ENUM(ACX_PROPERTY_VERB, AcxPropertyVerbNone, AcxPropertyVerbGet, AcxPropertyVerbSet,
                 AcxPropertyVerbBasicSupport, AcxPropertyVerbSetSupport, AcxPropertyVerbMax);
IRQLINT_ACX_ENUM(ACX_METHOD_VERB, AcxMethodVerbNone, AcxMethodVerbSend, AcxMethodVerbBasicSupport,
                 AcxMethodVerbSetSupport, AcxMethodVerbMax);
IRQLINT_ACX_ENUM(ACX_EVENT_VERB, AcxEventVerbNone, AcxEventVerbEnable, AcxEventVerbDisable, AcxEventVerbBasicSupport,
                 AcxEventVerbSetSupport, AcxEventVerbMax);
IRQLINT_ACX_ENUM(ACX_JACK_CONNECTION_TYPE, AcxConnTypeUnknown, AcxConnType3Point5mm, AcxConnTypeQuarter,
                 AcxConnTypeAtapiInternal, AcxConnTypeRCA, AcxConnTypeOptical, AcxConnTypeOtherDigital,
                 AcxConnTypeOtherAnalog, AcxConnTypeMultichannelAnalogDIN, AcxConnTypeXlrProfessional,
                 AcxConnTypeRJ11Modem, AcxConnTypeCombination);
IRQLINT_ACX_ENUM(ACX_JACK_GEO_LOCATION, AcxGeoLocRear = 1, AcxGeoLocFront, AcxGeoLocLeft, AcxGeoLocRight, AcxGeoLocTop,
                 AcxGeoLocBottom, AcxGeoLocRearPanel, AcxGeoLocRiser, AcxGeoLocInsideMobileLid, AcxGeoLocDrivebay,
                 AcxGeoLocHDMI, AcxGeoLocOutsideMobileLid, AcxGeoLocATAPI, AcxGeoLocNotApplicable, AcxGeoLocReserved6,
                 AcxJackGeoLocationMaximum);
IRQLINT_ACX_ENUM(ACX_JACK_GEN_LOCATION, AcxGenLocPrimaryBox, AcxGenLocInternal, AcxGenLocSeparate, AcxGenLocOther,
                 AcxJackGenLocationMaximum);
IRQLINT_ACX_ENUM(ACX_JACK_PORT_CONNECTION, AcxPortConnJack, AcxPortConnIntegratedDevice,
                 AcxPortConnBothIntegratedAndJack, AcxPortConnUnknown);
IRQLINT_ACX_ENUM(ACX_JACK_SINK_INFO_CONNECTION_TYPE, AcxJackSinkInfoConnectionTypeHdmi,
                 AcxJackSinkInfoConnectionTypeDisplayPort);
IRQLINT_ACX_ENUM(ACX_MIC_ARRAY_TYPE, AcxMicArrayTypeLinear, AcxMicArrayTypePlanar, AcxMicArrayType3d,
                 AcxMicArrayTypeMaximum);

#define AcxItemIdNone ((ULONG)-1)
#define ACX_AUDIOMODULE_MAX_NAME_CCH_SIZE 128
#define ACX_PROPERTY_ITEM_FLAG_NONE 0x00000000
#define ACX_PROPERTY_ITEM_FLAG_GET 0x00000001
#define ACX_PROPERTY_ITEM_FLAG_SET 0x00000002
#define ACX_PROPERTY_ITEM_FLAG_BASICSUPPORT 0x00000200
#define ACX_METHOD_ITEM_FLAG_NONE 0x00000000
#define ACX_METHOD_ITEM_FLAG_SEND 0x00000001

// Flags of configurations
enum { AcxDriverConfigNoFlags, AcxDeviceConfigNoFlags = 0, AcxDeviceInitConfigNoFlags = 0,
  AcxDeviceInitConfigRawDevice = 1, AcxElementConfigNoFlags = 0, AcxJackConfigNoFlags = 0, AcxJackConfigJackDetection = 1,
  AcxPinConfigNoFlags = 0, AcxPinConfigMicrophoneConfigSpecified = 1, AcxPinConfigNoDefaultDataFormatLists = 2,
  AcxObjectBagConfigNoFlags = 0, AcxObjectBagConfigEnableReads = 1, AcxObjectBagConfigEnableWrites = 2,
  AcxObjectBagConfigFailIfExist = 4, AcxObjectBagConfigOpenWithHandle = 8, AcxConnectionNoFlags = 0,
  AcxConnectionFromPinId = 1, AcxConnectionFromPinObject = 2, AcxConnectionToPinId = 4, AcxConnectionToPinObject = 8,
  AcxStreamBridgeConfigNoFlags = 0, AcxStreamBridgeInvertChangeStateSequence = 1,
  AcxStreamBridgeForwardInStreamVarArguments = 2, AcxCompositeTemplateConfigNoFlags = 0,
  AcxCompositeTemplateConfigPrivate = 1, AcxCompositeTemplateConfigSingleton = 2, AcxCircuitTemplateConfigNoFlags = 0,
  AcxCircuitTemplateCircuitOnDemand = 1, AcxTargetCircuitConfigNoFlags = 0, AcxTargetCircuitConfigLazyDataLoad = 1 };

// Names of values in object bags
#define IRQLINT_ACX_VALUE_NAME(Name, Text) static const UNICODE_STRING Name = RTL_CONSTANT_STRING(Text)
#define DECLARE_CONST_ACXOBJECTBAG_SYSTEM_PROPERTY_NAME(Name) IRQLINT_ACX_VALUE_NAME(Name, L"acx.sys." L## #Name)
#define DECLARE_CONST_ACXOBJECTBAG_SOUNDWIRE_PROPERTY_NAME(Name) IRQLINT_ACX_VALUE_NAME(Name, L"acx.sdw." L## #Name)
#define DECLARE_CONST_ACXOBJECTBAG_DRIVER_PROPERTY_NAME(Vendor, Name) \
  IRQLINT_ACX_VALUE_NAME(Name, L"acx.drv." L## #Vendor L"." L## #Name)
