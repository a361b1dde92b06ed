#include "app/report/text_layer.h"

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

/// `<0041>` in angles at `at`, without them; `at` is behind it then. Nothing if there is none.
QByteArray hexAt(const QByteArray& table, qsizetype& at)
{
    const qsizetype end = table.indexOf('>', at);
    if (end < 0)
        return {};
    const QByteArray hex = table.mid(at + 1, end - at - 1);
    at = end + 1;
    return hex;
}

/// The table as the writer of Qt writes it: ranges that count up, `<0001> <0003> <0041>`, or with each glyph's text in brackets,
/// `<0001> <0002> [<0041> <0043>]`.
std::vector<Entry> entriesOf(const QByteArray& table)
{
    std::vector<Entry> entries;
    std::vector<QByteArray> bounds; // of the range that is being read: its first and last glyph
    bool each = false;
    int glyph = 0, last = -1;
    for (qsizetype at = 0; at < table.size();) {
        const char c = table.at(at);
        if (table.mid(at, 2) == "<<") { // a dictionary
            bounds.clear();
            at += 2;
        } else if (c == '<') {
            const QByteArray hex = hexAt(table, at);
            if (hex.size() < 4)
                break;
            if (bounds.size() < 2) {
                bounds.push_back(hex);
                continue;
            }
            QString text = textOf(QString::fromLatin1(hex));
            if (!each) {
                last = bounds[1].toInt(nullptr, 16);
                for (glyph = bounds[0].toInt(nullptr, 16); glyph <= last; ++glyph) {
                    entries.push_back({glyph, text});
                    text.back() = QChar(static_cast<char16_t>(text.back().unicode() + 1));
                }
                bounds.clear();
            } else if (glyph <= last) {
                entries.push_back({glyph++, text});
            }
        } else {
            if (c == '[' && bounds.size() == 2) {
                each = true;
                glyph = bounds[0].toInt(nullptr, 16);
                last = bounds[1].toInt(nullptr, 16);
            } else if (c == ']' || (!each && c != ' ')) { // a range has ended, or a word stands where one would go on
                each = false;
                bounds.clear();
            }
            ++at;
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
