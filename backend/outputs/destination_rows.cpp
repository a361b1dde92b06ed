#include "backend/outputs/destination_rows.h"

#include "backend/base/case_fold.h"

#include <sstream>

namespace sallyport::outputs {

std::string outputSecretAad(const DestinationId& id, std::int64_t number)
{
    return "outputs|secret|" + id.text() + "|" + std::to_string(number);
}

namespace rows {

namespace {

enum class OutputColumn {
    Id,
    Name,
    Kind,
    Target,
    Filter,
    Format,
    Sender,
    Recipients,
    Account,
    Certificate,
    RotateBytes,
    KeepFiles,
    Enabled,
    Secret,
    SecretNumber,
    CreatedAt,
    CreatedBy,
    AuthorKind,
    AuthorId,
    AuthorKey,
    AuthorName,
    UpdatedAt,
    Version,
    Position,
    Sent,
    Dropped,
    Failures,
    Told,
    LastSentAt,
    LastError,
    LastErrorAt,
    Waiting,
    End
};

constexpr storage::Columns<OutputColumn> outputColumns{
    {{OutputColumn::Id, "o.id"},
     {OutputColumn::Name, "o.name"},
     {OutputColumn::Kind, "o.kind"},
     {OutputColumn::Target, "o.target"},
     {OutputColumn::Filter, "o.filter"},
     {OutputColumn::Format, "o.format"},
     {OutputColumn::Sender, "o.sender"},
     {OutputColumn::Recipients, "o.recipients"},
     {OutputColumn::Account, "o.account"},
     {OutputColumn::Certificate, "o.certificate"},
     {OutputColumn::RotateBytes, "o.rotate_bytes"},
     {OutputColumn::KeepFiles, "o.keep_files"},
     {OutputColumn::Enabled, "o.enabled"},
     {OutputColumn::Secret, "o.secret"},
     {OutputColumn::SecretNumber, "o.secret_number"},
     {OutputColumn::CreatedAt, "o.created_at"},
     {OutputColumn::CreatedBy, "o.created_by"},
     {OutputColumn::AuthorKind, "o.author_kind"},
     {OutputColumn::AuthorId, "o.author_id"},
     {OutputColumn::AuthorKey, "o.author_key"},
     {OutputColumn::AuthorName, "o.author_name"},
     {OutputColumn::UpdatedAt, "o.updated_at"},
     {OutputColumn::Version, "o.version"},
     {OutputColumn::Position, "s.position"},
     {OutputColumn::Sent, "s.sent"},
     {OutputColumn::Dropped, "s.dropped"},
     {OutputColumn::Failures, "s.failures"},
     {OutputColumn::Told, "s.told"},
     {OutputColumn::LastSentAt, "s.last_sent_at"},
     {OutputColumn::LastError, "s.last_error"},
     {OutputColumn::LastErrorAt, "s.last_error_at"},
     {OutputColumn::Waiting, "(SELECT COALESCE(MAX(e.sequence), 0) FROM events e) - s.position + "
                             "(SELECT COUNT(*) FROM output_messages m WHERE m.output_id = o.id)"}}};
#define OUTPUTS "FROM outputs o JOIN output_states s ON s.output_id = o.id "
constexpr auto outputById = storage::select(outputColumns, OUTPUTS "WHERE o.id = $1");
constexpr auto outputsByName = storage::select(outputColumns, OUTPUTS "ORDER BY o.name_key, o.id");
#undef OUTPUTS

enum class MessageColumn { Id, Subject, Body, Document, CreatedAt, End };
constexpr storage::Columns<MessageColumn> messageColumns{{{MessageColumn::Id, "id"},
                                                          {MessageColumn::Subject, "subject"},
                                                          {MessageColumn::Body, "body"},
                                                          {MessageColumn::Document, "document"},
                                                          {MessageColumn::CreatedAt, "created_at"}}};
constexpr auto oldestMessage = storage::select(messageColumns, "FROM output_messages WHERE output_id = $1 ORDER BY id LIMIT 1");

std::string addressesText(const std::vector<std::string>& addresses)
{
    std::string text;
    for (const std::string& address : addresses)
        text += (text.empty() ? "" : " ") + address;
    return text;
}

std::vector<std::string> addressesOf(const std::string& text)
{
    std::istringstream stream(text);
    std::vector<std::string> addresses;
    for (std::string address; stream >> address;)
        addresses.push_back(address);
    return addresses;
}

DestinationRow readOutput(const storage::Row<OutputColumn>& row)
{
    DestinationRow read;
    Destination& destination = read.destination;
    DestinationFields& fields = destination.fields;
    destination.id = DestinationId(row.text(OutputColumn::Id));
    fields.name = row.text(OutputColumn::Name);
    fields.kind = destinationKind(row.text(OutputColumn::Kind)).value_or(DestinationKind::File);
    fields.target = row.text(OutputColumn::Target);
    fields.filter = row.text(OutputColumn::Filter);
    fields.format = eventFormat(row.text(OutputColumn::Format)).value_or(usualFormat(fields.kind));
    fields.sender = row.text(OutputColumn::Sender);
    fields.recipients = addressesOf(row.text(OutputColumn::Recipients));
    fields.account = row.text(OutputColumn::Account);
    fields.certificate = row.text(OutputColumn::Certificate);
    fields.rotateBytes = row.integer(OutputColumn::RotateBytes);
    fields.keepFiles = row.integer(OutputColumn::KeepFiles);
    destination.enabled = row.flag(OutputColumn::Enabled);
    read.sealedSecret = row.blob(OutputColumn::Secret);
    read.secretNumber = row.integer(OutputColumn::SecretNumber);
    destination.hasSecret = !read.sealedSecret.empty();
    destination.createdAt = row.time(OutputColumn::CreatedAt);
    destination.createdBy = row.text(OutputColumn::CreatedBy);
    destination.author = {access::authorKindOf(row.text(OutputColumn::AuthorKind)), row.text(OutputColumn::AuthorId),
                          row.text(OutputColumn::AuthorKey), row.text(OutputColumn::AuthorName)};
    destination.updatedAt = row.time(OutputColumn::UpdatedAt);
    destination.version = row.integer(OutputColumn::Version);
    read.position = row.integer(OutputColumn::Position);
    read.told = row.flag(OutputColumn::Told);
    DestinationState& state = destination.state;
    state.sent = row.integer(OutputColumn::Sent);
    state.waiting = std::max<std::int64_t>(0, row.integer(OutputColumn::Waiting));
    state.dropped = row.integer(OutputColumn::Dropped);
    state.failures = row.integer(OutputColumn::Failures);
    state.lastSentAt = row.optionalTime(OutputColumn::LastSentAt);
    state.lastError = row.text(OutputColumn::LastError);
    state.lastErrorAt = row.optionalTime(OutputColumn::LastErrorAt);
    return read;
}

/// $1 to $19: what can change.
void bindOutput(storage::Statement& put, const DestinationRow& row)
{
    const DestinationFields& fields = row.destination.fields;
    put.bind(1, fields.name).bind(2, textKey(fields.name)).bind(3, kindWord(fields.kind)).bind(4, fields.target);
    put.bind(5, fields.filter).bind(6, formatWord(fields.format)).bind(7, fields.sender);
    put.bind(8, addressesText(fields.recipients)).bind(9, fields.account).bind(10, fields.rotateBytes);
    put.bind(11, fields.keepFiles).bind(12, row.destination.enabled);
    if (row.sealedSecret.empty())
        put.bindNull(13);
    else
        put.bind(13, std::span<const std::byte>(row.sealedSecret));
    put.bind(14, row.secretNumber).bind(15, fields.certificate);
    const access::Author& author = row.destination.author;
    put.bind(16, access::authorWord(author.kind)).bind(17, author.id).bind(18, author.key).bind(19, author.name);
}

} // namespace

Result<DestinationRow> destination(storage::Transaction& transaction, const DestinationId& id)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare(outputById));
    row.bind(1, id);
    SALLYPORT_ASSIGN(const bool found, row.step());
    if (!found)
        return makeError(ErrorCode::NotFound, "No such destination.");
    return readOutput(row.row());
}

