#include "tests/identity/keys_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

#include <set>

namespace tst_api_keys {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using namespace std::chrono_literals;

class ApiKeysTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void create_answersTheTextOnce_andStoresAHash();
    void create_checksEveryField();
    void create_scopes_areHeldByOwnerAndActor();
    void create_groups_meanWhatIsHeld();
    void create_forOthers_needsThePermission();
    void create_limitsAreKept();
    void authenticate_asOwnerWithinScopes();
    void authenticate_refusals_haveOneText();
    void authenticate_previousProcess_stillKnowsTheKey();
    void ownerLosesRole_keyLosesItAtOnce();
    void ownerDisabledOrDeleted_keyStopsAtOnce();
    void revoke_worksAtOnce_andKeepsTheRecord();
    void expiry_isExact();
    void change_isRecordedAndChecked();
    void list_filtersSortsAndPages();
    void list_ofOthers_isHidden();
};

void ApiKeysTest::create_answersTheTextOnce_andStoresAHash()
{
    Keys f;
    NewApiKey wanted = Keys::named("CI");
    wanted.signing = true;
    const IssuedKey issued = Keys::require(f.keys().create(f.edActor, std::move(wanted)));
    QVERIFY(parseKeyText(issued.text.view()) && parseKeyText(issued.signingSecret.view()));
    QVERIFY(issued.text.view().starts_with(issued.key.prefix + "_"));
    QCOMPARE(issued.key.owner.name, std::string("Ed"));
    QVERIFY(issued.key.expiresAt == f.clock.now() + 90 * 24h);
    QVERIFY(issued.key.signing && issued.key.useCount == 0 && !issued.key.lastUsedAt);
    const audit::Event event = f.last(audit::kind::keyCreated);
    QCOMPARE(event.object.id, issued.key.id.text());
    QVERIFY(event.detailsJson.find("users:read") != std::string::npos);
    // Neither record nor database holds what opens (the file is looked at below the encryption).
    QVERIFY(event.detailsJson.find(issued.text.view().substr(13)) == std::string::npos);
    const auto found = f.store->read([&](storage::Transaction& transaction) -> Result<std::int64_t> {
        SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT COUNT(*) FROM api_keys WHERE instr(CAST(secret_hash AS BLOB), $1) "
                                                       "> 0 OR instr(CAST(signing_secret AS BLOB), $2) > 0"));
        row.bind(1, issued.text.bytes()).bind(2, issued.signingSecret.bytes());
        SALLYPORT_TRY(row.step());
        return row.integer();
    });
    QCOMPARE(*found, std::int64_t{0});
}

void ApiKeysTest::create_checksEveryField()
{
    Keys f;
    const auto fieldsOf = [&](NewApiKey key) {
        const auto result = f.keys().create(f.edActor, std::move(key));
        std::string fields;
        if (!result)
            for (const FieldError& field : result.error().fields)
                fields += field.field + ":" + field.rule + " ";
        return fields;
    };
    NewApiKey bad = Keys::named("", {"nothing:at_all"});
    bad.addresses = {"203.0.113.0/24", "300.1.1.1"};
    bad.rate = settings::RateLimit{0, 60s};
    bad.expiresIn = 0s;
    QCOMPARE(fieldsOf(std::move(bad)),
             std::string("name:minLength scopes.0:exists addresses.1:format rate.requests:range expires_in:minimum "));
    QCOMPARE(fieldsOf(Keys::named("x", {})), std::string("scopes:minItems "));
    NewApiKey longer = Keys::named("x");
    longer.expiresIn = 367 * 24h;
    QCOMPARE(fieldsOf(std::move(longer)), std::string("expires_in:maximum "));
    NewApiKey fast = Keys::named("x");
    fast.rate = settings::RateLimit{4000, 3600s}; // the class api_read allows 1,000
    QCOMPARE(fieldsOf(std::move(fast)), std::string("rate:maximum "));
    NewApiKey byAdmin = Keys::named("x");
    byAdmin.rate = settings::RateLimit{4000, 3600s};
    QVERIFY(f.keys().create(f.adaActor, std::move(byAdmin)));
    NewApiKey many = Keys::named("x");
    many.addresses.assign(33, "10.0.0.1");
    QCOMPARE(fieldsOf(std::move(many)), std::string("addresses:maxItems "));
}

