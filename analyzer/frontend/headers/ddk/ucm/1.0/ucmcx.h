// The class extension for connectors of USB Type-C, by its version.
#pragma once

#include <ucmcx.h>
