#!/usr/bin/env python3
"""Writes a driver that nobody wrote: sources that lock, allocate, register callbacks and call each other.

    generate.py --units 100 --functions 40 FOLDER

The same arguments give the same files. Beside the sources lies a compile_commands.json. For measuring: what is found in it
says nothing of how much is found in drivers.
"""
import argparse
import json
import pathlib
import random

HEADER = """#pragma once
#include <ntddk.h>

#define POOL_TAG 'reneG'

typedef struct _DEVICE_EXTENSION {
    KSPIN_LOCK Lock;
    KDPC Dpc;
    KTIMER Timer;
    KEVENT Idle;
    LIST_ENTRY Requests;
    PVOID Buffer;
    ULONG Count;
    ULONG Flags;
} DEVICE_EXTENSION, *PDEVICE_EXTENSION;

typedef struct _REQUEST {
    LIST_ENTRY Link;
    PIRP Irp;
    ULONG Length;
    UCHAR Data[64];
} REQUEST, *PREQUEST;

"""
UNDER_LOCK = """
NTSTATUS {name}(PDEVICE_EXTENSION Extension, ULONG Value)
{{
    NTSTATUS status = STATUS_SUCCESS;
    KIRQL irql;

    KeAcquireSpinLock(&Extension->Lock, &irql);
    if (Value > Extension->Count) {{
        Extension->Count = Value;
        status = {callee}(Extension, Value - {number});
    }} else if (Extension->Flags & {flag}) {{
        KeReleaseSpinLock(&Extension->Lock, irql);
        return STATUS_DEVICE_BUSY;
    }}
    KeReleaseSpinLock(&Extension->Lock, irql);
    return status;
}}
"""
ALLOCATING = """
NTSTATUS {name}(PDEVICE_EXTENSION Extension, ULONG Value)
{{
    PREQUEST request = ExAllocatePool2({pool}, sizeof(REQUEST), POOL_TAG);
    ULONG index;

    if (request == NULL) return STATUS_INSUFFICIENT_RESOURCES;
    RtlZeroMemory(request, sizeof(REQUEST));
    for (index = 0; index < Value % {number}; ++index) {{
        request->Data[index] = (UCHAR)(Value >> index);
        if (request->Data[index] == {flag}) break;
    }}
    request->Length = index;
    if (!NT_SUCCESS({callee}(Extension, index))) {{
        ExFreePoolWithTag(request, POOL_TAG);
        return STATUS_UNSUCCESSFUL;
    }}
    ExFreePoolWithTag(request, POOL_TAG);
    return STATUS_SUCCESS;
}}
"""
DECIDING = """
NTSTATUS {name}(PDEVICE_EXTENSION Extension, ULONG Value)
{{
    switch (Value & 7) {{
    case 0: return STATUS_SUCCESS;
    case 1: Extension->Flags |= {flag}; break;
    case 2: Extension->Flags &= ~{flag}; break;
    case 3: KeSetEvent(&Extension->Idle, IO_NO_INCREMENT, FALSE); break;
    case 4: if (KeGetCurrentIrql() < DISPATCH_LEVEL) return {callee}(Extension, Value >> 3); break;
    default: Extension->Count += {number}; break;
    }}
    return {other}(Extension, Value / 2);
}}
"""
LEAF = """
NTSTATUS {name}(PDEVICE_EXTENSION Extension, ULONG Value)
{{
    return InterlockedExchange((PLONG)&Extension->Count, (LONG)Value) == {number} ? STATUS_SUCCESS : STATUS_UNSUCCESSFUL;
}}
"""
ENTRY = """
static VOID {name}Dpc(PKDPC Dpc, PVOID Context, PVOID Argument1, PVOID Argument2)
{{
    {callee}((PDEVICE_EXTENSION)Context, {number});
}}

VOID {name}Start(PDEVICE_EXTENSION Extension)
{{
    LARGE_INTEGER due;

    due.QuadPart = -10000LL * {number};
    KeInitializeDpc(&Extension->Dpc, {name}Dpc, Extension);
    KeInitializeTimer(&Extension->Timer);
    KeSetTimer(&Extension->Timer, due, &Extension->Dpc);
}}
"""


def function_name(unit, number):
    return f"Unit{unit}Function{number}"


def unit_text(unit, units, functions, chance):
    """A function calls later ones of its own unit, and now and then one of the next units: nothing recurs for ever."""
    texts = [f'#include "driver.h"\n#include "unit{unit}.h"\n']
    if unit + 1 < units:
        texts.append(f'#include "unit{unit + 1}.h"\n')
    for number in reversed(range(functions)):
        values = {"name": function_name(unit, number), "number": chance.randrange(2, 50), "flag": 1 << chance.randrange(8),
                  "pool": chance.choice(["POOL_FLAG_PAGED", "POOL_FLAG_NON_PAGED", "POOL_FLAG_NON_PAGED"])}
        for callee in ("callee", "other"):
            elsewhere = unit + 1 < units and chance.random() < 0.1
            values[callee] = (function_name(unit + 1, chance.randrange(functions)) if elsewhere
                              else function_name(unit, chance.randrange(number + 1, functions)) if number + 1 < functions
                              else None)
        form = LEAF if values["callee"] is None or values["other"] is None else chance.choice([UNDER_LOCK, ALLOCATING, DECIDING])
        texts.append(form.format(**values))
    texts.append(ENTRY.format(name=f"Unit{unit}", callee=function_name(unit, 0), number=unit + 1))
    return "".join(texts)


def main_text(units):
    calls = "".join(f"    Unit{unit}Start(&Extension);\n" for unit in range(units))
    includes = "".join(f'#include "unit{unit}.h"\n' for unit in range(units))
    return (f'#include "driver.h"\n{includes}\nDRIVER_INITIALIZE DriverEntry;\n\nstatic DEVICE_EXTENSION Extension;\n\n'
            "NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)\n{\n"
            f"    KeInitializeSpinLock(&Extension.Lock);\n{calls}    return STATUS_SUCCESS;\n}}\n")


def generate(folder, units, functions):
    chance = random.Random(1)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "driver.h").write_text(HEADER)
    files = []
    for unit in range(units):
        declarations = [f"NTSTATUS {function_name(unit, number)}(PDEVICE_EXTENSION Extension, ULONG Value);\n"
                        for number in range(functions)]
        (folder / f"unit{unit}.h").write_text("#pragma once\n" + "".join(declarations)
                                              + f"VOID Unit{unit}Start(PDEVICE_EXTENSION Extension);\n")
        (folder / f"unit{unit}.c").write_text(unit_text(unit, units, functions, chance))
        files.append(f"unit{unit}.c")
    (folder / "main.c").write_text(main_text(units))
    files.append("main.c")
    (folder / "compile_commands.json").write_text(json.dumps(
        [{"directory": ".", "file": file, "arguments": ["cl.exe", "/c", file]} for file in files], indent=1))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--units", type=int, default=100)
    parser.add_argument("--functions", type=int, default=40, help="of each unit")
    parser.add_argument("folder", type=pathlib.Path)
    options = parser.parse_args()
    generate(options.folder, options.units, options.functions)


if __name__ == "__main__":
    main()
