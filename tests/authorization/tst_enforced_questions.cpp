#include "tests/access/policies/random_conditions.h"
#include "tests/authorization/attached_house.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <map>
#include <set>

namespace tst_enforced_questions {

using namespace sallyport;
using namespace sallyport::authorization;
using namespace sallyport::test;
using access::Permission;
using access::ResourceKind;

namespace {

struct Object {
    ResourceKind kind = ResourceKind::Record;
    std::string id;
    std::string record; ///< on which it hangs
};

/// What is asked, and how it is done.
struct Deed {
    Permission action = Permission::RecordsRead;
    Object object; ///< without an id: one that is made
};

boost::json::object questionOf(const Deed& deed)
{
    boost::json::object resource{{"kind", resourceWord(deed.object.kind)}};
    if (!deed.object.id.empty())
        resource["id"] = deed.object.id;
    else if (!deed.object.record.empty())
        resource["record_id"] = deed.object.record;
    return {{"action", access::info(deed.action).word}, {"resource", std::move(resource)}};
}

/// Does it for real, and puts back what it has taken away.
Result<void> doIt(AttachedHouse& house, const access::Actor& actor, const Deed& deed, int number)
{
    const std::string& id = deed.object.id;
    const auto done = [](const auto& result) -> Result<void> { return result ? Result<void>() : Result<void>(result.error()); };
    const auto write = [&](const auto& work) { house.require(house.store->write(work), 0); };
    const std::string word = "word " + std::to_string(number);
    switch (deed.action) {
    case Permission::RecordsRead: return done(house.service->read(actor, records::RecordId(id)));
    case Permission::RecordsUpdate: {
        records::RecordPatch patch;
        patch.title = word;
        return done(house.service->change(actor, records::RecordId(id), std::move(patch)));
    }
    case Permission::CommentsRead: return done(house.comments->read(actor, records::CommentId(id)));
    case Permission::CommentsUpdate: return done(house.comments->change(actor, records::CommentId(id), {word, {}}));
    case Permission::CommentsCreate: {
        const auto made = house.comments->create(actor, {house.idOf(deed.object.record), word});
        if (made)
            write([&](storage::Transaction& t) { return records::rows::remove(t, made->comment.id); });
        return done(made);
    }
    case Permission::CommentsDelete: {
        const auto row = house.require(
            house.store->read([&](storage::Transaction& t) { return records::rows::comment(t, records::CommentId(id)); }));
        const Result<void> gone = house.comments->remove(actor, records::CommentId(id));
        if (gone)
            write([&](storage::Transaction& t) { return records::rows::insert(t, row); });
        return gone;
    }
    case Permission::FilesRead: return done(house.files->read(actor, records::FileId(id)));
    case Permission::FilesCreate: {
        const auto made = house.tryUpload(actor, deed.object.record);
        if (made)
            write([&](storage::Transaction& t) { return records::rows::remove(t, made->id); });
        return done(made);
    }
    default: {
        const auto row = house.require(
            house.store->read([&](storage::Transaction& t) { return records::rows::file(t, records::FileId(id)); }));
        const Result<void> gone = house.files->remove(actor, records::FileId(id));
        if (gone)
            write([&](storage::Transaction& t) { return records::rows::insert(t, row); });
        return gone;
    }
    }
}

/// All that a caller is told but the id of the decision.
std::string told(const CheckAnswer& answer)
{
    return std::string(answer.allowed ? "yes" : "no") + '|' + answer.reason + '|' + answer.summary + '|' + answer.required + '|' +
           answer.policy + '|' + answer.observed + '|' + answer.trace;
}

bool isRefusal(const Result<void>& done)
{
    return done || done.error().code == ErrorCode::NotFound || done.error().code == ErrorCode::PermissionDenied ||
           done.error().code == ErrorCode::PolicyDenied;
}

} // namespace

/// Questions are answered as the services enforce, whatever hangs on what, and say no more than those to who may see no more.
class TestEnforcedQuestions : public QObject {
    Q_OBJECT

