#include "backend/audit/documents/document.h"

namespace sallyport::audit {

std::string textOf(const Phrase& words, const Translate& translate)
{
    std::string pattern = translate ? translate(words.context, words.source) : words.source;
    if (pattern.empty())
        pattern = words.source;
    if (words.values.empty())
        return pattern;
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool place = pattern[i] == '%' && i + 1 < pattern.size() && pattern[i + 1] >= '1' && pattern[i + 1] <= '9';
        const auto number = place ? static_cast<std::size_t>(pattern[i + 1] - '1') : words.values.size();
        if (number >= words.values.size()) {
            text += pattern[i];
            continue;
        }
        text += words.values[number];
        ++i;
    }
    return text;
}

Cell cellOf(std::optional<UtcTime> time)
{
    return time ? Cell(*time) : Cell();
}

Cell cellOf(std::string_view text)
{
    return text.empty() ? Cell() : Cell(std::string(text));
}

std::string_view toneWord(Tone tone) noexcept
{
    switch (tone) {
    case Tone::Plain: return "plain";
    case Tone::Good: return "good";
    case Tone::Attention: return "attention";
    case Tone::Bad: return "bad";
    }
    return "plain";
}

} // namespace sallyport::audit
