#include "app/console/app_controller.h"
#include "backend/crypto/system_random.h"
#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "tests/ui/support/stillness.h"
#include "ui/events/event_details.h"
#include "ui/events/event_model.h"
#include "ui/events/event_table.h"
#include "ui/events/events_panel.h"
#include "ui/mfa/mfa_dialog.h"
#include "ui/reports/chain_card.h"
#include "ui/reports/report_form.h"
#include "ui/reports/reports_panel.h"
#include "ui/shell/auto_lock.h"
#include "ui/tables/data_table.h"
#include "ui/users/users_model.h"
#include "ui/users/users_panel.h"
#include "ui/widgets/digit_field.h"

#include <QCheckBox>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QUrl>
#include <QUrlQuery>

namespace tst_console_walk {

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

constexpr int slow = 60'000;
const QString passphrase = u"seven quiet herons over the gate"_s;
const QString adminPassword = u"lanterns beside a winter harbour"_s;
const QString userPassword = u"copper kettle on the windowsill"_s;
const QString userMail = u"petra.lindgren@northgate.example"_s;

quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

/// The whole window on the real services: from an empty directory to a login with a scanned code.
class TestConsoleWalk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const auto* tool : {"zbarimg", "oathtool", "curl"})
            if (QStandardPaths::findExecutable(QString::fromLatin1(tool)).isEmpty())
                QSKIP("zbarimg, oathtool and curl are needed");
        QCoreApplication::setApplicationVersion(QStringLiteral(SALLYPORT_VERSION));
        m_port = freePort();
        start();
    }
    void cleanup()
    {
        if (m_controller)
            tests::pictureIfFailed(&m_controller->window());
    }
    void cleanupTestCase() { stop(); }

    void wizard_filledIn_makesTheVaultAndStartsTheServer()
    {
        auto* next = wait<QPushButton>(u"first_run.next"_s);
        picture(u"walk-1-welcome"_s);
        click(next);
        type(u"first_run.vault_name"_s, u"Northgate Clinic"_s);
        picture(u"walk-2-vault"_s);
        click(next);
        type(u"first_run.passphrase"_s, passphrase);
        type(u"first_run.passphrase.repeat"_s, passphrase);
        picture(u"walk-3-passphrase"_s);
        click(next);
        type(u"first_run.admin_name"_s, u"Ingrid Solheim"_s);
        type(u"first_run.admin_email"_s, u"ingrid.solheim@northgate.example"_s);
        type(u"first_run.admin_password"_s, adminPassword);
        type(u"first_run.admin_password.repeat"_s, adminPassword);
        picture(u"walk-4-administrator"_s);
        click(next);
        tests::find<QSpinBox>(window(), u"first_run.port"_s)->setValue(m_port);
        picture(u"walk-5-server"_s);
        click(next);
        auto* key = tests::find<QLabel>(window(), u"first_run.recovery.key"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!key->text().isEmpty(), slow);
        m_recoveryKey = key->text();
        picture(u"walk-6-recovery"_s);
        tests::find<QCheckBox>(window(), u"first_run.recovery.stored"_s)->setChecked(true);
        click(next);
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ServerStatus::State::Running, slow);
        QCOMPARE(QUrl(QString::fromStdString(status().url)).port(), static_cast<int>(m_port));
        QVERIFY(!status().fingerprint.empty());
        tests::waitUntilStill(window());
        picture(u"walk-7-dashboard"_s);
    }

    void users_added_withAFirstPassword()
    {
        click(wait<QAbstractButton>(u"nav.users"_s));
        auto* panel = wait<ui::UsersPanel>(u"users"_s);
        QTRY_COMPARE_WITH_TIMEOUT(panel->model()->rowCount(), 1, slow);
        click(tests::find<QPushButton>(panel, u"users.add"_s));
        auto* dialog = waitDialog(u"add_user"_s);
        typeIn(dialog, u"add_user.name"_s, u"Petra Lindgren"_s);
        typeIn(dialog, u"add_user.email"_s, userMail);
        tests::find<QRadioButton>(dialog, u"add_user.set_password"_s)->setChecked(true);
        typeIn(dialog, u"add_user.password"_s, userPassword);
        auto* add = tests::find<QPushButton>(dialog, u"add_user.add"_s);
        QTRY_VERIFY_WITH_TIMEOUT(add->isEnabled(), slow);
        picture(u"walk-8-add-user"_s);
        click(add);
        QTRY_COMPARE_WITH_TIMEOUT(panel->model()->rowCount(), 2, slow);
    }

    void mfa_scannedFromThePicture_isConfirmedAndLogsIn()
    {
        auto* panel = wait<ui::UsersPanel>(u"users"_s);
        click(tests::find<QPushButton>(panel, u"users.details.mfa"_s));
        auto* dialog = qobject_cast<ui::MfaDialog*>(waitDialog(u"mfa"_s));
        QVERIFY(dialog);
        QTRY_COMPARE_WITH_TIMEOUT(dialog->flow().step(), ui::EnrolmentFlow::Step::Scan, slow);
        tests::waitUntilStill(window());
        picture(u"walk-9-scan"_s);
        const auto url = QUrl(run(u"zbarimg"_s, {u"--raw"_s, u"-q"_s, picturePath(u"walk-9-scan"_s)}));
        QCOMPARE(url.scheme(), u"otpauth"_s);
        m_secret = QUrlQuery(url).queryItemValue(u"secret"_s);
        QCOMPARE(m_secret.size(), 32);
        QTest::keyClicks(tests::find<ui::DigitField>(dialog, u"mfa.code"_s), code(u"now"_s));
        QTRY_COMPARE_WITH_TIMEOUT(dialog->flow().step(), ui::EnrolmentFlow::Step::Codes, slow);
        picture(u"walk-10-recovery-codes"_s);
        tests::find<QCheckBox>(dialog, u"mfa.codes.stored"_s)->setChecked(true);
        click(tests::find<QPushButton>(dialog, u"mfa.continue"_s));
        click(tests::find<QPushButton>(dialog, u"mfa.continue"_s));

        const auto first = post(u"/api/auth/login"_s, {{u"email"_s, userMail}, {u"password"_s, userPassword}});
        QVERIFY2(first.value(u"mfa_required"_s).toBool(), QJsonDocument(first).toJson().constData());
        // The code of the enrolment is used up: the next step's is good one step early.
        const auto second =
            post(u"/api/auth/mfa"_s, {{u"mfa_token"_s, first.value(u"mfa_token"_s)}, {u"code"_s, code(u"now + 30 seconds"_s)}});
        const auto token = second.value(u"token"_s).toString();
        QVERIFY2(!token.isEmpty(), QJsonDocument(second).toJson().constData());
        const auto answer = curl({u"-H"_s, u"Authorization: Bearer "_s + token}, u"/api/protected"_s);
        QVERIFY2(!QJsonDocument::fromJson(answer).object().isEmpty(), answer.constData());
    }

    void login_isSeenInTheEvents()
    {
        click(wait<QAbstractButton>(u"nav.events"_s));
        QTRY_VERIFY_WITH_TIMEOUT(eventsShow(u"Petra Lindgren"_s), slow);
        tests::waitUntilStill(window());
        picture(u"walk-11-events"_s);
    }

    void refusal_withoutAToken_isExplained()
    {
        curl({}, u"/api/users"_s);
        auto* panel = wait<ui::EventsPanel>(u"events"_s);
        QTRY_VERIFY_WITH_TIMEOUT(panel->model()->eventAt(0) && panel->model()->eventAt(0)->status == 401, slow);
        panel->table()->setFocus();
        panel->table()->selectRow(0);
        QTRY_VERIFY_WITH_TIMEOUT(panel->details()->isVisible(), slow);
        tests::waitUntilStill(window());
        picture(u"walk-12-why"_s);
    }

    void report_exported_isAPdfOfAnIntactChain()
    {
        m_controller->window().showPanel(u"reports"_s); // its group may be folded
        auto* panel = wait<ui::ReportsPanel>(u"reports"_s);
        const QString file = m_directory.path() + u"/audit-report.pdf"_s;
        panel->form()->create(file);
        QTRY_VERIFY_WITH_TIMEOUT(!panel->form()->isRunning(), slow);
        panel->chain()->verify();
        QTRY_VERIFY_WITH_TIMEOUT(!panel->chain()->isRunning(), slow);
        tests::waitUntilStill(window());
        picture(u"walk-13-report"_s);
        QFile pdf(file);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QCOMPARE(pdf.read(5), QByteArray("%PDF-"));
    }

    void locked_thenUnlockedAndSignedIn_isWhereItWas()
    {
        QSignalSpy closed(&m_controller->console(), &ui::Console::closed);
        window()->activateWindow(); // shortcuts belong to the active window
        QVERIFY(QTest::qWaitForWindowActive(window()));
        QTest::keyClick(window(), Qt::Key_L, Qt::ControlModifier);
        auto* field = wait<QLineEdit>(u"unlock.passphrase"_s);
        QVERIFY(!window()->findChild<ui::UsersPanel*>());
        QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, slow);
        picture(u"walk-14-unlock"_s);
        QTest::keyClicks(field, u"not the passphrase"_s);
        click(wait<QPushButton>(u"unlock.submit"_s));
        QTRY_VERIFY_WITH_TIMEOUT(field->hasSelectedText(), slow);
        picture(u"walk-15-wrong"_s);
        QTest::keyClicks(field, passphrase);
        click(wait<QPushButton>(u"unlock.submit"_s));
        type(u"sign_in.password"_s, adminPassword);
        picture(u"walk-16-sign-in"_s);
        click(wait<QPushButton>(u"sign_in.submit"_s));
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ServerStatus::State::Running, slow);
        QCOMPARE(m_controller->console().actor().name, std::string("Ingrid Solheim"));
    }

    void idle_locksTheVault_asIfSomebodyHad()
    {
        auto* idle = m_controller->findChild<ui::AutoLock*>();
        QVERIFY(idle && idle->isRunning());
        m_controller->window().showPanel(u"users"_s); // its group may be folded
        click(tests::find<QPushButton>(wait<ui::UsersPanel>(u"users"_s), u"users.add"_s));
        typeIn(waitDialog(u"add_user"_s), u"add_user.name"_s, u"Nobody Yet"_s);
        QSignalSpy closed(&m_controller->console(), &ui::Console::closed);
        idle->setTimeout(std::chrono::milliseconds(1)); // and nobody touches anything
        auto* field = wait<QLineEdit>(u"unlock.passphrase"_s);
        QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, slow);
        // Nobody is there to be asked: panels, dialogs and what was typed into them are gone, and there is nothing more to lock.
        QVERIFY(!window()->findChild<ui::UsersPanel*>() && !tests::openDialog(u"add_user"_s));
        QVERIFY(m_controller->console().state() == ui::Console::State::Locked && !idle->isRunning());
        picture(u"walk-18-idle"_s);
        QTest::keyClicks(field, passphrase);
        click(wait<QPushButton>(u"unlock.submit"_s));
        type(u"sign_in.password"_s, adminPassword);
        click(wait<QPushButton>(u"sign_in.submit"_s));
        QTRY_COMPARE_WITH_TIMEOUT(status().state, ServerStatus::State::Running, slow);
        QVERIFY(idle->isRunning()); // by the setting's time again, which is no millisecond
        QCOMPARE(m_controller->console().state(), ui::Console::State::SignedIn);
    }

    void session_aDayLater_asksWhoIsThereAndGoesOn()
    {
        m_clock.shift = std::chrono::hours(24);
        type(u"sign_in.password"_s, adminPassword);
        QVERIFY(!window()->findChild<ui::UsersPanel*>());
        QCOMPARE(status().state, ServerStatus::State::Running);
        picture(u"walk-17-session-ended"_s);
        click(wait<QPushButton>(u"sign_in.submit"_s));
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->console().state(), ui::Console::State::SignedIn, slow);
    }

