// Display miniport drivers: how they register, and what they and the graphics kernel call in each other.
#pragma once

#include <ntddk.h>
#include <windef.h>
#include <acpiioct.h>
#include <d3dkmddi.h>

#ifdef __cplusplus
extern "C" {
#endif

#include <irqlint/display/port.h>
#include <irqlint/display/miniport.h>

#ifdef __cplusplus
}
#endif