    /// U of Surgery, who may all but delete; H of Radiology, hidden from U, with a comment and a file of an administrator.
    struct Hidden : AttachedHouse {
        access::Actor u, chief;
        std::string record, comment, file, seen, own;
        Hidden()
        {
            u = userWith("ward", "Surgery",
                         {"records:read", "records:update", "comments:read", "comments:create", "comments:update", "files:read",
                          "files:create"});
            chief = userIn("chief@example.org", "Radiology", {"admin"});
            record = addRecord("Radiology", chief.id);
            comment = addComment(record, chief.id);
            file = addFile(record, chief.id);
            seen = addRecord("Surgery", chief.id);
            own = addComment(seen, u.id);
            rule("own department", "allow", {"records:read", "records:update", "records:delete"}, {"record"},
                 "resource.department == subject.department");
            rule("administrators", "allow", {"records:read", "records:update", "records:delete"}, {"record"},
                 "'admin' in subject.roles");
        }
        CheckAnswer ask(const access::Actor& asking, const std::string& action, const boost::json::object& resource,
                        const std::string& subject = {}, bool simulation = false)
        {
            boost::json::object question{{"action", action}, {"resource", resource}};
            if (!subject.empty())
                question["subject"] = subject;
            CheckOptions options;
            options.simulation = simulation;
            return require(authorization->accessChecks().check(asking, question, options));
        }
    };

private Q_SLOTS:
    void whatHangsOnAHiddenRecord_isHiddenFromQuestionsToo()
    {
        Hidden h;
        const std::vector<std::pair<std::string, boost::json::object>> deeds{
            {"comments:read", {{"kind", "comment"}, {"id", h.comment}}},
            {"comments:update", {{"kind", "comment"}, {"id", h.comment}}},
            {"comments:create", {{"kind", "comment"}, {"record_id", h.record}}},
            {"files:read", {{"kind", "file"}, {"id", h.file}}},
            {"files:create", {{"kind", "file"}, {"record_id", h.record}}}};
        for (const auto& [action, resource] : deeds)
            for (const bool simulation : {false, true}) {
                const CheckAnswer answer = h.ask(h.system(), action, resource, h.u.id.text(), simulation);
                QVERIFY2(!answer.allowed, action.c_str());
                QCOMPARE(answer.reason, std::string("no_rule_matched"));
                QVERIFY(answer.summary.starts_with("Hidden: it needs records:read of the record. "));
                QCOMPARE(boost::json::parse(answer.trace).at("hidden_by").as_string(), "record");
                const RecordedDecision kept = h.require(h.authorization->decisionLog().read(h.system(), answer.decision));
                QCOMPARE(kept.action, action); // what was asked, with the trace of what has refused
                QCOMPARE(kept.kind, std::string(resource.at("kind").as_string()));
                QCOMPARE(boost::json::parse(kept.question).at("action").as_string(), boost::json::string(action));
                QCOMPARE(kept.trace, answer.trace);
                const WhoMay who = h.require(h.authorization->accessChecks().who(
                    h.system(), boost::json::object{{"action", action}, {"resource", resource}}));
                QCOMPARE(who.total, 1);
                QCOMPARE(who.users.at(0).id, h.chief.id.text());
            }
        std::map<std::string, std::string> may;
        for (const MayDo& one : h.require(h.authorization->accessChecks().what(
                 h.system(),
                 boost::json::object{{"subject", h.u.id.text()}, {"resource", {{"kind", "comment"}, {"id", h.comment}}}})))
            may[one.action] = one.answer;
        QCOMPARE(may["comments:read"], std::string("no"));
        for (const MayDo& one :
             h.require(h.authorization->accessChecks().what(h.system(), boost::json::object{{"subject", h.u.id.text()}})))
            may[one.action] = one.answer;
        QCOMPARE(may["comments:read"], std::string("some")); // those of records that aren't hidden
        QCOMPARE(may["records:update"], std::string("some"));
        QCOMPARE(may["comments:delete"], std::string("no"));
    }

