#include "backend/crypto/system_random.h"
#include "backend/records/comments.h"
#include "backend/records/files.h"
#include "backend/vault/vault.h"
#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "tests/ui/support/records_stage.h"
#include "ui/records/comment_view.h"
#include "ui/records/files_part.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/password_field.h"
#include "ui/widgets/toast.h"

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>

namespace tst_records_walk {

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

/// A record from the form to its end, with what hangs on it, on the real services.
class TestRecordsWalk : public QObject {
    Q_OBJECT

    template <typename T>
    static T need(Result<T> result)
    {
        if (!result)
            qFatal("%s", result.error().detail.c_str());
        return std::move(*result);
    }

    struct House {
        House()
        {
            NewVault vault;
            vault.dataDirectory = folder.filePath(u"vault"_s).toStdString();
            vault.passphrase = SecretBytes::fromText("a passphrase for tests");
            vault.adminName = "Ingrid Solheim";
            vault.adminEmail = "admin@x.example";
            vault.adminPassword = SecretBytes::fromText("violet harbour seven lanterns");
            vault.serverPort = 0;
            vault.kdfCost = {64, 1, 1};
            auto created = need(createVault(std::move(vault), platform));
            actor = created.administrator;
            backend = std::move(created.backend);
            services = &backend->services();
        }
        QTemporaryDir folder;
        SystemClock clock;
        crypto::SystemRandom random;
        Platform platform{clock, random, {}, storage::KdfCost{64, 1, 1}};
        std::unique_ptr<Backend> backend;
        Services* services = nullptr; ///< as long as the console has the vault open
        access::Actor actor;
    };

    static void choose(QWidget* panel, const QString& menuName, const QString& button, const QString& line)
    {
        tests::clickButton(panel, button);
        auto* menu = panel->findChild<QMenu*>(menuName);
        QVERIFY(menu);
        for (QAction* action : menu->actions())
            if (action->text() == line)
                action->trigger();
        menu->close();
    }

private Q_SLOTS:
    void record_isAdded_changed_masked_commented_hasAFile_andGoes()
    {
        tests::theme();
        House house;
        ui::Console console;
        bool open = false;
        console.open(
            &console,
            [&]() -> Result<ui::OpenedVault> {
                ui::OpenedVault opened;
                opened.backend = std::move(house.backend);
                opened.actor = house.actor;
                return opened;
            },
            [&](const Result<void>& result) { open = result.has_value(); });
        QTRY_VERIFY_WITH_TIMEOUT(open, 30'000);
        QWidget window;
        window.resize(1280, 800);
        auto* panel = new ui::RecordsPanel(console, &window);
        panel->resize(1072, 772);
        window.show();
        const auto cell = [&](int column) { return panel->model()->index(0, column).data().toString(); };

        // Added, with a sensitive value.
        tests::clickButton(panel, u"records.add"_s);
        QWidget* form = tests::waitForDialog(u"record"_s);
        QTest::keyClicks(tests::find<QLineEdit>(form, u"record.title"_s), u"Discharge summary 2231"_s);
        QTest::keyClicks(tests::find<QLineEdit>(form, u"record.department"_s), u"Cardiology"_s);
        tests::find<QPlainTextEdit>(form, u"record.text"_s)->setPlainText(u"Admitted on 21 Nov."_s);
        tests::clickButton(form, u"record.add_member"_s);
        QTest::keyClicks(tests::find<QLineEdit>(form, u"record.member.0.name"_s), u"Diagnosis"_s);
        QTest::keyClicks(tests::find<ui::PasswordField>(form, u"record.member.0.value"_s), u"atrial flutter"_s);
        tests::clickButton(form, u"record.save"_s);
        QTRY_COMPARE(panel->model()->rowCount(), 1);
        QTRY_COMPARE(cell(ui::RecordsModel::Title), u"Discharge summary 2231"_s);
        QCOMPARE(cell(ui::RecordsModel::Files), u"0"_s);
        auto* pane = panel->findChild<ui::RecordPane*>();
        QTRY_VERIFY(pane->isVisible() && !pane->record().body.empty());

        // Masked, in the pane and in what the services give without a code.
        QTRY_VERIFY(panel->findChild<ui::ElideLabel*>(u"records.details.value.0"_s));
        QCOMPARE(panel->findChild<ui::ElideLabel*>(u"records.details.value.0"_s)->text(), QString(10, QChar(u'•')));
        const records::RecordId id = pane->record().id;
        QVERIFY(!house.services->records.unmask(house.actor, id));

        // Changed.
        panel->table()->setFocus();
        panel->table()->selectRow(0);
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(panel->table(), Qt::Key_F2);
        form = tests::waitForDialog(u"record"_s);
        auto* title = tests::find<QLineEdit>(form, u"record.title"_s);
        QTRY_COMPARE(title->text(), u"Discharge summary 2231"_s);
        title->setFocus();
        title->selectAll();
        QTest::keyClicks(title, u"Discharge summary 2232"_s);
        tests::clickButton(form, u"record.save"_s);
        QTRY_COMPARE(cell(ui::RecordsModel::Title), u"Discharge summary 2232"_s);
        const records::Record changed = need(house.services->records.read(house.actor, id));
        QCOMPARE(changed.version, 2);
        QCOMPARE(changed.sensitive, std::vector<std::string>{"Diagnosis"});

        // A comment: what would be a script is left out.
        QTRY_VERIFY(panel->findChild<QLineEdit*>(u"records.comment.text"_s)->isEnabled());
        auto* comment = panel->findChild<QLineEdit*>(u"records.comment.text"_s);
        comment->setFocus();
        QTest::keyClicks(comment, u"Seen <b>today</b><script>x()</script>"_s);
        QTest::keyClick(comment, Qt::Key_Return);
        QTRY_VERIFY(panel->findChild<ui::CommentView*>(u"records.comment.0.content"_s));
        QCOMPARE(panel->findChild<ui::CommentView*>(u"records.comment.0.content"_s)->toPlainText(), u"Seen today"_s);

        // A file, counted in the list, read back as it was, and taken away.
        QFile file(house.folder.filePath(u"letter.txt"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("the letter") == 10);
        file.close();
        pane->files()->upload({file.fileName()});
        QTRY_VERIFY_WITH_TIMEOUT(panel->findChild<QWidget*>(u"records.file.0"_s), 20'000);
        panel->refresh();
        QTRY_COMPARE(cell(ui::RecordsModel::Files), u"1"_s);
        records::FileQuery query;
        query.recordId = id;
        const records::FilePage files = need(house.services->files.list(house.actor, query));
        QCOMPARE(files.files.size(), std::size_t(1));
        const QString copy = house.folder.filePath(u"copy.txt"_s);
        pane->files()->download(files.files.front(), copy);
        QTRY_VERIFY(QFile::exists(copy));
        const auto saved = [&] {
            QFile read(copy);
            return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
        };
        QTRY_COMPARE(saved(), QByteArray("the letter"));
        choose(panel, u"records.file_menu"_s, u"records.file.0.more"_s, u"Delete…"_s);
        tests::clickButton(tests::waitForDialog(u"delete_file"_s), u"delete_file.confirm"_s);
        QTRY_COMPARE(need(house.services->files.list(house.actor, query)).files.size(), std::size_t(0));
    }
};

} // namespace

SALLYPORT_GUI_TEST(TestRecordsWalk)

} // namespace tst_records_walk
#include "tst_records_walk.moc"
