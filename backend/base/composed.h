#pragma once

#include "backend/base/secret_bytes.h"

#include <string>
#include <string_view>

namespace sallyport {

/// Unicode's form C: what one keyboard sends as a letter and another as a letter with an accent behind it becomes the same
/// bytes. What is no UTF-8 stays as it is.
std::string composed(std::string_view text);

/// The same for a password before it is hashed; nothing of it stays behind in memory.
SecretBytes composedSecret(const SecretBytes& secret);
/// True if composedSecret() would answer the same bytes.
bool isComposed(const SecretBytes& secret);

} // namespace sallyport