void ApiKeysTest::create_scopes_areHeldByOwnerAndActor()
{
    Keys f;
    const auto said = [&](const access::Actor& actor, const char* scope) {
        const auto refused = f.keys().create(actor, Keys::named("x", {scope}));
        return refused || refused.error().fields.empty() ? std::string() : refused.error().fields.front().message;
    };
    // What could be asked for instead is said.
    const std::string lacks = said(f.edActor, "users:delete");
    QVERIFY2(lacks.starts_with("The owner does not have this permission. Possible are: "), lacks.c_str());
    QVERIFY2(lacks.find("records:read") != std::string::npos, lacks.c_str());
    const std::string unknown = said(f.edActor, "record:read");
    QVERIFY2(unknown.starts_with("There is no such permission. records:read is near. Possible are: "), unknown.c_str());
    // The viewer doesn't hold it.
    QCOMPARE(wordOf(f.keys().create(f.viActor, Keys::named("x", {"users:delete"}))), std::string("validation_failed"));
    // The administrator holds it, but the owner doesn't.
    NewApiKey forViewer = Keys::named("x", {"users:delete"});
    forViewer.owner = f.viewer.id;
    QCOMPARE(wordOf(f.keys().create(f.adaActor, std::move(forViewer))), std::string("validation_failed"));
    // The owner holds it, but not who creates it.
    access::Actor manager = f.viActor;
    manager = access::Actor::system("Limited");
    manager.permissions = {};
    manager.permissions.add(access::Permission::KeysCreate);
    NewApiKey forEditor = Keys::named("x", {"records:update"});
    forEditor.owner = f.editor.id;
    const auto result = f.keys().create(manager, std::move(forEditor));
    QCOMPARE(wordOf(result), std::string("permission_denied"));
    QCOMPARE(result.error().required, std::string("records:update"));
}

void ApiKeysTest::create_groups_meanWhatIsHeld()
{
    Keys f;
    const IssuedKey issued = Keys::require(f.keys().create(f.viActor, Keys::named("x", {"read"})));
    QVERIFY(std::ranges::find(issued.key.scopes, "users:read") != issued.key.scopes.end());
    QVERIFY(std::ranges::find(issued.key.scopes, "records:read") != issued.key.scopes.end());
    QCOMPARE(wordOf(f.keys().create(f.viActor, Keys::named("x", {"manage_users"}))), std::string("validation_failed"));
}

void ApiKeysTest::create_forOthers_needsThePermission()
{
    Keys f;
    NewApiKey key = Keys::named("x");
    key.owner = f.viewer.id;
    QCOMPARE(wordOf(f.keys().create(f.edActor, std::move(key))), std::string("permission_denied"));
    NewApiKey nobody = Keys::named("x");
    nobody.owner = UserId("00000000000000000000000000");
    QCOMPARE(wordOf(f.keys().create(f.adaActor, std::move(nobody))), std::string("validation_failed"));
    QCOMPARE(wordOf(f.keys().create(Keys::system(), Keys::named("x"))), std::string("validation_failed"));
    QCOMPARE(wordOf(f.keys().create(access::Actor{}, Keys::named("x"))), std::string("validation_failed"));
}

void ApiKeysTest::create_limitsAreKept()
{
    Keys f;
    Keys::require(f.settings->change(Keys::system(), {{"keys.per_owner", "2"}}), 0);
    const IssuedKey first = Keys::require(f.keys().create(f.edActor, Keys::named("1")));
    Keys::require(f.keys().create(f.edActor, Keys::named("2")));
    QCOMPARE(wordOf(f.keys().create(f.edActor, Keys::named("3"))), std::string("limit_reached"));
    QVERIFY(f.keys().create(f.viActor, Keys::named("of another")));
    Keys::require(f.keys().revoke(f.edActor, first.key.id), 0);
    QVERIFY(f.keys().create(f.edActor, Keys::named("3")));
}

