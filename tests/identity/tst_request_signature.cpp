#include "backend/identity/signatures/signature_base.h"
#include "backend/identity/signatures/verify.h"

#include "backend/base/secret_bytes.h"
#include "backend/crypto/mac.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <vector>

namespace tst_request_signature {

using namespace sallyport;
using namespace sallyport::identity;

namespace {

QString q(const char* text)
{
    return QString::fromUtf8(text);
}

constexpr std::string_view secret = "sps_7QK3M2XA_example";
constexpr std::int64_t rfcCreated = 1618884473;

UtcTime at(std::int64_t seconds)
{
    return UtcTime(std::chrono::seconds(seconds));
}

/// A request that a test can bend before it is looked at.
struct Request {
    std::string method = "POST";
    std::string target = "/foo?param=Value&Pet=dog";
    std::string authority = "example.com";
    std::string body = R"({"hello": "world"})";
    std::vector<std::pair<std::string, std::string>> fields{
        {"Host", "example.com"},
        {"Date", "Tue, 20 Apr 2021 02:07:55 GMT"},
        {"Content-Type", "application/json"},
        {"Content-Digest", "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:"},
        {"Content-Length", "18"}};

    void set(const std::string& name, const std::string& value)
    {
        std::erase_if(fields, [&](const auto& field) { return sameFieldName(field.first, name); });
        fields.emplace_back(name, value);
    }

    SignedMessage message()
    {
        views.clear();
        for (const auto& [name, value] : fields)
            views.push_back({name, value});
        const std::string_view whole = target;
        const std::size_t mark = std::min(whole.find('?'), whole.size());
        return {
            method, target, whole.substr(0, mark), mark < whole.size() ? whole.substr(mark + 1) : std::string_view(), authority,
            views,  body};
    }

