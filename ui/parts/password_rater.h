#pragma once

#include "backend/identity/passwords/passwords.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace sallyport::ui {

class Console;
class PasswordField;
class StrengthMeter;

/// Rates what is typed into a password field by the rules of the vault, on a worker,
/// and shows it in the meter, shortly after the last key.
class PasswordRater final : public QObject {
    Q_OBJECT

public:
    using Owner = std::function<identity::PasswordOwner()>;

    PasswordRater(Console& console, PasswordField* field, StrengthMeter* meter, Owner owner);

    /// The latest rating; nothing typed yet rates as broken.
    const identity::PasswordStrength& strength() const { return m_strength; }
    /// True while the rating doesn't match what is typed.
    bool isPending() const { return m_pending; }
    /// Rates again at once: what it depends on has changed.
    void rateNow() { rate(); }

Q_SIGNALS:
    void rated();

private:
    void rate();

    Console& m_console;
    PasswordField* m_field;
    StrengthMeter* m_meter;
    Owner m_owner;
    QTimer m_wait;
    identity::PasswordStrength m_strength;
    int m_generation = 0;
    bool m_pending = false;
};

} // namespace sallyport::ui
