// Descriptions of human interface devices, for drivers between the class and its devices.
#pragma once

#include <hidpi.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _HIDP_COLLECTION_DESC {
  USAGE UsagePage, Usage;
  UCHAR CollectionNumber, Reserved[15];
  USHORT InputLength, OutputLength, FeatureLength, PreparsedDataLength;
  PHIDP_PREPARSED_DATA PreparsedData;
} HIDP_COLLECTION_DESC, *PHIDP_COLLECTION_DESC;
typedef struct _HIDP_REPORT_IDS { UCHAR ReportID, CollectionNumber; USHORT InputLength, OutputLength, FeatureLength; }
    HIDP_REPORT_IDS, *PHIDP_REPORT_IDS;
typedef struct _HIDP_GETCOLDESC_DBG { ULONG BreakOffset, ErrorCode, Args[6]; } HIDP_GETCOLDESC_DBG,
    *PHIDP_GETCOLDESC_DBG;
typedef struct _HIDP_DEVICE_DESC {
  PHIDP_COLLECTION_DESC CollectionDesc;
  ULONG CollectionDescLength;
  PHIDP_REPORT_IDS ReportIDs;
  ULONG ReportIDsLength;
  HIDP_GETCOLDESC_DBG Dbg;
} HIDP_DEVICE_DESC, *PHIDP_DEVICE_DESC;
NTSTATUS HidP_GetCollectionDescription(PHIDP_REPORT_DESCRIPTOR ReportDesc, ULONG DescLength, POOL_TYPE PoolType,
    PHIDP_DEVICE_DESC DeviceDescription);
VOID HidP_FreeCollectionDescription(PHIDP_DEVICE_DESC DeviceDescription);
NTSTATUS HidP_SysPowerEvent(PCHAR HidPacket, USHORT HidPacketLength, PHIDP_PREPARSED_DATA Ppd, PULONG OutputBuffer);
NTSTATUS HidP_SysPowerCaps(PHIDP_PREPARSED_DATA Ppd, PULONG OutputBuffer);

#ifdef __cplusplus
}
#endif
