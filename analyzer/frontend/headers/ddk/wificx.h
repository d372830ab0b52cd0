// Wi-Fi devices by the class extension.
#pragma once

#include <netadaptercx.h>
#include <dot11wificxintf.h>
#include <irqlint/wlan/enumerations.h>
#include <irqlint/wlan/elements.h>
#include <irqlint/wlan/class_extension.h>
