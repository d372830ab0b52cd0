// Callouts of the Windows Filtering Platform.
#pragma once

#include <ndis.h>
#include <fwptypes.h>
#include <ws2def.h>
#include <ws2ipdef.h>
#include <ifdef.h>
#include <nldef.h>
#include <netioapi.h>

#include <irqlint/wfp/layers.h>
#include <irqlint/wfp/fields_ale.h>
#include <irqlint/wfp/fields.h>
#include <irqlint/wfp/discards.h>
#include <irqlint/wfp/callouts.h>
#include <irqlint/wfp/callout_functions.h>
