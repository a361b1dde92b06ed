#pragma once

#include "ui/console/console.h"

#include <QList>
#include <QObject>
#include <QString>

#include <string>
#include <utility>
#include <vector>

namespace sallyport::ui {

/// The roles to choose from, the vault's own among them: names with titles, the built-in ones first. Until they are read, and for
/// who may not read them, the built-in ones. Lives on the GUI thread.
class RoleChoices final : public QObject {
    Q_OBJECT

public:
    /// `owner` is what it belongs to.
    RoleChoices(Console& console, QObject* owner);

    struct Choice {
        std::string name;
        QString title; ///< in the language of the window, or as the vault's people have named it
    };
    QList<Choice> choices() const;
    /// What this role is called; its name if nobody knows.
    QString title(const std::string& name) const;
    /// Reads them again.
    void refresh();

Q_SIGNALS:
    /// Other roles, or other titles.
    void changed();

private:
    Console& m_console;
    std::vector<std::pair<std::string, QString>> m_own; ///< by name
};

} // namespace sallyport::ui
