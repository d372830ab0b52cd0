// Secure Digital: commands, their arguments and responses.
#pragma once

#include <ntddk.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef UCHAR SD_COMMAND_CODE;
#define SDCMD_SEND_RELATIVE_ADDR 3
#define SDCMD_IO_SEND_OP_COND 5
#define SDCMD_SELECT_CARD 7
#define SDCMD_SEND_IF_COND 8
#define SDCMD_SEND_CSD 9
#define SDCMD_SEND_CID 10
#define SDCMD_STOP_TRANSMISSION 12
#define SDCMD_SEND_STATUS 13
#define SDCMD_SET_BLOCKLEN 16
#define SDCMD_READ_BLOCK 17
#define SDCMD_READ_MULTIBLOCK 18
#define SDCMD_WRITE_BLOCK 24
#define SDCMD_WRITE_MULTIBLOCK 25
#define SDCMD_IO_RW_DIRECT 52
#define SDCMD_IO_RW_EXTENDED 53
#define SDCMD_APP_CMD 55

typedef enum { SDCC_STANDARD, SDCC_APP_CMD } SD_COMMAND_CLASS;
typedef enum { SDTD_UNSPECIFIED, SDTD_READ, SDTD_WRITE } SD_TRANSFER_DIRECTION;
typedef enum { SDTT_UNSPECIFIED, SDTT_CMD_ONLY, SDTT_SINGLE_BLOCK, SDTT_MULTI_BLOCK, SDTT_MULTI_BLOCK_NO_CMD12 }
    SD_TRANSFER_TYPE;
typedef enum { SDRT_UNSPECIFIED, SDRT_NONE, SDRT_1, SDRT_1B, SDRT_2, SDRT_3, SDRT_4, SDRT_5, SDRT_5B, SDRT_6 }
    SD_RESPONSE_TYPE;
typedef struct _SDCMD_DESCRIPTOR {
  SD_COMMAND_CODE Cmd;
  SD_COMMAND_CLASS CmdClass;
  SD_TRANSFER_DIRECTION TransferDirection;
  SD_TRANSFER_TYPE TransferType;
  SD_RESPONSE_TYPE ResponseType;
} SDCMD_DESCRIPTOR, *PSDCMD_DESCRIPTOR;

typedef struct _SD_RW_DIRECT_ARGUMENT {
  union {
    struct { ULONG Data : 8, Reserved1 : 1, Address : 17, Reserved2 : 1, ReadAfterWrite : 1, Function : 3,
        WriteToDevice : 1; } bits;
    ULONG AsULONG;
  } u;
} SD_RW_DIRECT_ARGUMENT, *PSD_RW_DIRECT_ARGUMENT;
typedef struct _SD_RW_EXTENDED_ARGUMENT {
  union {
    struct { ULONG Count : 9, Address : 17, OpCode : 1, BlockMode : 1, Function : 3, WriteToDevice : 1; } bits;
    ULONG AsULONG;
  } u;
} SD_RW_EXTENDED_ARGUMENT, *PSD_RW_EXTENDED_ARGUMENT;
typedef union _SDRESP_TYPE3 { ULONG AsULONG; } SDRESP_TYPE3, *PSDRESP_TYPE3;

#ifdef __cplusplus
}
#endif
