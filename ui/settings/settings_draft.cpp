#include "ui/settings/settings_draft.h"

#include "backend/base/ip_address.h"
#include "backend/settings/change.h"

#include <algorithm>

namespace sallyport::ui {

void SettingsDraft::setValues(settings::Values values)
{
    m_values = std::move(values);
    std::erase_if(m_typed, [this](const auto& typed) {
        const settings::Definition* definition = settings::findDefinition(typed.first);
        return definition == nullptr || definition->get(m_values) == typed.second;
    });
}

std::string SettingsDraft::text(const std::string& key) const
{
    if (const auto typed = m_typed.find(key); typed != m_typed.end())
        return typed->second;
    const settings::Definition* definition = settings::findDefinition(key);
    return definition ? definition->get(m_values) : std::string();
}

void SettingsDraft::set(const std::string& key, const std::string& text)
{
    const settings::Definition* definition = settings::findDefinition(key);
    if (definition == nullptr)
        return;
    if (definition->get(m_values) == text)
        m_typed.erase(key);
    else
        m_typed[key] = text;
}

std::map<std::string, FieldError> SettingsDraft::problems() const
{
    std::map<std::string, FieldError> found;
    if (m_typed.empty())
        return found;
    if (const auto applied = settings::apply(m_values, changes()); !applied) {
        for (const FieldError& field : applied.error().fields)
            found.emplace(field.field, field);
    }
    return found;
}

bool SettingsDraft::isChanged(const std::string& key) const
{
    return m_typed.contains(key);
}

std::vector<std::pair<std::string, std::string>> SettingsDraft::changes() const
{
    return {m_typed.begin(), m_typed.end()};
}

bool SettingsDraft::needsRestart() const
{
    return std::any_of(m_typed.begin(), m_typed.end(), [](const auto& typed) {
        const settings::Definition* definition = settings::findDefinition(typed.first);
        return definition && definition->needsRestart;
    });
}

bool SettingsDraft::opensToOthers() const
{
    return isPublicAddress(edited().serverAddress) && !isPublicAddress(m_values.serverAddress);
}

settings::Values SettingsDraft::edited() const
{
    settings::Values values = m_values;
    for (const auto& [key, text] : m_typed) {
        if (const settings::Definition* definition = settings::findDefinition(key)) {
            settings::Values next = values;
            if (definition->set(next, text))
                values = std::move(next);
        }
    }
    return values;
}

bool isPublicAddress(const std::string& address)
{
    const auto parsed = IpAddress::parse(address);
    return parsed && !parsed->isLoopback();
}

} // namespace sallyport::ui
