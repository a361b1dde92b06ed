#include "backend/records/files_service.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/crypto/aes_gcm.h"
#include "backend/records/record_limits.h"
#include "backend/records/record_rows.h"
#include "backend/records/stored_upload.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sallyport::records {

namespace {

using access::Permission;

constexpr std::uint64_t mebibyte = 1024 * 1024;
constexpr std::uint64_t askedAgainAfter = 4 * mebibyte; // of a download: a right that goes ends what it opened
constexpr int fileKeyTries = 3;                         // a data key may go between sealing and storing, once in its life
constexpr std::int64_t filesAtOnce = 200;               // looked at for damage between two reads of the database

/// Rules whose breaking tells of somebody who tries something, or of a program that is broken.
constexpr std::array<std::string_view, 7> tellingRules{"content",  "archive", "extension", "mediaType",
                                                       "reserved", "path",    "hidden"};

access::Resource fileResource(const StoredFile& file, const access::Resource* record)
{
    access::Resource resource = attachedResource(access::ResourceKind::File, file.id.text(), file.ownerId, record);
    if (!file.id.empty()) {
        resource.createdAt = file.createdAt;
        resource.changedAt = file.createdAt; // a file never changes
    }
    return resource;
}

Result<Attached> attachedFile(storage::Transaction& transaction, const StoredFile& file)
{
    Attached attached;
    if (!file.recordId.empty()) {
        SALLYPORT_ASSIGN(const Record record, rows::record(transaction, file.recordId));
        attached.record = resourceOf(record);
    }
    attached.resource = fileResource(file, attached.record ? &*attached.record : nullptr);
    return attached;
}

bool isAllowed(const std::vector<std::string>& types, std::string_view extension)
{
    return types.empty() || std::ranges::find(types, extension) != types.end();
}

Error notAllowedType()
{
    Error error(ErrorCode::InvalidArgument, "files of this type are not taken here");
    error.fields.push_back({"file", error.detail, "extension"});
    return error;
}

bool fileKeyHasGone(const Error& error)
{
    return error.code == ErrorCode::Conflict && error.word == "key_gone";
}

} // namespace

FilesService::FilesService(FilesParts parts, std::unique_ptr<FileStore> folder)
    : m_parts(std::move(parts)), m_clock(m_parts.store, m_parts.clock),
      m_access(m_parts.decisions, m_parts.now, access::ResourceKind::File, Permission::FilesRead), m_folder(std::move(folder))
{
}

Result<void> FilesService::tell(storage::Transaction& transaction, const access::Actor& actor, const StoredFile& file,
                                std::string_view kind)
{
    audit::Event event = access::eventBy(actor, kind);
    event.object = {"file", file.id.text(), {}};
    audit::Details details;
    if (!file.recordId.empty())
        details.text("record_id", file.recordId.text());
    // Not its name, which may be about somebody: the journal outlives what is deleted.
    details.text("media_type", file.mediaType).number("size", static_cast<std::int64_t>(file.size));
    event.detailsJson = details.json();
    return m_parts.journal.append(transaction, std::move(event));
}

Error FilesService::refused(const access::Actor& actor, std::string_view extension, Error error)
{
    const std::string_view rule = error.fields.empty() ? std::string_view() : std::string_view(error.fields.front().rule);
    if (error.code != ErrorCode::InvalidArgument || std::ranges::find(tellingRules, rule) == tellingRules.end())
        return error;
    audit::Event event = access::eventBy(actor, audit::kind::fileRefused, audit::Outcome::Refused);
    event.reason = rule;
    audit::Details details;
    if (findFileType(extension) != nullptr) // what isn't in the table is a client's text
        details.text("extension", extension);
    event.detailsJson = details.json();
    (void) m_parts.journal.record(std::move(event)); // the error is told all the same
    return error;
}

Error FilesService::damaged(const access::Actor& actor, const FileId& id)
{
    audit::Event event = access::eventBy(actor, audit::kind::fileDamaged, audit::Outcome::Failure);
    event.object = {"file", id.text(), {}};
    (void) m_parts.journal.record(std::move(event)); // the error is told all the same
    Error error(ErrorCode::CryptoFailure, "This file is not what was stored: it was changed, moved or removed in the folder of "
                                          "files. Nothing more of it is shown; 'sallyportd doctor' names all such files.");
    error.word = "file_damaged";
    return error;
}

