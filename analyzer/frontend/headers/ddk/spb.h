// Requests to a controller of simple peripherals (I2C, SPI).
#pragma once

#include <ntddk.h>

typedef enum SPB_TRANSFER_DIRECTION { SpbTransferDirectionNone, SpbTransferDirectionFromDevice,
  SpbTransferDirectionToDevice, SpbTransferDirectionMax } SPB_TRANSFER_DIRECTION, *PSPB_TRANSFER_DIRECTION;
typedef enum SPB_TRANSFER_BUFFER_FORMAT { SpbTransferBufferFormatInvalid, SpbTransferBufferFormatSimple,
  SpbTransferBufferFormatList, SpbTransferBufferFormatSimpleNonPaged, SpbTransferBufferFormatMdl,
  SpbTransferBufferFormatMax } SPB_TRANSFER_BUFFER_FORMAT;
typedef struct SPB_TRANSFER_BUFFER_LIST_ENTRY { PVOID Buffer; ULONG BufferCb; } SPB_TRANSFER_BUFFER_LIST_ENTRY,
    *PSPB_TRANSFER_BUFFER_LIST_ENTRY;
typedef struct SPB_TRANSFER_BUFFER {
  SPB_TRANSFER_BUFFER_FORMAT Format;
  union {
    struct { PVOID Buffer; ULONG BufferCb; } Simple;
    struct { PSPB_TRANSFER_BUFFER_LIST_ENTRY List; ULONG ListCe; } BufferList;
    PMDL Mdl;
  };
} SPB_TRANSFER_BUFFER, *PSPB_TRANSFER_BUFFER;
typedef struct SPB_TRANSFER_LIST_ENTRY { SPB_TRANSFER_DIRECTION Direction; ULONG DelayInUs; SPB_TRANSFER_BUFFER Buffer; }
    SPB_TRANSFER_LIST_ENTRY, *PSPB_TRANSFER_LIST_ENTRY;
typedef struct SPB_TRANSFER_LIST { ULONG Size; ULONG TransferCount; SPB_TRANSFER_LIST_ENTRY Transfers[1]; }
    SPB_TRANSFER_LIST, *PSPB_TRANSFER_LIST;
#define SPB_TRANSFER_LIST_AND_ENTRIES(Count) \
  struct { SPB_TRANSFER_LIST List; SPB_TRANSFER_LIST_ENTRY Transfers[(Count) - 1]; }
FORCEINLINE VOID SPB_TRANSFER_LIST_INIT(PSPB_TRANSFER_LIST List, ULONG TransferCount) {
  RtlZeroMemory(List, sizeof(*List) + (TransferCount - 1) * sizeof(SPB_TRANSFER_LIST_ENTRY));
  List->Size = sizeof(SPB_TRANSFER_LIST);
  List->TransferCount = TransferCount;
}
FORCEINLINE SPB_TRANSFER_LIST_ENTRY SPB_TRANSFER_LIST_ENTRY_INIT_SIMPLE(SPB_TRANSFER_DIRECTION Direction,
                                                                       ULONG DelayInUs, PVOID Buffer, ULONG BufferCb) {
  SPB_TRANSFER_LIST_ENTRY entry = {};
  entry.Direction = Direction;
  entry.DelayInUs = DelayInUs;
  entry.Buffer.Format = SpbTransferBufferFormatSimple;
  entry.Buffer.Simple.Buffer = Buffer;
  entry.Buffer.Simple.BufferCb = BufferCb;
  return entry;
}
#define SPB_TRANSFER_LIST_ENTRY_INIT_NON_PAGED SPB_TRANSFER_LIST_ENTRY_INIT_SIMPLE

#define IOCTL_SPB_LOCK_CONTROLLER CTL_CODE(FILE_DEVICE_CONTROLLER, 0x0400, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define IOCTL_SPB_UNLOCK_CONTROLLER CTL_CODE(FILE_DEVICE_CONTROLLER, 0x0401, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define IOCTL_SPB_EXECUTE_SEQUENCE CTL_CODE(FILE_DEVICE_CONTROLLER, 0x0402, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define IOCTL_SPB_LOCK_CONNECTION CTL_CODE(FILE_DEVICE_CONTROLLER, 0x0403, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define IOCTL_SPB_UNLOCK_CONNECTION CTL_CODE(FILE_DEVICE_CONTROLLER, 0x0404, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define IOCTL_SPB_FULL_DUPLEX CTL_CODE(FILE_DEVICE_CONTROLLER, 0x0405, METHOD_BUFFERED, FILE_ANY_ACCESS)
