// IUnknown, whose only header outside user mode this is.
#pragma once

#include <ntddk.h>
#include <windef.h>

#define COM_NO_WINDOWS_H
#include <basetyps.h>
#ifndef STDMETHODIMP_
#define STDMETHODIMP HRESULT STDMETHODCALLTYPE
#define STDMETHODIMP_(Type) Type STDMETHODCALLTYPE
#endif
#ifndef STDAPI
#define STDAPI EXTERN_C HRESULT STDAPICALLTYPE
#define STDAPI_(Type) EXTERN_C Type STDAPICALLTYPE
#endif

#ifdef __cplusplus
extern "C++" {
#endif
#include_next <punknown.h>
#ifdef __cplusplus
}
#endif
