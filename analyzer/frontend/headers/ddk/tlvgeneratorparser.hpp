// The TLV library of Wi-Fi drivers of the class extension.
#pragma once

#include <dot11wificxtypes.hpp>
#include <irqlint/wlan/generator_parser.h>
