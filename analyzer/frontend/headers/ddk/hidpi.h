// The base headers' hidpi.h, which takes the type of a usage for given.
#pragma once

#include <ntddk.h>
#include <hidusage.h>
#include_next <hidpi.h>
