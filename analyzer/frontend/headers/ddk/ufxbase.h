// What the class extension for function controllers of USB and its clients share.
#pragma once

#include <wdf.h>
#include <usbfnbase.h>
#include <usbfnioctl.h>

typedef enum _USBFN_ACTION { UsbfnActionNone, UsbfnActionNoCad, UsbfnActionDetectProprietaryCharger } USBFN_ACTION,
    *PUSBFN_ACTION;
typedef struct _UFX_DEVICE_CAPABILITIES {
  ULONG Size;
  USB_DEVICE_SPEED MaxSpeed;
  ULONG RemoteWakeSignalDelay;
  BOOLEAN PdcpSupported;
  USHORT InEndpointBitmap, OutEndpointBitmap;
  BOOLEAN SharesConnectors;
  GUID GroupId;
} UFX_DEVICE_CAPABILITIES, *PUFX_DEVICE_CAPABILITIES;
typedef struct _UFX_HARDWARE_FAILURE_CONTEXT { ULONG Size, ExceptionCode; UCHAR Data[1]; } UFX_HARDWARE_FAILURE_CONTEXT,
    *PUFX_HARDWARE_FAILURE_CONTEXT;
