// The messages of Wi-Fi miniports, as the TLV library parses them. Of C as well, in spite of the name.
#pragma once

#include <dot11wdi.h>
#include <irqlint/wlan/messages.h>
