// Profiles of cameras: what their pins offer, and which cameras may run at the same time.
#pragma once

#define KSDEVICE_PROFILE_TYPE_UNKNOWN 0x00000000
#define KSDEVICE_PROFILE_TYPE_CAMERA 0x00000001
typedef struct _KSCAMERA_PROFILE_MEDIAINFO {
  struct { UINT32 X, Y; } Resolution;
  struct { UINT32 Numerator, Denominator; } MaxFrameRate;
  ULONGLONG Flags;
  UINT32 Data0, Data1, Data2, Data3;
} KSCAMERA_PROFILE_MEDIAINFO, *PKSCAMERA_PROFILE_MEDIAINFO;
typedef struct _KSCAMERA_PROFILE_PININFO {
  GUID PinCategory;
  union { struct { USHORT PinIndex, ProfileSensorType; }; UINT32 Reserved; };
  UINT32 MediaInfoCount;
  PKSCAMERA_PROFILE_MEDIAINFO MediaInfos;
} KSCAMERA_PROFILE_PININFO, *PKSCAMERA_PROFILE_PININFO;
typedef struct _KSCAMERA_PROFILE_INFO {
  GUID ProfileId;
  UINT32 Index;
  UINT32 PinCount;
  PKSCAMERA_PROFILE_PININFO Pins;
} KSCAMERA_PROFILE_INFO, *PKSCAMERA_PROFILE_INFO;
typedef struct _KSCAMERA_PROFILE_CONCURRENCYINFO {
  GUID ReferenceGuid;
  UINT32 Reserved;
  UINT32 ProfileCount;
  PKSCAMERA_PROFILE_INFO Profiles;
} KSCAMERA_PROFILE_CONCURRENCYINFO, *PKSCAMERA_PROFILE_CONCURRENCYINFO;
typedef struct _KSDEVICE_PROFILE_INFO {
  UINT32 Type;
  UINT32 Size;
  union {
    struct {
      KSCAMERA_PROFILE_INFO Info;
      UINT32 Reserved;
      UINT32 ConcurrencyCount;
      PKSCAMERA_PROFILE_CONCURRENCYINFO Concurrency;
    } Camera;
  };
} KSDEVICE_PROFILE_INFO, *PKSDEVICE_PROFILE_INFO;
