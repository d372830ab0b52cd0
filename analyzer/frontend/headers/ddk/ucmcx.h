// The class extension for connectors of USB Type-C.
#pragma once

#include <ucmtypes.h>
#include <ucmmanager.h>
