// Classes of management data of a disk with several paths.
#pragma once

// Load balancing
#define DSM_LB_FAILOVER 1
#define DSM_LB_ROUND_ROBIN 2
#define DSM_LB_ROUND_ROBIN_WITH_SUBSET 3
#define DSM_LB_DYN_LEAST_QUEUE_DEPTH 4
#define DSM_LB_WEIGHTED_PATHS 5
#define DSM_LB_LEAST_BLOCKS 6
#define DSM_LB_VENDOR_SPECIFIC 7

#define IRQLINT_MPIO_CLASS(Last) {0x6d70696f, 0x6469, 0x736b, {0x83, 0x60, 0x40, 0x1c, 0x95, 0x2d, 0x7e, Last}}
#define DSM_LB_OperationsGuid IRQLINT_MPIO_CLASS(1)
#define DSM_QueryLBPolicyGuid IRQLINT_MPIO_CLASS(2)
#define DSM_QuerySupportedLBPoliciesGuid IRQLINT_MPIO_CLASS(3)
#define DSM_QueryUniqueIdGuid IRQLINT_MPIO_CLASS(4)
#define DSM_QueryLBPolicy_V2Guid IRQLINT_MPIO_CLASS(5)
#define DSM_QuerySupportedLBPolicies_V2Guid IRQLINT_MPIO_CLASS(6)
#define MPIO_GET_DESCRIPTORGuid IRQLINT_MPIO_CLASS(7)
#define MPIO_DEVINSTANCE_HEALTH_INFOGuid IRQLINT_MPIO_CLASS(8)

typedef struct _MPIO_DSM_Path { ULONGLONG DsmPathId, Reserved; ULONG PathWeight, PrimaryPath; } MPIO_DSM_Path,
    *PMPIO_DSM_Path;
typedef struct _MPIO_DSM_Path_V2 {
  ULONGLONG DsmPathId, Reserved;
  ULONG PathWeight, PrimaryPath, OptimizedPath, PreferredPath, FailedPath, TargetPortGroup_State, ALUASupport;
  UCHAR SymmetricLUA, TargetPortGroup_Preferred;
  USHORT TargetPortGroup_Identifier;
  ULONG TargetPort_Identifier, Reserved32;
  ULONGLONG Reserved64;
} MPIO_DSM_Path_V2, *PMPIO_DSM_Path_V2;

#define IRQLINT_DSM_CLASSES(Suffix) \
  typedef struct _DSM_Load_Balance_Policy##Suffix { \
    ULONG Version, LoadBalancePolicy, DSMPathCount, Reserved; \
    MPIO_DSM_Path##Suffix DSM_Paths[1]; \
  } DSM_Load_Balance_Policy##Suffix, *PDSM_Load_Balance_Policy##Suffix; \
  typedef struct _DSM_QueryLBPolicy##Suffix { DSM_Load_Balance_Policy##Suffix LoadBalancePolicy; } \
      DSM_QueryLBPolicy##Suffix, *PDSM_QueryLBPolicy##Suffix; \
  typedef struct _DSM_QuerySupportedLBPolicies##Suffix { \
    ULONG SupportedLBPoliciesCount, Reserved; \
    DSM_Load_Balance_Policy##Suffix Supported_LB_Policies[1]; \
  } DSM_QuerySupportedLBPolicies##Suffix, *PDSM_QuerySupportedLBPolicies##Suffix
IRQLINT_DSM_CLASSES();
IRQLINT_DSM_CLASSES(_V2);
#undef IRQLINT_DSM_CLASSES
typedef struct _DSM_QueryUniqueId { ULONGLONG DsmUniqueId; } DSM_QueryUniqueId, *PDSM_QueryUniqueId;

#define DsmSetLoadBalancePolicy 1
#define DsmSetLoadBalancePolicyALUA 2
typedef struct _DsmSetLoadBalancePolicy_IN { DSM_Load_Balance_Policy LoadBalancePolicy; } DsmSetLoadBalancePolicy_IN,
    *PDsmSetLoadBalancePolicy_IN;
typedef struct _DsmSetLoadBalancePolicy_OUT { ULONG Status; } DsmSetLoadBalancePolicy_OUT,
    *PDsmSetLoadBalancePolicy_OUT;
typedef struct _DsmSetLoadBalancePolicyALUA_IN { DSM_Load_Balance_Policy_V2 LoadBalancePolicy; }
    DsmSetLoadBalancePolicyALUA_IN, *PDsmSetLoadBalancePolicyALUA_IN;
typedef struct _DsmSetLoadBalancePolicyALUA_OUT { ULONG Status; } DsmSetLoadBalancePolicyALUA_OUT,
    *PDsmSetLoadBalancePolicyALUA_OUT;

// The disk's instances, and their health
typedef struct _PDOSCSI_ADDR { UCHAR PortNumber, ScsiPathId, TargetId, Lun; } PDOSCSI_ADDR, *PPDOSCSI_ADDR;
typedef struct _PDO_INFORMATION { PDOSCSI_ADDR ScsiAddress; ULONGLONG PathIdentifier, Reserved; } PDO_INFORMATION,
    *PPDO_INFORMATION;
typedef struct _MPIO_GET_DESCRIPTOR { ULONG NumberPdos; WCHAR DeviceName[64]; PDO_INFORMATION PdoInformation[1]; }
    MPIO_GET_DESCRIPTOR, *PMPIO_GET_DESCRIPTOR;
typedef struct _MPIO_DEVINSTANCE_HEALTH_CLASS {
  ULONGLONG PathId, NumberReads, NumberWrites, NumberBytesRead, NumberBytesWritten, NumberRetries, NumberIoErrors;
  ULONGLONG CreateTime, FailTime;
  BOOLEAN DeviceOffline;
  UCHAR NumberReadsWrap, NumberWritesWrap, NumberBytesReadWrap, NumberBytesWrittenWrap, Pad[3];
} MPIO_DEVINSTANCE_HEALTH_CLASS, *PMPIO_DEVINSTANCE_HEALTH_CLASS;
typedef struct _MPIO_DEVINSTANCE_HEALTH_INFO {
  ULONG NumberDevInstancePackets, Reserved;
  MPIO_DEVINSTANCE_HEALTH_CLASS DevInstanceHealthPackets[1];
} MPIO_DEVINSTANCE_HEALTH_INFO, *PMPIO_DEVINSTANCE_HEALTH_INFO;
