#include "backend/base/cut_text.h"

#include "backend/base/code_point.h"

#include <unigbrk.h>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace sallyport {

std::string truncateCharacters(std::string_view text, std::size_t codePoints)
{
    std::string result;
    const auto take = [&] {
        const CodePoint point = firstCodePoint(text);
        result += point.length == 0 ? std::string_view("?") : text.substr(0, point.length);
        text.remove_prefix(std::max<std::size_t>(point.length, 1));
    };
    for (std::size_t count = 0; count < codePoints && !text.empty(); ++count)
        take();
    if (text.empty() || result.empty())
        return result;
    // What comes next decides whether the last character ends here.
    const std::size_t size = result.size();
    take();
    std::vector<char> breaks(result.size());
    u8_grapheme_breaks(reinterpret_cast<const std::uint8_t*>(result.data()), result.size(), breaks.data());
    std::size_t end = size;
    while (end > 0 && breaks[end] == 0)
        --end;
    result.resize(end > 0 ? end : size);
    return result;
}

} // namespace sallyport
