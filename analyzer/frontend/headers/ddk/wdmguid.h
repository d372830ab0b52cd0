// The names of the kernel's interfaces, with those that came later than the base headers.
#pragma once

#include_next <wdmguid.h>

#ifdef __cplusplus
extern "C" {
#endif

extern const GUID GUID_ACPI_INTERFACE_STANDARD2, GUID_DEVICE_RESET_INTERFACE_STANDARD;

#ifdef __cplusplus
}
#endif
