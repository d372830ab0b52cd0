// Turns the knowledge files into the C++ source of the embedded tables. Run by the build:
//
//   generate_ddi_tables OUTPUT FILE.json...
//
// Later files patch earlier ones. A file whose top level is a list is the section its file name says. Every row is
// read as the program will read it, so that bad data stops the build with the line of the entry.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>

#include "analyzer/ddi/DdiTables.h"

namespace irqlint {
namespace {

using nlohmann::json;

constexpr std::string_view kTableNames[kDdiTableCount] = {
    "Contracts",     "ArgumentRoles", "FieldRoles",   "Allocators", "Deallocators", "LookasideLists",
    "ResidentTypes", "ResidentInits", "SectionLocks", "Creations",  "Constants",    "PoolSelectors",
    "PowerFlags",    "PointerFlows",  "NameRules",    "ObjectWaits"};

// Compilers limit the length of a string literal; the smallest limit among them is a little above this.
constexpr std::size_t kLongestLiteral = 16000;

std::optional<Error> mergeFile(DdiTables& tables, const std::filesystem::path& path) {
  const std::ifstream stream(path, std::ios::binary);
  if (!stream) return Error("cannot be opened");
  std::ostringstream text;
  text << stream.rdbuf();
  return tables.merge(text.str(), path.stem().string());
}

// What one row says of others must be there to be found.
std::optional<Error> checkReferences(const DdiTables& tables) {
  const DdiTables::Table& contracts = tables[DdiTable::Contracts];
  for (const auto& [name, row] : contracts) {
    const std::string alias = row.value("alias_of", std::string());
    if (!alias.empty() && !contracts.contains(alias))
      return Error(std::string("'").append(name).append("' is an alias of the unknown '").append(alias).append("'"));
  }
  for (const DdiTable table : {DdiTable::ArgumentRoles, DdiTable::FieldRoles}) {
    for (const auto& [key, rows] : tables[table]) {
      for (const json& row : rows) {
        const std::string role = row.at("role").get<std::string>();
        if (!contracts.contains(role)) {
          return Error(std::string("'").append(key).append("' registers the unknown role '").append(role).append("'"));
        }
      }
    }
  }
  return std::nullopt;
}

std::string literal(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + '"';
}

std::optional<Error> writeTables(const DdiTables& tables, std::ostream& out) {
  out << "// Generated from analyzer/ddi/data; not to be edited.\n"
         "#include \"analyzer/ddi/EmbeddedTables.h\"\n\nnamespace irqlint {\nnamespace {\n";
  for (std::size_t t = 0; t < kDdiTableCount; ++t) {
    const auto table = static_cast<DdiTable>(t);
    if (tables[table].empty()) return Error("table " + std::string(kTableNames[t]) + " has no rows");
    out << "\nconstexpr EmbeddedRow k" << kTableNames[t] << "[] = {\n";
    for (const auto& [key, row] : tables[table]) {
      const std::string text = row.dump(-1, ' ', true);
      if (text.size() > kLongestLiteral) return Error("'" + key + "' is too long for a string literal");
      out << "    {" << literal(key) << ", " << literal(text) << "},\n";
    }
    out << "};\n";
  }
  out << "\n}  // namespace\n\nstd::span<const EmbeddedRow> embeddedTable(DdiTable table) {\n  switch (table) {\n";
  for (const std::string_view name : kTableNames) {
    out << "    case DdiTable::" << name << ": return k" << name << ";\n";
  }
  out << "  }\n  return {};\n}\n\n}  // namespace irqlint\n";
  return std::nullopt;
}

int run(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: generate_ddi_tables OUTPUT FILE.json...\n";
    return 2;
  }
  DdiTables tables;
  for (int i = 2; i < argc; ++i) {
    if (auto error = mergeFile(tables, argv[i])) {
      std::cerr << std::move(*error).within(argv[i]).message() << '\n';
      return 1;
    }
  }
  std::ostringstream text;
  auto error = checkReferences(tables);
  if (!error) error = writeTables(tables, text);
  if (error) {
    std::cerr << error->message() << '\n';
    return 1;
  }
  std::ofstream out(argv[1], std::ios::binary);
  out << text.str();
  return out.flush() ? 0 : 1;
}

}  // namespace
}  // namespace irqlint

int main(int argc, char** argv) {
  try {
    return irqlint::run(argc, argv);
  } catch (const std::exception& error) {
    std::fputs(error.what(), stderr);
    return 1;
  }
}
