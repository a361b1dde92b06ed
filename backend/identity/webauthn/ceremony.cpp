#include "backend/identity/webauthn/ceremony.h"

#include "backend/base/secret_bytes.h"
#include "backend/crypto/digest.h"
#include "backend/identity/webauthn/authenticator_data.h"
#include "backend/identity/webauthn/cbor.h"
#include "backend/identity/webauthn/client_data.h"
#include "backend/identity/webauthn/cose_key.h"

#include <algorithm>

namespace sallyport::identity::webauthn {

namespace {

constexpr std::size_t attestationLimit = 8192; ///< bytes

Error refusedFor(std::string_view word, std::string_view detail)
{
    Error error(ErrorCode::MfaInvalid, "The passkey's answer is not acceptable.");
    error.recordedWord = word;
    error.recordedDetail = detail;
    return error;
}

Error malformedAnswer(const Error& why)
{
    return refusedFor("webauthn_malformed", why.detail);
}

/// Steps 5 to 9 of §7.1 and 10 to 14 of §7.2.
Result<void> checkClient(const RelyingParty& party, std::span<const std::byte> challenge, std::string_view type,
                         std::span<const std::byte> json)
{
    const auto client = readClientData(json);
    if (!client)
        return malformedAnswer(client.error());
    if (client->type != type)
        return refusedFor("webauthn_type", "The answer is of another kind of ceremony");
    if (!equalConstantTime(client->challenge, challenge))
        return refusedFor("webauthn_challenge", "The answer is about another challenge");
    if (client->crossOrigin || std::ranges::find(party.origins, client->origin) == party.origins.end())
        return refusedFor("webauthn_origin", "The answer comes from a page of another origin");
    return {};
}

Result<void> checkAuthenticator(const RelyingParty& party, const AuthenticatorData& data)
{
    const crypto::Sha256Digest expected = crypto::sha256(asBytes(party.id));
    if (!equalConstantTime(data.rpIdHash, expected))
        return refusedFor("webauthn_rp", "The authenticator signed for another site");
    if (!data.userPresent)
        return refusedFor("webauthn_presence", "Nobody touched the authenticator");
    return {};
}

/// What is signed: authenticator data, then the hash of the client data.
Bytes signedBytes(std::span<const std::byte> authenticatorData, std::span<const std::byte> clientDataJson)
{
    Bytes bytes(authenticatorData.begin(), authenticatorData.end());
    const crypto::Sha256Digest hash = crypto::sha256(clientDataJson);
    bytes.insert(bytes.end(), hash.begin(), hash.end());
    return bytes;
}

/// §8.7 and §8.2: `none` proves nothing and says nothing; packed without a certificate is signed by the key itself.
Result<bool> checkAttestation(const CborValue& object, const CoseKey& key, std::span<const std::byte> authenticatorData,
                              std::span<const std::byte> clientDataJson)
{
    const CborValue* format = object.find("fmt");
    const CborValue* statement = object.find("attStmt");
    if (!format || !statement || !statement->map())
        return refusedFor("webauthn_malformed", "An attestation without format or statement");
    if (format->text() == "none") {
        if (!statement->map()->empty())
            return refusedFor("webauthn_attestation", "An attestation that is none but says something");
        return false;
    }
    if (format->text() != "packed" || statement->find("x5c"))
        return refusedFor("webauthn_attestation", "Only no attestation and self-attestation are accepted");
    const CborValue* algorithm = statement->find("alg");
    const CborValue* signature = statement->find("sig");
    if (!algorithm || algorithm->integer() != key.algorithm() || !signature || !signature->bytes())
        return refusedFor("webauthn_attestation", "A self-attestation of another algorithm");
    if (!key.verify(signedBytes(authenticatorData, clientDataJson), *signature->bytes()))
        return refusedFor("webauthn_signature", "The self-attestation's signature does not fit");
    return true;
}

} // namespace

Result<Bytes> challengeOf(std::span<const std::byte> clientDataJson)
{
    SALLYPORT_ASSIGN(ClientData client, readClientData(clientDataJson));
    return std::move(client.challenge);
}

Result<VerifiedRegistration> verifyRegistration(const RelyingParty& party, std::span<const std::byte> challenge,
                                                const RegistrationAnswer& answer)
{
    SALLYPORT_TRY(checkClient(party, challenge, "webauthn.create", answer.clientDataJson));
    if (answer.attestationObject.size() > attestationLimit)
        return refusedFor("webauthn_malformed", "An attestation that is too long");
    const auto object = readWholeCbor(answer.attestationObject);
    if (!object)
        return malformedAnswer(object.error());
    const CborValue* bytes = object->find("authData");
    if (!bytes || !bytes->bytes())
        return refusedFor("webauthn_malformed", "An attestation without authenticator data");
    const auto data = readAuthenticatorData(*bytes->bytes());
    if (!data)
        return malformedAnswer(data.error());
    SALLYPORT_TRY(checkAuthenticator(party, *data));
    if (!data->credential || !std::ranges::equal(data->credential->id, answer.credentialId))
        return refusedFor("webauthn_credential", "The authenticator made another credential");
    const auto key = CoseKey::read(data->credential->publicKey);
    if (!key)
        return refusedFor("webauthn_key", key.error().detail);

    VerifiedRegistration verified;
    SALLYPORT_ASSIGN(verified.selfAttested, checkAttestation(*object, *key, *bytes->bytes(), answer.clientDataJson));
    verified.id = answer.credentialId;
    verified.publicKey.assign(data->credential->publicKey.begin(), data->credential->publicKey.end());
    verified.algorithm = key->algorithm();
    verified.signCount = data->signCount;
    verified.userVerified = data->userVerified;
    verified.backupEligible = data->backupEligible;
    verified.backedUp = data->backedUp;
    return verified;
}

Result<VerifiedAssertion> verifyAssertion(const RelyingParty& party, std::span<const std::byte> challenge,
                                          const StoredCredential& credential, const AssertionAnswer& answer)
{
    if (!equalConstantTime(credential.id, answer.credentialId))
        return refusedFor("webauthn_credential", "The answer is of another credential");
    SALLYPORT_TRY(checkClient(party, challenge, "webauthn.get", answer.clientDataJson));
    const auto data = readAuthenticatorData(answer.authenticatorData);
    if (!data)
        return malformedAnswer(data.error());
    SALLYPORT_TRY(checkAuthenticator(party, *data));
    if (data->backupEligible != credential.backupEligible)
        return refusedFor("webauthn_backup", "A credential cannot begin or cease to be eligible for backup");
    const auto key = CoseKey::read(credential.publicKey);
    if (!key)
        return refusedFor("webauthn_key", key.error().detail);
    if (!key->verify(signedBytes(answer.authenticatorData, answer.clientDataJson), answer.signature))
        return refusedFor("webauthn_signature", "The signature does not fit");
    // §7.2 step 22: only after the signature, so that nobody else can raise the alarm.
    if ((data->signCount != 0 || credential.signCount != 0) && data->signCount <= credential.signCount)
        return refusedFor("webauthn_counter", "The signature counter went back: the key may have been copied");
    return VerifiedAssertion{data->signCount, data->userVerified, data->backedUp};
}

} // namespace sallyport::identity::webauthn
