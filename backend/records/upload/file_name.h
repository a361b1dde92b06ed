#pragma once

#include "backend/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace sallyport::records {

inline constexpr std::size_t maxFileName = 255; ///< bytes; longer names are shortened before their extension

/// A file's name as people see it, which is never a path on the server.
struct FileName {
    std::string name;      ///< NFC, without control, bidirectional and unseen characters
    std::string extension; ///< behind the last dot, lower case; empty if it has none
};

/// What a client calls a file. InvalidArgument with `file` and a rule: `format` (no UTF-8), `minLength` (nothing to be seen),
/// `path` (slashes, NUL, `..`), `hidden` (begins with a dot), `reserved` (CON, LPT1, ...: no file on Windows), `extension` (one
/// before the last that some server or desktop would run: shell.php.jpg).
Result<FileName> checkFileName(std::string_view sent);

/// `attachment; filename="..."; filename*=UTF-8''...` (RFC 6266, RFC 8187) for a name that checkFileName answered: ASCII in the
/// first, with `_` for everything else.
std::string attachmentOf(std::string_view name);

} // namespace sallyport::records
