#include "app/report/document_pages.h"

#include "app/report/document_flow.h"
#include "app/report/report_data.h"

#include <QJsonDocument>

#include <algorithm>

namespace sallyport::report {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 documentLine = 16 * 1024 * 1024;
constexpr double coverWidth = Pages::right - Pages::left, contentsRow = 20;

QString when(const Pages& pages, const QDateTime& time)
{
    return pages.locale().toString(time, string(pages.texts().date) + u", HH:mm"_s) + u' ' + offsetText(time);
}

QString period(const Pages& pages, const DocumentHeader& header)
{
    const Texts& texts = pages.texts();
    if (header.since.isValid() && header.until.isValid())
        return when(pages, header.since) + u" – "_s + when(pages, header.until);
    if (header.since.isValid())
        return string(texts.fromOn).arg(when(pages, header.since));
    return header.until.isValid() ? string(texts.upTo).arg(when(pages, header.until)) : QString();
}

void drawCover(Pages& pages, const DocumentHeader& header, const std::vector<DocumentFlow::Mark>& sections)
{
    const Texts& texts = pages.texts();
    pages.logo(Pages::left, Pages::top, 20);
    pages.text(Pages::left + 29, Pages::top + 14, u"Sallyport"_s, Style::BodyStrong);
    pages.text(Pages::right, Pages::top + 14, header.vault, Style::Body, color::muted, 0, Qt::AlignRight);
    double y = 190;
    pages.text(Pages::left, y, header.title, Style::Display, color::text, coverWidth);
    y += 40;
    const std::pair<const char16_t*, QString> facts[] = {
        {texts.vault, header.vault}, {texts.period, period(pages, header)},   {texts.selection, header.filter},
        {texts.zone, header.zone},   {texts.preparedBy, header.operatorName}, {texts.generated, when(pages, header.generated)},
    };
    for (const auto& [label, value] : facts) {
        if (value.isEmpty())
            continue;
        pages.text(Pages::left, y, string(label), Style::Body, color::muted);
        pages.text(Pages::left + 90, y, value, Style::Body, color::text, coverWidth - 90);
        y += 17;
    }
    y += 40;
    pages.text(Pages::left, y, string(texts.contents), Style::Heading);
    y += 12;
    for (const DocumentFlow::Mark& section : sections) {
        if (y + contentsRow > Pages::bottom)
            return; // none of ours has so many
        pages.line(Pages::left, y, Pages::right, y, color::rowLine, 0.5);
        pages.text(Pages::left, y + 14, section.title, Style::Body, color::text, coverWidth - 60);
        pages.text(Pages::right, y + 14, pages.number(section.page), Style::Body, color::text, 0, Qt::AlignRight);
        y += contentsRow;
    }
}

} // namespace

QString drawDocument(const DocumentHeader& header, QIODevice& input, QIODevice& output)
{
    const QLocale locale = localeFor(header.language);
    const DocumentReader reader(header.language, locale);
    std::vector<DocumentItem> items;
    qint64 number = 1;
    bool isLong = false;
    for (; !isLong; ++number) {
        const QByteArray line = input.readLine(documentLine);
        if (line.isEmpty())
            return u"the document has no end"_s;
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object["end"_L1].toString() == "document"_L1)
            break;
        if (object.contains("row"_L1) && !items.empty()) {
            items.back().sheet.cells.push_back(reader.row(object));
        } else if (auto item = reader.item(object)) {
            isLong = item->sheet.isLong && item->sheet.rows > 0;
            const bool isEmpty = item->kind == DocumentItem::Kind::Sheet && item->sheet.rows == 0;
            items.push_back(std::move(*item));
            if (isEmpty)
                items.push_back(*reader.item({{u"note"_s, QJsonObject{{u"t"_s, u"There is nothing to show."_s}}}}));
        } else if (!object.contains("end"_L1)) {
            return u"line %1 is nothing of a document"_s.arg(number + 1);
        }
    }
    Pages pages(output, textsFor(header.language), locale, header.title,
                header.vault.isEmpty() ? header.title : header.vault + u" · "_s + header.title);
    DocumentFlow measure(pages, 1);
    for (const DocumentItem& item : items)
        measure.put(item);
    pages.setTotal(measure.lastPage(isLong ? items.back().sheet.rows : 0));
    const QString unwritable = u"the PDF cannot be written"_s;
    if (!pages.next())
        return unwritable;
    drawCover(pages, header, measure.sections());
    DocumentFlow flow(pages, 1);
    flow.draw();
    for (const DocumentItem& item : items)
        if (!flow.put(item))
            return unwritable;
    while (isLong) {
        const QByteArray line = input.readLine(documentLine);
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (object["end"_L1].toString() == "document"_L1)
            break;
        if (line.isEmpty())
            return u"the document has no end"_s;
        if (object.contains("row"_L1) && !flow.row(reader.row(object)))
            return unwritable;
    }
    return pages.finish() ? QString() : unwritable;
}

} // namespace sallyport::report
