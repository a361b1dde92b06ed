#include "tests/protection/lists_fixture.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_address_rules {

using namespace sallyport;
using namespace sallyport::protection;
using namespace std::chrono_literals;
using test::ListsFixture;
using test::wordOf;

namespace {

template <typename T>
std::string conflictOf(const Result<T>& result)
{
    return result ? std::string("ok") : result.error().word.empty() ? wordOf(result) : result.error().word;
}

std::vector<std::string> addressesOf(const AddressRulePage& page)
{
    std::vector<std::string> addresses;
    for (const AddressRule& rule : page.rules)
        addresses.push_back(rule.address);
    return addresses;
}

} // namespace

class TestAddressRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void blocksInEverySpelling()
    {
        ListsFixture f;
        QCOMPARE(f.about("127.0.0.2"), "none");
        const AddressRule rule = f.block("::ffff:127.0.0.2", {}, "  Tries passwords ");
        QCOMPARE(rule.address, "127.0.0.2");
        QCOMPARE(rule.reason, "Tries passwords");
        QCOMPARE(f.about("127.0.0.2"), "blocked");
        QCOMPARE(f.about("::ffff:127.0.0.2"), "blocked");
        QCOMPARE(f.about("127.0.0.3"), "none");
        QCOMPARE(conflictOf(f.lists->add(f.system(), {"127.0.0.2", "block", {}, {}})), "rule_exists");
        QCOMPARE(addressesOf(ListsFixture::require(f.lists->list(f.system(), {}))), std::vector<std::string>{"127.0.0.2"});
        QCOMPARE(f.count(audit::kind::addressRuleAdded), 1);
        QCOMPARE(f.last(audit::kind::addressRuleAdded).object.name, "127.0.0.2");
    }

    void allowBeatsEveryBlock()
    {
        ListsFixture f;
        f.block("203.0.113.0/24");
        f.block("203.0.113.7");
        f.allow("203.0.113.0/28");
        QCOMPARE(f.about("203.0.113.7"), "allowed");
        QCOMPARE(f.about("203.0.113.77"), "blocked");
        // Alone it changes nothing for others, nor for who is in it.
        f.allow("198.51.100.1");
        QCOMPARE(f.about("198.51.100.1"), "allowed");
        QCOMPARE(f.about("198.51.100.2"), "none");
    }

    void anAllowRuleLiftsABan()
    {
        ListsFixture f;
        QCOMPARE(wordOf(f.ban("203.0.113.7")), "ok");
        QCOMPARE(f.about("203.0.113.7"), "banned");
        const AddressRule allowed = f.allow("203.0.113.0/24");
        QCOMPARE(f.about("203.0.113.7"), "allowed");
        QCOMPARE(conflictOf(f.ban("203.0.113.7")), "allowed");
        // And it doesn't come back when the rule goes.
        ListsFixture::require(f.lists->remove(f.system(), allowed.id), 0);
        QCOMPARE(f.about("203.0.113.7"), "none");
    }

    void aLiftedBanStaysLifted()
    {
        ListsFixture f;
        std::vector<std::string> lifted;
        const auto token = f.lists->onLifted([&](const Cidr& range) { lifted.push_back(range.text()); });
        const AddressRule banned = ListsFixture::require(f.ban("203.0.113.7"));
        ListsFixture::require(f.lists->remove(f.system(), banned.id), 0);
        QCOMPARE(f.about("203.0.113.7"), "none");
        QCOMPARE(lifted, std::vector<std::string>{"203.0.113.7/32"});
        QVERIFY(f.lists->inGrace(*IpAddress::parse("203.0.113.7")));
        QVERIFY(!f.lists->inGrace(*IpAddress::parse("203.0.113.8")));
        QCOMPARE(conflictOf(f.ban("203.0.113.7")), "grace");
        f.open(); // a restart
        QCOMPARE(f.about("203.0.113.7"), "none");
        QCOMPARE(conflictOf(f.ban("203.0.113.7")), "grace");
        f.clock.advance(900s);
        QVERIFY(!f.lists->inGrace(*IpAddress::parse("203.0.113.7")));
        f.keep();
        QCOMPARE(conflictOf(f.ban("203.0.113.7")), "ok");
    }

    void aRuleByHandOfTheSameAddressStaysWhenABanGoes()
    {
        ListsFixture f;
        const AddressRule banned = ListsFixture::require(f.ban("203.0.113.7"));
        f.block("203.0.113.7");
        QCOMPARE(f.about("203.0.113.7"), "blocked");
        ListsFixture::require(f.lists->remove(f.system(), banned.id), 0);
        QCOMPARE(f.about("203.0.113.7"), "blocked");
    }

    void bansGrowLonger()
    {
        ListsFixture f;
        f.set("sessions.absolute", "86400");
        const std::vector<std::chrono::seconds> lengths{1h, 6h, 24h, 168h, 720h, 720h};
        for (std::size_t i = 0; i < lengths.size(); ++i) {
            QCOMPARE(ListsFixture::require(f.lists->nextBan(*IpAddress::parse("203.0.113.7"))).length, lengths[i]);
            const AddressRule banned = ListsFixture::require(f.ban("203.0.113.7"));
            QCOMPARE(banned.step, static_cast<std::uint32_t>(i + 1));
            QCOMPARE(*banned.expiresAt - banned.createdAt, std::chrono::microseconds(lengths[i]));
            QCOMPARE(banned.score, std::optional<std::uint32_t>(95));
            QCOMPARE(conflictOf(f.ban("203.0.113.7")), "banned_already");
            f.clock.advance(lengths[i] - 1s);
            QCOMPARE(f.about("203.0.113.7"), "banned");
            f.clock.advance(1s);
            QCOMPARE(f.about("203.0.113.7"), "none");
            if (i % 2 == 0)
                f.keep(); // with and without the row of the one that has ended
        }
        const auto earlier = ListsFixture::require(f.lists->earlierBans(f.system(), *IpAddress::parse("203.0.113.7")));
        QCOMPARE(earlier.size(), lengths.size());
        QCOMPARE(earlier.front().step, 6u);
        QCOMPARE(earlier.back().reason, "Scanning");
        f.clock.advance(std::chrono::days(366));
        QCOMPARE(ListsFixture::require(f.lists->nextBan(*IpAddress::parse("203.0.113.7"))).step, 1u);
    }

    /// What tells somebody how long their ban will be goes by memory, and that by the vault.
    void howLongTheNextBanIs_isKnownAfterARestart()
    {
        ListsFixture f;
        f.set("sessions.absolute", "86400");
        ListsFixture::require(f.ban("203.0.113.7"));
        ListsFixture::require(f.ban("2001:db8:77:1::5"));
        f.clock.advance(61min);
        f.open();
        QCOMPARE(ListsFixture::require(f.lists->nextBan(*IpAddress::parse("203.0.113.7"))).length, std::chrono::seconds(6h));
        QCOMPARE(ListsFixture::require(f.lists->nextBan(*IpAddress::parse("2001:db8:77:1::6"))).step, 2u);
        QCOMPARE(ListsFixture::require(f.lists->nextBan(*IpAddress::parse("203.0.113.8"))).step, 1u);
        const AddressRule second = ListsFixture::require(f.ban("203.0.113.7"));
        QCOMPARE(ListsFixture::require(f.lists->nextBan(*IpAddress::parse("203.0.113.7"))).step, 3u);
        ListsFixture::require(f.lists->remove(f.system(), second.id), 0);
        QCOMPARE(ListsFixture::require(f.lists->nextBan(*IpAddress::parse("203.0.113.7"))).step, 2u);
        ListsFixture::require(f.lists->reload(), 0);
        QCOMPARE(ListsFixture::require(f.lists->nextBan(*IpAddress::parse("203.0.113.7"))).step, 2u);
    }

    void oneThatWasLiftedIsNoEarlierBan()
    {
        ListsFixture f;
        const AddressRule banned = ListsFixture::require(f.ban("203.0.113.7"));
        ListsFixture::require(f.lists->remove(f.system(), banned.id), 0);
        f.clock.advance(1h);
        QCOMPARE(ListsFixture::require(f.ban("203.0.113.7")).step, 1u);
        const auto earlier = ListsFixture::require(f.lists->earlierBans(f.system(), *IpAddress::parse("203.0.113.7")));
        QCOMPARE(earlier.back().liftedBy, "Sallyport");
    }

    void anIpv6SubscriberIsBannedWhole()
    {
        ListsFixture f;
        QCOMPARE(ListsFixture::require(f.ban("2001:db8:1:2::3")).address, "2001:db8:1:2::/64");
        QCOMPARE(f.about("2001:db8:1:2:ffff::1"), "banned");
        QCOMPARE(f.about("2001:db8:1:3::1"), "none");
    }

    void bansNobodyOfTheHouse()
    {
        ListsFixture f;
        f.set("addresses.trusted_proxies", "192.0.2.0/29");
        QVERIFY(f.lists->isTrustedProxy(*IpAddress::parse("192.0.2.3")));
        QVERIFY(!f.lists->isTrustedProxy(*IpAddress::parse("192.0.2.8")));
        for (const char* address : {"127.0.0.1", "::1", "::ffff:127.0.0.1", "192.0.2.3"})
            QCOMPARE(conflictOf(f.ban(address)), "own_address");
        for (const char* range : {"127.0.0.1", "::ffff:127.0.0.1", "127.0.0.0/8", "0.0.0.0/0", "::1", "::/0"})
            QCOMPARE(conflictOf(f.lists->add(f.system(), {range, "block", {}, {}})), "own_address");
        QCOMPARE(conflictOf(f.ban("127.0.0.2")), "ok");
        QCOMPARE(conflictOf(f.lists->add(f.system(), {"127.0.0.0/8", "allow", {}, {}})), "ok");
    }

    void sparesTheOnlyAdministrator()
    {
        ListsFixture f;
        f.addUser("root@northgate.example", {"admin"});
        f.addUser("hana@northgate.example", {"operator"});
        f.addUser("other@northgate.example", {"operator"});
        const access::Actor root = f.caller("root@northgate.example", "203.0.113.7");
        const access::Actor hana = f.caller("hana@northgate.example", "203.0.113.50");
        QCOMPARE(conflictOf(f.ban("203.0.113.7")), "last_administrator");
        QCOMPARE(conflictOf(f.lists->add(hana, {"203.0.113.0/28", "block", {}, {}})), "last_administrator");
        QCOMPARE(conflictOf(f.lists->add(hana, {"203.0.113.16/28", "block", {}, {}})), "ok");
        f.addUser("second@northgate.example", {"admin"});
        QCOMPARE(conflictOf(f.ban("203.0.113.7")), "ok");
    }

    void whoBlocksThemselvesMustConfirm()
    {
        ListsFixture f;
        f.addUser("root@northgate.example", {"admin"});
        const access::Actor root = f.caller("root@northgate.example", "203.0.113.7");
        ListsFixture::require(f.lists->add(root, {"198.51.100.0/24", "block", {}, {}}));
        QVERIFY(f.book.noted.empty());
        ListsFixture::require(f.lists->add(root, {"203.0.113.0/24", "block", {}, {}}));
        QCOMPARE(f.book.noted.size(), std::size_t{1});
        QCOMPARE(f.book.noted[0].kind, access::ProvisionalKind::AddressRule);
        QCOMPARE(f.book.noted[0].objectName, "203.0.113.0/24");
        QCOMPARE(f.about("203.0.113.7"), "blocked");
        ListsFixture::require(f.store->write(
            [&](storage::Transaction& transaction) { return f.lists->takeBack(transaction, f.book.noted[0].undo); }));
        QCOMPARE(f.about("203.0.113.7"), "none");
        QCOMPARE(f.about("198.51.100.1"), "blocked");
    }

    void whoTakesWhatLetsThemInMustConfirm()
    {
        ListsFixture f;
        f.addUser("root@northgate.example", {"admin"});
        const access::Actor root = f.caller("root@northgate.example", "203.0.113.7");
        f.block("203.0.113.0/24");
        const AddressRule mine = f.allow("203.0.113.7"), other = f.allow("203.0.113.9");
        const std::vector<AddressRuleId> both{mine.id, other.id};
        QCOMPARE(ListsFixture::require(f.lists->removeMany(root, both)), std::int64_t{2});
        QCOMPARE(f.book.noted.size(), std::size_t{1});
        QCOMPARE(f.about("203.0.113.7"), "blocked");
        ListsFixture::require(f.store->write(
            [&](storage::Transaction& transaction) { return f.lists->takeBack(transaction, f.book.noted[0].undo); }));
        QCOMPARE(f.about("203.0.113.7"), "allowed");
        QCOMPARE(f.about("203.0.113.9"), "blocked"); // which didn't cut anybody off
    }

    void needsItsPermissions()
    {
        ListsFixture f;
        f.addUser("root@northgate.example", {"admin"});
        f.addUser("eve@northgate.example", {"editor"});
        f.addUser("audit@northgate.example", {"auditor"});
        const access::Actor eve = f.caller("eve@northgate.example", "203.0.113.7");
        const access::Actor auditor = f.caller("audit@northgate.example", "203.0.113.8");
        const AddressRule rule = f.block("198.51.100.1");
        QCOMPARE(wordOf(f.lists->list(eve, {})), "permission_denied");
        QCOMPARE(wordOf(f.lists->list(auditor, {})), "ok");
        QCOMPARE(wordOf(f.lists->add(auditor, {"198.51.100.2", "block", {}, {}})), "permission_denied");
        QCOMPARE(wordOf(f.lists->removeMany(auditor, std::span(&rule.id, 1))), "permission_denied");
        QCOMPARE(wordOf(f.lists->removeFound(auditor, {})), "permission_denied");
        QCOMPARE(wordOf(f.lists->change(auditor, rule.id, {"x", {}})), "permission_denied");
        QCOMPARE(wordOf(f.lists->import(auditor, {.text = "198.51.100.2"})), "permission_denied");
        QCOMPARE(wordOf(f.lists->exportRules(eve, AddressExport::Plain)), "permission_denied");
        QCOMPARE(f.about("198.51.100.1"), "blocked");
    }

    void saysWhatIsWrong()
    {
        ListsFixture f;
        const auto fieldsOf = [&](const NewAddressRule& rule) {
            std::string fields;
            if (const auto added = f.lists->add(f.system(), rule); !added)
                for (const FieldError& field : added.error().fields)
                    fields += field.field + ' ';
            return fields;
        };
        QCOMPARE(fieldsOf({"203.0.113.999", "block", {}, {}}), "address ");
        QCOMPARE(fieldsOf({"203.0.113.0/33", "ban", std::string(501, 'a'), 0s}), "address action reason expires_in ");
        QCOMPARE(fieldsOf({"fe80::1%eth0", "block", "a\nb", {}}), "address reason ");
        QCOMPARE(fieldsOf({"203.0.113.1", "block", {}, addressRuleLongest + 1s}), "expires_in ");
        QCOMPARE(fieldsOf({"203.0.113.1", "block", std::string(500, 'a'), addressRuleLongest}), "");
    }

    void endsWithItsTime()
    {
        ListsFixture f;
        const AddressRule rule = f.block("203.0.113.7", 60s);
        f.clock.advance(59s);
        QCOMPARE(f.about("203.0.113.7"), "blocked");
        f.clock.advance(1s);
        QCOMPARE(f.about("203.0.113.7"), "none");
        QCOMPARE(ListsFixture::require(f.lists->list(f.system(), {})).total, std::int64_t{0});
        QCOMPARE(wordOf(f.lists->read(f.system(), rule.id)), "not_found");
        // Its place is free again, before and after the row is gone.
        f.block("203.0.113.7", 60s);
        f.clock.advance(60s);
        f.keep();
        QCOMPARE(f.count(audit::kind::addressRuleEnded), 1);
        f.block("203.0.113.7", 60s);
        QCOMPARE(f.about("203.0.113.7"), "blocked");
    }

    void changesEndAndReason()
    {
        ListsFixture f;
        const AddressRule rule = f.block("203.0.113.7", 60s);
        AddressRulePatch patch;
        patch.expiresIn = std::optional<std::chrono::seconds>(3600s);
        patch.reason = "Longer";
        const AddressRule changed = ListsFixture::require(f.lists->change(f.system(), rule.id, patch));
        QCOMPARE(changed.reason, "Longer");
        f.clock.advance(3599s);
        QCOMPARE(f.about("203.0.113.7"), "blocked");
        AddressRulePatch forever;
        forever.expiresIn.emplace();
        QVERIFY(!ListsFixture::require(f.lists->change(f.system(), rule.id, forever)).expiresAt);
        f.clock.advance(std::chrono::days(4000));
        QCOMPARE(f.about("203.0.113.7"), "blocked");
    }

    void outlivesARestartAndCountsHits()
    {
        ListsFixture f;
        f.block("203.0.113.7");
        ListsFixture::require(f.ban("198.51.100.7"));
        for (int i = 0; i < 3; ++i)
            f.lists->countHit(f.lists->lookup(*IpAddress::parse("203.0.113.7")));
        f.keep();
        f.lists->countHit(f.lists->lookup(*IpAddress::parse("203.0.113.7")));
        f.keep();
        f.open();
        QCOMPARE(f.about("203.0.113.7"), "blocked");
        QCOMPARE(f.about("198.51.100.7"), "banned");
        AddressRuleQuery query;
        query.byScore = false;
        const AddressRulePage page = ListsFixture::require(f.lists->list(f.system(), query));
        QCOMPARE(page.rules.size(), std::size_t{1});
        QCOMPARE(page.rules[0].hits, std::uint64_t{4});
        QCOMPARE(*page.rules[0].lastHit, UtcTime(std::chrono::floor<std::chrono::seconds>(f.clock.now())));
        query.byScore = true;
        const AddressRule banned = ListsFixture::require(f.lists->list(f.system(), query)).rules.at(0);
        QCOMPARE(banned.signals.size(), std::size_t{2});
        QCOMPARE(banned.signals[0].values, (std::vector<std::string>{"34", "60"}));
    }

    void takesOverWhatAnotherProcessDoes()
    {
        ListsFixture f;
        const AddressRule banned = ListsFixture::require(f.ban("203.0.113.7"));
        const auto other = ListsFixture::require(
            AddressRulesService::open({.store = *f.store,
                                       .journal = *f.journal,
                                       .settings = *f.settings,
                                       .clock = f.clock,
                                       .random = f.random,
                                       .now = [&](const access::Actor& actor) { return f.identity->now(actor); }}));
        // Both hear of each other by the same store here; what is read again must come to the same.
        std::vector<std::string> lifted;
        ListsFixture::require(f.lists->remove(f.system(), banned.id), 0);
        const auto token = other->onLifted([&](const Cidr& range) { lifted.push_back(range.text()); });
        ListsFixture::require(other->reload(), 0);
        QVERIFY(lifted.empty()); // known already
        QCOMPARE(other->lookup(*IpAddress::parse("203.0.113.7")).kind, AddressVerdict::Kind::None);
        QVERIFY(other->inGrace(*IpAddress::parse("203.0.113.7")));
    }

    void findsAndPages()
    {
        ListsFixture f;
        for (int i = 0; i < 25; ++i) {
            f.block("203.0.113." + std::to_string(i), {}, i % 2 == 0 ? "Scanner" : "Spam");
            f.clock.advance(1s);
        }
        f.block("198.51.100.0/24");
        AddressRuleQuery query;
        query.sort = AddressRuleQuery::Sort::Address;
        query.descending = false;
        query.limit = 10;
        std::vector<std::string> all;
        for (int page = 0; page < 5; ++page) {
            const AddressRulePage got = ListsFixture::require(f.lists->list(f.system(), query));
            QCOMPARE(got.total, std::int64_t{26});
            for (const std::string& address : addressesOf(got))
                all.push_back(address);
            query.cursor = got.nextCursor;
            if (query.cursor.empty())
                break;
        }
        QCOMPARE(all.size(), std::size_t{26});
        QCOMPARE(all.front(), "198.51.100.0/24");
        QCOMPARE(all[3], "203.0.113.2"); // by their numbers, not by their letters
        QCOMPARE(all.back(), "203.0.113.24");
        AddressRuleQuery search;
        search.text = "scanner";
        QCOMPARE(ListsFixture::require(f.lists->list(f.system(), search)).total, std::int64_t{13});
        search.text = "198.51.100.77"; // what holds for it
        QCOMPARE(addressesOf(ListsFixture::require(f.lists->list(f.system(), search))),
                 std::vector<std::string>{"198.51.100.0/24"});
        search.text = "scanner";
        QCOMPARE(ListsFixture::require(f.lists->removeFound(f.system(), search)), std::int64_t{13});
        QCOMPARE(f.count(audit::kind::addressRulesRemoved), 0);
        QCOMPARE(f.count(audit::kind::addressRuleRemoved), 13);
        QCOMPARE(f.about("203.0.113.2"), "none");
        QCOMPARE(f.about("203.0.113.3"), "blocked");
        for (const auto sort : {AddressRuleQuery::Sort::Created, AddressRuleQuery::Sort::Expires, AddressRuleQuery::Sort::Hits,
                                AddressRuleQuery::Sort::LastHit}) {
            AddressRuleQuery by;
            by.sort = sort;
            by.limit = 5;
            std::size_t count = 0;
            do {
                const AddressRulePage got = ListsFixture::require(f.lists->list(f.system(), by));
                count += got.rules.size();
                by.cursor = got.nextCursor;
            } while (!by.cursor.empty());
            QCOMPARE(count, std::size_t{13});
        }
        refusesWrongPages(f);
    }

    void importsAList()
    {
        ListsFixture f;
        f.block("203.0.113.1");
        AddressImport import;
        import.text = "\xEF\xBB\xBF# a list\n203.0.113.1\n\n  203.0.113.2 ; spam \r\n2001:db8::/32 # v6\n127.0.0.0/8\nnonsense\n"
                      "::ffff:203.0.113.2\n203.0.113.9/24";
        import.reason = "Imported";
        import.tryOnly = true;
        const AddressImportResult tried = ListsFixture::require(f.lists->import(f.system(), import));
        QCOMPARE(tried.added, std::size_t{3});
        QCOMPARE(f.about("203.0.113.2"), "none");
        import.tryOnly = false;
        const AddressImportResult done = ListsFixture::require(f.lists->import(f.system(), import));
        QCOMPARE(done.added, std::size_t{3});
        QCOMPARE(done.known, std::size_t{2});
        QCOMPARE(done.wrong, std::size_t{2});
        QCOMPARE(done.lines.size(), std::size_t{2});
        QCOMPARE(done.lines[0].number, std::size_t{6});
        QCOMPARE(done.lines[1].number, std::size_t{7});
        QCOMPARE(f.about("203.0.113.2"), "blocked");
        QCOMPARE(f.about("203.0.113.200"), "blocked");
        AddressRuleQuery query;
        query.text = "spam";
        QCOMPARE(ListsFixture::require(f.lists->list(f.system(), query)).rules.at(0).address, "203.0.113.2");
        QCOMPARE(f.count(audit::kind::addressRulesImported), 1);
    }

    void exportsWhatIsInForce()
    {
        ListsFixture f;
        f.block("203.0.113.0/24", {}, "Spam");
        f.block("203.0.113.7", 60s);
        f.block("2001:db8::/32");
        f.allow("192.0.2.1");
        ListsFixture::require(f.ban("198.51.100.7"));
        f.block("198.51.100.9", 1s);
        f.clock.advance(2s);
        QCOMPARE(ListsFixture::require(f.lists->exportRules(f.system(), AddressExport::Plain)),
                 "198.51.100.7 # Scanning\n203.0.113.0/24 # Spam\n203.0.113.7\n2001:db8::/32\n");
        const std::string nft = ListsFixture::require(f.lists->exportRules(f.system(), AddressExport::Nftables));
        QVERIFY(nft.find("add element inet sallyport blocked4 {\n    198.51.100.7 timeout 3598s,\n    203.0.113.0/24\n}\n") !=
                std::string::npos);
        QVERIFY(nft.find("203.0.113.7") == std::string::npos); // inside a wider one
        QVERIFY(nft.find("set allowed4 { type ipv4_addr; flags interval, timeout; }") != std::string::npos);
        QVERIFY(nft.find("flush set inet sallyport allowed4\nadd element inet sallyport allowed4 {\n    192.0.2.1\n}\n") !=
                std::string::npos);
        const std::string crowd = ListsFixture::require(f.lists->exportRules(f.system(), AddressExport::CrowdSec));
        QVERIFY(crowd.find(R"({"duration":"3598s","scope":"ip","value":"198.51.100.7","type":"ban","reason":"Scanning"})") !=
                std::string::npos);
        QVERIFY(crowd.find(R"("scope":"range","value":"203.0.113.0/24")") != std::string::npos);
        QVERIFY(crowd.find("192.0.2.1") == std::string::npos);
    }

    void exportsNobodyWhoIsLetIn()
    {
        ListsFixture f;
        f.block("198.51.100.5");
        f.block("203.0.113.0/30", {}, "Spam");
        f.block("2001:db8::/126");
        f.block("192.0.2.9");
        f.allow("198.51.100.0/24");
        f.allow("203.0.113.1");
        f.allow("2001:db8::3");
        f.allow("10.0.0.0/8");
        QCOMPARE(ListsFixture::require(f.lists->exportRules(f.system(), AddressExport::Plain)),
                 "192.0.2.9\n203.0.113.0 # Spam\n203.0.113.2/31 # Spam\n2001:db8::/127\n2001:db8::2\n");
        const std::string crowd = ListsFixture::require(f.lists->exportRules(f.system(), AddressExport::CrowdSec));
        QVERIFY(crowd.find("198.51.100.5") == std::string::npos);
        QVERIFY(crowd.find(R"("scope":"ip","value":"203.0.113.0")") != std::string::npos);
        QVERIFY(crowd.find(R"("scope":"range","value":"203.0.113.2/31")") != std::string::npos);
        for (const char* out : {"192.0.2.9", "203.0.113.0", "203.0.113.2", "203.0.113.3", "2001:db8::1", "2001:db8::2"})
            QCOMPARE(f.about(out), "blocked");
        for (const char* in : {"198.51.100.5", "203.0.113.1", "2001:db8::3"})
            QCOMPARE(f.about(in), "allowed");
    }

    /// Nobody's ban goes because there are many others.
    void aFloodOfBansForgetsNobody()
    {
        ListsFixture f;
        const AddressRule first = ListsFixture::require(f.ban("203.0.113.7"));
        std::string text;
        for (int i = 0; i < 5'000; ++i)
            text +=
                "10." + std::to_string(i / 65536) + '.' + std::to_string(i / 256 % 256) + '.' + std::to_string(i % 256) + '\n';
        QCOMPARE(ListsFixture::require(f.lists->import(f.system(), {.text = std::move(text)})).added, std::size_t{5'000});
        QCOMPARE(f.about("203.0.113.7"), "banned");
        QCOMPARE(f.about("10.0.19.31"), "blocked");
        AddressRuleQuery all;
        all.byScore = false;
        QCOMPARE(ListsFixture::require(f.lists->removeFound(f.system(), all)), std::int64_t{5'000});
        QCOMPARE(f.count(audit::kind::addressRulesRemoved), 3);
        QCOMPARE(f.about("203.0.113.7"), "banned");
        QCOMPARE(f.about("10.0.19.31"), "none");
    }

private:
    static void refusesWrongPages(ListsFixture& f)
    {
        AddressRuleQuery wrong;
        wrong.cursor = "bm9uZQ";
        QCOMPARE(wordOf(f.lists->list(f.system(), wrong)), "invalid_argument");
        wrong = {};
        wrong.limit = 201;
        QCOMPARE(wordOf(f.lists->list(f.system(), wrong)), "invalid_argument");
    }
};

SALLYPORT_TEST(TestAddressRules)

} // namespace tst_address_rules
#include "tst_address_rules.moc"
