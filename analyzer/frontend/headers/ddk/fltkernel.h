// File system minifilters.
#pragma once

#define FLT_MGR_BASELINE 1
#define FLT_MGR_AFTER_XPSP2 1
#define FLT_MGR_LONGHORN 1
#define FLT_MGR_WIN7 1
#define FLT_MGR_WIN8 1
#define FLT_MGR_WINBLUE 1
#define FLT_MGR_WIN10_RS1 1
#define FLT_MGR_WIN10_RS2 1
#define FLT_MGR_WIN10_RS4 1
#define FLT_MGR_WIN10_RS5 1

#include <ntifs.h>
#include <fltUserStructures.h>

#include <irqlint/flt/parameters.h>
#include <irqlint/flt/types.h>
#include <irqlint/flt/functions_a_to_k.h>
#include <irqlint/flt/functions_l_to_z.h>
