#include "ui/words/change_text.h"

#include "backend/base/time_format.h"
#include "ui/words/access_text.h"
#include "ui/words/relative_time.h"
#include "ui/words/text_helpers.h"
#include "ui/words/user_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

struct ChangeWords {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::ChangeText)
};

struct FieldName {
    std::string_view field;
    const char* name;
};

constexpr std::array fieldNames{
    FieldName{"account", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Account")},
    FieldName{"actions", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Actions")},
    FieldName{"addresses", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Addresses")},
    FieldName{"assignee", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Assigned to")},
    FieldName{"certificate", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Certificate")},
    FieldName{"classification", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Classification")},
    FieldName{"client_id", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Client ID")},
    FieldName{"client_secret", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Client secret")},
    FieldName{"columns", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Columns")},
    FieldName{"condition", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Condition")},
    FieldName{"department", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Department")},
    FieldName{"description", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Description")},
    FieldName{"effect", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Effect")},
    FieldName{"email", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "E-mail")},
    FieldName{"enabled", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Enabled")},
    FieldName{"expires_at", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Ends")},
    FieldName{"filter", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Filter")},
    FieldName{"format", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Format")},
    FieldName{"frequency", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "How often")},
    FieldName{"group_by", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Counted by")},
    FieldName{"inherits", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Inherits")},
    FieldName{"issuer", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Issuer")},
    FieldName{"keyed_by", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Counted by")},
    FieldName{"kind", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Kind")},
    FieldName{"kinds", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Kinds of events")},
    FieldName{"language", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Language")},
    FieldName{"mode", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Mode")},
    FieldName{"most_bytes", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Most bytes")},
    FieldName{"most_events", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Most events")},
    FieldName{"muted_until", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Muted until")},
    FieldName{"name", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Name")},
    FieldName{"note", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Note")},
    FieldName{"outcome", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Outcome")},
    FieldName{"owner_id", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Owner")},
    FieldName{"pattern", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Pattern")},
    FieldName{"period", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Period")},
    FieldName{"permissions", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Permissions")},
    FieldName{"points", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Points")},
    FieldName{"q", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Filter")},
    FieldName{"rate", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Limit")},
    FieldName{"reason", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Reason")},
    FieldName{"recipients", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Recipients")},
    FieldName{"requests", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Requests")},
    FieldName{"resources", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "On")},
    FieldName{"roles", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Roles")},
    FieldName{"routes", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Routes")},
    FieldName{"schedule", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Times")},
    FieldName{"scopes", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Scopes")},
    FieldName{"secret", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Secret")},
    FieldName{"severity", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Severity")},
    FieldName{"shared", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Shared")},
    FieldName{"state", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "State")},
    FieldName{"status", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "State")},
    FieldName{"strictness", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Strictness")},
    FieldName{"target", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Target")},
    FieldName{"threshold", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Threshold")},
    FieldName{"title", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Title")},
    FieldName{"until", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Ends")},
    FieldName{"window_seconds", QT_TRANSLATE_NOOP("sallyport::ui::ChangeText", "Window in seconds")},
};
static_assert(std::ranges::is_sorted(fieldNames, {}, &FieldName::field));

std::vector<std::string> piecesOf(std::string_view list)
{
    std::vector<std::string> pieces;
    const QStringList parts = toQString(list).split(u',', Qt::SkipEmptyParts);
    for (const QString& part : parts)
        pieces.push_back(toUtf8(part.trimmed()));
    return pieces;
}

} // namespace

QString changeFieldText(std::string_view field)
{
    const auto found = std::ranges::lower_bound(fieldNames, field, {}, &FieldName::field);
    return found != fieldNames.end() && found->field == field ? ChangeWords::tr(found->name) : toQString(field);
}

QString changeValueText(std::string_view field, std::string_view value)
{
    if (value.empty())
        return u"–"_s;
    if (field == "roles" || field == "inherits")
        return rolesText(piecesOf(value));
    if (field == "permissions" || field == "scopes" || field == "actions") {
        QStringList titles;
        for (const std::string& word : piecesOf(value))
            titles << actionText(word);
        return titles.join(u", "_s);
    }
    if (value == "true" || value == "false")
        return value == "true" ? ChangeWords::tr("Yes") : ChangeWords::tr("No");
    if (const auto time = fromRfc3339(value))
        return exactTime(localTime(*time));
    return toQString(value);
}

} // namespace sallyport::ui