    std::vector<MessageField> views{};
};

sf::InnerList innerList(const std::string& text)
{
    const auto parsed = sf::parseDictionary("x=" + text);
    return std::get<sf::InnerList>(parsed->front().value);
}

/// The RFC's parameters have no nonce: what is asked of requests is not asked here.
bool baseFits(Request request, const std::string& covered, const SignatureKey& key, std::string_view signature)
{
    const auto base = signatureBase(request.message(), innerList(covered));
    return base && key.fits(*base, *fromBase64(signature));
}

SignatureKey rfcSecret()
{
    const Bytes bytes = *fromBase64("uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ==");
    return *SignatureKey::fromSecret({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

SignatureKey rfcEd25519()
{
    return *SignatureKey::fromPublicKey("-----BEGIN PUBLIC KEY-----\n"
                                        "MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=\n"
                                        "-----END PUBLIC KEY-----\n");
}

std::string macOf(std::string_view text, std::string_view key = secret)
{
    return toHex(*crypto::hmacSha256(asBytes(key), asBytes(text)));
}

/// The guide's four fields, right for `request`.
void signAsGuide(Request& request, std::int64_t timestamp = rfcCreated, const std::string& nonce = "n-1")
{
    const std::string hash = request.body.empty() ? "" : toHex(crypto::sha256(asBytes(request.body)));
    const std::string text =
        request.method + "\n" + request.target + "\n" + std::to_string(timestamp) + "\n" + nonce + "\n" + hash;
    request.set("X-API-Key", "spk_7QK3M2XA");
    request.set("X-Timestamp", std::to_string(timestamp));
    request.set("X-Nonce", nonce);
    request.set("X-Signature", macOf(text));
}

const std::string fullCoverage = R"(("@method" "@authority" "@path" "@query" "content-digest"))";

void signAsRfc(Request& request, const std::string& components, const std::string& parameters)
{
    const auto base = signatureBase(request.message(), innerList(components + parameters));
    request.set("Signature-Input", "sig1=" + components + parameters);
    const Bytes mac = *fromHex(macOf(base ? *base : "no base"));
    request.set("Signature", "sig1=:" + toBase64(mac) + ":");
}

const std::string goodParameters = R"(;created=1618884473;keyid="spk_7QK3M2XA";nonce="n-1")";

/// The word of the part that failed, or empty.
std::string verdict(Request request, std::int64_t now = rfcCreated, std::string_view key = secret)
{
    const SignedMessage message = request.message();
    const auto read = readSignature(message);
    if (const auto* failure = std::get_if<SignatureFailure>(&read))
        return std::string(signaturePartWord(failure->part));
    const std::vector<SignatureKey> keys{*SignatureKey::fromSecret(key)};
    const auto failure = verifySignature(message, std::get<ClaimedSignature>(read), keys, at(now), std::chrono::seconds(300));
    return failure ? std::string(signaturePartWord(failure->part)) : std::string();
}

} // namespace

/// RFC 9421 appendix B and what Sallyport asks of a signed request (ASVS 4.1.5).
class TestRequestSignature : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void signatureBase_rfc9421_2_5_agrees()
    {
        Request request;
        const auto base = signatureBase(
            request.message(),
            innerList(
                R"(("@method" "@authority" "@path" "content-digest" "content-length" "content-type");created=1618884473;keyid="test-key-rsa-pss")"));
        QVERIFY(base.has_value());
        QCOMPARE(*base, std::string(
                            "\"@method\": POST\n\"@authority\": example.com\n\"@path\": /foo\n"
                            "\"content-digest\": "
                            "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:\n"
                            "\"content-length\": 18\n\"content-type\": application/json\n"
                            "\"@signature-params\": (\"@method\" \"@authority\" \"@path\" \"content-digest\" \"content-length\" "
                            "\"content-type\")"
                            ";created=1618884473;keyid=\"test-key-rsa-pss\""));
    }

    void signatureBase_rfc9421_B21_agrees()
    {
        Request request;
        const auto base = signatureBase(
            request.message(), innerList(R"(();created=1618884473;keyid="test-key-rsa-pss";nonce="b3k2pp5k7z-50gnwp.yemd")"));
        QCOMPARE(
            *base,
            std::string(R"("@signature-params": ();created=1618884473;keyid="test-key-rsa-pss";nonce="b3k2pp5k7z-50gnwp.yemd")"));
    }

    void signatureBase_rfc9421_B22_agrees()
    {
        Request request;
        const std::string covered =
            R"(("@authority" "content-digest" "@query-param";name="Pet");created=1618884473;keyid="test-key-rsa-pss";tag="header-example")";
        QCOMPARE(
            *signatureBase(request.message(), innerList(covered)),
            std::string("\"@authority\": example.com\n"
                        "\"content-digest\": "
                        "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:\n"
                        "\"@query-param\";name=\"Pet\": dog\n\"@signature-params\": ") +
                covered);
    }

    void signatureBase_rfc9421_B23_agrees()
    {
        Request request;
        const std::string covered =
            R"(("date" "@method" "@path" "@query" "@authority" "content-type" "content-digest" "content-length");created=1618884473;keyid="test-key-rsa-pss")";
        QCOMPARE(
            *signatureBase(request.message(), innerList(covered)),
            std::string(
                "\"date\": Tue, 20 Apr 2021 02:07:55 GMT\n\"@method\": POST\n\"@path\": /foo\n\"@query\": ?param=Value&Pet=dog\n"
                "\"@authority\": example.com\n\"content-type\": application/json\n"
                "\"content-digest\": "
                "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:\n"
                "\"content-length\": 18\n\"@signature-params\": ") +
                covered);
    }

    void signature_rfc9421_B25_agrees()
    {
        const std::string covered = R"(("date" "@authority" "content-type");created=1618884473;keyid="test-shared-secret")";
        QVERIFY(baseFits({}, covered, rfcSecret(), "pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8="));
        QVERIFY(!baseFits({.authority = "example.org"}, covered, rfcSecret(), "pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8="));
    }

    void signature_rfc9421_B26_agrees()
    {
        const std::string covered =
            R"(("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519")";
        const std::string_view signature =
            "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==";
        QVERIFY(baseFits({}, covered, rfcEd25519(), signature));
        QVERIFY(!baseFits({.method = "GET"}, covered, rfcEd25519(), signature));
        QVERIFY(!baseFits({.target = "/foo/"}, covered, rfcEd25519(), signature));
    }

    void componentValue_rfc9421_2_2_agrees_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("component");
        QTest::addColumn<QString>("value");
        QTest::newRow("2.2.1 method") << "/path"
                                      << R"("@method")"
                                      << "POST";
        QTest::newRow("2.2.2 target-uri") << "/path?param=value"
                                          << R"("@target-uri")"
                                          << "https://www.example.com/path?param=value";
        QTest::newRow("2.2.3 authority") << "/path"
                                         << R"("@authority")"
                                         << "www.example.com";
        QTest::newRow("2.2.4 scheme") << "/path"
                                      << R"("@scheme")"
                                      << "https";
        QTest::newRow("2.2.5 request-target") << "/path?param=value"
                                              << R"("@request-target")"
                                              << "/path?param=value";
        QTest::newRow("2.2.6 path") << "/path?param=value"
                                    << R"("@path")"
                                    << "/path";
        QTest::newRow("2.2.7 query") << "/path?param=value&foo=bar&baz=bat%2Dman"
                                     << R"("@query")"
                                     << "?param=value&foo=bar&baz=bat%2Dman";
        QTest::newRow("2.2.7 query only") << "/path?queryString"
                                          << R"("@query")"
                                          << "?queryString";
        QTest::newRow("2.2.7 no query") << "/path"
                                        << R"("@query")"
                                        << "?";
        const QString many = q("/path?param=value&foo=bar&baz=batman&qux=");
        QTest::newRow("2.2.8 baz") << many << R"("@query-param";name="baz")"
                                   << "batman";
        QTest::newRow("2.2.8 qux") << many << R"("@query-param";name="qux")"
                                   << "";
        const QString encoded =
            q("/parameters?var=this%20is%20a%20big%0Amultiline%20value&bar=with+plus+whitespace&fa%C3%A7ade%22%3A%20=something");
        QTest::newRow("2.2.8 var") << encoded << R"("@query-param";name="var")"
                                   << "this%20is%20a%20big%0Amultiline%20value";
        QTest::newRow("2.2.8 bar") << encoded << R"("@query-param";name="bar")"
                                   << "with%20plus%20whitespace";
        QTest::newRow("2.2.8 facade") << encoded << R"("@query-param";name="fa%C3%A7ade%22%3A%20")"
                                      << "something";
    }
    void componentValue_rfc9421_2_2_agrees()
    {
        QFETCH(QString, target);
        QFETCH(QString, component);
        QFETCH(QString, value);
        Request request{.target = target.toStdString(), .authority = "WWW.Example.com:443"};
        const auto list = innerList("(" + component.toStdString() + ")");
        const auto found = componentValue(request.message(), list.items.front());
        QVERIFY(found.has_value());
        QCOMPARE(QString::fromStdString(*found), value);
    }

    void componentValue_unusable_refused_data()
    {
        QTest::addColumn<QString>("covered");
        QTest::newRow("status") << R"(("@status"))";
        QTest::newRow("not sent") << R"(("x-other"))";
        QTest::newRow("upper case") << R"(("Date"))";
        QTest::newRow("twice") << R"(("date" "date"))";
        QTest::newRow("token") << "(date)";
        QTest::newRow("request-response") << R"(("@method";req))";
        QTest::newRow("trailer") << R"(("date";tr))";
        QTest::newRow("parameter twice in the query") << R"(("@query-param";name="a"))";
        QTest::newRow("parameter not in the query") << R"(("@query-param";name="b"))";
        QTest::newRow("line feed in a name") << R"(("x: y"))";
    }
    void componentValue_unusable_refused()
    {
        QFETCH(QString, covered);
        Request request{.target = "/x?a=1&a=2"};
        QVERIFY(!signatureBase(request.message(), innerList(covered.toStdString())).has_value());
    }

    void field_manyLines_joinedInOrder()
    {
        Request request;
        request.fields = {{"Cache-Control", "max-age=60"}, {"X-Empty", ""}, {"cache-control", "must-revalidate"}};
        const auto base = signatureBase(request.message(), innerList(R"(("cache-control" "x-empty"))"));
        QVERIFY(base->starts_with("\"cache-control\": max-age=60, must-revalidate\n\"x-empty\": \n")); // RFC 9421 §2.1
    }

    void guide_rightSignature_accepted()
    {
        Request request;
        signAsGuide(request);
        QCOMPARE(verdict(request), std::string());
        Request bodiless{.method = "GET", .body = ""};
        signAsGuide(bodiless);
        QCOMPARE(verdict(bodiless), std::string());
        for (auto& [name, value] : bodiless.fields) // either case of the digits
            if (name == "X-Signature")
                value = QString::fromStdString(value).toUpper().toStdString();
        QCOMPARE(verdict(bodiless), std::string());
    }

    void guide_whatIsSignedChanges_refused()
    {
        Request good;
        signAsGuide(good);
        const auto changed = [&](auto change) {
            Request request = good;
            change(request);
            return verdict(request);
        };
        const std::string mismatch = "signature_mismatch";
        QCOMPARE(changed([](Request& r) { r.method = "PUT"; }), mismatch);
        QCOMPARE(changed([](Request& r) { r.target = "/fop?param=Value&Pet=dog"; }), mismatch);
        QCOMPARE(changed([](Request& r) { r.target = "/foo?param=Value&Pet=cat"; }), mismatch);
        QCOMPARE(changed([](Request& r) { r.target = "/foo"; }), mismatch);
        QCOMPARE(changed([](Request& r) { r.body += " "; }), mismatch);
        QCOMPARE(changed([](Request& r) { r.body.clear(); }), mismatch);
        QCOMPARE(changed([](Request& r) { r.set("X-Nonce", "n-2"); }), mismatch);
        QCOMPARE(changed([](Request& r) { r.set("X-Timestamp", "1618884474"); }), mismatch);
        QCOMPARE(verdict(good, rfcCreated, "another secret"), mismatch);
    }

    void guide_fieldsUnreadable_saysSo_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("short signature") << "X-Signature"
                                         << "abcd";
        QTest::newRow("empty signature") << "X-Signature"
                                         << "";
        QTest::newRow("no hexadecimal") << "X-Signature" << QString(64, QLatin1Char('g'));
        QTest::newRow("milliseconds") << "X-Timestamp"
                                      << "1618884473000";
        QTest::newRow("negative time") << "X-Timestamp"
                                       << "-1618884473";
        QTest::newRow("time with a sign") << "X-Timestamp"
                                          << "+1618884473";
        QTest::newRow("time with rest") << "X-Timestamp"
                                        << "1618884473.0";
        QTest::newRow("empty time") << "X-Timestamp"
                                    << "";
        QTest::newRow("long nonce") << "X-Nonce" << QString(129, QLatin1Char('n'));
        QTest::newRow("empty nonce") << "X-Nonce"
                                     << "";
        QTest::newRow("space in the nonce") << "X-Nonce"
                                            << "a b";
    }
    void guide_fieldsUnreadable_saysSo()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        Request request;
        signAsGuide(request);
        request.set(name.toStdString(), value.toStdString());
        QCOMPARE(verdict(request), std::string("signature_malformed"));
    }

