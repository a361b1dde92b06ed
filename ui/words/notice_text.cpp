#include "ui/words/notice_text.h"

#include "backend/audit/event_kinds.h"
#include "backend/base/time_format.h"
#include "ui/words/program_text.h"
#include "ui/words/relative_time.h"
#include "ui/words/text_helpers.h"

#include <QCoreApplication>

#include <array>
#include <optional>

namespace sallyport::ui {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::NoticeText)
};

// The titles live in backend/identity/notice_rows.cpp, where lupdate may not look for Qt strings.
constexpr std::array titles{
    QT_TRANSLATE_NOOP("Notice", "Sign-in from a new device"),
    QT_TRANSLATE_NOOP("Notice", "Sign-in after failed tries"),
    QT_TRANSLATE_NOOP("Notice", "Password changed"),
    QT_TRANSLATE_NOOP("Notice", "Link for a new password made"),
    QT_TRANSLATE_NOOP("Notice", "E-mail address changed"),
    QT_TRANSLATE_NOOP("Notice", "Authenticator app set up"),
    QT_TRANSLATE_NOOP("Notice", "Second factor switched off"),
    QT_TRANSLATE_NOOP("Notice", "Second factor reset"),
    QT_TRANSLATE_NOOP("Notice", "Passkey added"),
    QT_TRANSLATE_NOOP("Notice", "Passkey removed"),
    QT_TRANSLATE_NOOP("Notice", "Recovery codes renewed"),
    QT_TRANSLATE_NOOP("Notice", "Recovery code used"),
    QT_TRANSLATE_NOOP("Notice", "Device trusted"),
    QT_TRANSLATE_NOOP("Notice", "Device no longer trusted"),
    QT_TRANSLATE_NOOP("Notice", "Outside login linked"),
    QT_TRANSLATE_NOOP("Notice", "Outside login removed"),
    QT_TRANSLATE_NOOP("Notice", "Role ends soon"),
    QT_TRANSLATE_NOOP("Notice", "Role ended"),
    QT_TRANSLATE_NOOP("Notice", "API key created"),
    QT_TRANSLATE_NOOP("Notice", "API key changed"),
    QT_TRANSLATE_NOOP("Notice", "API key rotated"),
    QT_TRANSLATE_NOOP("Notice", "API key revoked"),
};

} // namespace

namespace {

/// `Duty physician, 30 Nov 2026 22:00:00`: the end of a role stands behind its name, as RFC 3339.
QString roleEndText(const std::string& detail)
{
    const std::size_t comma = detail.rfind(", ");
    const auto end = comma == std::string::npos ? std::nullopt : std::optional(fromRfc3339(detail.substr(comma + 2)));
    if (!end || !*end)
        return toQString(detail);
    return QStringLiteral("%1, %2").arg(toQString(detail.substr(0, comma)), exactTime(localTime(**end)));
}

bool isAboutRole(const identity::Notice& notice)
{
    return notice.kind == audit::kind::userRoleEnding || notice.kind == audit::kind::userRoleEnded;
}

} // namespace

QString noticeTitle(const identity::Notice& notice)
{
    const std::string title(identity::noticeTitle(notice.kind));
    return QCoreApplication::translate("Notice", title.c_str());
}

QString noticeNote(const identity::Notice& notice)
{
    QStringList parts;
    if (!notice.detail.empty())
        parts << (isAboutRole(notice) ? roleEndText(notice.detail) : toQString(notice.detail));
    if (notice.failures > 0)
        parts << Texts::tr("%Ln failed tries before", nullptr, static_cast<int>(notice.failures));
    if (notice.address == "console")
        parts << Texts::tr("at the console");
    else if (!notice.address.empty())
        parts << toQString(notice.address);
    if (!notice.userAgent.empty())
        parts << programText(toQString(notice.userAgent));
    if (!notice.by.empty())
        parts << Texts::tr("by %1").arg(toQString(notice.by));
    return parts.join(QStringLiteral(", "));
}

Icon noticeIcon(const identity::Notice& notice)
{
    if (notice.kind == audit::kind::newDevice)
        return Icon::Monitor;
    if (notice.kind == audit::kind::afterFailures)
        return Icon::Warning;
    if (notice.kind.starts_with("key."))
        return Icon::Key;
    if (notice.kind.starts_with("user."))
        return Icon::User;
    return Icon::Shield;
}

QStringList translatableNoticeTitles()
{
    QStringList all;
    for (const char* title : titles)
        all << QString::fromUtf8(title);
    return all;
}

} // namespace sallyport::ui
