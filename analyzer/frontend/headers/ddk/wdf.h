// The kernel-mode driver framework (KMDF 1.33). Functions are declared as such, also where a WDK has inline wrappers.
#pragma once

#include <wdm.h>
#include <wmistr.h>
#include <wmilib.h>

#include <irqlint/kmdf/types.h>
#include <irqlint/kmdf/object.h>
#include <irqlint/kmdf/contexts.h>
#include <irqlint/kmdf/driver.h>
#include <irqlint/kmdf/device_states.h>
#include <irqlint/kmdf/device_power.h>
#include <irqlint/kmdf/device.h>
#include <irqlint/kmdf/hardware.h>
#include <irqlint/kmdf/request.h>
#include <irqlint/kmdf/target.h>
#include <irqlint/kmdf/bus.h>
#include <irqlint/kmdf/dma.h>