Result<std::vector<DestinationRow>> destinations(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare(outputsByName));
    std::vector<DestinationRow> found;
    for (;;) {
        SALLYPORT_ASSIGN(const bool more, row.step());
        if (!more)
            return found;
        found.push_back(readOutput(row.row()));
    }
}

Result<std::int64_t> countDestinations(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT COUNT(*) FROM outputs"));
    SALLYPORT_TRY(row.step());
    return row.integer();
}

Result<std::optional<DestinationId>> destinationNamed(storage::Transaction& transaction, std::string_view name)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT id FROM outputs WHERE name_key = $1"));
    row.bind(1, textKey(name));
    SALLYPORT_ASSIGN(const bool found, row.step());
    return found ? std::optional(DestinationId(row.text())) : std::nullopt;
}

Result<void> insertDestination(storage::Transaction& transaction, const DestinationRow& row)
{
    SALLYPORT_ASSIGN(
        auto put,
        transaction.prepare("INSERT INTO outputs (name, name_key, kind, target, filter, format, sender, recipients, account, "
                            "rotate_bytes, keep_files, enabled, secret, secret_number, certificate, author_kind, author_id, "
                            "author_key, author_name, id, created_at, created_by, updated_at, version) VALUES ($1, $2, $3, $4, "
                            "$5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $21, 1)"));
    bindOutput(put, row);
    put.bind(20, row.destination.id).bind(21, row.destination.createdAt).bind(22, row.destination.createdBy);
    SALLYPORT_TRY(put.run());
    SALLYPORT_ASSIGN(auto state, transaction.prepare("INSERT INTO output_states (output_id, position, sent, dropped, failures, "
                                                     "told, last_error) VALUES ($1, $2, 0, 0, 0, 0, '')"));
    state.bind(1, row.destination.id).bind(2, row.position);
    return state.run();
}

