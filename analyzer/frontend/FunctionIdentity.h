// What a function or global is called: by the linker of summaries (identity) and by a reader (name).
#pragma once

#include <string>
#include <string_view>

#include <clang/AST/Decl.h>

namespace irqlint {

// Whether other TUs see the same entity under the same identity without knowing the file it stands in.
bool hasExternalIdentity(const clang::NamedDecl& decl);

// C linkage: the name; else the USR. What is not visible to other TUs is qualified with `file`, the path of the file
// that holds it, so that namesakes stay apart while a header's own functions merge. A lambda is named by the function
// around it and its place there.
std::string identityOf(const clang::FunctionDecl& function, std::string_view file);
// Of the dynamic type of a class with virtual methods.
std::string identityOf(const clang::CXXRecordDecl& record, std::string_view file);
std::string identityOf(const clang::VarDecl& variable, std::string_view file);

// The name as the source has it, C++ qualified and with template arguments.
std::string readableName(const clang::NamedDecl& decl);

}  // namespace irqlint
