// What the graphics kernel asks of display miniport drivers: modes, pointers and presenting.
#pragma once

#include <d3dkmdt.h>
#include <d3dkmthk.h>

#include <irqlint/display/present_networks.h>
#include <irqlint/display/adapter.h>
