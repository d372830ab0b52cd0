// The names of the interfaces that Bluetooth drivers ask for.
#pragma once

#include <guiddef.h>

#ifdef __cplusplus
extern "C" {
#endif

extern const GUID GUID_BTHDDI_PROFILE_DRIVER_INTERFACE, GUID_BTHDDI_SDP_NODE_INTERFACE, GUID_BTHDDI_SDP_PARSE_INTERFACE;

#ifdef __cplusplus
}
#endif
