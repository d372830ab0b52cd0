// Structured exception handling as kernel code knows it: the keywords in lower case for C, and the intrinsics.
#pragma once

#include_next <excpt.h>

#ifndef __cplusplus
#define try __try
#define except __except
#define finally __finally
#define leave __leave
#endif

// The intrinsics are called without parentheses of their own in the filter macros of some drivers.
#undef GetExceptionCode
#undef exception_code
#undef GetExceptionInformation
#undef exception_info
#undef AbnormalTermination
#undef abnormal_termination
#define GetExceptionCode _exception_code
#define exception_code _exception_code
#define GetExceptionInformation() ((struct _EXCEPTION_POINTERS *)_exception_info())
#define exception_info() ((struct _EXCEPTION_POINTERS *)_exception_info())
#define AbnormalTermination _abnormal_termination
#define abnormal_termination _abnormal_termination
