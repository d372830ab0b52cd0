// Audio miniports of the port class driver.
#pragma once

#include <punknown.h>
#include <ks.h>
#include <ksmedia.h>
#include <irqlint/ks/wave_rt.h>

#include_next <portcls.h>

#include <drmk.h>
#include <irqlint/ks/port_class.h>
