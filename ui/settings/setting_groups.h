#pragma once

#include <QString>

#include <string_view>
#include <vector>

namespace sallyport::ui {

/// A part of the settings page: its settings in the order shown.
struct SettingGroup {
    std::string_view id; ///< `server`
    QString title;
    QString text; ///< a sentence under the title
    std::vector<std::string_view> keys;
};

/// The groups of the settings page in order, with translated texts. Every setting of the backend stands in exactly one group
/// of either page.
std::vector<SettingGroup> settingGroups();
/// The groups of the page Password and session policy.
std::vector<SettingGroup> policyGroups();

} // namespace sallyport::ui
