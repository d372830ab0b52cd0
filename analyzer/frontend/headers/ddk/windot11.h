// Native Wi-Fi's requests and indications, with the later kinds of radio.
#pragma once

#ifndef _WINDOWS_
#include <ntddk.h>
#endif
#include <wlantypes.h>
#include_next <windot11.h>

#define dot11_phy_type_vht ((DOT11_PHY_TYPE)8)
#define dot11_phy_type_dmg ((DOT11_PHY_TYPE)9)
#define dot11_phy_type_he ((DOT11_PHY_TYPE)10)
#define dot11_phy_type_eht ((DOT11_PHY_TYPE)11)
