// API keys, service accounts, signature lab, leak scan.

#include "tests/ui/pictures/scenes.h"
#include "tests/ui/support/open_console.h"
#include "tests/ui/support/scene_keys.h"
#include "tests/ui/support/scene_lab.h"
#include "tests/ui/support/scene_leaks.h"
#include "ui/drill/drill_model.h"
#include "ui/drill/drill_panel.h"
#include "ui/keys/accounts_model.h"
#include "ui/keys/keys_model.h"
#include "ui/keys/keys_panel.h"
#include "ui/keys/new_key_banner.h"
#include "ui/keys/service_accounts_panel.h"
#include "ui/leaks/leak_scan_panel.h"
#include "ui/leaks/leaks_model.h"
#include "ui/signing/lab_result.h"
#include "ui/signing/signature_lab_panel.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/filter_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

namespace sallyport::tests {

using namespace ui;

namespace {

void openPrograms(OpenConsole& house)
{
    if (!house.open())
        throw Missing("the console did not open");
}

/// Makes a key as an operator does, and leaves it waiting to be stored.
void makeKey(KeysPanel& panel, Camera& camera, const QString& name)
{
    need<QPushButton>(panel, "keys.create").click();
    QWidget& dialog = needDialog("key");
    waitFor("the scopes of a key",
            [&] { return dialog.findChild<QCheckBox*>(QStringLiteral("key.scopes.records:read")) != nullptr; });
    QTest::keyClicks(&need<QLineEdit>(dialog, "key.name"), name);
    auto& owner = need<QComboBox>(dialog, "key.owner");
    waitFor("the owner of a key", [&] { return owner.findText(QStringLiteral("Build runner")) > 0; });
    owner.setCurrentIndex(owner.findText(QStringLiteral("Build runner")));
    waitFor("the owner's scopes", [&] { return !dialog.findChild<QCheckBox*>(QStringLiteral("key.scopes.users:delete")); });
    for (const char* scope : {"key.scopes.records:read", "key.scopes.records:create"})
        need<QCheckBox>(dialog, scope).setChecked(true);
    QTest::keyClicks(&need<QLineEdit>(dialog, "key.requests"), QStringLiteral("600"));
    camera.takeDialog(dialog, QStringLiteral("keys-create"));
    auto& save = need<QPushButton>(dialog, "key.save");
    waitFor("a key that can be saved", [&] { return save.isEnabled(); });
    save.click();
    waitFor("the new key", [&] { return panel.findChild<NewKeyBanner*>() && panel.table()->selectedRows().size() == 1; });
}

/// A dialog that the pane's button opens.
void takeFromPane(KeysPanel& panel, Camera& camera, const char* button, const char* dialog, const char* name)
{
    need<QPushButton>(panel, button).click();
    QWidget& opened = needDialog(dialog);
    camera.takeDialog(opened, QLatin1StringView(name));
    opened.close();
    QTest::qWait(20);
}

} // namespace

void pictureKeys(Camera& camera)
{
    OpenConsole house(40, 200);
    auto& keys = house.house.apiKeys;
    sceneKeys(house.house);
    openPrograms(house);
    KeysPanel panel(house.console, KeysPanel::desktopChooser());
    panel.resize(Camera::small);
    panel.show();
    waitFor("keys", [&] { return panel.model()->rowAt(0) != nullptr; });
    makeKey(panel, camera, QStringLiteral("CI deploy, staging"));
    camera.take(panel, QStringLiteral("keys-new"));
    need<QPushButton>(panel, "keys.new.stored").click();
    waitFor("the stored key", [&] { return !panel.findChild<NewKeyBanner*>(); });
    camera.take(panel, QStringLiteral("keys-full"));
    for (const auto& [name, row] :
         {std::pair{"keys-rotating", "Lab gateway"}, std::pair{"keys-over-scoped", "Research extract"}}) {
        const auto at = panel.model()->findRow(keys.idOf(row));
        if (!at)
            throw Missing(std::string("there is no key ") + row);
        panel.table()->selectRow(*at);
        QTest::keyClick(panel.table(), Qt::Key_Return);
        QTest::qWait(100);
        camera.take(panel, QLatin1StringView(name));
    }
    takeFromPane(panel, camera, "keys.details.rotate", "rotate_key", "keys-rotate");
    takeFromPane(panel, camera, "keys.details.revoke", "revoke_key", "keys-revoke");
    QTest::keyClick(panel.table(), Qt::Key_Escape);
    need<FilterField>(panel, "keys.filter").setText(QStringLiteral("zzzz"));
    waitFor("the list without a match", [&] { return panel.model()->hasAnswer() && panel.model()->rowCount() == 0; });
    camera.take(panel, QStringLiteral("keys-nothing"));
    keys.failures.failAlways(makeError(ErrorCode::DatabaseDamaged, "page 7"));
    KeysPanel failed(house.console, KeysPanel::desktopChooser());
    camera.take(failed, QStringLiteral("keys-error"));

    OpenConsole quiet(1, 0);
    quiet.house.apiKeys.keys.clear();
    openPrograms(quiet);
    KeysPanel empty(quiet.console, KeysPanel::desktopChooser());
    empty.show();
    waitFor("the empty list of keys", [&] { return empty.model()->hasAnswer(); });
    camera.take(empty, QStringLiteral("keys-empty"));
}

void pictureAccounts(Camera& camera)
{
    OpenConsole house(40, 200);
    sceneKeys(house.house);
    openPrograms(house);
    ServiceAccountsPanel panel(house.console);
    panel.resize(Camera::small);
    panel.show();
    waitFor("service accounts", [&] { return panel.model()->rowAt(0) != nullptr; });
    camera.take(panel, QStringLiteral("accounts-full"));
    panel.table()->selectRow(1);
    QTest::keyClick(panel.table(), Qt::Key_Return);
    QTest::qWait(100);
    camera.take(panel, QStringLiteral("accounts-pane"));
    need<QPushButton>(panel, "accounts.details.edit").click();
    QWidget& dialog = needDialog("account");
    QTest::qWait(200);
    camera.takeDialog(dialog, QStringLiteral("accounts-edit"));
    dialog.close();
    house.house.serviceAccounts.failures.failAlways(makeError(ErrorCode::DatabaseDamaged, "page 7"));
    ServiceAccountsPanel failed(house.console);
    camera.take(failed, QStringLiteral("accounts-error"));

    OpenConsole quiet(1, 0);
    quiet.house.serviceAccounts.accounts.clear();
    openPrograms(quiet);
    ServiceAccountsPanel empty(quiet.console);
    empty.show();
    waitFor("the empty list of accounts", [&] { return empty.model()->hasAnswer(); });
    camera.take(empty, QStringLiteral("accounts-empty"));
}

void pictureSignatureLab(Camera& camera)
{
    OpenConsole house(10, 10);
    openPrograms(house);
    SignatureLabPanel panel(house.console);
    panel.resize(Camera::small);
    panel.show();
    panel.activate({});
    camera.take(panel, QStringLiteral("signing-empty"));
    house.house.signatureLab.report = sceneLabReport();
    panel.activate(sceneLabRequest());
    panel.explain();
    waitFor("the lab's answer", [&] { return panel.result()->isVisible(); });
    camera.take(panel, QStringLiteral("signing-full"));
    house.house.signatureLab.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
    panel.explain();
    waitFor("the lab's error", [&] { return !panel.result()->isVisible(); });
    camera.take(panel, QStringLiteral("signing-error"));
}

void pictureLeaks(Camera& camera)
{
    OpenConsole house(40, 10);
    openPrograms(house);
    LeakScanPanel panel(house.console, [](QWidget*, const std::function<void(const QString&)>&) {});
    panel.resize(Camera::small);
    panel.show();
    camera.take(panel, QStringLiteral("leaks-empty"));
    panel.addFolder(QStringLiteral("/home/ingrid/work"));
    panel.addFolder(QStringLiteral("/var/log/portal"));
    auto& scan = house.house.leakScan;
    auto& start = need<QPushButton>(panel, "leaks.search");
    scan.busy = true;
    start.click();
    waitFor("the running search", [&] { return need(panel, "leaks.progress.cancel").isVisible(); });
    camera.take(panel, QStringLiteral("leaks-running"));
    scan.busy = false;
    waitFor("the end of the search", [&] { return start.isEnabled(); });
    scan.report.files = 1204;
    start.click();
    waitFor("the search without a finding", [&] { return start.isEnabled() && need(panel, "leaks.list.empty").isVisible(); });
    camera.take(panel, QStringLiteral("leaks-none"));
    sceneLeaks(house.house);
    start.click();
    waitFor("findings", [&] { return panel.model()->rowCount() == 4; });
    camera.take(panel, QStringLiteral("leaks-full"));
    need<QPushButton>(panel, "leaks.show_gaps").click();
    QWidget& gaps = needDialog("leaks.gaps");
    camera.takeDialog(gaps, QStringLiteral("leaks-gaps"));
    gaps.close();
    scan.failures.failAlways(makeError(ErrorCode::Unavailable, "no room"));
    start.click();
    waitFor("the search's error", [&] { return need(panel, "leaks.list.error").isVisible(); });
    camera.take(panel, QStringLiteral("leaks-error"));
}

void pictureDrill(Camera& camera)
{
    OpenConsole house(40, 10);
    openPrograms(house);
    DrillPanel panel(house.console);
    panel.resize(Camera::small);
    panel.show();
    waitFor("no drill", [&] { return need(panel, "drill.list.empty").isVisible(); });
    camera.take(panel, QStringLiteral("drill-empty"));
    auto& run = need<QPushButton>(panel, "drill.run");
    house.house.drills.busy = true;
    run.click();
    waitFor("the running drill", [&] { return need(panel, "drill.progress.cancel").isVisible(); });
    camera.take(panel, QStringLiteral("drill-running"));
    house.house.drills.busy = false;
    waitFor("its end", [&] { return panel.model()->rowCount() == 6; });
    camera.take(panel, QStringLiteral("drill-full"));
    house.house.drills.failures.failAlways(makeError(ErrorCode::Unavailable, "no room"));
    run.click();
    waitFor("the drill's error", [&] { return need(panel, "drill.list.error").isVisible(); });
    camera.take(panel, QStringLiteral("drill-error"));
}

} // namespace sallyport::tests
