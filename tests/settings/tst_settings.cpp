#include "backend/settings/browser_settings.h"
#include "backend/settings/change.h"
#include "backend/settings/value_text.h"
#include "tests/support/test_journal.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_settings {

using namespace sallyport;
using namespace sallyport::settings;
using test::TestJournal;

namespace {

std::string reasonOf(const char* key, const char* text)
{
    const auto result = apply(Values{}, {{key, text}});
    return result ? std::string() : result.error().detail;
}

} // namespace

class TestSettings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void definitions_defaults_readBackAsThemselves()
    {
        for (const Definition& setting : definitions()) {
            Values values;
            const std::string text = setting.get(values);
            QVERIFY2(setting.set(values, text), std::string(setting.key).c_str());
            QCOMPARE(setting.get(values), text);
            QVERIFY(findDefinition(setting.key) == &setting);
            QVERIFY(!setting.description.empty());
        }
        QVERIFY(!findDefinition("server.nothing"));
    }

    void apply_text_isReadAs_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("read");
        const auto row = [](const char* key, const char* text, const char* read) {
            QTest::addRow("%s=%s", key, text) << QByteArray(text) << QByteArray(read);
        };
        row("rate_limits.auth", "5/900", "5/900");
        row("rate_limits.api_read", "5000/3600", "5000/3600");
        row("sessions.idle", "30m", "1800");
        row("tokens.access_lifetime", "900", "900");
        row("tokens.algorithm", "EdDSA", "EdDSA");
        row("tokens.algorithm", "ES256", "ES256");
        row("tokens.algorithm", "none", "refused");
        row("tokens.algorithm", "es256", "refused");
        row("tokens.algorithm", "", "refused");
        row("console.auto_lock", "0", "0");
        row("server.port", "0", "0");
        row("server.port", "65535", "65535");
        row("server.address", "::1", "::1");
        row("server.address", "::ffff:127.0.0.1", "127.0.0.1");
        row("server.start_with_console", "off", "false");
        row("users.initial_password", "invitation_only", "invitation_only");
        row("console.language", "de", "de");
        row("console.language", "system", "system");
        row("server.issuer", "https://id.example", "https://id.example");
        row("server.issuer", "", "");
        row("vault.name", "  Klinik Süd ", "Klinik Süd");
        for (const char* bad : {"", "5", "5/", "/900", "0/900", "5/0", "-5/900", "5/900/1", " 5/900", "5 /900", "5/900s",
                                "99999999999999999999/1", "5/9999999", "+5/900"})
            row("rate_limits.auth", bad, "refused");
        row("cors.origins", "HTTPS://App.Example.com:443, http://localhost:3000 https://app.example.com",
            "https://app.example.com, http://localhost:3000");
        row("cors.origins", "http://127.0.0.1:5173,http://[::1]:80,https://192.0.2.7",
            "http://127.0.0.1:5173, http://[::1], https://192.0.2.7");
        row("cors.origins", "", "");
        for (const char* bad : {"*", "null", "https://*.example.com", "https://app.example.com/", "https://app.example.com?x",
                                "http://app.example.com", "https://app.example.com:0", "https://app.example.com:99999",
                                "https://", "app.example.com", "https://a@b.example.com", "file:///x",
                                "https://app.example.com:080", "http://192.0.2.7", "https://[::1"})
            row("cors.origins", bad, "refused");
        row("cors.methods", "GET,POST,GET", "GET, POST");
        for (const char* bad : {"", "*", "get", "TRACE", "GET,CONNECT"})
            row("cors.methods", bad, "refused");
        row("cors.headers", "X-API-Key, x-api-key Authorization", "X-API-Key, Authorization");
        for (const char* bad : {"*", "X Key:", "X-Key:A", "x@y"})
            row("cors.headers", bad, "refused");
        row("headers.content_security_policy", " default-src 'self'; frame-ancestors 'none' ",
            "default-src 'self'; frame-ancestors 'none'");
        row("headers.content_security_policy", "default-src\t'none';\tframe-ancestors 'none'",
            "default-src 'none'; frame-ancestors 'none'");
        row("headers.content_security_policy", "", "");
        for (const char* good :
             {"default-src 'none'; script-src 'self' 'sha256-"
              "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; frame-ancestors 'none'; report-uri https://log.example/ /csp",
              "default-src https://cdn.example.com *.example.com:8443; object-src 'none'; frame-ancestors https://a.example",
              "default-src 'none'; connect-src http://localhost:3000; frame-ancestors 'self'; upgrade-insecure-requests"})
            row("headers.content_security_policy", good, good);
        const auto voided = [&](const char* directive) { // by what one directive takes
            const QByteArray policy = QByteArray("default-src 'none'; frame-ancestors 'none'; ") + directive;
            row("headers.content_security_policy", policy.constData(), "refused");
        };
        for (const char* directive : {"script-src https:",
                                      "script-src HTTPS:",
                                      "script-src http:",
                                      "script-src data:",
                                      "script-src blob:",
                                      "script-src filesystem:",
                                      "connect-src wss:",
                                      "script-src *",
                                      "script-src *:443",
                                      "script-src https://*",
                                      "script-src https://*:443/",
                                      "script-src */x",
                                      "script-src *.com",
                                      "script-src http://cdn.example.com",
                                      "connect-src ws://cdn.example.com",
                                      "script-src 'unsafe-inline'",
                                      "script-src 'Unsafe-Eval'",
                                      "script-src 'unsafe-hashes' 'sha256-abc='",
                                      "script-src 'unsafe-inline' 'nonce-abc'",
                                      "script-src 'nonce-abc'",
                                      "script-src-elem https:",
                                      "style-src 'unsafe-inline'",
                                      "script-src 'none' 'self'",
                                      "script-scr 'self'",
                                      "default_src 'none'",
                                      "script-src self",
                                      "script-src Self https://cdn.example.com",
                                      "object-src none",
                                      "script-src 'selfish'",
                                      "script-src 'self",
                                      "script-src ''",
                                      "script-src 'sha256-abc='",
                                      "script-src sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                                      "report-uri http://log.example/",
                                      "report-uri //log.example/",
                                      "report-uri /csp http://log.example/",
                                      "img-src   https:"})
            voided(directive);
        for (const char* bad : {"default-src 'none'; frame-ancestors https:", "default-src 'none'; frame-ancestors http:",
                                "default-src 'none'; frame-ancestors *", "default-src https:; frame-ancestors 'none'",
                                "default-src 'none' https://cdn.example.com; object-src 'none'; frame-ancestors 'none'",
                                "default-src https://cdn.example.com; frame-ancestors 'none'"})
            row("headers.content_security_policy", bad, "refused");
        for (const char* bad : {"default-src 'none'", "default-src *; frame-ancestors 'none'",
                                "default-src 'none'; frame-ancestors 'none'; script-src 'unsafe-inline'",
                                "default-src 'none'; default-src 'self'; frame-ancestors 'none'",
                                "default-src 'none'; frame-ancestors 'none'\r\nSet-Cookie: a=b", "default-src 'none', x"})
            row("headers.content_security_policy", bad, "refused");
        row("headers.hsts_max_age", "365d", "31536000");
        row("headers.hsts_max_age", "0", "0");
        row("headers.hsts_max_age", "63072001", "refused");
        row("metrics.loopback", "on", "true");
        row("server.port", "65536", "refused");
        row("server.port", "80a", "refused");
        row("server.address", "localhost", "refused");
        row("server.address", "fe80::1%eth0", "refused");
        row("server.start_with_console", "maybe", "refused");
        row("users.initial_password", "Allowed", "refused");
        row("sessions.idle", "1w", "refused");
        row("server.issuer", "http://id.example", "refused");
        row("server.issuer", "https://id.example/?x", "refused");
        row("vault.name", " ", "refused");
        row("vault.name", "a\nb", "refused");
        row("passwords.min_length", "7", "refused");
        row("passwords.argon2_memory", "47104", "47104");
        row("passwords.argon2_memory", "19455", "refused"); // with two passes
        row("passwords.argon2_passes", "0", "refused");
        row("passwords.argon2_passes", "3", "3");
        row("passwords.argon2_memory", "524289", "refused");
        row("passwords.argon2_lanes", "0", "refused");
        row("files.types", " .PNG, pdf,png ", "pdf,png");
        row("files.types", "", "");
        row("files.types", "tar.gz", "refused");
        row("files.types", "extensions1", "refused");
        row("files.max_size", "2048", "2048");
        row("files.max_size", "2049", "refused");
        row("passwords.breach_list", "", "");
        row("passwords.breach_list", "/srv/lists/breached.txt", "/srv/lists/breached.txt");
        row("passwords.breach_list", "breached.txt", "refused");
        row("passwords.breach_list", "/srv/\nlists", "refused");
        row("passwords.forbidden_words", "", "");
        row("passwords.forbidden_words", " Northgate,Hafen\nNorthgate ,, ", "Northgate, Hafen");
        row("passwords.forbidden_words", "ab", "refused");
    }

    void apply_text_isReadAs()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, read);
        const QByteArray tag = QTest::currentDataTag();
        const std::string key = tag.left(tag.indexOf('=')).toStdString();
        const auto result = apply(Values{}, {{key, text.toStdString()}});
        QCOMPARE(result ? QByteArray::fromStdString(findDefinition(key)->get(*result)) : QByteArray("refused"), read);
        if (!result) {
            QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
            QCOMPARE(result.error().fields.size(), 1u);
            QCOMPARE(result.error().fields.front().field, key);
        }
    }

    void apply_unknownKey_namesCloseOnes()
    {
        QVERIFY(reasonOf("rate_limits.api_reed", "1/1").find("rate_limits.api_read") != std::string::npos);
        QVERIFY(reasonOf("server.prot", "1").find("server.port") != std::string::npos);
        QVERIFY(reasonOf("limits.auth", "1/1").find("rate_limits.auth") != std::string::npos);
        QVERIFY(reasonOf("auto_lock", "1").find("console.auto_lock") != std::string::npos);
        QCOMPARE(reasonOf("walls.height", "off"), std::string("walls.height: There is no such setting."));
        QVERIFY(!reasonOf(std::string(5000, 'x').c_str(), "1").empty());
    }

    void apply_severalBad_namesEach()
    {
        const auto result = apply(Values{}, {{"server.port", "x"}, {"server.threads", "2"}, {"nothing", "1"}});
        QVERIFY(!result);
        QCOMPARE(result.error().fields.size(), 2u);
    }

    void asvs_2_2_3_apply_contradiction_isRefused()
    {
        QVERIFY(!apply(Values{}, {{"connections.per_address", "500"}, {"connections.total", "100"}}));
        QVERIFY(!apply(Values{}, {{"sessions.idle", "2d"}}));
        QVERIFY(apply(Values{}, {{"sessions.idle", "2d"}, {"sessions.absolute", "3d"}}));
    }

    void change_byOperator_isStoredRecordedAndTold()
    {
        TestJournal journal;
        auto settings = Settings::open(journal.store(), *journal.operator->());
        QVERIFY(settings);
        QCOMPARE((*settings)->values()->rateAuth, (RateLimit{5, std::chrono::seconds(900)}));
        std::uint32_t told = 0;
        const auto subscription = (*settings)->onChange([&](const auto& values) { told = values->rateAuth.requests; });
        std::vector<audit::Event> recorded;
        const auto feed =
            journal->subscribe([&](const auto& events) { recorded.insert(recorded.end(), events.begin(), events.end()); });

        access::Actor actor = access::Actor::system("Ingrid Solheim");
        QVERIFY((*settings)->change(actor, {{"rate_limits.auth", "7/600"}, {"server.port", "9443"}, {"server.threads", "0"}}));
        QCOMPARE((*settings)->values()->rateAuth.requests, 7u);
        QCOMPARE(told, 7u);
        QCOMPARE(recorded.size(), 2u);
        QCOMPARE(recorded[0].kind, std::string(audit::kind::settingChanged));
        QCOMPARE(recorded[0].object.name, std::string("rate_limits.auth"));
        QCOMPARE(recorded[0].detailsJson,
                 std::string("{\"changes\":[{\"field\":\"rate_limits.auth\",\"old\":\"5/900\",\"new\":\"7/600\"}]}"));

        settings->reset();
        journal.reopen();
        settings = Settings::open(journal.store(), *journal.operator->());
        QCOMPARE((*settings)->values()->serverPort, std::uint16_t(9443));
    }

    void change_withoutPermissionOrBad_changesNothing()
    {
        TestJournal journal;
        auto settings = Settings::open(journal.store(), *journal.operator->());
        const auto denied = (*settings)->change(access::Actor{}, {{"server.port", "1"}});
        QCOMPARE(denied.error().required, std::string("settings:update"));
        QVERIFY(!(*settings)->change(access::Actor::system(), {{"server.port", "1"}, {"server.threads", "x"}}));
        QCOMPARE((*settings)->values()->serverPort, std::uint16_t(8443));
        QCOMPARE(journal->head().sequence, 0);
    }

    /// Of one store, whoever changed it.
    void change_byAnotherOfTheSameStore_isSeenAtOnce()
    {
        TestJournal journal;
        auto mine = Settings::open(journal.store(), *journal.operator->());
        auto other = Settings::open(journal.store(), *journal.operator->());
        int told = 0;
        const auto subscription = (*mine)->onChange([&](const auto&) { ++told; });
        QVERIFY((*other)->change(access::Actor::system(), {{"console.theme", "dark"}, {"server.port", "9443"}}));
        QCOMPARE((*mine)->values()->consoleTheme, std::string("dark"));
        QCOMPARE(told, 1); // not once a setting
        QVERIFY((*other)->change(access::Actor::system(), {{"console.theme", "dark"}}));
        QCOMPARE(told, 1);
    }

    void reload_anotherProcessChanged_isSeen()
    {
        TestJournal journal;
        auto mine = Settings::open(journal.store(), *journal.operator->());
        storage::StoreOptions options;
        options.file = storage::databaseFile(journal.directory());
        options.backups = storage::backupsDirectory(journal.directory());
        const auto otherStore = storage::openStore(options, test::TestStore::key());
        const auto otherJournal = audit::Journal::open(**otherStore, TestJournal::key(), journal.anchor());
        auto other = Settings::open(**otherStore, **otherJournal);
        QVERIFY((*other)->change(access::Actor::system(), {{"console.theme", "dark"}}));
        QCOMPARE((*mine)->values()->consoleTheme, std::string("system"));
        bool told = false;
        const auto subscription = (*mine)->onChange([&](const auto&) { told = true; });
        QVERIFY((*mine)->reload());
        QCOMPARE((*mine)->values()->consoleTheme, std::string("dark"));
        QVERIFY(told);
        told = false;
        QVERIFY((*mine)->reload());
        QVERIFY(!told);
    }

    /// Who may change what protects the server may change what answers tell browsers, and nothing else by that way.
    void browserSettings_needProtectionUpdate_andAreNoOthers()
    {
        TestJournal journal;
        auto settings = Settings::open(journal.store(), *journal.operator->());
        QVERIFY(settings);
        access::Actor actor;
        actor.kind = access::Actor::Kind::User;
        const Changes origins{{"cors.origins", "https://app.example.com"}};
        const auto denied = changeBrowserSettings(**settings, actor, origins);
        QVERIFY(!denied);
        QCOMPARE(denied.error().required, std::string("protection:update"));
        actor.permissions.add(access::Permission::ProtectionUpdate);
        QVERIFY(changeBrowserSettings(**settings, actor, origins));
        QCOMPARE((*settings)->values()->corsOrigins, std::vector<std::string>{"https://app.example.com"});
        actor.permissions.add(access::Permission::SettingsUpdate);
        const auto other = changeBrowserSettings(**settings, actor, {{"cors.max_age", "5"}, {"server.port", "9000"}});
        QVERIFY(!other);
        QCOMPARE(other.error().fields.size(), std::size_t(1));
        QCOMPARE(other.error().fields.front().field, std::string("server.port"));
        QCOMPARE((*settings)->values()->corsMaxAge, std::chrono::seconds(600));
    }

    void open_unreadableRow_keepsTheDefault()
    {
        TestJournal journal;
        QVERIFY(journal.tamper("INSERT INTO settings (key, value, updated_at) VALUES ('rate_limits.auth', 'off', 0), "
                               "('from.the.future', '1', 0), ('server.port', '9000', 0)"));
        auto settings = Settings::open(journal.store(), *journal.operator->());
        QVERIFY(settings);
        QCOMPARE((*settings)->values()->rateAuth.requests, 5u);
        QCOMPARE((*settings)->values()->serverPort, std::uint16_t(9000));
    }
};

SALLYPORT_GUILESS_TEST(TestSettings)

} // namespace tst_settings
#include "tst_settings.moc"
