// The values of the Windows Filtering Platform.
#pragma once

#define COM_NO_WINDOWS_H
#include <ntddk.h>
#include <wtypes.h>

typedef struct _SID SID;
typedef struct _SID_AND_ATTRIBUTES SID_AND_ATTRIBUTES, *PSID_AND_ATTRIBUTES;
#include_next <fwptypes.h>
