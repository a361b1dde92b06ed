#pragma once

#include "ui/widgets/dialog_frame.h"

#include <QTimer>

#include <functional>

#include "backend/identity/providers/identity_providers.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QLabel;

namespace sallyport::ui {

class Banner;
class Console;
class LinesList;

/// Opens a URL in the operator's browser.
using BrowserOpener = std::function<void(const QString& url)>;

/// Tests a provider's login: asks for its description and keys, opens the browser, and shows step by step what happened
/// and what to do. Nobody is signed in.
class LoginTestDialog final : public DialogFrame {
    Q_OBJECT

public:
    LoginTestDialog(Console& console, identity::IdentityProvider provider, BrowserOpener browser, QWidget* parent);

    const identity::LoginTest& test() const { return m_test; }
    /// Asks how far the test is; by itself each second.
    void poll();

private:
    void setTexts();
    void start();
    void show(const identity::LoginTest& test);
    void showFailure(const Error& error);

    Console& m_console;
    identity::IdentityProvider m_provider;
    BrowserOpener m_openBrowser;
    identity::LoginTest m_test;
    QString m_url;
    QLabel* m_intro;
    Banner* m_verdict;
    LinesList* m_steps;
    QPushButton* m_again;
    QPushButton* m_open;
    QPushButton* m_done;
    QTimer m_timer;
    bool m_asking = false;
};

} // namespace sallyport::ui
