// USB targets of the driver framework.
#pragma once

#include <usb.h>
#include <usbspec.h>
#include <wdf.h>

#include <irqlint/kmdf/usb.h>
