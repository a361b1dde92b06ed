#include "app/report/text_layer.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace sallyport::report {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype keptEnd = 2048;      ///< more than a trailer, or the head of an object, is long
constexpr qsizetype entriesAtOnce = 100; ///< more a section mustn't have
constexpr int glyphsMost = 0x10000;

/// A glyph of a table, and what stands for it.
struct Entry {
    int glyph = 0;
    QString text;
};

QString textOf(QStringView hex)
{
    QString text;
    for (qsizetype at = 0; at + 4 <= hex.size(); at += 4)
        text += QChar(hex.mid(at, 4).toUShort(nullptr, 16));
    return text;
}

QByteArray hexOf(int number)
{
    return QByteArray::number(number, 16).rightJustified(4, '0').toUpper();
}

/// The table as the writer of Qt writes it: ranges that count up, or with each glyph's text in brackets.
std::vector<Entry> entriesOf(const QByteArray& table)
{
    static const QRegularExpression range(u"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})> (?:<([0-9A-Fa-f]{4,})>|\\[([^\\]]*)\\])"_s);
    static const QRegularExpression one(u"<([0-9A-Fa-f]{4,})>"_s);
    std::vector<Entry> entries;
    for (auto ranges = range.globalMatch(QString::fromLatin1(table)); ranges.hasNext();) {
        const QRegularExpressionMatch match = ranges.next();
        const int first = match.captured(1).toInt(nullptr, 16), last = match.captured(2).toInt(nullptr, 16);
        if (match.hasCaptured(4)) {
            int glyph = first;
            for (auto texts = one.globalMatch(match.captured(4)); texts.hasNext() && glyph <= last; ++glyph)
                entries.push_back({glyph, textOf(texts.next().captured(1))});
            continue;
        }
        QString text = textOf(match.captured(3));
        for (int glyph = first; glyph <= last; ++glyph) {
            entries.push_back({glyph, text});
            text.back() = QChar(static_cast<char16_t>(text.back().unicode() + 1));
        }
    }
    return entries;
}

/// The same table with other entries.
QByteArray tableOf(const QByteArray& table, const std::vector<Entry>& entries)
{
    constexpr QByteArrayView endOfSpace = "endcodespacerange\n", endOfEntries = "endbfrange\n";
    QByteArray text = table.left(table.indexOf(endOfSpace) + endOfSpace.size());
    const auto count = static_cast<qsizetype>(entries.size());
    for (qsizetype start = 0; start < count; start += entriesAtOnce) {
        const qsizetype end = std::min(start + entriesAtOnce, count);
        text += QByteArray::number(end - start) + " beginbfchar\n";
        for (qsizetype i = start; i < end; ++i) {
            const Entry& entry = entries[static_cast<std::size_t>(i)];
            text += '<' + hexOf(entry.glyph) + "> <";
            for (const QChar letter : entry.text)
                text += hexOf(letter.unicode());
            text += ">\n";
        }
        text += "endbfchar\n";
    }
    return text + table.mid(table.lastIndexOf(endOfEntries) + endOfEntries.size());
}

} // namespace

TextLayer::TextLayer(QIODevice& file) : m_file(file)
{
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

qint64 TextLayer::writeData(const char* data, qint64 size)
{
    const QByteArray piece(data, static_cast<qsizetype>(size));
    // The writer hands each table over as a whole; pages and fonts are packed and don't begin so.
    if (piece.startsWith("/CIDInit") && piece.contains("endcodespacerange\n") && piece.contains("endbfrange\n")) {
        const qsizetype object = m_end.lastIndexOf(" 0 obj");
        const int number = object < 0 ? 0 : m_end.left(object).mid(m_end.lastIndexOf('\n', object) + 1).toInt();
        if (number > 0)
            m_tables.push_back({number, piece});
    }
    m_end += piece;
    m_end = m_end.right(keptEnd);
    m_size += size;
    return m_file.write(data, size);
}

bool TextLayer::correct(const std::function<QString(char16_t)>& meant)
{
    std::vector<std::pair<int, qint64>> places;
    QByteArray update;
    for (const Table& table : m_tables) {
        std::vector<Entry> entries = entriesOf(table.text);
        bool other = false;
        for (Entry& entry : entries) {
            if (entry.text.size() != 1 || entry.text.front().isNull())
                continue;
            QString text = meant(entry.text.front().unicode());
            other = other || text != entry.text;
            entry.text = std::move(text);
        }
        if (!other || entries.size() > glyphsMost)
            continue;
        places.emplace_back(table.object, m_size + update.size());
        const QByteArray text = tableOf(table.text, entries);
        update += QByteArray::number(table.object) + " 0 obj\n<< /Length " + QByteArray::number(text.size()) + " >>\nstream\n" +
                  text + "\nendstream\nendobj\n";
    }
    const qsizetype trailer = m_end.lastIndexOf("trailer\n<<"), place = m_end.lastIndexOf("startxref\n");
    if (places.empty() || trailer < 0 || place < trailer)
        return true;
    const qsizetype number = place + 10, inside = trailer + 10;
    const QByteArray before = m_end.mid(number, m_end.indexOf('\n', number) - number).trimmed();
    const QByteArray members = m_end.mid(inside, m_end.lastIndexOf(">>", place) - inside);
    const qint64 begin = m_size + update.size();
    update += "xref\n";
    std::ranges::sort(places);
    for (const auto& [object, offset] : places)
        update += QByteArray::number(object) + " 1\n" + QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    update += "trailer\n<<" + members + "/Prev " + before + "\n>>\nstartxref\n" + QByteArray::number(begin) + "\n%%EOF\n";
    return m_file.write(update) == update.size();
}

} // namespace sallyport::report
