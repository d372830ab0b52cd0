// Wi-Fi drivers of the class extension: what their messages carry.
#pragma once

#include <ndis.h>
#include <windot11.h>
#include <irqlint/wlan/interface.h>
#include <irqlint/wlan/message_ids.h>
#include <irqlint/wlan/data_path.h>
