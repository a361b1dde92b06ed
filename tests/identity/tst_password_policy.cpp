#include "backend/base/case_fold.h"
#include "backend/identity/core/user_fields.h"
#include "backend/identity/passwords/common_passwords.h"
#include "backend/identity/passwords/password_hashes.h"
#include "backend/identity/passwords/password_policy.h"
#include "tests/support/test_main.h"
#include "tests/support/test_random.h"

#include <QtTest>

#include <algorithm>

namespace tst_password_policy {

using namespace sallyport;
using namespace sallyport::identity;

namespace {

PasswordStrength rated(const QString& password, std::uint32_t minimum = 15)
{
    return rate(SecretBytes::fromText(password.toStdString()),
                {"Jonas Weber", "jonas.weber@northgate.example", minimum, "Harbour Clinic"});
}

bool breaks(const PasswordStrength& strength, const char* rule)
{
    return std::ranges::any_of(strength.broken, [&](const FieldError& error) { return error.rule == rule; });
}

} // namespace

class TstPasswordPolicy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asvs_6_2_1_shorterThanFifteen_refused()
    {
        QVERIFY(breaks(rated(QStringLiteral("kv9#Tq2!mZ7x")), "minLength"));
        QVERIFY(rated(QStringLiteral("kv9#Tq2!mZ7x"), 8).broken.empty());
        QVERIFY(breaks(rated(QString()), "minLength"));
    }

    void length_countsCodePoints()
    {
        const QString fifteen = QStringLiteral("žluťoučkýkůňúpě"); // 15 code points, more bytes
        QVERIFY(!breaks(rated(fifteen), "minLength"));
        QVERIFY(breaks(rated(fifteen.chopped(1)), "minLength"));
    }

    void asvs_6_2_5_noCompositionRules_accepted_data()
    {
        QTest::addColumn<QString>("password");
        QTest::newRow("words") << "correct horse battery staple";
        QTest::newRow("digits") << "83920175640293857162";
        QTest::newRow("lower case") << "seven quiet otters row upstream";
        QTest::newRow("unicode") << QString::fromUtf8("Καλημέρα στον όμορφο κόσμο");
        QTest::newRow("emoji") << QString::fromUtf8("🦦🚣🌊 otters rowing in rain");
        QTest::newRow("128 characters") << QStringLiteral("Möwen über dem Hafen, 37 Boote; ").repeated(1) +
                                               QStringLiteral(
                                                   "pale winter light on slow grey water, ropes creak and bells answer "
                                                   "far across the bay till dawn");
    }
    void asvs_6_2_5_noCompositionRules_accepted()
    {
        QFETCH(QString, password);
        const PasswordStrength strength = rated(password);
        QVERIFY2(strength.broken.empty(), strength.broken.empty() ? "" : strength.broken.front().rule.c_str());
        QVERIFY(strength.score >= 3);
    }

    void asvs_6_2_4_commonPasswords_refused_data()
    {
        QTest::addColumn<QString>("password");
        for (const char* password :
             {"passwordpassword",   "password1234567",      "123456789012345",    "1234567890123456",  "qwertyuiop123456",
              "qwertyuiopasdfgh",   "iloveyouiloveyou",     "aaaaaaaaaaaaaaa",    "abcdefghijklmnop",  "1q2w3e4r5t6y7u8i",
              "1qaz2wsx3edc4rfv",   "111111111111111",      "000000000000000",    "qazwsxedcrfvtgb",   "p@ssw0rdp@ssw0rd",
              "Password123456789",  "Welcome123Welcome123", "letmeinletmein1",    "administrator123",  "changemechangeme",
              "abc123abc123abc123", "superman123456789",    "football12345678",   "princess12345678",  "iloveyou12345678",
              "qwerty123456789",    "asdfghjklqwertyuiop",  "zxcvbnmasdfghjkl",   "mnbvcxzlkjhgfdsa",  "0987654321098765",
              "987654321987654321", "asdfasdfasdfasdf",     "monkeymonkeymonkey", "dragondragon2024!", "Summer2024Summer2024",
              "Passw0rd!Passw0rd!", "trustno1trustno1",     "liverpoolfc12345",   "michaeljordan23!",  "christopher12345"})
            QTest::newRow(password) << QString::fromLatin1(password);
    }
    void asvs_6_2_4_commonPasswords_refused()
    {
        QFETCH(QString, password);
        QVERIFY(!rated(password).broken.empty());
        QVERIFY(rated(password).score < 3);
    }

    void common_shortOnes_refusedAtEight_data()
    {
        QTest::addColumn<QString>("password");
        for (const char* password : {"password", "12345678", "qwertyui", "iloveyou", "P@ssw0rd", "Password1!", "abc12345",
                                     "trustno1", "sunshine", "football1", "letmein1", "dragon12", "Summer2024", "11111111"})
            QTest::newRow(password) << QString::fromLatin1(password);
    }
    void common_shortOnes_refusedAtEight()
    {
        QFETCH(QString, password);
        QVERIFY(breaks(rated(password, 8), "common"));
    }

    void asvs_6_2_11_ownWords_refused_data()
    {
        QTest::addColumn<QString>("password");
        QTest::newRow("name") << "jonas kv9 Tq2 mZ7x bright";
        QTest::newRow("family name, other case") << "kv9 Tq2 WEBER mZ7x bright";
        QTest::newRow("domain") << "kv9 Tq2 northgate mZ7x";
        QTest::newRow("product") << "kv9 Tq2 Sallyport mZ7x";
        QTest::newRow("product, substituted") << "kv9 Tq2 $4llyp0rt mZ7x";
        QTest::newRow("organisation") << "kv9 Tq2 harbour mZ7x";
        QTest::newRow("roles") << "admineditorviewer7";
    }
    void asvs_6_2_11_ownWords_refused()
    {
        QFETCH(QString, password);
        QVERIFY(breaks(rated(password), "forbidden"));
    }

