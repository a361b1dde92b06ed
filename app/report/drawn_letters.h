#pragma once

#include <QFont>
#include <QString>

#include <bitset>
#include <map>

namespace sallyport::report {

/// Which letters the texts have that were drawn. Fonts share glyphs among characters (U+9F99 with the radical U+2EF0, U+03B9 with
/// U+0269), and Qt's PDF writer names a glyph by the first character that has it, whatever the text says.
class DrawnLetters {
public:
    void add(const QString& text);
    /// Asks the fonts behind `font` which characters share the glyphs of these letters.
    void findShared(const QFont& font);
    /// What a glyph stands for that is named `letter`.
    QString meant(char16_t letter) const;

private:
    bool has(char16_t letter) const { return m_letters.test(letter); }

    std::bitset<0x10000> m_letters;        ///< one half of what lies beyond is a bit of its own, which names nothing
    std::map<char16_t, char16_t> m_shared; ///< by the first character with the glyph, which no text has
};

} // namespace sallyport::report
