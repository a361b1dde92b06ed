#include "backend/base/limits.h"
#include "backend/records/record_text_keys.h"
#include "tests/records/attachments_fixture.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_comments {

using namespace sallyport;
using namespace sallyport::records;
using namespace sallyport::test;
using namespace std::chrono_literals;

namespace {

const CommentId absent("01ARZ3NDEKTSV4RRFFQ69G5FAX");

/// What is read of all pages, `limit` at a time; a page that isn't full but the last one fails.
std::vector<std::string> walk(AttachmentsFixture& fixture, CommentQuery query, std::int64_t* total = nullptr,
                              const access::Actor& actor = AttachmentsFixture::writer())
{
    std::vector<std::string> texts;
    for (;;) {
        const auto page = fixture.comments->list(actor, query);
        if (!page)
            qFatal("%s", page.error().detail.c_str());
        for (const Comment& comment : page->comments)
            texts.push_back(comment.text);
        if (total != nullptr)
            *total = page->total;
        if (page->nextCursor.empty())
            return texts;
        if (page->comments.size() != query.limit)
            qFatal("a page in between isn't full");
        query.cursor = page->nextCursor;
    }
}

CommentPatch content(std::string text)
{
    CommentPatch patch;
    patch.content = std::move(text);
    return patch;
}

using Texts = std::vector<std::string>;

} // namespace

class CommentsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void written_isHarmless_readBackAndOwned()
    {
        AttachmentsFixture fixture;
        const Record record = fixture.add("Summary");
        const auto made = fixture.comments->create(
            fixture.writer(), {record.id, "<p onclick=go()>Checked &amp; <strong>fine</strong></p><script>alert(1)</script>"});
        QVERIFY(made);
        QCOMPARE(made->comment.content, std::string("<p>Checked &amp; <strong>fine</strong></p>"));
        QCOMPARE(made->comment.text, std::string("Checked & fine"));
        const std::string removed = removedText(made->removed);
        QVERIFY2(removed == "1 attribute onclick, 1 element script" || removed == "1 element script, 1 attribute onclick",
                 removed.c_str());
        const auto read = fixture.comments->read(fixture.writer(), made->comment.id);
        QVERIFY(read);
        QCOMPARE(read->content, made->comment.content);
        QCOMPARE(read->text, made->comment.text);
        QCOMPARE(read->recordId, record.id);
        QCOMPARE(read->ownerId, fixture.writer().id);
        QCOMPARE(read->owner, std::string("Ada Mensah"));
        QCOMPARE(read->version, std::int64_t{1});
        QCOMPARE(fixture.kindsOf(read->id.text()), std::string("comment.created"));
        const std::string details = fixture.detailsOf("comment.created");
        QVERIFY(details.find(record.id.text()) != std::string::npos && details.find("1 element script") != std::string::npos);
        QVERIFY(details.find("Checked") == std::string::npos && details.find("alert") == std::string::npos);
    }

    void whatNobodyCanRead_isRefused()
    {
        AttachmentsFixture fixture;
        const auto rule = [&](const std::string& text) {
            const auto made = fixture.comments->create(fixture.writer(), {std::nullopt, text});
            return made ? std::string("stored") : made.error().fields.at(0).field + " " + made.error().fields.at(0).rule;
        };
        QCOMPARE(rule(""), std::string("content minLength"));
        QCOMPARE(rule("<script>alert(1)</script>"), std::string("content minLength"));
        QCOMPARE(rule("<p>\xc2\xa0</p>"), std::string("content minLength"));
        QCOMPARE(rule("\xff"), std::string("content format"));
        QCOMPARE(rule(std::string(commentLimit + 1, 'a')), std::string("content maxLength"));
        QCOMPARE(rule(std::string(commentLimit, 'a')), std::string("stored"));
        QCOMPARE(rule(std::string(commentLimit, '<')), std::string("stored")); // each becomes four letters
        QCOMPARE(fixture.number("SELECT COUNT(*) FROM comments"), std::int64_t{2});
    }

    void asvs_1_3_1_whatStandsInTheDatabase_isSanitisedAgainWhenItIsRead()
    {
        AttachmentsFixture fixture;
        const Comment made = fixture.comment("fine");
        QVERIFY(fixture.vault.tamper("UPDATE comments SET content = 'fine<img src=x onerror=alert(1)>'"));
        const Comment read = *fixture.comments->read(fixture.writer(), made.id);
        QCOMPARE(read.content, std::string("fine"));
        QCOMPARE(fixture.comments->list(fixture.writer(), {})->comments.at(0).content, std::string("fine"));
    }

    void asvs_8_2_2_onAHiddenRecord_isAsIfItWereNotThere()
    {
        AttachmentsFixture fixture;
        const Record hidden = fixture.add("hidden", "Radiology"), shown = fixture.add("shown", "Cardiology");
        const Comment comment = fixture.comment("secret", hidden.id);
        fixture.comment("open", shown.id);
        fixture.vault.clock.advance(1s);
        fixture.comment("alone");
        for (const bool inSql : {true, false}) {
            fixture.decisions.allows = [](const access::Actor&, Permission action, const access::Resource& resource) {
                return action != Permission::RecordsRead || resource.department == "Cardiology";
            };
            fixture.decisions.exact = inSql;
            fixture.decisions.inSql = [inSql](storage::SqlText& text, std::string_view alias) {
                if (inSql && alias == "r")
                    text.add(" AND (").add(alias).add(".department = ").bind("Cardiology").add(")");
            };
            const auto same = [&](const auto& call) {
                const Error one = call(comment.id), other = call(absent);
                QCOMPARE(one.code, ErrorCode::NotFound);
                QCOMPARE(other.code, ErrorCode::NotFound);
                QCOMPARE(one.detail, other.detail);
            };
            same([&](const CommentId& id) { return fixture.comments->read(fixture.chief(), id).error(); });
            same([&](const CommentId& id) { return fixture.comments->change(fixture.chief(), id, content("x")).error(); });
            same([&](const CommentId& id) { return fixture.comments->remove(fixture.chief(), id).error(); });
            QCOMPARE(fixture.comments->create(fixture.writer(), {hidden.id, "x"}).error().code, ErrorCode::NotFound);
            CommentQuery query;
            query.recordId = hidden.id;
            QCOMPARE(fixture.comments->list(fixture.writer(), query).error().code, ErrorCode::NotFound);
            query.recordId = RecordId("01ARZ3NDEKTSV4RRFFQ69G5FAX");
            QCOMPARE(fixture.comments->list(fixture.writer(), query).error().code, ErrorCode::NotFound);
            std::int64_t total = 0;
            query.recordId.reset();
            query.limit = 1;
            QCOMPARE(walk(fixture, query, &total), (Texts{"alone", "open"}));
            QCOMPARE(total, std::int64_t{2});
        }
        QCOMPARE(fixture.number("SELECT COUNT(*) FROM comments"), std::int64_t{3});
    }

    void withoutTheRightToReadRecords_onlyWhatHangsOnNone_isThere()
    {
        AttachmentsFixture fixture;
        const Record record = fixture.add("one");
        const Comment on = fixture.comment("on", record.id), alone = fixture.comment("alone");
        const access::Actor reader = fixture.user("01ARZ3NDEKTSV4RRFFQ69G5FAW", {Permission::CommentsRead});
        QCOMPARE(walk(fixture, {}, nullptr, reader), (Texts{"alone"}));
        QCOMPARE(fixture.comments->read(reader, on.id).error().code, ErrorCode::NotFound);
        QVERIFY(fixture.comments->read(reader, alone.id));
        CommentQuery query;
        query.recordId = record.id;
        QCOMPARE(fixture.comments->list(reader, query).error().code, ErrorCode::NotFound);
    }

    void permission_missing_isTold_beforeAnythingIsLookedFor()
    {
        AttachmentsFixture fixture;
        const Comment made = fixture.comment("one");
        const access::Actor nobody = fixture.user("01ARZ3NDEKTSV4RRFFQ69G5FAW", {Permission::RecordsRead});
        for (const CommentId& id : {made.id, absent}) {
            QCOMPARE(fixture.comments->read(nobody, id).error().required, std::string("comments:read"));
            QCOMPARE(fixture.comments->change(nobody, id, {}).error().required, std::string("comments:update"));
            QCOMPARE(fixture.comments->remove(nobody, id).error().required, std::string("comments:delete"));
        }
        // Nor is who may change, or write own ones, but not read.
        for (const Permission change : {Permission::CommentsUpdate, Permission::CommentsCreate}) {
            const access::Actor blind =
                fixture.user("01ARZ3NDEKTSV4RRFFQ69G5FAW", {Permission::RecordsRead, change, Permission::CommentsDelete});
            for (const CommentId& id : {made.id, absent}) {
                QCOMPARE(fixture.comments->change(blind, id, {}).error().required, std::string("comments:read"));
                QCOMPARE(fixture.comments->remove(blind, id).error().required, std::string("comments:read"));
            }
        }
        QCOMPARE(fixture.comments->list(nobody, {}).error().required, std::string("comments:read"));
        QCOMPARE(fixture.comments->create(nobody, {std::nullopt, "x"}).error().required, std::string("comments:create"));
    }

    void ownComments_areChangedByWhoMayWriteSome_othersByWhoMayChangeThem()
    {
        AttachmentsFixture fixture;
        const Comment made = fixture.comment("first");
        const auto changed = fixture.comments->change(fixture.writer(), made.id, content("<em>second</em>"));
        QVERIFY(changed);
        QCOMPARE(changed->comment.text, std::string("second"));
        QCOMPARE(changed->comment.version, std::int64_t{2});
        QCOMPARE(fixture.comments->change(fixture.writer("01ARZ3NDEKTSV4RRFFQ69G5FAW"), made.id, content("x")).error().required,
                 std::string("comments:update"));
        QVERIFY(fixture.comments->change(fixture.chief(), made.id, content("third")));
        QCOMPARE(fixture.comments->remove(fixture.writer(), made.id).error().required, std::string("comments:delete"));
        // A policy about changing holds for one's own as well.
        fixture.decisions.allows = [](const access::Actor&, Permission action, const access::Resource&) {
            return action != Permission::CommentsUpdate;
        };
        QCOMPARE(fixture.comments->change(fixture.writer(), made.id, content("x")).error().code, ErrorCode::PolicyDenied);
        QCOMPARE(fixture.kindsOf(made.id.text()), std::string("comment.created comment.changed comment.changed"));
    }

    void policies_seeTheComment_withItsRecordsDepartmentAndClassification()
    {
        AttachmentsFixture fixture;
        NewRecord given;
        given.title = "r";
        given.department = "Radiology";
        given.classification = Classification::Restricted;
        const Record record = *fixture.records().create(fixture.editor(), std::move(given));
        std::vector<access::Resource> seen;
        fixture.decisions.allows = [&seen](const access::Actor&, Permission action, const access::Resource& resource) {
            if (action != Permission::RecordsRead)
                seen.push_back(resource);
            return true;
        };
        const Comment made = fixture.comment("text", record.id);
        QVERIFY(fixture.comments->read(fixture.writer(), made.id));
        QCOMPARE(seen.size(), std::size_t{2});
        QVERIFY(seen[0].id.empty() && !seen[0].createdAt); // only about to be made
        QCOMPARE(seen[1].id, made.id.text());
        for (const access::Resource& resource : seen) {
            QCOMPARE(resource.kind, access::ResourceKind::Comment);
            QCOMPARE(*resource.ownerId, fixture.writer().id.text());
            QCOMPARE(*resource.department, std::string("Radiology"));
            QCOMPARE(*resource.classification, std::string("restricted"));
            QCOMPARE(*resource.recordId, record.id.text());
        }
        QCOMPARE((*fixture.comments->find(made.id.text()))->department, record.department);
        QVERIFY(!*fixture.comments->find(absent.text()));
    }

    void change_thatChangesNothing_isNone_andAnOldVersionIsRefused()
    {
        AttachmentsFixture fixture;
        const Comment made = fixture.comment("first");
        QCOMPARE(fixture.comments->change(fixture.writer(), made.id, content("first"))->comment.version, std::int64_t{1});
        CommentPatch patch = content("second");
        patch.expectedVersion = 1;
        QVERIFY(fixture.comments->change(fixture.writer(), made.id, std::move(patch)));
        patch = content("third");
        patch.expectedVersion = 1;
        QCOMPARE(fixture.comments->change(fixture.writer(), made.id, std::move(patch)).error().code,
                 ErrorCode::PreconditionFailed);
        QCOMPARE(fixture.kindsOf(made.id.text()), std::string("comment.created comment.changed"));
    }

    void record_takesItsCommentsWithIt()
    {
        AttachmentsFixture fixture;
        const Record record = fixture.add("one"), other = fixture.add("other");
        const Comment on = fixture.comment("on", record.id), kept = fixture.comment("kept", other.id);
        QVERIFY(fixture.records().remove(fixture.chief(), record.id));
        QCOMPARE(fixture.comments->read(fixture.writer(), on.id).error().code, ErrorCode::NotFound);
        QVERIFY(fixture.comments->read(fixture.writer(), kept.id));
        QVERIFY(fixture.detailsOf("record.deleted").find("\"comments\":1") != std::string::npos);
    }

    void limits_areNamed()
    {
        AttachmentsFixture fixture;
        fixture.set("comments.per_record", "2");
        const Record record = fixture.add("one");
        fixture.comment("a", record.id);
        fixture.comment("b", record.id);
        const auto third = fixture.comments->create(fixture.writer(), {record.id, "c"});
        QCOMPARE(third.error().code, ErrorCode::LimitReached);
        QVERIFY(third.error().detail.find("2 comments") != std::string::npos);
        fixture.comment("elsewhere"); // not on a record
    }

    void search_findsWhatIsRead_notMarkup()
    {
        AttachmentsFixture fixture;
        fixture.comment("<strong>Grüße</strong> an 100% alle");
        fixture.comment("other");
        CommentQuery query;
        const auto found = [&](const char* text) {
            query.text = text;
            return walk(fixture, query).size();
        };
        QCOMPARE(found("GRUSSE"), std::size_t{1});
        QCOMPARE(found("strong"), std::size_t{0});
        QCOMPARE(found("100%"), std::size_t{1});
        QCOMPARE(found("1_0%"), std::size_t{0});
        query.text = std::string(limits::searchText + 1, 'a');
        QCOMPARE(fixture.comments->list(fixture.writer(), query).error().code, ErrorCode::InvalidArgument);
    }

    void keysOfOtherRules_areMadeAnew()
    {
        AttachmentsFixture fixture;
        fixture.comment("<b>Grüße</b>");
        fixture.upload("Übersicht.txt", "a");
        QVERIFY(fixture.vault.tamper("UPDATE comments SET search_key = 'old'"));
        QVERIFY(fixture.vault.tamper("UPDATE files SET name_key = 'old'"));
        QVERIFY(renewTextKeys(fixture.vault.store()));
        CommentQuery query;
        query.text = "grusse";
        QCOMPARE(walk(fixture, query), (Texts{"Grüße"}));
        FileQuery files;
        files.text = "ubersicht";
        QCOMPARE(fixture.files->list(fixture.writer(), files)->total, std::int64_t{1});
    }

    void lists_arePagedInEveryOrder()
    {
        AttachmentsFixture fixture;
        const Record record = fixture.add("one");
        Texts written;
        std::vector<CommentId> ids;
        for (int i = 0; i < 7; ++i) {
            written.push_back("c" + std::to_string(i));
            ids.push_back(fixture.comment(written.back(), record.id).id);
            fixture.vault.clock.advance(1s);
        }
        CommentQuery query;
        query.limit = 2;
        query.recordId = record.id;
        query.descending = false;
        QCOMPARE(walk(fixture, query), written);
        fixture.comment("at the same moment", record.id);
        fixture.comment("at the same moment", record.id);
        QCOMPARE(walk(fixture, query).size(), written.size() + 2);
        fixture.vault.clock.advance(1s);
        QVERIFY(fixture.comments->change(fixture.writer(), ids[0], content("c0 again")));
        query.sort = CommentQuery::Sort::Changed;
        QCOMPARE(walk(fixture, query).back(), std::string("c0 again"));
        query.descending = true;
        const auto page = fixture.comments->list(fixture.writer(), query);
        QCOMPARE(page->comments.at(0).text, std::string("c0 again"));
        query.cursor = page->nextCursor;
        query.descending = false;
        QCOMPARE(fixture.comments->list(fixture.writer(), query).error().code, ErrorCode::InvalidArgument);
        query.cursor.clear();
        query.offset = 5;
        QCOMPARE(walk(fixture, query).size(), std::size_t{4});
    }
};

SALLYPORT_GUILESS_TEST(CommentsTest)

} // namespace tst_comments
#include "tst_comments.moc"
