#include "tests/support/test_main.h"
#include "ui/playground/answer_view.h"
#include "ui/playground/credential.h"
#include "ui/playground/route_catalog.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace tst_playground {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr auto document = R"json({
 "paths": {
  "/api/data": {
   "get": {"summary": "Records", "tags": ["Records"], "x-permission": "records:read",
    "parameters": [{"in": "query", "name": "limit", "schema": {"type": "integer"}}]},
   "post": {"summary": "Add a record", "requestBody": {"content": {"application/json": {"schema":
    {"$ref": "#/components/schemas/NewRecord"}}}}}},
  "/api/data/{id}": {
   "get": {"parameters": [{"in": "path", "name": "id", "required": true, "schema": {"type": "string"}},
                          {"in": "header", "name": "X-MFA-Token", "schema": {"type": "string"}}]}},
  "/api/upload": {"post": {"requestBody": {"content": {"multipart/form-data": {"schema": {"type": "object"}}}}}}
 },
 "components": {"schemas": {
  "NewRecord": {"type": "object", "required": ["title", "level", "tags"], "properties": {
   "title": {"type": "string", "minLength": 1}, "body": {"type": "string"},
   "level": {"enum": ["internal", "public"]}, "tags": {"type": "array", "items": {"$ref": "#/components/schemas/Tag"}}}},
  "Tag": {"type": ["string", "null"]},
  "Loop": {"$ref": "#/components/schemas/Loop"}}}
})json";

class TstPlayground final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void routes_areReadWithAnExampleEach()
    {
        const QList<RouteExample> routes = readRoutes(document);
        QCOMPARE(routes.size(), 4);
        QCOMPARE(routes[0].method, QByteArray("GET"));
        QCOMPARE(routes[0].target, u"/api/data"_s);
        QCOMPARE(routes[0].permission, u"records:read"_s);
        QVERIFY(routes[0].contentType.isEmpty() && !routes[0].takesStepUp);
        const QJsonObject body = QJsonDocument::fromJson(routes[1].body.toUtf8()).object();
        QCOMPARE(body.keys(), (QStringList{u"level"_s, u"tags"_s, u"title"_s}));
        QCOMPARE(body[u"level"_s].toString(), u"internal"_s);
        QCOMPARE(body[u"title"_s].toString(), u"title"_s);
        QCOMPARE(routes[2].target, u"/api/data/ID"_s);
        QVERIFY(routes[2].takesStepUp);
        QCOMPARE(routes[3].contentType, u"multipart/form-data"_s);
        QVERIFY(routes[3].body.isEmpty());
    }

    void noDocument_hasNoRoutes()
    {
        for (const char* const text : {"", "[]", "{}", "{\"paths\": 3}", "<html>"})
            QVERIFY(readRoutes(text).isEmpty());
    }

    void request_findsItsRoute()
    {
        const QList<RouteExample> routes = readRoutes(document);
        QCOMPARE(routeOf(routes, "GET", u"/api/data/17?unmask=true"_s), 2);
        QCOMPARE(routeOf(routes, "POST", u"/api/data"_s), 1);
        QCOMPARE(routeOf(routes, "DELETE", u"/api/data/17"_s), -1);
        QCOMPARE(routeOf(routes, "GET", u"/api/data/"_s), -1);
    }

    /// The HMAC of openssl: printf 'POST\n/api/signed?a=1\n1764000000\nn-1\n<sha256 of {}>' | openssl dgst -sha256 -hmac
    /// sps_secret
    void signature_isWhatOpensslSays()
    {
        ServerClient::Request request;
        request.method = "POST";
        request.target = u"/api/signed?a=1"_s;
        request.body = "{}";
        Credential credential;
        credential.kind = Credential::Kind::Signature;
        credential.key = u" spk_abc "_s;
        credential.secret = u"sps_secret"_s;
        const ServerClient::Fields fields = fieldsOf(credential, request, 1'764'000'000, "n-1");
        QCOMPARE(fields.size(), 4);
        QCOMPARE(fields[0], (std::pair<QByteArray, QByteArray>("X-API-Key", "spk_abc")));
        QCOMPARE(fields[1].second, QByteArray("1764000000"));
        QCOMPARE(fields[3].second, QByteArray("178f8f8b88dde3c466b6e4fd166bd95a69eed2c1c06bbd8a38e94c03d4547305"));
    }

    void curl_quotesWhatAShellWouldRead_andHoldsNoSecret()
    {
        ServerClient::Request request;
        request.method = "POST";
        request.target = u"/api/data?q=a b"_s;
        request.fields.emplaceBack("Content-Type", "application/json");
        request.body = "{\"title\": \"O'Brien $(id)\"}";
        Credential credential;
        credential.kind = Credential::Kind::Token;
        credential.token = u"eyJ-very-secret"_s;
        const QString text = curlText(QUrl(u"https://127.0.0.1:8443"_s), request, credential);
        QVERIFY(text.contains(u"--data-raw '{\"title\": \"O'\\''Brien $(id)\"}'"_s));
        QVERIFY(text.contains(u"-H \"Authorization: Bearer $TOKEN\""_s));
        QVERIFY(text.endsWith(u"'https://127.0.0.1:8443/api/data?q=a b'"_s));
        QVERIFY(!text.contains(u"secret"_s));
    }

    void limits_areToldInWords()
    {
        ServerClient::Answer answer;
        QVERIFY(AnswerView::limitsText(answer).isEmpty());
        answer.fields.emplaceBack("RateLimit-Policy", "\"api_read\";q=1000;w=3600");
        answer.fields.emplaceBack("ratelimit", "\"api_read\";r=997;t=60");
        QCOMPARE(AnswerView::limitsText(answer), u"997 of 1,000 left, more in 1 minute(s)"_s);
    }
};

} // namespace

SALLYPORT_GUI_TEST(TstPlayground)

} // namespace tst_playground
#include "tst_playground.moc"