void ApiKeysTest::authenticate_asOwnerWithinScopes()
{
    Keys f;
    const IssuedKey issued = Keys::require(f.keys().create(f.adaActor, Keys::named("x", {"users:read", "events:read"})));
    const KeyVerdict verdict = f.keys().authenticate(issued.text.view(), here);
    QVERIFY(verdict.principal && !verdict.refusal);
    const access::Actor& actor = verdict.principal->actor;
    QCOMPARE(actor.name, std::string("Ada"));
    QCOMPARE(actor.key, issued.key.id);
    QCOMPARE(actor.permissions.size(), std::size_t{2});
    QVERIFY(actor.permissions.has(access::Permission::EventsRead) && !actor.permissions.has(access::Permission::UsersDelete));
    // What services do with it, too.
    QVERIFY(f.identity->users().list(actor, {}));
    QCOMPARE(wordOf(f.identity->users().apply(actor, f.viewer.id, UserAction::Delete)), std::string("permission_denied"));
}

void ApiKeysTest::authenticate_refusals_haveOneText()
{
    Keys f;
    NewApiKey wanted = Keys::named("x");
    wanted.addresses = {"203.0.113.0/24", "2001:db8::/32"};
    const IssuedKey issued = Keys::require(f.keys().create(f.edActor, std::move(wanted)));
    const std::string text(issued.text.view());
    crypto::SystemRandom random;
    const std::string forged(newKeyText(KeyTextKind::ApiKey, issued.key.id, random)->view());
    const std::string unknown(newKeyText(KeyTextKind::ApiKey, KeyId("00000000"), random)->view());
    const std::pair<std::string, std::string> cases[] = {{text.substr(0, text.size() - 1) + "?", "key_malformed"},
                                                         {"", "key_malformed"},
                                                         {forged, "key_wrong_secret"},
                                                         {unknown, "key_unknown"}};
    std::vector<KeyVerdict> verdicts;
    for (const auto& [key, reason] : cases) {
        verdicts.push_back(f.keys().authenticate(key, here));
        QCOMPARE(verdicts.back().refusal->recordedWord, reason);
    }
    QCOMPARE(f.word(text, *IpAddress::parse("198.51.100.1")), std::string("key_address"));
    verdicts.push_back(f.keys().authenticate(text, *IpAddress::parse("198.51.100.1")));
    QCOMPARE(f.word(text, *IpAddress::parse("2001:db8::1")), std::string("ok"));
    for (const KeyVerdict& verdict : verdicts) {
        QVERIFY(!verdict.principal);
        QCOMPARE(verdict.refusal->word, std::string("key_invalid"));
        QCOMPARE(verdict.refusal->detail, verdicts.front().refusal->detail);
        QVERIFY(verdict.refusal->code == ErrorCode::Unauthenticated);
    }
    // The record names the key only where the secret was right.
    QCOMPARE(verdicts.back().claimed.kind, std::string("api_key"));
    QCOMPARE(verdicts[2].claimed.kind, std::string("anonymous"));
    QCOMPARE(verdicts[2].claimed.id, issued.key.id.text());
    QCOMPARE(verdicts[2].claimed.name, issued.key.name);
}

void ApiKeysTest::authenticate_previousProcess_stillKnowsTheKey()
{
    Keys f;
    const IssuedKey issued = Keys::require(f.keys().create(f.edActor, Keys::named("x")));
    f.open();
    QVERIFY(f.works(issued.text.view()));
}

void ApiKeysTest::ownerLosesRole_keyLosesItAtOnce()
{
    Keys f;
    const IssuedKey issued = Keys::require(f.keys().create(f.edActor, Keys::named("x", {"users:read", "records:update"})));
    QVERIFY(f.keys().authenticate(issued.text.view(), here).principal->actor.permissions.has(access::Permission::RecordsUpdate));
    Keys::require(f.identity->users().setRoles(Keys::system(), f.editor.id, {"viewer"}));
    const KeyVerdict verdict = f.keys().authenticate(issued.text.view(), here);
    QVERIFY(verdict.principal && !verdict.principal->actor.permissions.has(access::Permission::RecordsUpdate));
    const ApiKey seen = Keys::require(f.keys().read(f.adaActor, issued.key.id));
    QCOMPARE(seen.beyondOwner, std::vector<std::string>{"records:update"});
    ApiKeyQuery query;
    query.filter = ApiKeyQuery::Filter::OverScoped;
    QCOMPARE(Keys::require(f.keys().list(f.adaActor, query)).total, std::int64_t{1});
}

