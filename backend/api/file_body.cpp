#include "backend/api/file_body.h"

#include <algorithm>
#include <atomic>
#include <string>
#include <utility>

namespace sallyport::api {

namespace {

constexpr std::uint64_t filePiece = 128 * 1024; // bytes read and sent at once

} // namespace

struct FileBody::State : std::enable_shared_from_this<FileBody::State> {
    State(ThreadPool& pool, records::OpenedFile opened, std::uint64_t begin, std::uint64_t end)
        : work(pool), file(std::move(opened)), at(begin), to(end)
    {
    }

    void next()
    {
        if (closed)
            return;
        if (at == to)
            return sink->finish();
        if (!work.post([self = shared_from_this()] { self->piece(); }))
            sink->abort();
    }

    void piece()
    {
        if (closed)
            return;
        std::string bytes;
        const std::uint64_t until = std::min(to, at + filePiece);
        bool read = false;
        try {
            bytes.reserve(static_cast<std::size_t>(until - at));
            read = file.range(at, until,
                              [&bytes](std::span<const std::byte> some) -> Result<void> {
                                  bytes.append(reinterpret_cast<const char*>(some.data()), some.size());
                                  return {};
                              })
                       .has_value();
        } catch (...) {
            sink->abort();
            throw; // to the pool, which tells it
        }
        if (!read)
            return sink->abort();
        at = until;
        (void) sink->write(std::move(bytes), [self = shared_from_this()](bool taken) {
            if (taken)
                self->next();
        });
    }

    ThreadPool& work;
    const records::OpenedFile file;
    std::uint64_t at;
    const std::uint64_t to;
    std::shared_ptr<http::BodySink> sink;
    std::atomic<bool> closed{false};
};

FileBody::FileBody(ThreadPool& work, records::OpenedFile file, std::uint64_t from, std::uint64_t to)
    : m_state(std::make_shared<State>(work, std::move(file), from, to))
{
}

FileBody::~FileBody()
{
    m_state->closed = true;
}

void FileBody::start(std::shared_ptr<http::BodySink> sink)
{
    m_state->sink = std::move(sink);
    m_state->next();
}

void FileBody::onClosed()
{
    m_state->closed = true;
}

} // namespace sallyport::api
