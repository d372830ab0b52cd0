// Profile drivers of Bluetooth: blocks of requests, channels and indications.
#pragma once

#include <ntddk.h>
#include <bthdef.h>
#include <bthguid.h>

#include <irqlint/bluetooth/channels.h>
#include <irqlint/bluetooth/request_blocks.h>
