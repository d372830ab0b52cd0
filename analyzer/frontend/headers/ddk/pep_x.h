// The older name of pepfx.h.
#pragma once

#include <pepfx.h>
