#include "backend/audit/event_kinds.h"
#include "backend/base/case_fold.h"
#include "backend/identity/core/email_address.h"
#include "backend/identity/core/text_keys.h"
#include "backend/identity/core/user_fields.h"
#include "tests/identity/identity_fixture.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_letters {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;

namespace {

std::vector<std::string> found(IdentityFixture& f, const std::string& text)
{
    UserQuery query;
    query.text = text;
    std::vector<std::string> names;
    for (const User& user : IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query)).users)
        names.push_back(user.name);
    return names;
}

std::vector<std::string> read(IdentityFixture& f, std::string_view sql)
{
    return IdentityFixture::require(f.store->read([&](storage::Transaction& transaction) -> Result<std::vector<std::string>> {
        SALLYPORT_ASSIGN(auto row, transaction.prepare(sql));
        std::vector<std::string> values;
        for (;;) {
            SALLYPORT_ASSIGN(const bool more, row.step());
            if (!more)
                return values;
            values.push_back(row.text());
        }
    }));
}

void write(IdentityFixture& f, std::string_view sql)
{
    IdentityFixture::require(f.store->write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(auto change, transaction.prepare(sql));
        return change.run();
    }),
                             0);
}

} // namespace

/// Names and addresses in letters of every script, and passwords from every keyboard.
class TstLetters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void search_ofUsers_knowsTheLettersOfAll_byIndexAndByLike()
    {
        IdentityFixture f;
        f.addUser("g@example.test", {"viewer"}, "Γιώργος Σεφέρης");
        f.addUser("n@example.test", {"viewer"}, "Nguyễn Du");
        f.addUser("w@example.test", {"viewer"}, "Ju\xcc\x88rgen Weiß");
        const auto only = [](const char* name) { return std::vector<std::string>{name}; };
        QCOMPARE(found(f, "ΓΙΩΡΓΟΣ"), only("Γιώργος Σεφέρης"));
        QCOMPARE(found(f, "ΣΕΦΕΡΗΣ"), only("Γιώργος Σεφέρης"));
        QCOMPARE(found(f, "NGUYỄN"), only("Nguyễn Du"));
        QCOMPARE(found(f, "nguyen"), only("Nguyễn Du"));
        QCOMPARE(found(f, "j\xc3\xbcrgen weiss"), only("Ju\xcc\x88rgen Weiß"));
        QCOMPARE(found(f, "WE"), only("Ju\xcc\x88rgen Weiß")); // too short for the index
        QCOMPARE(found(f, "ß"), only("Ju\xcc\x88rgen Weiß"));
        QVERIFY(found(f, "gorky").empty());
    }

    void sort_ofUsers_isAPersonsOrder_acrossPages()
    {
        IdentityFixture f;
        int number = 0;
        for (const char* name : {"Zola", "Ödön", "Odo", "Oert", "Odon", "Čapek"})
            f.addUser("p" + std::to_string(number++) + "@example.test", {"viewer"}, name);
        UserQuery query;
        query.limit = 2;
        std::vector<std::string> names;
        do {
            const UserPage page = IdentityFixture::require(f.identity->users().list(IdentityFixture::system(), query));
            for (const User& user : page.users)
                names.push_back(user.name);
            query.cursor = page.nextCursor;
        } while (!query.cursor.empty());
        QCOMPARE(names, (std::vector<std::string>{"Čapek", "Odo", "Odon", "Ödön", "Oert", "Zola"}));
    }

    void address_withItsDomainInAnyForm_isOneAddress()
    {
        IdentityFixture f;
        f.addUser("Anna@b\xc3\xbc"
                  "cher.example");
        for (const char* form : {"anna@bu\xcc\x88"
                                 "cher.example",
                                 "ANNA@B\xc3\x9c"
                                 "CHER.example",
                                 "anna@xn--bcher-kva.example", " anna@XN--BCHER-KVA.EXAMPLE\t"}) {
            QVERIFY2(std::holds_alternative<Tokens>(IdentityFixture::require(f.login(form))), form);
            NewUser twin;
            twin.name = "Twin";
            twin.email = form;
            QCOMPARE(wordOf(f.identity->users().create(IdentityFixture::system(), std::move(twin))), std::string("conflict"));
        }
        QCOMPARE(found(f, "bucher").size(), std::size_t{1});
        QCOMPARE(found(f, "@b\xc3\xbc"
                          "cher")
                     .size(),
                 std::size_t{1});
        QCOMPARE(found(f, "xn--bcher-kva").size(), std::size_t{1});
        // A letter without its dots is another domain.
        QVERIFY(!isSameEmail("anna@bucher.example", "anna@b\xc3\xbc"
                                                    "cher.example"));
        f.addUser("anna@bucher.example");
    }

    void address_isKeptWithoutWhatNobodySees()
    {
        IdentityFixture f;
        // Soft hyphen, zero width space, word joiner, variation selector, a full-width letter.
        for (const char* inside : {"\xc2\xad", "\xe2\x80\x8b", "\xe2\x81\xa0", "\xef\xb8\x8f"}) {
            const std::string typed = std::string("Ada@exa") + inside + "mple.test";
            QCOMPARE(plainEmail(typed), std::string("Ada@example.test"));
            const UserId id = f.addUser(typed).id;
            const User kept = IdentityFixture::require(f.identity->users().read(IdentityFixture::system(), id));
            QCOMPARE(kept.email, std::string("Ada@example.test"));
            UserPatch other;
            other.email = std::string("eve@exa") + inside + "mple.test";
            QCOMPARE(IdentityFixture::require(f.identity->users().update(IdentityFixture::system(), id, other)).email,
                     std::string("eve@example.test"));
            IdentityFixture::require(f.identity->users().apply(IdentityFixture::system(), id, UserAction::Delete), 0);
        }
        QCOMPARE(plainEmail("Ada@B\xc3\x9c"
                            "cher.example"),
                 std::string("Ada@b\xc3\xbc"
                             "cher.example"));
        QCOMPARE(plainEmail("Ada@Example.TEST"), std::string("Ada@Example.TEST"));
        QCOMPARE(plainEmail("ada@-\xc3\xbc.example"),
                 std::string("ada@-\xc3\xbc.example")); // no domain: refused as it was written
    }

    void address_isTrimmedAtSignIn()
    {
        IdentityFixture f;
        f.addUser("ada@example.test");
        for (const char* typed : {" ada@example.test", "ada@example.test \n",
                                  "\xc2\xa0"
                                  "Ada@Example.test",
                                  "\xef\xbb\xbf"
                                  "ada@example.test"})
            QVERIFY2(f.login(typed).has_value(), typed);
        QVERIFY(!f.login("a da@example.test"));
    }

    void mailbox_domains_data()
    {
        QTest::addColumn<QString>("email");
        QTest::addColumn<bool>("good");
        QTest::newRow("letters") << QStringLiteral("a@bücher.example") << true;
        QTest::newRow("script of its own") << QStringLiteral("a@παράδειγμα.δοκιμή") << true;
        QTest::newRow("as DNS has it") << QStringLiteral("a@xn--bcher-kva.example") << true;
        QTest::newRow("no such label") << QStringLiteral("a@xn--\u00fcx.example") << false;
        QTest::newRow("emoji that IDNA has not") << QStringLiteral("a@-ü.example") << false;
        QTest::newRow("part before @") << QStringLiteral("jürgen@example.test") << false;
        QTest::newRow("label too long in ASCII")
            << QStringLiteral("a@") + QString(60, QChar(0xfc)) + QStringLiteral(".example") << false;
    }
    void mailbox_domains()
    {
        QFETCH(QString, email);
        QFETCH(bool, good);
        QCOMPARE(isMailbox(email.toStdString()), good);
    }

    void serviceAccounts_andKeys_areFoundAndSortedLikewise()
    {
        IdentityFixture f;
        auto& accounts = f.identity->serviceAccounts();
        for (const char* name : {"Zürich backup", "Élan", "Eland"}) {
            NewServiceAccount account;
            account.name = name;
            QVERIFY(accounts.create(IdentityFixture::system(), std::move(account)));
        }
        NewServiceAccount twin;
        twin.name = "ZU\xcc\x88RICH BACKUP";
        QVERIFY(!accounts.create(IdentityFixture::system(), std::move(twin)));
        ServiceAccountQuery query;
        query.text = "zurich";
        QCOMPARE(IdentityFixture::require(accounts.list(IdentityFixture::system(), query)).total, std::int64_t{1});
        query.text = {};
        query.limit = 1;
        std::vector<std::string> names;
        do {
            const auto page = IdentityFixture::require(accounts.list(IdentityFixture::system(), query));
            names.push_back(page.accounts.at(0).name);
            query.cursor = page.nextCursor;
        } while (!query.cursor.empty());
        QCOMPARE(names, (std::vector<std::string>{"Élan", "Eland", "Zürich backup"}));
    }

    void keysOfAnOlderVault_areMadeAnew_once()
    {
        IdentityFixture f;
        const User greek = f.addUser("g@example.test", {"viewer"}, "Γιώργος");
        const User plain = f.addUser("p@example.test", {"viewer"}, "Plain");
        const User twin = f.addUser("t@xn--bcher-kva.example", {"viewer"}, "Twin");
        write(f, "UPDATE users SET name_key = 'γιώργος' WHERE name = 'Γιώργος'");
        write(f, "UPDATE users SET email_key = 't@xn--bcher-kva.example' WHERE name = 'Twin'");
        QVERIFY(found(f, "γιωργος").empty());
        QVERIFY(!f.login("t@b\xc3\xbc"
                         "cher.example"));
        write(f, "DELETE FROM text_keys");
        f.open();
        QCOMPARE(found(f, "ΓΙΩΡΓΟΣ"), std::vector<std::string>{"Γιώργος"});
        QVERIFY(f.login("t@b\xc3\xbc"
                        "cher.example")
                    .has_value());
        QCOMPARE(read(f, "SELECT name_key FROM users WHERE name = 'Plain'"), std::vector<std::string>{"plain"});
        for (const User& user : {greek, plain, twin}) // no client sees a change
            QCOMPARE(IdentityFixture::require(f.identity->users().read(IdentityFixture::system(), user.id)).version,
                     user.version);
        // By the same rules nothing is looked at again.
        write(f, "UPDATE users SET name_key = 'x' WHERE name = 'Plain'");
        f.open();
        QCOMPARE(read(f, "SELECT name_key FROM users WHERE name = 'Plain'"), std::vector<std::string>{"x"});
        // By others everything is.
        write(f, "UPDATE text_keys SET rules = 'older'");
        f.open();
        QCOMPARE(read(f, "SELECT name_key FROM users WHERE name = 'Plain'"), std::vector<std::string>{"plain"});
    }

    void keysOfAnOlderVault_thatBecomeOne_keepWhatTheyHave()
    {
        IdentityFixture f;
        f.addUser("a@b\xc3\xbc"
                  "cher.example",
                  {"viewer"}, "First");
        f.addUser("b@example.test", {"viewer"}, "Second");
        write(f,
              "UPDATE users SET email = 'a@xn--bcher-kva.example', email_key = 'a@xn--bcher-kva.example' WHERE name = 'Second'");
        write(f, "DELETE FROM text_keys");
        f.open();
        QCOMPARE(read(f, "SELECT email_key FROM users WHERE name = 'Second'"),
                 std::vector<std::string>{"a@xn--bcher-kva.example"});
        QVERIFY(f.login("a@b\xc3\xbc"
                        "cher.example")
                    .has_value());
    }

    void moreUsersThanOneTransactionTakes_areMadeAnew()
    {
        IdentityFixture f;
        IdentityFixture::require(f.store->write([](storage::Transaction& transaction) -> Result<void> {
            for (int i = 0; i < 4'001; ++i) {
                SALLYPORT_ASSIGN(auto put, transaction.prepare("INSERT INTO users (id, name, name_key, email, email_key, status, "
                                                               "created_at, created_by, updated_at) VALUES ($1, 'Ödön', 'ödön', "
                                                               "$2, $2, 'invited', 1, 'x', 1)"));
                const std::string number = std::to_string(100'000 + i);
                put.bind(1, number).bind(2, number + "@example.test");
                SALLYPORT_TRY(put.run());
            }
            return {};
        }),
                                 0);
        write(f, "DELETE FROM text_keys");
        QVERIFY(renewTextKeys(*f.store));
        QCOMPARE(read(f, "SELECT COUNT(*) FROM users WHERE name_key LIKE 'odon%'"), std::vector<std::string>{"4001"});
    }

    void password_ofOneKeyboard_opensWithAnother()
    {
        IdentityFixture f;
        const std::string composedForm = "s\xc3\xa9ven qui\xc3\xa9t otters row upstream";
        const std::string decomposed = "se\xcc\x81ven quie\xcc\x81t otters row upstream";
        f.addUser("c@example.test", {"viewer"}, "C", composedForm);
        f.addUser("d@example.test", {"viewer"}, "D", decomposed);
        for (const char* email : {"c@example.test", "d@example.test"})
            for (const std::string& typed : {composedForm, decomposed})
                QVERIFY2(f.login(email, typed).has_value(), email);
        QVERIFY(!f.login("c@example.test", "seven quiet otters row upstream"));
    }

    void password_hashedAsItCameOnce_opensStill_andIsHashedAnew()
    {
        IdentityFixture f;
        f.addUser("old@example.test");
        const std::string decomposed = "se\xcc\x81ven quiet otters row upstream";
        const std::string old = IdentityFixture::require(
            crypto::PasswordHasher(crypto::PasswordCost{8, 1, 1}).hash(SecretBytes::fromText(decomposed), f.random));
        IdentityFixture::require(f.store->write([&](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(auto change, transaction.prepare("UPDATE users SET password_hash = $1"));
            change.bind(1, old);
            return change.run();
        }),
                                 0);
        QVERIFY(!f.login("old@example.test", "s\xc3\xa9ven quiet otters row upstream")); // it never did
        QVERIFY(f.login("old@example.test", decomposed).has_value());
        QVERIFY(f.login("old@example.test", "s\xc3\xa9ven quiet otters row upstream").has_value());
    }

    void password_isCountedAsOneForm()
    {
        // Each letter with its accent is one, however it was typed.
        std::string decomposed, composedForm;
        for (int i = 0; i < 10; ++i) {
            decomposed += "e\xcc\x81";
            composedForm += "\xc3\xa9";
        }
        PasswordContext context;
        context.minimumLength = 15;
        const auto rules = [&](const std::string& text) {
            std::vector<std::string> words;
            for (const FieldError& error : rate(SecretBytes::fromText(text), context).broken)
                words.push_back(error.rule);
            return words;
        };
        QCOMPARE(rules(decomposed), rules(composedForm));
        QVERIFY(std::ranges::count(rules(decomposed), "minLength") == 1);
    }
};

SALLYPORT_TEST(TstLetters)

} // namespace tst_letters
#include "tst_letters.moc"
