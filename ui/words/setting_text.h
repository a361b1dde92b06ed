#pragma once

#include "backend/settings/settings.h"

#include <QString>
#include <QStringList>

#include <string_view>

namespace sallyport::ui {

/// The short name of a setting as its field's label (`Port`); the key itself if it is unknown.
QString settingTitle(std::string_view key);
/// A sentence that says of it what its title doesn't.
QString settingHelp(const settings::Definition& definition);
/// What it does, from the backend's description, translated.
QString settingDescription(const settings::Definition& definition);
/// The words of a choice (`invitation_only` is `By invitation only`).
QString choiceText(std::string_view key, std::string_view choice);
/// Why what was entered is not acceptable for the setting, in the window's language.
QString settingProblem(const settings::Definition& definition, const FieldError& problem);
/// `15 minutes`, `2 hours 30 minutes`.
QString longDuration(std::chrono::seconds duration);

/// English texts that have an entry in the translations, for the test that compares them with the backend's.
QStringList translatableSettingDescriptions();

} // namespace sallyport::ui
