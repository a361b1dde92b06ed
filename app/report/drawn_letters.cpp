#include "app/report/drawn_letters.h"

#include <QGlyphRun>
#include <QRawFont>
#include <QTextLayout>

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace sallyport::report {

namespace {

constexpr char16_t firstShared = 0x20; ///< the space has the glyph of the tab, and of others that come after it
constexpr char16_t surrogates = 0xd800, afterSurrogates = 0xe000;

/// The first character of each of a font's glyphs, as Qt's writer finds it.
std::unordered_map<quint32, char16_t> firstCharacters(const QRawFont& font)
{
    QString all;
    all.reserve(0x10000);
    for (char32_t letter = 1; letter < 0x10000; ++letter)
        if (letter < surrogates || letter >= afterSurrogates)
            all += QChar(static_cast<char16_t>(letter));
    const QList<quint32> glyphs = font.glyphIndexesForString(all);
    std::unordered_map<quint32, char16_t> first;
    for (qsizetype i = 0; i < std::min(glyphs.size(), all.size()); ++i)
        if (glyphs[i] != 0)
            first.try_emplace(glyphs[i], all[i].unicode());
    return first;
}

/// Characters that are there for the sake of older sets of characters, and for the shapes of letters.
bool isCompatibility(char16_t letter)
{
    return (letter >= 0x2e80 && letter <= 0x2fdf) || (letter >= 0xf900 && letter <= 0xfdff) ||
           (letter >= 0xfe70 && letter <= 0xfefc);
}

} // namespace

void DrawnLetters::add(const QString& text)
{
    for (const QChar letter : text)
        m_letters.set(letter.unicode());
}

void DrawnLetters::findShared(const QFont& font)
{
    std::map<QString, std::unordered_map<quint32, char16_t>> fonts; // by name
    for (char32_t one = firstShared; one < 0x10000; ++one) {
        const auto letter = static_cast<char16_t>(one);
        if (!has(letter) || (letter >= surrogates && letter < afterSurrogates))
            continue;
        const QString text{QChar(letter)};
        QTextLayout layout(text, font);
        layout.beginLayout();
        layout.createLine();
        layout.endLayout();
        for (const QGlyphRun& run : layout.glyphRuns()) {
            const QRawFont raw = run.rawFont();
            const QList<quint32> glyphs = raw.glyphIndexesForString(text);
            if (glyphs.size() != 1 || glyphs.front() == 0)
                continue;
            const QString name = raw.familyName() + QChar(u'/') + raw.styleName();
            auto known = fonts.find(name);
            if (known == fonts.end())
                known = fonts.emplace(name, firstCharacters(raw)).first;
            const auto first = known->second.find(glyphs.front());
            if (first != known->second.end() && !has(first->second))
                m_shared.try_emplace(first->second, letter);
        }
    }
}

QString DrawnLetters::meant(char16_t letter) const
{
    const QString named{QChar(letter)};
    if (has(letter))
        return named;
    if (const auto shared = m_shared.find(letter); shared != m_shared.end())
        return QString(QChar(shared->second));
    if (!isCompatibility(letter))
        return named;
    const QString plain = named.normalized(QString::NormalizationForm_KC);
    const bool drawn = std::all_of(plain.begin(), plain.end(), [this](QChar one) { return has(one.unicode()); });
    return drawn && !plain.isEmpty() ? plain : named;
}

} // namespace sallyport::report
