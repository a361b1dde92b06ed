#pragma once

#include "backend/identity/notices/notices.h"
#include "ui/look/icons.h"

#include <QString>
#include <QStringList>

namespace sallyport::ui {

/// What happened, in the language of the window: `Sign-in from a new device`.
QString noticeTitle(const identity::Notice& notice);
/// Where, with what and by whom: `203.0.113.9, Firefox on Linux`.
QString noticeNote(const identity::Notice& notice);
Icon noticeIcon(const identity::Notice& notice);

/// The titles that have entries in the translations; tests compare them with the backend's.
QStringList translatableNoticeTitles();

} // namespace sallyport::ui
