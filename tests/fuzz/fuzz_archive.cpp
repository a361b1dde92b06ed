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
        const ArchiveFile file{bytes.size(),
                               [bytes](std::uint64_t at) -> Result<std::string_view> { return bytes.substr(at, 512); }};
        (void) checkArchive(type, file, bounds);
    }
    return 0;
}
