#pragma once

#include "backend/base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace sallyport::records {

/// Of a picture, width by height: 1 GiB in memory, as archives may unpack to.
inline constexpr std::uint64_t maxPixels = 268'435'456;

/// Takes out of a picture, while it comes, what it says of its maker: places, devices, names, comments, thumbnails, further
/// pictures behind it. Pixels, colours and animation stay as they are, byte for byte; so does which way is up. JPEG, PNG and
/// WebP; other files go through unchanged (a GIF's comments, a PDF's author are kept). On one thread.
class PictureFilter {
public:
    /// By the media type of file_type.h.
    static std::unique_ptr<PictureFilter> create(std::string_view mediaType);
    virtual ~PictureFilter() = default;

    /// Appends to `out` what stays. InvalidArgument (`file`, rule `content`) if it is no such picture, or has more than
    /// `maxPixels`. Keeps 64 KiB at most.
    virtual Result<void> add(std::string_view bytes, std::string& out) = 0;
    /// InvalidArgument if the picture isn't complete.
    virtual Result<void> finish() const = 0;
};

} // namespace sallyport::records
