// Platform extension plug-ins. Members are those drivers use; layouts are not to be relied on.
#pragma once

#include <ntddk.h>
#include <acpiioct.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef PVOID PEPHANDLE, *PPEPHANDLE;
#include <irqlint/pep/acpi.h>
#include <irqlint/pep/plug_in.h>

#ifdef __cplusplus
}
#endif
