#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "tests/ui/walk/served_vault.h"
#include "ui/events/why_view.h"
#include "ui/playground/playground_panel.h"
#include "ui/playground/request_editor.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/small_parts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace tst_playground_walk {

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

/// The playground against the real server: routes from its own document, an answer, and why it refuses.
class TestPlaygroundWalk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void request_isAnswered_andARefusalExplained()
    {
        tests::theme();
        tests::ServedVault vault;
        QVERIFY(vault.open());
        ui::Console& console = vault.console;
        QWidget window;
        window.resize(1280, 800);
        ui::PlaygroundPanel panel(console, &window);
        panel.resize(window.size());
        window.show();
        auto* start = tests::find<QPushButton>(&panel, u"playground.start"_s);
        QTRY_VERIFY(start->isVisible() && start->isEnabled());
        start->click();
        QTRY_VERIFY_WITH_TIMEOUT(panel.editor()->routes().size() > 80, 20'000);

        // Nobody asks for what needs somebody: 401, and the why card says which stage.
        QCOMPARE(panel.editor()->request().target, u"/api/protected"_s);
        auto* send = tests::find<QPushButton>(&panel, u"playground.send"_s);
        auto* answer = tests::find<QPlainTextEdit>(&panel, u"playground.answer"_s);
        send->click();
        QTRY_VERIFY_WITH_TIMEOUT(answer->toPlainText().contains(u"Authentication"_s), 20'000);
        auto* why = panel.findChild<ui::WhyView*>();
        QTRY_VERIFY_WITH_TIMEOUT(why->isVisible(), 10'000);
        if (!qEnvironmentVariableIsEmpty("SALLYPORT_PICTURES"))
            tests::picture(&window, u"guide-playground-light"_s); // of docs/guide

        // What is open to everybody, by a request that an event has named.
        panel.activate(u"GET /healthz"_s);
        QCOMPARE(panel.editor()->request().target, u"/healthz"_s);
        send->click();
        QTRY_VERIFY_WITH_TIMEOUT(answer->toPlainText().contains(u"\"ok\""_s), 20'000);
        QVERIFY(!why->isVisible());

        // A sign-in with the body that its schema proposes, filled in.
        panel.activate(u"POST /api/auth/login"_s);
        auto* body = tests::find<QPlainTextEdit>(&panel, u"playground.body"_s);
        QVERIFY(body->isVisible() && body->toPlainText().contains(u"\"email\""_s));
        body->setPlainText(u"{\"email\": \"admin@x.example\", \"password\": \"violet harbour seven lanterns\"}"_s);
        send->click();
        QTRY_VERIFY_WITH_TIMEOUT(answer->toPlainText().contains(u"refresh_token"_s), 20'000);
        QVERIFY(tests::find<QLabel>(&panel, u"playground.limits"_s)->isVisible());
        const QString token = answer->toPlainText().section(u"\"token\": \""_s, 1).section(u'"', 0, 0);

        // And with its token.
        panel.activate(u"GET /api/auth/me"_s);
        auto* kind = tests::find<ui::SegmentedControl>(&panel, u"playground.credential"_s);
        kind->setCurrent(kind->indexOf(u"token"_s));
        tests::find<QLineEdit>(&panel, u"playground.token"_s)->setText(token);
        send->click();
        QTRY_VERIFY_WITH_TIMEOUT(answer->toPlainText().contains(u"admin@x.example"_s), 20'000);
        tests::find<QPushButton>(&panel, u"playground.curl"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"$TOKEN"_s));
        QVERIFY(!QGuiApplication::clipboard()->text().contains(token));

        QVERIFY(vault.lock());
    }
};

} // namespace

SALLYPORT_GUI_TEST(TestPlaygroundWalk)

} // namespace tst_playground_walk
#include "tst_playground_walk.moc"
