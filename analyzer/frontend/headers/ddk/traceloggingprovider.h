// Events that describe themselves: the provider is an object, what is written leaves no trace.
#pragma once

#include <ntddk.h>

typedef struct _tlgProvider_t const* TraceLoggingHProvider;
#define TRACELOGGING_DECLARE_PROVIDER(Provider) EXTERN_C const TraceLoggingHProvider Provider
#define TRACELOGGING_DEFINE_PROVIDER(Provider, Name, ...) EXTERN_C const TraceLoggingHProvider Provider
#define TraceLoggingOptionGroup(...)
#define TraceLoggingWrite(...) ((void)0)
#define TraceLoggingWriteActivity(...) ((void)0)
#define TraceLoggingWriteTagged(...) ((void)0)
#define TraceLoggingProviderEnabled(...) 0

#ifdef __cplusplus
extern "C" {
#endif
_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS TraceLoggingRegister(TraceLoggingHProvider Provider);
_IRQL_requires_max_(PASSIVE_LEVEL) VOID TraceLoggingUnregister(TraceLoggingHProvider Provider);
#ifdef __cplusplus
}
#endif
