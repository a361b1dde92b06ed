#include "backend/vault/imported_certificates.h"

#include "backend/storage/columns.h"

namespace sallyport {
namespace {

enum class ImportedColumn { Fingerprint, Chain, Key, End };
constexpr storage::Columns<ImportedColumn> importedColumns{
    {{ImportedColumn::Fingerprint, "c.fingerprint"}, {ImportedColumn::Chain, "c.chain"}, {ImportedColumn::Key, "c.private_key"}}};
constexpr auto presentImported =
    storage::select(importedColumns, "FROM presented_certificate p JOIN server_certificates c ON c.fingerprint = p.present");

constexpr auto keptImported = storage::select(importedColumns, "FROM server_certificates c WHERE c.fingerprint = $1");

enum class UseColumn { Present, HasPrevious, Previous, End };
constexpr storage::Columns<UseColumn> useColumns{{{UseColumn::Present, "present"},
                                                  {UseColumn::HasPrevious, "previous IS NOT NULL"},
                                                  {UseColumn::Previous, "COALESCE(previous, '')"}}};
constexpr auto presentUse = storage::select(useColumns, "FROM presented_certificate");

std::string importedPlace(const std::string& fingerprint)
{
    return "server_certificates|private_key|" + fingerprint + "|1";
}

} // namespace

Result<std::optional<ImportedCertificates::Imported>> ImportedCertificates::present() const
{
    return m_store.read([&](storage::Transaction& transaction) -> Result<std::optional<Imported>> {
        SALLYPORT_ASSIGN(auto rows, transaction.prepare(presentImported));
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return std::optional<Imported>();
        Imported imported;
        imported.fingerprint = rows.row().text(ImportedColumn::Fingerprint);
        imported.chainPem = rows.row().text(ImportedColumn::Chain);
        SALLYPORT_ASSIGN(imported.keyPem,
                         m_cipher.open(rows.row().blob(ImportedColumn::Key), importedPlace(imported.fingerprint)));
        return std::optional(std::move(imported));
    });
}

Result<ImportedCertificates::Imported> ImportedCertificates::kept(const std::string& fingerprint) const
{
    return m_store.read([&](storage::Transaction& transaction) -> Result<Imported> {
        SALLYPORT_ASSIGN(auto rows, transaction.prepare(keptImported));
        SALLYPORT_ASSIGN(const bool found, rows.bind(1, fingerprint).step());
        if (!found)
            return makeError(ErrorCode::NotFound, "There is no such certificate");
        Imported imported{fingerprint, rows.row().text(ImportedColumn::Chain), {}};
        SALLYPORT_ASSIGN(imported.keyPem, m_cipher.open(rows.row().blob(ImportedColumn::Key), importedPlace(fingerprint)));
        return imported;
    });
}

Result<ImportedCertificates::Use> ImportedCertificates::use(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(presentUse));
    SALLYPORT_ASSIGN(const bool found, rows.step());
    Use use;
    if (!found)
        return use;
    use.present = rows.row().text(UseColumn::Present);
    if (rows.row().flag(UseColumn::HasPrevious))
        use.previous = rows.row().text(UseColumn::Previous);
    return use;
}

Result<void> ImportedCertificates::add(storage::Transaction& transaction, const Imported& imported, const access::Actor& by)
{
    SALLYPORT_ASSIGN(const Bytes sealed, m_cipher.seal(imported.keyPem.bytes(), importedPlace(imported.fingerprint), m_random));
    SALLYPORT_ASSIGN(Use before, use(transaction));
    SALLYPORT_ASSIGN(auto put, transaction.prepare(
                                   "INSERT INTO server_certificates (fingerprint, chain, private_key, imported_at, imported_by) "
                                   "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (fingerprint) DO UPDATE SET chain = excluded.chain, "
                                   "private_key = excluded.private_key, imported_at = excluded.imported_at, "
                                   "imported_by = excluded.imported_by"));
    put.bind(1, imported.fingerprint).bind(2, imported.chainPem).bind(3, std::span<const std::byte>(sealed));
    put.bind(4, m_store.now()).bind(5, nameOf(by));
    SALLYPORT_TRY(put.run());
    if (before.present == imported.fingerprint)
        return {};
    return setUse(transaction, {imported.fingerprint, std::move(before.present)}, by);
}

Result<void> ImportedCertificates::setUse(storage::Transaction& transaction, const Use& use, const access::Actor& by)
{
    SALLYPORT_ASSIGN(auto put,
                     transaction.prepare("INSERT INTO presented_certificate (id, present, previous, changed_at, changed_by) "
                                         "VALUES (1, $1, $2, $3, $4) ON CONFLICT (id) DO UPDATE SET present = excluded.present, "
                                         "previous = excluded.previous, changed_at = excluded.changed_at, "
                                         "changed_by = excluded.changed_by"));
    put.bind(1, use.present).bind(2, use.previous).bind(3, m_store.now()).bind(4, nameOf(by));
    SALLYPORT_TRY(put.run());
    // A key that nothing leads to any more is not kept. A change that waits may lead to one.
    SALLYPORT_ASSIGN(
        auto remove,
        transaction.prepare("DELETE FROM server_certificates WHERE fingerprint <> $1 AND fingerprint <> $2 AND NOT EXISTS "
                            "(SELECT 1 FROM provisional_changes WHERE kind = 'certificate' AND state = 'waiting')"));
    return remove.bind(1, use.present).bind(2, use.previous.value_or(use.present)).run();
}

} // namespace sallyport