    void guide_fieldMissingOrDouble_saysSo()
    {
        for (const std::string name : {"X-API-Key", "X-Timestamp", "X-Nonce", "X-Signature"}) {
            Request request;
            signAsGuide(request);
            Request doubled = request;
            doubled.fields.emplace_back(name, "1");
            QCOMPARE(verdict(doubled), std::string("signature_malformed"));
            std::erase_if(request.fields, [&](const auto& field) { return field.first == name; });
            QCOMPARE(verdict(request), std::string("signature_malformed"));
        }
    }

    void time_outsideTheWindow_saysByHowMuch()
    {
        Request request;
        signAsGuide(request);
        QCOMPARE(verdict(request, rfcCreated + 300), std::string());
        QCOMPARE(verdict(request, rfcCreated - 300), std::string());
        QCOMPARE(verdict(request, rfcCreated + 301), std::string("signature_clock"));
        QCOMPARE(verdict(request, rfcCreated - 301), std::string("signature_clock"));
        const auto claim = std::get<ClaimedSignature>(readSignature(request.message()));
        const auto late = checkTime(claim, at(rfcCreated + 421), std::chrono::seconds(300));
        QCOMPARE(late->detail,
                 std::string("the time of the signature is 421 seconds behind the server's clock; 300 seconds are allowed"));
        const auto early = checkTime(claim, at(rfcCreated - 301), std::chrono::seconds(300));
        QVERIFY(early->detail.find("301 seconds ahead of the server's clock") != std::string::npos);
    }

