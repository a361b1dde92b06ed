#include "tests/support/test_main.h"
#include "tests/ui/support/records_stage.h"
#include "ui/parts/person_field.h"
#include "ui/parts/step_up_dialog.h"
#include "ui/records/encryption_dialog.h"
#include "ui/records/record_export.h"
#include "ui/records/record_pane.h"
#include "ui/records/records_model.h"
#include "ui/records/records_panel.h"
#include "ui/records/sensitive_part.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/digit_field.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/toast.h"

#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace tst_records_panel {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;
using records::Classification;

namespace {

class TestRecordsPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void list_saysWhatWhoseAndHowSecret()
    {
        tests::OpenRecords open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 240);
        QCOMPARE(open.cell(2, RecordsModel::Title), u"Discharge summary 2231"_s);
        QCOMPARE(open.cell(2, RecordsModel::Owner), u"Dae-jung Park"_s);
        QCOMPARE(open.cell(2, RecordsModel::Department), u"Cardiology"_s);
        QCOMPARE(open.cell(2, RecordsModel::Classification), u"Restricted"_s);
        QCOMPARE(open.cell(0, RecordsModel::Changed), u"6 min ago"_s);
        QCOMPARE(open.cell(2, RecordsModel::Files), u"0"_s);
        records::StoredFile file;
        file.recordId = open.panel->model()->rowAt(2)->id;
        file.name = "a.txt";
        open.stage.house.files.add(file, "x");
        open.panel->refresh();
        QTRY_COMPARE(open.cell(2, RecordsModel::Files), u"1"_s);
        const auto pill = open.panel->model()->index(2, RecordsModel::Classification);
        QVERIFY(pill.data(CellPillRole).toBool());
        QCOMPARE(pill.data(CellToneRole).toInt(), static_cast<int>(Tone::Warning));
    }

    void list_holdsAHundredThousand_andSortsThem()
    {
        tests::OpenRecords open(100'000);
        QTRY_COMPARE_WITH_TIMEOUT(open.panel->model()->rowCount(), 100'000, 60'000);
        open.panel->model()->sort(RecordsModel::Title, Qt::AscendingOrder);
        QTRY_VERIFY_WITH_TIMEOUT(open.cell(0, RecordsModel::Title).startsWith(u"Ablation"), 60'000);
        open.panel->table()->scrollToBottom();
        QTRY_VERIFY_WITH_TIMEOUT(open.panel->model()->rowAt(99'999) != nullptr, 60'000);
        open.panel->model()->sort(RecordsModel::Owner, Qt::AscendingOrder); // nothing to sort by
        QVERIFY(open.panel->model()->rowAt(99'999) != nullptr);
    }

    void filters_narrow_areChips_andGoOneByOne()
    {
        tests::OpenRecords open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 240);
        open.filter(u"Department"_s, u"Cardiology"_s);
        QTRY_VERIFY(open.panel->model()->rowCount() < 240 && open.panel->model()->hasAnswer());
        const int ofDepartment = open.panel->model()->rowCount();
        open.filter(u"Classification"_s, u"Restricted"_s);
        QTRY_VERIFY(open.panel->model()->rowCount() < ofDepartment && open.panel->model()->hasAnswer());
        for (int row = 0; row < open.panel->model()->rowCount(); ++row) {
            QCOMPARE(open.cell(row, RecordsModel::Department), u"Cardiology"_s);
            QCOMPARE(open.cell(row, RecordsModel::Classification), u"Restricted"_s);
        }
        auto* chip = open.part<Chip>(u"records.filter.classification"_s);
        QCOMPARE(chip->text(), u"Restricted"_s);
        QTest::keyClick(chip, Qt::Key_Delete);
        QTRY_COMPARE(open.panel->model()->rowCount(), ofDepartment);
        open.filter(u"Owner"_s, u"Dae-jung Park"_s);
        QTRY_VERIFY(open.panel->model()->query().owner.has_value());
        QCOMPARE(open.part<Chip>(u"records.filter.owner"_s)->text(), u"Dae-jung Park"_s);
        open.filter(u"Changed"_s, u"Last 1 days"_s);
        QTRY_COMPARE(open.panel->model()->rowCount(), 3);
    }

    void search_thatFindsNothing_saysSo_andClearingShowsAll()
    {
        tests::OpenRecords open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 240);
        open.part<QLineEdit>(u"records.filter"_s)->setText(u"angiogram"_s);
        QTRY_COMPARE(open.panel->model()->rowCount(), 1);
        open.part<QLineEdit>(u"records.filter"_s)->setText(u"no such thing"_s);
        QTRY_COMPARE(open.panel->model()->rowCount(), 0);
        QTRY_VERIFY(open.panel->findChild<EmptyState*>()->isVisible());
        tests::clickButton(open.panel, u"records.clear_filters"_s);
        QTRY_COMPARE(open.panel->model()->rowCount(), 240);
    }

    void empty_offersTheFirstRecord_andErrorsCanBeTriedAgain()
    {
        tests::OpenRecords open(0);
        auto* empty = open.panel->findChild<EmptyState*>();
        QTRY_VERIFY(empty && empty->isVisible());
        QVERIFY(open.part<QPushButton>(u"records.add_first"_s)->isVisible());
        tests::OpenRecords failed(240, [](tests::OpenRecords& now) {
            now.stage.house.records.failures.failNext(makeError(ErrorCode::Unavailable, "busy"));
        });
        auto* error = failed.panel->findChild<ErrorState*>();
        QTRY_VERIFY(error && error->isVisible());
        Q_EMIT error->retryRequested();
        QTRY_COMPARE(failed.panel->model()->rowCount(), 240);
    }

    void pane_showsTheTextAndMasks_andFollowsTheList()
    {
        tests::OpenRecords open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 240);
        open.panel->table()->setFocus();
        open.panel->table()->selectRow(2);
        QTest::keyClick(open.panel->table(), Qt::Key_Return);
        RecordPane* pane = open.pane();
        QTRY_VERIFY(pane->isVisible() && pane->hasRecord() && !pane->record().body.empty());
        QVERIFY(open.part<QLabel>(u"records.details.body"_s)->text().startsWith(u"Admitted on 21 Nov"));
        QCOMPARE(open.value(0), QString(10, QChar(u'•')));
        QCOMPARE(open.part(u"records.details.value.0"_s)->accessibleName(), u"Date of birth: hidden"_s);
        QTest::keyClick(open.panel->table(), Qt::Key_Down);
        QTRY_COMPARE(pane->record().title, std::string("Reading list, 24 Nov"));
        QTRY_VERIFY(!open.part(u"records.details.show"_s)->isVisible()); // it has no sensitive values
    }

    void pane_ofARecordThatIsGone_closes()
    {
        tests::OpenRecords open;
        open.openRecord("Discharge summary 2231");
        const auto id = open.stage.house.records.idOf("Discharge summary 2231");
        QVERIFY(open.stage.house.records.remove(open.stage.house.administrator(), id));
        open.panel->refresh();
        QTRY_VERIFY(!open.pane()->isVisible());
    }

    void activate_withAnIdThatIsHidden_saysSo()
    {
        tests::OpenRecords open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 240);
        open.panel->activate(u"01JDGM00000000000000000000"_s);
        QTRY_VERIFY(open.panel->findChild<Toast*>()->isVisible());
        QVERIFY(open.panel->findChild<Toast*>()->text().startsWith(u"There is no such record"));
    }

    void sensitive_isShownAfterACode_andMaskedAgain()
    {
        tests::OpenRecords open;
        open.openRecord("Discharge summary 2231");
        auto& records = open.stage.house.records;
        records.unmaskFailures.failNext(makeError(ErrorCode::StepUpRequired, "show a code"));
        tests::clickButton(open.panel, u"records.details.show"_s);
        QTest::keyClicks(tests::find<DigitField>(tests::waitForDialog(u"step_up"_s), u"step_up.code"_s),
                         QString::fromLatin1(tests::FakeMfa::rightCode));
        QTRY_COMPARE(open.value(2), u"Patient of Discharge summary 2231"_s);
        QCOMPARE(records.unmasked.load(), 1);
        QCOMPARE(open.part<QPushButton>(u"records.details.show"_s)->text(), u"Hide"_s);
        tests::clickButton(open.panel, u"records.details.copy.2"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"Patient of Discharge summary 2231"_s);
        QVERIFY(QGuiApplication::clipboard()->mimeData()->hasFormat(u"x-kde-passwordManagerHint"_s));
        tests::clickButton(open.panel, u"records.details.show"_s);
        QCOMPARE(open.value(2), QString(10, QChar(u'•')));
    }

    void sensitive_isMaskedByTime()
    {
        tests::OpenRecords open;
        SensitivePart* part = open.openRecord("Discharge summary 2231")->sensitive();
        part->setSecond(std::chrono::milliseconds(1));
        tests::clickButton(open.panel, u"records.details.show"_s);
        QTRY_VERIFY(part->isShown());
        QTRY_VERIFY(!part->isShown());
        QCOMPARE(open.value(0), QString(10, QChar(u'•')));
    }

    void asvs_14_3_1_sensitive_isMaskedByAnotherRecord_closingAndLocking()
    {
        tests::OpenRecords open;
        SensitivePart* part = open.openRecord("Discharge summary 2231")->sensitive();
        const auto show = [&] {
            tests::clickButton(open.panel, u"records.details.show"_s);
            QTRY_VERIFY(part->isShown());
        };
        show();
        open.openRecord("CT angiogram 4471");
        QVERIFY(!part->isShown());
        show();
        tests::clickButton(open.panel, u"records.details.close"_s);
        QTRY_VERIFY(!part->isShown());
        open.openRecord("Pacemaker check 0518");
        show();
        open.stage.console->lock();
        QVERIFY(!part->isShown());
        QCOMPARE(open.value(0), QString(10, QChar(u'•')));
    }

    void sensitive_thatComesLate_isNotShown()
    {
        tests::OpenRecords open;
        SensitivePart* part = open.openRecord("Discharge summary 2231")->sensitive();
        open.stage.house.gate.close();
        tests::clickButton(open.panel, u"records.details.show"_s);
        part->mask();
        open.stage.house.gate.open();
        QTRY_COMPARE(open.stage.console->waiting(), std::size_t(0));
        QCOMPARE(open.stage.house.records.unmasked.load(), 1);
        QVERIFY(!part->isShown());
    }

    void sensitive_withoutThePermission_cannotBeAskedFor()
    {
        tests::OpenRecords open(240, [](tests::OpenRecords& now) {
            access::Actor actor = now.stage.house.administrator();
            access::PermissionSet held;
            held.add(access::Permission::RecordsRead);
            actor.permissions = held;
            now.actor = actor;
        });
        open.openRecord("Discharge summary 2231");
        QVERIFY(!open.part(u"records.details.show"_s)->isEnabled());
        QVERIFY(!open.part(u"records.add"_s)->isEnabled());
        QVERIFY(!open.part(u"records.encryption"_s)->isVisible());
        QVERIFY(!open.part(u"records.details.all_events"_s)->isVisible());
    }

    void sensitive_thatDoesNotOpen_isTold()
    {
        tests::OpenRecords open;
        open.openRecord("Discharge summary 2231");
        Error damaged = makeError(ErrorCode::CryptoFailure, "moved");
        damaged.word = "record_damaged";
        open.stage.house.records.unmaskFailures.failNext(damaged);
        tests::clickButton(open.panel, u"records.details.show"_s);
        QTRY_VERIFY(open.panel->findChild<Toast*>()->text().contains(u"was changed or moved"));
        QVERIFY(!open.pane()->sensitive()->isShown());
    }

    void add_createsWhatWasTyped_forAnotherOwner()
    {
        tests::OpenRecords open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 240);
        QTest::keyClick(open.panel, Qt::Key_N, Qt::ControlModifier);
        QWidget* form = tests::waitForDialog(u"record"_s);
        QVERIFY(!tests::find(form, u"record.save"_s)->isEnabled());
        tests::find<QLineEdit>(form, u"record.title"_s)->setText(u"  Echo report 9001 "_s);
        tests::find<QLineEdit>(form, u"record.department"_s)->setText(u"Cardiology"_s);
        tests::find<QComboBox>(form, u"record.classification"_s)->setCurrentIndex(3);
        tests::find<QPlainTextEdit>(form, u"record.text"_s)->setPlainText(u"Two\nlines"_s);
        auto* owner = tests::find<PersonField>(form, u"record.owner"_s);
        owner->setFocus();
        owner->selectAll();
        QTest::keyClicks(owner, u"Elif Y"_s);
        QVERIFY(!owner->person());
        QTRY_COMPARE(owner->completer()->completionModel()->rowCount(), 1);
        owner->setText(u"Elif Yıldız"_s);
        QVERIFY(owner->person());
        tests::clickButton(form, u"record.add_member"_s);
        QVERIFY(!tests::find(form, u"record.save"_s)->isEnabled());
        tests::find<QLineEdit>(form, u"record.member.0.name"_s)->setText(u"Patient"_s);
        tests::find<QLineEdit>(form, u"record.member.0.value"_s)->setText(u"A. Person"_s);
        tests::clickButton(form, u"record.save"_s);
        QTRY_COMPARE(open.panel->model()->rowCount(), 241);
        const records::Record made = open.stage.house.records.of("Echo report 9001");
        QCOMPARE(made.owner, std::string("Elif Yıldız"));
        QCOMPARE(made.department.value_or(""), std::string("Cardiology"));
        QCOMPARE(made.classification, Classification::Restricted);
        QCOMPARE(made.body, std::string("Two\nlines"));
        QCOMPARE(open.stage.house.records.valueOf("Echo report 9001", "Patient"), std::string("A. Person"));
        QTRY_COMPARE(open.pane()->record().title, made.title); // it is shown, and the highlighted one
        QTRY_COMPARE(open.panel->table()->selectedRows().size(), 1);
        QCOMPARE(open.cell(open.panel->table()->selectedRows().front(), RecordsModel::Title), u"Echo report 9001"_s);
    }

    void add_refusedFields_areMarked()
    {
        tests::OpenRecords open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 240);
        tests::clickButton(open.panel, u"records.add"_s);
        QWidget* form = tests::waitForDialog(u"record"_s);
        tests::find<QLineEdit>(form, u"record.title"_s)->setText(u"x"_s);
        Error error = makeError(ErrorCode::ValidationFailed, "no");
        error.fields = {{"title", "At most 200 characters.", "maxLength"}, {"sensitive.Patient", "Control.", "printable"}};
        open.stage.house.records.changeFailures.failNext(error);
        tests::clickButton(form, u"record.save"_s);
        QTRY_VERIFY(tests::find<QLabel>(form, u"record.title.message"_s)->isVisible());
        QVERIFY(tests::find<QLabel>(form, u"record.members.message"_s)->text().startsWith(u"Patient: "));
        QVERIFY(!tests::find(form, u"record.failure"_s)->isVisible());
        form->close();
    }

    void edit_sendsOnlyWhatChanged_andKeepsMaskedValues()
    {
        tests::OpenRecords open;
        open.openRecord("Discharge summary 2231");
        open.panel->table()->setFocus();
        QTest::keyClick(open.panel->table(), Qt::Key_F2);
        QWidget* form = tests::waitForDialog(u"record"_s);
        auto* value = tests::find<QLineEdit>(form, u"record.member.1.value"_s);
        QVERIFY(value->text().isEmpty()); // nothing that is stored is in the form
        tests::find<QLineEdit>(form, u"record.title"_s)->setText(u"Discharge summary 2232"_s);
        value->setText(u"I21.4"_s);
        tests::clickButton(form, u"record.member.0.remove"_s);
        tests::clickButton(form, u"record.save"_s);
        auto& records = open.stage.house.records;
        QTRY_VERIFY(!records.of("Discharge summary 2232").title.empty());
        QCOMPARE(records.of("Discharge summary 2232").sensitive, (std::vector<std::string>{"Diagnosis", "Patient"}));
        QCOMPARE(records.valueOf("Discharge summary 2232", "Diagnosis"), std::string("I21.4"));
        QCOMPARE(records.unmasked.load(), 0);
        QTRY_COMPARE(open.pane()->record().title, std::string("Discharge summary 2232"));
    }

    void edit_callsAValueOtherwise_withACode()
    {
        tests::OpenRecords open;
        open.openRecord("Discharge summary 2231");
        auto& records = open.stage.house.records;
        const std::string value = records.valueOf("Discharge summary 2231", "Patient");
        tests::clickButton(open.panel, u"records.details.more"_s);
        auto* menu = open.panel->findChild<QMenu*>(u"records.more_menu"_s);
        QVERIFY(menu);
        menu->actions().front()->trigger();
        menu->close();
        QWidget* form = tests::waitForDialog(u"record"_s);
        tests::find<QLineEdit>(form, u"record.member.2.name"_s)->setText(u"Name"_s);
        records.unmaskFailures.failNext(makeError(ErrorCode::StepUpRequired, "show a code"));
        tests::clickButton(form, u"record.save"_s);
        QTest::keyClicks(tests::find<DigitField>(tests::waitForDialog(u"step_up"_s), u"step_up.code"_s),
                         QString::fromLatin1(tests::FakeMfa::rightCode));
        QTRY_COMPARE(records.of("Discharge summary 2231").sensitive,
                     (std::vector<std::string>{"Date of birth", "Diagnosis", "Name"}));
        QCOMPARE(records.valueOf("Discharge summary 2231", "Name"), value);
    }

    void edit_thatSomebodyWasFasterWith_isToldAndGoesOn()
    {
        tests::OpenRecords open;
        open.openRecord("Discharge summary 2231");
        open.panel->table()->setFocus();
        QTest::keyClick(open.panel->table(), Qt::Key_F2);
        QWidget* form = tests::waitForDialog(u"record"_s);
        tests::find<QLineEdit>(form, u"record.title"_s)->setText(u"Mine"_s);
        auto& records = open.stage.house.records;
        records.changeElsewhere("Discharge summary 2231", [](records::Record& record) { record.department = "Radiology"; });
        tests::clickButton(form, u"record.save"_s);
        QTRY_VERIFY(tests::find(form, u"record.failure"_s)->isVisible());
        QVERIFY(records.of("Mine").title.empty());
        tests::clickButton(form, u"record.take_over"_s);
        QTRY_COMPARE(tests::find<QLineEdit>(form, u"record.department"_s)->text(), u"Radiology"_s);
        QCOMPARE(tests::find<QLineEdit>(form, u"record.title"_s)->text(), u"Mine"_s);
        tests::clickButton(form, u"record.save"_s);
        QTRY_COMPARE(records.of("Mine").department.value_or(""), std::string("Radiology"));
    }

    void remove_asksFirst_andClosesThePane()
    {
        tests::OpenRecords open;
        open.openRecord("Discharge summary 2231");
        open.panel->table()->setFocus();
        QTest::keyClick(open.panel->table(), Qt::Key_Delete);
        tests::clickButton(tests::waitForDialog(u"delete_record"_s), u"delete_record.cancel"_s);
        QVERIFY(!open.stage.house.records.of("Discharge summary 2231").title.empty());
        QTest::keyClick(open.panel->table(), Qt::Key_Delete);
        tests::clickButton(tests::waitForDialog(u"delete_record"_s), u"delete_record.confirm"_s);
        QTRY_COMPARE(open.panel->model()->rowCount(), 239);
        QTRY_VERIFY(!open.pane()->isVisible());
        QVERIFY(open.stage.house.records.of("Discharge summary 2231").title.empty());
    }

    void several_areDeletedTogether()
    {
        tests::OpenRecords open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 240);
        open.panel->table()->setFocus();
        open.panel->table()->selectRow(0);
        QTest::keyClick(open.panel->table(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(open.panel->table(), Qt::Key_Down, Qt::ShiftModifier);
        tests::clickButton(open.panel, u"records.several.remove"_s);
        tests::clickButton(tests::waitForDialog(u"delete_record"_s), u"delete_record.confirm"_s);
        QTRY_COMPARE(open.panel->model()->rowCount(), 237);
        QVERIFY(open.stage.house.records.of("CT angiogram 4471").title.empty());
    }

    void export_writesTheFile_withoutSensitiveValues()
    {
        tests::OpenRecords open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 240);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"records.csv"_s);
        open.panel->exporter()->exportTo(path, open.panel->model()->query(), 240);
        QVERIFY(open.part(u"records.export_progress"_s)->isVisible());
        QTRY_VERIFY(!open.panel->exporter()->isRunning());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.startsWith("title,department,classification,owner,body,"));
        QCOMPARE(text.count("\r\n"), 241);
        QVERIFY(text.contains("Discharge summary 2231,Cardiology,restricted,Dae-jung Park,"));
        QVERIFY(!text.contains("Patient of "));
        QCOMPARE(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());
        QCOMPARE(open.panel->findChild<Toast*>()->text(), u"240 records are in records.csv"_s);
    }

    void export_thatIsStopped_leavesNothing()
    {
        tests::OpenRecords open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 240);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"records.csv"_s);
        open.stage.house.gate.close();
        open.panel->exporter()->exportTo(path, open.panel->model()->query(), 240);
        tests::clickButton(open.panel, u"records.export_progress.cancel"_s);
        open.stage.house.gate.open();
        QTRY_VERIFY(!open.panel->exporter()->isRunning());
        QVERIFY(!QFile::exists(path));
        QCOMPARE(open.panel->findChild<Toast*>()->text(), u"Stopped: records.csv was not written"_s);
    }

    void encryption_tellsTheKey_andRotates()
    {
        tests::OpenRecords open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 240);
        tests::clickButton(open.panel, u"records.encryption"_s);
        QWidget* form = tests::waitForDialog(u"encryption"_s);
        QTRY_COMPARE(tests::find<ElideLabel>(form, u"key"_s)->text(), u"No. 3, since 12 days ago"_s);
        QCOMPARE(tests::find<ElideLabel>(form, u"waiting"_s)->text(), u"None"_s);
        QVERIFY(!tests::find(form, u"encryption.seal"_s)->isVisible());
        tests::clickButton(form, u"encryption.rotate"_s);
        QTRY_VERIFY(tests::find<ElideLabel>(form, u"key"_s)->text().startsWith(u"No. 4"));
        QTRY_COMPARE(open.stage.console->waiting(), std::size_t(0));
        QTRY_COMPARE(tests::find<ElideLabel>(form, u"waiting"_s)->text(), u"None"_s); // sealed anew
        form->close();
    }
};

} // namespace

SALLYPORT_GUI_TEST(TestRecordsPanel)

} // namespace tst_records_panel
#include "tst_records_panel.moc"
