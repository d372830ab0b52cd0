// The types of miniport drivers are those of every other driver.
#pragma once

#include <ntddk.h>
