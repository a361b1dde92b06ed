#include "backend/api/endpoints/common.h"
#include "backend/base/encoding.h"
#include "backend/services/certificate_imports.h"

namespace sallyport::api {
namespace certificate_endpoints {
namespace {

constexpr std::uint32_t importBody = 256 * 1024;
constexpr int certificateText = 128 * 1024; // of PEM, or of PKCS#12 in base 64

json::object toJson(const PresentedCertificate& presented)
{
    json::object object;
    object["source"] = sourceWord(presented.source);
    object["fingerprint"] = presented.fingerprint;
    object["subject"] = presented.subject;
    object["issuer"] = presented.issuer;
    object["names"] = json::array(presented.names.begin(), presented.names.end());
    object["expires_at"] = timeJson(presented.expiresAt);
    object["chain"] = presented.chainPem;
    object["names_missing"] = json::array(presented.namesMissing.begin(), presented.namesMissing.end());
    object["can_go_back"] = presented.canGoBack;
    return object;
}

Result<http::Response> read(Call& call)
{
    CertificateImports& certificates = call.services().certificateImports;
    SALLYPORT_ASSIGN(const PresentedCertificate presented, certificates.presented(call.actor()));
    return dataAnswer(toJson(presented));
}

Result<http::Response> import(Call& call)
{
    CertificateImports& certificates = call.services().certificateImports;
    const bool pkcs12 = call.body().contains("pkcs12");
    if (pkcs12 == call.body().contains("certificate") || (pkcs12 && call.body().contains("key"))) {
        Error error(ErrorCode::ValidationFailed, "Either certificate, with or without key, or pkcs12");
        error.fields.push_back({"certificate", error.detail, "oneOf"});
        return error;
    }
    BroughtCertificate brought;
    brought.certificates = call.text("certificate");
    if (pkcs12) {
        const auto bytes = fromBase64(call.text("pkcs12"));
        if (!bytes) {
            Error error(ErrorCode::ValidationFailed, "pkcs12 is no base 64");
            error.fields.push_back({"pkcs12", "Is no base 64.", "format"});
            return error;
        }
        brought.certificates.assign(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    }
    brought.key = call.secret("key");
    brought.passphrase = call.secret("passphrase");
    SALLYPORT_ASSIGN(const PresentedCertificate presented, certificates.importCertificate(call.actor(), std::move(brought)));
    return changeAnswer(call, toJson(presented));
}

Result<http::Response> goBack(Call& call)
{
    CertificateImports& certificates = call.services().certificateImports;
    SALLYPORT_ASSIGN(const PresentedCertificate presented, certificates.goBack(call.actor()));
    return changeAnswer(call, toJson(presented));
}

Result<http::Response> useOwn(Call& call)
{
    CertificateImports& certificates = call.services().certificateImports;
    SALLYPORT_ASSIGN(const PresentedCertificate presented, certificates.useOwn(call.actor()));
    return changeAnswer(call, toJson(presented));
}

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"certificateText", certificateText},
});

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"CertificateImport", R"({"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {
        "certificate": {"type": "string", "minLength": 1, "maxLength": <certificateText>,
            "description": "PEM: the server's own and those that issued it, in any order; the key may be among them."},
        "key": {"type": "string", "minLength": 1, "maxLength": <certificateText>, "description": "PEM, encrypted or not."},
        "pkcs12": {"type": "string", "minLength": 1, "maxLength": <certificateText>, "description": "In base 64, in place of both."},
        "passphrase": {"type": "string", "minLength": 1, "maxLength": 1024, "description": "Of the key or of the PKCS#12 file."}}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"PresentedCertificate", R"({"type": "object",
        "required": ["source", "fingerprint", "subject", "issuer", "names", "expires_at", "chain", "names_missing", "can_go_back"], "properties": {
        "source": {"type": "string", "enum": ["own", "files", "imported"],
            "description": "Made by the server, put into tls/ by somebody, or imported."},
        "fingerprint": {"type": "string", "description": "SHA-256."}, "subject": {"type": "string"},
        "issuer": {"type": "string"}, "names": {"type": "array", "items": {"type": "string"},
            "description": "Host names and addresses that it is for."},
        "expires_at": {"type": "string", "format": "date-time"}, "chain": {"type": "string", "description": "PEM."},
        "names_missing": {"type": "array", "items": {"type": "string"},
            "description": "Names and addresses that the server is known by and that clients would refuse this certificate for."},
        "can_go_back": {"type": "boolean", "description": "The one before is kept."}}})"},
    {"CertificateAnswer", R"({"type": "object", "required": ["data"], "properties": {
        "data": {"$ref": "#/components/schemas/PresentedCertificate"}, "confirm": {"$ref": "#/components/schemas/Confirm"}}})"},
});

Route changing(http::Method method, std::string_view pattern, Handler handler)
{
    return {.method = method,
            .pattern = pattern,
            .access = Access::Permission,
            .permission = Permission::ServerControl,
            .rate = RateClass::Admin,
            .body = Body::None,
            .bodyLimit = 0,
            .stepUp = StepUp::IfEnrolled,
            .runsOn = RunsOn::Worker,
            .handler = handler,
            .also = {409},
            .tag = "Server",
            .details = "New connections take it at once, open ones stay. It waits to be confirmed.",
            .answer = "CertificateAnswer"};
}

std::vector<Route> routes()
{
    Route taken = changing(Method::Put, "/api/server/certificate", import);
    taken.body = Body::Json;
    taken.bodyLimit = importBody;
    taken.schema = "CertificateImport";
    taken.operation = "importCertificate";
    taken.summary = "Present another certificate";
    Route back = changing(Method::Post, "/api/server/certificate/undo", goBack);
    back.body = Body::OptionalJson;
    back.bodyLimit = smallBody;
    back.schema = "Empty";
    back.operation = "putCertificateBack";
    back.summary = "Present the certificate before again";
    Route own = changing(Method::Delete, "/api/server/certificate", useOwn);
    own.operation = "dropCertificate";
    own.summary = "Present what lies in tls/, or one of the server's own, in place of an imported one";
    return {
        {.method = Method::Get,
         .pattern = "/api/server/certificate",
         .access = Access::Permission,
         .permission = Permission::SettingsRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = read,
         .operation = "readCertificate",
         .tag = "Server",
         .summary = "The certificate that the server presents",
         .answer = "CertificateAnswer"},
        taken,
        back,
        own,
    };
}

} // namespace
} // namespace certificate_endpoints

EndpointGroup certificateEndpoints()
{
    using namespace certificate_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
