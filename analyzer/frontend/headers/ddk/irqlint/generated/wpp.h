// What a header made by the trace preprocessor (.tmh) would declare: to be read in its place, once in a unit or more often.
//
// Flags are those of the driver's WPP_CONTROL_GUIDS. The functions a driver makes for itself are known to the trace
// preprocessor only.
#ifndef TRACE_LEVEL_NONE
#define TRACE_LEVEL_NONE 0
#define TRACE_LEVEL_CRITICAL 1
#define TRACE_LEVEL_FATAL 1
#define TRACE_LEVEL_ERROR 2
#define TRACE_LEVEL_WARNING 3
#define TRACE_LEVEL_INFORMATION 4
#define TRACE_LEVEL_VERBOSE 5
#define TRACE_LEVEL_RESERVED6 6
#define TRACE_LEVEL_RESERVED7 7
#define TRACE_LEVEL_RESERVED8 8
#define TRACE_LEVEL_RESERVED9 9
#endif

#if defined(WPP_CONTROL_GUIDS) && !defined(IRQLINT_WPP_FLAGS)
#define IRQLINT_WPP_FLAGS
#define WPP_DEFINE_BIT(Flag) Flag,
#define WPP_DEFINE_CONTROL_GUID(Name, Guid, Flags) enum { IrqlintFirstFlagOf##Name, Flags IrqlintEndOfFlagsOf##Name };
WPP_CONTROL_GUIDS
#undef WPP_DEFINE_BIT
#undef WPP_DEFINE_CONTROL_GUID
#endif

#ifndef WPP_INIT_TRACING
#define WPP_INIT_TRACING(...) ((void)0)
#define WPP_CLEANUP(...) ((void)0)
#define WPP_SYSTEMCONTROL(...)
#define WPP_SYSTEMCONTROL2(...)
#endif
#ifndef DoTraceMessage
#define DoTraceMessage(...) ((void)0)
#define DoDebugTrace(...) ((void)0)
#endif
#ifndef TraceEvents
#define TraceEvents(...) ((void)0)
#endif