Result<std::optional<access::Resource>> FilesService::find(const std::string& id)
{
    return m_parts.store.read([&](storage::Transaction& transaction) -> Result<std::optional<access::Resource>> {
        const Result<FileRow> row = rows::file(transaction, FileId(id));
        if (!row && row.error().code == ErrorCode::NotFound)
            return std::optional<access::Resource>();
        if (!row)
            return row.error();
        SALLYPORT_ASSIGN(Attached attached, attachedFile(transaction, row->file));
        return std::optional(std::move(attached.resource));
    });
}

Result<std::string> FilesService::nameOf(const std::string& id)
{
    const Result<FileRow> row = m_parts.store.read([&](storage::Transaction& t) { return rows::file(t, FileId(id)); });
    if (row || row.error().code == ErrorCode::NotFound)
        return row ? row->file.name : std::string();
    return row.error();
}

FileRules FilesService::rules() const
{
    const auto values = m_parts.settings.values();
    FileRules rules;
    rules.maxSize = values->filesMaxSize * mebibyte;
    for (const FileType& type : fileTypes()) {
        if (isAllowed(values->filesTypes, type.extension))
            rules.extensions.emplace_back(type.extension);
    }
    return rules;
}

Result<FilePage> FilesService::list(const access::Actor& actor, const FileQuery& query)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_access.may(actor, Permission::FilesRead));
    SALLYPORT_ASSIGN(const AttachedScope scope, m_access.scope(current));
    return m_parts.store.read([&](storage::Transaction& transaction) -> Result<FilePage> {
        if (query.recordId)
            SALLYPORT_TRY(m_access.visibleRecord(transaction, current, *query.recordId));
        SALLYPORT_ASSIGN(const ChosenAttachments chosen,
                         chooseAttachments(transaction, fileTable(), attachmentQuery(query), scope, countedFor(current)));
        FilePage page;
        SALLYPORT_ASSIGN(page.files, rows::files(transaction, chosen.ids));
        page.nextCursor = chosen.nextCursor;
        page.total = chosen.total;
        page.about = chosen.about;
        return page;
    });
}

Result<std::map<std::string, std::int64_t>> FilesService::countByRecord(const access::Actor& actor,
                                                                        const std::vector<RecordId>& records)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_access.may(actor, access::Permission::FilesRead));
    SALLYPORT_ASSIGN(const AttachedScope scope, m_access.scope(current));
    std::vector<std::string> ids;
    for (const RecordId& id : records)
        ids.push_back(id.text());
    return m_parts.store.read(
        [&](storage::Transaction& transaction) { return countAttachedTo(transaction, fileTable(), ids, *scope.own); });
}

Result<FileRow> FilesService::visible(const access::Actor& current, const FileId& id)
{
    return m_parts.store.read([&](storage::Transaction& transaction) -> Result<FileRow> {
        SALLYPORT_ASSIGN(FileRow row, rows::file(transaction, id));
        SALLYPORT_ASSIGN(const Attached attached, attachedFile(transaction, row.file));
        SALLYPORT_TRY(m_access.requireVisible(current, attached));
        return row;
    });
}

Result<StoredFile> FilesService::read(const access::Actor& actor, const FileId& id)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_access.may(actor, Permission::FilesRead));
    SALLYPORT_ASSIGN(FileRow row, visible(current, id));
    return std::move(row.file);
}

Result<FileOpener> FilesService::openContent(const FileRow& row)
{
    SALLYPORT_ASSIGN(const SecretBytes key, m_parts.store.read([&](storage::Transaction& transaction) {
        return m_parts.keys.open(transaction, row.sealedKey, fileKeyPlace(row.file.id.text()));
    }));
    SALLYPORT_ASSIGN(FileOpener opener, m_folder->read(row.file.id.text(), key));
    if (opener.size() != row.file.size)
        return makeError(ErrorCode::CryptoFailure, "the file has another length than was stored");
    return opener;
}

