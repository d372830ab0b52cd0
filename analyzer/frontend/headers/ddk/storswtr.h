// Trace flags that the storage drivers share. A driver names its trace provider and leaves the flags to this header.
#pragma once

// Says that the driver's calls for tracing are those of the trace preprocessor.
#define DEBUG_USE_WPP

#define WPP_CONTROL_GUIDS_NORMAL_FLAGS(Guid) \
  WPP_DEFINE_CONTROL_GUID(CtlGuid, Guid, \
                          WPP_DEFINE_BIT(TRACE_FLAG_GENERAL) WPP_DEFINE_BIT(TRACE_FLAG_PNP) \
                          WPP_DEFINE_BIT(TRACE_FLAG_POWER) WPP_DEFINE_BIT(TRACE_FLAG_RW) \
                          WPP_DEFINE_BIT(TRACE_FLAG_IOCTL) WPP_DEFINE_BIT(TRACE_FLAG_QUEUE) \
                          WPP_DEFINE_BIT(TRACE_FLAG_WMI) WPP_DEFINE_BIT(TRACE_FLAG_TIMER) \
                          WPP_DEFINE_BIT(TRACE_FLAG_INIT) WPP_DEFINE_BIT(TRACE_FLAG_LOCK) \
                          WPP_DEFINE_BIT(TRACE_FLAG_DEBUG1) WPP_DEFINE_BIT(TRACE_FLAG_DEBUG2) \
                          WPP_DEFINE_BIT(TRACE_FLAG_MCN) WPP_DEFINE_BIT(TRACE_FLAG_ISR) \
                          WPP_DEFINE_BIT(TRACE_FLAG_ENUM) WPP_DEFINE_BIT(TRACE_FLAG_SCSI))
#define WPP_LEVEL_FLAGS_LOGGER(Level, Flags) WPP_LEVEL_LOGGER(Flags)
#define WPP_LEVEL_FLAGS_ENABLED(Level, Flags) (WPP_LEVEL_ENABLED(Flags) && WPP_CONTROL(WPP_BIT_##Flags).Level >= Level)
