#include "ui/shell/fuzzy.h"

#include "backend/base/case_fold.h"

#include <algorithm>

namespace sallyport::ui {

namespace {

/// A text without accents and case, and where in the text each of its characters stood.
struct Plain {
    QString text;
    QList<qsizetype> places;
};

Plain plain(const QString& text)
{
    Plain result;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype units = text.at(at).isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
        // Nobody has a key for the dotless one who doesn't write it anyway. Else as lists are searched.
        const QString letter = text.at(at) == u'ı' ? QStringLiteral("i") : text.mid(at, units);
        QString key = letter;
        if (text.at(at).isMark())
            key.clear();
        else if (!text.at(at).isSpace())
            key = QString::fromStdString(searchKey(letter.toStdString()));
        for (const QChar c : std::as_const(key)) {
            result.text.append(c);
            result.places.append(at);
        }
        at += units;
    }
    return result;
}

struct Match {
    int score = -1;
    QList<qsizetype> places; ///< in the plain text
};

bool startsWord(const QString& hay, qsizetype place)
{
    return place == 0 || !hay.at(place - 1).isLetterOrNumber();
}

/// Where a letter is found after the last one: right behind it, else as the first of a word, else later in the same word. Letters
/// from the middle of other words mean nothing: nearly everything has them.
qsizetype nextPlace(const QString& hay, QChar c, qsizetype previous)
{
    const qsizetype from = std::max<qsizetype>(previous + 1, 0);
    if (from < hay.size() && previous >= 0 && hay.at(from) == c)
        return from;
    qsizetype first = hay.indexOf(c, from);
    while (first >= 0 && !startsWord(hay, first))
        first = hay.indexOf(c, first + 1);
    if (first >= 0 || previous < 0)
        return first;
    for (qsizetype at = from; at < hay.size() && hay.at(at).isLetterOrNumber(); ++at)
        if (hay.at(at) == c)
            return at;
    return -1;
}

Match match(const QString& needle, const QString& hay)
{
    // A run of letters as typed beats letters strewn over the text.
    if (const qsizetype whole = hay.indexOf(needle); whole >= 0) {
        Match found;
        const int base = whole == 0 ? 1000 : hay.at(whole - 1).isLetterOrNumber() ? 500 : 800;
        found.score = base - static_cast<int>(hay.size());
        for (qsizetype i = 0; i < needle.size(); ++i)
            found.places.append(whole + i);
        return found;
    }
    Match found{0, {}};
    qsizetype previous = -2;
    for (const QChar c : needle) {
        if (c.isSpace())
            continue;
        const qsizetype at = nextPlace(hay, c, previous);
        if (at < 0)
            return {};
        found.score += startsWord(hay, at) ? 20 : at == previous + 1 ? 10 : 1;
        found.places.append(at);
        previous = at;
    }
    return found;
}

} // namespace

int fuzzyScore(const QString& pattern, const QString& text)
{
    const QString needle = plain(pattern.simplified()).text;
    return needle.isEmpty() ? 0 : match(needle, plain(text).text).score;
}

QList<qsizetype> fuzzyPlaces(const QString& pattern, const QString& text)
{
    const QString needle = plain(pattern.simplified()).text;
    if (needle.isEmpty())
        return {};
    const Plain hay = plain(text);
    QList<qsizetype> places;
    const auto found = match(needle, hay.text).places;
    for (const qsizetype at : found)
        if (const qsizetype place = hay.places.at(at); places.isEmpty() || places.last() != place)
            places.append(place);
    return places;
}

} // namespace sallyport::ui
