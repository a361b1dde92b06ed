#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "tests/ui/walk/served_vault.h"
#include "ui/headers/headers_model.h"
#include "ui/headers/headers_panel.h"
#include "ui/settings/settings_form.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/toast.h"

#include <QPushButton>

namespace tst_headers_walk {

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

/// The self-check against the real server: what it says is what a client got over the wire.
class TestHeadersWalk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void settings_areSeenOnTheWire()
    {
        tests::theme();
        tests::ServedVault vault;
        QVERIFY(vault.open());
        QWidget window;
        window.resize(1072, 800);
        ui::HeadersPanel panel(vault.console, &window);
        panel.resize(window.size());
        window.show();
        auto* start = tests::find<QPushButton>(&panel, u"headers.start"_s);
        QTRY_VERIFY(start->isVisible() && start->isEnabled());
        start->click();
        // As the product comes: everything is good, and no other page may read.
        QTRY_COMPARE_WITH_TIMEOUT(panel.model()->rowCount(), 13, 20'000);
        QCOMPARE(panel.model()->count(ui::HeaderFinding::Grade::Good), 13);
        auto* banner = tests::find<ui::Banner>(&panel, u"headers.banner"_s);
        QCOMPARE(banner->title(), u"Browsers are told what is set"_s);

        const auto save = [&](const std::string& key, const QString& value) {
            panel.form()->type(key, value);
            tests::find<QPushButton>(&panel, u"headers.save"_s)->click();
        };
        save("cors.origins", u"https://app.example.com, http://localhost:3000"_s);
        QTRY_COMPARE_WITH_TIMEOUT(panel.model()->rowCount(), 15, 20'000);
        QCOMPARE(panel.model()->count(ui::HeaderFinding::Grade::Good), 15);
        save("headers.hsts_max_age", u"86400"_s);
        QTRY_COMPARE_WITH_TIMEOUT(panel.model()->count(ui::HeaderFinding::Grade::Weak), 1, 20'000);
        QCOMPARE(panel.model()->findings().front().seen, u"max-age=86400; includeSubDomains"_s);
        QCOMPARE(panel.model()->findings().front().expected, panel.model()->findings().front().seen);
        auto* toast = panel.findChild<ui::Toast*>();
        if (!qEnvironmentVariableIsEmpty("SALLYPORT_PICTURES")) {
            toast->hide();
            tests::picture(&window, u"guide-headers-light"_s); // of docs/guide
        }
        Q_EMIT toast->actionRequested(); // undo
        QTRY_COMPARE_WITH_TIMEOUT(panel.model()->count(ui::HeaderFinding::Grade::Good), 15, 20'000);
        QVERIFY(vault.lock());
    }
};

} // namespace

SALLYPORT_GUI_TEST(TestHeadersWalk)

} // namespace tst_headers_walk
#include "tst_headers_walk.moc"
