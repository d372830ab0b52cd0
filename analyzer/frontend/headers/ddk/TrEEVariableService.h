// The service of a trusted runtime that keeps the firmware's variables.
#pragma once

DEFINE_GUID(GUID_VARIABLE_SERVICE, 0x9b8a1f5c, 0x3e4d, 0x4c67, 0x8f, 0x02, 0x51, 0x7d, 0x6a, 0x0e, 0xb3, 0x94);

#define VARIABLE_SERVICE_GET_VARIABLE 1
#define VARIABLE_SERVICE_GET_NEXT_VARIABLE_NAME 2
#define VARIABLE_SERVICE_SET_VARIABLE 3
#define VARIABLE_SERVICE_QUERY_VARIABLE_INFO 4

typedef struct _EFI_GET_VARIABLE_IN { GUID VendorGuid; WCHAR VariableName[1]; } EFI_GET_VARIABLE_IN,
    *PEFI_GET_VARIABLE_IN;
typedef struct _EFI_GET_VARIABLE_OUT { ULONG64 EfiStatus; ULONG Attributes, DataSize; UCHAR Data[1]; }
    EFI_GET_VARIABLE_OUT, *PEFI_GET_VARIABLE_OUT;
typedef struct _EFI_GET_NEXT_VARIABLE_NAME_IN { GUID VendorGuid; WCHAR VariableName[1]; } EFI_GET_NEXT_VARIABLE_NAME_IN,
    *PEFI_GET_NEXT_VARIABLE_NAME_IN;
typedef struct _EFI_GET_NEXT_VARIABLE_NAME_OUT { ULONG64 EfiStatus; GUID VendorGuid; ULONG NameLength; WCHAR
  VariableName[1]; } EFI_GET_NEXT_VARIABLE_NAME_OUT, *PEFI_GET_NEXT_VARIABLE_NAME_OUT;
typedef struct _EFI_SET_VARIABLE_IN { ULONG VariableNameOffset; GUID VendorGuid; ULONG Attributes, DataSize, DataOffset;
  UCHAR Buffer[1]; } EFI_SET_VARIABLE_IN, *PEFI_SET_VARIABLE_IN;
typedef struct _EFI_SET_VARIABLE_OUT { ULONG64 EfiStatus; } EFI_SET_VARIABLE_OUT, *PEFI_SET_VARIABLE_OUT;
typedef struct _EFI_QUERY_VARIABLE_INFO_IN { ULONG Attributes; } EFI_QUERY_VARIABLE_INFO_IN,
    *PEFI_QUERY_VARIABLE_INFO_IN;
typedef struct _EFI_QUERY_VARIABLE_INFO_OUT { ULONG64 EfiStatus, MaximumVariableStorageSize,
  RemainingVariableStorageSize, MaximumVariableSize; } EFI_QUERY_VARIABLE_INFO_OUT, *PEFI_QUERY_VARIABLE_INFO_OUT;
