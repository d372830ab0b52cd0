// Elements of the records by which Bluetooth services are described.
#pragma once

#include <bthdef.h>
#include_next <bthsdpdef.h>

typedef SDP_LARGE_INTEGER_16 *PSDP_LARGE_INTEGER_16, *LPSDP_LARGE_INTEGER_16;
typedef SDP_ULARGE_INTEGER_16 *PSDP_ULARGE_INTEGER_16, *LPSDP_ULARGE_INTEGER_16;
