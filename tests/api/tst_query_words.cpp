#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <QTest>

namespace tst_query_words {

using namespace sallyport;
using namespace sallyport::test;

/// A word that no filter knows is refused, with the nearest one: an empty list would look like an answer.
class QueryWordsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_admin = m_server.adminToken(); }
    void unknownWord_isRefusedWithTheNearest_data();
    void unknownWord_isRefusedWithTheNearest();
    void knownWord_isTaken();
    void optionOfAnotherFormat_isRefused();

private:
    Reply get(const std::string& target)
    {
        HttpsClient client(m_server.port());
        return client.send("GET", target, TestServer::bearer(m_admin));
    }

    TestServer m_server;
    std::string m_admin;
};

void QueryWordsTest::unknownWord_isRefusedWithTheNearest_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("hint");
    const auto row = [](const char* target, const char* field, const char* hint) {
        QTest::newRow(target) << QString::fromLatin1(field) << QString::fromLatin1(hint);
    };
    row("/api/users?role=nosuch", "role", "it takes ");
    row("/api/users?role=edtior", "role", "did you mean editor?");
    row("/api/users?role=Viewer", "role", "did you mean viewer?");
    row("/api/users?status=actve", "status", "did you mean active?");
    row("/api/users?mfa=few-codes", "mfa", "did you mean few_codes?");
    row("/api/users?sort=names", "sort", "did you mean name?");
    row("/api/export/users?role=edtior", "role", "did you mean editor?");
    row("/api/export/users?format=csvs", "format", "did you mean csv?");
    row("/api/sessions?sort=lastused", "sort", "did you mean last_used?");
    row("/api/keys?filter=expirng", "filter", "did you mean expiring?");
    row("/api/audit/export?format=json", "format", "did you mean jsonl?");
    row("/api/events?q=outcome:sucess", "q", "Did you mean success?");
    row("/api/events?q=kind:auth.lgoin", "q", "Did you mean auth.login?");
    row("/api/audit/export?q=severity:critcal", "q", "Did you mean critical?");
}

void QueryWordsTest::unknownWord_isRefusedWithTheNearest()
{
    QFETCH(QString, field);
    QFETCH(QString, hint);
    const Reply reply = get(QTest::currentDataTag());
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.text("/details/0/field"), field.toStdString());
    QVERIFY2(reply.text("/details/0/message").find(hint.toStdString()) != std::string::npos, reply.body.c_str());
    QVERIFY(reply.body.find("nosuch") == std::string::npos && reply.body.find("edtior") == std::string::npos);
}

void QueryWordsTest::knownWord_isTaken()
{
    for (const char* target : {"/api/users?role=viewer", "/api/users?role=owner&status=active&mfa=off&sort=-name",
                               "/api/keys?filter=over_scoped&sort=-use_count", "/api/sessions?sort=-last_used_at",
                               "/api/export/users?role=owner&format=json", "/api/audit/export?format=jsonl"})
        QCOMPARE(get(target).status, 200);
}

void QueryWordsTest::optionOfAnotherFormat_isRefused()
{
    for (const char* target : {"/api/audit/export?format=jsonl&bom=true", "/api/audit/export?format=pdf&bom=true",
                               "/api/export/users?format=json&bom=true"}) {
        const Reply reply = get(target);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.text("/details/0/field"), std::string("bom"));
    }
    QVERIFY(get("/api/audit/export?format=csv&bom=true").body.starts_with("\xef\xbb\xbf"));
    QCOMPARE(get("/api/audit/export?format=jsonl&bom=false").status, 200);
}

SALLYPORT_GUILESS_TEST(QueryWordsTest)

} // namespace tst_query_words
#include "tst_query_words.moc"
