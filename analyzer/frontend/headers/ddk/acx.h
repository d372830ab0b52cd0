// The audio class extension of the driver framework.
#pragma once

#include <ntddk.h>
#include <wdf.h>
#include <windef.h>
#include <ks.h>
#include <ksmedia.h>

#ifndef _PCGUID_DEFINED
#define _PCGUID_DEFINED
typedef const GUID* PCGUID;
#endif
#include <irqlint/acx/objects.h>
#include <irqlint/acx/callbacks.h>
#include <irqlint/acx/configurations.h>
#include <irqlint/acx/functions.h>
