// What the smart card library keeps for a reader, and its functions.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

struct _SMARTCARD_EXTENSION;
typedef NTSTATUS READER_CALLBACK(struct _SMARTCARD_EXTENSION* SmartcardExtension);

typedef struct _CLOCK_RATE_CONVERSION { ULONG F; ULONG fs; } CLOCK_RATE_CONVERSION, *PCLOCK_RATE_CONVERSION;
typedef struct _BIT_RATE_ADJUSTMENT { ULONG DNumerator; ULONG DDivisor; } BIT_RATE_ADJUSTMENT, *PBIT_RATE_ADJUSTMENT;
typedef enum _PTS_TYPE { PTS_TYPE_DEFAULT, PTS_TYPE_OPTIMAL, PTS_TYPE_USER } PTS_TYPE, *PPTS_TYPE;
typedef struct _PTS_DATA {
  PTS_TYPE Type;
  UCHAR Fl, Dl;
  ULONG CLKFrequency, DataRate;
  UCHAR StopBits;
} PTS_DATA, *PPTS_DATA;
typedef struct _VENDOR_ATTR {
  struct { USHORT Length; UCHAR Buffer[MAXIMUM_ATTR_STRING_LENGTH]; } VendorName;
  struct { USHORT Length; UCHAR Buffer[MAXIMUM_ATTR_STRING_LENGTH]; } IfdType;
  ULONG UnitNo;
  struct { USHORT BuildNumber; UCHAR VersionMinor; UCHAR VersionMajor; } IfdVersion;
  struct { USHORT Length; UCHAR Buffer[MAXIMUM_ATTR_STRING_LENGTH]; } IfdSerialNo;
  ULONG Reserved[25];
} VENDOR_ATTR, *PVENDOR_ATTR;
typedef struct _SCARD_READER_CAPABILITIES {
  ULONG SupportedProtocols;
  ULONG Reserved;
  ULONG ReaderType;
  ULONG MechProperties;
  ULONG CurrentState;
  ULONG Channel;
  struct { ULONG Default, Max; } CLKFrequency;
  struct { ULONG Default, Max; } DataRate;
  ULONG MaxIFSD;
  ULONG PowerMgmtSupport;
  ULONG CardConfiscated;
  struct { PULONG List; UCHAR Entries; } DataRatesSupported;
  struct { PULONG List; UCHAR Entries; } CLKFrequenciesSupported;
  ULONG Reserved1[21];
} SCARD_READER_CAPABILITIES, *PSCARD_READER_CAPABILITIES;
typedef struct _SCARD_CARD_CAPABILITIES {
  BOOLEAN InversConvention;
  ULONG etu;
  struct { UCHAR Buffer[ATR_SIZE]; UCHAR Length; } ATR;
  struct { UCHAR Buffer[16]; UCHAR Length; } HistoricalChars;
  PCLOCK_RATE_CONVERSION ClockRateConversion;
  PBIT_RATE_ADJUSTMENT BitRateAdjustment;
  UCHAR Fl, Dl, II, P, N;
  ULONG GT;
  struct { ULONG Supported, Selected; } Protocol;
  struct { UCHAR WI; ULONG WT; } T0;
  struct { UCHAR IFSC, CWI, BWI, EDC; ULONG CWT, BWT, BGT; } T1;
  PTS_DATA PtsData;
  UCHAR Reserved[100 - sizeof(PTS_DATA)];
} SCARD_CARD_CAPABILITIES, *PSCARD_CARD_CAPABILITIES;
typedef struct _T0_DATA { ULONG Lc; ULONG Le; } T0_DATA, *PT0_DATA;
typedef struct _T1_DATA {
  UCHAR IFSC, IFSD;
  ULONG BytesReceived, BytesSent, BytesToSend;
  ULONG LastError;
  BOOLEAN MoreData;
  UCHAR NAD;
  ULONG OriginalState;
  UCHAR Resend, Resynch, RSN, SSN;
  ULONG State;
  ULONG Wtx;
  PUCHAR ReplyData;
  BOOLEAN WaitForReply;
  UCHAR InfBytesSent;
  UCHAR Reserved[98];
} T1_DATA, *PT1_DATA;
typedef struct _SMARTCARD_REQUEST { PUCHAR Buffer; ULONG BufferSize; ULONG BufferLength; }
    SMARTCARD_REQUEST, *PSMARTCARD_REQUEST;
