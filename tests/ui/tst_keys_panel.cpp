#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "ui/keys/keys_model.h"
#include "ui/keys/keys_panel.h"
#include "ui/keys/new_key_banner.h"
#include "ui/keys/scope_checks.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/toast.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace tst_keys_panel {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int allKeys = 46;

class TestKeysPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        if (m_stage)
            tests::pictureIfFailed(&m_stage->host);
        m_stage.reset();
    }

    void opened_listsKeysWithTheirCounts()
    {
        open();
        QCOMPARE(cell(0, KeysModel::Name), u"Appointment texts"_s);
        QCOMPARE(cell(0, KeysModel::Prefix), u"spk_3NHB8K4T"_s);
        QCOMPARE(cell(0, KeysModel::Limit), u"200/h"_s);
        QCOMPARE(tests::find<ElideLabel>(m_panel, u"header.count"_s)->text(), u"46"_s);
        QCOMPARE(tests::find<QAbstractButton>(m_panel, u"keys.kinds.all"_s)->text(), u"All 46"_s);
        tests::picture(&m_stage->host, u"keys"_s);
    }

    void states_areWordsNotCodes()
    {
        open();
        QCOMPARE(stateOf(u"Lab gateway"_s), u"Rotating, 46 h"_s);
        QCOMPARE(stateOf(u"Old intranet"_s), u"Stale, 6 months"_s);
        QCOMPARE(stateOf(u"Research extract"_s), u"Over-scoped"_s);
        QCOMPARE(stateOf(u"Pen test, October"_s), u"Revoked"_s);
        QCOMPARE(stateOf(u"CI deploy, staging"_s), u"New"_s);
    }

    void ctrlN_opensTheDialog()
    {
        open();
        m_panel->table()->setFocus();
        QTest::keyClick(m_panel->table(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(tests::openDialog(u"key"_s));
        QTest::keyClick(tests::openDialog(u"key"_s), Qt::Key_Escape);
    }

    void activated_withAReport_showsIt()
    {
        open();
        const int expiring = countIn(u"keys.kinds.expiring"_s);
        m_panel->activate(u"expiring"_s);
        QTRY_COMPARE(m_panel->model()->rowCount(), expiring);
        QVERIFY(tests::find<QAbstractButton>(m_panel, u"keys.kinds.expiring"_s)->isChecked());
    }

    void kinds_narrowToAReport()
    {
        open();
        const int expiring = countIn(u"keys.kinds.expiring"_s);
        QVERIFY(expiring > 0 && expiring < allKeys);
        tests::find<SegmentedControl>(m_panel, u"keys.kinds"_s)->setCurrent(1);
        QTRY_COMPARE(m_panel->model()->rowCount(), expiring);
        QVERIFY(cell(0, KeysModel::Expires).startsWith(u"In "));
    }

    void filter_nothingMatches_offersToClear()
    {
        open();
        filterField()->setText(u"zzzz"_s);
        auto* clear = tests::find<QPushButton>(m_panel, u"keys.clear_filters"_s);
        QTRY_VERIFY(clear->isVisible());
        tests::picture(&m_stage->host, u"keys-nothing"_s);
        QTest::mouseClick(clear, Qt::LeftButton);
        QTRY_COMPARE(m_panel->model()->rowCount(), allKeys);
    }

    void noKeysAtAll_teachesTheSteps()
    {
        m_stage = std::make_unique<tests::PanelStage>();
        m_stage->house.apiKeys.keys.clear();
        show();
        QTRY_VERIFY(tests::find(m_panel, u"keys.list.empty"_s)->isVisible());
        QVERIFY(!tests::find<QPushButton>(m_panel, u"keys.clear_filters"_s)->isVisible());
        tests::picture(&m_stage->host, u"keys-empty"_s);
        QSignalSpy navigate(m_panel, &Panel::navigate);
        QTest::mouseClick(tests::find<QPushButton>(m_panel, u"keys.add_account"_s), Qt::LeftButton);
        QCOMPARE(navigate.front().at(0).toString(), u"service_accounts"_s);
    }

    void head_clicked_sorts()
    {
        open();
        auto* head = m_panel->table()->horizontalHeader();
        head->setSortIndicator(KeysModel::Uses, Qt::DescendingOrder);
        QTRY_COMPARE(cell(0, KeysModel::Uses), QLocale().toString(2'911'085));
        head->setSortIndicator(KeysModel::Prefix, Qt::AscendingOrder);
        QCOMPARE(head->sortIndicatorSection(), static_cast<int>(KeysModel::Uses));
    }

    /// ASVS 14.2.6: the text is shown once, and nothing of it stays.
    void asvs_14_2_6_create_showsTheKeyOnce()
    {
        open();
        auto* dialog = openCreate();
        QVERIFY2(dialog, "the dialog for a new key did not open");
        QVERIFY(!save(dialog)->isEnabled());
        QTest::keyClicks(tests::find<QLineEdit>(dialog, u"key.name"_s), u"Night job"_s);
        tests::find<QCheckBox>(dialog, u"key.scopes.records:read"_s)->setChecked(true);
        tests::find<QLineEdit>(dialog, u"key.requests"_s)->setText(u"600"_s);
        QTest::keyClicks(tests::find<QLineEdit>(dialog, u"key.addresses"_s), u"198.51.100.0/24, 2001:db8::1"_s);
        QTRY_VERIFY(save(dialog)->isEnabled());
        tests::picture(&m_stage->host, u"keys-create"_s);
        QTest::mouseClick(save(dialog), Qt::LeftButton);
        QTRY_VERIFY(banner());
        const auto& asked = *m_stage->house.apiKeys.created;
        QCOMPARE(asked.scopes, std::vector<std::string>{"records:read"});
        QCOMPARE(asked.rate->requests, 600U);
        QCOMPARE(asked.addresses.size(), std::size_t{2});
        QVERIFY(asked.owner == m_stage->console->actor().id);
        auto* field = tests::find<QLineEdit>(m_panel, u"keys.new.key"_s);
        QVERIFY(field->text().startsWith(u"spk_"));
        // One filled button: Copy.
        QVERIFY(buttonKind(tests::find<QPushButton>(m_panel, u"keys.create"_s)) == ButtonKind::Secondary);
        QTRY_COMPARE(m_panel->table()->selectedRows().size(), 1);
        const int added = m_panel->table()->selectedRows().front();
        QCOMPARE(m_panel->model()->index(added, KeysModel::Name).data().toString(), u"Night job"_s);
        tests::picture(&m_stage->host, u"keys-new"_s);
        QTest::mouseClick(tests::find<QPushButton>(m_panel, u"keys.new.key.copy"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), field->text());
        QTest::mouseClick(tests::find<QPushButton>(m_panel, u"keys.new.stored"_s), Qt::LeftButton);
        QTRY_VERIFY(!banner());
        QVERIFY(buttonKind(tests::find<QPushButton>(m_panel, u"keys.create"_s)) == ButtonKind::Primary);
    }

    void create_withAPublicKey_hasNothingToStore_andRotatesByTheNextOne()
    {
        open();
        auto* dialog = openCreate();
        QVERIFY2(dialog, "the dialog for a new key did not open");
        QTest::keyClicks(tests::find<QLineEdit>(dialog, u"key.name"_s), u"Till 4"_s);
        tests::find<QCheckBox>(dialog, u"key.scopes.records:read"_s)->setChecked(true);
        tests::find<QComboBox>(dialog, u"key.proof"_s)->setCurrentIndex(2);
        QTRY_VERIFY(!save(dialog)->isEnabled());
        auto* publicKey = tests::find<QPlainTextEdit>(dialog, u"key.public_key"_s);
        publicKey->setPlainText(u"not a key"_s);
        QTRY_VERIFY(save(dialog)->isEnabled());
        QTest::mouseClick(save(dialog), Qt::LeftButton);
        QTRY_COMPARE(tests::find<QLabel>(dialog, u"key.public_key.message"_s)->text(), u"This is no public key of these kinds"_s);
        QTRY_VERIFY(save(dialog)->isEnabled());
        tests::picture(dialog, u"keys-public-key-refused"_s);
        publicKey->setPlainText(u"-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA\n-----END PUBLIC KEY-----"_s);
        QTest::mouseClick(save(dialog), Qt::LeftButton);
        QTRY_COMPARE(m_panel->table()->selectedRows().size(), 1);
        QVERIFY(!banner());
        QVERIFY(m_stage->house.apiKeys.created->publicKey.starts_with("-----BEGIN PUBLIC KEY-----"));
        select(u"Till 4"_s);
        QTRY_VERIFY(tests::find<QPushButton>(m_panel, u"keys.details.rotate"_s)->isVisible());
        QTRY_VERIFY(tests::find<QPushButton>(m_panel, u"keys.details.rotate"_s)->isEnabled());
        tests::picture(&m_stage->host, u"keys-public-key"_s);
        QTest::mouseClick(tests::find<QPushButton>(m_panel, u"keys.details.rotate"_s), Qt::LeftButton);
        QTRY_VERIFY(tests::openDialog(u"rotate_key"_s));
        auto* rotate = tests::openDialog(u"rotate_key"_s);
        QVERIFY(!tests::find<QPushButton>(rotate, u"rotate_key.confirm"_s)->isEnabled());
        tests::find<QPlainTextEdit>(rotate, u"rotate_key.public_key"_s)->setPlainText(u"-----BEGIN PUBLIC KEY----- next"_s);
        tests::picture(rotate, u"keys-public-key-rotate"_s);
        QTest::mouseClick(tests::find<QPushButton>(rotate, u"rotate_key.confirm"_s), Qt::LeftButton);
        QTRY_VERIFY(!tests::openDialog(u"rotate_key"_s));
        QVERIFY(!banner());
    }

    void newKey_afterTwoMinutes_showsDots_untilAskedFor()
    {
        open();
        makeKey();
        if (QTest::currentTestFailed())
            return;
        auto* field = tests::find<QLineEdit>(m_panel, u"keys.new.key"_s);
        const QString key = field->text();
        banner()->hideText();
        QVERIFY(!field->text().contains(u"spk_"));
        auto* again = tests::find<QPushButton>(m_panel, u"keys.new.show"_s);
        QVERIFY(again->isVisible());
        QTest::mouseClick(tests::find<QPushButton>(m_panel, u"keys.new.key.copy"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), key);
        QTest::mouseClick(again, Qt::LeftButton);
        QCOMPARE(field->text(), key);
    }

    void newKey_saved_onlyItsUserReadsTheFile()
    {
        open();
        makeKey();
        if (QTest::currentTestFailed())
            return;
        QTemporaryDir folder;
        m_savePath = folder.filePath(u"key.txt"_s);
        QTest::mouseClick(tests::find<QPushButton>(m_panel, u"keys.new.save"_s), Qt::LeftButton);
        QFile file(m_savePath);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), tests::find<QLineEdit>(m_panel, u"keys.new.key"_s)->text() + u'\n');
        QVERIFY(!(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteOther)));
        m_savePath = folder.filePath(u"no/such/folder"_s);
        QTest::mouseClick(tests::find<QPushButton>(m_panel, u"keys.new.save"_s), Qt::LeftButton);
        QTRY_VERIFY(toast()->isVisible());
        QVERIFY(banner());
    }

    void create_forAServiceAccount_offersWhatItHolds()
    {
        open();
        m_panel->activate(u"new:01JDSERVICE000000000000006"_s);
        QTRY_VERIFY(tests::openDialog(u"key"_s));
        auto* dialog = tests::openDialog(u"key"_s);
        QTRY_COMPARE(tests::find<QComboBox>(dialog, u"key.owner"_s)->currentText(), u"Ward displays"_s);
        QTRY_VERIFY(!dialog->findChild<QCheckBox*>(u"key.scopes.users:delete"_s));
        QTest::keyClick(dialog, Qt::Key_Escape);
    }

    void asvs_2_2_2_create_refusedFields_areSaidUnderThem()
    {
        open();
        auto* dialog = openCreate();
        QVERIFY2(dialog, "the dialog for a new key did not open");
        QTest::keyClicks(tests::find<QLineEdit>(dialog, u"key.name"_s), u"Night job"_s);
        tests::find<QCheckBox>(dialog, u"key.scopes.records:read"_s)->setChecked(true);
        QTRY_VERIFY(save(dialog)->isEnabled());
        auto error = makeError(ErrorCode::ValidationFailed, "not acceptable");
        error.fields.push_back({"addresses.0", "Not an address or network.", "format"});
        m_stage->house.apiKeys.failures.failNext(error);
        QTest::mouseClick(save(dialog), Qt::LeftButton);
        QTRY_COMPARE(tests::find<QLabel>(dialog, u"key.addresses.message"_s)->text(), u"One of these is no address or network"_s);
        QTRY_VERIFY(save(dialog)->isEnabled());
        tests::picture(&m_stage->host, u"keys-create-refused"_s);
        m_stage->house.apiKeys.failures.failNext(makeError(ErrorCode::LimitReached, "full"));
        QTest::mouseClick(save(dialog), Qt::LeftButton);
        QTRY_VERIFY(tests::find(dialog, u"key.failure"_s)->isVisible());
        QTest::keyClick(dialog, Qt::Key_Escape);
    }

    void rowClicked_opensThePane()
    {
        open();
        select(u"Lab gateway"_s);
        tests::picture(&m_stage->host, u"keys-pane"_s);
        QVERIFY(tests::find<QPushButton>(m_panel, u"keys.details.rotate"_s)->isEnabled());
        QTest::keyClick(m_panel->table(), Qt::Key_Escape);
        QTRY_VERIFY(!paneVisible());
    }

    void rotate_asksForTheOverlap()
    {
        open();
        select(u"CI deploy"_s, 0);
        QTest::mouseClick(tests::find<QPushButton>(m_panel, u"keys.details.rotate"_s), Qt::LeftButton);
        QTRY_VERIFY(tests::openDialog(u"rotate_key"_s));
        auto* dialog = tests::openDialog(u"rotate_key"_s);
        tests::picture(&m_stage->host, u"keys-rotate"_s);
        tests::find<SegmentedControl>(dialog, u"rotate_key.overlap"_s)->setCurrent(1);
        QTest::mouseClick(tests::find<QPushButton>(dialog, u"rotate_key.confirm"_s), Qt::LeftButton);
        QTRY_VERIFY(banner());
        QCOMPARE(m_stage->house.apiKeys.overlap, std::chrono::seconds(3600));
    }

    void revoke_asksWithTheName_andStops()
    {
        open();
        select(u"Backup check"_s, 0);
        QTest::keyClick(m_panel->table(), Qt::Key_Delete);
        QTRY_VERIFY(tests::openDialog(u"revoke_key"_s));
        QVERIFY(tests::openDialog(u"revoke_key"_s)->windowTitle().contains(u"Backup check"));
        tests::picture(&m_stage->host, u"keys-revoke"_s);
        confirm(u"revoke_key"_s);
        QTRY_COMPARE(cell(0, KeysModel::State), u"Revoked"_s);
        QTRY_VERIFY(!tests::find<QPushButton>(m_panel, u"keys.details.revoke"_s)->isEnabled());
        QVERIFY(toast()->text().contains(u"Backup check"));
    }

    void revoke_many_countsThem()
    {
        open();
        auto* table = m_panel->table();
        for (const int row : {0, 1, 2})
            table->selectionModel()->select(m_panel->model()->index(row, 0),
                                            QItemSelectionModel::Select | QItemSelectionModel::Rows);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Delete);
        QTRY_VERIFY(tests::openDialog(u"revoke_key"_s));
        QVERIFY(tests::openDialog(u"revoke_key"_s)->windowTitle().contains(u'3'));
        confirm(u"revoke_key"_s);
        QTRY_COMPARE(cell(2, KeysModel::State), u"Revoked"_s);
    }

    void edit_changesWhatIsSet()
    {
        open();
        select(u"Quality report"_s, 0);
        QTest::keyClick(m_panel->table(), Qt::Key_F2);
        QTRY_VERIFY(tests::openDialog(u"key"_s));
        auto* dialog = tests::openDialog(u"key"_s);
        auto* name = tests::find<QLineEdit>(dialog, u"key.name"_s);
        QCOMPARE(name->text(), u"Quality report"_s);
        QVERIFY(tests::find<QCheckBox>(dialog, u"key.scopes.events:export"_s)->isChecked());
        QTest::keyClick(name, Qt::Key_End);
        QTest::keyClicks(name, u", weekly"_s);
        tests::picture(&m_stage->host, u"keys-edit"_s);
        QTest::mouseClick(save(dialog), Qt::LeftButton);
        QTRY_VERIFY(!m_stage->house.apiKeys.idOf("Quality report, weekly").empty());
        QTRY_VERIFY(!tests::openDialog(u"key"_s));
    }

    void overScoped_canBeNarrowed()
    {
        open();
        select(u"Research extract"_s, 0);
        auto* narrow = tests::find<QPushButton>(m_panel, u"keys.details.narrow"_s);
        QTRY_VERIFY(narrow->isVisible());
        tests::picture(&m_stage->host, u"keys-over-scoped"_s);
        QTest::mouseClick(narrow, Qt::LeftButton);
        QTRY_VERIFY(toast()->isVisible());
        QTRY_COMPARE(m_panel->model()->rowAt(0)->scopes.size(), std::size_t{5});
    }

    void list_fails_saysSoInPlaceAndTriesAgain()
    {
        m_stage = std::make_unique<tests::PanelStage>();
        m_stage->house.apiKeys.failures.failAlways(makeError(ErrorCode::DatabaseDamaged, "page 7"));
        show();
        auto* error = tests::find(m_panel, u"keys.list.error"_s);
        QTRY_VERIFY(error->isVisible());
        tests::picture(&m_stage->host, u"keys-error"_s);
        m_stage->house.apiKeys.failures.stop();
        QTest::mouseClick(error->findChildren<QPushButton*>().front(), Qt::LeftButton);
        QTRY_COMPARE(m_panel->model()->rowCount(), allKeys);
    }

    void everyWidget_hasANameForAssistiveTechnology()
    {
        open();
        select(u"Lab gateway"_s, 0);
        for (auto* button : m_panel->findChildren<QAbstractButton*>())
            if (button->isVisible())
                QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(), qPrintable(button->objectName()));
        for (auto* field : m_panel->findChildren<QLineEdit*>())
            if (field->isVisible())
                QVERIFY2(!field->accessibleName().isEmpty(), qPrintable(field->objectName()));
    }

    void showAll_asksForTheEventsOfTheKey()
    {
        open();
        select(u"Lab gateway"_s, 0);
        QSignalSpy navigate(m_panel, &Panel::navigate);
        QTest::mouseClick(tests::find<QPushButton>(m_panel, u"keys.details.show_all"_s), Qt::LeftButton);
        QCOMPARE(navigate.front().at(0).toString(), u"events"_s);
        QCOMPARE(navigate.front().at(1).toString(), u"user:8VN2QAE5"_s);
    }

    void scopes_areFoundInGroups_andBySearch_andPresetsTickThem()
    {
        ScopeChecks checks(u"scopes"_s);
        checks.setOffered(access::PermissionSet::all());
        checks.show();
        const auto box = [&](const QString& word) { return checks.findChild<QCheckBox*>(u"scopes."_s + word); };
        checks.findChild<QPushButton*>(u"scopes.read_only"_s)->click();
        QVERIFY(!checks.chosen().empty());
        for (const auto& info : access::permissions())
            QCOMPARE(box(QString::fromLatin1(info.word.data(), static_cast<qsizetype>(info.word.size())))->isChecked(),
                     info.word.ends_with(":read"));
        checks.findChild<QPushButton*>(u"scopes.records"_s)->click();
        QCOMPARE(checks.chosen(),
                 (std::vector<std::string>{"records:read", "records:create", "records:update", "records:delete"}));
        auto* search = checks.findChild<FilterField*>(u"scopes.search"_s);
        search->setText(u"service accounts"_s); // a group's title shows all of it
        QTRY_VERIFY(!box(u"records:read"_s)->isVisible());
        QVERIFY(box(u"service_accounts:read"_s)->isVisible() && box(u"service_accounts:delete"_s)->isVisible());
        search->setText(u"keys:own"_s);
        QTRY_VERIFY(!box(u"service_accounts:read"_s)->isVisible());
        QVERIFY(box(u"keys:own"_s)->isVisible());
        QCOMPARE(checks.chosen().size(), std::size_t{4}); // what isn't seen stays ticked
        checks.findChild<QPushButton*>(u"scopes.none"_s)->click();
        QVERIFY(checks.chosen().empty());
    }

    void scopes_presetsTickOnlyWhatIsOffered()
    {
        ScopeChecks checks(u"scopes"_s);
        access::PermissionSet offered;
        offered.add(access::Permission::UsersRead);
        offered.add(access::Permission::UsersUpdate);
        checks.setOffered(offered);
        checks.setChosen({"events:read"}); // the key has it, the owner doesn't any more
        checks.findChild<QPushButton*>(u"scopes.read_only"_s)->click();
        QCOMPARE(checks.chosen(), std::vector<std::string>{"users:read"});
    }

