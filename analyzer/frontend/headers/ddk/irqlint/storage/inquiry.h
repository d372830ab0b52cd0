// Inquiry data as of today, and what devices report in later pages and logs.
#pragma once

#ifdef IRQLINT_OWN_INQUIRYDATA
typedef struct _INQUIRYDATA {
  UCHAR DeviceType : 5, DeviceTypeQualifier : 3;
  UCHAR DeviceTypeModifier : 7, RemovableMedia : 1;
  union { UCHAR Versions; struct { UCHAR ANSIVersion : 3, ECMAVersion : 3, ISOVersion : 2; }; };
  UCHAR ResponseDataFormat : 4, HiSupport : 1, NormACA : 1, TerminateTask : 1, AERC : 1;
  UCHAR AdditionalLength;
  union { UCHAR Reserved; struct { UCHAR PROTECT : 1, Reserved_1 : 2, ThirdPartyCopy : 1, TPGS : 2, ACC : 1, SCCS : 1;
      }; };
  UCHAR Addr16 : 1, Addr32 : 1, AckReqQ : 1, MediumChanger : 1, MultiPort : 1, ReservedBit2 : 1, EnclosureServices : 1;
  UCHAR ReservedBit3 : 1;
  UCHAR SoftReset : 1, CommandQueue : 1, TransferDisable : 1, LinkedCommands : 1, Synchronous : 1, Wide16Bit : 1;
  UCHAR Wide32Bit : 1, RelativeAddressing : 1;
  UCHAR VendorId[8], ProductId[16], ProductRevisionLevel[4], VendorSpecific[20], Reserved3[2];
  USHORT VersionDescriptors[8];
  UCHAR Reserved4[30];
} INQUIRYDATA, *PINQUIRYDATA;
#endif

#pragma pack(push, 1)
typedef union _SENSE_DATA_EX { FIXED_SENSE_DATA FixedData; DESCRIPTOR_SENSE_DATA DescriptorData; } SENSE_DATA_EX,
    *PSENSE_DATA_EX;

typedef struct _VPD_EXTENDED_INQUIRY_DATA_PAGE {
  IRQLINT_VPD_HEADER;
  UCHAR RefChk : 1, AppChk : 1, GrdChk : 1, Spt : 3, ActivateMicrocode : 2;
  UCHAR SimpSup : 1, OrdSup : 1, HeadSup : 1, PriorSup : 1, GroupSup : 1, UaskSup : 1, Reserved0 : 2;
  UCHAR VSup : 1, NvSup : 1, Obsolete0 : 1, WuSup : 1, Reserved1 : 4;
  UCHAR LuiClr : 1, Reserved2 : 3, PiiSup : 1, NoPiChk : 1, Reserved3 : 2;
  UCHAR Obsolete1 : 1, HssRelef : 1, Reserved4 : 1, RtdSup : 1, RSup : 1, LuCollectionType : 3;
  UCHAR Multi_i_t_Nexus_Microcode_Download : 4, Reserved5 : 4;
  UCHAR ExtendedSelfTestCompletionMinutes[2];
  UCHAR Reserved6 : 5, VsaSup : 1, HraSup : 1, PoaSup : 1;
  UCHAR MaxSupportedSenseDataLength;
  UCHAR Nrd0 : 1, Nrd1 : 1, Sac : 1, Reserved7 : 3, Ias : 1, Ibs : 1;
  UCHAR MaxInquiryChangeLogs[2], MaxModePageChangeLogs[2], Reserved8[45];
} VPD_EXTENDED_INQUIRY_DATA_PAGE, *PVPD_EXTENDED_INQUIRY_DATA_PAGE;
typedef struct _VPD_THIRD_PARTY_COPY_PAGE { IRQLINT_VPD_HEADER; UCHAR ThirdPartyCopyDescriptors[ANYSIZE_ARRAY]; }
    VPD_THIRD_PARTY_COPY_PAGE, *PVPD_THIRD_PARTY_COPY_PAGE;
typedef struct _WINDOWS_BLOCK_DEVICE_TOKEN_LIMITS_DESCRIPTOR {
  UCHAR DescriptorType[2], DescriptorLength[2], VendorSpecific[6], MaximumRangeDescriptors[2];
  UCHAR MaximumInactivityTimer[4], DefaultInactivityTimer[4], MaximumTokenTransferSize[8], OptimalTransferCount[8];
} WINDOWS_BLOCK_DEVICE_TOKEN_LIMITS_DESCRIPTOR, *PWINDOWS_BLOCK_DEVICE_TOKEN_LIMITS_DESCRIPTOR;
typedef struct _BLOCK_DEVICE_TOKEN_DESCRIPTOR { UCHAR TokenIdentifier[2], Token[ANYSIZE_ARRAY]; }
    BLOCK_DEVICE_TOKEN_DESCRIPTOR, *PBLOCK_DEVICE_TOKEN_DESCRIPTOR;

typedef struct _LBA_STATUS_DESCRIPTOR {
  ULONGLONG StartingLBA;
  ULONG LogicalBlockCount;
  UCHAR ProvisioningStatus : 4, Reserved1 : 4, Reserved2[3];
} LBA_STATUS_DESCRIPTOR, *PLBA_STATUS_DESCRIPTOR;
typedef struct _LBA_STATUS_LIST_HEADER { ULONG ParameterLength, Reserved; LBA_STATUS_DESCRIPTOR
    Descriptors[ANYSIZE_ARRAY]; }
    LBA_STATUS_LIST_HEADER, *PLBA_STATUS_LIST_HEADER;

