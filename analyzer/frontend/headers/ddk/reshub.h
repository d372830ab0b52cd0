// Connections of simple peripherals; the file has two names.
#pragma once

#include <resourcehub.h>
