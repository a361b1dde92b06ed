#include "backend/audit/pseudonyms/email_owners.h"

#include "backend/base/encoding.h"
#include "backend/base/utf8.h"

namespace sallyport::audit {
namespace {

enum class OwnerColumn { Email, Id, Latest, End };
constexpr storage::Columns<OwnerColumn> ownerColumns{
    {{OwnerColumn::Email, "email"}, {OwnerColumn::Id, "id"}, {OwnerColumn::Latest, "MAX(sequence) AS latest"}}};
// A sign-in that failed has the e-mail in the place of the name.
constexpr auto ownersOfEmails = storage::select(
    ownerColumns,
    "FROM (SELECT actor_email AS email, actor_id AS id, sequence FROM events WHERE sequence <= $1 AND actor_email <> '' AND "
    "actor_id <> '' AND actor_kind IN ('user', 'operator') "
    "UNION ALL SELECT object_email, object_id, sequence FROM events WHERE sequence <= $1 AND object_email <> '' AND "
    "object_id <> '' AND object_kind = 'user' "
    "UNION ALL SELECT object_name, object_id, sequence FROM events WHERE sequence <= $1 AND object_name LIKE '%@%' AND "
    "object_id <> '' AND object_kind = 'user') AS known GROUP BY email, id ORDER BY latest");

} // namespace

Result<EmailOwners> emailOwners(storage::Transaction& transaction, std::int64_t last)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(ownersOfEmails));
    rows.bind(1, last);
    EmailOwners owners;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return owners;
        const auto row = rows.row();
        owners[toLowerAscii(row.text(OwnerColumn::Email))] = row.text(OwnerColumn::Id);
    }
}

} // namespace sallyport::audit
