// The compiler's own name for placement new.
#pragma once

#include <new>
