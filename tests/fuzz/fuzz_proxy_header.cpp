#include "backend/http/proxy_header.h"

#include <cstdlib>
#include <string_view>

/// Any bytes, in any number of pieces: the same answer, and nothing is asked for that isn't bounded.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace sallyport::http;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const ProxyHeader whole = readProxyHeader(bytes);
    if (whole.wanted > ProxyHeader::fixedBytes + ProxyHeader::restBytes)
        std::abort();
    if (whole.outcome == ProxyHeader::Outcome::NeedMore && size >= whole.wanted)
        std::abort();
    for (std::size_t some = 0; some < size && some < 256; ++some) {
        const ProxyHeader part = readProxyHeader(bytes.substr(0, some));
        if (part.outcome == ProxyHeader::Outcome::Malformed && whole.outcome == ProxyHeader::Outcome::Complete)
            std::abort();
        if (part.outcome == ProxyHeader::Outcome::Complete && part.client.has_value() != whole.client.has_value())
            std::abort();
    }
    return 0;
}
