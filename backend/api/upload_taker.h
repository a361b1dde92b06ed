#pragma once

#include "backend/api/call.h"
#include "backend/protection/detection/detector.h"
#include "backend/records/files.h"
#include "backend/records/upload/form_reader.h"
#include "backend/records/upload/upload_form.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace sallyport::api {

/// Takes the body of POST /api/upload while it comes: pieces arrive on the loop, and what has to be done with them is done on a
/// worker, a batch after the other, while the next ones are read from the client. No more than two batches are kept, and no
/// thread waits for a slow client. A client that goes leaves nothing.
class UploadTaker final : public http::BodyTaker, public std::enable_shared_from_this<UploadTaker> {
public:
    /// `made` makes the response of what was stored.
    using Answer = http::Response (*)(const records::StoredFile& file);
    UploadTaker(std::shared_ptr<Call> call, Answer made);

    /// UnsupportedMediaType, BadRequest for another body than a form.
    Result<void> open();

    void take(std::string bytes, std::function<void()> more) override;
    void complete() override;
    void broken() override;

private:
    /// Blocked if it looks like an attack.
    Result<void> inspect(protection::detection::PartKind kind, std::string_view name, std::string_view bytes);
    /// What a file begins with, if that is text: once there is enough of it, or all.
    Result<void> inspectBegin();
    Result<void> addToFile(std::string_view bytes);
    Result<void> beginFile(const std::string& sentName, const std::string& mediaType);
    Result<http::Response> finish();
    /// Does what there is to do, and has itself called again if there is more by then.
    std::optional<Result<http::Response>> workOff();
    /// `work` on a worker; what it answers, or throws, is the end.
    void onWorker(std::function<std::optional<Result<http::Response>>()> work);
    void answer(Result<http::Response> response);

    const std::shared_ptr<Call> m_call;
    const Answer m_answer;
    records::UploadForm m_form;
    std::optional<records::FormReader> m_reader;
    std::unique_ptr<records::FileUpload> m_upload;
    std::string m_begin; ///< of the file, until it was looked at
    bool m_inspected = false;
    std::atomic<bool> m_over{false};

    std::mutex m_mutex;
    std::string m_waiting;        ///< a batch, until it is worked off
    std::function<void()> m_more; ///< held back while that is full
    bool m_complete = false, m_working = false;
};

} // namespace sallyport::api
