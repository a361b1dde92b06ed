#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;

namespace sallyport::ui {

class Console;
class Field;
class IconLabel;
class PasswordField;
class PasswordRater;
class StrengthMeter;

/// Says what the vault would make of a password: how hard it is to guess, what would make it better, which rules refuse it.
/// By the saved settings; nothing that is typed here is kept or recorded.
class TryPassword final : public QWidget {
    Q_OBJECT

public:
    explicit TryPassword(Console& console, QWidget* parent = nullptr);
    ~TryPassword() override;

    /// The rules may have changed.
    void rateAgain();
    QString verdict() const;

private:
    void setTexts();
    void showVerdict();
    void generate();

    Console& m_console;
    PasswordField* m_password;
    Field* m_field;
    StrengthMeter* m_meter;
    QCheckBox* m_factor;
    IconLabel* m_icon;
    QLabel* m_verdict;
    PasswordRater* m_rater = nullptr;
};

} // namespace sallyport::ui
