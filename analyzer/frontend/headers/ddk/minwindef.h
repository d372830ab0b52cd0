// The short names of the Win32 world, for kernel code that includes them: the base headers' minwindef.h brings user-mode
// headers along.
#pragma once

#include <ntdef.h>

typedef unsigned long DWORD, *PDWORD, *LPDWORD;
typedef int BOOL, *PBOOL, *LPBOOL;
typedef unsigned char BYTE, *PBYTE, *LPBYTE;
typedef unsigned short WORD, *PWORD, *LPWORD;
typedef float FLOAT, *PFLOAT;
typedef int INT, *PINT, *LPINT;
typedef unsigned int UINT, *PUINT;
typedef long* LPLONG;
typedef void* LPVOID;
typedef const void* LPCVOID;
typedef LONG HRESULT;
typedef WCHAR TCHAR, *PTCHAR, *LPTSTR;
typedef const WCHAR* LPCTSTR;
typedef UINT_PTR WPARAM;
typedef LONG_PTR LPARAM, LRESULT;
typedef WORD ATOM;
typedef struct HINSTANCE__* HINSTANCE;
typedef HINSTANCE HMODULE;
typedef struct HKEY__* HKEY;
typedef HANDLE HGLOBAL, HLOCAL;
typedef struct HRGN__* HRGN;
typedef struct HMETAFILE__* HMETAFILE;

#ifndef CALLBACK
#define CALLBACK __stdcall
#endif
#ifndef WINAPI
#define WINAPI __stdcall
#define WINAPIV __cdecl
#define APIENTRY WINAPI
#endif
#define FAR
#define NEAR
typedef INT_PTR(WINAPI* FARPROC)(void);
typedef INT_PTR(WINAPI* PROC)(void);
#ifndef MAX_PATH
#define MAX_PATH 260
#endif
#ifndef MAKEWORD
#define MAKEWORD(Low, High) ((WORD)(((BYTE)((DWORD_PTR)(Low) & 0xff)) | ((WORD)((BYTE)((DWORD_PTR)(High) & 0xff))) << 8))
#define MAKELONG(Low, High) ((LONG)(((WORD)((DWORD_PTR)(Low) & 0xffff)) | ((DWORD)((WORD)((DWORD_PTR)(High) & 0xffff))) << 16))
#define LOWORD(Value) ((WORD)((DWORD_PTR)(Value) & 0xffff))
#define HIWORD(Value) ((WORD)(((DWORD_PTR)(Value) >> 16) & 0xffff))
#define LOBYTE(Value) ((BYTE)((DWORD_PTR)(Value) & 0xff))
#define HIBYTE(Value) ((BYTE)(((DWORD_PTR)(Value) >> 8) & 0xff))
#endif
#ifndef NOMINMAX
#ifndef max
#define max(a, b) (((a) > (b)) ? (a) : (b))
#endif
#ifndef min
#define min(a, b) (((a) < (b)) ? (a) : (b))
#endif
#endif
