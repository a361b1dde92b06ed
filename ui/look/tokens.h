#pragma once

#include <QColor>
#include <QLatin1StringView>

#include <array>

namespace sallyport::ui {

/// The colours of the product. Nothing in ui/ names a colour in any other way.
enum class Token {
    Window,  ///< navigation, status strip, disabled fill
    Surface, ///< content, inputs
    Raised,  ///< popups, footers, code
    Hover,
    Selection,
    Border,       ///< hairlines between regions
    BorderStrong, ///< outline of buttons and popups, scroll handles
    Control,      ///< outline of inputs, disabled text
    Text,
    TextMuted,
    Accent,     ///< also the focus ring
    AccentText, ///< text on accent and on filled danger
    Success,
    SuccessTint,
    Warning,
    WarningTint,
    Danger,
    DangerTint,
    Info,
    InfoTint,
    NeutralPill,
    Avatar,
    ChartNormal,
    ChartOther,
    ChartRefused,
    ChartBlocked,
    Grid, ///< row lines, chart grid
};
inline constexpr int tokenCount = static_cast<int>(Token::Grid) + 1;

enum class Scheme { Light, Dark };

using TokenTable = std::array<QColor, tokenCount>;

/// The colours of one scheme.
const TokenTable& tokenTable(Scheme scheme);

/// A token's name in the style template: `text-muted` for Token::TextMuted.
QLatin1StringView tokenName(Token token);

/// The token's colour in the scheme that is on the screen now. An ambient value of the application, like its
/// palette: set by Theme only, GUI thread only.
QColor color(Token token);

/// True while the dark scheme is on the screen.
bool isDark();

/// True while system colours are shown and tints are drawn as borders.
bool isHighContrast();

/// For Theme: puts another table on the screen.
void setCurrentTokens(const TokenTable& table, bool dark, bool highContrast);

/// Contrast of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio").
double contrastRatio(const QColor& first, const QColor& second);

/// `base` under `cover` at `opacity` 0 to 1, as an opaque colour.
QColor mixed(const QColor& base, const QColor& cover, double opacity);

/// What a mark says. The normal state is grey; a tone marks an exception.
enum class Tone { Normal, Muted, Accent, Success, Warning, Danger, Info };

/// Text and icon colour of a tone.
Token toneText(Tone tone);
/// Fill of a pill or banner in a tone.
Token toneTint(Tone tone);

} // namespace sallyport::ui
