// The base headers' scsi.h with the extended request block: they include their own srb.h.
#pragma once

#include_next <scsi.h>
#include <irqlint/storage_request_block.h>
#include <irqlint/storage/sense_and_pages.h>
