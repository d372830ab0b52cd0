// Methods of the ACPI driver, with the bounds of an output buffer's arguments.
#pragma once

#include_next <acpiioct.h>

#ifndef ACPI_EVAL_OUTPUT_BUFFER_ARGUMENTS_BEGIN
#define ACPI_EVAL_OUTPUT_BUFFER_ARGUMENTS_BEGIN(Buffer) ((Buffer)->Argument)
#define ACPI_EVAL_OUTPUT_BUFFER_ARGUMENTS_END(Buffer) ((PACPI_METHOD_ARGUMENT)((PUCHAR)(Buffer) + (Buffer)->Length))
#endif
