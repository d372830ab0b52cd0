// Drivers of smart card readers, by the smart card library.
#pragma once

#include <ntddk.h>
#include <windef.h>

#include <irqlint/smartcard/constants.h>
#include <irqlint/smartcard/extension.h>
