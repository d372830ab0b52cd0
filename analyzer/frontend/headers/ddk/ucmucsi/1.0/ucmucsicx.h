// The class extension for platform policy managers of USB Type-C, by its version.
#pragma once

#include <ucmucsicx.h>