void ApiKeysTest::ownerDisabledOrDeleted_keyStopsAtOnce()
{
    Keys f;
    const IssuedKey issued = Keys::require(f.keys().create(f.edActor, Keys::named("x")));
    const access::Actor acting = f.keys().authenticate(issued.text.view(), here).principal->actor;
    Keys::require(f.identity->users().apply(Keys::system(), f.editor.id, UserAction::Disable), 0);
    QCOMPARE(f.word(issued.text.view()), std::string("key_owner_disabled"));
    QCOMPARE(wordOf(f.identity->users().list(acting, {})), std::string("token_invalid"));
    Keys::require(f.identity->users().apply(Keys::system(), f.editor.id, UserAction::Enable), 0);
    QVERIFY(f.works(issued.text.view()));
    Keys::require(f.identity->users().apply(Keys::system(), f.editor.id, UserAction::Delete), 0);
    QCOMPARE(f.word(issued.text.view()), std::string("key_unknown"));
    QCOMPARE(wordOf(f.keys().read(f.adaActor, issued.key.id)), std::string("not_found"));
}

void ApiKeysTest::revoke_worksAtOnce_andKeepsTheRecord()
{
    Keys f;
    const IssuedKey issued = Keys::require(f.keys().create(f.edActor, Keys::named("x")));
    QVERIFY(f.works(issued.text.view()));
    Keys::require(f.keys().revoke(f.adaActor, issued.key.id), 0);
    QCOMPARE(f.word(issued.text.view()), std::string("key_revoked"));
    const ApiKey seen = Keys::require(f.keys().read(f.edActor, issued.key.id));
    QVERIFY(seen.revokedAt && seen.ended());
    QCOMPARE(seen.revokedBy, std::string("Ada"));
    QCOMPARE(f.count(audit::kind::keyRevoked), 1);
    Keys::require(f.keys().revoke(f.adaActor, issued.key.id), 0);
    QCOMPARE(f.count(audit::kind::keyRevoked), 1);
    QCOMPARE(wordOf(f.keys().rotate(f.adaActor, issued.key.id, 0s)), std::string("conflict"));
    QCOMPARE(wordOf(f.keys().revoke(f.viActor, issued.key.id)), std::string("not_found"));
    QCOMPARE(wordOf(f.keys().revoke(f.adaActor, KeyId("00000000"))), std::string("not_found"));
}

void ApiKeysTest::expiry_isExact()
{
    Keys f;
    NewApiKey wanted = Keys::named("x");
    wanted.expiresIn = 60s;
    const IssuedKey issued = Keys::require(f.keys().create(f.edActor, std::move(wanted)));
    f.clock.advance(60s - 1us);
    QVERIFY(f.works(issued.text.view()));
    f.clock.advance(1us);
    QCOMPARE(f.word(issued.text.view()), std::string("key_expired"));
}

void ApiKeysTest::change_isRecordedAndChecked()
{
    Keys f;
    const IssuedKey issued = Keys::require(f.keys().create(f.edActor, Keys::named("x", {"users:read", "records:read"})));
    ApiKeyPatch patch;
    patch.name = "y";
    patch.scopes = {"users:read"};
    patch.addresses = {"10.0.0.0/8"};
    patch.rate = settings::RateLimit{10, 60s};
    patch.expectedVersion = 1;
    const ApiKey changed = Keys::require(f.keys().change(f.edActor, issued.key.id, patch));
    QCOMPARE(changed.name, std::string("y"));
    QCOMPARE(changed.version, std::int64_t{2});
    QCOMPARE(f.word(issued.text.view()), std::string("key_address"));
    QVERIFY(f.last(audit::kind::keyChanged).detailsJson.find("10.0.0.0/8") != std::string::npos);
    QCOMPARE(wordOf(f.keys().change(f.edActor, issued.key.id, patch)), std::string("precondition_failed"));
    ApiKeyPatch nothing;
    nothing.name = "y";
    QCOMPARE(Keys::require(f.keys().change(f.edActor, issued.key.id, nothing)).version, std::int64_t{2});
    QCOMPARE(f.count(audit::kind::keyChanged), 1);
    ApiKeyPatch more;
    more.scopes = {"users:delete"};
    QCOMPARE(wordOf(f.keys().change(f.edActor, issued.key.id, more)), std::string("validation_failed"));
    ApiKeyPatch later;
    later.expiresIn = 366 * 24h;
    QVERIFY(Keys::require(f.keys().change(f.edActor, issued.key.id, later)).expiresAt == f.clock.now() + 366 * 24h);
    QCOMPARE(wordOf(f.keys().change(f.viActor, issued.key.id, nothing)), std::string("not_found"));
}

