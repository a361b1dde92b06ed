#include "backend/api/problem.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

namespace tst_problem {

using namespace sallyport;
using namespace sallyport::api;

class ProblemTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void problem_ofEveryCode_hasItsMembers();
    void asvs_16_5_1_problem_inside_tellsNothing();
    void problem_fields_becomeDetails();
    void problem_ofPermission_namesIt();
    void problem_ofFactor_asksForIt();
    void problem_ofTooMany_saysForHowLong();
    void problem_ofDisabledAccount_looksLikeAnyOther();
    void transport_everyStatus_isProblemJson();
};

namespace {

boost::json::object bodyOf(const http::Response& response)
{
    return boost::json::parse(response.body()).as_object();
}

std::string textOf(const boost::json::object& object, const char* name)
{
    return std::string(object.at(name).as_string());
}

} // namespace

void ProblemTest::problem_ofEveryCode_hasItsMembers()
{
    for (int i = 0; i <= static_cast<int>(ErrorCode::NotImplemented); ++i) {
        Error error(static_cast<ErrorCode>(i), "What happened");
        const http::Response response = problemAnswer(error, "01REQUEST");
        const boost::json::object body = bodyOf(response);
        for (const char* member : {"type", "title", "status", "detail", "error", "instance", "code"})
            QVERIFY2(body.contains(member), member);
        const int status = response.status();
        QCOMPARE(body.at("status").as_int64(), std::int64_t{status});
        QVERIFY(status >= 400 && status < 600);
        QCOMPARE(QByteArray::fromStdString(textOf(body, "instance")), QByteArray("01REQUEST"));
        QVERIFY(!textOf(body, "code").empty());
        if (status == 401) {
            QVERIFY(textOf(body, "error").find("Authentication") != std::string::npos);
            QVERIFY(response.header("WWW-Authenticate")->starts_with("Bearer"));
        }
        if (status == 429)
            QVERIFY(textOf(body, "error").find("Rate limit") != std::string::npos);
        if (status == 429 || status == 503)
            QVERIFY(response.header("Retry-After").has_value());
        QVERIFY(response.commonHeaders()->find("application/problem+json") != std::string::npos);
        QVERIFY(response.commonHeaders()->find("Strict-Transport-Security") != std::string::npos);
    }
}

void ProblemTest::asvs_16_5_1_problem_inside_tellsNothing()
{
    for (const ErrorCode code :
         {ErrorCode::Internal, ErrorCode::DatabaseDamaged, ErrorCode::CryptoFailure, ErrorCode::KeyringDamaged}) {
        const http::Response response = problemAnswer(Error(code, "CANARY page 17"), "01");
        QCOMPARE(response.status(), 500);
        QVERIFY(response.body().find("CANARY") == std::string_view::npos);
        QCOMPARE(QByteArray::fromStdString(textOf(bodyOf(response), "code")), QByteArray("internal_error"));
    }
}

void ProblemTest::problem_ofTooMany_saysForHowLong()
{
    using namespace std::chrono_literals;
    const auto said = [](std::chrono::seconds wait) {
        Error error(ErrorCode::AccountLocked, "Too many");
        error.retryAfter = wait;
        return textOf(bodyOf(problemAnswer(error, "01REQUEST")), "detail");
    };
    QCOMPARE(said(0s), std::string("Too many; try again in 1 second"));
    QCOMPARE(said(30s), std::string("Too many; try again in 30 seconds"));
    QCOMPARE(said(121s), std::string("Too many; try again in 3 minutes"));
    QCOMPARE(said(1h), std::string("Too many; try again in 60 minutes"));
    QCOMPARE(said(2h + 1s), std::string("Too many; try again in 3 hours"));
    QCOMPARE(said(72h), std::string("Too many; try again in 3 days"));
}

void ProblemTest::problem_fields_becomeDetails()
{
    Error error(ErrorCode::ValidationFailed, "No");
    error.fields.push_back({"roles.0", "Must be a text", "type"});
    const http::Response response = problemAnswer(error, "01");
    const boost::json::object body = bodyOf(response);
    QCOMPARE(response.status(), 400);
    QCOMPARE(QByteArray::fromStdString(textOf(body, "error")), QByteArray("Validation failed"));
    const boost::json::object& detail = body.at("details").as_array().at(0).as_object();
    QCOMPARE(QByteArray::fromStdString(textOf(detail, "field")), QByteArray("roles.0"));
    QCOMPARE(QByteArray::fromStdString(textOf(detail, "rule")), QByteArray("type"));
    QVERIFY(!detail.contains("value"));
}

void ProblemTest::problem_ofPermission_namesIt()
{
    Error error(ErrorCode::PermissionDenied, "No");
    error.required = "users:read";
    const boost::json::object body = bodyOf(problemAnswer(error, "01"));
    QCOMPARE(QByteArray::fromStdString(textOf(body, "required")), QByteArray("users:read"));
    QVERIFY(body.contains("decision_id"));
}

void ProblemTest::problem_ofFactor_asksForIt()
{
    for (const ErrorCode code : {ErrorCode::MfaRequired, ErrorCode::StepUpRequired, ErrorCode::MfaEnrolmentRequired}) {
        const http::Response response = problemAnswer(Error(code, "No"), "01");
        QCOMPARE(response.status(), 401);
        QVERIFY(bodyOf(response).at("mfa_required").as_bool());
    }
}

void ProblemTest::problem_ofDisabledAccount_looksLikeAnyOther()
{
    const boost::json::object disabled = bodyOf(problemAnswer(Error(ErrorCode::AccountDisabled, "It is disabled"), "01"));
    QCOMPARE(QByteArray::fromStdString(textOf(disabled, "code")), QByteArray("unauthenticated"));
    QVERIFY(textOf(disabled, "detail").find("disabled") == std::string::npos);
}

void ProblemTest::transport_everyStatus_isProblemJson()
{
    for (const int status : {400, 408, 413, 414, 415, 417, 431, 500, 501, 503, 505}) {
        const http::Response response = transportProblem(status, "some_word", "01");
        QCOMPARE(response.status(), status);
        QVERIFY(response.close());
        QCOMPARE(bodyOf(response).at("status").as_int64(), std::int64_t{status});
    }
}

SALLYPORT_GUILESS_TEST(ProblemTest)

} // namespace tst_problem
#include "tst_problem.moc"
