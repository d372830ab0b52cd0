// The base headers' ntifs.h, brought up to what file systems of today use.
#pragma once

#include <ntddk.h>

// The header in front of every file's control block has members the base headers do not know; it is declared anew.
#define _FSRTL_ADVANCED_FCB_HEADER _IRQLINT_BASE_FCB_HEADER
#define FSRTL_ADVANCED_FCB_HEADER IRQLINT_BASE_FCB_HEADER
#define PFSRTL_ADVANCED_FCB_HEADER PIRQLINT_BASE_FCB_HEADER
#include_next <ntifs.h>
#undef _FSRTL_ADVANCED_FCB_HEADER
#undef FSRTL_ADVANCED_FCB_HEADER
#undef PFSRTL_ADVANCED_FCB_HEADER

#include <irqlint/ntifs_additions.h>
