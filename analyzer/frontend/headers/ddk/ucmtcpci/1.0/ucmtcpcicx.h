// The class extension for port controllers of USB Type-C, by its version.
#pragma once

#include <ucmtcpcicx.h>
