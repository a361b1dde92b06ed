#pragma once

#include <QObject>

#include <functional>
#include <vector>

#include "backend/base/error.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/protection/lists/address_rule.h"

class QWidget;

namespace sallyport::ui {

class Console;
class Toast;

/// What an operator does to addresses, from whichever panel: bans them, lets them in, takes rules away, with a way back in a
/// toast.
class AddressActions final : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::seconds shortBan{3600};

    AddressActions(Console& console, QWidget* panel, Toast* toast);

    /// Why the operator may not; empty if they may.
    QString againstBan() const;
    QString againstAllow() const;
    QString againstRemove(const protection::AddressRule& rule) const;

    /// At once, for shortBan; Undo lifts it.
    void banShortly(const QString& address, const QString& reason);
    /// Asks first: scores, limits by address and blocks don't hold for it from then on.
    void letIn(const QString& address);
    /// The dialog, with what is known already.
    void add(const QString& address, protection::AddressAction action);
    void edit(const protection::AddressRule& rule);
    /// One: at once, with Undo. Several: asks first.
    void remove(const std::vector<protection::AddressRule>& rules);

Q_SIGNALS:
    void changed();
    /// A rule is there that wasn't before.
    void added(const sallyport::protection::AddressRule& rule);

private:
    void put(const protection::NewAddressRule& rule, const QString& done);
    void take(const protection::AddressRule& rule, const QString& done, bool undoable);
    void takeAll(const std::vector<protection::AddressRuleId>& ids);
    void sayFailure(const Error& error, const QString& address);

    Console& m_console;
    QWidget* m_panel;
    Toast* m_toast;
    std::function<void()> m_undo;
};

} // namespace sallyport::ui
