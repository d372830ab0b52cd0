// What a class driver of storage finds out about the functions of a device.
#pragma once

typedef enum _CLASS_POWER_DOWN_STATE3 {
  PowerDownDeviceInitial3, PowerDownDeviceLocked3, PowerDownDeviceQuiesced3, PowerDownDeviceFlushed3,
  PowerDownDeviceStopped3, PowerDownDeviceOff3, PowerDownDeviceUnlocked3
} CLASS_POWER_DOWN_STATE3;
typedef enum _CLASS_POWER_UP_STATE2 {
  PowerUpDeviceInitial2, PowerUpDeviceLocked2, PowerUpDeviceOn2, PowerUpDeviceStarted2, PowerUpDeviceUnlocked2
} CLASS_POWER_UP_STATE2;
typedef enum _CLASS_FUNCTION_SUPPORT { SupportUnknown, NotSupported, Supported } CLASS_FUNCTION_SUPPORT;

#define CLASS_SRB_SCSI_REQUEST_BLOCK 0x1
#define CLASS_SRB_STORAGE_REQUEST_BLOCK 0x2
#define CLASS_SRBEX_SCSI_CDB16_BUFFER_SIZE \
  (sizeof(STORAGE_REQUEST_BLOCK) + sizeof(STOR_ADDR_BTL8) + sizeof(SRBEX_DATA_SCSI_CDB16))
#define CLASS_SRBEX_NO_SRBEX_DATA_BUFFER_SIZE (sizeof(STORAGE_REQUEST_BLOCK) + sizeof(STOR_ADDR_BTL8))

typedef struct _CLASS_VPD_B0_DATA {
  NTSTATUS CommandStatus;
  ULONG MaxUnmapLbaCount, MaxUnmapBlockDescrCount, OptimalUnmapGranularity, UnmapGranularityAlignment;
  BOOLEAN UGAVALID;
  UCHAR Reserved0;
  USHORT OptimalTransferLengthGranularity;
  ULONG MaximumTransferLength, OptimalTransferLength;
} CLASS_VPD_B0_DATA, *PCLASS_VPD_B0_DATA;
typedef struct _CLASS_VPD_B1_DATA {
  NTSTATUS CommandStatus;
  USHORT MediumRotationRate;
  UCHAR NominalFormFactor;
  UCHAR Zoned;
  ULONG MediumProductType;
  ULONG DepopulationTime;
} CLASS_VPD_B1_DATA, *PCLASS_VPD_B1_DATA;
typedef struct _CLASS_VPD_B2_DATA {
  NTSTATUS CommandStatus;
  UCHAR ThresholdExponent;
  UCHAR DP : 1, ANC_SUP : 1, Reserved0 : 2, LBPRZ : 1, LBPWS10 : 1, LBPWS : 1, LBPU : 1;
  UCHAR ProvisioningType : 3, Reserved1 : 5;
  ULONG SoftThresholdEventPending;
} CLASS_VPD_B2_DATA, *PCLASS_VPD_B2_DATA;
typedef struct _CLASS_READ_CAPACITY16_DATA {
  NTSTATUS CommandStatus;
  ULONG BytesPerLogicalSector, BytesPerPhysicalSector, BytesOffsetForSectorAlignment;
  BOOLEAN LBProvisioningEnabled, LBProvisioningReadZeros;
  UCHAR Reserved0[2];
  ULONG Reserved1;
} CLASS_READ_CAPACITY16_DATA, *PCLASS_READ_CAPACITY16_DATA;
typedef struct _CLASS_VPD_ECOP_BLOCK_DEVICE_ROD_LIMITS {
  NTSTATUS CommandStatus;
  USHORT MaximumRangeDescriptors, Restricted;
  ULONG MaximumInactivityTimer, DefaultInactivityTimer;
  ULONGLONG MaximumTokenTransferSize, OptimalTransferCount, MaximumTransferCount;
} CLASS_VPD_ECOP_BLOCK_DEVICE_ROD_LIMITS, *PCLASS_VPD_ECOP_BLOCK_DEVICE_ROD_LIMITS;

typedef struct _CLASS_FUNCTION_SUPPORT_INFO {
  KSPIN_LOCK SyncLock;
  ULONG GenerationCount;
  volatile ULONG ChangeRequestCount;
  struct {
    ULONG BlockLimits : 1, BlockDeviceCharacteristics : 1, LBProvisioning : 1, BlockDeviceRODLimits : 1;
    ULONG ZonedBlockDeviceCharacteristics : 1, Reserved : 22, DeviceType : 5;
  } ValidInquiryPages;
  struct { CLASS_FUNCTION_SUPPORT SeekPenaltyProperty, AccessAlignmentProperty, TrimProperty, TrimProcess; }
      LowerLayerSupport;
  BOOLEAN RegAccessAlignmentQueryNotSupported;
  BOOLEAN AsynchronousNotificationSupported;
  BOOLEAN UseModeSense10;
  UCHAR Reserved;
  CLASS_VPD_B0_DATA BlockLimitsData;
  CLASS_VPD_B1_DATA DeviceCharacteristicsData;
  CLASS_VPD_B2_DATA LBProvisioningData;
  CLASS_READ_CAPACITY16_DATA ReadCapacity16Data;
  CLASS_VPD_ECOP_BLOCK_DEVICE_ROD_LIMITS BlockDeviceRODLimitsData;
  struct {
    ULONG D3ColdSupported : 1, DeviceWakeable : 1, IdlePowerEnabled : 1, D3IdleTimeoutOverridden : 1;
    ULONG NoVerifyDuringIdlePower : 1, Reserved2 : 27;
    ULONG D3IdleTimeout;
  } IdlePower;
  CLASS_FUNCTION_SUPPORT HwFirmwareGetInfoSupport;
  struct _STORAGE_HW_FIRMWARE_INFO* HwFirmwareInfo;
} CLASS_FUNCTION_SUPPORT_INFO, *PCLASS_FUNCTION_SUPPORT_INFO;
typedef struct _ADDITIONAL_FDO_DATA { ULONG Size; ULONG Flags; ULONG Reserved[6]; }
    ADDITIONAL_FDO_DATA, *PADDITIONAL_FDO_DATA;
