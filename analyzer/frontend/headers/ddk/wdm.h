// The base headers' wdm.h, brought up to what drivers of today use.
#pragma once

// A resource may be a connection too: the member is added behind the one that has a macro's name here. A page priority
// may be combined with flags, for which the base headers' enumeration leaves no room in C++. DMA is known to version 3.
#include <irqlint/dma_version3.h>
#define DevicePrivate \
  DevicePrivate; \
  struct { UCHAR Class, Type, Reserved1, Reserved2; ULONG IdLowPart, IdHighPart; } Connection
#define MaxRegNtNotifyClass RegNtPreSaveMergedKey, RegNtPostSaveMergedKey, MaxRegNtNotifyClass
#define DmaPort DmaPort; IRQLINT_DMA_DESCRIPTION
#define BuildMdlFromScatterGatherList BuildMdlFromScatterGatherList; IRQLINT_DMA_OPERATIONS
#define MmMapLockedPagesSpecifyCache IrqlintBaseMmMapLockedPagesSpecifyCache
#include_next <wdm.h>
#undef DevicePrivate
#undef MaxRegNtNotifyClass
#undef DmaPort
#undef BuildMdlFromScatterGatherList
#undef MmMapLockedPagesSpecifyCache

#include <irqlint/words.h>
#include <irqlint/wdm_additions.h>
#include <irqlint/wdm_later.h>
#include <irqlint/counters_and_boot.h>
#include <irqlint/wdm_objects.h>
#include <irqlint/wdm_processes.h>
