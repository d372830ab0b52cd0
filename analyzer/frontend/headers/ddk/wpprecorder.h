// The recorder of trace messages.
#pragma once

#include <ntddk.h>

#ifdef __cplusplus
extern "C" {
#endif

#define RECORDER_LOG_IDENTIFIER_MAX_CHARS 16
typedef struct RECORDER_LOG__* RECORDER_LOG;
typedef struct _RECORDER_CONFIGURE_PARAMS { ULONG Size; BOOLEAN CreateDefaultLog; BOOLEAN UseTimeStamp; }
    RECORDER_CONFIGURE_PARAMS, *PRECORDER_CONFIGURE_PARAMS;
typedef enum _RECORDER_LOG_TYPE { RecorderLogTypeDefault, RecorderLogTypeCircular } RECORDER_LOG_TYPE;
typedef struct _RECORDER_LOG_CREATE_PARAMS {
  ULONG Size;
  RECORDER_LOG_TYPE LogType;
  ULONG TotalBufferSize;
  ULONG ErrorPartitionSize;
  CHAR LogIdentifier[RECORDER_LOG_IDENTIFIER_MAX_CHARS];
  PSTR LogTypePrefix;
} RECORDER_LOG_CREATE_PARAMS, *PRECORDER_LOG_CREATE_PARAMS;
FORCEINLINE VOID RECORDER_CONFIGURE_PARAMS_INIT(PRECORDER_CONFIGURE_PARAMS Parameters) {
  RtlZeroMemory(Parameters, sizeof(*Parameters));
  Parameters->Size = sizeof(*Parameters);
  Parameters->CreateDefaultLog = TRUE;
}
FORCEINLINE VOID RECORDER_LOG_CREATE_PARAMS_INIT(PRECORDER_LOG_CREATE_PARAMS Parameters, PCSTR LogIdentifier) {
  (VOID)LogIdentifier;
  RtlZeroMemory(Parameters, sizeof(*Parameters));
  Parameters->Size = sizeof(*Parameters);
}
VOID WppRecorderConfigure(PRECORDER_CONFIGURE_PARAMS ConfigureParams);
NTSTATUS WppRecorderLogCreate(PRECORDER_LOG_CREATE_PARAMS CreateParams, RECORDER_LOG* RecorderLog);
VOID WppRecorderLogDelete(RECORDER_LOG RecorderLog);
RECORDER_LOG WppRecorderLogGetDefault(VOID);
BOOLEAN WppRecorderIsDefaultLogAvailable(VOID);

#ifdef __cplusplus
}
#endif