void ApiKeysTest::list_filtersSortsAndPages()
{
    Keys f;
    std::vector<IssuedKey> issued;
    for (int i = 0; i < 25; ++i) {
        NewApiKey key = Keys::named("key " + std::string(1, static_cast<char>('a' + i)));
        key.expiresIn = std::chrono::hours(24 * (i + 1));
        issued.push_back(Keys::require(f.keys().create(i % 2 == 0 ? f.edActor : f.viActor, std::move(key))));
    }
    Keys::require(f.keys().revoke(f.adaActor, issued[3].key.id), 0);
    ApiKeyQuery query;
    query.limit = 10;
    for (const auto sort : {ApiKeyQuery::Sort::Name, ApiKeyQuery::Sort::Owner, ApiKeyQuery::Sort::Expires,
                            ApiKeyQuery::Sort::State, ApiKeyQuery::Sort::Uses, ApiKeyQuery::Sort::Created}) {
        for (const bool descending : {false, true}) {
            query.sort = sort;
            query.descending = descending;
            query.cursor.clear();
            std::vector<std::string> names;
            do {
                const ApiKeyPage page = Keys::require(f.keys().list(f.adaActor, query));
                QCOMPARE(page.total, std::int64_t{25});
                for (const ApiKey& key : page.keys)
                    names.push_back(key.name);
                query.cursor = page.nextCursor;
            } while (!query.cursor.empty());
            QCOMPARE(names.size(), std::size_t{25});
            QCOMPARE(std::set(names.begin(), names.end()).size(), std::size_t{25});
            if (sort == ApiKeyQuery::Sort::Expires)
                QCOMPARE(names.front(), std::string(descending ? "key y" : "key a"));
        }
    }
    query.cursor = "AAAA";
    QCOMPARE(wordOf(f.keys().list(f.adaActor, query)), std::string("invalid_argument"));
    query = {};
    query.text = "KEY C";
    QCOMPARE(Keys::require(f.keys().list(f.adaActor, query)).total, std::int64_t{1});
    query.text = issued[7].key.prefix;
    QCOMPARE(Keys::require(f.keys().list(f.adaActor, query)).keys.front().name, std::string("key h"));
    query = {};
    query.filter = ApiKeyQuery::Filter::Expiring; // within seven days; one of them is revoked
    const ApiKeyPage expiring = Keys::require(f.keys().list(f.adaActor, query));
    QCOMPARE(expiring.total, std::int64_t{6});
    QCOMPARE(expiring.statistics.total, std::int64_t{25});
    QCOMPARE(expiring.statistics.ended, std::int64_t{1});
    query.filter = ApiKeyQuery::Filter::Ended;
    QCOMPARE(Keys::require(f.keys().list(f.adaActor, query)).total, std::int64_t{1});
    Keys::require(f.settings->change(Keys::system(), {{"keys.stale_after", "86400"}}), 0);
    f.clock.advance(12h);
    QVERIFY(f.works(issued[10].text.view()));
    f.clock.advance(12h + 1s);
    query.filter = ApiKeyQuery::Filter::Stale; // not the used one, not the revoked one, not the one that has expired
    QCOMPARE(Keys::require(f.keys().list(Keys::system(), query)).total, std::int64_t{22});
}

void ApiKeysTest::list_ofOthers_isHidden()
{
    Keys f;
    const IssuedKey issued = Keys::require(f.keys().create(f.edActor, Keys::named("x")));
    QCOMPARE(Keys::require(f.keys().list(f.viActor, {})).statistics.total, std::int64_t{0});
    QCOMPARE(Keys::require(f.keys().list(f.edActor, {})).total, std::int64_t{1});
    QCOMPARE(wordOf(f.keys().read(f.viActor, issued.key.id)), std::string("not_found"));
    QCOMPARE(wordOf(f.keys().list(access::Actor{}, {})), std::string("permission_denied"));
}

SALLYPORT_GUILESS_TEST(ApiKeysTest)

} // namespace tst_api_keys
#include "tst_api_keys.moc"
