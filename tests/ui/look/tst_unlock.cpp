#include "tests/support/test_main.h"
#include "tests/ui/look/light_look.h"
#include "ui/look/theme.h"
#include "ui/unlock/first_run_wizard.h"
#include "ui/unlock/recovery_sheet.h"
#include "ui/unlock/sign_in_screen.h"
#include "ui/unlock/unlock_screen.h"
#include "ui/widgets/clipboard_guard.h"
#include "ui/widgets/digit_field.h"
#include "ui/widgets/password_field.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_unlock {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

template <typename T>
T* child(QWidget* parent, const char* name)
{
    return parent->findChild<T*>(QString::fromLatin1(name));
}

QString textOf(const SecretBytes& secret)
{
    return QString::fromUtf8(secret.view().data(), static_cast<qsizetype>(secret.size()));
}

/// Walks to a page as a person would.
void walkTo(FirstRunWizard* wizard, FirstRunWizard::Page page)
{
    wizard->setDefaults(u"Northgate Clinic"_s, u"/tmp/vault"_s);
    auto* next = child<QPushButton>(wizard, "first_run.next");
    while (wizard->page() < page) {
        if (wizard->page() == FirstRunWizard::Page::Passphrase) {
            QTest::keyClicks(child<QLineEdit>(wizard, "first_run.passphrase"), u"harbour lantern cobalt"_s);
            QTest::keyClicks(child<QLineEdit>(wizard, "first_run.passphrase.repeat"), u"harbour lantern cobalt"_s);
        }
        if (wizard->page() == FirstRunWizard::Page::Administrator) {
            QTest::keyClicks(child<QLineEdit>(wizard, "first_run.admin_name"), u"Ingrid Solheim"_s);
            QTest::keyClicks(child<QLineEdit>(wizard, "first_run.admin_email"), u"ingrid@northgate.example"_s);
            QTest::keyClicks(child<QLineEdit>(wizard, "first_run.admin_password"), u"quiet river stones"_s);
            QTest::keyClicks(child<QLineEdit>(wizard, "first_run.admin_password.repeat"), u"quiet river stones"_s);
        }
        const auto before = wizard->page();
        next->click();
        if (wizard->page() == before)
            return;
    }
}

} // namespace

