#include "backend/api/schemas.h"

#include <algorithm>
#include <array>

namespace sallyport::api {
namespace {

// Secrets have generous upper bounds only: a password of the wrong length is the policy's to explain.
constexpr auto kSchemas = std::to_array<SchemaText>({
    {"Empty", R"({"type": "object", "additionalProperties": false, "properties": {}})"},
    {"LoginRequest", R"({"type": "object", "additionalProperties": false, "required": ["email", "password"], "properties": {
        "email": {"type": "string", "minLength": 1, "maxLength": 254, "examples": ["ingrid@sallyport.example"]},
        "password": {"type": "string", "minLength": 1, "maxLength": 1024, "writeOnly": true},
        "device_token": {"type": "string", "minLength": 1, "maxLength": 256, "writeOnly": true,
                         "description": "Of a trusted device: the second factor is not asked for."}}})"},
    {"MfaRequest", R"({"type": "object", "additionalProperties": false, "required": ["mfa_token", "code"], "properties": {
        "mfa_token": {"type": "string", "minLength": 1, "maxLength": 256, "writeOnly": true},
        "code": {"type": "string", "minLength": 6, "maxLength": 64, "writeOnly": true,
                 "description": "The six digits of the authenticator, or a recovery code."},
        "trust_device": {"type": "boolean", "description": "Ask to be trusted on this device; passed over while mfa.trusted_device_days is 0."}}})"},
    {"RefreshRequest", R"({"type": "object", "additionalProperties": false, "required": ["refresh_token"], "properties": {
        "refresh_token": {"type": "string", "minLength": 1, "maxLength": 512, "writeOnly": true}}})"},
    {"LogoutRequest", R"({"type": "object", "additionalProperties": false, "properties": {
        "refresh_token": {"type": "string", "minLength": 1, "maxLength": 512, "writeOnly": true,
            "description": "Taken from clients that send it; the session of the access token ends, with its refresh tokens."}}})"},
    {"PasswordChange", R"({"type": "object", "additionalProperties": false, "required": ["current_password", "new_password"],
        "properties": {
        "current_password": {"type": "string", "minLength": 1, "maxLength": 1024, "writeOnly": true},
        "new_password": {"type": "string", "minLength": 1, "maxLength": 1024, "writeOnly": true}}})"},
    {"PasswordReset", R"({"type": "object", "additionalProperties": false, "required": ["token", "new_password"],
        "properties": {
        "token": {"type": "string", "minLength": 1, "maxLength": 256, "writeOnly": true,
                  "description": "Of an invitation or a reset link; it works once."},
        "new_password": {"type": "string", "minLength": 1, "maxLength": 1024, "writeOnly": true}}})"},
    {"PasswordStrengthRequest", R"({"type": "object", "additionalProperties": false, "required": ["password"], "properties": {
        "password": {"type": "string", "minLength": 1, "maxLength": 1024, "writeOnly": true},
        "name": {"type": "string", "maxLength": 100},
        "email": {"type": "string", "maxLength": 254},
        "second_factor": {"type": "boolean", "description": "The account has one: a shorter password is enough."}}})"},
    {"PasswordGenerateRequest", R"({"type": "object", "additionalProperties": false, "properties": {
        "length": {"type": "integer", "minimum": 8, "maximum": 128, "description": "24 unless given, or what a password must have here."},
        "lower": {"type": "boolean", "description": "Small letters; like the other kinds on unless switched off."},
        "upper": {"type": "boolean"}, "digits": {"type": "boolean"}, "signs": {"type": "boolean"},
        "name": {"type": "string", "maxLength": 100, "description": "Whose password it is: it won't contain the name."},
        "email": {"type": "string", "maxLength": 254},
        "second_factor": {"type": "boolean", "description": "The account has one: a shorter password is enough."}}})"},
    {"MeasureRequest", R"({"type": "object", "additionalProperties": false, "properties": {
        "target_ms": {"type": "integer", "minimum": 20, "maximum": 1000, "description": "What hashing may take; 250 unless given."}}})"},
    {"CodeRequest", R"({"type": "object", "additionalProperties": false, "required": ["code"], "properties": {
        "code": {"type": "string", "minLength": 6, "maxLength": 64, "writeOnly": true}}})"},
    {"PasskeyRegistration",
     R"({"type": "object", "additionalProperties": false, "required": ["name", "credential"], "properties": {
        "name": {"type": "string", "minLength": 1, "maxLength": 100, "examples": ["Work laptop"]},
        "credential": {"type": "object", "additionalProperties": false, "required": ["id", "type", "response"],
            "description": "PublicKeyCredential.toJSON(); bytes in base64url.", "properties": {
            "id": {"type": "string", "minLength": 1, "maxLength": 1400}, "rawId": {"type": "string", "maxLength": 1400},
            "type": {"type": "string", "enum": ["public-key"]},
            "authenticatorAttachment": {"type": ["string", "null"], "maxLength": 32},
            "clientExtensionResults": {"type": "object", "maxProperties": 16, "additionalProperties": {}},
            "response": {"type": "object", "additionalProperties": false, "required": ["clientDataJSON", "attestationObject"], "properties": {
                "clientDataJSON": {"type": "string", "minLength": 1, "maxLength": 6000},
                "attestationObject": {"type": "string", "minLength": 1, "maxLength": 12000},
                "authenticatorData": {"type": "string", "maxLength": 6000}, "publicKey": {"type": ["string", "null"], "maxLength": 2000},
                "publicKeyAlgorithm": {"type": "integer"},
                "transports": {"type": "array", "maxItems": 8, "items": {"type": "string", "maxLength": 32}}}}}}}})"},
    {"PasskeySignInBegin", R"({"type": "object", "additionalProperties": false, "required": ["mfa_token"], "properties": {
        "mfa_token": {"type": "string", "minLength": 1, "maxLength": 256, "writeOnly": true}}})"},
    {"PasskeySignIn",
     R"({"type": "object", "additionalProperties": false, "required": ["mfa_token", "credential"], "properties": {
        "trust_device": {"type": "boolean", "description": "Ask to be trusted on this device; passed over while mfa.trusted_device_days is 0."},
        "mfa_token": {"type": "string", "minLength": 1, "maxLength": 256, "writeOnly": true},
        "credential": {"type": "object", "additionalProperties": false, "required": ["id", "type", "response"],
            "description": "PublicKeyCredential.toJSON(); bytes in base64url.", "properties": {
            "id": {"type": "string", "minLength": 1, "maxLength": 1400}, "rawId": {"type": "string", "maxLength": 1400},
            "type": {"type": "string", "enum": ["public-key"]},
            "authenticatorAttachment": {"type": ["string", "null"], "maxLength": 32},
            "clientExtensionResults": {"type": "object", "maxProperties": 16, "additionalProperties": {}},
            "response": {"type": "object", "additionalProperties": false, "required": ["clientDataJSON", "authenticatorData", "signature"], "properties": {
                "clientDataJSON": {"type": "string", "minLength": 1, "maxLength": 6000},
                "authenticatorData": {"type": "string", "minLength": 1, "maxLength": 6000},
                "signature": {"type": "string", "minLength": 1, "maxLength": 1400},
                "userHandle": {"type": "string", "maxLength": 128}}}}}}})"},
    {"PasskeyStepUp", R"({"type": "object", "additionalProperties": false, "required": ["credential"], "properties": {
        "credential": {"type": "object", "additionalProperties": false, "required": ["id", "type", "response"],
            "description": "PublicKeyCredential.toJSON(); bytes in base64url.", "properties": {
            "id": {"type": "string", "minLength": 1, "maxLength": 1400}, "rawId": {"type": "string", "maxLength": 1400},
            "type": {"type": "string", "enum": ["public-key"]},
            "authenticatorAttachment": {"type": ["string", "null"], "maxLength": 32},
            "clientExtensionResults": {"type": "object", "maxProperties": 16, "additionalProperties": {}},
            "response": {"type": "object", "additionalProperties": false, "required": ["clientDataJSON", "authenticatorData", "signature"], "properties": {
                "clientDataJSON": {"type": "string", "minLength": 1, "maxLength": 6000},
                "authenticatorData": {"type": "string", "minLength": 1, "maxLength": 6000},
                "signature": {"type": "string", "minLength": 1, "maxLength": 1400},
                "userHandle": {"type": "string", "maxLength": 128}}}}}}})"},
    {"PasskeyPatch", R"({"type": "object", "additionalProperties": false, "required": ["name"], "properties": {
        "name": {"type": "string", "minLength": 1, "maxLength": 100}}})"},
    {"NewUser", R"({"type": "object", "additionalProperties": false, "required": ["name", "email"], "properties": {
        "name": {"type": "string", "minLength": 1, "maxLength": 100},
        "email": {"type": "string", "format": "email", "maxLength": 254},
        "age": {"type": "integer", "minimum": 18, "maximum": 120},
        "department": {"type": "string", "maxLength": 100},
        "roles": {"type": "array", "maxItems": 16, "uniqueItems": true,
                  "items": {"type": "string", "pattern": "^[a-z][a-z0-9_-]{0,63}$", "maxLength": 64}},
        "password": {"type": "string", "minLength": 1, "maxLength": 1024, "writeOnly": true,
                     "description": "Without it the answer carries a single-use invitation."}}})"},
    {"UserPatch", R"({"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {
        "name": {"type": "string", "minLength": 1, "maxLength": 100},
        "email": {"type": "string", "format": "email", "maxLength": 254},
        "age": {"type": ["integer", "null"], "minimum": 18, "maximum": 120},
        "department": {"type": "string", "maxLength": 100},
        "version": {"type": "integer", "minimum": 1, "maximum": 9007199254740991,
                    "description": "The version that was read; another one now answers 412."}}})"},
    {"RolesRequest", R"({"type": "object", "additionalProperties": false, "required": ["roles"], "properties": {
        "roles": {"type": "array", "minItems": 1, "maxItems": 16, "uniqueItems": true,
                  "items": {"type": "string", "pattern": "^[a-z][a-z0-9_-]{0,63}$", "maxLength": 64}}}})"},
    {"BulkRequest", R"({"type": "object", "additionalProperties": false, "required": ["action", "ids"], "properties": {
        "action": {"type": "string", "enum": ["disable", "enable", "unlock", "reset-mfa", "revoke-sessions", "delete", "give-role", "take-role"]},
        "ids": {"type": "array", "minItems": 1, "maxItems": 500, "uniqueItems": true, "description": "Of users.",
                "items": {"type": "string", "pattern": "^[0-9A-Za-z_-]{1,64}$", "maxLength": 64}},
        "role": {"type": "string", "pattern": "^[a-z][a-z0-9_-]{0,63}$", "maxLength": 64,
                 "description": "For give-role and take-role, and for nothing else. The other roles stay."}}})"},
    {"ReadNoticesRequest", R"({"type": "object", "additionalProperties": false, "properties": {
        "ids": {"type": "array", "minItems": 1, "maxItems": 50, "uniqueItems": true, "description": "Left out: all.",
                "items": {"type": "string", "minLength": 1, "maxLength": 64}}}})"},
    {"EndSessionsRequest", R"({"type": "object", "additionalProperties": false, "required": ["ids"], "properties": {
        "ids": {"type": "array", "minItems": 1, "maxItems": 200, "uniqueItems": true,
                "items": {"type": "string", "minLength": 1, "maxLength": 64}}}})"},
    {"NewApiKey", R"({"type": "object", "additionalProperties": false, "required": ["name", "scopes"], "properties": {
        "name": {"type": "string", "minLength": 1, "maxLength": 100, "examples": ["CI deploy"]},
        "scopes": {"type": "array", "minItems": 1, "maxItems": 100, "uniqueItems": true,
                   "items": {"type": "string", "pattern": "^[a-z][a-z0-9_:-]{0,63}$", "maxLength": 64},
                   "description": "Permissions, or the groups read, write, delete and manage_users of them."},
        "expires_in": {"type": "integer", "minimum": 1, "maximum": 315360000,
                       "description": "Seconds; else what the setting keys.default_lifetime says."},
        "owner": {"type": "string", "minLength": 1, "maxLength": 64,
                  "description": "The id of a user or a service account; else who asks."},
        "addresses": {"type": "array", "maxItems": 32, "uniqueItems": true, "items": {"type": "string", "minLength": 1, "maxLength": 64},
                      "description": "Addresses or networks that the key may be used from; else any."},
        "rate": {"type": "object", "additionalProperties": false, "required": ["requests", "window_seconds"],
            "description": "The key's own limit, in place of its owner's share of the rate classes.", "properties": {
            "requests": {"type": "integer", "minimum": 1, "maximum": 1000000000},
            "window_seconds": {"type": "integer", "minimum": 1, "maximum": 604800}}},
        "signing": {"type": "boolean", "description": "Also make a secret for signed requests."},
        "public_key": {"type": "string", "minLength": 1, "maxLength": 4096,
            "description": "PEM, or the text of a JWK, of an Ed25519 or P-256 key pair of the owner: the key then has neither text nor secret and opens only by RFC 9421 signatures."}}})"},
    {"ApiKeyPatch", R"({"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {
        "name": {"type": "string", "minLength": 1, "maxLength": 100},
        "scopes": {"type": "array", "minItems": 1, "maxItems": 100, "uniqueItems": true,
                   "items": {"type": "string", "pattern": "^[a-z][a-z0-9_:-]{0,63}$", "maxLength": 64}},
        "expires_in": {"type": "integer", "minimum": 1, "maximum": 315360000, "description": "Seconds from now."},
        "addresses": {"type": "array", "maxItems": 32, "uniqueItems": true, "items": {"type": "string", "minLength": 1, "maxLength": 64}},
        "rate": {"type": ["object", "null"], "additionalProperties": false, "required": ["requests", "window_seconds"],
            "properties": {
            "requests": {"type": "integer", "minimum": 1, "maximum": 1000000000},
            "window_seconds": {"type": "integer", "minimum": 1, "maximum": 604800}}},
        "version": {"type": "integer", "minimum": 1, "maximum": 9007199254740991,
                    "description": "The version that was read; another one now answers 412."}}})"},
    {"RotateRequest", R"({"type": "object", "additionalProperties": false, "properties": {
        "overlap_seconds": {"type": "integer", "minimum": 0, "maximum": 2592000, "default": 86400,
            "description": "How long the old text works beside the new one; never longer than it would have."},
        "public_key": {"type": "string", "minLength": 1, "maxLength": 4096,
            "description": "The new one, of a key that has a public key."}}})"},
    {"KeyScanRequest", R"({"type": "object", "additionalProperties": false, "required": ["content"], "properties": {
        "content": {"type": "string", "minLength": 1, "maxLength": 1048576, "writeOnly": true,
                    "description": "Any text: a log, a program, a message."}}})"},
    {"SignatureExplainRequest", R"({"type": "object", "additionalProperties": false, "required": ["request"], "properties": {
        "request": {"type": "string", "minLength": 1, "maxLength": 262144,
                    "description": "The request as it was sent: its line, its fields, an empty line, the body. The marks of curl -v may stay."},
        "client_text": {"type": "string", "maxLength": 262144, "description": "The text that the client has signed, to compare."}}})"},
    {"NewServiceAccount", R"({"type": "object", "additionalProperties": false, "required": ["name"], "properties": {
        "name": {"type": "string", "minLength": 1, "maxLength": 100, "examples": ["Build runner"]},
        "description": {"type": "string", "maxLength": 500},
        "roles": {"type": "array", "maxItems": 16, "uniqueItems": true,
                  "items": {"type": "string", "pattern": "^[a-z][a-z0-9_-]{0,63}$", "maxLength": 64}}}})"},
    {"ServiceAccountPatch", R"({"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {
        "name": {"type": "string", "minLength": 1, "maxLength": 100},
        "description": {"type": "string", "maxLength": 500},
        "roles": {"type": "array", "minItems": 1, "maxItems": 16, "uniqueItems": true,
                  "items": {"type": "string", "pattern": "^[a-z][a-z0-9_-]{0,63}$", "maxLength": 64}},
        "status": {"type": "string", "enum": ["active", "disabled"], "description": "A disabled account's keys open nothing."},
        "version": {"type": "integer", "minimum": 1, "maximum": 9007199254740991,
                    "description": "The version that was read; another one now answers 412."}}})"},
    {"ExchangeRequest", R"({"type": "object", "additionalProperties": false, "required": ["code"], "properties": {
        "code": {"type": "string", "minLength": 1, "maxLength": 256, "writeOnly": true},
        "code_verifier": {"type": "string", "minLength": 43, "maxLength": 128, "writeOnly": true,
                          "description": "If the login was begun with a code_challenge."}}})"},
    {"OwnLinkBegin", R"({"type": "object", "additionalProperties": false, "required": ["provider"], "properties": {
        "provider": {"type": "string", "minLength": 1, "maxLength": 32, "description": "Its name, as in /auth/{provider}."}}})"},
    {"NewProvider",
     R"({"type": "object", "additionalProperties": false, "required": ["name", "title", "issuer", "client_id"], "properties": {
        "name": {"type": "string", "pattern": "^[a-z0-9-]{1,32}$", "maxLength": 32, "description": "In the URL of its login, /auth/{name}.", "examples": ["google"]},
        "title": {"type": "string", "minLength": 1, "maxLength": 100},
        "kind": {"type": "string", "enum": ["oidc", "github"]},
        "issuer": {"type": "string", "minLength": 1, "maxLength": 500, "description": "Compared to the letter; its description is at /.well-known/openid-configuration below it."},
        "client_id": {"type": "string", "minLength": 1, "maxLength": 255},
        "client_secret": {"type": "string", "maxLength": 1024, "writeOnly": true, "description": "Never given out again; empty takes it away."},
        "authentication": {"type": "string", "enum": ["basic", "post", "none"], "description": "How the token endpoint is told the client."},
        "scopes": {"type": "array", "maxItems": 20, "uniqueItems": true, "items": {"type": "string", "minLength": 1, "maxLength": 100}},
        "algorithms": {"type": "array", "maxItems": 11, "uniqueItems": true, "items": {"type": "string", "enum": ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "HS256"]},
                       "description": "That ID tokens may be signed with; HS256 only alone."},
        "status": {"type": "string", "enum": ["enabled", "disabled"]},
        "first_login": {"type": "string", "enum": ["refuse", "create", "create_disabled"], "description": "What happens to somebody who is linked to no user."},
        "roles": {"type": "array", "maxItems": 16, "uniqueItems": true, "items": {"type": "string", "pattern": "^[a-z][a-z0-9_-]{0,63}$", "maxLength": 64}},
        "role_rules": {"type": "array", "maxItems": 50, "items": {"type": "object", "additionalProperties": false, "required": ["claim", "value", "role"], "properties": {
            "claim": {"type": "string", "minLength": 1, "maxLength": 200}, "value": {"type": "string", "minLength": 1, "maxLength": 200},
            "role": {"type": "string", "pattern": "^[a-z][a-z0-9_-]{0,63}$", "maxLength": 64}}}},
        "roles_each_time": {"type": "boolean", "description": "The rules decide at each sign-in, not only at the first."},
        "trust_email": {"type": "boolean", "description": "Take e-mail addresses that the provider does not call verified."},
        "accepted_amr": {"type": "array", "maxItems": 20, "uniqueItems": true, "items": {"type": "string", "minLength": 1, "maxLength": 100},
                         "description": "Values of amr that stand for the second factor here."},
        "accepted_acr": {"type": "array", "maxItems": 20, "uniqueItems": true, "items": {"type": "string", "minLength": 1, "maxLength": 100}},
        "return_urls": {"type": "array", "maxItems": 20, "uniqueItems": true, "items": {"type": "string", "minLength": 1, "maxLength": 500}}}})"},
    {"ProviderPatch", R"({"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {
        "name": {"type": "string", "pattern": "^[a-z0-9-]{1,32}$", "maxLength": 32, "description": "In the URL of its login, /auth/{name}.", "examples": ["google"]},
        "title": {"type": "string", "minLength": 1, "maxLength": 100},
        "kind": {"type": "string", "enum": ["oidc", "github"]},
        "issuer": {"type": "string", "minLength": 1, "maxLength": 500, "description": "Compared to the letter; its description is at /.well-known/openid-configuration below it."},
        "client_id": {"type": "string", "minLength": 1, "maxLength": 255},
        "client_secret": {"type": "string", "maxLength": 1024, "writeOnly": true, "description": "Never given out again; empty takes it away."},
        "authentication": {"type": "string", "enum": ["basic", "post", "none"], "description": "How the token endpoint is told the client."},
        "scopes": {"type": "array", "maxItems": 20, "uniqueItems": true, "items": {"type": "string", "minLength": 1, "maxLength": 100}},
        "algorithms": {"type": "array", "maxItems": 11, "uniqueItems": true, "items": {"type": "string", "enum": ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "HS256"]},
                       "description": "That ID tokens may be signed with; HS256 only alone."},
        "status": {"type": "string", "enum": ["enabled", "disabled"]},
        "first_login": {"type": "string", "enum": ["refuse", "create", "create_disabled"], "description": "What happens to somebody who is linked to no user."},
        "roles": {"type": "array", "maxItems": 16, "uniqueItems": true, "items": {"type": "string", "pattern": "^[a-z][a-z0-9_-]{0,63}$", "maxLength": 64}},
        "role_rules": {"type": "array", "maxItems": 50, "items": {"type": "object", "additionalProperties": false, "required": ["claim", "value", "role"], "properties": {
            "claim": {"type": "string", "minLength": 1, "maxLength": 200}, "value": {"type": "string", "minLength": 1, "maxLength": 200},
            "role": {"type": "string", "pattern": "^[a-z][a-z0-9_-]{0,63}$", "maxLength": 64}}}},
        "roles_each_time": {"type": "boolean", "description": "The rules decide at each sign-in, not only at the first."},
        "trust_email": {"type": "boolean", "description": "Take e-mail addresses that the provider does not call verified."},
        "accepted_amr": {"type": "array", "maxItems": 20, "uniqueItems": true, "items": {"type": "string", "minLength": 1, "maxLength": 100},
                         "description": "Values of amr that stand for the second factor here."},
        "accepted_acr": {"type": "array", "maxItems": 20, "uniqueItems": true, "items": {"type": "string", "minLength": 1, "maxLength": 100}},
        "return_urls": {"type": "array", "maxItems": 20, "uniqueItems": true, "items": {"type": "string", "minLength": 1, "maxLength": 500}},
        "version": {"type": "integer", "minimum": 1, "maximum": 9007199254740991,
                    "description": "The version that was read; another one now answers 412."}}})"},
    {"NewOutsideLink",
     R"({"type": "object", "additionalProperties": false, "required": ["provider", "subject", "user"], "properties": {
        "provider": {"type": "string", "minLength": 1, "maxLength": 64}, "user": {"type": "string", "minLength": 1, "maxLength": 64},
        "subject": {"type": "string", "minLength": 1, "maxLength": 255, "description": "`sub` of the provider; GitHub's numeric id."}}})"},
    {"TokenRequest", R"({"type": "object", "required": ["token"], "properties": {
        "token": {"type": "string", "minLength": 1, "maxLength": 16384,
                  "description": "As long as the form may be: a long one is worth nothing, not wrong (RFC 7662 §2.2)."},
        "token_type_hint": {"type": "string", "maxLength": 64,
                            "description": "`access_token` or `refresh_token`; a wrong or unknown one does no harm."}},
        "additionalProperties": {"type": "string", "maxLength": 4096,
                                 "description": "Unknown parameters are ignored (RFC 6749 §3.1)."}})"},
    {"RateLimitRequest", R"({"type": "object", "additionalProperties": false, "required": ["requests", "window_seconds"],
        "properties": {
        "requests": {"type": "integer", "minimum": 1, "maximum": 1000000000},
        "window_seconds": {"type": "integer", "minimum": 1, "maximum": 604800}}})"},
    {"RateLimitsRequest", R"({"type": "object", "additionalProperties": false, "required": ["limits"], "properties": {
        "limits": {"type": "array", "minItems": 1, "maxItems": 16, "items": {
            "type": "object", "additionalProperties": false, "required": ["class", "requests", "window_seconds"], "properties": {
            "class": {"type": "string", "enum": ["auth", "api_read", "api_write", "file_upload", "admin", "address"]},
            "requests": {"type": "integer", "minimum": 1, "maximum": 1000000000},
            "window_seconds": {"type": "integer", "minimum": 1, "maximum": 604800}}}}}})"},
    {"SettingsPatch", R"({"type": "object", "minProperties": 1, "maxProperties": 64, "properties": {},
        "description": "Names of settings with their new values; all are changed or none.",
        "additionalProperties": {"type": ["string", "integer", "boolean"], "maxLength": 8192}})"},
});

} // namespace

std::span<const SchemaText> requestSchemas() noexcept
{
    return kSchemas;
}

std::string_view findSchemaText(std::string_view name) noexcept
{
    for (const auto schemas : {requestSchemas(), answerSchemas()}) {
        const auto found = std::ranges::find(schemas, name, &SchemaText::name);
        if (found != schemas.end())
            return found->text;
    }
    return {};
}

} // namespace sallyport::api
