// Modes, paths and signals of video-present networks.
#pragma once

#include <ntddk.h>
#include <d3dukmdt.h>

#include <irqlint/display/modes.h>
