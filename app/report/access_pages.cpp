#include "app/report/access_pages.h"

#include "app/report/report_data.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace sallyport::report {

using namespace Qt::StringLiterals;

namespace {

constexpr double pageWidth = Pages::right - Pages::left;
constexpr double lineHeight = 16, accessHeadHeight = 22;
constexpr int linesPerPage = static_cast<int>((Pages::bottom - Pages::top - accessHeadHeight) / lineHeight);

// Where the columns begin, and how wide their text may be.
struct Field {
    double x, room;
};
constexpr Field holderField{Pages::left, 142}, hasField{Pages::left + 150, 108}, sinceField{Pages::left + 264, 50};
constexpr Field byField{Pages::left + 320, 56}, endsField{Pages::left + 382, 48}, usedField{Pages::left + 436, 63};
static_assert(usedField.x + usedField.room <= Pages::right);

QDateTime timeIn(const QJsonObject& object, QLatin1StringView name)
{
    return QDateTime::fromString(object[name].toString(), Qt::ISODateWithMs); // as the clock shows it in the report's zone
}

QString titleOf(const AccessHeader& header)
{
    return header.title.isEmpty() ? string(textsFor(header.language).accessReview) : header.title;
}

} // namespace

std::optional<AccessHeader> parseAccessHeader(const QByteArray& line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (object["report"_L1].toString() != "access_review"_L1)
        return std::nullopt;
    AccessHeader header;
    header.title = visible(object["title"_L1].toString());
    header.language = object["language"_L1].toString();
    header.vault = visible(object["vault"_L1].toString());
    header.operatorName = visible(object["operator"_L1].toString());
    header.filter = visible(object["filter"_L1].toString());
    header.zone = visible(object["zone"_L1].toString(u"UTC"_s));
    header.generated = timeIn(object, "generated"_L1);
    header.total = object["total"_L1].toInteger();
    header.userRoles = object["user_roles"_L1].toInteger();
    header.accountRoles = object["account_roles"_L1].toInteger();
    header.keys = object["keys"_L1].toInteger();
    header.withKeys = object["with_keys"_L1].toBool(true);
    header.withAccounts = object["with_accounts"_L1].toBool(true);
    return header;
}

std::optional<AccessRow> parseAccessRow(const QByteArray& line, const KindTitles& titles)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (!object.contains("holder"_L1) || !object.contains("access"_L1))
        return std::nullopt;
    AccessRow row;
    row.holder = visible(object["holder"_L1].toString());
    row.email = visible(object["email"_L1].toString());
    row.status = object["status"_L1].toString();
    row.service = object["service"_L1].toBool();
    row.key = object["access"_L1].toString() == "key"_L1;
    const QString name = visible(object["name"_L1].toString()), title = visible(object["title"_L1].toString());
    row.has = row.key ? title + u" "_s + name : titles.ofRole(name, title);
    row.by = visible(object["by"_L1].toString());
    row.since = timeIn(object, "since"_L1);
    row.until = timeIn(object, "until"_L1);
    row.active = timeIn(object, "active"_L1);
    row.activeKnown = object["active_known"_L1].toBool(true);
    return row;
}

AccessPages::AccessPages(QIODevice& output, const AccessHeader& header)
    : m_pages(output, textsFor(header.language), localeFor(header.language), titleOf(header),
              header.vault.isEmpty() ? titleOf(header) : header.vault + u" · "_s + titleOf(header))
{
    m_pages.setTotal(1 + (header.total + linesPerPage - 1) / linesPerPage);
    m_good = m_pages.next();
    if (m_good)
        drawFirst(header);
}

