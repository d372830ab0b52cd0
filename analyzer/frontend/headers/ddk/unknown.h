// IUnknown; the file has two names.
#pragma once

#include <punknown.h>
