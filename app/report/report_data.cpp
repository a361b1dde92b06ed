#include "app/report/report_data.h"

#include "backend/base/shown_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdlib>

namespace sallyport::report {

using namespace Qt::StringLiterals;

namespace {

QDateTime timeOf(const QJsonValue& value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs); // as the clock shows it in the report's zone
}

std::array<qint64, 4> counts(const QJsonObject& object, const std::array<const char*, 4>& words)
{
    std::array<qint64, 4> result{};
    for (std::size_t i = 0; i < words.size(); ++i)
        result[i] = object[QLatin1StringView(words[i])].toInteger();
    return result;
}

int indexOf(const QString& word, const std::array<const char*, 4>& words)
{
    for (std::size_t i = 0; i < words.size(); ++i)
        if (word == QLatin1StringView(words[i]))
            return static_cast<int>(i);
    return 0;
}

constexpr std::array severityWords{"info", "notice", "warning", "critical"};

/// Of an event or a kind's count.
QString titleOf(const QJsonObject& object, const KindTitles& titles)
{
    return visible(titles.translated(object["title"_L1].toString(object["kind"_L1].toString())));
}

} // namespace

std::optional<Header> parseHeader(const QByteArray& line)
{
    const QJsonDocument document = QJsonDocument::fromJson(line);
    const QJsonObject object = document.object();
    if (!object.contains("total"_L1) || !object.contains("chain"_L1))
        return std::nullopt;
    Header header;
    header.title = visible(object["title"_L1].toString());
    header.language = object["language"_L1].toString();
    header.vault = visible(object["vault"_L1].toString());
    header.operatorName = visible(object["operator"_L1].toString());
    header.zone = visible(object["zone"_L1].toString(u"UTC"_s));
    header.generated = timeOf(object["generated"_L1]);
    header.since = timeOf(object["since"_L1]);
    header.until = timeOf(object["until"_L1]);
    header.filtered = object["filtered"_L1].toBool();
    header.total = object["total"_L1].toInteger();
    header.outcomes = counts(object["outcomes"_L1].toObject(), outcomeWords);
    header.severities = counts(object["severities"_L1].toObject(), severityWords);
    for (const QJsonValue value : object["days"_L1].toArray()) {
        const QJsonObject day = value.toObject();
        if (const QDate date = QDate::fromString(day["day"_L1].toString(), Qt::ISODate); date.isValid())
            header.days.push_back({date, counts(day, outcomeWords)});
    }
    const KindTitles titles(header.language);
    for (const QJsonValue value : object["kinds"_L1].toArray())
        header.kinds.push_back({titleOf(value.toObject(), titles), value.toObject()["count"_L1].toInteger()});
    const QJsonObject chain = object["chain"_L1].toObject();
    header.chain = {chain["intact"_L1].toBool(),
                    chain["checked"_L1].toInteger(),
                    chain["sequence"_L1].toInteger(),
                    chain["first_bad"_L1].toInteger(),
                    visible(chain["hash"_L1].toString()),
                    chain["problem"_L1].toString(),
                    timeOf(chain["time"_L1]),
                    chain["accepted"_L1].toInteger(),
                    timeOf(chain["accepted_at"_L1]),
                    visible(chain["accepted_by"_L1].toString()),
                    visible(chain["accepted_why"_L1].toString()),
                    chain["accepted_first"_L1].toInteger(),
                    chain["accepted_last"_L1].toInteger()};
    return header;
}

std::optional<Row> parseRow(const QByteArray& line, const KindTitles& titles)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (!object.contains("sequence"_L1))
        return std::nullopt;
    Row row;
    row.sequence = object["sequence"_L1].toInteger();
    // 2026-11-24T14:31:52.418+01:00 as 2026-11-24 14:31:52
    row.time = object["time"_L1].toString().left(19).replace(u'T', u' ');
    row.event = titleOf(object, titles);
    row.object = visible(object["object"_L1].toObject()["name"_L1].toString());
    const QJsonObject actor = object["actor"_L1].toObject();
    row.who = visible(actor["name"_L1].toString());
    row.address = visible(object["address"_L1].toString());
    row.outcome = indexOf(object["outcome"_L1].toString(), outcomeWords);
    row.severity = indexOf(object["severity"_L1].toString(), severityWords);
    return row;
}

QString offsetText(const QDateTime& time)
{
    const int minutes = time.offsetFromUtc() / 60;
    if (minutes == 0)
        return u"UTC"_s;
    const QString distance = QTime(0, 0).addSecs(std::abs(minutes) * 60).toString(u"HH:mm"_s);
    return u"UTC"_s + (minutes < 0 ? u'-' : u'+') + distance;
}

QString visible(const QString& text)
{
    return QString::fromStdString(shownText(text.toStdString()));
}

} // namespace sallyport::report
