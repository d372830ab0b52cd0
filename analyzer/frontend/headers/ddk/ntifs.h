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
// Names that only the base headers declare: who uses them brings a declaration along.
#define _PORT_MESSAGE _IRQLINT_BASE_PORT_MESSAGE
#define PORT_MESSAGE IRQLINT_BASE_PORT_MESSAGE
#define PPORT_MESSAGE PIRQLINT_BASE_PORT_MESSAGE
#define _OBJECT_BASIC_INFORMATION _IRQLINT_BASE_OBJECT_BASIC_INFORMATION
#define OBJECT_BASIC_INFORMATION IRQLINT_BASE_OBJECT_BASIC_INFORMATION
#define POBJECT_BASIC_INFORMATION PIRQLINT_BASE_OBJECT_BASIC_INFORMATION
#define ZwQueryInformationProcess IrqlintBaseZwQueryInformationProcess
#include_next <ntifs.h>
#undef ReplaceIfExists
#undef RepurposePriority
#undef _PORT_MESSAGE
#undef PORT_MESSAGE
#undef PPORT_MESSAGE
#undef _OBJECT_BASIC_INFORMATION
#undef OBJECT_BASIC_INFORMATION
#undef POBJECT_BASIC_INFORMATION
#undef ZwQueryInformationProcess
#undef _FSRTL_ADVANCED_FCB_HEADER
#undef FSRTL_ADVANCED_FCB_HEADER
#undef PFSRTL_ADVANCED_FCB_HEADER

#include <irqlint/ntifs_additions.h>
#include <irqlint/file_requests.h>
