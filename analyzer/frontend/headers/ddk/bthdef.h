// Names and numbers of Bluetooth: addresses, errors and service attributes.
#pragma once

#include <ntdef.h>
#include <guiddef.h>
#include <windef.h>
#include_next <bthdef.h>

#ifndef BTH_HOST_FEATURE_ENHANCED_RETRANSMISSION_MODE
#define BTH_HOST_FEATURE_ENHANCED_RETRANSMISSION_MODE 0x1ull
#define BTH_HOST_FEATURE_STREAMING_MODE 0x2ull
#define BTH_HOST_FEATURE_LOW_ENERGY 0x4ull
#define BTH_HOST_FEATURE_SCO_HCI 0x8ull
#define BTH_HOST_FEATURE_SCO_HCIBYPASS 0x10ull
#endif