void AccessPages::drawFirst(const AccessHeader& header)
{
    const Texts& texts = m_pages.texts();
    m_pages.logo(Pages::left, Pages::top, 20);
    m_pages.text(Pages::left + 29, Pages::top + 14, u"Sallyport"_s, Style::BodyStrong);
    m_pages.text(Pages::right, Pages::top + 14, header.vault, Style::Body, color::muted, 0, Qt::AlignRight);
    double y = 142;
    m_pages.text(Pages::left, y, titleOf(header), Style::Display, color::text, pageWidth);
    y += 34;
    const QString generated =
        m_pages.locale().toString(header.generated, string(texts.date) + u", HH:mm"_s) + u' ' + offsetText(header.generated);
    const std::pair<const char16_t*, QString> facts[] = {
        {texts.zone, header.zone},
        {texts.selection, header.filter.isEmpty() ? string(texts.allAccess) : header.filter},
        {texts.preparedBy, header.operatorName},
        {texts.generated, generated},
    };
    for (const auto& [label, value] : facts) {
        m_pages.text(Pages::left, y, string(label), Style::Body, color::muted);
        m_pages.text(Pages::left + 90, y, value, Style::Body, color::text, pageWidth - 90);
        y += 17;
    }
    m_pages.line(Pages::left, y, Pages::right, y, color::line);
    const std::pair<const char16_t*, qint64> figures[] = {
        {texts.rolesOfUsers, header.userRoles}, {texts.rolesOfAccounts, header.accountRoles}, {texts.apiKeys, header.keys}};
    const double slot = pageWidth / 3;
    for (int i = 0; i < 3; ++i) {
        m_pages.text(Pages::left + slot * i, y + 22, string(figures[i].first), Style::Small, color::muted, slot - 8);
        m_pages.text(Pages::left + slot * i, y + 47, m_pages.number(figures[i].second), Style::Figure);
    }
    y += 66;
    m_pages.line(Pages::left, y, Pages::right, y, color::line);
    y += 16;
    const auto say = [&](const char16_t* sentence, QRgb tint) {
        y += m_pages.paragraph(Pages::left, y, pageWidth, string(sentence), Style::Body, tint) + 8;
    };
    if (header.total == 0)
        say(texts.noAccess, color::text);
    if (!header.withKeys)
        say(texts.keysLeftOut, color::warning);
    if (!header.withAccounts)
        say(texts.accountsLeftOut, color::warning);
    say(texts.explainUse, color::muted);
}

bool AccessPages::add(const AccessRow& row)
{
    if (m_onPage < 0 || m_onPage == linesPerPage) {
        m_good = m_good && m_pages.next();
        if (!m_good)
            return false;
        drawHead();
        m_onPage = 0;
    }
    drawRow(row, Pages::top + accessHeadHeight + lineHeight * m_onPage);
    ++m_onPage;
    return true;
}

bool AccessPages::finish()
{
    return m_good && m_pages.finish();
}

void AccessPages::drawHead()
{
    const Texts& texts = m_pages.texts();
    for (const auto& [field, title] : {std::pair{holderField, texts.holder},
                                       {hasField, texts.has},
                                       {sinceField, texts.since},
                                       {byField, texts.givenBy},
                                       {endsField, texts.ends},
                                       {usedField, texts.lastUsed}})
        m_pages.text(field.x, Pages::top + 10, string(title), Style::SmallStrong, color::muted, field.room);
    const double y = Pages::top + accessHeadHeight - 5;
    m_pages.line(Pages::left, y, Pages::right, y, color::line, 0.75);
}

QString AccessPages::day(const QDateTime& time, const QString& otherwise) const
{
    return time.isValid() ? time.date().toString(Qt::ISODate) : otherwise;
}

void AccessPages::drawRow(const AccessRow& row, double y)
{
    const Texts& texts = m_pages.texts();
    const double baseline = y + 8;
    const auto put = [&](const Field& field, const QString& what, QRgb tint = color::text) {
        m_pages.text(field.x, baseline, what, Style::Small, tint, field.room);
    };
    put(holderField, row.holder);
    // Which of those of that name, and whether it opens anything now.
    QString beside = row.service ? string(texts.serviceAccount) : row.email;
    if (row.status == "disabled"_L1 || row.status == "invited"_L1)
        beside += u", "_s + string(row.status == "disabled"_L1 ? texts.disabled : texts.invited);
    const double used = m_pages.widthOf(row.holder, Style::Small) + 5;
    if (used + 20 < holderField.room)
        m_pages.text(holderField.x + used, baseline, beside, Style::Small, color::muted, holderField.room - used);
    put(hasField, row.key ? string(texts.apiKey) + u" "_s + row.has : row.has);
    put(sinceField, day(row.since, u"–"_s), color::muted);
    put(byField, row.by.isEmpty() ? u"–"_s : row.by, color::muted);
    put(endsField, day(row.until, u"–"_s), color::muted);
    put(usedField, row.activeKnown ? day(row.active, string(texts.never)) : u"–"_s,
        row.activeKnown && !row.active.isValid() ? color::warning : color::muted);
    m_pages.line(Pages::left, y + lineHeight - 3.5, Pages::right, y + lineHeight - 3.5, color::rowLine, 0.4);
}

} // namespace sallyport::report
