// What class drivers of storage send requests with, for blocks of either kind.
#pragma once

#define CLASS_TAG_LOCK_TRACKING 'TKcS'
#define CLASS_TAG_LB_PROVISIONING 'PLcS'
#define GUID_CLASSPNP_SRB_SUPPORT {0x0a483941, 0xbdfd, 0x4f7b, {0xbe, 0x95, 0xce, 0xe2, 0xa2, 0x16, 0x09, 0x0c}}

typedef struct _COMPLETION_CONTEXT {
  PDEVICE_OBJECT DeviceObject;
  union {
    SCSI_REQUEST_BLOCK Srb;
    STORAGE_REQUEST_BLOCK SrbEx;
    UCHAR SrbExBuffer[CLASS_SRBEX_SCSI_CDB16_BUFFER_SIZE];
  } Srb;
} COMPLETION_CONTEXT, *PCOMPLETION_CONTEXT;

#ifdef __cplusplus
extern "C" {
#endif

_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS NTAPI ClassGetDescriptor(PDEVICE_OBJECT DeviceObject, PSTORAGE_PROPERTY_ID
    PropertyId, PVOID* Descriptor);
IO_COMPLETION_ROUTINE ClassSignalCompletion;

#ifdef __cplusplus
}
#endif
