#include "backend/crypto/digest.h"
#include "backend/crypto/mac.h"
#include "backend/identity/signatures/pasted_request.h"
#include "backend/identity/signatures/samples.h"
#include "tests/identity/keys_fixture.h"
#include "tests/support/test_main.h"

#include <QTest>

namespace tst_signature_lab {

using namespace sallyport;
using namespace sallyport::identity;
using namespace sallyport::test;
using namespace std::chrono_literals;

namespace {

/// A vault with a key that signs, and requests as somebody would paste them.
struct Lab : Keys {
    Lab()
    {
        NewApiKey wanted = named("signs", {"users:read"});
        wanted.signing = true;
        key = require(keys().create(edActor, std::move(wanted)));
    }

    std::string now() const
    {
        return std::to_string(std::chrono::floor<std::chrono::seconds>(clock.now()).time_since_epoch().count());
    }
    std::string canonical(const std::string& method, const std::string& target, const std::string& body) const
    {
        return method + "\n" + target + "\n" + now() + "\nn-1\n" + (body.empty() ? "" : toHex(crypto::sha256(asBytes(body))));
    }
    /// The request with a signature over `text`.
    std::string pasted(const std::string& method, const std::string& target, const std::string& body, const std::string& text,
                       const std::string& secret = {}) const
    {
        const std::string with = secret.empty() ? std::string(key.signingSecret.view()) : secret;
        return method + " " + target + " HTTP/1.1\nHost: localhost:8443\nX-API-Key: " + key.key.prefix +
               "\nX-Timestamp: " + now() +
               "\nX-Nonce: n-1\nX-Signature: " + toHex(*crypto::hmacSha256(asBytes(with), asBytes(text))) + "\n\n" + body;
    }
    LabReport explain(const std::string& request, const std::string& clientText = {})
    {
        return require(identity->signatureLab().explain(edActor, request, clientText));
    }
    static std::string failed(const LabReport& report)
    {
        std::string words;
        for (const LabCheck& check : report.checks)
            if (check.outcome == LabOutcome::Failed)
                words += (words.empty() ? "" : " ") + check.word;
        return words;
    }

    IssuedKey key;
};

} // namespace

class SignatureLabTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pasted_isReadAsItWasSent();
    void pasted_thatIsNoRequest_isRefused();
    void good_passesEverything();
    void everyCheck_isAskedForItself();
    void mistake_isNamed_data();
    void mistake_isNamed();
    void lines_areComparedWithTheClients();
    void rfc9421_isExplainedToo();
    void keys_thatOneMayNotSee_areUnknown();
    void samples_quoteWhatIsInTheRequest();
};

void SignatureLabTest::pasted_isReadAsItWasSent()
{
    std::vector<MessageField> room;
    const auto plain =
        PastedRequest::read("POST /a?b=c HTTP/1.1\r\nHost: x.example\r\nX-Nonce:  n \r\nContent-Length: 3\r\n\r\nabc\n");
    QVERIFY(plain);
    const SignedMessage message = plain->message(room);
    QCOMPARE(std::string(message.method), std::string("POST"));
    QCOMPARE(std::string(message.path), std::string("/a"));
    QCOMPARE(std::string(message.query), std::string("b=c"));
    QCOMPARE(std::string(message.authority), std::string("x.example"));
    QCOMPARE(std::string(*message.single("x-nonce")), std::string("n"));
    QCOMPARE(std::string(message.body), std::string("abc")); // the line feed came from the editor
    const auto curl = PastedRequest::read("> GET /a HTTP/1.1\n> Host: x.example\n> Accept: */*\n>\n");
    QVERIFY(curl);
    QCOMPARE(curl->fields.size(), std::size_t{2});
    const auto absolute = PastedRequest::read("GET https://x.example:8443/a?b HTTP/1.1");
    QCOMPARE(absolute->authority, std::string("x.example:8443"));
    QCOMPARE(absolute->target, std::string("/a?b"));
}

void SignatureLabTest::pasted_thatIsNoRequest_isRefused()
{
    for (const std::string text : {"", "GET", "GET  HTTP/1.1", "hello there", "GET a HTTP/1.1", "GET /a HTTP/1.1\nno field\n"})
        QVERIFY2(!PastedRequest::read(text), text.c_str());
    QVERIFY(!PastedRequest::read("GET /a HTTP/1.1\n\n" + std::string(pastedRequestLimit, 'x')));
    Lab f;
    QCOMPARE(wordOf(f.identity->signatureLab().explain(f.edActor, "hello", {})), std::string("invalid_argument"));
}

