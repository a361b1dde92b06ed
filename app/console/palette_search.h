#pragma once

#include "app/console/app_context.h"

#include <QObject>

#include <functional>

namespace sallyport::app {

/// What Ctrl+K finds beside panels and commands: settings and pages of the guide, which are there at once, and people, keys,
/// accounts and events, which the services are asked for in the operator's name, a few of each.
class PaletteSearch final : public QObject {
    Q_OBJECT

public:
    using Navigate = std::function<void(const QString& panel, const QString& argument)>;
    /// `showHelp` opens a page of the guide.
    PaletteSearch(AppContext& context, Navigate navigate, std::function<void(const QString& page)> showHelp, QObject* parent);

private:
    QList<ui::PaletteEntry> extras() const;
    void search(const QString& text, quint64 round);
    QStringList commandWords() const;
    void addCommands(ui::PaletteFindings& findings, const identity::User& user, const QString& words) const;

    AppContext& m_context;
    Navigate m_navigate;
    std::function<void(const QString&)> m_showHelp;
};

} // namespace sallyport::app
