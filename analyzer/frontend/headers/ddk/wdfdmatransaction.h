// A part of the driver framework, which is declared as a whole.
#pragma once

#include <wdf.h>