    void rfc_rightSignature_accepted()
    {
        Request request;
        signAsRfc(request, fullCoverage, goodParameters);
        QCOMPARE(verdict(request), std::string());
        Request bodiless{.method = "GET", .target = "/foo", .body = "", .fields = {{"Host", "example.com"}}};
        signAsRfc(bodiless, R"(("@method" "@authority" "@path" "@query"))", goodParameters);
        QCOMPARE(verdict(bodiless), std::string());
        Request uri;
        signAsRfc(uri, R"(("@method" "@target-uri" "content-digest"))",
                  goodParameters + R"(;alg="hmac-sha256";expires=1618884500)");
        QCOMPARE(verdict(uri), std::string());
    }

    void rfc_coverageIncomplete_refused()
    {
        const std::vector<std::string> all{"\"@method\"", "\"@authority\"", "\"@path\"", "\"@query\"", "\"content-digest\""};
        for (const std::string& dropped : all) {
            std::string components = "(";
            for (const std::string& one : all)
                components += one == dropped ? "" : (components.size() > 1 ? " " : "") + one;
            Request request;
            signAsRfc(request, components + ")", goodParameters);
            QCOMPARE(verdict(request), std::string("signature_coverage"));
        }
    }

    void rfc_parameterMissingOrWrong_refused_data()
    {
        QTest::addColumn<QString>("parameters");
        QTest::addColumn<QString>("word");
        QTest::newRow("no created") << R"(;keyid="spk_7QK3M2XA";nonce="n-1")"
                                    << "signature_malformed";
        QTest::newRow("no keyid") << R"(;created=1618884473;nonce="n-1")"
                                  << "signature_malformed";
        QTest::newRow("no nonce") << R"(;created=1618884473;keyid="spk_7QK3M2XA")"
                                  << "signature_malformed";
        QTest::newRow("created as text") << R"(;created="1618884473";keyid="k";nonce="n")"
                                         << "signature_malformed";
        QTest::newRow("expired") << QString(QString::fromStdString(goodParameters) + q(";expires=1618884472"))
                                 << "signature_clock";
        QTest::newRow("expires as text") << QString(QString::fromStdString(goodParameters) + q(";expires=\"x\""))
                                         << "signature_malformed";
        QTest::newRow("another alg") << QString(QString::fromStdString(goodParameters) + q(";alg=\"ed25519\""))
                                     << "signature_mismatch";
        QTest::newRow("alg as token") << QString(QString::fromStdString(goodParameters) + q(";alg=hmac-sha256"))
                                      << "signature_malformed";
        QTest::newRow("another tag is allowed") << QString(QString::fromStdString(goodParameters) + q(";tag=\"mine\"")) << "";
    }
    void rfc_parameterMissingOrWrong_refused()
    {
        QFETCH(QString, parameters);
        QFETCH(QString, word);
        Request request;
        signAsRfc(request, fullCoverage, parameters.toStdString());
        QCOMPARE(QString::fromStdString(verdict(request)), word);
    }

