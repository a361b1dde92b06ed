// Pictures of anybody: filtered the same in whatever pieces they come, and once filtered nothing more is found.
#include "backend/records/upload/picture_filter.h"

#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// What stays; nothing if it is broken.
std::string filtered(std::string_view mediaType, std::string_view bytes, std::size_t piece)
{
    const auto filter = sallyport::records::PictureFilter::create(mediaType);
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += piece)
        if (!filter->add(bytes.substr(at, piece), out))
            return {};
    return filter->finish() ? out : std::string();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    for (const std::string_view type : {"image/jpeg", "image/png", "image/webp"}) {
        const std::string whole = filtered(type, bytes, bytes.size());
        require(filtered(type, bytes, data[0] % 32 + 1u) == whole);
        require(whole.empty() || filtered(type, whole, whole.size()) == whole);
        require(whole.size() <= bytes.size() + 36); // a picture that lay on its side says so anew
    }
    return 0;
}