typedef struct _SMARTCARD_REPLY { PUCHAR Buffer; ULONG BufferSize; ULONG BufferLength; }
    SMARTCARD_REPLY, *PSMARTCARD_REPLY;
typedef struct _OS_DEP_DATA {
  PDEVICE_OBJECT DeviceObject;
  PIRP NotificationIrp;
  PIRP CurrentIrp;
  KSPIN_LOCK SpinLock;
  struct { KMUTEX Mutex; } Mutex;
  KEVENT DebugEvent;
} OS_DEP_DATA, *POS_DEP_DATA;

typedef struct _SMARTCARD_EXTENSION {
  ULONG Version;
  VENDOR_ATTR VendorAttr;
  READER_CALLBACK* ReaderFunction[IrqlintReaderFunctions];
  SCARD_CARD_CAPABILITIES CardCapabilities;
  ULONG LastError;
  struct { PULONG_PTR Information; PUCHAR RequestBuffer; ULONG RequestBufferLength; PUCHAR ReplyBuffer;
    ULONG ReplyBufferLength; } IoRequest;
  ULONG MajorIoControlCode, MinorIoControlCode;
  POS_DEP_DATA OsData;
  SCARD_READER_CAPABILITIES ReaderCapabilities;
  struct _READER_EXTENSION* ReaderExtension;
  SMARTCARD_REPLY SmartcardReply;
  SMARTCARD_REQUEST SmartcardRequest;
  T0_DATA T0;
  T1_DATA T1;
  struct _PERF_INFO* PerfInfo;
  ULONG Reserved[24];
} SMARTCARD_EXTENSION, *PSMARTCARD_EXTENSION;

_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS SmartcardInitialize(PSMARTCARD_EXTENSION SmartcardExtension);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID SmartcardExit(PSMARTCARD_EXTENSION SmartcardExtension);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS SmartcardCreateLink(PUNICODE_STRING LinkName, PUNICODE_STRING DeviceName);
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS SmartcardDeviceControl(PSMARTCARD_EXTENSION SmartcardExtension, PIRP Irp);
NTSTATUS SmartcardUpdateCardCapabilities(PSMARTCARD_EXTENSION SmartcardExtension);
NTSTATUS SmartcardRawRequest(PSMARTCARD_EXTENSION SmartcardExtension);
NTSTATUS SmartcardRawReply(PSMARTCARD_EXTENSION SmartcardExtension);
NTSTATUS SmartcardT0Request(PSMARTCARD_EXTENSION SmartcardExtension);
NTSTATUS SmartcardT0Reply(PSMARTCARD_EXTENSION SmartcardExtension);
NTSTATUS SmartcardT1Request(PSMARTCARD_EXTENSION SmartcardExtension);
NTSTATUS SmartcardT1Reply(PSMARTCARD_EXTENSION SmartcardExtension);
VOID SmartcardInvertData(PUCHAR Buffer, ULONG Length);
VOID SmartcardLogError(PVOID Object, NTSTATUS ErrorCode, PUNICODE_STRING Insertion, ULONG DumpData);
NTSTATUS SmartcardAcquireRemoveLock(PSMARTCARD_EXTENSION SmartcardExtension);
NTSTATUS SmartcardAcquireRemoveLockWithTag(PSMARTCARD_EXTENSION SmartcardExtension, ULONG Tag);
VOID SmartcardReleaseRemoveLock(PSMARTCARD_EXTENSION SmartcardExtension);
VOID SmartcardReleaseRemoveLockWithTag(PSMARTCARD_EXTENSION SmartcardExtension, ULONG Tag);
VOID SmartcardReleaseRemoveLockAndWait(PSMARTCARD_EXTENSION SmartcardExtension);
VOID SmartcardCompleteCardTracking(PSMARTCARD_EXTENSION SmartcardExtension);
#define SmartcardDebug(Level, Message)

#ifdef __cplusplus
}
#endif
