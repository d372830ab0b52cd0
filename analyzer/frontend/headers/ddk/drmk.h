// Digital rights of audio streams.
#pragma once

#include <punknown.h>

#include_next <drmk.h>
