// The base headers' ntifs.h, brought up to what file systems of today use.
#pragma once

#include <ntddk.h>

// The header in front of every file's control block has members the base headers do not know; it is declared anew. A
// file's new name may come with flags, a read-ahead with protected pages.
#define _FSRTL_ADVANCED_FCB_HEADER _IRQLINT_BASE_FCB_HEADER
#define FSRTL_ADVANCED_FCB_HEADER IRQLINT_BASE_FCB_HEADER
#define PFSRTL_ADVANCED_FCB_HEADER PIRQLINT_BASE_FCB_HEADER
#define ReplaceIfExists \
  ReplaceIfExists; \
  ULONG Flags
#define RepurposePriority \
  RepurposePriority : SYSTEM_PAGE_PRIORITY_BITS; \
  ULONG PriorityProtection
#include_next <ntifs.h>
#undef ReplaceIfExists
#undef RepurposePriority
#undef _FSRTL_ADVANCED_FCB_HEADER
#undef FSRTL_ADVANCED_FCB_HEADER
#undef PFSRTL_ADVANCED_FCB_HEADER

#include <irqlint/ntifs_additions.h>
#include <irqlint/file_requests.h>
