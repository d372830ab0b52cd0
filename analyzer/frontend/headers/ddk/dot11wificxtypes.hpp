// The messages of Wi-Fi drivers of the class extension, as the TLV library parses them.
#pragma once

#include <dot11wificxintf.h>
#include <irqlint/wlan/messages.h>
