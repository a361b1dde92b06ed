#pragma once

#include "ui/console/console.h"

#include <QTimer>
#include <QWidget>

#include <string_view>
#include <vector>

namespace sallyport::ui {

/// A page of the shell (`users`, `events`). Made after sign-in and destroyed when the vault is locked, so that none of
/// its data outlives the lock. Which panels there are stands in app/console/panel_registry.cpp, one entry each.
class Panel : public QWidget {
    Q_OBJECT

public:
    explicit Panel(Console& console, QWidget* parent = nullptr);

    /// The panel was brought to the front. `argument` comes from navigate(): `user:"Jonas Weber"` for the events,
    /// a user's id for the users; empty if the operator simply went there.
    virtual void activate(const QString& argument) { Q_UNUSED(argument) }
    /// Reads everything anew (F5).
    virtual void refresh() {}

Q_SIGNALS:
    /// Asks the shell to show another panel.
    void navigate(const QString& panel, const QString& argument);
    /// What the navigation shows behind the panel's name; 0 for nothing.
    void countChanged(int count);

protected:
    Console& console() const { return m_console; }
    /// From now on events whose kinds begin like one of these (`user.`, `auth.log`) lead to refresh(), two seconds later: many
    /// events of one moment become one refresh.
    void refreshAfter(std::vector<std::string_view> kinds);
    /// Leads to what happened with somebody or something of that name, in the filter language of the events: people read it in
    /// the field.
    void showEventsOf(std::string_view name);

private:
    Console& m_console;
    QTimer m_refreshLater;
};

} // namespace sallyport::ui
