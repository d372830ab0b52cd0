// The base headers know NDIS 5 only, whose types are wrong for today's miniports. Their NDIS counts as missing, which the
// last include reports; names of NDIS get stand-ins.
#pragma once

#include <ntddk.h>

#define NDIS_INIT_FUNCTION(function) alloc_text(INIT, function)
#define NDIS_PAGABLE_FUNCTION(function) alloc_text(PAGE, function)
#define NDIS_PAGEABLE_FUNCTION(function) alloc_text(PAGE, function)

#include <ndis.h: NDIS 6>
