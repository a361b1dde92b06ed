#pragma once

#include "backend/settings/settings.h"

#include <QString>

namespace sallyport::ui {

/// The product's own value of a setting, as text.
std::string settingDefault(const settings::Definition& definition);
/// True if the value isn't the product's own. A vault's name is always its owner's.
bool differsFromDefault(const settings::Definition& definition, const settings::Values& values);
/// A value as people say it: `15 minutes`, `7 in 15 minutes`, `On`, `Light`; `Nothing` for an empty one.
QString settingValueText(const settings::Definition& definition, const std::string& value);

} // namespace sallyport::ui