Result<void> updateDestination(storage::Transaction& transaction, const DestinationRow& row, UtcTime now)
{
    SALLYPORT_ASSIGN(
        auto put, transaction.prepare(
                      "UPDATE outputs SET name = $1, name_key = $2, kind = $3, target = $4, filter = $5, format = $6, "
                      "sender = $7, recipients = $8, account = $9, rotate_bytes = $10, keep_files = $11, "
                      "enabled = $12, secret = $13, secret_number = $14, certificate = $15, author_kind = $16, author_id = $17, "
                      "author_key = $18, author_name = $19, updated_at = $20, version = version + 1 WHERE id = $21"));
    bindOutput(put, row);
    put.bind(20, now).bind(21, row.destination.id);
    SALLYPORT_TRY(put.run());
    SALLYPORT_ASSIGN(auto state, transaction.prepare("UPDATE output_states SET failures = 0 WHERE output_id = $1"));
    state.bind(1, row.destination.id);
    return state.run();
}

Result<void> deleteDestination(storage::Transaction& transaction, const DestinationId& id)
{
    // State and messages go with the row (ON DELETE CASCADE).
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM outputs WHERE id = $1"));
    remove.bind(1, id);
    return remove.run();
}

Result<void> saveState(storage::Transaction& transaction, const DestinationRow& row)
{
    const DestinationState& state = row.destination.state;
    SALLYPORT_ASSIGN(auto put,
                     transaction.prepare("UPDATE output_states SET position = $1, sent = $2, dropped = $3, failures = $4, "
                                         "told = $5, last_sent_at = $6, last_error = $7, last_error_at = $8 "
                                         "WHERE output_id = $9"));
    put.bind(1, row.position).bind(2, state.sent).bind(3, state.dropped).bind(4, state.failures).bind(5, row.told);
    put.bind(6, state.lastSentAt).bind(7, state.lastError).bind(8, state.lastErrorAt).bind(9, row.destination.id);
    return put.run();
}

Result<void> insertMessage(storage::Transaction& transaction, const DestinationId& id, const Message& message)
{
    SALLYPORT_ASSIGN(auto put, transaction.prepare("INSERT INTO output_messages (id, output_id, subject, body, document, "
                                                   "created_at) VALUES ($1, $2, $3, $4, $5, $6)"));
    put.bind(1, message.id).bind(2, id).bind(3, message.subject).bind(4, message.text).bind(5, message.json);
    put.bind(6, message.at);
    return put.run();
}

Result<std::int64_t> countMessages(storage::Transaction& transaction, const DestinationId& id)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT COUNT(*) FROM output_messages WHERE output_id = $1"));
    row.bind(1, id);
    SALLYPORT_TRY(row.step());
    return row.integer();
}

Result<std::optional<Message>> nextMessage(storage::Transaction& transaction, const DestinationId& id)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(oldestMessage));
    rows.bind(1, id);
    SALLYPORT_ASSIGN(const bool found, rows.step());
    if (!found)
        return std::optional<Message>();
    const auto row = rows.row();
    return std::optional(Message{row.text(MessageColumn::Id), row.text(MessageColumn::Subject), row.text(MessageColumn::Body),
                                 row.text(MessageColumn::Document), row.time(MessageColumn::CreatedAt)});
}

Result<void> deleteMessage(storage::Transaction& transaction, const std::string& id)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM output_messages WHERE id = $1"));
    remove.bind(1, id);
    return remove.run();
}

} // namespace rows

} // namespace sallyport::outputs
