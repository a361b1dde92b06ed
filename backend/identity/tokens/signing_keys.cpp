#include "backend/identity/tokens/signing_keys.h"

#include "backend/base/encoding.h"
#include "backend/crypto/digest.h"

#include <boost/json.hpp>

#include <vector>

namespace sallyport::identity {

namespace {

enum class SigningKeyColumn { Kid, PrivateKey, CreatedAt, RetiredAt, Algorithm, End };

constexpr storage::Columns<SigningKeyColumn> signingKeyColumns{{{SigningKeyColumn::Kid, "kid"},
                                                                {SigningKeyColumn::PrivateKey, "private_key"},
                                                                {SigningKeyColumn::CreatedAt, "created_at"},
                                                                {SigningKeyColumn::RetiredAt, "retired_at"},
                                                                {SigningKeyColumn::Algorithm, "algorithm"}}};
constexpr auto allSigningKeys =
    storage::select(signingKeyColumns, "FROM signing_keys ORDER BY retired_at IS NOT NULL, created_at DESC");

std::string aadOf(std::string_view kid)
{
    return "signing_keys|private_key|" + std::string(kid) + "|1";
}

boost::json::object toJwk(const crypto::PublicKey& key, std::string_view kid)
{
    boost::json::object jwk;
    if (const auto* curve = std::get_if<crypto::VerifyingKey>(&key)) // RFC 7518 §6.2
        jwk = {{"kty", "EC"}, {"crv", "P-256"}, {"x", curve->x()}, {"y", curve->y()}};
    else // RFC 8037 §2
        jwk = {{"kty", "OKP"}, {"crv", "Ed25519"}, {"x", std::get<crypto::Ed25519PublicKey>(key).x()}};
    jwk["use"] = "sig";
    jwk["alg"] = crypto::algorithmWord(crypto::algorithmOf(key));
    jwk["kid"] = kid;
    return jwk;
}

} // namespace

Result<std::shared_ptr<const SigningKeys::Set>> SigningKeys::read(storage::Transaction& transaction) const
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(allSigningKeys));
    auto set = std::make_shared<Set>();
    boost::json::array jwks;
    const UtcTime now = m_clock.now();
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            break;
        const auto row = rows.row();
        const std::string kid = row.text(SigningKeyColumn::Kid);
        const UtcTime created = row.time(SigningKeyColumn::CreatedAt);
        const std::optional<UtcTime> retired = row.optionalTime(SigningKeyColumn::RetiredAt);
        // A row of another algorithm is a newer program's.
        const auto algorithm = crypto::tokenAlgorithm(row.text(SigningKeyColumn::Algorithm));
        if (!algorithm || (retired && now >= *retired + signingKeyOverlap))
            continue;
        SALLYPORT_ASSIGN(const SecretBytes der, m_cipher.open(row.blob(SigningKeyColumn::PrivateKey), aadOf(kid)));
        SALLYPORT_ASSIGN(crypto::TokenKey key, crypto::TokenKey::fromPkcs8(*algorithm, der.bytes()));
        if (key.keyId() != kid)
            return makeError(ErrorCode::CryptoFailure, "A signing key does not fit its id.");
        jwks.push_back(toJwk(key.publicKey(), kid));
        set->verifying.emplace(kid, key.publicKey());
        set->known.push_back({kid, *algorithm, created, retired});
        if (!retired && !set->current)
            set->current = Current{std::move(key), kid, created};
    }
    set->jwks.text = boost::json::serialize(boost::json::object{{"keys", std::move(jwks)}});
    set->jwks.tag = '"' + toBase64Url(crypto::sha256(asBytes(set->jwks.text))) + '"';
    return std::shared_ptr<const Set>(std::move(set));
}

