#include "backend/base/time_format.h"
#include "backend/crypto/system_random.h"
#include "backend/drill/run_drill.h"
#include "backend/services/drill_outcome.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <set>

namespace tst_drill {

using namespace sallyport;

namespace {

/// The drill is run once against a vault with the product's own settings, and what it says is looked at from all sides. Real
/// time and real sockets: what it measures are waits of a server.
class TstDrill final : public QObject {
    Q_OBJECT

    struct House {
        House()
        {
            NewVault vault;
            vault.dataDirectory = std::filesystem::path(directory.path().toStdString()) / "vault";
            vault.passphrase = SecretBytes::fromText("a passphrase of the drill's test");
            vault.adminName = "Ada";
            vault.adminEmail = "ada@example.org";
            vault.adminPassword = SecretBytes::fromText("A-password-of-the-drill's-test-7");
            vault.serverPort = 0;
            vault.kdfCost = {64, 1, 1};
            auto created = createVault(std::move(vault), platform);
            if (created)
                backend = std::move(created->backend);
        }
        Services& services() { return backend->services(); }

        QTemporaryDir directory;
        ManualClock clock{*fromRfc3339("2026-11-24T09:00:00Z")};
        crypto::SystemRandom random;
        Platform platform{.clock = clock,
                          .random = random,
                          .reportProgram = {},
                          .passwordCost = storage::KdfCost{64, 1, 1},
                          .drill = drill::runDrill};
        std::unique_ptr<Backend> backend;
    };

    static const DrillCheck* find(const DrillReport& report, std::string_view id)
    {
        const auto found = std::ranges::find(report.checks, id, &DrillCheck::id);
        return found == report.checks.end() ? nullptr : &*found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_temporary.isValid());
        QVERIFY(qputenv("TMPDIR", m_temporary.path().toUtf8())); // its sandboxes alone, whatever else runs on this machine
        m_house = std::make_unique<House>();
        QVERIFY(m_house->backend != nullptr);
        auto report = m_house->services().drills.run(access::Actor::system("Drill test"),
                                                     [this](std::size_t done, std::size_t, std::string_view title) {
                                                         m_told.emplace(done, title);
                                                         return true;
                                                     });
        QVERIFY2(report, report ? "" : report.error().detail.c_str());
        m_report = std::move(*report);
    }

    void everyCheck_triedSomething_andHasItsPlace()
    {
        QVERIFY(m_report.checks.size() >= 25);
        QCOMPARE(m_told.size(), m_report.checks.size() + 1); // and the sandbox before them
        for (const DrillCheck& check : m_report.checks) {
            QVERIFY2(check.tried > 0 && check.caught <= check.tried, check.id.c_str());
            QVERIFY2(std::ranges::count(m_report.checks, check.id, &DrillCheck::id) == 1, check.id.c_str());
            QVERIFY2(check.setting.empty() || settings::findDefinition(check.setting) != nullptr, check.setting.c_str());
            QVERIFY2(check.missed() == 0 || !check.note.empty(), check.id.c_str());
        }
    }

    /// The guide's own tests and the rest, against the default settings.
    void defaultSettings_catchEveryAttack()
    {
        for (const DrillCheck& check : m_report.checks) {
            const std::string line =
                check.id + ": " + std::to_string(check.caught) + " of " + std::to_string(check.tried) + ", " + check.noteText();
            QVERIFY2(check.honest || check.missed() == 0, line.c_str());
        }
    }

    void defaultSettings_refuseNothingHonest()
    {
        for (const DrillCheck& check : m_report.checks)
            QVERIFY2(!check.honest || check.missed() == 0, (check.id + ": " + check.noteText()).c_str());
    }

    void report_isInTheJournal_andReadFromThere()
    {
        const auto reports = m_house->services().drills.list(access::Actor::system(), 5);
        QVERIFY(reports);
        QCOMPARE(reports->size(), std::size_t{1});
        const DrillReport& kept = reports->front();
        QVERIFY(!kept.id.empty());
        QCOMPARE(kept.by, m_report.by);
        QCOMPARE(kept.attacks(), m_report.attacks());
        QCOMPARE(kept.caught(), m_report.caught());
        QCOMPARE(kept.honest(), m_report.honest());
        QCOMPARE(kept.wronglyBlocked(), m_report.wronglyBlocked());
        QCOMPARE(kept.checks.size(), m_report.checks.size());
        for (std::size_t i = 0; i < kept.checks.size(); ++i) {
            QCOMPARE(kept.checks[i].title, m_report.checks[i].title);
            QCOMPARE(kept.checks[i].noteText(), m_report.checks[i].noteText());
        }
    }

