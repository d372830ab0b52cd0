// Objects and OIDs of NDIS, with those of all versions.
#pragma once

#ifndef _WINDOWS_
#include <ntddk.h>
#endif
#define NDIS_SUPPORT_NDIS6 1
#define NDIS_SUPPORT_NDIS61 1
#define NDIS_SUPPORT_NDIS620 1
#define NDIS_SUPPORT_NDIS630 1
#define NDIS_SUPPORT_NDIS640 1
#define NDIS_SUPPORT_NDIS650 1
#define NDIS_SUPPORT_NDIS651 1
#define NDIS_SUPPORT_NDIS660 1
#define NDIS_SUPPORT_NDIS670 1
#define NDIS_SUPPORT_NDIS680 1
#define NDIS_SUPPORT_NDIS685 1
#define NDIS_SUPPORT_60_COMPATIBLE_API 1

#include_next <ntddndis.h>
