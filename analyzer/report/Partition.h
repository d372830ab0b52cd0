// The ways the partition is written. None touches the disk.
#pragma once

#include <llvm/Support/raw_ostream.h>

#include "analyzer/model/Partition.h"

namespace irqlint {

// A summary in bytes and pages, then the lists, largest first.
void writePartitionText(const PartitionReport& report, llvm::raw_ostream& out);
// Everything, for scripts; see PartitionJson.cpp.
void writePartitionJson(const PartitionReport& report, llvm::raw_ostream& out);
// One line for each item, as RFC 4180 has it; sizes that are not known are empty.
void writePartitionCsv(const PartitionReport& report, llvm::raw_ostream& out);

// "mustStay" and so on: the words of JSON and CSV.
std::string_view wordOf(Placement placement);
std::string_view wordOf(Residence residence);
std::string_view wordOf(PartitionKind kind);

}  // namespace irqlint
