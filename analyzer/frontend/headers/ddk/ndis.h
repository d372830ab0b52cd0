// NDIS 6: miniports, protocols, filters. What the base headers' ndis.h declares is NDIS 5; only their objects and OIDs,
// which are up to date, are used.
#pragma once

#include <ntddk.h>
#include <ws2def.h>
#include <ws2ipdef.h>
#include <ifdef.h>
#include <ntddndis.h>
#include <windot11.h>

#include <irqlint/ndis/base.h>
#include <irqlint/ndis/system.h>
#include <irqlint/ndis/tools.h>
#include <irqlint/ndis/receive_scaling.h>
#include <irqlint/ndis/net_buffer.h>
#include <irqlint/ndis/offload.h>
#include <irqlint/ndis/oid_request.h>
#include <irqlint/ndis/native_wifi.h>
#include <irqlint/ndis/attributes.h>
#include <irqlint/ndis/miniport.h>
#include <irqlint/ndis/hardware.h>
#include <irqlint/ndis/protocol.h>
#include <irqlint/ndis/filter.h>
#include <irqlint/ndis/switch.h>
