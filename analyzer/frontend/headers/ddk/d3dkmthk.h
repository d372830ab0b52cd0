// What the graphics kernel takes from user mode and passes on to drivers.
#pragma once

#include <d3dukmdt.h>

typedef struct _D3DKMT_MOVE_RECT { POINT SourcePoint; RECT DestRect; } D3DKMT_MOVE_RECT;
typedef struct _D3DKMT_PRESENT_DISPLAY_ONLY_FLAGS { union { struct { UINT Rotate : 1, Reserved : 31; }; UINT Value; }; }
    D3DKMT_PRESENT_DISPLAY_ONLY_FLAGS;
