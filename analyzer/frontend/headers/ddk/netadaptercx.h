// Network adapters by the class extension.
#pragma once

#include <ntddk.h>
#include <wdf.h>
#include <ifdef.h>
#include <ws2def.h>
#include <ws2ipdef.h>
#include <ntddndis.h>
#include <irqlint/netcx/rings.h>
#include <irqlint/netcx/adapter.h>
#include <irqlint/netcx/offload.h>
