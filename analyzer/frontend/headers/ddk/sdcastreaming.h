// Streaming of audio functions on SoundWire: properties of their circuits.
#pragma once

#include <soundwirecontroller.h>
#include <irqlint/acx/sdca_streaming.h>
