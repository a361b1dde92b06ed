// An evidence pack from a stranger: read in any pieces alike, and nothing passes under a key that nobody has.
#include "backend/audit/tree/pack_reader.h"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace sallyport;

std::string verdict(std::string_view pack, std::size_t piece)
{
    std::size_t at = 0;
    const auto checked = audit::checkPack(
        [&]() -> Result<std::string> {
            std::string next(pack.substr(at, piece));
            at += next.size();
            return next;
        },
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"); // SHA-256 of nothing: of no key
    if (checked)
        std::abort();
    return checked.error().detail;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view pack(reinterpret_cast<const char*>(data), size);
    if (verdict(pack, 1 << 16) != verdict(pack, 7))
        std::abort();
    for (const auto line : {pack, pack.substr(0, pack.find('\n'))}) {
        (void) audit::readPackManifest(line);
        (void) audit::readPackRecord(line);
        (void) audit::readPackProof(line);
        (void) audit::readPackEnd(line);
    }
    return 0;
}
