// The base headers' srb.h with the extended request block.
#pragma once

#include <irqlint/storage_request_block.h>
#include_next <srb.h>