private:
    void show()
    {
        QVERIFY(m_stage->open());
        m_panel = new KeysPanel(*m_stage->console, [this](QWidget*, const QString&, auto chosen) { chosen(m_savePath); });
        m_stage->show(m_panel);
    }
    void open()
    {
        m_stage = std::make_unique<tests::PanelStage>();
        show();
        QTRY_COMPARE(m_panel->model()->rowCount(), allKeys);
        QTRY_VERIFY(m_panel->model()->rowAt(0));
    }
    /// Opens the dialog and waits for its scopes; null if it doesn't come.
    QWidget* openCreate()
    {
        tests::find<QPushButton>(m_panel, u"keys.create"_s)->click();
        if (!QTest::qWaitFor([] {
                auto* dialog = tests::openDialog(u"key"_s);
                return dialog && dialog->findChild<QCheckBox*>(u"key.scopes.records:read"_s);
            }))
            return nullptr;
        return tests::openDialog(u"key"_s);
    }
    void makeKey()
    {
        auto* dialog = openCreate();
        QVERIFY2(dialog, "the dialog for a new key did not open");
        QTest::keyClicks(tests::find<QLineEdit>(dialog, u"key.name"_s), u"Night job"_s);
        tests::find<QCheckBox>(dialog, u"key.scopes.records:read"_s)->setChecked(true);
        QTRY_VERIFY(save(dialog)->isEnabled());
        QTest::mouseClick(save(dialog), Qt::LeftButton);
        QTRY_VERIFY(banner());
    }
    QString cell(int row, int column) { return m_panel->model()->index(row, column).data().toString(); }
    QString stateOf(const QString& name)
    {
        const auto row = m_panel->model()->findRow(m_stage->house.apiKeys.idOf(name.toStdString()));
        return row ? cell(*row, KeysModel::State) : QString();
    }
    int countIn(const QString& segment)
    {
        return tests::find<QAbstractButton>(m_panel, segment)->text().section(u' ', -1).toInt();
    }
    FilterField* filterField() { return tests::find<FilterField>(m_panel, u"keys.filter"_s); }
    NewKeyBanner* banner() { return m_panel->findChild<NewKeyBanner*>(); }
    Toast* toast() { return m_panel->findChild<Toast*>(); }
    QPushButton* save(QWidget* dialog) { return tests::find<QPushButton>(dialog, u"key.save"_s); }
    bool paneVisible() { return tests::find(m_panel, u"keys.details"_s)->isVisible(); }
    void confirm(const QString& dialog)
    {
        QTRY_VERIFY(tests::openDialog(dialog));
        QTest::mouseClick(tests::find<QPushButton>(tests::openDialog(dialog), dialog + u".confirm"_s), Qt::LeftButton);
    }
    void select(const QString& name, int row = 0)
    {
        filterField()->setText(name);
        QTRY_VERIFY(m_panel->model()->rowCount() < allKeys && m_panel->model()->rowAt(row));
        auto* table = m_panel->table();
        table->setFocus();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(m_panel->model()->index(row, 0)).center());
        QTRY_VERIFY(paneVisible());
    }

    std::unique_ptr<tests::PanelStage> m_stage;
    KeysPanel* m_panel = nullptr;
    QString m_savePath;
};

} // namespace

SALLYPORT_GUI_TEST(TestKeysPanel)

} // namespace tst_keys_panel
#include "tst_keys_panel.moc"
