// The types that interface compilers assume.
#pragma once

#include <rpcndr.h>
#include <wtypesbase.h>
