// Controllers of general-purpose pins, by the class extension.
#pragma once

#include <ntddk.h>
#include <wdf.h>
#include <reshub.h>

#include <irqlint/gpio_class.h>
