#include "backend/vault/own_keys.h"

namespace sallyport {
namespace {

std::string placeOf(const std::string& fingerprint)
{
    return "server_keys|private_key|" + fingerprint + "|1";
}

} // namespace

Result<std::optional<SecretBytes>> OwnKeys::find(const std::string& fingerprint) const
{
    return m_store.read([&](storage::Transaction& transaction) -> Result<std::optional<SecretBytes>> {
        SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT private_key FROM server_keys WHERE fingerprint = $1"));
        row.bind(1, fingerprint);
        SALLYPORT_ASSIGN(const bool found, row.step());
        if (!found)
            return std::optional<SecretBytes>();
        SALLYPORT_ASSIGN(SecretBytes key, m_cipher.open(row.blob(), placeOf(fingerprint)));
        return std::optional<SecretBytes>(std::move(key));
    });
}

Result<bool> OwnKeys::any() const
{
    return m_store.read([](storage::Transaction& transaction) -> Result<bool> {
        SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT 1 FROM server_keys LIMIT 1"));
        return row.step();
    });
}

Result<void> OwnKeys::add(const std::string& fingerprint, const SecretBytes& keyPem)
{
    SALLYPORT_ASSIGN(const Bytes sealed, m_cipher.seal(keyPem.bytes(), placeOf(fingerprint), m_random));
    return m_store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(auto row, transaction.prepare("INSERT INTO server_keys (fingerprint, private_key, created_at) "
                                                       "VALUES ($1, $2, $3)"));
        row.bind(1, fingerprint).bind(2, std::span<const std::byte>(sealed)).bind(3, m_clock.now());
        return row.run();
    });
}

Result<void> OwnKeys::keepOnly(const std::string& fingerprint)
{
    return m_store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(auto row, transaction.prepare("DELETE FROM server_keys WHERE fingerprint <> $1"));
        row.bind(1, fingerprint);
        return row.run();
    });
}

} // namespace sallyport
