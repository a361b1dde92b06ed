#include "backend/access/change_book.h"
#include "tests/identity/keys_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <functional>

namespace tst_own_changes {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using access::ProvisionalKind;

namespace {

struct Book final : access::ChangeBook {
    Result<std::string> note(storage::Transaction&, const access::Actor&, access::CutOff change) override
    {
        noted.push_back(std::move(change));
        return std::string("C1");
    }
    bool comesByServer(const access::Actor&) const override { return true; }
    std::vector<access::CutOff> noted;
};

/// A service account with a key that may manage keys and service accounts, and who that key is.
struct House : Keys {
    House()
    {
        identity->setChangeBook(book);
        account = require(identity->serviceAccounts().create(system(), {"Robot", "Builds", {"admin"}})).id;
        NewApiKey wanted = named("robot", all());
        wanted.owner = account;
        const IssuedKey made = require(keys().create(system(), std::move(wanted)));
        id = made.key.id;
        text = std::string(made.text.view());
        robot = caller();
    }
    /// Everything that an administrator may.
    std::vector<std::string> all() const
    {
        const access::PermissionSet held = roles->permissionsOf({"admin"});
        std::vector<std::string> words;
        for (const access::PermissionInfo& one : access::permissions())
            if (held.has(one.permission))
                words.emplace_back(one.word);
        return words;
    }
    access::Actor caller()
    {
        access::Actor actor = keys().authenticate(text, here).principal->actor;
        actor.address = here;
        return actor;
    }
    Result<std::vector<std::string>> takeBack()
    {
        const access::CutOff change = book.noted.back();
        return store->write([&](storage::Transaction& transaction) {
            return identity->takeBack(transaction, change.kind, "C1", change.objectId, change.undo);
        });
    }

    Book book;
    UserId account;
    KeyId id;
    std::string text;
    access::Actor robot;
};

/// What a key does to itself and to its account.
class OwnChangesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ownKey_isEnteredWhereItCutsOff_andIsAsItWas_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<bool>("held");
        const auto row = [](const char* name, int at, bool held) { QTest::newRow(name) << at << held; };
        row("fewer scopes", 0, true);
        row("addresses without its own", 1, true);
        row("addresses with its own", 2, false);
        row("ends within the minute", 3, true);
        row("ends later", 4, false);
        row("a rate too low to confirm by", 5, true);
        row("a rate", 6, false);
        row("a name", 7, false);
        row("everything", 8, true);
    }
    void ownKey_isEnteredWhereItCutsOff_andIsAsItWas()
    {
        QFETCH(int, at);
        QFETCH(bool, held);
        House house;
        ApiKeyPatch patch;
        switch (at) {
        case 0: patch.scopes = {"keys:read"}; break;
        case 1: patch.addresses = {"198.51.100.0/24"}; break;
        case 2: patch.addresses = {"203.0.113.0/24"}; break;
        case 3: patch.expiresIn = 60s; break;
        case 4: patch.expiresIn = 61s; break;
        case 5: patch.rate = settings::RateLimit{1, 61s}; break;
        case 6: patch.rate = settings::RateLimit{1, 60s}; break;
        case 7: patch.name = "r2"; break;
        default:
            patch.scopes = {"keys:read"};
            patch.addresses = {"198.51.100.1"};
            patch.expiresIn = 30s;
            patch.rate = settings::RateLimit{1, 3600s};
            patch.name = "r2";
        }
        const ApiKey before = house.require(house.keys().read(house.system(), house.id));
        house.require(house.keys().change(house.robot, house.id, patch));
        QCOMPARE(house.book.noted.size(), held ? 1U : 0U);
        if (!held)
            return;
        QCOMPARE(house.book.noted[0].kind, ProvisionalKind::ApiKey);
        QCOMPARE(house.book.noted[0].objectId, house.id.text());
        house.clock.advance(60s);
        QCOMPARE(house.require(house.takeBack()), std::vector<std::string>());
        const ApiKey after = house.require(house.keys().read(house.system(), house.id));
        QCOMPARE(after.name, before.name);
        QCOMPARE(after.scopes, before.scopes);
        QCOMPARE(after.addresses, before.addresses);
        QCOMPARE(after.rate.has_value(), before.rate.has_value());
        QCOMPARE(after.expiresAt, before.expiresAt);
        QVERIFY(house.works(house.text));
        QCOMPARE(house.count(audit::kind::keyChanged), 2);
    }

    void byOthers_nothingIsEntered()
    {
        House house;
        ApiKeyPatch patch;
        patch.scopes = {"keys:read"};
        house.require(house.keys().change(house.adaActor, house.id, patch));
        ServiceAccountPatch less;
        less.roles = {"viewer"};
        less.enabled = false;
        house.require(house.identity->serviceAccounts().change(house.adaActor, house.account, less));
        QVERIFY(house.book.noted.empty());
    }

    void ownAccount_isEntered_andRoleByRoleAsItWas()
    {
        House house;
        ServiceAccountPatch less;
        less.roles = {"viewer"};
        less.description = "Less";
        house.require(house.identity->serviceAccounts().change(house.robot, house.account, less));
        QCOMPARE(house.book.noted.size(), 1U);
        QCOMPARE(house.book.noted[0].kind, ProvisionalKind::ServiceAccount);
        QVERIFY(!house.caller().permissions.has(access::Permission::KeysRead));
        // What others have done to it since stays as they left it.
        less.roles = {"viewer", "editor"};
        less.description = "Mine";
        house.require(house.identity->serviceAccounts().change(house.adaActor, house.account, less));
        QCOMPARE(house.require(house.takeBack()), std::vector<std::string>{"description"});
        const ServiceAccount now = house.require(house.identity->serviceAccounts().read(house.system(), house.account));
        QCOMPARE(now.roles, (std::vector<std::string>{"admin", "editor"}));
        QCOMPARE(now.description, std::string("Mine"));
        QVERIFY(house.caller().permissions.has(access::Permission::KeysRead));
    }

    void ownAccount_disabled_isEntered_andDeleted_isRefused()
    {
        House house;
        QCOMPARE(wordOf(house.identity->serviceAccounts().remove(house.robot, house.account)), std::string("conflict"));
        ServiceAccountPatch off;
        off.enabled = false;
        house.require(house.identity->serviceAccounts().change(house.robot, house.account, off));
        QVERIFY(!house.works(house.text));
        QCOMPARE(house.book.noted.size(), 1U);
        house.require(house.takeBack());
        QVERIFY(house.works(house.text));
        // A name, or a role more, takes nothing.
        ServiceAccountPatch other;
        other.name = "Robot 2";
        other.roles = {"admin", "viewer"};
        house.require(house.identity->serviceAccounts().change(house.caller(), house.account, other));
        QCOMPARE(house.book.noted.size(), 1U);
    }

    void revokedOrGoneMeanwhile_staysSo()
    {
        House house;
        ApiKeyPatch patch;
        patch.scopes = {"keys:read"};
        house.require(house.keys().change(house.robot, house.id, patch));
        house.require(house.keys().revoke(house.system(), house.id), 0);
        QCOMPARE(house.require(house.takeBack()), std::vector<std::string>{"revoked_at"});
        QVERIFY(!house.works(house.text));
        house.require(house.identity->serviceAccounts().remove(house.system(), house.account), 0);
        QCOMPARE(house.require(house.takeBack()), std::vector<std::string>{"api_key"});
    }
};

} // namespace

SALLYPORT_GUILESS_TEST(OwnChangesTest)

} // namespace tst_own_changes
#include "tst_own_changes.moc"
