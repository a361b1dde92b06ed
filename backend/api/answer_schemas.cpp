#include "backend/api/schemas.h"

#include <array>

namespace sallyport::api {
namespace {

constexpr auto kSchemas = std::to_array<SchemaText>({
    {"Problem", R"({"type": "object", "description": "RFC 9457.",
        "required": ["type", "title", "status", "detail", "error", "instance", "code"], "properties": {
        "type": {"type": "string", "format": "uri-reference"}, "title": {"type": "string"}, "status": {"type": "integer"},
        "detail": {"type": "string"}, "error": {"type": "string"},
        "instance": {"type": "string", "description": "The request id, as in X-Request-Id and in the events."},
        "code": {"type": "string", "description": "A stable machine word."},
        "details": {"type": "array", "items": {"$ref": "#/components/schemas/FieldProblem"}},
        "required": {"type": "string", "description": "The permission that is missing."}, "policy": {"type": "string"},
        "decision_id": {"type": "string"}, "incident_id": {"type": "string"}, "mfa_required": {"type": "boolean"},
        "clock_offset_seconds": {"type": "integer", "description": "signature_clock: how far the signature's time is ahead of (negative: behind) the server's clock."},
        "max_age": {"type": "integer", "description": "Seconds that the authentication may be old (RFC 9470)."},
        "acr_values": {"type": "string"}, "retry_after": {"type": "integer", "description": "Seconds."}}})"},
    {"FieldProblem", R"({"type": "object", "required": ["field", "message", "rule"], "properties": {
        "field": {"type": "string"}, "message": {"type": "string"}, "rule": {"type": "string"}}})"},
    {"Page", R"({"type": "object", "required": ["next"], "properties": {
        "next": {"type": ["string", "null"], "description": "The cursor of the next page."}, "total": {"type": "integer"}}})"},
    {"User", R"({"type": "object", "required": ["id", "name", "email", "roles", "status", "mfa_enabled", "created_at", "version"],
        "properties": {
        "id": {"type": "string"}, "name": {"type": "string"}, "email": {"type": "string"}, "age": {"type": ["integer", "null"]},
        "department": {"type": "string"}, "roles": {"type": "array", "items": {"type": "string"}},
        "status": {"type": "string", "enum": ["active", "disabled", "invited"]}, "mfa_enabled": {"type": "boolean"},
        "authenticator_app": {"type": "boolean"}, "passkeys": {"type": "integer"},
        "recovery_codes_left": {"type": "integer"},
        "mfa_required_since": {"type": ["string", "null"], "format": "date-time", "description": "A role requires a second factor since."},
        "mfa_required_by": {"type": ["string", "null"], "format": "date-time", "description": "In /api/auth/me: the end of the grace period."}, "locked_until": {"type": ["string", "null"], "format": "date-time"},
        "last_sign_in_at": {"type": ["string", "null"], "format": "date-time"}, "last_sign_in_address": {"type": "string"},
        "password_changed_at": {"type": ["string", "null"], "format": "date-time"},
        "created_at": {"type": "string", "format": "date-time"}, "created_by": {"type": "string"},
        "updated_at": {"type": "string", "format": "date-time"}, "version": {"type": "integer"},
        "unread_notices": {"type": "integer", "description": "In /api/auth/me."},
        "invitation": {"$ref": "#/components/schemas/OneTimeLink"}}})"},
    {"OneTimeLink", R"({"type": "object", "description": "Told once.", "required": ["token", "expires_at"], "properties": {
        "token": {"type": "string"}, "expires_at": {"type": "string", "format": "date-time"}}})"},
    {"UserAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/User"}}})"},
    {"UserList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/User"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"BulkAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["action", "done", "failed", "results"], "properties": {
        "action": {"type": "string"}, "done": {"type": "integer"}, "failed": {"type": "integer"},
        "results": {"type": "array", "description": "In the order of the request.", "items": {"type": "object", "required": ["id", "ok"], "properties": {
            "id": {"type": "string"}, "ok": {"type": "boolean"},
            "problem": {"type": "object", "description": "Why not, as the route of one user would answer.",
                "required": ["status", "code", "detail"], "properties": {
                "status": {"type": "integer"}, "code": {"type": "string"}, "detail": {"type": "string"},
                "required": {"type": "string", "description": "The permission that is missing."}}}}}}}}}})"},
    {"ImportAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object", "properties": {
        "dry_run": {"type": "boolean"}, "rows": {"type": "integer"}, "added": {"type": "integer", "description": "Would be, in a dry run."},
        "exists": {"type": "integer"}, "twice": {"type": "integer"}, "wrong": {"type": "integer"},
        "results": {"type": "array", "description": "Of the first 1,000 rows.", "items": {"type": "object", "properties": {
            "line": {"type": "integer"}, "outcome": {"type": "string", "enum": ["added", "exists", "twice", "wrong"]},
            "id": {"type": ["string", "null"]}, "details": {"type": "array", "items": {"type": "object", "properties": {
                "field": {"type": "string"}, "message": {"type": "string"}, "rule": {"type": "string"}}}}}}},
        "results_complete": {"type": "boolean"}}}}})"},
    {"OneTimeLinkAnswer", R"({"type": "object", "required": ["data"], "properties": {
        "data": {"$ref": "#/components/schemas/OneTimeLink"}}})"},
    {"SignInMembers", R"({"type": "object", "description": "Tokens, or what to send to /api/auth/mfa.", "properties": {
        "token": {"type": "string", "description": "Access token, RFC 9068."}, "token_type": {"type": "string"},
        "expires_in": {"type": "integer", "description": "Seconds."}, "refresh_token": {"type": "string"},
        "user": {"$ref": "#/components/schemas/User"}, "mfa_required": {"type": "boolean"}, "mfa_token": {"type": "string"},
        "methods": {"type": "array", "items": {"type": "string", "enum": ["webauthn", "totp", "recovery_code"]},
            "description": "What can finish the sign-in."},
        "mfa_required_by": {"type": "string", "format": "date-time",
            "description": "A role requires a second factor; after this time only setting one up is possible."},
        "device_token": {"type": "string", "description": "Of the device that is trusted from now on; told once."},
        "mfa_enrolment_required": {"type": "boolean"},
        "enrolment_token": {"type": "string", "description": "Bearer token that may set up a second factor and nothing else."}}})"},
    {"SignInAnswer", R"({"allOf": [{"$ref": "#/components/schemas/SignInMembers"},
        {"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/SignInMembers"}}}]})"},
    {"Session", R"({"type": "object", "required": ["id", "created_at", "last_used_at", "expires_at", "mfa", "current"],
        "properties": {
        "id": {"type": "string"}, "created_at": {"type": "string", "format": "date-time"},
        "last_used_at": {"type": "string", "format": "date-time"}, "expires_at": {"type": "string", "format": "date-time"},
        "address": {"type": "string"}, "user_agent": {"type": "string"}, "mfa": {"type": "boolean"}, "current": {"type": "boolean"},
        "console": {"type": "boolean", "description": "Signed in at the console, not over HTTPS."},
        "user": {"type": "object", "description": "In the list of everybody's sessions.", "properties": {
            "id": {"type": "string"}, "name": {"type": "string"}, "email": {"type": "string"}}}}})"},
    {"SessionList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/Session"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"EndedAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object", "required": ["ended"],
        "properties": {"ended": {"type": "integer", "minimum": 0, "description": "How many sessions ended."}}}}})"},
    {"IntrospectionAnswer",
     R"({"type": "object", "required": ["active"], "description": "RFC 7662; only `active` if the token is worth nothing.",
        "properties": {"active": {"type": "boolean"}, "token_type": {"type": "string"}, "iss": {"type": "string"},
        "aud": {"type": "string"}, "sub": {"type": "string"}, "client_id": {"type": "string"}, "username": {"type": "string"},
        "scope": {"type": "string", "description": "The permissions of now."}, "sid": {"type": "string"}, "jti": {"type": "string"},
        "roles": {"type": "array", "items": {"type": "string"}}, "amr": {"type": "array", "items": {"type": "string"}}, "acr": {"type": "string"},
        "iat": {"type": "integer"}, "exp": {"type": "integer"}, "auth_time": {"type": "integer"}}})"},
    {"Revoked", R"({"type": "object", "properties": {}})"},
    {"SigningKey", R"({"type": "object", "required": ["kid", "alg", "created_at", "signs"], "properties": {
        "kid": {"type": "string"}, "alg": {"type": "string", "enum": ["ES256", "EdDSA"]}, "created_at": {"type": "string", "format": "date-time"},
        "signs": {"type": "boolean"}, "retired_at": {"type": ["string", "null"], "format": "date-time"},
        "verifies_until": {"type": ["string", "null"], "format": "date-time"}}})"},
    {"SigningKeyAnswer", R"({"type": "object", "required": ["data"], "properties": {
        "data": {"$ref": "#/components/schemas/SigningKey"}}})"},
    {"SigningKeyList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/SigningKey"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"StrengthAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["score", "acceptable", "feedback"], "properties": {
        "score": {"type": "integer", "minimum": 0, "maximum": 4}, "guesses_log10": {"type": "number"},
        "acceptable": {"type": "boolean"}, "feedback": {"type": "array", "items": {"type": "string"}},
        "broken": {"type": "array", "items": {"$ref": "#/components/schemas/FieldProblem"}}}}}})"},
    {"GeneratedPasswordAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["password", "entropy_bits"], "properties": {
        "password": {"type": "string"}, "entropy_bits": {"type": "number"}}}}})"},
    {"CostTiming", R"({"type": "object", "required": ["memory_kib", "passes", "lanes", "milliseconds"], "properties": {
        "memory_kib": {"type": "integer"}, "passes": {"type": "integer"}, "lanes": {"type": "integer"},
        "milliseconds": {"type": "number"}}})"},
    {"MeasureAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["target_ms", "now", "best", "within_target", "tried"], "properties": {"target_ms": {"type": "integer"},
        "now": {"$ref": "#/components/schemas/CostTiming"}, "best": {"$ref": "#/components/schemas/CostTiming"},
        "within_target": {"type": "boolean", "description": "False: even the least that is allowed takes longer."},
        "tried": {"type": "array", "items": {"$ref": "#/components/schemas/CostTiming"}}}}}})"},
    {"MfaMembers", R"({"type": "object", "properties": {
        "secret": {"type": "string", "description": "Base 32; shown once."}, "manualKey": {"type": "string"},
        "otpauth_url": {"type": "string"}, "qrCode": {"type": "string", "description": "A data: URL, PNG."},
        "expires_at": {"type": "string", "format": "date-time"}, "mfa_enabled": {"type": "boolean"},
        "recovery_codes": {"type": "array", "items": {"type": "string"}}}})"},
    {"MfaAnswer",
     R"({"description": "With the members of a sign-in if the session was opened for this only.", "allOf": [{"$ref": "#/components/schemas/MfaMembers"},
        {"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/MfaMembers"}}}]})"},
    {"MfaFigures", R"({"type": "object", "required": ["users", "with_factor", "in_grace", "overdue", "few_codes"], "properties": {
        "users": {"type": "integer", "description": "Active ones."}, "with_factor": {"type": "integer"},
        "in_grace": {"type": "integer"}, "overdue": {"type": "integer"},
        "few_codes": {"type": "integer", "description": "Fewer than four recovery codes left."}}})"},
    {"MfaCoverageAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"allOf": [
        {"$ref": "#/components/schemas/MfaFigures"}, {"type": "object", "properties": {
        "required": {"type": "integer", "description": "Users of roles that require one."},
        "required_with_factor": {"type": "integer"}, "counted_at": {"type": "string", "format": "date-time"},
        "roles": {"type": "array", "items": {"allOf": [{"$ref": "#/components/schemas/MfaFigures"}, {"type": "object", "properties": {
            "role": {"type": "string"}, "required": {"type": "boolean"},
            "required_since": {"type": ["string", "null"], "format": "date-time"}}}]}}}}]}}})"},
    {"Passkey", R"({"type": "object", "required": ["id", "name", "algorithm", "created_at"], "properties": {
        "id": {"type": "string"}, "name": {"type": "string"}, "algorithm": {"type": "string", "enum": ["ES256", "EdDSA", "RS256"]},
        "backed_up": {"type": "boolean"}, "created_at": {"type": "string", "format": "date-time"},
        "last_used_at": {"type": ["string", "null"], "format": "date-time"}}})"},
    {"PasskeyAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/Passkey"}}})"},
    {"PasskeyList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/Passkey"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"PasskeyOptionsAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["publicKey"], "properties": {"publicKey": {"type": "object",
        "description": "WebAuthn Level 3 §5.1.8, §5.1.9: options in JSON."}}}}})"},
    {"PasskeyAddedMembers", R"({"type": "object", "required": ["passkey"], "properties": {
        "passkey": {"$ref": "#/components/schemas/Passkey"}, "mfa_enabled": {"type": "boolean"},
        "recovery_codes": {"type": "array", "items": {"type": "string"}, "description": "With the first second factor; shown once."}}})"},
    {"PasskeyAddedAnswer", R"({"description": "With the members of a sign-in if the session was opened for this only.",
        "allOf": [{"$ref": "#/components/schemas/PasskeyAddedMembers"},
        {"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/PasskeyAddedMembers"}}}]})"},
    {"NoticeList", R"({"type": "object", "required": ["data", "page"], "properties": {"data": {"type": "array", "items": {
        "type": "object", "required": ["id", "kind", "title", "at", "read_at"], "properties": {
        "id": {"type": "string"}, "kind": {"type": "string", "examples": ["notice.new_device", "password.changed"]},
        "title": {"type": "string", "description": "English."}, "at": {"type": "string", "format": "date-time"},
        "read_at": {"type": ["string", "null"], "format": "date-time"},
        "address": {"type": "string", "description": "`console` at the window."}, "user_agent": {"type": "string"},
        "by": {"type": ["string", "null"], "description": "Who did it, if somebody else."},
        "detail": {"type": ["string", "null"], "description": "The name of a key, passkey or provider, or the new e-mail address."},
        "failures": {"type": "integer", "description": "Before a sign-in."}}}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"UnreadAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object", "required": ["unread"],
        "properties": {"unread": {"type": "integer"}}}}})"},
    {"DeviceList", R"({"type": "object", "required": ["data", "page"], "properties": {"data": {"type": "array", "items": {
        "type": "object", "required": ["id", "created_at", "expires_at"], "properties": {
        "id": {"type": "string"}, "created_at": {"type": "string", "format": "date-time"},
        "last_used_at": {"type": "string", "format": "date-time"}, "expires_at": {"type": "string", "format": "date-time"},
        "address": {"type": "string"}, "user_agent": {"type": "string"}}}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"Role", R"({"type": "object", "required": ["id", "name", "permissions"], "properties": {
        "id": {"type": "string"}, "name": {"type": "string"}, "title": {"type": "string"}, "description": {"type": "string"},
        "built_in": {"type": "boolean"}, "members": {"type": "integer"},
        "permissions": {"type": "array", "items": {"type": "string"}}}})"},
    {"RoleAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/Role"}}})"},
    {"RoleList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/Role"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"PermissionList", R"({"type": "object", "required": ["data", "page"], "properties": {"data": {"type": "array", "items": {
        "type": "object", "required": ["name", "title"], "properties": {
        "name": {"type": "string"}, "title": {"type": "string"}, "group": {"type": ["string", "null"]}}}},
        "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"Event", R"({"type": "object", "required": ["sequence", "time", "kind", "severity", "outcome", "actor", "hash"],
        "properties": {
        "sequence": {"type": "integer"}, "time": {"type": "string", "format": "date-time"}, "kind": {"type": "string"},
        "title": {"type": "string"}, "severity": {"type": "string", "enum": ["info", "notice", "warning", "critical"]},
        "outcome": {"type": "string", "enum": ["success", "failure", "refused", "blocked"]},
        "actor": {"type": "object", "properties": {"kind": {"type": "string"}, "id": {"type": "string"}, "name": {"type": "string"}}},
        "object": {"type": "object", "properties": {"kind": {"type": "string"}, "id": {"type": "string"}, "name": {"type": "string"}}},
        "address": {"type": "string"}, "user_agent": {"type": "string"}, "request_id": {"type": "string"},
        "method": {"type": "string"}, "path": {"type": "string"}, "status": {"type": "integer"}, "reason": {"type": "string"},
        "details": {"type": "object"}, "hash": {"type": "string"}}})"},
    {"EventAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/Event"}}})"},
    {"EventList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/Event"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"ChainAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["sequence", "hash"], "properties": {
        "intact": {"type": "boolean"}, "checked": {"type": "integer"}, "sequence": {"type": "integer"}, "hash": {"type": "string"},
        "time": {"type": "string", "format": "date-time"}, "first_bad": {"type": ["integer", "null"]},
        "problem": {"type": ["string", "null"]}}}}})"},
    {"ApiKey", R"({"type": "object",
        "required": ["id", "prefix", "name", "owner", "scopes", "state", "created_at", "expires_at", "use_count", "version"],
        "properties": {
        "id": {"type": "string"}, "prefix": {"type": "string", "description": "How the key begins; the rest is told once."},
        "name": {"type": "string"},
        "owner": {"type": "object", "required": ["id", "kind", "name"], "properties": {"id": {"type": "string"},
            "kind": {"type": "string", "enum": ["user", "service_account"]}, "name": {"type": "string"},
            "email": {"type": "string", "description": "Of a user."}}},
        "scopes": {"type": "array", "items": {"type": "string"}},
        "beyond_owner": {"type": "array", "items": {"type": "string"}, "description": "Scopes that the owner doesn't hold now."},
        "addresses": {"type": "array", "items": {"type": "string"}},
        "rate": {"type": ["object", "null"], "properties": {"requests": {"type": "integer"}, "window_seconds": {"type": "integer"}}},
        "signing": {"type": "boolean", "description": "Signs requests, with a secret or with its owner's key pair."},
        "signature_algorithm": {"type": ["string", "null"], "description": "As RFC 9421 names it; the key takes no other."},
        "public_key": {"type": "string", "description": "PEM; such a key opens only by signatures."},
        "public_key_fingerprint": {"type": "string", "description": "SHA-256 of the SubjectPublicKeyInfo, hexadecimal."},
        "state": {"type": "string", "enum": ["active", "owner_disabled", "expired", "revoked"]},
        "expiring": {"type": "boolean"}, "stale": {"type": "boolean"},
        "created_at": {"type": "string", "format": "date-time"}, "created_by": {"type": "string"},
        "expires_at": {"type": "string", "format": "date-time"}, "rotated_at": {"type": ["string", "null"], "format": "date-time"},
        "previous_until": {"type": ["string", "null"], "format": "date-time",
            "description": "What the last rotation replaced works until then."},
        "revoked_at": {"type": ["string", "null"], "format": "date-time"}, "revoked_by": {"type": "string"},
        "last_used_at": {"type": ["string", "null"], "format": "date-time"}, "last_used_ip": {"type": "string"},
        "use_count": {"type": "integer"}, "version": {"type": "integer"}}})"},
    {"IssuedKey", R"({"allOf": [{"$ref": "#/components/schemas/ApiKey"}, {"type": "object", "properties": {
        "key": {"type": "string", "description": "Told once; not there with a public key."},
        "signing_secret": {"type": "string", "description": "Told once; its characters are the HMAC key."}}}]})"},
    {"IssuedKeyAnswer", R"({"allOf": [{"$ref": "#/components/schemas/IssuedKey"},
        {"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/IssuedKey"}}}]})"},
    {"ApiKeyAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/ApiKey"}}})"},
    {"ApiKeyList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/ApiKey"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"KeyScanAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["found", "hits"], "properties": {"found": {"type": "integer"},
        "hits": {"type": "array", "items": {"type": "object", "required": ["line", "prefix", "secret", "state", "key"], "properties": {
            "line": {"type": "integer"}, "prefix": {"type": "string"},
            "secret": {"type": "string", "enum": ["key", "signing_secret"]},
            "state": {"type": "string", "enum": ["active", "superseded", "expired", "revoked", "owner_disabled", "unknown"],
                      "description": "Of this very text; active opens something now."},
            "key": {"type": ["object", "null"], "description": "The key as GET /api/keys/{id} has it, if it may be seen."}}}}}}}})"},
    {"SignatureExplanation", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["scheme", "key", "checks", "canonical", "lines", "mistakes"], "properties": {
        "scheme": {"type": "string", "enum": ["guide", "rfc9421"]},
        "key": {"type": ["object", "null"], "description": "If it is one that may be seen.",
            "properties": {"prefix": {"type": "string"}, "name": {"type": "string"},
                "algorithm": {"type": ["string", "null"], "description": "As RFC 9421 names it; null if the key cannot sign."}}},
        "checks": {"type": "array", "description": "Each asked for itself, in the server's order.", "items": {"type": "object",
            "required": ["check", "outcome"], "properties": {
            "check": {"type": "string", "enum": ["read", "key", "coverage", "clock", "signature", "digest"]},
            "outcome": {"type": "string", "enum": ["passed", "failed", "not_asked"]},
            "code": {"type": "string"}, "detail": {"type": "string"}}}},
        "canonical": {"type": "string", "description": "What the server signs; empty if it cannot be made."},
        "lines": {"type": "array", "description": "Beside the client's text.", "items": {"type": "object", "properties": {
            "server": {"type": "string"}, "client": {"type": "string"}, "differs": {"type": "boolean"}}}},
        "mistakes": {"type": "array", "items": {"type": "string"},
            "description": "Mistakes with which the signature would fit, such as no_query."}}}}})"},
    {"ServiceAccount", R"({"type": "object", "required": ["id", "name", "roles", "status", "keys", "created_at", "version"],
        "properties": {
        "id": {"type": "string"}, "name": {"type": "string"}, "description": {"type": "string"},
        "roles": {"type": "array", "items": {"type": "string"}}, "status": {"type": "string", "enum": ["active", "disabled"]},
        "keys": {"type": "integer", "description": "API keys that can be used now."},
        "last_used_at": {"type": ["string", "null"], "format": "date-time", "description": "Of its keys."},
        "created_at": {"type": "string", "format": "date-time"}, "created_by": {"type": "string"},
        "updated_at": {"type": "string", "format": "date-time"}, "version": {"type": "integer"}}})"},
    {"ServiceAccountAnswer", R"({"type": "object", "required": ["data"], "properties": {
        "data": {"$ref": "#/components/schemas/ServiceAccount"}}})"},
    {"ServiceAccountList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/ServiceAccount"}},
        "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"OutsideCodeAnswer", R"({"type": "object", "required": ["code", "expires_in"], "properties": {
        "code": {"type": "string", "description": "For POST /api/auth/exchange, once."}, "expires_in": {"type": "integer", "description": "Seconds."}}})"},
    {"OwnLinkAnswer", R"({"type": "object", "required": ["url", "expires_in"], "properties": {
        "url": {"type": "string", "description": "Works once. return_to, state and code_challenge may be added; the code that comes back goes to POST /api/auth/links."},
        "expires_in": {"type": "integer"}}})"},
    {"Provider",
     R"({"type": "object", "required": ["id", "name", "title", "kind", "issuer", "client_id", "has_secret", "status", "redirect_uri", "version"],
        "properties": {
        "id": {"type": "string"}, "name": {"type": "string"}, "title": {"type": "string"}, "kind": {"type": "string"},
        "issuer": {"type": "string"}, "client_id": {"type": "string"}, "has_secret": {"type": "boolean"}, "authentication": {"type": "string"},
        "scopes": {"type": "array", "items": {"type": "string"}}, "algorithms": {"type": "array", "items": {"type": "string"}},
        "status": {"type": "string", "enum": ["enabled", "disabled"]}, "first_login": {"type": "string"},
        "roles": {"type": "array", "items": {"type": "string"}},
        "role_rules": {"type": "array", "items": {"type": "object", "properties": {
            "claim": {"type": "string"}, "value": {"type": "string"}, "role": {"type": "string"}}}},
        "roles_each_time": {"type": "boolean"}, "trust_email": {"type": "boolean"},
        "accepted_amr": {"type": "array", "items": {"type": "string"}}, "accepted_acr": {"type": "array", "items": {"type": "string"}},
        "return_urls": {"type": "array", "items": {"type": "string"}},
        "redirect_uri": {"type": "string", "description": "To be registered at the provider."}, "links": {"type": "integer"},
        "last_used_at": {"type": ["string", "null"], "format": "date-time"}, "created_at": {"type": "string", "format": "date-time"},
        "created_by": {"type": "string"}, "updated_at": {"type": "string", "format": "date-time"}, "version": {"type": "integer"}}})"},
    {"ProviderAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/Provider"}}})"},
    {"ProviderList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/Provider"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"OutsideLink",
     R"({"type": "object", "required": ["id", "provider", "issuer", "subject", "user", "created_at"], "properties": {
        "id": {"type": "string"}, "provider": {"type": "object", "properties": {"id": {"type": "string"}, "title": {"type": "string"}}},
        "issuer": {"type": "string"}, "subject": {"type": "string"}, "label": {"type": "string", "description": "For people only."},
        "user": {"type": "object", "properties": {"id": {"type": "string"}, "name": {"type": "string"}}},
        "created_at": {"type": "string", "format": "date-time"}, "created_by": {"type": "string"},
        "last_used_at": {"type": ["string", "null"], "format": "date-time"}}})"},
    {"OutsideLinkAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/OutsideLink"}}})"},
    {"OutsideLinkList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/OutsideLink"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"LoginTestAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["id", "provider", "over", "steps"], "properties": {
        "id": {"type": "string"}, "provider": {"type": "string"}, "over": {"type": "boolean"},
        "url": {"type": "string", "description": "To open in a browser, once."},
        "steps": {"type": "array", "items": {"type": "object", "properties": {
            "step": {"type": "string"}, "state": {"type": "string", "enum": ["passed", "failed", "waiting"]},
            "word": {"type": "string"}, "detail": {"type": "string"}}}}}}}})"},
    {"RateLimit", R"({"type": "object", "required": ["class", "requests", "window_seconds"], "properties": {
        "class": {"type": "string"}, "requests": {"type": "integer"}, "window_seconds": {"type": "integer"}}})"},
    {"RateLimitAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/RateLimit"}}})"},
    {"RateLimitList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/RateLimit"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"SettingList", R"({"type": "object", "required": ["data", "page"], "properties": {"data": {"type": "array", "items": {
        "type": "object", "required": ["key", "value", "type"], "properties": {
        "key": {"type": "string"}, "value": {"type": "string"}, "type": {"type": "string"}, "description": {"type": "string"},
        "choices": {"type": "array", "items": {"type": "string"}}, "minimum": {"type": ["integer", "null"]},
        "maximum": {"type": ["integer", "null"]}, "needs_restart": {"type": "boolean"}}}},
        "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"ServerAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["state", "url"], "properties": {
        "state": {"type": "string"}, "url": {"type": "string"}, "fingerprint": {"type": "string"},
        "certificate_expires_at": {"type": "string", "format": "date-time"}, "started_at": {"type": "string", "format": "date-time"},
        "connections": {"type": "integer"}, "requests_per_second": {"type": "number"},
        "upkeep": {"type": "array", "items": {"type": "object", "required": ["duty", "failing", "failures"], "properties": {
        "duty": {"type": "string"}, "failing": {"type": "boolean"}, "failures": {"type": "integer"},
        "last_success": {"type": "string", "format": "date-time"}, "last_failure": {"type": "string", "format": "date-time"},
        "failing_since": {"type": "string", "format": "date-time"}, "error": {"type": "string"},
        "detail": {"type": "string"}}}}}}}})"},
    {"ProbeAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object", "properties": {
        "message": {"type": "string"}, "user": {"type": "object", "properties": {"id": {"type": "string"}, "name": {"type": "string"},
        "email": {"type": "string"}, "roles": {"type": "array", "items": {"type": "string"}}}}}}}})"},
    {"HealthAnswer", R"({"type": "object", "required": ["status"], "properties": {"status": {"type": "string"}}})"},
    {"JwkSet",
     R"({"type": "object", "required": ["keys"], "properties": {"keys": {"type": "array", "items": {"type": "object"}}}})"},
    {"OpenApiDocument", R"({"type": "object", "description": "This document."})"},
});

} // namespace

std::span<const SchemaText> answerSchemas() noexcept
{
    return kSchemas;
}

} // namespace sallyport::api
