#include "backend/api/upload_taker.h"

#include <utility>

namespace sallyport::api {

namespace {

constexpr std::size_t batchBytes = 128 * 1024; // worked off at once; a TLS record has an eighth of it

} // namespace

UploadTaker::UploadTaker(std::shared_ptr<Call> call, Answer made)
    : m_call(std::move(call)), m_answer(made),
      m_form(
          m_call->services().files.rules().maxSize,
          [this](const std::string& sentName, const std::string& mediaType) { return beginFile(sentName, mediaType); },
          [this](std::string_view bytes) { return m_upload->add(bytes); })
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
    SALLYPORT_ASSIGN(m_upload, m_call->services().files.begin(m_call->actor(), file));
    return {};
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
