// Data ports of a SoundWire controller.
#pragma once

#include <ntddk.h>
#include <windef.h>
#include <ks.h>
#include <ksmedia.h>

enum { SoundWireDataPortModeIsochronous = 1 };
typedef struct _SOUNDWIRE_DATAPORT_CONFIGURATION {
  ULONG Size;
  ULONG EndpointId;
  ULONG DataPortNumber;
  ULONG Modes;
  ULONG ChannelMask;
} SOUNDWIRE_DATAPORT_CONFIGURATION, *PSOUNDWIRE_DATAPORT_CONFIGURATION;
