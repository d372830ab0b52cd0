// The base headers' classpnp.h, with what class drivers of storage came to know about their devices.
#pragma once

#include <ntddk.h>
#include <ntddscsi.h>
#include <ntddstor.h>
#include <scsi.h>

#include <irqlint/storage/class_support.h>
#define WorkingSet WorkingSet; ULONG SrbSupport
#define PowerUp PowerUp; CLASS_POWER_DOWN_STATE3 PowerDown3; CLASS_POWER_UP_STATE2 PowerUp2
#define PrivateFdoData \
  PrivateFdoData; \
  PSTORAGE_MINIPORT_DESCRIPTOR MiniportDescriptor; \
  PCLASS_FUNCTION_SUPPORT_INFO FunctionSupportInfo; \
  PADDITIONAL_FDO_DATA AdditionalFdoData; \
  UCHAR SenseDataLength
#define COMPLETION_CONTEXT IRQLINT_BASE_COMPLETION_CONTEXT
#define PCOMPLETION_CONTEXT PIRQLINT_BASE_COMPLETION_CONTEXT
#define _COMPLETION_CONTEXT _IRQLINT_BASE_COMPLETION_CONTEXT
#define ClassGetDescriptor IrqlintBaseClassGetDescriptor
#define ClassSignalCompletion IrqlintBaseClassSignalCompletion
#include_next <classpnp.h>
#undef WorkingSet
#undef PowerUp
#undef PrivateFdoData
#undef COMPLETION_CONTEXT
#undef PCOMPLETION_CONTEXT
#undef _COMPLETION_CONTEXT
#undef ClassGetDescriptor
#undef ClassSignalCompletion

#include <irqlint/storage/class_requests.h>
