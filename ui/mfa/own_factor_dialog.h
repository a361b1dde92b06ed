#pragma once

#include "ui/widgets/dialog_frame.h"

#include "backend/identity/core/user.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QStackedWidget;

namespace sallyport::ui {

class CodesPage;
class Console;
class DigitField;
class Field;

/// The operator's own second factor, when there is one: with a code of it come new recovery codes, or it is turned off.
class OwnFactorDialog final : public DialogFrame {
    Q_OBJECT

public:
    OwnFactorDialog(Console& console, const identity::User& user, QWidget* parent);
    ~OwnFactorDialog() override;

Q_SIGNALS:
    void turnedOff();

private:
    void setTexts();
    void check();
    void renew();
    void turnOff();
    void fail(const Error& error);
    void setBusy(QPushButton* button, bool busy);

    Console& m_console;
    identity::User m_user;
    QStackedWidget* m_pages;
    QLabel* m_state;
    DigitField* m_code;
    Field* m_codeField;
    CodesPage* m_codes;
    QPushButton* m_off;
    QPushButton* m_renew;
    QPushButton* m_done;
    bool m_busy = false;
};

} // namespace sallyport::ui