Result<SigningKeys::Known> SigningKeys::insertNew(storage::Transaction& transaction, crypto::TokenAlgorithm algorithm) const
{
    SALLYPORT_ASSIGN(const crypto::TokenKey key, crypto::TokenKey::generate(algorithm));
    const std::string kid = key.keyId();
    SALLYPORT_ASSIGN(const SecretBytes der, key.toPkcs8());
    SALLYPORT_ASSIGN(const Bytes sealed, m_cipher.seal(der.bytes(), aadOf(kid), m_random));

    const UtcTime now = m_clock.now();
    SALLYPORT_ASSIGN(auto retire, transaction.prepare("UPDATE signing_keys SET retired_at = $1 WHERE retired_at IS NULL"));
    retire.bind(1, now);
    SALLYPORT_TRY(retire.run());
    SALLYPORT_ASSIGN(auto insert, transaction.prepare("INSERT INTO signing_keys (kid, algorithm, private_key, created_at) "
                                                      "VALUES ($1, $2, $3, $4)"));
    insert.bind(1, kid).bind(2, crypto::algorithmWord(algorithm)).bind(3, std::span<const std::byte>(sealed)).bind(4, now);
    SALLYPORT_TRY(insert.run());
    return Known{kid, algorithm, now, std::nullopt};
}

Result<void> SigningKeys::load(crypto::TokenAlgorithm algorithm)
{
    SALLYPORT_ASSIGN(auto loaded, m_store.read([&](storage::Transaction& transaction) { return read(transaction); }));
    if (loaded->current) {
        publish(std::move(loaded));
        return {};
    }
    // The first key of a vault: nobody asked for it.
    SALLYPORT_TRY(rotate(algorithm, [](storage::Transaction&, const Known&) { return Result<void>(); }));
    return {};
}

Result<SigningKeys::Known> SigningKeys::rotate(crypto::TokenAlgorithm algorithm, const Record& record)
{
    return m_store.write([&](storage::Transaction& transaction) { return rotate(transaction, algorithm, record); });
}

Result<SigningKeys::Known> SigningKeys::rotate(storage::Transaction& transaction, crypto::TokenAlgorithm algorithm,
                                               const Record& record)
{
    SALLYPORT_ASSIGN(Known made, insertNew(transaction, algorithm));
    SALLYPORT_TRY(record(transaction, made));
    SALLYPORT_ASSIGN(auto fresh, read(transaction));
    transaction.changed<Set>(topic, made.kid, std::move(fresh));
    return made;
}

Result<void> SigningKeys::maintain(crypto::TokenAlgorithm algorithm, const Record& record, UtcTime deletable)
{
    const UtcTime now = m_clock.now();
    const auto signing = current();
    // One made while the clock was ahead would sign until that day and for another lifetime.
    const auto isOutOfTime = [now](UtcTime made) { return now - made >= signingKeyLifetime || made - now > signingKeyFuture; };
    if (!signing || signing->key.algorithm() != algorithm || isOutOfTime(signing->createdAt))
        SALLYPORT_TRY(rotate(algorithm, record));
    return m_store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(auto retire, transaction.prepare("UPDATE signing_keys SET retired_at = $1 WHERE retired_at > $1"));
        SALLYPORT_TRY(retire.bind(1, now).run());
        SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM signing_keys WHERE retired_at < $1"));
        remove.bind(1, deletable - signingKeyOverlap);
        SALLYPORT_TRY(remove.run());
        // Whether or not a row went: time alone makes keys verify no longer.
        SALLYPORT_ASSIGN(auto fresh, read(transaction));
        std::string kid = fresh->current ? fresh->current->kid : std::string();
        transaction.changed<Set>(topic, std::move(kid), std::move(fresh));
        return {};
    });
}

std::optional<SigningKeys::Current> SigningKeys::current() const
{
    return set()->current;
}

std::optional<crypto::PublicKey> SigningKeys::find(std::string_view kid) const
{
    const auto keys = set();
    const auto found = keys->verifying.find(kid);
    if (found == keys->verifying.end())
        return std::nullopt;
    return found->second;
}

std::shared_ptr<const KeyDocument> SigningKeys::jwks() const
{
    const auto keys = set();
    return {keys, &keys->jwks};
}

std::vector<SigningKeys::Known> SigningKeys::known() const
{
    return set()->known;
}

std::shared_ptr<const SigningKeys::Set> SigningKeys::set() const
{
    const std::lock_guard lock(m_mutex);
    return m_set;
}

void SigningKeys::publish(std::shared_ptr<const Set> set)
{
    const std::lock_guard lock(m_mutex);
    m_set = std::move(set);
}

} // namespace sallyport::identity
