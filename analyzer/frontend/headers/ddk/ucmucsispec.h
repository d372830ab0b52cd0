// The block of data through which a platform policy manager of USB Type-C is reached.
#pragma once

#include <ntddk.h>

typedef enum _UCSI_COMMAND {
  UcsiCommandPpmReset = 1, UcsiCommandCancel, UcsiCommandConnectorReset, UcsiCommandAckCcCi,
  UcsiCommandSetNotificationEnable, UcsiCommandGetCapability, UcsiCommandGetConnectorCapability, UcsiCommandSetUom,
  UcsiCommandSetUor, UcsiCommandSetPdm, UcsiCommandSetPdr, UcsiCommandGetAlternateModes, UcsiCommandGetCamSupported,
  UcsiCommandGetCurrentCam, UcsiCommandSetNewCam, UcsiCommandGetPdos, UcsiCommandGetCableProperty,
  UcsiCommandGetConnectorStatus, UcsiCommandGetErrorStatus, UcsiCommandSetPowerLevel, UcsiCommandMax
} UCSI_COMMAND;
typedef union _UCSI_VERSION {
  UINT16 AsUInt16;
  struct { UINT16 SubMinorVersion : 4, MinorVersion : 4, MajorVersion : 8; };
} UCSI_VERSION, *PUCSI_VERSION;
typedef union _UCSI_CCI {
  UINT32 AsUInt32;
  struct {
    UINT32 Reserved1 : 1, ConnectorChangeIndicator : 7, DataLength : 8, Reserved2 : 9, NotSupportedIndicator : 1;
    UINT32 CancelCompletedIndicator : 1, ResetCompletedIndicator : 1, BusyIndicator : 1;
    UINT32 AcknowledgeCommandIndicator : 1, ErrorIndicator : 1, CommandCompletedIndicator : 1;
  };
} UCSI_CCI, *PUCSI_CCI;
typedef union _UCSI_CONTROL { UINT64 AsUInt64; struct { UINT64 Command : 8, DataLength : 8, CommandSpecific : 48; }; }
    UCSI_CONTROL, *PUCSI_CONTROL;
#define UCSI_MAX_DATA_LENGTH 0x10
typedef union _UCSI_MESSAGE_IN { UINT8 AsBuffer[UCSI_MAX_DATA_LENGTH]; } UCSI_MESSAGE_IN, *PUCSI_MESSAGE_IN;
typedef union _UCSI_MESSAGE_OUT { UINT8 AsBuffer[UCSI_MAX_DATA_LENGTH]; } UCSI_MESSAGE_OUT, *PUCSI_MESSAGE_OUT;
typedef struct _UCSI_DATA_BLOCK {
  UCSI_VERSION UcsiVersion;
  UINT16 Reserved;
  UCSI_CCI CCI;
  UCSI_CONTROL Control;
  UCSI_MESSAGE_IN MessageIn;
  UCSI_MESSAGE_OUT MessageOut;
} UCSI_DATA_BLOCK, *PUCSI_DATA_BLOCK;
FORCEINLINE BOOLEAN UCSI_CMD_SUCCEEDED(UCSI_CCI Cci) {
  return Cci.CommandCompletedIndicator == 1 && Cci.ErrorIndicator == 0;
}
