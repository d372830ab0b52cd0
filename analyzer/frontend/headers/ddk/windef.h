// The Win32 types and the coordinates that go with them.
#pragma once

#include <minwindef.h>

typedef struct tagPOINT { LONG x, y; } POINT, *PPOINT, *LPPOINT;
typedef struct tagPOINTS { SHORT x, y; } POINTS, *PPOINTS;
typedef struct tagSIZE { LONG cx, cy; } SIZE, *PSIZE, *LPSIZE;
typedef struct tagRECT { LONG left, top, right, bottom; } RECT, *PRECT, *LPRECT;
typedef const RECT* LPCRECT;
typedef struct _RECTL { LONG left, top, right, bottom; } RECTL, *PRECTL, *LPRECTL;
typedef struct _POINTL { LONG x, y; } POINTL, *PPOINTL;
typedef SIZE SIZEL, *PSIZEL;
typedef ULONG COLORREF;
#define IRQLINT_WINDOW_HANDLE(Handle) typedef struct Handle##__* Handle
IRQLINT_WINDOW_HANDLE(HWND);
IRQLINT_WINDOW_HANDLE(HDC);
IRQLINT_WINDOW_HANDLE(HMONITOR);
IRQLINT_WINDOW_HANDLE(HBITMAP);
#undef IRQLINT_WINDOW_HANDLE