#define IRQLINT_LOG_PARAMETER \
  UCHAR ParameterCode[2]; \
  union { \
    UCHAR ControlByte; \
    struct { UCHAR FormatAndLinking : 2, TMC : 2, ETC : 1, TSD : 1, Obsolete : 1, DU : 1; }; \
  }; \
  UCHAR ParameterLength
typedef struct _LOG_PARAMETER_HEADER { IRQLINT_LOG_PARAMETER; } LOG_PARAMETER_HEADER, *PLOG_PARAMETER_HEADER;
typedef struct _LOG_PARAMETER { LOG_PARAMETER_HEADER Header; UCHAR AsByte[ANYSIZE_ARRAY]; } LOG_PARAMETER,
    *PLOG_PARAMETER;
#define IRQLINT_LOG_PAGE \
  UCHAR PageCode : 6, SPF : 1, DS : 1, SubPageCode, PageLength[2]
typedef struct _LOG_PAGE { IRQLINT_LOG_PAGE; LOG_PARAMETER Parameters[ANYSIZE_ARRAY]; } LOG_PAGE, *PLOG_PAGE;
typedef struct _LOG_PARAMETER_THRESHOLD_RESOURCE_COUNT {
  LOG_PARAMETER_HEADER Header;
  UCHAR ResourceCount[4], Scope : 2, Reserved1 : 6, Reserved2[3];
} LOG_PARAMETER_THRESHOLD_RESOURCE_COUNT, *PLOG_PARAMETER_THRESHOLD_RESOURCE_COUNT;
typedef struct _LOG_PAGE_LOGICAL_BLOCK_PROVISIONING {
  IRQLINT_LOG_PAGE;
  LOG_PARAMETER_HEADER Parameters[ANYSIZE_ARRAY];
} LOG_PAGE_LOGICAL_BLOCK_PROVISIONING, *PLOG_PAGE_LOGICAL_BLOCK_PROVISIONING;
#undef IRQLINT_LOG_PARAMETER
#undef IRQLINT_LOG_PAGE

typedef struct _MODE_CONTROL_PAGE {
  UCHAR PageCode : 6, Reserved1 : 1, PageSavable : 1, PageLength;
  UCHAR RLEC : 1, GLTSD : 1, D_SENSE : 1, DPICZ : 1, TMF_ONLY : 1, TST : 3;
  UCHAR Obsolete1 : 1, QERR : 2, NUAR : 1, QueueAlgorithmModifier : 4;
  UCHAR Obsolete2 : 3, SWP : 1, UA_INTLCK_CTRL : 2, RAC : 1, VS : 1;
  UCHAR AutoloadMode : 3, Reserved2 : 1, RWWP : 1, ATMPE : 1, TAS : 1, ATO : 1;
  UCHAR Obsolete3[2], BusyTimeoutPeriod[2], ExtendeSelfTestCompletionTime[2];
} MODE_CONTROL_PAGE, *PMODE_CONTROL_PAGE;

// Elements of a disk, and what it noted down about errors
typedef struct _PHYSICAL_ELEMENT_STATUS_DATA_DESCRIPTOR {
  UCHAR Reserved1[4], ElementIdentifier[4], Reserved2[6], PhysicalElementType, PhysicalElementHealth;
  UCHAR AssociatedCapacity[8], Reserved3[8];
} PHYSICAL_ELEMENT_STATUS_DATA_DESCRIPTOR, *PPHYSICAL_ELEMENT_STATUS_DATA_DESCRIPTOR;
typedef struct _PHYSICAL_ELEMENT_STATUS_PARAMETER_DATA {
  UCHAR DescriptorCount[4], ReturnedDescriptorCount[4], ElementIdentifierBeingDepoped[4], Reserved[20];
  PHYSICAL_ELEMENT_STATUS_DATA_DESCRIPTOR Descriptors[ANYSIZE_ARRAY];
} PHYSICAL_ELEMENT_STATUS_PARAMETER_DATA, *PPHYSICAL_ELEMENT_STATUS_PARAMETER_DATA;
typedef struct _ERROR_HISTORY_DIRECTORY_ENTRY {
  UCHAR SupportedBufferId, BufferFormat, BufferSource : 4, Reserved0 : 4, Reserved1, MaxAvailableLength[4];
} ERROR_HISTORY_DIRECTORY_ENTRY, *PERROR_HISTORY_DIRECTORY_ENTRY;
typedef struct _ERROR_HISTORY_DIRECTORY {
  UCHAR T10VendorId[8], ErrorHistoryVersion, ClearSupport : 1, ErrorHistorySource : 2, ErrorHistoryRetrieved : 2;
  UCHAR Reserved0 : 3, Reserved1[20], DirectoryLength[2];
  ERROR_HISTORY_DIRECTORY_ENTRY ErrorHistoryDirectoryList[ANYSIZE_ARRAY];
} ERROR_HISTORY_DIRECTORY, *PERROR_HISTORY_DIRECTORY;
typedef struct _CURRENT_INTERNAL_STATUS_PARAMETER_DATA {
  UCHAR Reserved0[4], IEEECompanyId[4], CurrentInternalStatusDataSetOneLength[2];
  UCHAR CurrentInternalStatusDataSetTwoLength[2], CurrentInternalStatusDataSetThreeLength[2];
  UCHAR CurrentInternalStatusDataSetFourLength[4], Reserved1[364], NewSavedDataAvailable, SavedDataGenerationNumber;
  UCHAR CurrentReasonIdentifier[128], CurrentInternalStatusData[ANYSIZE_ARRAY];
} CURRENT_INTERNAL_STATUS_PARAMETER_DATA, *PCURRENT_INTERNAL_STATUS_PARAMETER_DATA;
#pragma pack(pop)
