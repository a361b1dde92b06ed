#include "app/report/document_items.h"

#include "app/report/report_data.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <numeric>

namespace sallyport::report {

using namespace Qt::StringLiterals;

namespace {

QDateTime stamp(const QJsonValue& value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs); // as the clock shows it in the report's zone
}

QRgb tintOf(const QJsonValue& tone, QRgb plain)
{
    const QString word = tone.toString();
    return word == "good"_L1        ? color::success
           : word == "attention"_L1 ? color::warning
           : word == "bad"_L1       ? color::danger
                                    : plain;
}

/// Of an area, which has no words on it.
QRgb areaOf(const QJsonValue& tone)
{
    const QString word = tone.toString();
    return word == "good"_L1        ? 0xff2e8b57
           : word == "attention"_L1 ? color::outcome[2]
           : word == "bad"_L1       ? color::outcome[3]
                                    : color::outcome[0];
}

} // namespace

qint64 PlotPoint::total() const
{
    return std::accumulate(values.begin(), values.end(), qint64{0});
}

std::optional<DocumentHeader> DocumentReader::header(const QByteArray& line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (object["report"_L1].toString() != "document"_L1)
        return std::nullopt;
    DocumentHeader header;
    header.language = object["language"_L1].toString();
    const DocumentReader reader(header.language, localeFor(header.language));
    header.title = reader.phrase(object["title"_L1]);
    header.vault = visible(object["vault"_L1].toString());
    header.operatorName = visible(object["operator"_L1].toString());
    header.zone = visible(object["zone"_L1].toString(u"UTC"_s));
    header.filter = visible(object["filter"_L1].toString());
    header.generated = stamp(object["generated"_L1]);
    header.since = stamp(object["since"_L1]);
    header.until = stamp(object["until"_L1]);
    return header;
}

QString DocumentReader::phrase(const QJsonValue& value) const
{
    const QJsonObject object = value.toObject();
    const QString source = object["t"_L1].toString(), context = object["c"_L1].toString(u"Report"_s);
    QString text = visible(context.isEmpty() ? source : m_titles.phrase(context, source));
    const QJsonArray values = object["v"_L1].toArray();
    // All at once: a value may hold what looks like another's place.
    QString filled;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int number = text[i] == u'%' && i + 1 < text.size() ? text[i + 1].digitValue() : 0;
        if (number < 1 || number > values.size()) {
            filled += text[i];
            continue;
        }
        filled += visible(values[number - 1].toString());
        ++i;
    }
    return filled;
}

QString DocumentReader::cell(const QJsonValue& value) const
{
    if (value.isString())
        return visible(value.toString());
    if (value.isDouble())
        return m_locale.toString(value.toInteger());
    const QJsonObject object = value.toObject();
    if (object.contains("t"_L1))
        return phrase(value);
    if (object.contains("at"_L1))
        return object["at"_L1].toString().left(16).replace(u'T', u' ');
    return u"–"_s;
}

QStringList DocumentReader::row(const QJsonObject& line) const
{
    QStringList cells;
    for (const QJsonValue value : line["row"_L1].toArray())
        cells.append(cell(value));
    return cells;
}

std::optional<DocumentItem> DocumentReader::item(const QJsonObject& line) const
{
    DocumentItem item;
    if (line.contains("section"_L1)) {
        item.kind = DocumentItem::Kind::Section;
        item.text = phrase(line["section"_L1]);
    } else if (line.contains("note"_L1)) {
        item.text = phrase(line["note"_L1]);
        item.tint = tintOf(line["tone"_L1], color::muted);
    } else if (line.contains("figures"_L1)) {
        item.kind = DocumentItem::Kind::Figures;
        for (const QJsonValue value : line["figures"_L1].toArray())
            item.figures.push_back({phrase(value["label"_L1]), cell(value["value"_L1]), tintOf(value["tone"_L1], color::text)});
    } else if (line.contains("chart"_L1)) {
        item.kind = DocumentItem::Kind::Plot;
        item.plot.title = phrase(line["chart"_L1]);
        item.plot.bars = line["kind"_L1].toString() == "bars"_L1;
        for (const QJsonValue series : line["series"_L1].toArray())
            item.plot.series.push_back({phrase(series["name"_L1]), areaOf(series["tone"_L1])});
        for (const QJsonValue point : line["points"_L1].toArray()) {
            PlotPoint read{phrase(point["label"_L1]), {}};
            for (const QJsonValue value : point["values"_L1].toArray())
                read.values.push_back(std::max<qint64>(0, value.toInteger()));
            item.plot.points.push_back(std::move(read));
        }
    } else if (line.contains("table"_L1)) {
        item.kind = DocumentItem::Kind::Sheet;
        item.sheet.caption = phrase(line["table"_L1]);
        item.sheet.rows = line["rows"_L1].toInteger();
        item.sheet.isLong = line["long"_L1].toBool();
        item.sheet.onTwoLines = item.sheet.isLong && line["lines"_L1].toInt() > 1;
        double all = 0;
        for (const QJsonValue column : line["columns"_L1].toArray()) {
            item.sheet.columns.push_back(
                {phrase(column["title"_L1]), std::max(1.0, column["share"_L1].toDouble()), column["right"_L1].toBool()});
            all += item.sheet.columns.back().share;
        }
        for (SheetColumn& column : item.sheet.columns)
            column.share /= all;
    } else {
        return std::nullopt;
    }
    return item;
}

} // namespace sallyport::report
