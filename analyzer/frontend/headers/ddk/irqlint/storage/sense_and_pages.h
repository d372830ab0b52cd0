// Sense data of today's devices, pages of product data, and parameters of later SCSI commands.
#pragma once

#ifndef SCSI_SENSE_ERRORCODE_FIXED_CURRENT
#define SCSI_SENSE_ERRORCODE_FIXED_CURRENT 0x70
#define SCSI_SENSE_ERRORCODE_FIXED_DEFERRED 0x71
#define SCSI_SENSE_ERRORCODE_DESCRIPTOR_CURRENT 0x72
#define SCSI_SENSE_ERRORCODE_DESCRIPTOR_DEFERRED 0x73
#define SCSI_SENSE_DESCRIPTOR_TYPE_INFORMATION 0x00
#define SCSI_SENSE_DESCRIPTOR_TYPE_BLOCK_COMMAND 0x05
#define SCSI_SENSE_DESCRIPTOR_TYPE_ATA_STATUS_RETURN 0x09
#define SCSI_SENSE_OPTIONS_NONE 0
#define SCSI_SENSE_OPTIONS_FIXED_FORMAT_IF_UNKNOWN_FORMAT_INDICATED 1

#pragma pack(push, 1)
typedef struct _SENSE_DATA FIXED_SENSE_DATA, *PFIXED_SENSE_DATA;
typedef struct _DESCRIPTOR_SENSE_DATA {
  UCHAR ErrorCode : 7, Reserved1 : 1, SenseKey : 4, Reserved2 : 4;
  UCHAR AdditionalSenseCode, AdditionalSenseCodeQualifier, Reserved3[3], AdditionalSenseLength;
  UCHAR DescriptorBuffer[ANYSIZE_ARRAY];
} DESCRIPTOR_SENSE_DATA, *PDESCRIPTOR_SENSE_DATA;
typedef struct _SCSI_SENSE_DESCRIPTOR_HEADER { UCHAR DescriptorType, AdditionalLength; }
    SCSI_SENSE_DESCRIPTOR_HEADER, *PSCSI_SENSE_DESCRIPTOR_HEADER;
typedef struct _SCSI_SENSE_DESCRIPTOR_INFORMATION {
  SCSI_SENSE_DESCRIPTOR_HEADER Header;
  UCHAR Reserved1 : 7, Valid : 1, Reserved2, Information[8];
} SCSI_SENSE_DESCRIPTOR_INFORMATION, *PSCSI_SENSE_DESCRIPTOR_INFORMATION;
typedef struct _SCSI_SENSE_DESCRIPTOR_BLOCK_COMMAND {
  SCSI_SENSE_DESCRIPTOR_HEADER Header;
  UCHAR Reserved1, Reserved2 : 5, IncorrectLength : 1, Reserved3 : 2;
} SCSI_SENSE_DESCRIPTOR_BLOCK_COMMAND, *PSCSI_SENSE_DESCRIPTOR_BLOCK_COMMAND;
typedef struct _SCSI_SENSE_DESCRIPTOR_ATA_STATUS_RETURN {
  SCSI_SENSE_DESCRIPTOR_HEADER Header;
  UCHAR Extend : 1, Reserved1 : 7;
  UCHAR Error, SectorCount15_8, SectorCount7_0, LbaLow15_8, LbaLow7_0, LbaMid15_8, LbaMid7_0, LbaHigh15_8, LbaHigh7_0;
  UCHAR Device, Status;
} SCSI_SENSE_DESCRIPTOR_ATA_STATUS_RETURN, *PSCSI_SENSE_DESCRIPTOR_ATA_STATUS_RETURN;

typedef struct _READ_CAPACITY16_DATA {
  LARGE_INTEGER LogicalBlockAddress;
  ULONG BytesPerBlock;
  UCHAR ProtectionEnable : 1, ProtectionType : 3, RcBasis : 2, Reserved : 2;
  UCHAR LogicalPerPhysicalExponent : 4, ProtectionInfoExponent : 4;
  UCHAR LowestAlignedBlock_MSB : 6, LBPRZ : 1, LBPME : 1, LowestAlignedBlock_LSB;
  UCHAR Reserved3[16];
} READ_CAPACITY16_DATA, *PREAD_CAPACITY16_DATA;

