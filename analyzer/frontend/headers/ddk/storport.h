// Storport miniports. The base headers know an early Storport only, whose configuration block is that of ScsiPort; it is
// kept out of the way under other names.
#pragma once

#include <ntddk.h>

#define _PORT_CONFIGURATION_INFORMATION _SCSIPORT_CONFIGURATION_INFORMATION
#define PORT_CONFIGURATION_INFORMATION SCSIPORT_CONFIGURATION_INFORMATION
#define PPORT_CONFIGURATION_INFORMATION PSCSIPORT_CONFIGURATION_INFORMATION
#define _HW_INITIALIZATION_DATA _SCSIPORT_INITIALIZATION_DATA
#define HW_INITIALIZATION_DATA SCSIPORT_INITIALIZATION_DATA
#define PHW_INITIALIZATION_DATA PSCSIPORT_INITIALIZATION_DATA
#define PHW_INITIALIZE PSCSIPORT_INITIALIZE
#define PHW_STARTIO PSCSIPORT_STARTIO
#define PHW_INTERRUPT PSCSIPORT_INTERRUPT
#define PHW_TIMER PSCSIPORT_TIMER
#define PHW_DMA_STARTED PSCSIPORT_DMA_STARTED
#define PHW_FIND_ADAPTER PSCSIPORT_FIND_ADAPTER
#define PHW_RESET_BUS PSCSIPORT_RESET_BUS
#define PHW_ADAPTER_STATE PSCSIPORT_ADAPTER_STATE
#define PHW_ADAPTER_CONTROL PSCSIPORT_ADAPTER_CONTROL
#define _SCSI_ADAPTER_CONTROL_TYPE _SCSIPORT_CONTROL_TYPE
#define SCSI_ADAPTER_CONTROL_TYPE SCSIPORT_CONTROL_TYPE
#define PSCSI_ADAPTER_CONTROL_TYPE PSCSIPORT_CONTROL_TYPE
#define ScsiQuerySupportedControlTypes ScsiPortQuerySupportedControlTypes
#define ScsiStopAdapter ScsiPortStopAdapter
#define ScsiRestartAdapter ScsiPortRestartAdapter
#define ScsiSetBootConfig ScsiPortSetBootConfig
#define ScsiSetRunningConfig ScsiPortSetRunningConfig
#define ScsiAdapterControlMax ScsiPortAdapterControlMax
#include <scsi.h>
#undef _PORT_CONFIGURATION_INFORMATION
#undef PORT_CONFIGURATION_INFORMATION
#undef PPORT_CONFIGURATION_INFORMATION
#undef _HW_INITIALIZATION_DATA
#undef HW_INITIALIZATION_DATA
#undef PHW_INITIALIZATION_DATA
#undef PHW_INITIALIZE
#undef PHW_STARTIO
#undef PHW_INTERRUPT
#undef PHW_TIMER
#undef PHW_DMA_STARTED
#undef PHW_FIND_ADAPTER
#undef PHW_RESET_BUS
#undef PHW_ADAPTER_STATE
#undef PHW_ADAPTER_CONTROL
#undef _SCSI_ADAPTER_CONTROL_TYPE
#undef SCSI_ADAPTER_CONTROL_TYPE
#undef PSCSI_ADAPTER_CONTROL_TYPE
#undef ScsiQuerySupportedControlTypes
#undef ScsiStopAdapter
#undef ScsiRestartAdapter
#undef ScsiSetBootConfig
#undef ScsiSetRunningConfig
#undef ScsiAdapterControlMax

#include <ntddscsi.h>
#include <ntddstor.h>

#include <irqlint/storport_types.h>
#include <irqlint/storage/port_power.h>
#include <irqlint/storport_functions.h>
