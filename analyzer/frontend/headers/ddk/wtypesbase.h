// The types that interface compilers assume.
#pragma once

#include <minwindef.h>
#include <ntdef.h>

#ifndef _FILETIME_
#define _FILETIME_
typedef struct _FILETIME { DWORD dwLowDateTime, dwHighDateTime; } FILETIME, *PFILETIME, *LPFILETIME;
#endif
typedef WCHAR OLECHAR, *LPOLESTR, *BSTR;
typedef const OLECHAR* LPCOLESTR;
typedef double DATE, DOUBLE;
typedef short VARIANT_BOOL;
typedef LONG SCODE;
