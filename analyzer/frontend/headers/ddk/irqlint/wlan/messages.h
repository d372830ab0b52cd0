// All messages, whatever the driver model.
#pragma once

#include <irqlint/wlan/enumerations.h>
#include <irqlint/wlan/element_ids.h>
#include <irqlint/wlan/elements.h>
#include <irqlint/wlan/requests.h>
#include <irqlint/wlan/direct.h>
#include <irqlint/wlan/indications.h>
