#include "ui/shell/fuzzy.h"

#include "backend/base/case_fold.h"

namespace sallyport::ui {

namespace {

QString plain(const QString& text)
{
    return QString::fromStdString(searchKey(text.toStdString())); // as lists are searched
}

} // namespace

int fuzzyScore(const QString& pattern, const QString& text)
{
    const QString needle = plain(pattern.simplified());
    const QString hay = plain(text);
    if (needle.isEmpty())
        return 0;
    // A run of letters as typed beats letters strewn over the text.
    const qsizetype whole = hay.indexOf(needle);
    if (whole == 0)
        return 1000 - static_cast<int>(hay.size());
    if (whole > 0)
        return (hay.at(whole - 1).isLetterOrNumber() ? 500 : 800) - static_cast<int>(hay.size());
    int score = 0;
    qsizetype at = 0;
    qsizetype previous = -2;
    for (const QChar c : needle) {
        if (c.isSpace())
            continue;
        at = hay.indexOf(c, at);
        if (at < 0)
            return -1;
        const bool startsWord = at == 0 || !hay.at(at - 1).isLetterOrNumber();
        score += startsWord ? 20 : at == previous + 1 ? 10 : 1;
        previous = at;
        ++at;
    }
    return score;
}

} // namespace sallyport::ui
