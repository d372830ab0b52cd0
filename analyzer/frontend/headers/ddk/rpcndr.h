// The data representation of remote procedure calls; see rpc.h.
#pragma once

#include <rpc.h>

#define __RPCNDR_H_VERSION__ 500
#define DECLSPEC_UUID(Id) __declspec(uuid(Id))
#ifndef MIDL_INTERFACE
#define MIDL_INTERFACE(Id) struct __declspec(uuid(Id)) __declspec(novtable)
#endif
#ifndef EXTERN_GUID
#define EXTERN_GUID(Name, A, B, C, D1, D2, D3, D4, D5, D6, D7, D8) DEFINE_GUID(Name, A, B, C, D1, D2, D3, D4, D5, D6, D7, D8)
#endif
typedef unsigned char byte;
typedef unsigned char boolean;
#define hyper __int64
