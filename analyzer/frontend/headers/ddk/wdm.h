// The base headers' wdm.h, brought up to what drivers of today use.
#pragma once

#include_next <wdm.h>
#include <irqlint/words.h>
#include <irqlint/wdm_additions.h>
#include <irqlint/wdm_later.h>
