// Reads, writes and copies of memory that may belong to a process: each probes by itself and raises where access fails.
#pragma once

#include <ntddk.h>
#include <irqlint/user_memory.h>
