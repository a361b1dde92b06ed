#include "tests/support/test_main.h"
#include "tests/ui/support/open_console.h"
#include "tests/ui/support/panel_test.h"
#include "ui/settings/settings_panel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/dialog_frame.h"
#include "ui/widgets/field.h"
#include "ui/widgets/password_field.h"
#include "ui/widgets/small_parts.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

namespace tst_certificate_box {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

/// The server's certificate among the settings: what is shown, and the ways to another one.
class TestCertificateBox : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_open = std::make_unique<tests::OpenConsole>(10, 10); }
    void cleanup()
    {
        m_panel.reset();
        m_open.reset();
    }

    void says_whatIsShown()
    {
        show();
        QTRY_COMPARE(text("source"), u"Made by Sallyport itself, its key in the vault"_s);
        QCOMPARE(text("names"), u"localhost, 127.0.0.1, ::1"_s);
        QCOMPARE(text("issuer"), u"Itself: clients have to be told to trust it"_s);
        QCOMPARE(text("expiry"), u"17 Dec 2027"_s);
        auto* fingerprint = m_panel->findChild<ElideLabel*>(u"settings.certificate.fingerprint"_s);
        QVERIFY(fingerprint->text().startsWith(u"7C:41:0D"_s));
        QVERIFY(button("import")->isEnabled());
        QVERIFY(!button("undo")->isVisibleTo(m_panel.get()) && !button("own")->isVisibleTo(m_panel.get()));
        QVERIFY(!m_panel->findChild<Banner*>(u"settings.certificate.missing"_s)->isVisibleTo(m_panel.get()));
    }

    void beforeTheFirstStart_saysSo()
    {
        m_open->house.certificateImports.shown.reset();
        show();
        QTRY_COMPARE(text("source"), u"Made when the server first starts"_s);
        QVERIFY(!m_panel->findChild<QLabel*>(u"settings.certificate.issuer"_s)->isVisibleTo(m_panel.get()));
        QVERIFY(button("import")->isVisibleTo(m_panel.get()));
    }

    void isThere_forAReader_whoMayNotChangeIt()
    {
        show(true);
        QTRY_COMPARE(text("names"), u"localhost, 127.0.0.1, ::1"_s);
        QVERIFY(!button("import")->isEnabled());
        QVERIFY(!button("import")->toolTip().isEmpty());
    }

    void imported_isShown_withWhereItIsRefused_andTheWaysBack()
    {
        show();
        QWidget* dialog = openImport();
        type(dialog, "certificates", write("chain.pem", "-----BEGIN CERTIFICATE-----"));
        QVERIFY(import(dialog)->isEnabled());
        // Its key is missing: the field for it says so.
        import(dialog)->click();
        auto* key = tests::find<QLineEdit>(dialog, u"settings.importCertificate.key"_s);
        QTRY_VERIFY(fieldOf(key)->hasError());
        QVERIFY(tests::openDialog(u"settings.importCertificate"_s) == dialog);
        type(dialog, "key", write("key.pem", "-----BEGIN PRIVATE KEY-----"));
        QVERIFY(!fieldOf(key)->hasError());
        import(dialog)->click();
        QTRY_COMPARE(text("source"), u"Imported, with its key in the vault"_s);
        QCOMPARE(text("issuer"), u"CN=Northgate Issuing CA 2,O=Northgate Clinic"_s);
        QCOMPARE(text("names"), u"console.northgate.example, api.northgate.example"_s);
        auto* missing = m_panel->findChild<Banner*>(u"settings.certificate.missing"_s);
        QVERIFY(missing->isVisibleTo(m_panel.get()));
        QCOMPARE(missing->text(), u"It isn’t made for: 127.0.0.1"_s);
        QTRY_VERIFY(tests::openDialog(u"settings.importCertificate"_s) == nullptr);

        QVERIFY(button("undo")->isVisibleTo(m_panel.get()));
        button("undo")->click();
        QTRY_COMPARE(text("source"), u"Made by Sallyport itself, its key in the vault"_s);
        button("undo")->click();
        QTRY_COMPARE(text("source"), u"Imported, with its key in the vault"_s);
        button("own")->click();
        QWidget* ask = tests::openDialog(u"settings.certificate.ask_own"_s);
        QVERIFY(ask != nullptr);
        QCOMPARE(text("source"), u"Imported, with its key in the vault"_s);
        tests::find<QPushButton>(ask, u"settings.certificate.ask_own.confirm"_s)->click();
        QTRY_COMPARE(text("source"), u"Made by Sallyport itself, its key in the vault"_s);
    }

    void encryptedKey_asksForItsPassphrase()
    {
        show();
        QWidget* dialog = openImport();
        auto* passphrase = tests::find<PasswordField>(dialog, u"settings.importCertificate.passphrase"_s);
        QVERIFY(!passphrase->isVisibleTo(dialog));
        type(dialog, "certificates", write("chain.pem", "-----BEGIN CERTIFICATE-----"));
        type(dialog, "key", write("key.pem", "-----BEGIN ENCRYPTED PRIVATE KEY-----"));
        import(dialog)->click();
        QTRY_VERIFY(passphrase->isVisibleTo(dialog));
        QVERIFY(fieldOf(passphrase)->hasError());
        QTest::keyClicks(passphrase, u"wrong"_s);
        QVERIFY(!fieldOf(passphrase)->hasError());
        import(dialog)->click();
        QTRY_VERIFY(fieldOf(passphrase)->hasError());
        passphrase->clear();
        QTest::keyClicks(passphrase, u"paper lantern"_s);
        import(dialog)->click();
        QTRY_COMPARE(text("source"), u"Imported, with its key in the vault"_s);
    }

    void file_thatCannotBeRead_isSaid()
    {
        show();
        QWidget* dialog = openImport();
        type(dialog, "certificates", m_folder.filePath(u"nothing.pem"_s));
        import(dialog)->click();
        auto* path = tests::find<QLineEdit>(dialog, u"settings.importCertificate.certificates"_s);
        QTRY_VERIFY(fieldOf(path)->hasError());
        type(dialog, "certificates", write("large.pem", QByteArray(70'000, 'x')));
        QVERIFY(!fieldOf(path)->hasError());
        import(dialog)->click();
        QTRY_VERIFY(fieldOf(path)->hasError());
        QVERIFY(!m_open->house.certificateImports.before);
    }

private:
    void show(bool asReader = false)
    {
        QVERIFY(m_open->open(asReader));
        m_panel = std::make_unique<SettingsPanel>(m_open->console);
        m_panel->resize(1072, 772);
        m_panel->show();
    }
    QString text(const char* name) const
    {
        const auto* label = m_panel->findChild<QLabel*>(u"settings.certificate."_s + QLatin1StringView(name));
        return label != nullptr ? label->text() : u"no such label"_s;
    }
    QPushButton* button(const char* name) const
    {
        return tests::find<QPushButton>(m_panel.get(), u"settings.certificate."_s + QLatin1StringView(name));
    }
    QWidget* openImport()
    {
        button("import")->click();
        return tests::openDialog(u"settings.importCertificate"_s);
    }
    static QPushButton* import(QWidget* dialog)
    {
        return tests::find<QPushButton>(dialog, u"settings.importCertificate.import"_s);
    }
    static void type(QWidget* dialog, const char* name, const QString& text)
    {
        auto* line = tests::find<QLineEdit>(dialog, u"settings.importCertificate."_s + QLatin1StringView(name));
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    static Field* fieldOf(QWidget* input)
    {
        for (QWidget* widget = input; widget != nullptr; widget = widget->parentWidget())
            if (auto* field = qobject_cast<Field*>(widget))
                return field;
        return nullptr;
    }
    QString write(const char* name, const QByteArray& text)
    {
        QFile file(m_folder.filePath(QLatin1StringView(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("%s could not be written", name);
        return file.fileName();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<tests::OpenConsole> m_open;
    std::unique_ptr<SettingsPanel> m_panel;
};

} // namespace

SALLYPORT_GUI_TEST(TestCertificateBox)

} // namespace tst_certificate_box
#include "tst_certificate_box.moc"
