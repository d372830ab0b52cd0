// The base headers' ntddstor.h, with what devices came to report later. A miniport's descriptor says whether more is
// known about a request; the descriptor of provisioned blocks says how much one command may give back.
#pragma once

#define IoTimeoutValue \
  IoTimeoutValue; \
  BOOLEAN ExtraIoInfoSupported; \
  union { \
    struct { UCHAR LogicalPoFxForDisk : 1, Reserved : 7; }; \
    UCHAR AsBYTE; \
  } Flags; \
  UCHAR Reserved0[2]; \
  ULONG Reserved1
#define UnmapGranularityAlignment \
  UnmapGranularityAlignment; \
  ULONG MaxUnmapLbaCount, MaxUnmapBlockDescriptorCount
#define MappingResourcesScope AvailableMappingResourcesScope
#include_next <ntddstor.h>
#undef IoTimeoutValue
#undef UnmapGranularityAlignment
#undef MappingResourcesScope

#include <irqlint/storage/descriptors.h>
