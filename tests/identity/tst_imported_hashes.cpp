#include "backend/audit/event_kinds.h"
#include "backend/identity/passwords/imported_hash.h"
#include "backend/identity/passwords/password_hashes.h"
#include "tests/identity/identity_fixture.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QtTest>

namespace tst_imported_hashes {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;

namespace kind = sallyport::audit::kind;

namespace {

/// What every hash below was made of, by the system that its row names, at a cost for tests.
constexpr const char* vectorPassword = "correct horse ümläut";

/// A credential as a realm export has it: objects as texts in an object.
std::string keycloak(const char* value, boost::json::object costs)
{
    const boost::json::object secret{{"value", value}, {"salt", "AAECAwQFBgcICQoLDA0ODw=="}, {"additionalParameters", {}}};
    return boost::json::serialize(boost::json::object{{"id", "1"},
                                                      {"type", "password"},
                                                      {"secretData", boost::json::serialize(secret)},
                                                      {"credentialData", boost::json::serialize(costs)}});
}

std::string keycloakPbkdf2()
{
    return keycloak("ZyeuXbn0g07yKr1o/wzaH99SI0JDH0kCuBRiCGeF/9khZJW/hI7f8tdfy38bLQtoop1FFAQAtev2hFl6tRSs7A==",
                    {{"hashIterations", 1000}, {"algorithm", "pbkdf2-sha512"}, {"additionalParameters", boost::json::object()}});
}

std::string keycloakArgon2()
{
    const auto one = [](const char* text) { return boost::json::array{text}; };
    return keycloak("m+iGetOPwFv4n6veIHY6SNRWvmy8weYU5wIoZgVRPTY=",
                    {{"hashIterations", 3},
                     {"algorithm", "argon2"},
                     {"additionalParameters", boost::json::object{{"hashLength", one("32")},
                                                                  {"memory", one("64")},
                                                                  {"type", one("id")},
                                                                  {"version", one("1.3")},
                                                                  {"parallelism", one("1")}}}});
}

std::string storedHash(IdentityFixture& f, const std::string& email)
{
    return IdentityFixture::require(f.store->read([&](storage::Transaction& transaction) -> Result<std::string> {
        SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT password_hash FROM users WHERE email = $1"));
        row.bind(1, email);
        SALLYPORT_TRY(row.step());
        return row.text();
    }));
}

User addWithHash(IdentityFixture& f, const std::string& hash)
{
    NewUser user;
    user.name = "From Elsewhere";
    user.email = "moved@example.test";
    user.passwordHash = hash;
    return IdentityFixture::require(f.identity->users().create(IdentityFixture::system(), std::move(user))).user;
}

} // namespace

/// Password hashes that other systems made.
class TstImportedHashes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hash_ofAnotherSystem_signsInOnce_andIsOursThen_data()
    {
        QTest::addColumn<QString>("hash");
        const auto row = [](const char* name, const char* hash) { QTest::newRow(name) << QString::fromUtf8(hash); };
        row("Django PBKDF2", "pbkdf2_sha256$1000$saltsalt1234$88hwziW948qlcWwE4VWqnDBgA1Q37kgLv6L37X0GDhE=");
        row("Django PBKDF2 with SHA-1", "pbkdf2_sha1$1000$saltsalt1234$gyjPD4Ia82sbg19O+maQzA9vLMA=");
        row("Django Argon2", "argon2$argon2id$v=19$m=64,t=2,p=2$c2FsdHNhbHQxMjM0$/pk+XwH0nRFKPmbQHffjKA");
        row("Django bcrypt of SHA-256", "bcrypt_sha256$$2b$05$abcdefghijklmnopqrstuuSxwcIG48pPaO7XszlqhVyA9nwZ1zniq");
        row("Django bcrypt", "bcrypt$$2b$05$abcdefghijklmnopqrstuu0mP8TfYSEwg9GklVQoevXDnmDpm/7Iq");
        row("Auth0, PocketBase: bcrypt", "$2b$05$abcdefghijklmnopqrstuu0mP8TfYSEwg9GklVQoevXDnmDpm/7Iq");
        row("Django scrypt", "scrypt$1024$saltsalt1234$8$5$IRi/e310IPSAjq98cZ/fMkk5JJkkevj6lUxKRYlP+TsccUvFV+yODwhFmRDOrWo/"
                             "HdZzPzE+mJ7c+3WxS1uUpA==");
        row("Argon2d", "$argon2d$v=19$m=64,t=2,p=1$c2FsdHNhbHQxMjM0NTY3OA$8NFbS1gj4EZfeABX4Z0doejFzUnYZJcRQIgFU+UKpcY");
        row("Argon2i", "$argon2i$v=19$m=64,t=2,p=1$c2FsdHNhbHQxMjM0NTY3OA$fEjWyUk/OQxYOj5xHvsRE0x87OBNLIcZj6OPbst5ndA");
        row("Argon2id", "$argon2id$v=19$m=64,t=2,p=1$c2FsdHNhbHQxMjM0NTY3OA$KtwN8gOKp+TO65F2Rhz0d4KA3PobVgJJ71ReBYTlXFg");
        row("Argon2id of version 1.0",
            "$argon2id$v=16$m=64,t=2,p=1$c2FsdHNhbHQxMjM0NTY3OA$UmxFMvrFPaYGyntBt511R18cGyom1N9APklt9bdGFk4");
        row("passlib PBKDF2", "$pbkdf2-sha256$1000$c2FsdHNhbHQxMjM0$88hwziW948qlcWwE4VWqnDBgA1Q37kgLv6L37X0GDhE");
        row("passlib PBKDF2 with SHA-512", "$pbkdf2-sha512$1000$c2FsdHNhbHQxMjM0$wr6HishwIgX1UjZiJEVpIwh86soGEKTD1jVM0Ra0tVq."
                                           "IpZGlypWM2p4gRqAg9LiHRplGD6S1nq6DzV5DK3HqA");
        row("passlib PBKDF2 with SHA-1", "$pbkdf2$1000$c2FsdHNhbHQxMjM0$gyjPD4Ia82sbg19O.maQzA9vLMA");
        row("PHC PBKDF2", "$pbkdf2-sha256$i=1000,l=32$c2FsdHNhbHQxMjM0$88hwziW948qlcWwE4VWqnDBgA1Q37kgLv6L37X0GDhE");
        row("PHC scrypt", "$scrypt$ln=10,r=8,p=1$c2FsdHNhbHQxMjM0$eG+JYf72PZjPFmxA1C98UHvlAlboK0giieZBhUmW8rU");
        row("ASP.NET Core Identity 3 with SHA-512",
            "AQAAAAIAAAPoAAAAEAABAgMEBQYHCAkKCwwNDg9nJ65dufSDTvIqvWj/DNof31IjQkMfSQK4FGIIZ4X/2Q==");
        row("ASP.NET Core Identity 3 with SHA-256",
            "AQAAAAEAAAPoAAAAEAABAgMEBQYHCAkKCwwNDg+LvzcugK+aHt1vSHN6C0ZGAJUqWDNk7h86a3n3DegPPw==");
        row("ASP.NET Core Identity 2", "AAABAgMEBQYHCAkKCwwNDg9469P8R3H7nXx3QU9hv/lXYzERKra74j4QblCSbnNX7g==");
        row("Keycloak PBKDF2", keycloakPbkdf2().c_str());
        row("Keycloak Argon2", keycloakArgon2().c_str());
    }
    void hash_ofAnotherSystem_signsInOnce_andIsOursThen()
    {
        QFETCH(QString, hash);
        IdentityFixture f;
        const User user = addWithHash(f, hash.toStdString());
        QCOMPARE(user.status, UserStatus::Active);
        QCOMPARE(f.count(kind::userInvited), 0);
        QVERIFY(f.last(kind::userCreated).detailsJson.find("password_hash") != std::string::npos);
        // What is kept is one of few texts, and read again as what it is.
        const std::string kept = storedHash(f, "moved@example.test");
        const auto known = readForeignHash(kept);
        QVERIFY2(known.has_value(), kept.c_str());
        QCOMPARE(foreignHashText(*known), kept);

        QVERIFY(!f.login("moved@example.test", "correct horse umlaut"));
        QCOMPARE(storedHash(f, "moved@example.test"), kept); // a wrong one changes nothing
        QVERIFY(f.login("moved@example.test", vectorPassword).has_value());
        const std::string ours = storedHash(f, "moved@example.test");
        QVERIFY2(ours.starts_with("$argon2id$v=19$m=8,t=1,p=1$"), ours.c_str());
        QVERIFY(f.login("moved@example.test", vectorPassword).has_value());
        QCOMPARE(storedHash(f, "moved@example.test"), ours);
        QVERIFY(!f.login("moved@example.test", "correct horse umlaut"));
    }