    void whatIsSeenIsNeededForAllElse()
    {
        Hidden h;
        const access::Actor blind = h.userWith("blind", "Surgery", {"records:update", "comments:update", "files:delete"});
        const CheckAnswer answer = h.ask(h.system(), "records:update", {{"kind", "record"}, {"id", h.seen}}, blind.id.text());
        QVERIFY(!answer.allowed);
        QCOMPARE(answer.required, std::string("records:read"));
        QCOMPARE(boost::json::parse(answer.trace).at("hidden_by").as_string(), "record");
        records::RecordPatch patch;
        patch.title = "Other";
        QVERIFY(!h.service->change(blind, records::RecordId(h.seen), std::move(patch)));
    }

    void ownComment_isChangedByWhoMayWrite()
    {
        AttachedHouse h;
        const access::Actor u = h.userWith("writer", "X", {"records:read", "comments:read", "comments:create"});
        const std::string record = h.addRecord("X");
        const std::string own = h.addComment(record, u.id), foreign = h.addComment(record, {});
        const auto ask = [&](const std::string& id) {
            return h.require(h.authorization->accessChecks().check(
                h.system(),
                boost::json::object{
                    {"subject", u.id.text()}, {"action", "comments:update"}, {"resource", {{"kind", "comment"}, {"id", id}}}},
                {}));
        };
        const CheckAnswer mine = ask(own), others = ask(foreign);
        QVERIFY(mine.allowed);
        QCOMPARE(boost::json::parse(mine.trace).at_pointer("/roles/given_by/0").as_string(), "writer");
        QVERIFY(!others.allowed);
        QCOMPARE(others.required, std::string("comments:update"));
        QVERIFY(h.comments->change(u, records::CommentId(own), {"again", {}}));
        QVERIFY(!h.comments->change(u, records::CommentId(foreign), {"again", {}}));
        // Policies are asked about the action all the same.
        h.rule("none", "deny", {"comments:update"}, {"comment"}, "resource.owner_id == subject.id");
        QCOMPARE(ask(own).reason, std::string("denied_by_policy"));
    }

    /// The log says what its objects are called, to who may read them, and looking at it decides and records nothing.
    void decisions_nameTheirObjects_toWhoMayReadThem()
    {
        Hidden h;
        h.require(h.settings->change(h.system(), {{"decisions.allowed_percent", "100"}}), 0);
        QVERIFY(h.service->read(h.chief, records::RecordId(h.record)));
        QVERIFY(h.comments->read(h.chief, records::CommentId(h.comment)));
        QVERIFY(h.files->read(h.chief, records::FileId(h.file)));
        h.settle();
        const auto namesFor = [&h](const access::Actor& actor) {
            std::map<std::string, std::string> names;
            for (const RecordedDecision& one : h.require(h.authorization->decisionLog().list(actor, {})).decisions)
                if (!one.objectId.empty())
                    names[one.objectId] = one.objectName;
            return names;
        };
        const auto count = [&h] { return h.require(h.authorization->decisionLog().list(h.chief, {})).total; };
        const auto before = count();
        auto names = namesFor(h.chief);
        QCOMPARE(names[h.record], std::string("Summary"));
        QCOMPARE(names[h.comment], std::string("a word"));
        QCOMPARE(names[h.file], std::string("notes.txt"));
        const access::Actor auditor = h.userWith("log", "Surgery", {"decisions:read"});
        names = namesFor(auditor);
        QCOMPARE(names[h.record] + names[h.comment] + names[h.file], std::string()); // without the permissions
        const access::Actor other =
            h.userWith("both", "Surgery", {"decisions:read", "records:read", "comments:read", "files:read"});
        names = namesFor(other);
        QCOMPARE(names[h.record] + names[h.comment] + names[h.file], std::string()); // a policy hides the record, and with it all
        h.settle();
        QCOMPARE(count(), before);
        h.require(h.service->remove(h.chief, records::RecordId(h.record)), 0);
        h.settle();
        QCOMPARE(namesFor(h.chief)[h.record], std::string()); // what is gone has no name that outlives it
    }

