#include "backend/journal/saved_searches_service.h"
#include "tests/support/test_journal.h"
#include "tests/support/test_main.h"
#include "tests/support/test_random.h"

#include <QtTest>

namespace tst_saved_searches {

using namespace sallyport;
using namespace sallyport::journal;
using access::Actor;
using access::Permission;

namespace {

Actor person(const char* id, std::initializer_list<Permission> permissions)
{
    Actor actor;
    actor.kind = Actor::Kind::Operator;
    actor.id = UserId(id);
    actor.name = id;
    for (const Permission permission : permissions)
        actor.permissions.add(permission);
    return actor;
}

/// Two people who may read events, and one who may change settings, too.
struct House {
    test::TestJournal journal;
    test::TestRandom random;
    SavedSearchesService searches{{.store = journal.store(),
                                   .journal = journal.journal(),
                                   .clock = journal.clock,
                                   .random = random,
                                   .now = [](const Actor& actor) -> Result<Actor> { return actor; }}};
    Actor ada = person("01J000000000000000000000A1", {Permission::EventsRead});
    Actor ben = person("01J000000000000000000000B2", {Permission::EventsRead});
    Actor chief = person("01J000000000000000000000C3", {Permission::EventsRead, Permission::SettingsUpdate});

    House()
    {
        const auto made = journal.store().write([&](storage::Transaction& transaction) -> Result<void> {
            for (const Actor& actor : {ada, ben, chief}) {
                SALLYPORT_ASSIGN(auto add, transaction.prepare("INSERT INTO users (id, name, name_key, email, email_key, status, "
                                                               "created_at, created_by, updated_at) VALUES ($1, $1, $1, $1, $1, "
                                                               "'active', 0, '', 0)"));
                add.bind(1, actor.id);
                SALLYPORT_TRY(add.run());
            }
            return {};
        });
        if (!made)
            qFatal("no users: %s", made.error().detail.c_str());
    }
    std::int64_t events(std::string_view kind)
    {
        const auto count = journal.store().read([&](storage::Transaction& transaction) -> Result<std::int64_t> {
            SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT count(*) FROM events WHERE kind = $1"));
            row.bind(1, kind);
            SALLYPORT_TRY(row.step());
            return row.integer();
        });
        return count ? *count : -1;
    }
};

QByteArray wordOf(const Result<SavedSearch>& result)
{
    if (result)
        return "saved";
    return QByteArray::fromStdString(result.error().word.empty() ? std::string(errorWord(result.error().code))
                                                                 : result.error().word);
}

QByteArray namesOf(const Result<std::vector<SavedSearch>>& searches)
{
    QByteArray names;
    for (const SavedSearch& search : *searches)
        names += QByteArray::fromStdString(search.name) + (search.own ? "*;" : ";");
    return names;
}

} // namespace

/// Searches that are kept: whose they are, what may be wrong with them, how many there may be.
class TestSavedSearches : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void own_isNobodyElses()
    {
        House house;
        const auto saved = house.searches.save(house.ada, {"  Night ", "outcome:failure since:1h", {"time", "who"}, false});
        QVERIFY(saved);
        QCOMPARE(QByteArray::fromStdString(saved->name), QByteArray("Night"));
        QCOMPARE(namesOf(house.searches.list(house.ada)), QByteArray("Night*;"));
        QCOMPARE(namesOf(house.searches.list(house.ben)), QByteArray());
        QVERIFY(house.searches.read(house.ben, saved->id.text()).error().code == ErrorCode::NotFound);
        QVERIFY(house.searches.remove(house.ben, saved->id.text()).error().code == ErrorCode::NotFound);
        QVERIFY(house.searches.remove(house.chief, saved->id.text()).error().code == ErrorCode::NotFound);
        QCOMPARE(house.searches.read(house.ada, "NIGHT")->columns.size(), std::size_t{2});
        QVERIFY(house.searches.remove(house.ada, "night"));
        QCOMPARE(house.events("search.saved"), 1);
        QCOMPARE(house.events("search.deleted"), 1);
    }

    void sharing_takesTheSettings()
    {
        House house;
        QCOMPARE(wordOf(house.searches.save(house.ada, {"Mine", "", {}, true})), QByteArray("permission_denied"));
        QVERIFY(house.searches.save(house.chief, {"Everybody's", "severity:>=warning", {}, true}));
        QVERIFY(house.searches.save(house.ada, {"Mine", "", {}, false}));
        QCOMPARE(namesOf(house.searches.list(house.ada)), QByteArray("Everybody's;Mine*;"));
        QCOMPARE(wordOf(house.searches.change(house.ada, "Mine", {.shared = true})), QByteArray("permission_denied"));
        QCOMPARE(wordOf(house.searches.change(house.ada, "Everybody's", {.name = "Hers"})), QByteArray("permission_denied"));
        QVERIFY(!house.searches.remove(house.ada, "Everybody's"));
        QVERIFY(house.searches.change(house.chief, "Everybody's", {.shared = false}));
        QCOMPARE(namesOf(house.searches.list(house.ada)), QByteArray("Mine*;"));
    }

    void nobodysSearch_isShared()
    {
        House house;
        const auto saved = house.searches.save(Actor::system("Command line"), {"Script", "kind:auth.*", {}, false});
        QVERIFY(saved && saved->shared && !saved->own);
        QVERIFY(house.searches.change(house.chief, "Script", {.shared = false})->shared);
        QVERIFY(house.searches.remove(Actor::system(), "Script"));
    }

    void mistakes_areNamed()
    {
        House house;
        QCOMPARE(wordOf(house.searches.save(house.ada, {"", "", {}, false})), QByteArray("validation_failed"));
        const auto bad = house.searches.save(house.ada, {"Bad", "outcome:maybe", {"time", "time"}, false});
        QCOMPARE(bad.error().fields.size(), std::size_t{2});
        QCOMPARE(QByteArray::fromStdString(bad.error().fields[0].field), QByteArray("q"));
        QVERIFY(!house.searches.save(house.ada, {"Bad", "", {"nothing"}, false}));
        QVERIFY(!house.searches.save(house.ada, {std::string(61, 'x'), "", {}, false}));
        QVERIFY(house.searches.save(house.ada, {"Straße", "", {}, false}));
        QCOMPARE(wordOf(house.searches.save(house.ada, {"STRASSE", "", {}, false})), QByteArray("name_taken"));
        QVERIFY(house.searches.save(house.ben, {"Strasse", "", {}, false}));
        QVERIFY(!house.searches.list(person("01J000000000000000000000D4", {})));
        QCOMPARE(house.events("search.saved"), 2);
    }

    void number_isBounded()
    {
        House house;
        for (int i = 0; i < searchesOwn; ++i)
            QVERIFY(house.searches.save(house.ada, {"Search " + std::to_string(i), "", {}, false}));
        QCOMPARE(wordOf(house.searches.save(house.ada, {"One more", "", {}, false})), QByteArray("too_many"));
        QVERIFY(house.searches.save(house.ben, {"One more", "", {}, false}));
    }

    void whoGoes_takesTheirsAlong()
    {
        House house;
        QVERIFY(house.searches.save(house.chief, {"Everybody's", "", {}, true}));
        QVERIFY(house.journal.tamper("DELETE FROM users WHERE id = '01J000000000000000000000C3'"));
        QCOMPARE(namesOf(house.searches.list(house.ada)), QByteArray());
    }
};

SALLYPORT_GUILESS_TEST(TestSavedSearches)

} // namespace tst_saved_searches
#include "tst_saved_searches.moc"
