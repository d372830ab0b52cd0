// The base headers' scsi.h with the extended request block: they include their own srb.h.
#pragma once

#include <irqlint/storage_request_block.h>
#include_next <scsi.h>
