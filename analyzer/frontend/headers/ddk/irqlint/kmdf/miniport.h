// A framework device inside another port driver.
#pragma once

#ifdef __cplusplus
extern "C" {
#endif

_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS WdfDeviceMiniportCreate(WDFDRIVER Driver, PWDF_OBJECT_ATTRIBUTES
    Attributes, PDEVICE_OBJECT DeviceObject, PDEVICE_OBJECT AttachedDeviceObject, PDEVICE_OBJECT Pdo, WDFDEVICE*
    Device);
VOID WdfDriverMiniportUnload(WDFDRIVER Driver);

#ifdef __cplusplus
}
#endif
