#pragma once

#include "backend/access/roles.h"

#include <QWidget>

class QCheckBox;
class QGridLayout;

namespace sallyport::ui {

class Console;

/// The roles of the vault as check boxes with what each allows. One that allows more than the operator may give is
/// shown, but cannot be ticked.
class RoleChecks final : public QWidget {
    Q_OBJECT

public:
    RoleChecks(Console& console, const QString& objectName, QWidget* parent = nullptr);

    /// Ticks these as soon as the roles are there.
    void setChosen(const std::vector<std::string>& roles);
    std::vector<std::string> chosen() const;
    bool isLoaded() const { return !m_boxes.empty(); }

Q_SIGNALS:
    void loaded();
    void changed();
    void failed(const sallyport::Error& error);

private:
    void show(const std::vector<access::Role>& roles);

    Console& m_console;
    QGridLayout* m_grid;
    std::vector<std::pair<std::string, QCheckBox*>> m_boxes;
    std::vector<std::string> m_chosen;
};

} // namespace sallyport::ui
