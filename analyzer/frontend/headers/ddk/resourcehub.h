// Paths of simple peripherals: a connection's name from its number.
#pragma once

#include <ntddk.h>

#define RESOURCE_HUB_DEVICE_NAME L"\\Device\\RESOURCE_HUB"
#define RESOURCE_HUB_PATH_PREFIX L"\\Device\\RESOURCE_HUB\\"
#define RESOURCE_HUB_PATH_CHARS 64
#define RESOURCE_HUB_PATH_SIZE (RESOURCE_HUB_PATH_CHARS * sizeof(WCHAR))
#define RESOURCE_HUB_CONNECTION_FILE_SIZE (16 * sizeof(WCHAR))

#ifdef __cplusplus
extern "C" {
#endif
NTSTATUS RESOURCE_HUB_CREATE_PATH_FROM_ID(PUNICODE_STRING ResourcePath, ULONG IdLowPart, LONG IdHighPart);
NTSTATUS RESOURCE_HUB_ID_TO_FILE_NAME(ULONG IdLowPart, LONG IdHighPart, PWSTR FileName);
#ifdef __cplusplus
}
#endif

// Descriptors of connections
#pragma pack(push, 1)
typedef struct _RH_QUERY_CONNECTION_PROPERTIES_OUTPUT_BUFFER { ULONG PropertiesLength; UCHAR ConnectionProperties[1]; }
    RH_QUERY_CONNECTION_PROPERTIES_OUTPUT_BUFFER, *PRH_QUERY_CONNECTION_PROPERTIES_OUTPUT_BUFFER;
typedef struct _PNP_SERIAL_BUS_DESCRIPTOR {
  UCHAR Tag;
  USHORT Length;
  UCHAR RevisionId;
  UCHAR ResourceSourceIndex;
  UCHAR SerialBusType;
  UCHAR GeneralFlags;
  USHORT TypeSpecificFlags;
  UCHAR TypeSpecificRevisionId;
  USHORT TypeDataLength;
} PNP_SERIAL_BUS_DESCRIPTOR, *PPNP_SERIAL_BUS_DESCRIPTOR;
#pragma pack(pop)
