// Remote procedure calls, which kernel code has none of: what the headers made by interface compilers ask for.
#pragma once

#include <minwindef.h>

#define __RPC_FAR
#define __RPC_USER
#define __RPC_STUB
#define RPC_ENTRY
#define RPC_IF_HANDLE void*
#define RPC_VAR_ENTRY __cdecl
typedef void* RPC_BINDING_HANDLE;
typedef LONG RPC_STATUS;
