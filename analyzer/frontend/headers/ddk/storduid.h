// The base headers' storduid.h with what a query for the identifier may ask for.
#pragma once

#include_next <storduid.h>

#define DUID_VERSION_1 1
#define DUID_HARDWARE_IDS_ONLY 0
#define DUID_INCLUDE_SOFTWARE_IDS 1
typedef enum _DUID_MATCH_STATUS { DuidExactMatch, DuidSubIdMatch, DuidNoMatch, DuidErrorGeneral = 100,
  DuidErrorMissingDuid, DuidErrorVersionMismatch, DuidErrorInvalidDuid, DuidErrorInvalidDeviceIdDescSize,
  DuidErrorInvalidDeviceDescSize, DuidErrorInvalidLayoutSigSize, DuidErrorInvalidLayoutSigVersion,
  DuidErrorMaximum } DUID_MATCH_STATUS;
