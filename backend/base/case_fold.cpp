#include "backend/base/case_fold.h"

namespace sallyport {

namespace {

/// Simple case folding (Unicode CaseFolding.txt, status C) of the two-byte range's alphabets.
char32_t foldTwoByte(char32_t c) noexcept
{
    if ((c >= 0xc0 && c <= 0xde && c != 0xd7) || (c >= 0x391 && c <= 0x3ab && c != 0x3a2) || (c >= 0x410 && c <= 0x42f))
        return c + 0x20;
    if (c >= 0x400 && c <= 0x40f)
        return c + 0x50;
    if (c == 0x178)
        return 0xff;
    // Latin Extended-A, and Cyrillic beyond Russian: pairs of upper and lower; odd and even change places in some runs.
    if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17e) || (c >= 0x4c1 && c <= 0x4ce))
        return c % 2 == 1 ? c + 1 : c;
    if ((c >= 0x100 && c <= 0x177 && c != 0x130 && c != 0x131 && c != 0x138 && c != 0x149) || (c >= 0x460 && c <= 0x481) ||
        (c >= 0x48a && c <= 0x4bf) || (c >= 0x4d0 && c <= 0x52f) || (c >= 0x218 && c <= 0x21b))
        return c % 2 == 0 ? c + 1 : c;
    return c;
}

} // namespace

std::string foldCase(std::string_view text)
{
    std::string folded;
    folded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead >= 'A' && lead <= 'Z') {
            folded += static_cast<char>(lead + ('a' - 'A'));
        } else if (lead >= 0xc2 && lead <= 0xdf && i + 1 < text.size()) {
            const auto next = static_cast<unsigned char>(text[++i]);
            const char32_t c = foldTwoByte(static_cast<char32_t>((lead & 0x1fu) << 6 | (next & 0x3fu)));
            folded += static_cast<char>(0xc0 | c >> 6);
            folded += static_cast<char>(0x80 | (c & 0x3f));
        } else {
            folded += static_cast<char>(lead);
        }
    }
    return folded;
}

} // namespace sallyport
