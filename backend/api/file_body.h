#pragma once

#include "backend/base/thread_pool.h"
#include "backend/http/response.h"
#include "backend/records/files.h"

#include <cstdint>
#include <memory>

namespace sallyport::api {

/// A part of a file as the body of an answer: read on a worker piece by piece, each when the client has taken the one before. No
/// thread waits for a slow client. A file that can't be read to its end cuts the connection, so that nobody takes half of it
/// for the whole.
class FileBody final : public http::BodySource {
public:
    /// Bytes [from, to). `work` outlives it.
    FileBody(ThreadPool& work, records::OpenedFile file, std::uint64_t from, std::uint64_t to);
    ~FileBody() override;

    void start(std::shared_ptr<http::BodySink> sink) override;
    void onClosed() override;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace sallyport::api
