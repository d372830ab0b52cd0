// Transports of Bluetooth below the system's host: what they are asked and what they answer.
#pragma once

#include <ntddk.h>

#define IRQLINT_BTHX_CTL(Function) CTL_CODE(FILE_DEVICE_BLUETOOTH, Function, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define IOCTL_BTHX_GET_VERSION IRQLINT_BTHX_CTL(0x400)
#define IOCTL_BTHX_SET_VERSION IRQLINT_BTHX_CTL(0x401)
#define IOCTL_BTHX_QUERY_CAPABILITIES IRQLINT_BTHX_CTL(0x402)
#define IOCTL_BTHX_WRITE_HCI IRQLINT_BTHX_CTL(0x403)
#define IOCTL_BTHX_READ_HCI IRQLINT_BTHX_CTL(0x404)

typedef struct _BTHX_VERSION { ULONG Version; } BTHX_VERSION, *PBTHX_VERSION;
#define BTHX_DDI_VERSION_1 0x1
static const BTHX_VERSION Microsoft_BTHX_DDI_Version = {BTHX_DDI_VERSION_1};
typedef enum _BTHX_SCO_SUPPORT { ScoSupportNone, ScoSupportHCI, ScoSupportHCIBypass } BTHX_SCO_SUPPORT,
    *PBTHX_SCO_SUPPORT;
typedef enum _BTHX_HCI_PACKET_TYPE { HciPacketCommand = 1, HciPacketAclData = 2, HciPacketEvent = 4 }
    BTHX_HCI_PACKET_TYPE;
typedef struct _BTHX_CAPABILITIES {
  ULONG MaxAclTransferInSize;
  BTHX_SCO_SUPPORT ScoSupport;
  ULONG MaxScoChannels;
  BOOLEAN IsDeviceIdleCapable, IsDeviceWakeCapable;
} BTHX_CAPABILITIES, *PBTHX_CAPABILITIES;
typedef struct _BTHX_HCI_READ_WRITE_CONTEXT { ULONG DataLen; UCHAR Type, Data[1]; } BTHX_HCI_READ_WRITE_CONTEXT,
    *PBTHX_HCI_READ_WRITE_CONTEXT;
