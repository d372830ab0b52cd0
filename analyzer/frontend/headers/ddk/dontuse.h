// Deprecates C library functions; nothing of it matters here.
#pragma once