Result<OpenedFile> FilesService::open(const access::Actor& actor, const FileId& id)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_access.may(actor, Permission::FilesRead));
    SALLYPORT_ASSIGN(FileRow row, visible(current, id));
    Result<FileOpener> content = openContent(row);
    if (!content && content.error().code != ErrorCode::CryptoFailure && content.error().code != ErrorCode::NotFound)
        return content.error();
    if (!content) {
        // It may have been deleted, or its key been sealed anew, between row and file.
        SALLYPORT_ASSIGN(row, visible(current, id));
        content = openContent(row);
        if (!content)
            return damaged(current, id);
    }
    audit::Event event = access::eventBy(current, audit::kind::fileDownloaded);
    event.object = {"file", id.text(), {}};
    audit::Details details;
    if (!row.file.recordId.empty())
        details.text("record_id", row.file.recordId.text());
    details.number("size", static_cast<std::int64_t>(row.file.size));
    event.detailsJson = details.json();
    SALLYPORT_TRY(m_parts.journal.record(std::move(event))); // on disk before anybody sees anything
    OpenedFile opened;
    opened.file = std::move(row.file);
    struct Given {
        FileOpener opener;
        std::uint64_t sinceAsked = 0;
    };
    opened.range = [this, actor, id, given = std::make_shared<Given>(Given{std::move(*content)})](
                       std::uint64_t from, std::uint64_t to,
                       const std::function<Result<void>(std::span<const std::byte>)>& out) -> Result<void> {
        if (from > to || to > given->opener.size())
            return makeError(ErrorCode::InvalidArgument, "The range is not within the file.");
        std::optional<Error> notTaken;
        const Result<void> sent = given->opener.range(from, to, [&](std::span<const std::byte> piece) -> Result<void> {
            Result<void> taken;
            if (given->sinceAsked >= askedAgainAfter) {
                const Result<StoredFile> still = read(actor, id);
                if (!still)
                    taken = still.error();
                given->sinceAsked = 0;
            }
            given->sinceAsked += piece.size();
            if (taken)
                taken = out(piece);
            if (!taken)
                notTaken = taken.error();
            return taken;
        });
        if (sent)
            return {};
        if (notTaken)
            return *notTaken;
        return sent.error().code == ErrorCode::CryptoFailure ? damaged(actor, id) : sent.error();
    };
    return opened;
}

Result<void> FilesService::requireRoom(storage::Transaction& transaction, const RecordId& recordId, std::uint64_t more)
{
    const auto values = m_parts.settings.values();
    if (!recordId.empty()) {
        SALLYPORT_ASSIGN(const std::int64_t there, rows::countFilesOf(transaction, recordId));
        if (there >= std::int64_t{values->filesPerRecord})
            return makeError(ErrorCode::LimitReached,
                             "A record has at most " + std::to_string(values->filesPerRecord) + " files.");
    }
    SALLYPORT_ASSIGN(const std::int64_t used, rows::sizeOfFiles(transaction));
    if (static_cast<std::uint64_t>(used) + more > values->filesTotalSize * mebibyte)
        return makeError(ErrorCode::LimitReached,
                         "All files together have at most " + std::to_string(values->filesTotalSize) + " MiB.");
    return {};
}

Result<std::unique_ptr<FileUpload>> FilesService::begin(const access::Actor& actor, const NewFile& given)
{
    SALLYPORT_ASSIGN(access::Actor current, m_access.may(actor, Permission::FilesCreate));
    Result<FileName> name = checkFileName(given.name);
    if (!name)
        return refused(current, {}, std::move(name).error());
    const FileRules now = rules();
    if (findFileType(name->extension) != nullptr && std::ranges::find(now.extensions, name->extension) == now.extensions.end())
        return refused(current, name->extension, notAllowedType());
    Result<FileTypeCheck> type = FileTypeCheck::create(name->extension, given.mediaType);
    if (!type)
        return refused(current, name->extension, std::move(type).error());
    // What will be refused in the end is refused before it has been sent.
    const auto mayCome = [&](storage::Transaction& transaction) -> Result<void> {
        if (given.recordId)
            SALLYPORT_TRY(m_access.visibleRecord(transaction, current, *given.recordId));
        return requireRoom(transaction, given.recordId.value_or(RecordId()), 1);
    };
    SALLYPORT_TRY(m_parts.store.read(mayCome));
    SecretBytes key(crypto::gcmKeySize);
    if (!m_parts.random.fill(key.bytes()))
        return makeError(ErrorCode::CryptoFailure, "The system gives no randomness.");
    if (++m_uploads > uploadsAtOnce) {
        --m_uploads;
        Error busy(ErrorCode::Unavailable, "Too many files are being uploaded; try again shortly.");
        busy.retryAfter = std::chrono::seconds(10);
        return busy;
    }
    const FileId id(newIdText(m_parts.random, m_clock));
    Result<std::unique_ptr<IncomingFile>> file = m_folder->begin(id.text(), key);
    if (!file) {
        --m_uploads;
        return file.error();
    }
    StoredUpload::Parts parts{std::move(*name), std::move(*type), std::move(*file), std::move(key), id,
                              now.maxSize,      given.recordId};
    return std::unique_ptr<FileUpload>(std::make_unique<StoredUpload>(*this, std::move(current), std::move(parts)));
}

