// Reads the pragmas that place code and data, in place of Clang's own handlers.
#pragma once

#include <memory>
#include <vector>

#include <clang/Lex/PPCallbacks.h>
#include <clang/Lex/Pragma.h>
#include <clang/Lex/Preprocessor.h>

#include "analyzer/frontend/SectionReader.h"

namespace irqlint {

// Clang's handler of alloc_text rejects C++ and functions that are not declared, and keeps no location. These take
// #pragma, _Pragma and __pragma forms, and macros over them such as `#pragma PAGEABLE_FUNCTION(f)`.
//
// Must outlive the parser: its destructor takes its handlers out of the preprocessor by name, and what it finds under
// these names are ours.
class SectionPragmaHandlers {
 public:
  explicit SectionPragmaHandlers(SectionPragmas& pragmas);
  ~SectionPragmaHandlers();

  // Called when the parser has registered its own handlers and has read nothing yet.
  void install(clang::Preprocessor& preprocessor);

 private:
  std::vector<std::unique_ptr<clang::PragmaHandler>> replacing_;  // stand in for a handler of the parser
  std::unique_ptr<clang::PragmaHandler> unknown_;                 // sees every pragma that has no handler
};

}  // namespace irqlint
