// Extension units of audio functions on SoundWire: how the class driver and the driver of an extension meet.
#pragma once

#include <ntddk.h>
#include <windef.h>
#include <irqlint/acx/sdca_extension.h>
