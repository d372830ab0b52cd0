// Kernel streaming, brought up to what drivers of today use.
#pragma once

#include <ntddk.h>
#include <windef.h>
#include_next <ks.h>

#include <irqlint/ks/streaming.h>
