// The base headers' ntddk.h, with callbacks that they know as pointers only, brought up to what drivers of today use.
#pragma once

#include <wdm.h>

// With balanced trees in the tables' place the base headers hide the links of the others, which they use all the same.
#ifdef RTL_USE_AVL_TABLES
typedef struct _RTL_SPLAY_LINKS { struct _RTL_SPLAY_LINKS *Parent, *LeftChild, *RightChild; } RTL_SPLAY_LINKS,
    *PRTL_SPLAY_LINKS;
#endif
// Some enumerations and structures have grown: the members are added to the one that has a macro's name here.
#define MaxProcessInfoClass \
  ProcessMitigationPolicy = 52, ProcessTelemetryIdInformation = 64, ProcessSubsystemInformation = 75, \
  MaxProcessInfoClass
#define MaxThreadInfoClass ThreadActualGroupAffinity = 41, ThreadSubsystemInformation = 45, MaxThreadInfoClass
#define ExtendedInfoPresent \
  ExtendedInfoPresent : 1; \
  ULONG MachineTypeMismatch : 1; \
  ULONG ImageSignatureLevel : 4; \
  ULONG ImageSignatureType : 3; \
  ULONG ImagePartialMap
#define IsCrossSessionCreate \
  IsCrossSessionCreate : 1; \
  ULONG IsFrozen : 1; \
  ULONG IsBackground : 1; \
  ULONG IsStronglyNamed : 1; \
  ULONG IsSecureProcess : 1; \
  ULONG IsSubsystemProcess
#include_next <ntddk.h>
#undef MaxProcessInfoClass
#undef MaxThreadInfoClass
#undef ExtendedInfoPresent
#undef IsCrossSessionCreate

#include <irqlint/ntddk_additions.h>
