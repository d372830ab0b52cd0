// The base headers' srb.h with the extended request block.
#pragma once

#include_next <srb.h>
#include <irqlint/storage_request_block.h>
