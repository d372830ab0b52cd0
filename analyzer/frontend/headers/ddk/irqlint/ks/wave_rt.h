// What a WaveRT miniport tells about its hardware.
#pragma once

typedef struct _KSRTAUDIO_HWREGISTER {
  PVOID Register;
  ULONG Width;
  ULONGLONG Numerator, Denominator;
  ULONG Accuracy;
} KSRTAUDIO_HWREGISTER, *PKSRTAUDIO_HWREGISTER;
typedef struct _KSRTAUDIO_HWLATENCY { ULONG FifoSize, ChipsetDelay, CodecDelay; } KSRTAUDIO_HWLATENCY,
    *PKSRTAUDIO_HWLATENCY;
