// The TLV library of Wi-Fi drivers.
#pragma once
#include <wditypes.hpp>
#include <irqlint/wlan/generator_parser.h>
