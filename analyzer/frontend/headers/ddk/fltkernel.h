// The base headers do not know the filter manager, whose header counts as missing, as the last include reports; its names
// get stand-ins. The file system's types it brings along are those of every other driver.
#pragma once

#include <ntifs.h>

#include <fltkernel.h: filter manager>
