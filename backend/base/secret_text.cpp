#include "backend/base/secret_text.h"

#include "backend/base/utf8.h"

namespace sallyport {

Result<SecretBytes> secretOfLine(std::string_view bytes)
{
    constexpr std::string_view mark = "\xEF\xBB\xBF", utf16Little = "\xFF\xFE", utf16Big = "\xFE\xFF";
    if (bytes.starts_with(utf16Little) || bytes.starts_with(utf16Big) || bytes.find('\0') != bytes.npos)
        return makeError(ErrorCode::InvalidArgument, "a secret is stored as UTF-16 or UTF-32; save it as UTF-8 or plain ASCII");
    if (bytes.starts_with(mark))
        bytes.remove_prefix(mark.size());
    bytes = bytes.substr(0, bytes.find('\n'));
    while (bytes.ends_with('\r'))
        bytes.remove_suffix(1);
    if (bytes.empty())
        return makeError(ErrorCode::InvalidArgument, "a secret is empty");
    if (!codePointCount(bytes))
        return makeError(ErrorCode::InvalidArgument, "a secret is not UTF-8; save it as UTF-8 or plain ASCII");
    return SecretBytes::fromText(bytes);
}

} // namespace sallyport
