// The base headers' ntddk.h, brought up to what drivers of today use.
#pragma once

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
