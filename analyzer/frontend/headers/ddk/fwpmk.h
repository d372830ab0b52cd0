// Management of the Windows Filtering Platform from kernel mode.
#pragma once

#include <fwptypes.h>
#include <fwpmtypes.h>

#include <irqlint/wfp/guids.h>
#include <irqlint/wfp/management.h>
