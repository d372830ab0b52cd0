// The base headers' ntddk.h, with callbacks that they know as pointers only.
#pragma once

#include <wdm.h>

// With balanced trees in the tables' place the base headers hide the links of the others, which they use all the same.
#ifdef RTL_USE_AVL_TABLES
typedef struct _RTL_SPLAY_LINKS { struct _RTL_SPLAY_LINKS *Parent, *LeftChild, *RightChild; } RTL_SPLAY_LINKS,
    *PRTL_SPLAY_LINKS;
#endif
#include_next <ntddk.h>

#include <irqlint/ntddk_additions.h>
