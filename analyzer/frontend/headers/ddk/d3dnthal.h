// What the base headers' winddi.h includes for hardware that renders: nothing of it is needed.
#pragma once

#include <ddrawint.h>