    void rfc_bodyChanged_digestSaysSo()
    {
        Request request;
        signAsRfc(request, fullCoverage, goodParameters);
        request.body = R"({"hello": "World"})";
        QCOMPARE(verdict(request), std::string("signature_digest"));
        // With the digest made anew it is the signature that tells.
        request.set("Content-Digest", "sha-256=:" + toBase64(crypto::sha256(asBytes(request.body))) + ":");
        QCOMPARE(verdict(request), std::string("signature_mismatch"));
    }

    void rfc_parametersChanged_refused()
    {
        Request request;
        signAsRfc(request, fullCoverage, goodParameters);
        request.set("Signature-Input", "sig1=" + fullCoverage + R"(;created=1618884474;keyid="spk_7QK3M2XA";nonce="n-1")");
        QCOMPARE(verdict(request), std::string("signature_mismatch"));
    }

    void rfc_severalSignatures_ourTagIsTaken()
    {
        Request request;
        signAsRfc(request, fullCoverage, goodParameters + ";tag=\"sallyport\"");
        const SignedMessage before = request.message();
        const std::string input = *before.field("Signature-Input");
        const std::string signature = *before.field("Signature");
        request.set("Signature-Input", R"(proxy=("@method");created=1;keyid="other", )" + input);
        request.set("Signature", "proxy=:AAAA:, " + signature);
        QCOMPARE(verdict(request), std::string());
        request.set("Signature-Input", R"(a=("@method");created=1;keyid="x", b=("@method");created=1;keyid="y")");
        QCOMPARE(verdict(request), std::string("signature_malformed"));
        request.set("Signature", "other=:AAAA:");
        request.set("Signature-Input", input);
        QCOMPARE(verdict(request), std::string("signature_malformed"));
    }

