#include "ui/events/object_links.h"

#include "ui/words/policy_place.h"
#include "ui/words/text_helpers.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sallyport::ui {
namespace {

struct KindPanel {
    std::string_view kind;
    const char* panel;
    bool byName = false; ///< the panel is told the name, not the id
};

constexpr auto kindPanels = std::to_array<KindPanel>({
    {"user", "users"},
    {"operator", "users"},
    {"service", "service_accounts"},
    {"service_account", "service_accounts"},
    {"api_key", "keys"},
    {"role", "roles"},
    {"record", "records"},
    {"provider", "providers"},
    {"rate_limit", "limits"},
    {"address_rule", "bans"},
    {"setting", "settings"},
    {"session", "sessions", true},
    {"address", "threats", true},
});

} // namespace

std::optional<ObjectLink> linkTo(const std::string& kind, const std::string& id, const std::string& name)
{
    if (kind == "policy" && !name.empty())
        return ObjectLink{QStringLiteral("policies"), PolicyLink{toQString(name), {}, {}}.argument()};
    const auto known = std::ranges::find(kindPanels, std::string_view(kind), &KindPanel::kind);
    if (known == kindPanels.end())
        return std::nullopt;
    const std::string& argument = known->byName || id.empty() ? name : id;
    if (argument.empty())
        return std::nullopt;
    return ObjectLink{QLatin1StringView(known->panel), toQString(argument)};
}

} // namespace sallyport::ui