    void own_journalAndUsers_knowNothingOfTheAttacks()
    {
        audit::EventQuery query;
        query.kinds = {"auth.login_failed"};
        QCOMPARE(m_house->services().events.count(access::Actor::system(), query).value(), 0);
        QCOMPARE(m_house->services().users.statistics(access::Actor::system()).value().total, 1);
    }

    void nothingIsLeft_ofTheSandbox()
    {
        QVERIFY(!m_temporary.path().isEmpty());
        for (const auto& entry : std::filesystem::directory_iterator(m_temporary.path().toStdString()))
            QVERIFY2(!entry.path().filename().string().starts_with("sallyport-drill-"), entry.path().c_str());
    }

    /// A limit that is too narrow for honest work is seen, and the row says which setting it is.
    void narrowSettings_show()
    {
        ServerShape narrow;
        narrow.group = "honest";
        narrow.settings = {{"rate_limits.api_write", "2/3600"}};
        const auto report =
            drill::runDrill(narrow, m_house->platform, [](std::size_t, std::size_t, std::string_view) { return true; });
        QVERIFY(report);
        const DrillCheck* const work = find(*report, "work");
        QVERIFY(work != nullptr);
        QVERIFY(work->missed() > 0);
        QCOMPARE(work->setting, std::string("rate_limits.api_write"));
        QVERIFY2(work->noteText().ends_with(": 429"), work->noteText().c_str());
        QVERIFY(find(*report, "scanner") == nullptr);
    }

    void cancelled_leavesNothing()
    {
        const auto report = m_house->services().drills.run(
            access::Actor::system(), [](std::size_t done, std::size_t, std::string_view) { return done < 2; });
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
        nothingIsLeft_ofTheSandbox();
        QCOMPARE(m_house->services().drills.list(access::Actor::system(), 5).value().size(), std::size_t{1});
    }

    /// Within a check that waits 25 s for a server that doesn't answer.
    void cancelled_whileACheckWaits_stopsAtOnce()
    {
        ServerShape floods;
        floods.group = "floods";
        floods.settings = {{"connections.head_time", "60"}};
        std::chrono::steady_clock::time_point stopped;
        int asked = 0;
        const auto report = drill::runDrill(floods, m_house->platform, [&](std::size_t, std::size_t, std::string_view title) {
            stopped = std::chrono::steady_clock::now();
            asked += title == "Requests that never end" ? 1 : 0;
            return asked < 10;
        });
        const auto took = std::chrono::steady_clock::now() - stopped;
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
        QVERIFY2(took < std::chrono::seconds(3), std::to_string(took / std::chrono::milliseconds(1)).c_str());
        nothingIsLeft_ofTheSandbox();
    }

    void timeOver_saysWhatWasNotRun()
    {
        ServerShape hasty;
        hasty.group = "floods";
        const auto always = [](std::size_t, std::size_t, std::string_view) { return true; };
        const auto report = drill::runDrillWithin(std::chrono::seconds(3), hasty, m_house->platform, always);
        QVERIFY(report);
        QCOMPARE(report->checks.size(), std::size_t{5});
        QVERIFY(notRun(*report) >= 4 && report->took < std::chrono::seconds(8));
        for (const std::string_view id : {"slow_requests", "scanner"}) {
            const DrillCheck* const check = find(*report, id);
            QVERIFY(check != nullptr && !wasRun(*check) && check->missed() == 0);
            QCOMPARE(check->noteText(), std::string("not run, the drill's time was over"));
        }
        // Not even for the sandbox.
        const auto nothing = drill::runDrillWithin(std::chrono::seconds(0), hasty, m_house->platform, always);
        QVERIFY(nothing);
        QCOMPARE(notRun(*nothing), std::uint32_t{5});
        QCOMPARE(nothing->attacks(), std::uint32_t{0});
        nothingIsLeft_ofTheSandbox();
    }

    void whoMayNot_isRefused()
    {
        access::Actor nobody;
        nobody.kind = access::Actor::Kind::Service;
        const auto report =
            m_house->services().drills.run(nobody, [](std::size_t, std::size_t, std::string_view) { return true; });
        QVERIFY(!report);
        QVERIFY(!m_house->services().drills.list(nobody, 1));
    }

private:
    QTemporaryDir m_temporary;
    std::unique_ptr<House> m_house;
    DrillReport m_report;
    std::set<std::pair<std::size_t, std::string>> m_told;
};

} // namespace

SALLYPORT_GUILESS_TEST(TstDrill)

} // namespace tst_drill
#include "tst_drill.moc"
