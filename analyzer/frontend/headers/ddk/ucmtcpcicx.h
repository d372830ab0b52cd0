// The class extension for port controllers of USB Type-C.
#pragma once

#include <wdf.h>
#include <ucmtypes.h>

#include <irqlint/usb/port_controller.h>
#include <irqlint/usb/port_controller_requests.h>