    /// A recorded decision about one's own is replayed as it was made.
    void ownComment_isReplayedAsItWasDecided()
    {
        AttachedHouse h;
        h.require(h.settings->change(h.system(), {{"decisions.allowed_percent", "100"}}), 0);
        const UtcTime since = h.clock.now();
        const access::Actor u = h.userWith("writer", "X", {"comments:read", "comments:create"});
        QVERIFY(h.comments->change(u, records::CommentId(h.addComment({}, u.id)), {"again", {}}));
        h.settle();
        h.clock.advance(std::chrono::hours(1));
        PolicyPatch draft;
        draft.effect = "deny";
        draft.actions = {"comments:update"};
        draft.resources = {"comment"};
        draft.condition = "true";
        const Replay replayed = h.require(h.authorization->accessChecks().replay(h.system(), {}, draft, since, h.clock.now()));
        QCOMPARE(replayed.flipped, 1);
        QVERIFY(replayed.flips.at(0).now && !replayed.flips.at(0).then);
    }

    void hiddenAndMissing_areOneAnswerToWhoAsksAboutThemselves()
    {
        Hidden h;
        const std::string gone = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
        const std::vector<std::tuple<std::string, std::string, std::string, std::string>> objects{
            {"record", "id", h.record, "records:read"},
            {"record", "id", h.record, "records:update"},
            {"record", "id", h.record, "records:delete"},
            {"record", "id", h.record, "users:read"},
            {"comment", "id", h.comment, "comments:read"},
            {"comment", "id", h.comment, "comments:update"},
            {"comment", "id", h.comment, "comments:delete"},
            {"file", "id", h.file, "files:read"},
            {"file", "id", h.file, "files:delete"},
            {"comment", "record_id", h.record, "comments:create"},
            {"comment", "record_id", h.record, "comments:read"},
            {"file", "record_id", h.record, "files:create"}};
        for (const auto& [kind, member, id, action] : objects) {
            const auto of = [&, kind = kind, member = member](const std::string& which) {
                return boost::json::object{{"kind", kind}, {member, which}};
            };
            for (const std::string& subject : {std::string(), h.u.id.text()}) {
                const CheckAnswer hidden = h.ask(h.u, action, of(id), subject), missing = h.ask(h.u, action, of(gone), subject);
                QCOMPARE(told(hidden), told(missing));
                QVERIFY(!hidden.allowed && hidden.policy.empty() && hidden.trace.empty());
                QCOMPARE(hidden.decision.empty(), missing.decision.empty());
            }
            boost::json::array both;
            for (const std::string& which : {id, gone})
                both.push_back(boost::json::object{{"action", action}, {"resource", of(which)}});
            for (const bool record : {false, true}) {
                CheckOptions options;
                options.record = record;
                const auto answers = h.require(h.authorization->accessChecks().checkMany(h.u, both, options));
                QCOMPARE(told(answers[0]), told(answers[1]));
                QCOMPARE(answers[0].decision.empty(), !record);
                QCOMPARE(answers[1].decision.empty(), !record);
            }
        }
        // What is lacked anyway is told as by the routes: before anybody looks.
        QCOMPARE(h.ask(h.u, "records:delete", {{"kind", "record"}, {"id", h.record}}).required, std::string("records:delete"));
        QCOMPARE(h.ask(h.u, "records:read", {{"kind", "record"}, {"id", h.record}}).reason, std::string("no_such_object"));
        // What may be seen is told as before, and so is the truth to who may know of decisions.
        QVERIFY(h.ask(h.u, "comments:update", {{"kind", "comment"}, {"id", h.own}}).allowed);
        QCOMPARE(h.ask(h.u, "records:read", {{"kind", "record"}, {"id", h.seen}}).policy, std::string("own department"));
        QCOMPARE(h.ask(h.chief, "records:read", {{"kind", "record"}, {"id", h.record}}, h.u.id.text()).reason,
                 std::string("no_rule_matched"));
    }

