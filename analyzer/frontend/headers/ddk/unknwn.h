// IUnknown in kernel mode: its own header has it, without the rest of COM.
#pragma once

#include <punknown.h>
