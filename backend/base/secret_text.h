#pragma once

#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"

#include <string_view>

namespace sallyport {

/// The secret that the first line of a file, a pipe or a terminal holds: without a byte order mark before it and the line's end
/// (LF, CR LF or CR) behind it. Everything else belongs to it, spaces too. InvalidArgument if there is none, and for
/// what an editor has written in another encoding: UTF-16, UTF-32, or text that is no UTF-8. The detail never quotes it.
Result<SecretBytes> secretOfLine(std::string_view bytes);

} // namespace sallyport
