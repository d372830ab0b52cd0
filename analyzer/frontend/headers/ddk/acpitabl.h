// Tables of the platform's firmware that drivers read.
#pragma once

#include <ntddk.h>

typedef enum _ACPI_PLD_GROUP { AcpiPldGroupNone } ACPI_PLD_GROUP;
typedef enum _ACPI_PLD_PANEL {
  AcpiPldPanelTop, AcpiPldPanelBottom, AcpiPldPanelLeft, AcpiPldPanelRight, AcpiPldPanelFront, AcpiPldPanelBack,
  AcpiPldPanelUnknown
} ACPI_PLD_PANEL, AcpiPldPanel;
typedef enum _ACPI_PLD_ROTATION {
  AcpiPldRotation0, AcpiPldRotation45, AcpiPldRotation90, AcpiPldRotation135, AcpiPldRotation180, AcpiPldRotation225,
  AcpiPldRotation270, AcpiPldRotation315
} ACPI_PLD_ROTATION, AcpiPldRotation;
typedef union _ACPI_PLD_V1_BUFFER {
  struct {
    UINT32 Revision : 7, IgnoreColor : 1, Color : 24, Width : 16, Height : 16, UserVisible : 1, Dock : 1, Lid : 1;
    UINT32 Panel : 3, VerticalPosition : 2, HorizontalPosition : 2, Shape : 4, GroupOrientation : 1;
    UINT64 GroupToken : 8, GroupPosition : 8, Bay : 1, Ejectable : 1, EjectionRequired : 1, CabinetNumber : 8;
    UINT32 CardCageNumber : 8, Reference : 1, Rotation : 4, Order : 5, Reserved : 4;
  };
  UCHAR Buffer[16];
} ACPI_PLD_V1_BUFFER, *PACPI_PLD_V1_BUFFER;
typedef struct _ACPI_PLD_V2_BUFFER {
  UINT32 Revision : 7, IgnoreColor : 1, Color : 24;
  UINT32 Width : 16, Height : 16;
  UINT32 UserVisible : 1, Dock : 1, Lid : 1, Panel : 3, VerticalPosition : 2, HorizontalPosition : 2, Shape : 4;
  UINT32 GroupOrientation : 1, GroupToken : 8, GroupPosition : 8, Bay : 1;
  UINT32 Ejectable : 1, EjectionRequired : 1, CabinetNumber : 8, CardCageNumber : 8, Reference : 1, Rotation : 4;
  UINT32 Order : 5, Reserved : 4;
  UINT32 VerticalOffset : 16, HorizontalOffset : 16;
} ACPI_PLD_V2_BUFFER, *PACPI_PLD_V2_BUFFER, ACPI_PLD_BUFFER, *PACPI_PLD_BUFFER;

#pragma pack(push, 1)
typedef struct _DESCRIPTION_HEADER {
  ULONG Signature, Length;
  UCHAR Revision, Checksum;
  CHAR OEMID[6], OEMTableID[8];
  ULONG OEMRevision;
  CHAR CreatorID[4];
  ULONG CreatorRev;
} DESCRIPTION_HEADER, *PDESCRIPTION_HEADER;
#pragma pack(pop)
