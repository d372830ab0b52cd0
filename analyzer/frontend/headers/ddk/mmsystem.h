// Multimedia in kernel mode: the formats of sound only.
#pragma once

#define _INC_MMSYSTEM
#include <windef.h>
#include <irqlint/ks/bitmap.h>

typedef UINT MMRESULT, MMVERSION;
typedef UINT* LPUINT;
#define MMSYSERR_NOERROR 0
#ifndef MAKEFOURCC
#define MAKEFOURCC(A, B, C, D) \
  ((DWORD)(BYTE)(A) | ((DWORD)(BYTE)(B) << 8) | ((DWORD)(BYTE)(C) << 16) | ((DWORD)(BYTE)(D) << 24))
#define mmioFOURCC(A, B, C, D) MAKEFOURCC(A, B, C, D)
#endif
#include <mmreg.h>