    void hash_thatIsNone_orCostsTooMuch_isRefused_data()
    {
        QTest::addColumn<QString>("hash");
        QTest::addColumn<bool>("costly");
        const auto row = [](const char* name, const char* hash, bool costly) {
            QTest::newRow(name) << QString::fromLatin1(hash) << costly;
        };
        row("a password", "correct horse", false);
        row("an MD5", "5f4dcc3b5aa765d61d8327deb882cf99", false);
        row("Django MD5", "md5$salt$5f4dcc3b5aa765d61d8327deb882cf99", false);
        row("half a bcrypt", "$2b$05$abcdefghijklmnopqrstuu0mP8TfYSE", false);
        row("bcrypt without its digits", "$2b$xx$abcdefghijklmnopqrstuu0mP8TfYSEwg9GklVQoevXDnmDpm/7Iq", false);
        row("bcrypt cost 15", "$2b$15$abcdefghijklmnopqrstuu0mP8TfYSEwg9GklVQoevXDnmDpm/7Iq", true);
        row("bcrypt cost 31", "bcrypt_sha256$$2b$31$abcdefghijklmnopqrstuu0mP8TfYSEwg9GklVQoevXDnmDpm/7Iq", true);
        row("Argon2 4 GiB", "$argon2id$v=19$m=4194304,t=1,p=1$c2FsdHNhbHQxMjM0NTY3OA$KtwN8gOKp+TO65F2Rhz0d4KA3PobVgJJ71ReBYTlXFg",
            true);
        row("Argon2 passes",
            "$argon2id$v=19$m=65536,t=4000000000,p=1$c2FsdHNhbHQxMjM0NTY3OA$KtwN8gOKp+TO65F2Rhz0d4KA3PobVgJJ71ReBYTlXFg", true);
        row("Argon2 lanes",
            "$argon2id$v=19$m=65536,t=1,p=1000$c2FsdHNhbHQxMjM0NTY3OA$KtwN8gOKp+TO65F2Rhz0d4KA3PobVgJJ71ReBYTlXFg", true);
        row("Argon2 without memory",
            "$argon2id$v=19$m=1,t=1,p=1$c2FsdHNhbHQxMjM0NTY3OA$KtwN8gOKp+TO65F2Rhz0d4KA3PobVgJJ71ReBYTlXFg", false);
        row("PBKDF2 iterations", "pbkdf2_sha256$3000001$saltsalt1234$88hwziW948qlcWwE4VWqnDBgA1Q37kgLv6L37X0GDhE=", true);
        row("PBKDF2 blocks", "$pbkdf2$2000000$c2FsdHNhbHQxMjM0$88hwziW948qlcWwE4VWqnDBgA1Q37kgLv6L37X0GDhE", true);
        row("PBKDF2 none", "pbkdf2_sha256$0$saltsalt1234$88hwziW948qlcWwE4VWqnDBgA1Q37kgLv6L37X0GDhE=", false);
        row("PBKDF2 short hash", "pbkdf2_sha256$1000$saltsalt1234$88hw", false);
        row("scrypt memory", "$scrypt$ln=20,r=8,p=1$c2FsdHNhbHQxMjM0$eG+JYf72PZjPFmxA1C98UHvlAlboK0giieZBhUmW8rU", true);
        row("scrypt power", "$scrypt$ln=40,r=8,p=1$c2FsdHNhbHQxMjM0$eG+JYf72PZjPFmxA1C98UHvlAlboK0giieZBhUmW8rU", true);
        row("scrypt not a power",
            "scrypt$1000$saltsalt1234$8$5$IRi/e310IPSAjq98cZ/fMkk5JJkkevj6lUxKRYlP+TsccUvFV+yODwhFmRDOrWo=", false);
        row("ASP.NET iterations", "AQAAAAL/////AAAAEAABAgMEBQYHCAkKCwwNDg9nJ65dufSDTvIqvWj/DNof31IjQkMfSQK4FGIIZ4X/2Q==", true);
        row("ASP.NET salt", "AQAAAAIAAAPo////8AABAgMEBQYHCAkKCwwNDg9nJ65dufSDTvIqvWj/DNof31IjQkMfSQK4FGIIZ4X/2Q==", false);
        row("JSON of something else", "{\"type\": \"otp\"}", false);
    }
    void hash_thatIsNone_orCostsTooMuch_isRefused()
    {
        QFETCH(QString, hash);
        QFETCH(bool, costly);
        const auto read = readImportedHash(hash.toStdString());
        QVERIFY(!read);
        QCOMPARE(read.error().detail.starts_with("This hash costs more"), costly);
        IdentityFixture f;
        NewUser user;
        user.name = "X";
        user.email = "x@example.test";
        user.passwordHash = hash.toStdString();
        const auto created = f.identity->users().create(IdentityFixture::system(), std::move(user));
        QCOMPARE(wordOf(created), std::string("validation_failed"));
        QCOMPARE(created.error().fields.at(0).field, std::string("password_hash"));
    }

