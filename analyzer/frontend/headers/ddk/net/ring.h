// Packets and rings of network adapters; all of it is declared together.
#pragma once

#include <irqlint/netcx/rings.h>
