#pragma once

#include "backend/settings/settings.h"

#include <map>
#include <string>
#include <vector>

namespace sallyport::ui {

/// What the operator has typed but not saved: texts by key over a snapshot, each checked as the backend will.
class SettingsDraft {
public:
    explicit SettingsDraft(settings::Values values = {}) : m_values(std::move(values)) {}

    /// Another snapshot from the backend; what was typed stays.
    void setValues(settings::Values values);
    const settings::Values& values() const { return m_values; }

    /// The typed text, or the saved one.
    std::string text(const std::string& key) const;
    void set(const std::string& key, const std::string& text);
    /// Forgets what was typed.
    void discard() { m_typed.clear(); }

    /// What the backend would refuse, by key: single values and values that don't go together.
    std::map<std::string, FieldError> problems() const;
    bool isChanged(const std::string& key) const;
    bool hasChanges() const { return !m_typed.empty(); }
    bool hasProblems() const { return !problems().empty(); }
    /// How many settings differ from the saved ones.
    int changeCount() const { return static_cast<int>(m_typed.size()); }
    /// What Settings::change takes.
    std::vector<std::pair<std::string, std::string>> changes() const;
    /// True if a changed setting takes effect only when the server starts again.
    bool needsRestart() const;
    /// True if the changes let the server listen beyond this machine and it did not before.
    bool opensToOthers() const;
    /// The snapshot with everything acceptable that was typed.
    settings::Values edited() const;

private:
    settings::Values m_values;
    std::map<std::string, std::string> m_typed;
};

/// True if the server would listen on more than the loopback interface.
bool isPublicAddress(const std::string& address);

} // namespace sallyport::ui
