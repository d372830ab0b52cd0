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
#include <irqlint/kmdf/security.h>

// Names for what a context's callbacks are used for
typedef EVT_WDF_OBJECT_CONTEXT_CLEANUP EVT_WDF_DEVICE_CONTEXT_CLEANUP, EVT_WDF_IO_QUEUE_CONTEXT_CLEANUP_CALLBACK,
    EVT_WDF_FILE_CONTEXT_CLEANUP_CALLBACK;
typedef EVT_WDF_OBJECT_CONTEXT_DESTROY EVT_WDF_DEVICE_CONTEXT_DESTROY, EVT_WDF_IO_QUEUE_CONTEXT_DESTROY_CALLBACK,
    EVT_WDF_FILE_CONTEXT_DESTROY_CALLBACK;
