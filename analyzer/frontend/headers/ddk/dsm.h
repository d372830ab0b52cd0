// Modules that multipath I/O asks about the paths of a device, with the storage headers that its header brings along.
#pragma once

#include <stddef.h>

#include <ntddk.h>
#include <ntddscsi.h>
#include <ntddstor.h>
#include <scsi.h>
#include <windef.h>
#include <wmilib.h>

#include <irqlint/mpio/pass_through.h>
#include <irqlint/mpio/module.h>
