// Miniports of batteries: what they and the battery class driver tell each other.
#pragma once

#include <poclass.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct { ULONG PowerState, LowCapacity, HighCapacity; } BATTERY_NOTIFY, *PBATTERY_NOTIFY;

#define IRQLINT_BCLASS_ROLE(Result, Name, ...) \
  typedef _Function_class_(Name##_CALLBACK) Result Name##_CALLBACK(__VA_ARGS__); \
  typedef Name##_CALLBACK* P##Name##_CALLBACK; \
  typedef P##Name##_CALLBACK Name
IRQLINT_BCLASS_ROLE(NTSTATUS, BCLASS_QUERY_TAG, PVOID Context, PULONG BatteryTag);
IRQLINT_BCLASS_ROLE(NTSTATUS, BCLASS_QUERY_INFORMATION, PVOID Context, ULONG BatteryTag,
                    BATTERY_QUERY_INFORMATION_LEVEL Level, LONG AtRate, PVOID Buffer, ULONG BufferLength,
                    PULONG ReturnedLength);
IRQLINT_BCLASS_ROLE(NTSTATUS, BCLASS_SET_INFORMATION, PVOID Context, ULONG BatteryTag,
                    BATTERY_SET_INFORMATION_LEVEL Level, PVOID Buffer);
IRQLINT_BCLASS_ROLE(NTSTATUS, BCLASS_QUERY_STATUS, PVOID Context, ULONG BatteryTag, PBATTERY_STATUS BatteryStatus);
IRQLINT_BCLASS_ROLE(NTSTATUS, BCLASS_SET_STATUS_NOTIFY, PVOID Context, ULONG BatteryTag, PBATTERY_NOTIFY BatteryNotify);
IRQLINT_BCLASS_ROLE(NTSTATUS, BCLASS_DISABLE_STATUS_NOTIFY, PVOID Context);
#undef IRQLINT_BCLASS_ROLE

#define BATTERY_CLASS_MAJOR_VERSION 0x0001
#define BATTERY_CLASS_MINOR_VERSION 0x0000
#define BATTERY_CLASS_MINOR_VERSION_1 0x0001
#define IRQLINT_BATTERY_MINIPORT \
  USHORT MajorVersion, MinorVersion; \
  PVOID Context; \
  BCLASS_QUERY_TAG QueryTag; \
  BCLASS_QUERY_INFORMATION QueryInformation; \
  BCLASS_SET_INFORMATION SetInformation; \
  BCLASS_QUERY_STATUS QueryStatus; \
  BCLASS_SET_STATUS_NOTIFY SetStatusNotify; \
  BCLASS_DISABLE_STATUS_NOTIFY DisableStatusNotify; \
  PDEVICE_OBJECT Pdo; \
  PUNICODE_STRING DeviceName
typedef struct { IRQLINT_BATTERY_MINIPORT; } BATTERY_MINIPORT_INFO, *PBATTERY_MINIPORT_INFO;
typedef struct { IRQLINT_BATTERY_MINIPORT; PDEVICE_OBJECT Fdo; } BATTERY_MINIPORT_INFO_V1_1,
    *PBATTERY_MINIPORT_INFO_V1_1;
#undef IRQLINT_BATTERY_MINIPORT

NTSTATUS BatteryClassInitializeDevice(PBATTERY_MINIPORT_INFO MiniportInfo, PVOID* ClassData);
NTSTATUS BatteryClassUnload(PVOID ClassData);
NTSTATUS BatteryClassIoctl(PVOID ClassData, PIRP Irp);
NTSTATUS BatteryClassStatusNotify(PVOID ClassData);
NTSTATUS BatteryClassSystemControl(PVOID ClassData, struct _WMILIB_CONTEXT* WmiLibContext, PDEVICE_OBJECT DeviceObject,
    PIRP Irp, PVOID Disposition);
NTSTATUS BatteryClassQueryWmiDataBlock(PVOID ClassData, PDEVICE_OBJECT DeviceObject, PIRP Irp, ULONG GuidIndex, PULONG
    InstanceLengthArray, ULONG OutBufferSize, PUCHAR Buffer);

#ifdef __cplusplus
}
#endif
