// Audio that goes past the bus driver of its device: what an audio driver asks the class driver.
#pragma once

#include <ntddk.h>
#include <windef.h>
#include <ks.h>
#include <ksmedia.h>
#include <irqlint/audio/sideband.h>