#define VPD_EXTENDED_INQUIRY_DATA 0x86
#define VPD_ATA_INFORMATION 0x89
#define VPD_THIRD_PARTY_COPY 0x8F
#define VPD_BLOCK_LIMITS 0xB0
#define VPD_BLOCK_DEVICE_CHARACTERISTICS 0xB1
#define VPD_LOGICAL_BLOCK_PROVISIONING 0xB2
#define IRQLINT_VPD_HEADER UCHAR DeviceType : 5, DeviceTypeQualifier : 3, PageCode, PageLength[2]
typedef struct _VPD_BLOCK_LIMITS_PAGE {
  IRQLINT_VPD_HEADER;
  union {
    struct {
      union { UCHAR Reserved0; struct { UCHAR WSNZ : 1; }; };
      UCHAR MaximumCompareAndWriteLength, OptimalTransferLengthGranularity[2];
      UCHAR MaximumTransferLength[4], OptimalTransferLength[4], MaxPrefetchXDReadXDWriteTransferLength[4];
      UCHAR MaximumUnmapLBACount[4], MaximumUnmapBlockDescriptorCount[4], OptimalUnmapGranularity[4];
      union {
        struct { UCHAR UnmapGranularityAlignmentByte3 : 7, UGAValid : 1, UnmapGranularityAlignmentByte2,
            UnmapGranularityAlignmentByte1, UnmapGranularityAlignmentByte0; };
        UCHAR UnmapGranularityAlignment[4];
      };
      UCHAR Reserved1[28];
    };
    UCHAR Descriptors[ANYSIZE_ARRAY];
  };
} VPD_BLOCK_LIMITS_PAGE, *PVPD_BLOCK_LIMITS_PAGE;
typedef struct _VPD_BLOCK_DEVICE_CHARACTERISTICS_PAGE {
  UCHAR DeviceType : 5, DeviceTypeQualifier : 3, PageCode, Reserved0, PageLength;
  UCHAR MediumRotationRateMsb, MediumRotationRateLsb, MediumProductType;
  UCHAR NominalFormFactor : 4, WACEREQ : 2, WABEREQ : 2;
  UCHAR VBULS : 1, FUAB : 1, BOCS : 1, Reserved1 : 1, ZONED : 2, Reserved2 : 2, Reserved3[3];
  UCHAR DepopulationTime[4], Reserved4[48];
} VPD_BLOCK_DEVICE_CHARACTERISTICS_PAGE, *PVPD_BLOCK_DEVICE_CHARACTERISTICS_PAGE;
typedef struct _VPD_LOGICAL_BLOCK_PROVISIONING_PAGE {
  IRQLINT_VPD_HEADER;
  UCHAR ThresholdExponent, DP : 1, ANC_SUP : 1, LBPRZ : 1, Reserved0 : 2, LBPWS10 : 1, LBPWS : 1, LBPU : 1;
  UCHAR ProvisioningType : 3, Reserved1 : 5, Reserved2;
  UCHAR ProvisioningGroupDescr[ANYSIZE_ARRAY];
} VPD_LOGICAL_BLOCK_PROVISIONING_PAGE, *PVPD_LOGICAL_BLOCK_PROVISIONING_PAGE;
typedef struct _VPD_ATA_INFORMATION_PAGE {
  IRQLINT_VPD_HEADER;
  UCHAR Reserved0[4], VendorId[8], ProductId[16], ProductRevisionLevel[4], DeviceSignature[20], CommandCode;
  UCHAR Reserved1[3], IdentifyDeviceData[512];
} VPD_ATA_INFORMATION_PAGE, *PVPD_ATA_INFORMATION_PAGE;

typedef struct _UNMAP_BLOCK_DESCRIPTOR { UCHAR StartingLba[8], LbaCount[4], Reserved[4]; }
    UNMAP_BLOCK_DESCRIPTOR, *PUNMAP_BLOCK_DESCRIPTOR;
typedef struct _UNMAP_LIST_HEADER {
  UCHAR DataLength[2], BlockDescrDataLength[2], Reserved[4];
  UNMAP_BLOCK_DESCRIPTOR Descriptors[ANYSIZE_ARRAY];
} UNMAP_LIST_HEADER, *PUNMAP_LIST_HEADER;
typedef struct _BLOCK_DEVICE_RANGE_DESCRIPTOR { UCHAR LogicalBlockAddress[8], TransferLength[4], Reserved[4]; }
    BLOCK_DEVICE_RANGE_DESCRIPTOR, *PBLOCK_DEVICE_RANGE_DESCRIPTOR;
typedef struct _POPULATE_TOKEN_HEADER {
  UCHAR PopulateTokenDataLength[2], Immediate : 1, Reserved1 : 7, Reserved2, InactivityTimeout[4], Reserved3[6];
  UCHAR BlockDeviceRangeDescriptorListLength[2], BlockDeviceRangeDescriptor[ANYSIZE_ARRAY];
} POPULATE_TOKEN_HEADER, *PPOPULATE_TOKEN_HEADER;
typedef struct _WRITE_USING_TOKEN_HEADER {
  UCHAR WriteUsingTokenDataLength[2], Immediate : 1, Reserved1 : 7, Reserved2[5], BlockOffsetIntoToken[8], Token[512];
  UCHAR Reserved3[6], BlockDeviceRangeDescriptorListLength[2], BlockDeviceRangeDescriptor[ANYSIZE_ARRAY];
} WRITE_USING_TOKEN_HEADER, *PWRITE_USING_TOKEN_HEADER;
typedef struct _RECEIVE_TOKEN_INFORMATION_HEADER {
  UCHAR AvailableData[4], ResponseToServiceAction : 5, Reserved1 : 3, OperationStatus : 7, Reserved2 : 1;
  UCHAR OperationCounter[2], EstimatedStatusUpdateDelay[4], CompletionStatus, SenseDataFieldLength, SenseDataLength;
  UCHAR TransferCountUnits, TransferCount[8], SegmentsProcessed[2], Reserved3[6], SenseData[ANYSIZE_ARRAY];
} RECEIVE_TOKEN_INFORMATION_HEADER, *PRECEIVE_TOKEN_INFORMATION_HEADER;
typedef struct _RECEIVE_TOKEN_INFORMATION_RESPONSE_HEADER {
  UCHAR TokenDescriptorsLength[4], TokenDescriptor[ANYSIZE_ARRAY];
} RECEIVE_TOKEN_INFORMATION_RESPONSE_HEADER, *PRECEIVE_TOKEN_INFORMATION_RESPONSE_HEADER;
#define OPERATION_COMPLETED_WITH_SUCCESS 0x01
#define OPERATION_COMPLETED_WITH_ERROR 0x02
#define OPERATION_COMPLETED_WITH_RESIDUAL_DATA 0x03
#pragma pack(pop)
#endif
