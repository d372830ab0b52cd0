// Serial hardware of the kernel debugger's transport: a port, the accesses to it, and what a driver of a chip provides.
#pragma once

#include <ntdef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define PORT_DEFAULT_RATE 0x0001
#define PORT_RING_INDICATOR 0x0002
#define PORT_MODEM_CONTROL 0x0004
#define PORT_SAVED 0x0008
#define PORT_FORCE_32BIT_IO 0x0010

typedef enum _UART_STATUS { UartSuccess, UartError, UartNoData, UartNotReady } UART_STATUS, *PUART_STATUS;
typedef struct _CPPORT CPPORT, *PCPPORT;
typedef UCHAR (*UART_HARDWARE_READ_INDEXED_UCHAR)(PCPPORT Port, const UCHAR Index);
typedef VOID (*UART_HARDWARE_WRITE_INDEXED_UCHAR)(PCPPORT Port, const UCHAR Index, const UCHAR Value);
struct _CPPORT {
  PUCHAR Address;
  ULONG BaudRate;
  USHORT Flags;
  UCHAR ByteWidth;
  UART_HARDWARE_READ_INDEXED_UCHAR Read;
  UART_HARDWARE_WRITE_INDEXED_UCHAR Write;
};

#define IRQLINT_UART_ACCESS(Kind, Width, Type) \
  Type (*Read##Kind##Width)(Type* Address); \
  VOID (*Write##Kind##Width)(Type* Address, Type Value);
typedef struct _UART_HARDWARE_ACCESS {
  IRQLINT_UART_ACCESS(Port, 8, UCHAR)
  IRQLINT_UART_ACCESS(Port, 16, USHORT)
  IRQLINT_UART_ACCESS(Port, 32, ULONG)
  IRQLINT_UART_ACCESS(Register, 8, UCHAR)
  IRQLINT_UART_ACCESS(Register, 16, USHORT)
  IRQLINT_UART_ACCESS(Register, 32, ULONG)
  IRQLINT_UART_ACCESS(Register, 64, ULONG64)
} UART_HARDWARE_ACCESS, *PUART_HARDWARE_ACCESS;
#undef IRQLINT_UART_ACCESS

typedef struct _UART_HARDWARE_DRIVER {
  BOOLEAN (*InitializePort)(PCHAR LoadOptions, PCPPORT Port, BOOLEAN MemoryMapped, UCHAR AccessSize, UCHAR BitWidth);
  BOOLEAN (*SetBaud)(PCPPORT Port, ULONG Rate);
  UART_STATUS (*GetByte)(PCPPORT Port, PUCHAR Byte);
  UART_STATUS (*PutByte)(PCPPORT Port, UCHAR Byte, BOOLEAN BusyWait);
  BOOLEAN (*RxReady)(PCPPORT Port);
} UART_HARDWARE_DRIVER, *PUART_HARDWARE_DRIVER;

#ifdef __cplusplus
}
#endif
