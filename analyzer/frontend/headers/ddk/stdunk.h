// CUnknown: the base class of objects that are used through interfaces, and the words to declare them with.
#pragma once

#include <punknown.h>

#define STD_CREATE_BODY_WITH_TAG_(Class, Unknown, Outer, PoolType, Tag, Base) \
  NTSTATUS ntStatus; \
  Class* p = new (PoolType, Tag) Class(Outer); \
  if (p) { \
    *(Unknown) = reinterpret_cast<PUNKNOWN>((Base)(p)); \
    (*(Unknown))->AddRef(); \
    ntStatus = STATUS_SUCCESS; \
  } else { \
    ntStatus = STATUS_INSUFFICIENT_RESOURCES; \
  } \
  return ntStatus
#define STD_CREATE_BODY_WITH_TAG(Class, Unknown, Outer, PoolType, Tag) \
  STD_CREATE_BODY_WITH_TAG_(Class, Unknown, Outer, PoolType, Tag, PUNKNOWN)
#define STD_CREATE_BODY_(Class, Unknown, Outer, PoolType, Base) \
  STD_CREATE_BODY_WITH_TAG_(Class, Unknown, Outer, PoolType, 'rCcP', Base)
#define STD_CREATE_BODY(Class, Unknown, Outer, PoolType) STD_CREATE_BODY_(Class, Unknown, Outer, PoolType, PUNKNOWN)
#define QICAST(Type) PVOID((Type)(this))
#define QICASTUNKNOWN(Type) PVOID(PUNKNOWN((Type)(this)))

#if !defined(DEFINE_ABSTRACT_UNKNOWN)
#define DEFINE_ABSTRACT_UNKNOWN() \
  STDMETHOD_(NTSTATUS, QueryInterface)(THIS_ REFIID InterfaceId, PVOID* Interface) PURE; \
  STDMETHOD_(ULONG, AddRef)(THIS) PURE; \
  STDMETHOD_(ULONG, Release)(THIS) PURE;
#endif

#undef INTERFACE
#define INTERFACE INonDelegatingUnknown
DECLARE_INTERFACE(INonDelegatingUnknown) {
  STDMETHOD_(NTSTATUS, NonDelegatingQueryInterface)(THIS_ REFIID InterfaceId, PVOID* Interface) PURE;
  STDMETHOD_(ULONG, NonDelegatingAddRef)(THIS) PURE;
  STDMETHOD_(ULONG, NonDelegatingRelease)(THIS) PURE;
};
#undef INTERFACE
typedef INonDelegatingUnknown* PNONDELEGATINGUNKNOWN;

#ifdef __cplusplus

class CUnknown : public INonDelegatingUnknown {
 protected:
  LONG m_lRefCount;
  PUNKNOWN m_pUnknownOuter;

 public:
  CUnknown(PUNKNOWN UnknownOuter);
  virtual ~CUnknown();
  STDMETHODIMP_(ULONG) NonDelegatingAddRef();
  STDMETHODIMP_(ULONG) NonDelegatingRelease();
  STDMETHODIMP_(NTSTATUS) NonDelegatingQueryInterface(REFIID InterfaceId, PVOID* Interface);
  PUNKNOWN GetOuterUnknown() { return m_pUnknownOuter; }
};

#define DECLARE_STD_UNKNOWN() \
  STDMETHODIMP_(NTSTATUS) NonDelegatingQueryInterface(REFIID InterfaceId, PVOID* Interface); \
  STDMETHODIMP_(NTSTATUS) QueryInterface(REFIID riid, void** ppv) { return GetOuterUnknown()->QueryInterface(riid, ppv); } \
  STDMETHODIMP_(ULONG) AddRef() { return GetOuterUnknown()->AddRef(); } \
  STDMETHODIMP_(ULONG) Release() { return GetOuterUnknown()->Release(); }
#define DEFINE_STD_CONSTRUCTOR(Class) Class(PUNKNOWN UnknownOuter) : CUnknown(UnknownOuter) {}

void* __cdecl operator new(size_t Size, POOL_TYPE PoolType);
void* __cdecl operator new(size_t Size, POOL_TYPE PoolType, ULONG Tag);
void* __cdecl operator new(size_t Size, POOL_FLAGS PoolFlags, ULONG Tag);
void __cdecl operator delete(PVOID Memory);

#endif
