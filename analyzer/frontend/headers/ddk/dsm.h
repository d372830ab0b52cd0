// The base headers do not know multipath I/O, whose header counts as missing, as the last include reports; its names get
// stand-ins. The storage headers it brings along are those of every other driver.
#pragma once

#include <ntddk.h>
#include <ntddscsi.h>
#include <ntddstor.h>
#include <scsi.h>
#include <wmilib.h>

#include <dsm.h: multipath I/O>
