// What each command does.
#pragma once

#include "cli/Options.h"

namespace irqlint {

ExitStatus run(const Options& options);

}  // namespace irqlint
