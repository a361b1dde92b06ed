#include "backend/api/upload_taker.h"

#include "backend/api/inspect_call.h"
#include "backend/base/utf8.h"

#include <utility>

namespace sallyport::api {

namespace {

using protection::detection::PartKind;

constexpr std::size_t inspectedBytes = 64 * 1024;        // of a file that is text
constexpr std::string_view fileContent = "file content"; // what a hit calls the place
constexpr std::size_t batchBytes = 128 * 1024;           // worked off at once; a TLS record has an eighth of it

} // namespace

UploadTaker::UploadTaker(std::shared_ptr<Call> call, Answer made)
    : m_call(std::move(call)), m_answer(made),
      m_form(
          m_call->services().files.rules().maxSize,
          [this](const std::string& sentName, const std::string& mediaType) { return beginFile(sentName, mediaType); },
          [this](std::string_view bytes) { return addToFile(bytes); })
{
}

Result<void> UploadTaker::open()
{
    if (m_call->request.headerCount("Content-Type") != 1)
        return makeError(ErrorCode::UnsupportedMediaType, "The body must be multipart/form-data");
    SALLYPORT_ASSIGN(m_reader, records::FormReader::create(*m_call->request.header("Content-Type"), m_form));
    return {};
}

Result<void> UploadTaker::beginFile(const std::string& sentName, const std::string& mediaType)
{
    records::NewFile file{sentName, mediaType, std::nullopt};
    if (!m_form.recordId().empty()) // it may come after the file, too
        file.recordId = records::RecordId(m_form.recordId());
    SALLYPORT_ASSIGN(m_upload, m_call->services().files.begin(m_call->actor(), file)); // a name that is none is refused here
    return inspect(PartKind::FileName, "file", sentName);
}

Result<void> UploadTaker::inspect(PartKind kind, std::string_view name, std::string_view bytes)
{
    const protection::detection::Part part{kind, name, bytes};
    if (std::optional<Error> attack = inspectParts(*m_call, {&part, 1}))
        return std::move(*attack);
    return {};
}

Result<void> UploadTaker::addToFile(std::string_view bytes)
{
    if (!m_inspected) {
        m_begin.append(bytes.substr(0, inspectedBytes - m_begin.size()));
        if (m_begin.size() == inspectedBytes)
            SALLYPORT_TRY(inspectBegin());
    }
    return m_upload->add(bytes);
}

Result<void> UploadTaker::inspectBegin()
{
    if (m_inspected)
        return {};
    m_inspected = true;
    const std::string begin = std::exchange(m_begin, {});
    // The last character may be cut in two.
    std::string_view text(begin);
    for (int i = 0; i < 3 && !text.empty() && !codePointCount(text); ++i)
        text.remove_suffix(1);
    if (text.find('\0') != std::string_view::npos || !codePointCount(text))
        return {}; // pictures, archives, documents: what they are is for the upload's own checks
    return inspect(PartKind::Text, fileContent, text);
}

void UploadTaker::take(std::string bytes, std::function<void()> more)
{
    bool begins = false;
    {
        const std::lock_guard lock(m_mutex);
        m_waiting += bytes;
        if (m_waiting.size() >= batchBytes)
            m_more = std::exchange(more, nullptr);
        begins = !std::exchange(m_working, true);
    }
    if (more)
        more();
    if (begins)
        onWorker([this] { return workOff(); });
}

void UploadTaker::complete()
{
    bool begins = false;
    {
        const std::lock_guard lock(m_mutex);
        m_complete = true;
        begins = !std::exchange(m_working, true);
    }
    if (begins)
        onWorker([this] { return workOff(); });
}

std::optional<Result<http::Response>> UploadTaker::workOff()
{
    std::string batch;
    std::function<void()> more;
    {
        const std::lock_guard lock(m_mutex);
        batch.swap(m_waiting);
        more = std::exchange(m_more, nullptr);
    }
    if (more)
        more();
    if (!batch.empty()) {
        const Result<void> added = m_reader->add(batch);
        if (!added)
            return added.error();
    }
    bool last = false;
    {
        const std::lock_guard lock(m_mutex);
        last = m_waiting.empty() && m_complete;
        m_working = last || !m_waiting.empty();
        if (!m_working)
            return std::nullopt;
    }
    if (last)
        return finish();
    onWorker([this] { return workOff(); }); // behind others who wait for a worker
    return std::nullopt;
}

void UploadTaker::broken()
{
    m_over = true;
    // What there is of the file is removed by whoever lets go of this last: best a worker.
    (void) m_call->api.work.post([self = shared_from_this()] {});
}

Result<http::Response> UploadTaker::finish()
{
    SALLYPORT_TRY(m_reader->finish());
    SALLYPORT_TRY(m_form.complete());
    SALLYPORT_TRY(inspectBegin());
    if (!m_form.recordId().empty())
        SALLYPORT_TRY(m_upload->attach(records::RecordId(m_form.recordId())));
    SALLYPORT_ASSIGN(const records::StoredFile file, m_upload->finish());
    return m_answer(file);
}

void UploadTaker::onWorker(std::function<std::optional<Result<http::Response>>()> work)
{
    const bool posted = m_call->api.work.post([self = shared_from_this(), work = std::move(work)] {
        if (self->m_over)
            return;
        std::optional<Result<http::Response>> response;
        if (!contained(self->m_call->api.onFault, "work", [&] { response = work(); }))
            response = makeError(ErrorCode::Internal, "Something went wrong here");
        if (response)
            self->answer(std::move(*response));
    });
    if (posted)
        return;
    Error busy(ErrorCode::Unavailable, "Too much work is waiting; try again shortly");
    busy.retryAfter = std::chrono::seconds(2);
    answer(std::move(busy));
}

void UploadTaker::answer(Result<http::Response> response)
{
    if (m_over.exchange(true))
        return;
    m_upload.reset(); // before anybody hears that it was refused, nothing of it is left
    m_call->answerLater(m_call, std::move(response));
}

} // namespace sallyport::api
