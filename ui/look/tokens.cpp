#include "ui/look/tokens.h"

#include <algorithm>
#include <cmath>

namespace sallyport::ui {

namespace {

struct Entry {
    Token token;
    const char* name;
    QRgb light;
    QRgb dark;
};

constexpr std::array<Entry, tokenCount> entries{{
    {Token::Window, "window", 0xffF3F4F7, 0xff14161A},
    {Token::Surface, "surface", 0xffFFFFFF, 0xff1A1D22},
    {Token::Raised, "raised", 0xffFAFBFC, 0xff22262D},
    {Token::Hover, "hover", 0xffF1F3F7, 0xff20242A},
    {Token::Selection, "selection", 0xffE3EAFB, 0xff22304F},
    {Token::Border, "border", 0xffDFE2E8, 0xff2E333C},
    {Token::BorderStrong, "border-strong", 0xffC5CAD4, 0xff434A56},
    {Token::Control, "control", 0xff7F8795, 0xff6E7786},
    {Token::Text, "text", 0xff1A1D23, 0xffE7E9EE},
    {Token::TextMuted, "text-muted", 0xff59616E, 0xff9BA4B2},
    {Token::Accent, "accent", 0xff2A55C9, 0xff7DA2FB},
    {Token::AccentText, "accent-text", 0xffFFFFFF, 0xff0D1424},
    {Token::Success, "success", 0xff17683D, 0xff68C793},
    {Token::SuccessTint, "success-tint", 0xffE4F3EA, 0xff16301F},
    {Token::Warning, "warning", 0xff845000, 0xffE8B04B},
    {Token::WarningTint, "warning-tint", 0xffFCEFD6, 0xff362A10},
    {Token::Danger, "danger", 0xffB42318, 0xffFF8A7E},
    {Token::DangerTint, "danger-tint", 0xffFDE9E7, 0xff3A201E},
    {Token::Info, "info", 0xff0B607A, 0xff63BFDC},
    {Token::InfoTint, "info-tint", 0xffE1F1F6, 0xff142A32},
    {Token::NeutralPill, "neutral-pill", 0xffECEEF2, 0xff2A2F37},
    {Token::Avatar, "avatar", 0xffE4E7ED, 0xff323843},
    {Token::ChartNormal, "chart-normal", 0xff6C89DE, 0xff5C7FD6},
    {Token::ChartOther, "chart-other", 0xff7E8899, 0xff6F7A8B},
    {Token::ChartRefused, "chart-refused", 0xffC77700, 0xffDB9A2B},
    {Token::ChartBlocked, "chart-blocked", 0xffC8372B, 0xffF2695C},
    {Token::Grid, "grid", 0xffE9EBEF, 0xff262A31},
}};

constexpr bool inOrder()
{
    for (int i = 0; i < tokenCount; ++i)
        if (entries[static_cast<std::size_t>(i)].token != static_cast<Token>(i))
            return false;
    return true;
}
static_assert(inOrder(), "one entry for each token, in the order of the enum");

TokenTable makeTable(QRgb Entry::*colour)
{
    TokenTable table;
    std::transform(entries.begin(), entries.end(), table.begin(),
                   [colour](const Entry& entry) { return QColor::fromRgb(entry.*colour); });
    return table;
}

struct Current {
    TokenTable table = tokenTable(Scheme::Light);
    bool dark = false;
    bool highContrast = false;
};

Current& current()
{
    static Current value;
    return value;
}

double relativeLuminance(const QColor& colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

} // namespace

const TokenTable& tokenTable(Scheme scheme)
{
    static const TokenTable light = makeTable(&Entry::light);
    static const TokenTable dark = makeTable(&Entry::dark);
    return scheme == Scheme::Light ? light : dark;
}

QLatin1StringView tokenName(Token token)
{
    return QLatin1StringView(entries[static_cast<std::size_t>(token)].name);
}

QColor color(Token token)
{
    return current().table[static_cast<std::size_t>(token)];
}

bool isDark()
{
    return current().dark;
}

bool isHighContrast()
{
    return current().highContrast;
}

void setCurrentTokens(const TokenTable& table, bool dark, bool highContrast)
{
    current() = {table, dark, highContrast};
}

double contrastRatio(const QColor& first, const QColor& second)
{
    const double a = relativeLuminance(first);
    const double b = relativeLuminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor mixed(const QColor& base, const QColor& cover, double opacity)
{
    const auto channel = [opacity](float from, float to) { return static_cast<float>(from + (to - from) * opacity); };
    return QColor::fromRgbF(channel(base.redF(), cover.redF()), channel(base.greenF(), cover.greenF()),
                            channel(base.blueF(), cover.blueF()));
}

Token toneText(Tone tone)
{
    switch (tone) {
    case Tone::Normal: return Token::Text;
    case Tone::Muted: return Token::TextMuted;
    case Tone::Accent: return Token::Accent;
    case Tone::Success: return Token::Success;
    case Tone::Warning: return Token::Warning;
    case Tone::Danger: return Token::Danger;
    case Tone::Info: return Token::Info;
    }
    return Token::Text;
}

Token toneTint(Tone tone)
{
    switch (tone) {
    case Tone::Normal:
    case Tone::Muted: return Token::NeutralPill;
    case Tone::Accent: return Token::Selection;
    case Tone::Success: return Token::SuccessTint;
    case Tone::Warning: return Token::WarningTint;
    case Tone::Danger: return Token::DangerTint;
    case Tone::Info: return Token::InfoTint;
    }
    return Token::NeutralPill;
}

} // namespace sallyport::ui
