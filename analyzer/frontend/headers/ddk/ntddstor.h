// The base headers' ntddstor.h; a miniport's descriptor says whether more is known about a request.
#pragma once

#define IoTimeoutValue \
  IoTimeoutValue; \
  BOOLEAN ExtraIoInfoSupported
#include_next <ntddstor.h>
#undef IoTimeoutValue