    /// Neither circumstances that are made up nor what one's account could do show what is hidden from who asks now.
    void whatIsHidden_isNotShownByAQuestion()
    {
        Hidden h;
        h.rule("from the ward", "allow", {"records:read"}, {"record"}, "context.ip == '192.0.2.7' || context.attr.night == true");
        for (const char* const context : {R"({"ip": "192.0.2.7"})", R"({"attr": {"night": true}})"})
            for (const std::string& id : {h.record, std::string("01ARZ3NDEKTSV4RRFFQ69G5FAV")}) {
                const boost::json::object question{
                    {"action", "records:read"}, {"resource", {{"kind", "record"}, {"id", id}}}, {"context", h.json(context)}};
                QCOMPARE(h.require(h.authorization->accessChecks().check(h.u, question, {})).reason,
                         std::string("no_such_object"));
            }
        access::Actor key = h.u; // which opens comments only
        key.permissions.restrictTo([] {
            access::PermissionSet some;
            some.add(Permission::CommentsRead);
            return some;
        }());
        QVERIFY(h.ask(h.u, "records:read", {{"kind", "record"}, {"id", h.seen}}, h.u.id.text()).allowed);
    }

    void aRecordThatThereIsNot_isJudgedByWhatIsToldOfIt()
    {
        Hidden h;
        const auto ask = [&](const char* department) {
            return h.ask(h.system(), "comments:create", {{"kind", "comment"}, {"record_id", "none"}, {"department", department}},
                         h.u.id.text());
        };
        QVERIFY(ask("Surgery").allowed);
        QVERIFY(!ask("Radiology").allowed);
        QCOMPARE(
            wordOf(h.authorization->accessChecks().what(h.system(), h.json(R"({"resource": {"kind": "record", "id": "none"}})"))),
            std::string("validation_failed"));
    }