void SignatureLabTest::good_passesEverything()
{
    Lab f;
    const std::string text = f.canonical("GET", "/api/signed", "");
    const LabReport report = f.explain(f.pasted("GET", "/api/signed", "", text), text);
    QCOMPARE(Lab::failed(report), std::string());
    QCOMPARE(report.canonical, text);
    QCOMPARE(report.keyName, std::string("signs"));
    QCOMPARE(report.checks.size(), std::size_t{6});
    QVERIFY(std::ranges::none_of(report.lines, &LabLine::differs));
    QVERIFY(report.mistakes.empty());
    // Looking is no use of the key.
    QCOMPARE(Keys::require(f.keys().read(f.edActor, f.key.key.id)).useCount, std::int64_t{0});
}

void SignatureLabTest::everyCheck_isAskedForItself()
{
    Lab f;
    const std::string request = f.pasted("GET", "/api/signed", "", "something else");
    f.clock.advance(2h);
    const LabReport report = f.explain(request);
    QCOMPARE(Lab::failed(report), std::string("signature_clock signature_mismatch"));
    QCOMPARE(report.checks[3].values, (std::vector<std::string>{"-7200", "300"}));
    QCOMPARE(Lab::failed(f.explain("GET /api/signed HTTP/1.1\nX-API-Key: spk_00000000\n")), std::string("signature_malformed"));
    std::string unknown = request;
    unknown.replace(unknown.find(f.key.key.prefix), f.key.key.prefix.size(), "spk_00000000");
    QCOMPARE(Lab::failed(f.explain(unknown)), std::string("key_unknown signature_clock"));
    Keys::require(f.keys().revoke(f.edActor, f.key.key.id), 0);
    QCOMPARE(Lab::failed(f.explain(request)), std::string("key_revoked signature_clock"));
}

void SignatureLabTest::mistake_isNamed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("word");
    const QByteArray head = "POST\n/api/users?b=2&a=%C3%A4\n%t\nn-1\n";
    const QByteArray compact = QByteArray::fromStdString(toHex(crypto::sha256(asBytes("{\"a\":\"b c\"}"))));
    const auto row = [](const char* word, const QByteArray& text) { QTest::newRow(word) << text << QByteArray(word); };
    row("no_query", "POST\n/api/users\n%t\nn-1\n%h");
    row("decoded_target", "POST\n/api/users?b=2&a=\xc3\xa4\n%t\nn-1\n%h");
    row("sorted_query", "POST\n/api/users?a=%C3%A4&b=2\n%t\nn-1\n%h");
    row("whole_url", "POST\nhttps://localhost:8443/api/users?b=2&a=%C3%A4\n%t\nn-1\n%h");
    row("lower_method", "post\n/api/users?b=2&a=%C3%A4\n%t\nn-1\n%h");
    row("body_without_hash", head + "{ \"a\": \"b c\" }");
    row("no_body_hash", head);
    row("line_feed_at_end", head + "%h\n");
    row("compact_body", head + compact);
    row("crlf", "POST\r\n/api/users?b=2&a=%C3%A4\r\n%t\r\nn-1\r\n%h");
    row("no_line_feeds", "POST/api/users?b=2&a=%C3%A4%tn-1%h");
}

void SignatureLabTest::mistake_isNamed()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, word);
    Lab f;
    const std::string body = "{ \"a\": \"b c\" }";
    text.replace("%t", f.now().c_str()).replace("%h", toHex(crypto::sha256(asBytes(body))).c_str());
    const LabReport report = f.explain(f.pasted("POST", "/api/users?b=2&a=%C3%A4", body, text.toStdString()));
    QCOMPARE(Lab::failed(report), std::string("signature_mismatch"));
    QCOMPARE(report.mistakes, std::vector{word.toStdString()});
}

void SignatureLabTest::lines_areComparedWithTheClients()
{
    Lab f;
    const std::string right = f.canonical("GET", "/api/users?limit=5", "");
    const std::string wrong = f.canonical("GET", "/api/users", "");
    const LabReport report = f.explain(f.pasted("GET", "/api/users?limit=5", "", wrong), wrong);
    QCOMPARE(report.lines.size(), std::size_t{5});
    for (std::size_t i = 0; i < report.lines.size(); ++i)
        QCOMPARE(report.lines[i].differs, i == 1);
    QCOMPARE(report.lines[1].server, std::string("/api/users?limit=5"));
    QCOMPARE(report.lines[1].client, std::string("/api/users"));
    // Pasted with another line end and one line feed more at the end.
    std::string pasted;
    for (const char c : right)
        pasted += c == '\n' ? std::string("\r\n") : std::string(1, c);
    const LabReport same = f.explain(f.pasted("GET", "/api/users?limit=5", "", right), pasted + "\r\n");
    QCOMPARE(same.lines.size(), std::size_t{5});
    QVERIFY(std::ranges::none_of(same.lines, &LabLine::differs));
    // The key itself used as the secret.
    std::string whole = f.pasted("GET", "/api/users?limit=5", "", right, std::string(f.key.text.view()));
    whole.replace(whole.find(f.key.key.prefix), f.key.key.prefix.size(), f.key.text.view());
    QCOMPARE(f.explain(whole).mistakes, std::vector{std::string("api_key_as_secret")});
}

