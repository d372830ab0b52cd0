// The driver framework inside another port driver's miniport.
#pragma once

#include <wdf.h>

#include <irqlint/kmdf/miniport.h>
