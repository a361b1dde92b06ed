#pragma once

#include "backend/access/permission.h"
#include "backend/identity/core/user.h"
#include "ui/look/icons.h"

#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace sallyport::ui {

/// A word with its icon. Colour marks exceptions only; the normal state is grey.
struct Mark {
    QString text;
    Icon icon = Icon::None;
    Tone tone = Tone::Normal;
    Tone iconTone = Tone::Muted;
};

/// Active, Disabled, Invited or Locked.
Mark userState(const identity::User& user, UtcTime now);
bool isLocked(const identity::User& user, UtcTime now);
/// Every word that userState knows: a column of them is wide enough for each.
QStringList userStateWords();
/// Whether the user has a second factor.
Mark userMfa(const identity::User& user);
QStringList userMfaWords();

/// `Admin` for `admin`; a role that this program doesn't know keeps its name.
QString roleTitle(const std::string& role);
/// The roles that there are, in the order of a menu.
inline constexpr std::array roleNames{"admin", "editor", "viewer", "owner", "operator", "auditor", "console_viewer"};
/// `Editor, viewer`.
QString rolesText(const std::vector<std::string>& roles);
/// `Read users`, in the language of the window.
QString permissionTitle(access::Permission permission);

/// `Now`, `4 min ago`, `Today 09:12`, `Yesterday`, `3 Sep 2026`, in local time.
QString whenText(UtcTime time, UtcTime now);
/// The same for something that may never have happened: `Never`.
QString whenText(const std::optional<UtcTime>& time, UtcTime now);
/// `14:02` today, `Mon` within a week, `3 Sep` before.
QString shortWhenText(UtcTime time, UtcTime now);
/// `today`, `yesterday`, `41 days ago`, for the middle of a sentence.
QString daysAgoText(UtcTime time, UtcTime now);
/// `3 Feb 2025`.
QString dayText(UtcTime time);

QString text(const std::string& utf8);

} // namespace sallyport::ui