class tst_unlock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wizard_portThatIsTaken_isSaidBeforeTheVaultIsMade()
    {
        FirstRunWizard wizard;
        PortCheck found{PortCheck::State::Taken, "Address already in use"};
        QStringList asked;
        wizard.setPortCheck([&](std::string_view address, std::uint16_t port) {
            asked << QString::fromUtf8(address.data(), static_cast<qsizetype>(address.size())) + u':' + QString::number(port);
            return found;
        });
        wizard.show();
        QSignalSpy create(&wizard, &FirstRunWizard::createRequested);
        walkTo(&wizard, FirstRunWizard::Page::Server);
        child<QSpinBox>(&wizard, "first_run.port")->setValue(9443);
        auto* next = child<QPushButton>(&wizard, "first_run.next");
        auto* message = child<QLabel>(&wizard, "first_run.port.message");
        next->click();
        QCOMPARE(create.size(), 0);
        QCOMPARE(asked, QStringList{u"127.0.0.1:9443"_s});
        QVERIFY(message->text().contains(u"9443"_s) && message->isVisible());
        found.state = PortCheck::State::NotAllowed;
        next->click();
        QVERIFY(message->text().contains(u"1024"_s));
        found.state = PortCheck::State::Free;
        next->click();
        QCOMPARE(create.size(), 1);
    }

    void firstRun_enterOnTheLastStep_goesOn_data()
    {
        QTest::addColumn<QString>("input");
        QTest::newRow("address") << u"first_run.address"_s;
        QTest::newRow("port") << u"first_run.port"_s;
    }

    void firstRun_enterOnTheLastStep_goesOn()
    {
        QFETCH(QString, input);
        FirstRunWizard wizard;
        wizard.setPortCheck([](std::string_view, std::uint16_t) { return PortCheck(); });
        QSignalSpy create(&wizard, &FirstRunWizard::createRequested);
        wizard.show();
        walkTo(&wizard, FirstRunWizard::Page::Server);
        QTest::keyClick(wizard.findChild<QWidget*>(input), Qt::Key_Return);
        QCOMPARE(create.size(), 1);
    }

    void unlock_enter_asksWithTheTypedPassphrase()
    {
        UnlockScreen screen;
        auto* field = child<PasswordField>(&screen, "unlock.passphrase");
        QSignalSpy asked(&screen, &UnlockScreen::unlockRequested);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(asked.count(), 0);
        QTest::keyClicks(field, u"open sesame"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(textOf(screen.secret()), u"open sesame"_s);
    }

    void unlock_afterALockByItself_saysWhereSomethingWasLost()
    {
        UnlockScreen screen;
        screen.show();
        const auto* lost = child<QLabel>(&screen, "unlock.lost");
        QVERIFY(lost && !lost->isVisible());
        screen.setLost({u"Roles"_s, u"Policies"_s});
        QVERIFY(lost->isVisible());
        QCOMPARE(lost->text(), u"What was not saved is gone: Roles, Policies"_s);
        screen.setLost({});
        QVERIFY(!lost->isVisible());
    }

    void unlock_failure_selectsTheTextAndSaysWhy()
    {
        UnlockScreen screen;
        screen.show();
        auto* field = child<PasswordField>(&screen, "unlock.passphrase");
        QTest::keyClicks(field, u"wrong"_s);
        screen.setBusy(true);
        QVERIFY(!field->isEnabled());
        screen.showError(Error(ErrorCode::WrongPassphrase, ""));
        QVERIFY(field->isEnabled());
        QCOMPARE(field->selectedText().size(), 5);
        QCOMPARE(child<QLabel>(&screen, "unlock.passphrase.message")->text(), u"Wrong passphrase"_s);
        QTest::keyClicks(field, u"x"_s);
        QCOMPARE(field->text(), u"x"_s);
        QVERIFY(child<QLabel>(&screen, "unlock.passphrase.message")->text().isEmpty());
    }

    void unlock_hiddenForAWhile_forgetsTheText()
    {
        UnlockScreen screen;
        screen.setHiddenTimeout(std::chrono::milliseconds(5));
        screen.show();
        auto* field = child<PasswordField>(&screen, "unlock.passphrase");
        QTest::keyClicks(field, u"secret"_s);
        screen.hide();
        QTRY_VERIFY(field->text().isEmpty());
    }

    void unlock_capsLock_isSaidBeforeTrying()
    {
        UnlockScreen screen;
        screen.show();
        auto* field = child<PasswordField>(&screen, "unlock.passphrase");
        QKeyEvent capital(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, u"A"_s);
        QCoreApplication::sendEvent(field, &capital);
        QCOMPARE(child<QLabel>(&screen, "unlock.passphrase.message")->text(), u"Caps Lock is on"_s);
    }

    void unlock_recoveryKey_asksForRecovery()
    {
        UnlockScreen screen;
        QSignalSpy recover(&screen, &UnlockScreen::recoverRequested);
        QTest::mouseClick(child<QAbstractButton>(&screen, "unlock.recover"), Qt::LeftButton);
        auto* field = child<PasswordField>(&screen, "unlock.passphrase");
        QVERIFY(field->isRevealed());
        QTest::keyClicks(field, u"SRK1-ABCDE"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(recover.count(), 1);
        QCOMPARE(textOf(screen.secret()), u"SRK1-ABCDE"_s);
    }

    void signIn_ofWhoIsKnown_beginsAtThePassword()
    {
        SignInScreen screen;
        screen.show();
        QCOMPARE(screen.focusWidget(), child<QLineEdit>(&screen, "sign_in.email"));
        screen.setEmail(u"ingrid@northgate.example"_s);
        QCOMPARE(screen.focusWidget(), child<QLineEdit>(&screen, "sign_in.password"));
    }

    void signIn_passwordThenCode_asksForBoth()
    {
        SignInScreen screen;
        screen.show();
        QSignalSpy signIn(&screen, &SignInScreen::signInRequested);
        QSignalSpy code(&screen, &SignInScreen::codeRequested);
        QTest::keyClicks(child<QLineEdit>(&screen, "sign_in.email"), u"ingrid@northgate.example"_s);
        auto* password = child<PasswordField>(&screen, "sign_in.password");
        QTest::keyClicks(password, u"quiet river stones"_s);
        QTest::keyClick(password, Qt::Key_Return);
        QCOMPARE(signIn.count(), 1);
        QCOMPARE(textOf(screen.password()), u"quiet river stones"_s);
        screen.askForCode();
        QVERIFY(password->text().isEmpty());
        auto* digits = child<DigitField>(&screen, "sign_in.code");
        QVERIFY(digits->isVisible());
        QTest::keyClicks(digits, u"417283"_s);
        QCOMPARE(code.count(), 1);
        QCOMPARE(screen.code(), u"417283"_s);
        screen.showError(Error(ErrorCode::MfaInvalid, ""));
        QVERIFY(child<QLabel>(&screen, "sign_in.code.message")->text().startsWith(u"Wrong code"_s));
        auto* other = child<QAbstractButton>(&screen, "sign_in.other_factor");
        QTRY_VERIFY(other->rect().contains(other->rect().center())); // laid out after it was shown
        QTest::mouseClick(other, Qt::LeftButton);
        QTest::keyClicks(child<QLineEdit>(&screen, "sign_in.recovery_code"), u"abcd-efgh"_s);
        QTest::keyClick(child<QLineEdit>(&screen, "sign_in.recovery_code"), Qt::Key_Return);
        QCOMPARE(code.count(), 2);
        QCOMPARE(screen.code(), u"abcd-efgh"_s);
    }

    void firstRun_walk_collectsEverything()
    {
        FirstRunWizard wizard;
        wizard.show();
        QSignalSpy create(&wizard, &FirstRunWizard::createRequested);
        walkTo(&wizard, FirstRunWizard::Page::Creating);
        QCOMPARE(wizard.page(), FirstRunWizard::Page::Creating);
        QCOMPARE(create.count(), 1);
        const FirstRunValues values = wizard.values();
        QCOMPARE(values.vaultName, u"Northgate Clinic"_s);
        QCOMPARE(values.adminEmail, u"ingrid@northgate.example"_s);
        QCOMPARE(textOf(values.passphrase), u"harbour lantern cobalt"_s);
        QCOMPARE(textOf(values.adminPassword), u"quiet river stones"_s);
        QCOMPARE(values.address, u"127.0.0.1"_s);
        QCOMPARE(values.port, quint16(8443));
    }

    void firstRun_shortPassphrase_staysOnThePage()
    {
        FirstRunWizard wizard;
        wizard.show();
        walkTo(&wizard, FirstRunWizard::Page::Passphrase);
        QTest::keyClicks(child<QLineEdit>(&wizard, "first_run.passphrase"), u"short"_s);
        child<QPushButton>(&wizard, "first_run.next")->click();
        QCOMPARE(wizard.page(), FirstRunWizard::Page::Passphrase);
        QVERIFY(!child<QLabel>(&wizard, "first_run.passphrase.message")->text().isEmpty());
    }

    void firstRun_easyPassphrase_staysOnThePage()
    {
        FirstRunWizard wizard;
        wizard.setStrengthRater([](const QString&, const std::function<void(int)>& answer) { answer(1); });
        wizard.show();
        walkTo(&wizard, FirstRunWizard::Page::Passphrase);
        auto* field = child<QLineEdit>(&wizard, "first_run.passphrase");
        QTest::keyClicks(field, u"passwordpassword"_s);
        auto* word = child<QLabel>(&wizard, "first_run.passphrase.strength.word");
        QTRY_COMPARE(word->text(), u"Easy to guess"_s);
        QTest::keyClicks(child<QLineEdit>(&wizard, "first_run.passphrase.repeat"), u"passwordpassword"_s);
        child<QPushButton>(&wizard, "first_run.next")->click();
        QCOMPARE(wizard.page(), FirstRunWizard::Page::Passphrase);
    }

    void firstRun_publicAddress_asksFirst()
    {
        FirstRunWizard wizard;
        wizard.show();
        QSignalSpy create(&wizard, &FirstRunWizard::createRequested);
        walkTo(&wizard, FirstRunWizard::Page::Server);
        wizard.setPortCheck([](std::string_view, std::uint16_t) { return PortCheck(); }); // whatever runs on this machine
        child<QComboBox>(&wizard, "first_run.address")->setCurrentIndex(1);
        child<QPushButton>(&wizard, "first_run.next")->click();
        QCOMPARE(create.count(), 0);
        auto* dialog = child<QDialog>(&wizard, "first_run.public");
        QVERIFY(dialog);
        child<QPushButton>(dialog, "first_run.public.confirm")->click();
        QCOMPARE(create.count(), 1);
        QCOMPARE(wizard.values().address, u"0.0.0.0"_s);
    }

    void firstRun_error_goesToThePageItConcerns()
    {
        FirstRunWizard wizard;
        wizard.show();
        walkTo(&wizard, FirstRunWizard::Page::Creating);
        wizard.showError(Error(ErrorCode::NotWritable, ""));
        QCOMPARE(wizard.page(), FirstRunWizard::Page::Vault);
        QVERIFY(!child<QLabel>(&wizard, "first_run.folder.message")->text().isEmpty());
    }

    void firstRun_recoveryKey_mustBeStored()
    {
        FirstRunWizard wizard;
        wizard.show();
        ClipboardGuard clipboard;
        wizard.setClipboard(&clipboard);
        QSignalSpy finished(&wizard, &FirstRunWizard::finished);
        walkTo(&wizard, FirstRunWizard::Page::Creating);
        wizard.showRecoveryKey(SecretBytes::fromText("SRK1-ABCDE-FGHJK"));
        QVERIFY(child<QLineEdit>(&wizard, "first_run.passphrase")->text().isEmpty());
        auto* next = child<QPushButton>(&wizard, "first_run.next");
        QVERIFY(!next->isEnabled());
        child<QPushButton>(&wizard, "first_run.recovery.copy")->click();
        QCOMPARE(QApplication::clipboard()->text(), u"SRK1-ABCDE-FGHJK"_s);
        child<QCheckBox>(&wizard, "first_run.recovery.stored")->setChecked(true);
        QVERIFY(next->isEnabled());
        next->click();
        QCOMPARE(finished.count(), 1);
        QVERIFY(child<QLabel>(&wizard, "first_run.recovery.key")->text().isEmpty());
    }

    void recoverySheet_saved_isForItsOwnerOnly()
    {
        QTemporaryDir folder;
        RecoverySheet sheet(u"sheet"_s);
        sheet.setKey(u"Northgate"_s, u"SRK1-ABCDE"_s);
        const QString path = folder.filePath(u"key.txt"_s);
        QVERIFY(sheet.saveTo(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("SRK1-ABCDE"));
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        QVERIFY(!(QFileInfo(path).permissions() & others));
        QVERIFY(!sheet.saveTo(folder.filePath(u"no/such/folder/key.txt"_s)));
    }

private:
    LightLook m_look;
};

SALLYPORT_GUI_TEST(tst_unlock)

} // namespace tst_unlock
#include "tst_unlock.moc"
