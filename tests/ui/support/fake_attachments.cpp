#include "tests/ui/support/fake_attachments.h"

#include "backend/base/case_fold.h"
#include "backend/base/secret_bytes.h"

#include <algorithm>

namespace sallyport::tests {

namespace {

using access::Permission;

std::string idTextOf(int number)
{
    std::string digits = std::to_string(number);
    return std::string(26 - digits.size(), '0') + digits;
}

Error nothingThere(const char* what)
{
    return makeError(ErrorCode::NotFound, std::string("There is no such ") + what + ".");
}

bool holds(const std::string& text, const std::string& part)
{
    return part.empty() || textKey(text).find(textKey(part)) != std::string::npos;
}

template <typename Row, typename Page>
void cut(std::vector<Row> rows, std::uint64_t from, std::uint32_t limit, std::vector<Row>& out, Page& page)
{
    page.total = static_cast<std::int64_t>(rows.size());
    for (std::uint64_t at = from; at < rows.size() && out.size() < limit; ++at)
        out.push_back(std::move(rows[at]));
    if (from + out.size() < rows.size())
        page.nextCursor = std::to_string(from + out.size());
}

template <typename Query>
std::uint64_t placeOf(const Query& query)
{
    return query.cursor.empty() ? query.offset : std::stoull(query.cursor);
}

} // namespace

records::Comment* FakeComments::find(const records::CommentId& id)
{
    const auto found = std::ranges::find_if(m_comments, [&id](const records::Comment& comment) { return comment.id == id; });
    return found == m_comments.end() ? nullptr : &*found;
}

records::CommentId FakeComments::add(records::Comment comment)
{
    const std::lock_guard guard(m_mutex);
    if (comment.id.empty())
        comment.id = records::CommentId(idTextOf(++m_made));
    comment.version = std::max<std::int64_t>(comment.version, 1);
    if (comment.text.empty())
        comment.text = records::sanitiseRichText(comment.content)->text;
    m_comments.insert(m_comments.begin(), comment);
    return comment.id;
}

std::size_t FakeComments::count() const
{
    const std::lock_guard guard(m_mutex);
    return m_comments.size();
}

Result<records::CommentPage> FakeComments::list(const access::Actor& actor, const records::CommentQuery& query)
{
    if (auto error = failures.take())
        return *error;
    SALLYPORT_TRY(access::require(actor, Permission::CommentsRead));
    const std::lock_guard guard(m_mutex);
    std::vector<records::Comment> all;
    for (const records::Comment& comment : m_comments) {
        if ((!query.recordId || comment.recordId == *query.recordId) && holds(comment.text, query.text))
            all.push_back(comment);
    }
    if (!query.descending)
        std::ranges::reverse(all);
    records::CommentPage page;
    cut(std::move(all), placeOf(query), query.limit, page.comments, page);
    return page;
}

Result<records::Comment> FakeComments::read(const access::Actor& actor, const records::CommentId& id)
{
    SALLYPORT_TRY(access::require(actor, Permission::CommentsRead));
    const std::lock_guard guard(m_mutex);
    if (const records::Comment* const found = find(id))
        return *found;
    return nothingThere("comment");
}

Result<records::WrittenComment> FakeComments::create(const access::Actor& actor, records::NewComment comment)
{
    if (auto error = changeFailures.take())
        return *error;
    SALLYPORT_TRY(access::require(actor, Permission::CommentsCreate));
    SALLYPORT_ASSIGN(const records::RichText text, records::sanitiseRichText(comment.content));
    records::Comment made;
    made.recordId = comment.recordId.value_or(records::RecordId());
    made.ownerId = actor.id;
    made.owner = made.changedBy = access::nameOf(actor);
    made.content = text.html;
    made.text = text.text;
    made.createdAt = made.changedAt = m_clock.now();
    made.id = add(made);
    made.version = 1;
    return records::WrittenComment{made, text.removed};
}

Result<records::WrittenComment> FakeComments::change(const access::Actor& actor, const records::CommentId& id,
                                                     records::CommentPatch patch)
{
    if (auto error = changeFailures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    records::Comment* const found = find(id);
    if (found == nullptr)
        return nothingThere("comment");
    if (found->ownerId != actor.id || !actor.permissions.has(Permission::CommentsCreate))
        SALLYPORT_TRY(access::require(actor, Permission::CommentsUpdate));
    if (patch.expectedVersion && *patch.expectedVersion != found->version)
        return makeError(ErrorCode::PreconditionFailed, "The comment was changed meanwhile.");
    SALLYPORT_ASSIGN(const records::RichText text, records::sanitiseRichText(patch.content.value_or(found->content)));
    found->content = text.html;
    found->text = text.text;
    found->changedAt = m_clock.now();
    found->changedBy = access::nameOf(actor);
    ++found->version;
    return records::WrittenComment{*found, text.removed};
}

Result<void> FakeComments::remove(const access::Actor& actor, const records::CommentId& id)
{
    if (auto error = changeFailures.take())
        return *error;
    SALLYPORT_TRY(access::require(actor, Permission::CommentsDelete));
    const std::lock_guard guard(m_mutex);
    const auto gone = std::erase_if(m_comments, [&id](const records::Comment& comment) { return comment.id == id; });
    return gone > 0 ? Result<void>() : nothingThere("comment");
}

class FakeFiles::Upload final : public records::FileUpload {
public:
    Upload(FakeFiles& files, const access::Actor& actor, const records::NewFile& file) : m_files(files)
    {
        m_file.name = file.name;
        m_file.mediaType = file.mediaType.empty() ? "application/octet-stream" : file.mediaType;
        m_file.recordId = file.recordId.value_or(records::RecordId());
        m_file.ownerId = actor.id;
        m_file.owner = access::nameOf(actor);
    }
    Result<void> add(std::string_view bytes) override
    {
        if (auto error = m_files.addFailures.take())
            return *error;
        m_content += bytes;
        if (m_files.onPiece)
            m_files.onPiece(m_content.size());
        return {};
    }
    Result<void> attach(const records::RecordId& recordId) override
    {
        m_file.recordId = recordId;
        return {};
    }
    Result<records::StoredFile> finish() override
    {
        if (auto error = m_files.finishFailures.take())
            return *error;
        m_file.createdAt = m_files.m_clock.now();
        m_file.id = m_files.add(m_file, m_content);
        m_file.size = m_content.size();
        return m_file;
    }

private:
    FakeFiles& m_files;
    records::StoredFile m_file;
    std::string m_content;
};

FakeFiles::Kept* FakeFiles::find(const records::FileId& id)
{
    const auto found = std::ranges::find_if(m_files, [&id](const Kept& kept) { return kept.file.id == id; });
    return found == m_files.end() ? nullptr : &*found;
}

records::FileId FakeFiles::add(records::StoredFile file, std::string content)
{
    const std::lock_guard guard(m_mutex);
    if (file.id.empty())
        file.id = records::FileId(idTextOf(++m_made));
    file.size = content.size();
    m_files.insert(m_files.begin(), {file, std::move(content)});
    return file.id;
}

std::size_t FakeFiles::count() const
{
    const std::lock_guard guard(m_mutex);
    return m_files.size();
}

Result<records::FilePage> FakeFiles::list(const access::Actor& actor, const records::FileQuery& query)
{
    if (auto error = failures.take())
        return *error;
    SALLYPORT_TRY(access::require(actor, Permission::FilesRead));
    const std::lock_guard guard(m_mutex);
    std::vector<records::StoredFile> all;
    for (const Kept& kept : m_files) {
        if ((!query.recordId || kept.file.recordId == *query.recordId) && holds(kept.file.name, query.text))
            all.push_back(kept.file);
    }
    if (!query.descending)
        std::ranges::reverse(all);
    records::FilePage page;
    cut(std::move(all), placeOf(query), query.limit, page.files, page);
    return page;
}

Result<records::StoredFile> FakeFiles::read(const access::Actor& actor, const records::FileId& id)
{
    SALLYPORT_TRY(access::require(actor, Permission::FilesRead));
    const std::lock_guard guard(m_mutex);
    if (const Kept* const found = find(id))
        return found->file;
    return nothingThere("file");
}

Result<records::OpenedFile> FakeFiles::open(const access::Actor& actor, const records::FileId& id)
{
    if (auto error = failures.take())
        return *error;
    SALLYPORT_TRY(access::require(actor, Permission::FilesRead));
    const std::lock_guard guard(m_mutex);
    const Kept* const found = find(id);
    if (found == nullptr)
        return nothingThere("file");
    return records::OpenedFile{
        found->file,
        [this, content = found->content](std::uint64_t from, std::uint64_t to,
                                         const std::function<Result<void>(std::span<const std::byte>)>& out) -> Result<void> {
            constexpr std::uint64_t piece = 64 * 1024;
            for (std::uint64_t at = from; at < to; at += piece) {
                const auto size = static_cast<std::size_t>(std::min(piece, to - at));
                SALLYPORT_TRY(out(asBytes(std::string_view(content).substr(static_cast<std::size_t>(at), size))));
                if (onPiece)
                    onPiece(at + size);
            }
            return {};
        }};
}

Result<std::unique_ptr<records::FileUpload>> FakeFiles::begin(const access::Actor& actor, const records::NewFile& file)
{
    if (auto error = beginFailures.take())
        return *error;
    SALLYPORT_TRY(access::require(actor, Permission::FilesCreate));
    return std::unique_ptr<records::FileUpload>(std::make_unique<Upload>(*this, actor, file));
}

Result<void> FakeFiles::remove(const access::Actor& actor, const records::FileId& id)
{
    if (auto error = failures.take())
        return *error;
    SALLYPORT_TRY(access::require(actor, Permission::FilesDelete));
    const std::lock_guard guard(m_mutex);
    const auto gone = std::erase_if(m_files, [&id](const Kept& kept) { return kept.file.id == id; });
    return gone > 0 ? Result<void>() : nothingThere("file");
}

} // namespace sallyport::tests
