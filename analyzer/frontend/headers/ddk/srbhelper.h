// Access to the members of a request block of either kind: SCSI_REQUEST_BLOCK or STORAGE_REQUEST_BLOCK.
#pragma once

#include <srb.h>

#ifdef __cplusplus
extern "C" {
#endif

FORCEINLINE BOOLEAN IrqlintIsExtendedSrb(PVOID Srb) {
  return ((PSTORAGE_REQUEST_BLOCK_HEADER)Srb)->Function == SRB_FUNCTION_STORAGE_REQUEST_BLOCK;
}

// A member that both kinds have; `Old` and `New` are its names.
#define IRQLINT_SRB_GETTER(Function, Type, Old, New) \
  FORCEINLINE Type Function(PVOID Srb) { \
    if (IrqlintIsExtendedSrb(Srb)) return (Type)((PSTORAGE_REQUEST_BLOCK)Srb)->New; \
    return (Type)((PSCSI_REQUEST_BLOCK)Srb)->Old; \
  }
#define IRQLINT_SRB_SETTER(Function, Type, Old, OldType, New, NewType) \
  FORCEINLINE VOID Function(PVOID Srb, Type Value) { \
    if (IrqlintIsExtendedSrb(Srb)) { \
      ((PSTORAGE_REQUEST_BLOCK)Srb)->New = (NewType)Value; \
    } else { \
      ((PSCSI_REQUEST_BLOCK)Srb)->Old = (OldType)Value; \
    } \
  }

IRQLINT_SRB_GETTER(SrbGetSrbLength, ULONG, Length, SrbLength)
IRQLINT_SRB_GETTER(SrbGetSrbFunction, ULONG, Function, SrbFunction)
IRQLINT_SRB_GETTER(SrbGetSrbStatus, UCHAR, SrbStatus, SrbStatus)
IRQLINT_SRB_SETTER(SrbSetSrbStatus, UCHAR, SrbStatus, UCHAR, SrbStatus, UCHAR)
IRQLINT_SRB_GETTER(SrbGetSrbFlags, ULONG, SrbFlags, SrbFlags)
IRQLINT_SRB_SETTER(SrbAssignSrbFlags, ULONG, SrbFlags, ULONG, SrbFlags, ULONG)
IRQLINT_SRB_GETTER(SrbGetSystemStatus, ULONG, InternalStatus, SystemStatus)
IRQLINT_SRB_SETTER(SrbSetSystemStatus, ULONG, InternalStatus, ULONG, SystemStatus, ULONG)
IRQLINT_SRB_GETTER(SrbGetRequestTag, ULONG, QueueTag, RequestTag)
IRQLINT_SRB_SETTER(SrbSetRequestTag, ULONG, QueueTag, UCHAR, RequestTag, ULONG)
IRQLINT_SRB_GETTER(SrbGetQueueTag, ULONG, QueueTag, RequestTag)
IRQLINT_SRB_SETTER(SrbSetQueueTag, ULONG, QueueTag, UCHAR, RequestTag, ULONG)
IRQLINT_SRB_GETTER(SrbGetRequestAttribute, UCHAR, QueueAction, RequestAttribute)
IRQLINT_SRB_SETTER(SrbSetRequestAttribute, UCHAR, QueueAction, UCHAR, RequestAttribute, USHORT)
IRQLINT_SRB_GETTER(SrbGetQueueAction, UCHAR, QueueAction, RequestAttribute)
IRQLINT_SRB_SETTER(SrbSetQueueAction, UCHAR, QueueAction, UCHAR, RequestAttribute, USHORT)
IRQLINT_SRB_GETTER(SrbGetTimeOutValue, ULONG, TimeOutValue, TimeOutValue)
IRQLINT_SRB_SETTER(SrbSetTimeOutValue, ULONG, TimeOutValue, ULONG, TimeOutValue, ULONG)
IRQLINT_SRB_GETTER(SrbGetDataTransferLength, ULONG, DataTransferLength, DataTransferLength)
IRQLINT_SRB_SETTER(SrbSetDataTransferLength, ULONG, DataTransferLength, ULONG, DataTransferLength, ULONG)
IRQLINT_SRB_GETTER(SrbGetDataBuffer, PVOID, DataBuffer, DataBuffer)
IRQLINT_SRB_SETTER(SrbSetDataBuffer, PVOID, DataBuffer, PVOID, DataBuffer, PVOID)
IRQLINT_SRB_GETTER(SrbGetOriginalRequest, PVOID, OriginalRequest, OriginalRequest)
IRQLINT_SRB_SETTER(SrbSetOriginalRequest, PVOID, OriginalRequest, PVOID, OriginalRequest, PVOID)
IRQLINT_SRB_GETTER(SrbGetMiniportContext, PVOID, SrbExtension, MiniportContext)
IRQLINT_SRB_SETTER(SrbSetMiniportContext, PVOID, SrbExtension, PVOID, MiniportContext, PVOID)
IRQLINT_SRB_GETTER(SrbGetNextSrb, PVOID, NextSrb, NextSrb)
IRQLINT_SRB_SETTER(SrbSetNextSrb, PVOID, NextSrb, PSCSI_REQUEST_BLOCK, NextSrb, PSTORAGE_REQUEST_BLOCK)

#undef IRQLINT_SRB_GETTER
#undef IRQLINT_SRB_SETTER

FORCEINLINE VOID SrbSetSrbFlags(PVOID Srb, ULONG Flags) { SrbAssignSrbFlags(Srb, SrbGetSrbFlags(Srb) | Flags); }
FORCEINLINE VOID SrbClearSrbFlags(PVOID Srb, ULONG Flags) { SrbAssignSrbFlags(Srb, SrbGetSrbFlags(Srb) & ~Flags); }

// Only the older kind has a sort key.
FORCEINLINE ULONG SrbGetQueueSortKey(PVOID Srb) {
  return IrqlintIsExtendedSrb(Srb) ? 0 : ((PSCSI_REQUEST_BLOCK)Srb)->QueueSortKey;
}
FORCEINLINE VOID SrbSetQueueSortKey(PVOID Srb, ULONG Key) {
  if (!IrqlintIsExtendedSrb(Srb)) ((PSCSI_REQUEST_BLOCK)Srb)->QueueSortKey = Key;
}

// The address
FORCEINLINE PSTOR_ADDRESS SrbGetAddress(PSTORAGE_REQUEST_BLOCK Srb) {
  return (PSTOR_ADDRESS)((PUCHAR)Srb + Srb->AddressOffset);
}
FORCEINLINE VOID SrbGetPathTargetLun(PVOID Srb, PUCHAR PathId, PUCHAR TargetId, PUCHAR Lun) {
  PSCSI_REQUEST_BLOCK block = (PSCSI_REQUEST_BLOCK)Srb;
  PSTOR_ADDR_BTL8 address = (PSTOR_ADDR_BTL8)SrbGetAddress((PSTORAGE_REQUEST_BLOCK)Srb);
  BOOLEAN extended = IrqlintIsExtendedSrb(Srb);
  if (PathId) *PathId = extended ? address->Path : block->PathId;
  if (TargetId) *TargetId = extended ? address->Target : block->TargetId;
  if (Lun) *Lun = extended ? address->Lun : block->Lun;
}
FORCEINLINE UCHAR SrbGetPathId(PVOID Srb) {
  UCHAR id = 0;
  SrbGetPathTargetLun(Srb, &id, NULL, NULL);
  return id;
}
FORCEINLINE UCHAR SrbGetTargetId(PVOID Srb) {
  UCHAR id = 0;
  SrbGetPathTargetLun(Srb, NULL, &id, NULL);
  return id;
}
FORCEINLINE UCHAR SrbGetLun(PVOID Srb) {
  UCHAR id = 0;
  SrbGetPathTargetLun(Srb, NULL, NULL, &id);
  return id;
}

// Extended data
FORCEINLINE PSRBEX_DATA SrbGetSrbExDataByIndex(PSTORAGE_REQUEST_BLOCK Srb, ULONG Index) {
  if (Index >= Srb->NumSrbExData || Srb->SrbExDataOffset[Index] == 0) return NULL;
  return (PSRBEX_DATA)((PUCHAR)Srb + Srb->SrbExDataOffset[Index]);
}
FORCEINLINE PSRBEX_DATA SrbGetSrbExDataByType(PSTORAGE_REQUEST_BLOCK Srb, SRBEXDATATYPE Type) {
  for (ULONG i = 0; i < Srb->NumSrbExData; ++i) {
    PSRBEX_DATA data = SrbGetSrbExDataByIndex(Srb, i);
    if (data && data->Type == Type) return data;
  }
  return NULL;
}
// The block of extended data that holds the CDB; those of all sizes are taken to begin alike.
FORCEINLINE PSRBEX_DATA SrbGetScsiSrbExData(PSTORAGE_REQUEST_BLOCK Srb) {
  PSRBEX_DATA data = SrbGetSrbExDataByType(Srb, SrbExDataTypeScsiCdb16);
  if (!data) data = SrbGetSrbExDataByType(Srb, SrbExDataTypeScsiCdb32);
  if (!data) data = SrbGetSrbExDataByType(Srb, SrbExDataTypeScsiCdbVar);
  return data;
}

// A member of the older kind that the newer one has in its extended data.
#define IRQLINT_SRB_SCSI_DATA(Get, Set, Type, Member) \
  FORCEINLINE Type Get(PVOID Srb) { \
    if (IrqlintIsExtendedSrb(Srb)) { \
      PSRBEX_DATA_SCSI_CDB16 data = (PSRBEX_DATA_SCSI_CDB16)SrbGetScsiSrbExData((PSTORAGE_REQUEST_BLOCK)Srb); \
      return data ? data->Member : (Type)0; \
    } \
    return ((PSCSI_REQUEST_BLOCK)Srb)->Member; \
  } \
  FORCEINLINE VOID Set(PVOID Srb, Type Value) { \
    if (IrqlintIsExtendedSrb(Srb)) { \
      PSRBEX_DATA_SCSI_CDB16 data = (PSRBEX_DATA_SCSI_CDB16)SrbGetScsiSrbExData((PSTORAGE_REQUEST_BLOCK)Srb); \
      if (data) data->Member = Value; \
    } else { \
      ((PSCSI_REQUEST_BLOCK)Srb)->Member = Value; \
    } \
  }

IRQLINT_SRB_SCSI_DATA(SrbGetScsiStatus, SrbSetScsiStatus, UCHAR, ScsiStatus)
IRQLINT_SRB_SCSI_DATA(SrbGetSenseInfoBuffer, SrbSetSenseInfoBuffer, PVOID, SenseInfoBuffer)
IRQLINT_SRB_SCSI_DATA(SrbGetSenseInfoBufferLength, SrbSetSenseInfoBufferLength, UCHAR, SenseInfoBufferLength)
IRQLINT_SRB_SCSI_DATA(SrbGetCdbLength, SrbSetCdbLength, UCHAR, CdbLength)
#undef IRQLINT_SRB_SCSI_DATA

FORCEINLINE union _CDB* SrbGetCdb(PVOID Srb) {
  PSRBEX_DATA data;
  if (!IrqlintIsExtendedSrb(Srb)) return (union _CDB*)((PSCSI_REQUEST_BLOCK)Srb)->Cdb;
  data = SrbGetScsiSrbExData((PSTORAGE_REQUEST_BLOCK)Srb);
  if (!data) return NULL;
  if (data->Type == SrbExDataTypeScsiCdbVar) return (union _CDB*)((PSRBEX_DATA_SCSI_CDB_VAR)data)->Cdb;
  return (union _CDB*)((PSRBEX_DATA_SCSI_CDB16)data)->Cdb;
}
FORCEINLINE union _CDB* SrbGetScsiData(PSTORAGE_REQUEST_BLOCK Srb, PUCHAR CdbLength8, PULONG CdbLength32,
                                       PUCHAR ScsiStatus, PVOID* SenseInfoBuffer, PUCHAR SenseInfoBufferLength) {
  if (CdbLength8) *CdbLength8 = SrbGetCdbLength(Srb);
  if (CdbLength32) *CdbLength32 = SrbGetCdbLength(Srb);
  if (ScsiStatus) *ScsiStatus = SrbGetScsiStatus(Srb);
  if (SenseInfoBuffer) *SenseInfoBuffer = SrbGetSenseInfoBuffer(Srb);
  if (SenseInfoBufferLength) *SenseInfoBufferLength = SrbGetSenseInfoBufferLength(Srb);
  return SrbGetCdb(Srb);
}

// The whole block
FORCEINLINE VOID SrbZeroSrb(PVOID Srb) {
  PSTORAGE_REQUEST_BLOCK block = (PSTORAGE_REQUEST_BLOCK)Srb;
  RtlZeroMemory(Srb, IrqlintIsExtendedSrb(Srb) ? block->SrbLength : block->Length);
}
FORCEINLINE BOOLEAN SrbCopySrb(PVOID Destination, ULONG DestinationLength, PVOID Source) {
  ULONG length = SrbGetSrbLength(Source);
  if (DestinationLength < length) return FALSE;
  RtlCopyMemory(Destination, Source, length);
  return TRUE;
}

#ifdef __cplusplus
}
#endif