    void rotation_twoSecrets_eitherFits()
    {
        Request request;
        signAsGuide(request);
        const SignedMessage message = request.message();
        const auto claim = std::get<ClaimedSignature>(readSignature(message));
        const std::vector<SignatureKey> both{*SignatureKey::fromSecret("the new one"), *SignatureKey::fromSecret(secret)};
        QVERIFY(!verifySignature(message, claim, both, at(rfcCreated), std::chrono::seconds(300)));
        const auto gone = verifySignature(message, claim, std::span(both).first(1), at(rfcCreated), std::chrono::seconds(300));
        QCOMPARE(gone->part, SignaturePart::Signature);
        QVERIFY(verifySignature(message, claim, {}, at(rfcCreated), std::chrono::seconds(300)).has_value());
    }

    void guide_keyIsPublicKey_refusedEvenIfUsedAsSecret()
    {
        // The public key's text as HMAC secret: the classic confusion of algorithms.
        Request request;
        signAsGuide(request);
        const SignedMessage message = request.message();
        const auto claim = std::get<ClaimedSignature>(readSignature(message));
        const std::vector<SignatureKey> keys{rfcEd25519()};
        QCOMPARE(verifySignature(message, claim, keys, at(rfcCreated), std::chrono::seconds(300))->part,
                 SignaturePart::Signature);
    }

    void pathAndQuery_absoluteForm_withoutAuthority()
    {
        Request request{.target = "https://example.com/foo?x=1"};
        SignedMessage message = request.message();
        message.path = std::string_view(request.target).substr(19, 4);
        QCOMPARE(message.pathAndQuery(), std::string_view("/foo?x=1"));
    }
};

SALLYPORT_TEST(TestRequestSignature)

} // namespace tst_request_signature
#include "tst_request_signature.moc"