    /// The policies, roles and objects are drawn; whatever comes of them, questions and services say the same of each deed.
    void theSimulatorIsTheEnforcement_alsoForWhatHangsOnRecords()
    {
        AttachedHouse h;
        samples::RandomConditions random(243);
        std::mt19937 draw(14);
        const auto below = [&draw](std::size_t end) { return static_cast<std::size_t>(draw() % end); };
        const std::vector<std::string> words{"records:read",    "records:update",  "comments:read",
                                             "comments:create", "comments:update", "comments:delete",
                                             "files:read",      "files:create",    "files:delete"};
        std::vector<access::Actor> people;
        for (const char* const name : {"a", "b", "c", "d", "e"}) {
            std::vector<std::string> some;
            for (const std::string& word : words)
                if (below(4) != 0)
                    some.push_back(word);
            people.push_back(h.userWith(name, below(2) == 0 ? "X" : "Y", some));
        }
        people.push_back(h.userWith("parts", "X", {"records:read", "comments:read", "comments:create"}));
        std::vector<Object> objects;
        for (const char* const department : {"X", "Y", ""}) {
            const std::string record =
                h.addRecord(*department ? std::optional<std::string>(department) : std::nullopt, people[below(people.size())].id);
            objects.push_back({ResourceKind::Record, record, {}});
            for (int at = 0; at < 2; ++at) {
                objects.push_back({ResourceKind::Comment, h.addComment(record, people[below(people.size())].id), record});
                objects.push_back({ResourceKind::File, h.addFile(record, people[below(people.size())].id), record});
            }
            objects.push_back({ResourceKind::Comment, h.addComment(record, people.back().id), record});
        }
        objects.push_back({ResourceKind::Comment, h.addComment({}, people[0].id), {}});
        objects.push_back({ResourceKind::File, h.addFile({}, people[1].id), {}});
        std::vector<Deed> deeds;
        for (const Object& object : objects) {
            const auto add = [&](std::initializer_list<Permission> actions) {
                for (const Permission action : actions)
                    deeds.push_back({action, object});
            };
            if (object.kind == ResourceKind::Record) {
                add({Permission::RecordsRead, Permission::RecordsUpdate});
                deeds.push_back({Permission::CommentsCreate, {ResourceKind::Comment, {}, object.id}});
                deeds.push_back({Permission::FilesCreate, {ResourceKind::File, {}, object.id}});
            } else if (object.kind == ResourceKind::Comment) {
                add({Permission::CommentsRead, Permission::CommentsUpdate, Permission::CommentsDelete});
            } else {
                add({Permission::FilesRead, Permission::FilesDelete});
            }
        }
        int number = 0, allowedOnes = 0, hiddenOnes = 0;
        for (int round = 0; round < 6; ++round) {
            std::vector<std::string> made;
            for (int rule = 0; rule < round % 4; ++rule) {
                std::set<std::string> actions{"records:read"};
                for (std::size_t more = below(3); more > 0; --more)
                    actions.insert(words[below(words.size())]);
                made.push_back(h.rule(std::to_string(round) + '/' + std::to_string(rule), rule == 2 ? "deny" : "allow",
                                      {actions.begin(), actions.end()}, {"record", "comment", "file"},
                                      rule == 0 ? "resource.department == subject.department" : random.condition(2))
                                   .id.text());
            }
            for (const access::Actor& who : people)
                for (const Deed& deed : deeds) {
                    boost::json::object question = questionOf(deed);
                    CheckOptions options;
                    options.record = false;
                    const CheckAnswer mine = h.require(h.authorization->accessChecks().check(who, question, options));
                    question["subject"] = who.id.text();
                    const CheckAnswer checked = h.require(h.authorization->accessChecks().check(h.system(), question, options));
                    options.simulation = true;
                    const CheckAnswer simulated = h.require(h.authorization->accessChecks().check(h.system(), question, options));
                    question.erase("subject");
                    const WhoMay may = h.require(h.authorization->accessChecks().who(h.system(), question));
                    const Result<void> done = doIt(h, who, deed, ++number);
                    const std::string what = who.name + ": " + boost::json::serialize(question) + " " + checked.reason + " " +
                                             wordOf(done) + " in round " + std::to_string(round);
                    QVERIFY2(isRefusal(done), what.c_str());
                    QVERIFY2(checked.allowed == done.has_value(), what.c_str());
                    QVERIFY2(simulated.allowed == done.has_value() && simulated.reason == checked.reason, what.c_str());
                    QVERIFY2(mine.allowed == done.has_value(), what.c_str());
                    QVERIFY2(std::ranges::any_of(may.users, [&](const auto& one) { return one.id == who.id.text(); }) ==
                                 done.has_value(),
                             what.c_str());
                    // To whom the service says that there is no such thing, the answer doesn't say that there is.
                    if (!done && done.error().code == ErrorCode::NotFound)
                        QVERIFY2(mine.reason == "no_such_object" && mine.policy.empty(), what.c_str());
                    if (!done && done.error().code == ErrorCode::PolicyDenied)
                        QCOMPARE(checked.policy, done.error().policy);
                    allowedOnes += done ? 1 : 0;
                    hiddenOnes += !done && done.error().code == ErrorCode::NotFound ? 1 : 0;
                }
            for (const std::string& id : made)
                h.require(h.authorization->policies().remove(h.system(), id), 0);
        }
        QVERIFY(allowedOnes > number / 10 && hiddenOnes > number / 10); // of both there was enough
    }
};

SALLYPORT_GUILESS_TEST(TestEnforcedQuestions)

} // namespace tst_enforced_questions
#include "tst_enforced_questions.moc"
