// The base headers' ntddstor.h; a miniport's descriptor says whether more is known about a request.
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
#include_next <ntddstor.h>
#undef IoTimeoutValue
