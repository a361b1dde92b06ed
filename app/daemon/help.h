#pragma once

#include "app/daemon/command.h"

#include <optional>
#include <string>
#include <vector>

namespace sallyport::daemon {

/// What `sallyportd help WORDS`, `sallyportd WORDS --help` and `-h` print: everything without words, a group (`key`), a command
/// (`key list`), or both where a word is both (`token`). Nothing for words that are neither.
std::optional<std::string> helpOn(const std::vector<Command>& all, const std::vector<std::string>& words);

} // namespace sallyport::daemon
