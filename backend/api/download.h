#pragma once

#include "backend/api/answer.h"
#include "backend/api/call.h"
#include "backend/api/piped_body.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sallyport::api {

/// A file that is sent while it is made: constant memory for any length. The head goes with the first piece, so that an error
/// before it can still be told. Workers only.
class Download {
public:
    Download(Call& call, Media media, std::string fileName) : m_call(call), m_media(media), m_fileName(std::move(fileName)) {}

    /// With the head; before the first piece.
    void addHeader(std::string_view name, std::string_view value);
    /// False when the client is gone.
    bool take(std::string_view chunk);
    /// The file is complete, or the connection is cut so that nobody takes half of it for the whole.
    void end(bool complete);
    /// The answer has begun: nothing else can be told any more.
    bool begun() const { return m_begun; }

private:
    void begin();
    bool send();

    Call& m_call;
    Media m_media;
    std::string m_fileName;
    PipedBody m_body;
    std::string m_waiting;
    std::vector<std::pair<std::string, std::string>> m_headers;
    bool m_begun = false;
};

} // namespace sallyport::api