Result<StoredFile> FilesService::insert(storage::Transaction& transaction, const access::Actor& current, FileRow row)
{
    StoredFile& file = row.file;
    file.ownerId = current.id;
    file.owner = access::nameOf(current);
    file.createdAt = m_clock.now();
    std::optional<access::Resource> record;
    if (!file.recordId.empty()) {
        SALLYPORT_ASSIGN(record, m_access.visibleRecord(transaction, current, file.recordId));
    }
    StoredFile asked = file;
    asked.id = FileId(); // it is only about to be made
    SALLYPORT_TRY(m_access.requireCreation(current, Permission::FilesCreate, fileResource(asked, record ? &*record : nullptr)));
    SALLYPORT_TRY(requireRoom(transaction, file.recordId, file.size));
    SALLYPORT_TRY(FieldKeys::requireKey(transaction, row.keyId));
    SALLYPORT_TRY(rows::insert(transaction, row));
    SALLYPORT_TRY(tell(transaction, current, file, audit::kind::fileUploaded));
    return file;
}

Result<StoredFile> FilesService::store(const access::Actor& actor, FileRow row, const SecretBytes& key)
{
    // Who has lost the right meanwhile has lost the file.
    SALLYPORT_ASSIGN(const access::Actor current, m_access.may(actor, Permission::FilesCreate));
    for (int left = fileKeyTries;; --left) {
        SALLYPORT_ASSIGN(FieldKeys::Portion portion, m_parts.keys.take(1));
        row.keyId = portion.keyId();
        SALLYPORT_ASSIGN(row.sealedKey, portion.seal(key.bytes(), fileKeyPlace(row.file.id.text())));
        Result<StoredFile> stored =
            m_parts.store.write([&](storage::Transaction& transaction) { return insert(transaction, current, row); });
        if (stored || left == 1 || !fileKeyHasGone(stored.error()))
            return stored;
        SALLYPORT_TRY(m_parts.keys.reload());
    }
}

Result<void> FilesService::remove(const access::Actor& actor, const FileId& id)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_access.mayOn(actor, Permission::FilesDelete));
    const auto work = [&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const FileRow row, rows::file(transaction, id));
        SALLYPORT_ASSIGN(const Attached attached, attachedFile(transaction, row.file));
        SALLYPORT_TRY(m_access.requireAction(current, Permission::FilesDelete, attached));
        SALLYPORT_TRY(rows::remove(transaction, id));
        return tell(transaction, current, row.file, audit::kind::fileDeleted);
    };
    SALLYPORT_TRY(m_parts.store.write(work));
    removeContents({id.text()});
    return {};
}

void FilesService::removeContents(const std::vector<std::string>& ids)
{
    for (const std::string& id : ids)
        (void) m_folder->remove(id);
}

Result<std::size_t> FilesService::sweep()
{
    return m_folder->sweep([this](const std::string& id) {
        return m_parts.store.read([&](storage::Transaction& transaction) { return rows::hasFile(transaction, id); });
    });
}

Result<std::vector<FileId>> FilesService::findDamaged(const access::Actor& actor)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_access.may(actor, Permission::SettingsRead));
    std::vector<FileId> broken;
    std::string after;
    for (;;) {
        std::vector<FileRow> some;
        const auto readSome = [&](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(const std::vector<std::string> ids, rows::fileIdsAfter(transaction, after, filesAtOnce));
            for (const std::string& id : ids) {
                SALLYPORT_ASSIGN(FileRow row, rows::file(transaction, FileId(id)));
                some.push_back(std::move(row));
            }
            return {};
        };
        SALLYPORT_TRY(m_parts.store.read(readSome));
        if (some.empty())
            break;
        for (const FileRow& row : some) {
            const Result<FileOpener> opened = openContent(row);
            if (opened)
                continue;
            if (opened.error().code != ErrorCode::CryptoFailure && opened.error().code != ErrorCode::NotFound)
                return opened.error();
            broken.push_back(row.file.id);
        }
        after = some.back().file.id.text();
    }
    for (const FileId& id : broken)
        (void) damaged(current, id);
    return broken;
}

} // namespace sallyport::records
