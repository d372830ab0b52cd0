// Wi-Fi miniports of the WDI model (the host driver does the common part).
#pragma once

#include <ndis.h>
#include <windot11.h>
#include <irqlint/wlan/interface.h>
#include <irqlint/wlan/message_ids.h>
#include <irqlint/wlan/data_path.h>
