// An archive of anybody: looked into within its bounds, as every kind.
#include "backend/records/upload/archive_check.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace sallyport;
    using namespace sallyport::records;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    ArchiveBounds bounds;
    bounds.bytes = 1024 * 1024;
    bounds.free = 64 * 1024;
    for (const std::string_view type : {"application/zip", "application/x-tar", "application/gzip"}) {
        const auto open = [bytes]() -> ArchivePieces {
            return [bytes, at = std::size_t(0)]() mutable -> Result<std::string_view> {
                const std::string_view piece = bytes.substr(at, 512);
                at += piece.size();
                return piece;
            };
        };
        (void) checkArchive(type, open, bounds);
    }
    return 0;
}
