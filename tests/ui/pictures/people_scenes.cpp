// Users, MFA coverage, password policy, sessions, identity providers.

#include "tests/ui/pictures/scenes.h"
#include "tests/ui/support/open_console.h"
#include "tests/ui/support/scene_events.h"
#include "ui/coverage/coverage_model.h"
#include "ui/coverage/coverage_panel.h"
#include "ui/mfa/mfa_dialog.h"
#include "ui/notices/notices_dialog.h"
#include "ui/parts/once_dialog.h"
#include "ui/policy/measure_box.h"
#include "ui/policy/policy_panel.h"
#include "ui/policy/try_password.h"
#include "ui/providers/login_test_dialog.h"
#include "ui/providers/providers_model.h"
#include "ui/providers/providers_panel.h"
#include "ui/sessions/sessions_model.h"
#include "ui/sessions/sessions_panel.h"
#include "ui/tables/data_table.h"
#include "ui/users/import_dialog.h"
#include "ui/users/users_model.h"
#include "ui/users/users_panel.h"
#include "ui/widgets/details_pane.h"
#include "ui/widgets/filter_bar.h"

#include <QDialog>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>

namespace sallyport::tests {

using namespace ui;

namespace {

void openHouse(OpenConsole& house)
{
    if (!house.open())
        throw Missing("the console did not open");
}

void click(QWidget& root, const char* button)
{
    need<QPushButton>(root, button).click();
}

/// What the button opens is taken and closed again.
void takeOpened(Camera& camera, QWidget& root, const char* button, const char* dialog, const char* name)
{
    click(root, button);
    QWidget& opened = needDialog(dialog);
    QTest::qWait(200);
    camera.takeDialog(opened, QLatin1StringView(name));
    opened.close();
    QTest::qWait(20);
}

void takeUserDialogs(Camera& camera, OpenConsole& house, UsersPanel& panel)
{
    takeOpened(camera, panel, "users.add", "add_user", "users-add");
    click(panel, "users.add");
    QWidget& add = needDialog("add_user");
    need<QRadioButton>(add, "add_user.set_password").setChecked(true);
    QTest::keyClicks(&need<QLineEdit>(add, "add_user.email"), QStringLiteral("no address"));
    QTest::keyClicks(&need<QLineEdit>(add, "add_user.password"), QStringLiteral("harbour2026"));
    QTest::qWait(400);
    camera.takeDialog(add, QStringLiteral("users-add-password"));
    add.close();
    takeOpened(camera, panel, "users.details.edit", "edit_user", "users-edit");
    takeOpened(camera, panel, "users.details.change_roles", "roles", "users-roles");

    MfaDialog mfa(house.console, house.house.users.idOf("Jonas Weber"), QStringLiteral("Jonas Weber"),
                  QStringLiteral("jonas.weber@northgate.example"), &panel);
    mfa.open();
    waitFor("the QR code", [&] { return mfa.flow().step() == EnrolmentFlow::Step::Scan; });
    QTest::keyClicks(&need(mfa, "mfa.code"), QStringLiteral("417"));
    camera.takeDialog(mfa, QStringLiteral("users-mfa"));
    QTest::keyClicks(&need(mfa, "mfa.code"), QStringLiteral("111"));
    QTest::qWait(200);
    camera.takeDialog(mfa, QStringLiteral("users-mfa-wrong"));
    mfa.close();

    identity::OneTimeLink link;
    link.token = SecretBytes::fromText("inv_Qm4T9sW2xLk7RzV1bNc8JyH5dGf0PtEa");
    link.expiresAt = house.house.clock.now() + std::chrono::hours(72);
    OnceDialog once(OnceDialog::Kind::Invitation, QStringLiteral("Petra Lindgren"), std::move(link),
                    {QStringLiteral("Northgate Clinic"), QStringLiteral("https://127.0.0.1:8443"), {}}, &panel);
    once.open();
    camera.takeDialog(once, QStringLiteral("users-invitation"));
}

void takeImport(Camera& camera, OpenConsole& house, UsersPanel& panel)
{
    using identity::ImportRow;
    auto& transfer = house.house.userTransfer;
    transfer.report = {.rows = 214, .added = 211, .exists = 1, .twice = 1, .wrong = 1};
    transfer.rows.resize(3);
    transfer.rows[0].line = 7;
    transfer.rows[0].outcome = ImportRow::Outcome::Wrong;
    transfer.rows[0].fields.push_back({"email", "Must be an e-mail address.", "format"});
    transfer.rows[1].line = 8;
    transfer.rows[1].outcome = ImportRow::Outcome::Exists;
    transfer.rows[2].line = 9;
    transfer.rows[2].outcome = ImportRow::Outcome::Twice;
    QFile file(camera.pathOf(QStringLiteral("staff.csv")));
    if (!file.open(QIODevice::WriteOnly) || file.write("name,email\nGrace,grace@example.test\n") < 0)
        throw Missing("cannot write the CSV file");
    file.close();
    ImportDialog dialog(house.console, file.fileName(), &panel);
    dialog.open();
    waitFor("the dry run", [&] { return need<QPushButton>(dialog, "import_users.import").isEnabled(); });
    camera.takeDialog(dialog, QStringLiteral("users-import"));
    click(dialog, "import_users.import");
    waitFor("the import", [&] { return transfer.runs.load() > 0; });
    camera.takeDialog(dialog, QStringLiteral("users-imported"));
    dialog.close();
    auto error = makeError(ErrorCode::InvalidArgument, "The first line must name the columns.");
    error.word = "wrong_columns";
    transfer.failures.failNext(error);
    ImportDialog wrong(house.console, file.fileName(), &panel);
    wrong.open();
    waitFor("the import's error", [&] { return need(wrong, "import_users.failure").isVisible(); });
    camera.takeDialog(wrong, QStringLiteral("users-import-wrong"));
}

void takeNotices(Camera& camera, OpenConsole& house, QWidget& panel)
{
    auto& notices = house.house.notices;
    notices.add("notice.new_device", "198.51.100.23", "Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/131.0");
    notices.add("mfa.reset", "203.0.113.7", {}, "Ingrid Solheim");
    auto* dialog = new NoticesDialog(house.console, &panel);
    dialog->open();
    QTest::qWait(200);
    camera.takeDialog(*dialog, QStringLiteral("notices"));
    delete dialog;
}

} // namespace

void pictureUsers(Camera& camera)
{
    OpenConsole house(1284, 0);
    house.house.events.emitEvents(sceneEvents(house.house.clock.now()));
    openHouse(house);
    UsersPanel panel(house.console);
    panel.resize(Camera::small);
    panel.show();
    waitFor("users", [&] { return panel.model()->rowAt(0) != nullptr; });
    camera.take(panel, QStringLiteral("users-full"));
    panel.table()->selectRow(2);
    panel.table()->selectionModel()->select(panel.model()->index(3, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    camera.take(panel, QStringLiteral("users-many"));
    panel.table()->clearSelection();
    panel.activate(QString::fromStdString(house.house.users.idOf("Elif Yıldız").text()));
    waitFor("the user's pane", [&] { return need(panel, "users.details").isVisible(); });
    QTest::qWait(200);
    camera.take(panel, QStringLiteral("users-pane"));
    auto& tabs = need<PaneTabs>(panel, "users.details.tabs");
    for (const auto& [tab, name] :
         {std::pair{1, "users-pane-sessions"}, std::pair{2, "users-pane-keys"}, std::pair{3, "users-pane-events"}}) {
        tabs.setCurrentIndex(tab);
        camera.take(panel, QLatin1StringView(name));
    }
    tabs.setCurrentIndex(0);
    takeUserDialogs(camera, house, panel);
    takeImport(camera, house, panel);
    takeNotices(camera, house, panel);
    QTest::keyClick(panel.table(), Qt::Key_Escape);
    need<FilterField>(panel, "users.filter").setText(QStringLiteral("zzzz"));
    waitFor("the empty list of users", [&] { return need(panel, "users.list.empty").isVisible(); });
    camera.take(panel, QStringLiteral("users-empty"));
    house.house.users.failures.failAlways(makeError(ErrorCode::DatabaseDamaged, "page 7"));
    UsersPanel failed(house.console);
    camera.take(failed, QStringLiteral("users-error"));
}

void pictureSessions(Camera& camera)
{
    OpenConsole house(40, 0);
    house.house.sessions.count = 12'000;
    openHouse(house);
    SessionsPanel panel(house.console);
    panel.resize(Camera::small);
    panel.show();
    waitFor("sessions", [&] { return panel.model()->rowCount() == 12'000; });
    panel.table()->selectRow(2);
    camera.take(panel, QStringLiteral("sessions-full"));
    takeOpened(camera, panel, "sessions.end_all", "end_all_sessions", "sessions-end-all");
    house.house.sessions.count = 0;
    panel.refresh();
    waitFor("the empty list of sessions", [&] { return panel.model()->rowCount() == 0; });
    camera.take(panel, QStringLiteral("sessions-empty"));
    house.house.sessions.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
    SessionsPanel failed(house.console);
    camera.take(failed, QStringLiteral("sessions-error"));
}

void pictureCoverage(Camera& camera)
{
    OpenConsole house(1284, 0);
    openHouse(house);
    CoveragePanel panel(house.console);
    panel.resize(Camera::small);
    panel.show();
    waitFor("users without a factor", [&] { return panel.model()->rowAt(0) != nullptr; });
    camera.take(panel, QStringLiteral("coverage-full"));
    panel.table()->selectRow(1);
    QTest::keyClick(panel.table(), Qt::Key_Return);
    QTest::qWait(300);
    camera.take(panel, QStringLiteral("coverage-pane"));
    QTest::keyClick(panel.table(), Qt::Key_Escape);
    need<FilterField>(panel, "coverage.filter").setText(QStringLiteral("zzzz"));
    waitFor("the empty list", [&] { return need(panel, "coverage.list.empty").isVisible(); });
    camera.take(panel, QStringLiteral("coverage-empty"));
    house.house.users.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
    house.house.mfa.coverageFailures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
    CoveragePanel failed(house.console);
    camera.take(failed, QStringLiteral("coverage-error"));
}

void picturePolicy(Camera& camera)
{
    OpenConsole house(10, 10);
    openHouse(house);
    PolicyPanel panel(house.console);
    panel.resize(Camera::small);
    panel.show();
    camera.take(panel, QStringLiteral("policy-full"));
    auto& typed = need<QLineEdit>(panel, "policy.try");
    auto& page = need<QScrollArea>(panel, "policy.page");
    QTest::keyClicks(&typed, QStringLiteral("harbour2026"));
    waitFor("the verdict on a password", [&] { return !panel.tryPassword()->verdict().isEmpty(); });
    page.ensureWidgetVisible(panel.tryPassword(), 0, 40);
    camera.take(panel, QStringLiteral("policy-try"));
    click(panel, "policy.try.generate");
    const QString before = panel.tryPassword()->verdict();
    waitFor("the generated password", [&] { return typed.text().size() == 24 && panel.tryPassword()->verdict() != before; });
    camera.take(panel, QStringLiteral("policy-generated"));
    panel.measureBox()->measure();
    waitFor("the measurement", [&] { return !panel.measureBox()->isRunning(); });
    QTest::qWait(100);
    click(panel, "policy.measure.use");
    page.ensureWidgetVisible(panel.measureBox(), 0, 40);
    camera.take(panel, QStringLiteral("policy-measure"));
    need<FilterField>(panel, "policy.filter").setText(QStringLiteral("zzzz"));
    QTest::qWait(300);
    camera.take(panel, QStringLiteral("policy-nothing"));
}

void pictureProviders(Camera& camera)
{
    const BrowserOpener nowhere = [](const QString&) {};
    OpenConsole house(40, 0);
    house.house.events.emitEvents(sceneEvents(house.house.clock.now()));
    openHouse(house);
    ProvidersPanel panel(house.console, nowhere);
    panel.resize(Camera::small);
    panel.show();
    waitFor("providers", [&] { return panel.model()->rowAt(0) != nullptr; });
    camera.take(panel, QStringLiteral("providers-full"));
    panel.table()->selectRow(0);
    QTest::keyClick(panel.table(), Qt::Key_Return);
    QTest::qWait(300);
    camera.take(panel, QStringLiteral("providers-pane"));
    takeOpened(camera, panel, "providers.add", "provider", "providers-add");
    takeOpened(camera, panel, "providers.details.link", "link", "providers-link");
    for (const char* name : {"providers-test", "providers-test-failed"}) {
        click(panel, "providers.details.test");
        auto* dialog = qobject_cast<LoginTestDialog*>(&needDialog("login_test"));
        auto& go = need<QPushButton>(*dialog, "login_test.open");
        waitFor("the way to the provider", [&] { return go.isEnabled(); });
        go.click();
        waitFor("the test's end", [&] { return dialog->test().over; });
        camera.takeDialog(*dialog, QLatin1StringView(name));
        dialog->close();
        QTest::qWait(20);
        house.house.identityProviders.failTests = true;
    }
    house.house.identityProviders.failures.failAlways(makeError(ErrorCode::DatabaseDamaged, "page 7"));
    ProvidersPanel failed(house.console, nowhere);
    camera.take(failed, QStringLiteral("providers-error"));
    OpenConsole quiet(1, 0);
    quiet.house.identityProviders.providers.clear();
    openHouse(quiet);
    ProvidersPanel empty(quiet.console, nowhere);
    empty.show();
    waitFor("the empty list of providers", [&] { return empty.model()->hasAnswer(); });
    camera.take(empty, QStringLiteral("providers-empty"));
}

} // namespace sallyport::tests
