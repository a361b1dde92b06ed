#pragma once

#include "backend/base/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sallyport::records {

/// What a part of a form says of itself.
struct FormPart {
    std::string name;
    /// As it was sent, decoded: may be anything, a path with line ends too. Absent for a part that is no file.
    std::optional<std::string> fileName;
    std::string mediaType; ///< `image/png`, lower case, without parameters; empty if nothing was said
};

/// Is given the parts of a form as they come. An error ends the reading and is what its caller gets.
class FormSink {
public:
    virtual ~FormSink() = default;
    virtual Result<void> begin(const FormPart& part) = 0;
    virtual Result<void> content(std::string_view bytes) = 0; ///< of the part that was begun last; never empty
    virtual Result<void> end() = 0;
};

inline constexpr std::size_t maxFormParts = 16;
inline constexpr std::size_t maxPartHead = 4096; ///< bytes of a part's header lines, with their ends
inline constexpr std::size_t maxBoundary = 70;   ///< RFC 2046 §5.1.1

/// multipart/form-data (RFC 7578) as a stream: whatever the pieces are in which a body comes, the same parts come out, and no
/// more than one piece and one head are kept. Strict where readers differ: nothing before the first boundary nor behind the last,
/// no folded lines, no parts in parts, no transfer encodings. `filename*` (RFC 8187) is read, for there are clients that send it.
/// On one thread.
class FormReader {
public:
    /// `sink` must outlive it. UnsupportedMediaType if `contentType` is another one, BadRequest if it has no good boundary.
    static Result<FormReader> create(std::string_view contentType, FormSink& sink);

    /// BadRequest for what is no form, or what the sink says. Nothing may be added after an error.
    Result<void> add(std::string_view bytes);
    /// BadRequest if the last boundary hasn't come.
    Result<void> finish() const;

private:
    enum class State { Start, Boundary, Head, Content, Behind };

    explicit FormReader(FormSink& sink) : m_sink(&sink) {}
    /// True if it should be called again.
    Result<bool> step();
    Result<bool> content();
    Result<void> head(std::string_view lines);

    FormSink* m_sink;
    State m_state = State::Start;
    std::string m_delimiter; ///< CR LF, two hyphens and the boundary
    std::string m_pending;
    std::size_t m_skip = 0; ///< bytes of `m_pending` that are no content
    std::size_t m_parts = 0;
};

} // namespace sallyport::records