    void asvs_6_2_11_vaultsForbiddenWords_refusedInAnyCase()
    {
        PasswordContext context;
        context.forbidden = {"Möwenfjord", "BMW"};
        const auto breaksFor = [&](const char* text) {
            return breaks(rate(SecretBytes::fromText(text), context), "forbiddenWord");
        };
        QVERIFY(breaksFor("kv9 Tq2 mÖwenfjord mZ7x"));
        QVERIFY(breaksFor("kv9 Tq2 bmw mZ7x otters"));
        QVERIFY(!breaksFor("seven quiet otters row upstream"));
    }

    void roleAsLocalPart_insideALongPassword_accepted()
    {
        PasswordContext context;
        context.email = "admin@example.test";
        QVERIFY(rate(SecretBytes::fromText("wet badminton courts at dusk"), context).broken.empty());
        QVERIFY(breaks(rate(SecretBytes::fromText("adminadminadmin1"), context), "forbidden"));
    }

    void badminton_containsRoleName_accepted() { QVERIFY(rated(QStringLiteral("wet badminton courts at dusk")).broken.empty()); }

    void asvs_6_2_9_longerThanOneKibibyte_refusedNotCut()
    {
        QString longOne;
        for (int i = 0; longOne.size() < 1025; ++i)
            longOne += QString::number(i * 7919) + QStringLiteral(" otter ");
        QVERIFY(breaks(rated(longOne.left(1025)), "maxLength"));
        QVERIFY(!breaks(rated(longOne.left(1024)), "maxLength"));
    }

    void illFormed_refused()
    {
        QVERIFY(breaks(rate(SecretBytes::fromText("seven quiet otters \xff row"), {}), "format"));
        QVERIFY(breaks(rate(SecretBytes::fromText(std::string_view("seven quiet\0otters row", 22)), {}), "format"));
    }

    void advice_saysWhatIsWeak()
    {
        const PasswordStrength strength = rated(QStringLiteral("aaaaaaa"));
        QVERIFY(std::ranges::find(strength.advice, "longer") != strength.advice.end());
        QVERIFY(std::ranges::find(strength.advice, "add_words") != strength.advice.end());
    }

    void broken_neverHoldsThePassword()
    {
        for (const FieldError& error : rated(QStringLiteral("hunter2")).broken)
            QVERIFY(error.message.find("hunter2") == std::string::npos);
    }

    void asvs_6_2_8_hash_differencesBeyond72Bytes_matter()
    {
        test::TestRandom random;
        const PasswordHashes hashes([] { return crypto::PasswordCost{8, 1, 1}; });
        std::string text(100, 'x');
        const std::string stored = *hashes.hash(SecretBytes::fromText(text), random);
        QVERIFY(*hashes.verify(SecretBytes::fromText(text), stored));
        for (const std::size_t position : {0, 72, 98}) {
            std::string other = text;
            other[position] = 'y';
            QVERIFY(!*hashes.verify(SecretBytes::fromText(other), stored));
        }
    }

    void bcrypt_verifiesAndAsksForRehash()
    {
        // crypt(3) test vector of openwall's crypt_blowfish.
        const PasswordHashes hashes([] { return crypto::PasswordCost{8, 1, 1}; });
        const std::string_view stored = "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";
        QVERIFY(*hashes.verify(SecretBytes::fromText("U*U"), stored));
        QVERIFY(!*hashes.verify(SecretBytes::fromText("U*V"), stored));
        QVERIFY(hashes.needsRehash(stored));
        QVERIFY(!*hashes.verify(SecretBytes::fromText(std::string(73, 'a')), stored));
    }

    void foldCase_alphabets_lowered()
    {
        QCOMPARE(foldCase("ÅSA Łódź ÉTÉ ΑΘΗΝΑ МОСКВА Ÿ Ž"), std::string("åsa łódź été αθηνα москва ÿ ž"));
        QCOMPARE(foldCase("İı×"), std::string("i̇ı×"));
    }

    void isMailbox_rfc5321_data()
    {
        QTest::addColumn<QString>("email");
        QTest::addColumn<bool>("good");
        QTest::newRow("plain") << "a@b.example" << true;
        QTest::newRow("plus") << "o'brien+news@mail.example" << true;
        QTest::newRow("host only") << "root@localhost" << true;
        QTest::newRow("no at") << "a.b.example" << false;
        QTest::newRow("two ats") << "a@b@c.example" << false;
        QTest::newRow("dot first") << ".a@b.example" << false;
        QTest::newRow("two dots") << "a..b@c.example" << false;
        QTest::newRow("space") << "a b@c.example" << false;
        QTest::newRow("header injection") << "a@b.example\r\nBcc: x" << false;
        QTest::newRow("dash first") << "a@-b.example" << false;
        QTest::newRow("no domain") << "a@" << false;
        QTest::newRow("long local part") << QString(65, QLatin1Char('a')) + QStringLiteral("@b.example") << false;
        QTest::newRow("too long") << QStringLiteral("a@") + QStringLiteral("bcdefgh.").repeated(40) + QStringLiteral("x")
                                  << false;
    }
    void isMailbox_rfc5321()
    {
        QFETCH(QString, email);
        QFETCH(bool, good);
        QCOMPARE(isMailbox(email.toStdString()), good);
    }
};

SALLYPORT_TEST(TstPasswordPolicy)

} // namespace tst_password_policy
#include "tst_password_policy.moc"