void SignatureLabTest::rfc9421_isExplainedToo()
{
    Lab f;
    const std::string digest = "sha-256=:" + toBase64(crypto::sha256(asBytes("{}"))) + ":";
    const std::string parameters = R"(("@method" "@authority" "@path" "@query" "content-digest");created=)" + f.now() +
                                   ";keyid=\"" + f.key.key.prefix + "\";nonce=\"n-1\"";
    const auto request = [&](const std::string& base, const std::string& body) {
        const std::string mac = toBase64(*crypto::hmacSha256(f.key.signingSecret.bytes(), asBytes(base)));
        return "POST /api/users?x=1 HTTP/1.1\nHost: localhost:8443\nContent-Digest: " + digest +
               "\nSignature-Input: s=" + parameters + "\nSignature: s=:" + mac + ":\n\n" + body;
    };
    const auto base = [&](const std::string& authority, const std::string& query) {
        return "\"@method\": POST\n\"@authority\": " + authority + "\n\"@path\": /api/users\n\"@query\": " + query +
               "\n\"content-digest\": " + digest + "\n\"@signature-params\": " + parameters;
    };
    const LabReport good = f.explain(request(base("localhost:8443", "?x=1"), "{}"));
    QVERIFY(good.scheme == SignatureScheme::Rfc9421);
    QCOMPARE(good.keyAlgorithm, std::string("hmac-sha256"));
    QCOMPARE(Lab::failed(good), std::string());
    QCOMPARE(good.canonical, base("localhost:8443", "?x=1"));
    QCOMPARE(f.explain(request(base("localhost", "?x=1"), "{}")).mistakes, std::vector{std::string("no_port")});
    QCOMPARE(f.explain(request(base("localhost:8443", "x=1"), "{}")).mistakes, std::vector{std::string("query_without_mark")});
    QCOMPARE(Lab::failed(f.explain(request(base("localhost:8443", "?x=1"), "{ }"))), std::string("signature_digest"));
}

void SignatureLabTest::keys_thatOneMayNotSee_areUnknown()
{
    Lab f;
    const std::string text = f.canonical("GET", "/api/signed", "");
    const std::string request = f.pasted("GET", "/api/signed", "", text);
    // The viewer has only own keys: whether this one fits is not told.
    const LabReport other = Keys::require(f.identity->signatureLab().explain(f.viActor, request, {}));
    QCOMPARE(Lab::failed(other), std::string("key_unknown"));
    QVERIFY(other.keyName.empty() && other.keyPrefix.empty() && other.keyAlgorithm.empty());
    QVERIFY(other.checks[4].outcome == LabOutcome::NotAsked);
    QCOMPARE(Lab::failed(Keys::require(f.identity->signatureLab().explain(f.adaActor, request, {}))), std::string());
    access::Actor nobody;
    QCOMPARE(wordOf(f.identity->signatureLab().explain(nobody, request, {})), std::string("permission_denied"));
}

void SignatureLabTest::samples_quoteWhatIsInTheRequest()
{
    SampleRequest request{"https://127.0.0.1:8443", "/tmp/ca.pem",         "spk_7QK3M2XA", "POST",
                          "/a?x='$(id)'\"",         "a\"b\\c'd\n@KEY@\x01"};
    const SampleRequest wanted = request;
    for (const SampleSignature signature :
         {SampleSignature::Guide, SampleSignature::HmacSha256, SampleSignature::Ed25519, SampleSignature::EcdsaP256Sha256}) {
        request = wanted;
        request.signature = signature;
        const std::string shell = signatureSample(SampleLanguage::Shell, request);
        const std::string quotedTarget = "target='/a?x='\\''$(id)'\\''\"'", scriptBody = "\"a\\\"b\\\\c'd\\n@KEY@\\u0001\"";
        const std::string cppBody = "\"a\\\"b\\\\c'd\\n@KEY@\\001\"";
        QVERIFY(shell.find(quotedTarget) != shell.npos);
        QVERIFY(shell.find("@KEY@") != shell.npos); // the body's, which is data
        for (const SampleLanguage language : {SampleLanguage::Python, SampleLanguage::JavaScript})
            QVERIFY(signatureSample(language, request).find(scriptBody) != std::string::npos);
        QVERIFY(signatureSample(SampleLanguage::Cpp, request).find(cppBody) != std::string::npos);
        request.body = "\xff";
        for (const SampleLanguage language : sampleLanguages)
            QVERIFY(signatureSample(language, request).find("body.bin") != std::string::npos);
    }
}

SALLYPORT_GUILESS_TEST(SignatureLabTest)

} // namespace tst_signature_lab
#include "tst_signature_lab.moc"