    void hash_andPassword_togetherAreRefused()
    {
        IdentityFixture f;
        NewUser user;
        user.name = "X";
        user.email = "x@example.test";
        user.password = SecretBytes::fromText(goodPassword);
        user.passwordHash = "$2b$05$abcdefghijklmnopqrstuu0mP8TfYSEwg9GklVQoevXDnmDpm/7Iq";
        QCOMPARE(wordOf(f.identity->users().create(IdentityFixture::system(), std::move(user))),
                 std::string("validation_failed"));
    }

    void hash_inTheDatabaseThatCostsTooMuch_isNeverTried()
    {
        const PasswordHashes hashes([] { return crypto::PasswordCost{8, 1, 1}; });
        const auto verified =
            hashes.verify(SecretBytes::fromText("x"), "$2b$31$abcdefghijklmnopqrstuu0mP8TfYSEwg9GklVQoevXDnmDpm/7Iq");
        QCOMPARE(wordOf(verified), std::string(errorWord(ErrorCode::CryptoFailure)));
    }

    void file_withHashes_addsUsersWhoSignIn()
    {
        IdentityFixture f;
        std::string credential = keycloakPbkdf2();
        for (std::size_t at = credential.find('"'); at != std::string::npos; at = credential.find('"', at + 2))
            credential.insert(at, 1, '"');
        const std::string file = "email;name;password_hash\n"
                                 "a@example.test;A;pbkdf2_sha256$1000$saltsalt1234$88hwziW948qlcWwE4VWqnDBgA1Q37kgLv6L37X0GDhE=\n"
                                 "k@example.test;K;\"" +
                                 credential +
                                 "\"\n"
                                 "n@example.test;N;!7SSPoovwGEeAX3SsHgukemUxQvSbBLHy3Fcdxlnx\n"
                                 "w@example.test;W;md5$x$y\n";
        bool given = false;
        std::vector<ImportRow> rows;
        const auto report = IdentityFixture::require(f.identity->userTransfer().importCsv(
            IdentityFixture::system(), [&]() -> Result<std::string> { return std::exchange(given, true) ? std::string() : file; },
            {.invitations = true}, [&](ImportRow& row) { rows.push_back(std::move(row)); }, {}));
        QCOMPARE(report.added, std::int64_t{3});
        QCOMPARE(report.wrong, std::int64_t{1});
        QCOMPARE(rows.at(3).fields.at(0).field, std::string("password_hash"));
        QVERIFY(!rows.at(0).invitation && !rows.at(1).invitation);
        QVERIFY(rows.at(2).invitation.has_value()); // no password there: invited here
        for (const char* email : {"a@example.test", "k@example.test"})
            QVERIFY2(f.login(email, vectorPassword).has_value(), email);
    }
};

SALLYPORT_TEST(TstImportedHashes)

} // namespace tst_imported_hashes
#include "tst_imported_hashes.moc"
