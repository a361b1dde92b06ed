#pragma once

#include "app/daemon/arguments.h"
#include "backend/base/secret_bytes.h"

#include <string>

namespace sallyport::daemon {

/// The one way in for secrets. The first line of a file, or of standard input for `-`; 4 KiB at most, without byte order mark
/// and line end (backend/base/secret_text.h). InvalidArgument if it is empty, longer or not UTF-8, NotFound if it cannot be read.
Result<SecretBytes> readSecretFile(const std::string& file);

/// The secret of an option such as `--passphrase-file`, or, without it, typed at the terminal without echo. A usage
/// error if there is neither.
Result<SecretBytes> readSecret(const Arguments& arguments, std::string_view option, std::string_view prompt);

} // namespace sallyport::daemon
