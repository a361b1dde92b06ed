#include "backend/storage/page_cursor.h"

#include "backend/base/encoding.h"
#include "backend/base/limits.h"
#include "backend/base/secret_bytes.h"

namespace sallyport::storage {

Error notACursor()
{
    Error error(ErrorCode::InvalidArgument, "This is not a cursor of this list and order.");
    error.fields.push_back({"cursor", "Is not one that a page of this list and order ended with", "format"});
    return error;
}

std::string encodeCursor(char order, const PageCursor& cursor)
{
    return toBase64Url(asBytes(order + cursor.id + cursor.place));
}

Result<PageCursor> decodeCursor(std::string_view text, char order, std::size_t idLength)
{
    if (text.size() > limits::cursorBytes)
        return notACursor();
    const auto bytes = fromBase64Url(text);
    if (!bytes || bytes->size() < 1 + idLength)
        return notACursor();
    const std::string_view decoded(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    if (decoded.front() != order)
        return notACursor();
    return PageCursor{std::string(decoded.substr(1, idLength)), std::string(decoded.substr(1 + idLength))};
}

} // namespace sallyport::storage