private:
    /// The system's clock, until a test sets it forward.
    struct ShiftedClock final : Clock {
        UtcTime now() const override { return SystemClock().now() + shift.load(); }
        SteadyTime steady() const override { return SystemClock().steady(); }
        std::atomic<std::chrono::hours> shift{std::chrono::hours(0)};
    };

    void start()
    {
        app::Options options;
        options.dataDirectory = std::filesystem::path(m_directory.path().toStdString()) / "vault";
        m_controller = std::make_unique<app::AppController>(options, m_platform);
        m_controller->window().resize(1280, 800);
        m_controller->start();
        QVERIFY(QTest::qWaitForWindowExposed(&m_controller->window()));
    }
    void stop()
    {
        if (!m_controller)
            return;
        QSignalSpy finished(m_controller.get(), &app::AppController::finished);
        m_controller->quit();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, slow);
        m_controller.reset();
    }
    QWidget* window() { return &m_controller->window(); }
    const ServerStatus& status() { return m_controller->console().serverStatus(); }
    void picture(const QString& name) { tests::picture(window(), name); }
    QString picturePath(const QString& name)
    {
        return qEnvironmentVariable("SALLYPORT_PICTURES", QDir::currentPath()) + u'/' + name + u".png"_s;
    }

    template <typename T>
    T* wait(const QString& name)
    {
        T* found = nullptr;
        [&] { QTRY_VERIFY_WITH_TIMEOUT((found = window()->findChild<T*>(name)) && found->isVisible(), slow); }();
        return found;
    }
    QWidget* waitDialog(const QString& name)
    {
        [&] { QTRY_VERIFY_WITH_TIMEOUT(tests::openDialog(name), slow); }();
        return tests::openDialog(name);
    }
    void click(QAbstractButton* button)
    {
        QVERIFY(button);
        QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), slow);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void type(const QString& name, const QString& text)
    {
        wait<QLineEdit>(name);
        typeIn(window(), name, text);
    }
    void typeIn(QWidget* root, const QString& name, const QString& text)
    {
        auto* field = tests::find<QLineEdit>(root, name);
        QVERIFY(field);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
    }
    bool eventsShow(const QString& text)
    {
        for (auto* view : window()->findChildren<QAbstractItemView*>()) {
            if (!view->isVisible() || !view->model())
                continue;
            for (int row = 0; row < view->model()->rowCount(); ++row)
                for (int column = 0; column < view->model()->columnCount(); ++column)
                    if (view->model()->index(row, column).data().toString().contains(text))
                        return true;
        }
        return false;
    }
    QString code(const QString& when) { return run(u"oathtool"_s, {u"--totp"_s, u"--base32"_s, u"--now"_s, when, m_secret}); }
    QString run(const QString& program, const QStringList& arguments, const QByteArray& input = {})
    {
        QProcess process;
        process.start(program, arguments);
        process.write(input);
        process.closeWriteChannel();
        // The server answers on its own threads: waiting here blocks nobody but this test.
        if (!process.waitForFinished(slow))
            return {};
        return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    }
    QByteArray curl(const QStringList& arguments, const QString& path, const QByteArray& body = {})
    {
        const QString certificate = m_directory.path() + u"/vault/tls/certificate.pem"_s;
        QStringList all{u"-sS"_s, u"--cacert"_s, certificate, u"--max-time"_s, u"30"_s};
        if (!body.isEmpty())
            all << u"-H"_s << u"Content-Type: application/json"_s << u"--data-binary"_s << u"@-"_s;
        all << arguments << QString::fromStdString(status().url) + path;
        return run(u"curl"_s, all, body).toUtf8();
    }
    QJsonObject post(const QString& path, const QJsonObject& body)
    {
        return QJsonDocument::fromJson(curl({}, path, QJsonDocument(body).toJson(QJsonDocument::Compact))).object();
    }

    QTemporaryDir m_directory;
    ShiftedClock m_clock;
    crypto::SystemRandom m_random;
    Platform m_platform{m_clock, m_random, SALLYPORT_REPORT, storage::KdfCost{1024, 1, 1}};
    std::unique_ptr<app::AppController> m_controller;
    quint16 m_port = 0;
    QString m_recoveryKey, m_secret;
};

} // namespace

SALLYPORT_GUI_TEST(TestConsoleWalk)

} // namespace tst_console_walk
#include "tst_console_walk.moc"
