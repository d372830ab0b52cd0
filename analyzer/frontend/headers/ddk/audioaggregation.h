// Audio functions on SoundWire that make up one endpoint.
#pragma once

#include <ntddk.h>
#include <windef.h>
#include <ks.h>

#ifdef __cplusplus
extern "C" {
#endif
extern const GUID KSPROPERTYSETID_SdcaAgg;
typedef enum { KSPROPERTY_SDCAAGG_AGGREGATED_DEVICES = 1 } KSPROPERTY_SDCAAGG;
typedef struct _SDCA_AGGREGATION_DEVICE {
  ULONG Size;
  ULONG FunctionId;
} SDCA_AGGREGATION_DEVICE, *PSDCA_AGGREGATION_DEVICE;
typedef struct _SDCA_AGGREGATION_DEVICES {
  ULONG Size;
  ULONG FunctionCount;
  SDCA_AGGREGATION_DEVICE FunctionIds[ANYSIZE_ARRAY];
} SDCA_AGGREGATION_DEVICES, *PSDCA_AGGREGATION_DEVICES;
#ifdef __cplusplus
}
#endif
