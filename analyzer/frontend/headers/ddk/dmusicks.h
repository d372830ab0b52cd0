// Synthesisers in kernel mode.
#pragma once

#include <portcls.h>

#include_next <dmusicks.h>
