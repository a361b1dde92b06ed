// A zip's directory of anybody: read within its bounds, and what it says lies in the file.
#include "backend/records/upload/zip_directory.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace sallyport;
    using namespace sallyport::records;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    ArchiveBounds bounds;
    bounds.entries = 100;
    bounds.bytes = 1024 * 1024;
    bounds.free = 64 * 1024;
    for (const std::size_t piece : {std::size_t(7), std::size_t(4096)}) {
        const ArchiveFile file{bytes.size(),
                               [&](std::uint64_t at) -> Result<std::string_view> { return bytes.substr(at, piece); }};
        const auto entries = readZipDirectory(file, bounds);
        if (!entries)
            continue;
        std::uint64_t unpacked = 0, next = 0;
        for (const ZipEntry& one : *entries) {
            if (one.at < next || one.at >= size)
                std::abort();
            next = one.at + 30;
            unpacked += one.size;
        }
        if (entries->size() > bounds.entries || bounds.exceededBy(unpacked, size))
            std::abort();
    }
    return 0;
}
