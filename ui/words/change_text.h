#pragma once

#include <QString>

#include <string_view>

namespace sallyport::ui {

/// What a field of a change is called (`expires_at`: Ends); the field itself where it has no name of its own.
QString changeFieldText(std::string_view field);
/// A value of such a field as it is read: roles and permissions by their titles, times as everywhere, yes and no; a dash for
/// nothing.
QString changeValueText(std::string_view field, std::string_view value);

} // namespace sallyport::ui
