#include "backend/records/upload/form_reader.h"

#include "backend/base/utf8.h"
#include "backend/records/upload/form_words.h"

#include <algorithm>

namespace sallyport::records {

namespace {

Error noForm(std::string detail)
{
    return makeError(ErrorCode::BadRequest, std::move(detail));
}

bool isBoundary(std::string_view text) noexcept
{
    return !text.empty() && text.size() <= maxBoundary && text.back() != ' ' && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               (c != '\0' && std::string_view("'()+_,-./:=? ").find(c) != std::string_view::npos);
    });
}

Result<void> readDisposition(std::string_view value, FormPart& part)
{
    const std::optional<ParameterList> list = readParameters(value);
    if (!list || list->word != "form-data")
        return noForm("a part has no Content-Disposition of a form");
    const std::string* const name = list->find("name");
    if (!name || name->empty() || name->size() > 256)
        return noForm("a part has no name");
    part.name = withoutFormEscapes(*name);
    if (const std::string* const plain = list->find("filename"))
        part.fileName = withoutFormEscapes(*plain);
    if (const std::string* const extended = list->find("filename*")) {
        std::optional<std::string> text = readExtendedValue(*extended);
        if (!text)
            return noForm("the filename* of a part is no UTF-8 in the form of RFC 8187");
        part.fileName = std::move(text);
    }
    return {};
}

} // namespace

Result<FormReader> FormReader::create(std::string_view contentType, FormSink& sink)
{
    const std::optional<ParameterList> list = readParameters(contentType);
    constexpr std::string_view form = "multipart/form-data";
    if (toLowerAscii(trimAscii(contentType)).compare(0, form.size(), form) != 0 || (list && list->word != form))
        return makeError(ErrorCode::UnsupportedMediaType, "the body must be multipart/form-data");
    const std::string* const boundary = list ? list->find("boundary") : nullptr;
    if (!boundary || !isBoundary(*boundary))
        return noForm("the Content-Type has no boundary of 1 to 70 permitted characters");
    FormReader reader(sink);
    reader.m_delimiter = "\r\n--" + *boundary;
    return reader;
}

Result<void> FormReader::add(std::string_view bytes)
{
    m_pending += bytes;
    while (true) {
        SALLYPORT_ASSIGN(const bool again, step());
        if (!again)
            return {};
    }
}

Result<void> FormReader::finish() const
{
    if (m_state != State::Behind)
        return noForm("the form ends before its last boundary");
    if (!m_pending.empty() && m_pending != "\r\n")
        return noForm("something follows the last boundary");
    return {};
}

Result<bool> FormReader::step()
{
    switch (m_state) {
    case State::Start: {
        const std::string_view first = std::string_view(m_delimiter).substr(2);
        if (m_pending.compare(0, first.size(), first.substr(0, m_pending.size())) != 0)
            return noForm("the form doesn't begin with its boundary");
        if (m_pending.size() < first.size())
            return false;
        m_pending.erase(0, first.size());
        m_state = State::Boundary;
        return true;
    }
    case State::Boundary: {
        if (m_pending.size() < 2)
            return false;
        const bool last = m_pending.compare(0, 2, "--") == 0;
        if (!last && m_pending.compare(0, 2, "\r\n") != 0)
            return noForm("a boundary is not alone on its line");
        m_pending.erase(0, 2);
        if (!last && ++m_parts > maxFormParts)
            return makeError(ErrorCode::LimitReached, "a form has at most " + std::to_string(maxFormParts) + " parts");
        m_state = last ? State::Behind : State::Head;
        return true;
    }
    case State::Head: {
        const std::size_t end = m_pending.find("\r\n\r\n");
        if (end == std::string::npos ? m_pending.size() > maxPartHead : end + 4 > maxPartHead)
            return noForm("the head of a part is longer than " + std::to_string(maxPartHead) + " bytes");
        if (end == std::string::npos)
            return false;
        const std::string lines = m_pending.substr(0, end + 2);
        m_pending.erase(0, end + 2);
        SALLYPORT_TRY(head(lines));
        m_skip = 2; // the line end before the content stays: the boundary behind an empty one begins with it
        m_state = State::Content;
        return true;
    }
    case State::Content: return content();
    case State::Behind:
        if (m_pending.size() > 2 || m_pending != std::string_view("\r\n").substr(0, m_pending.size()))
            return noForm("something follows the last boundary");
        return false;
    }
    return false;
}

Result<bool> FormReader::content()
{
    const std::size_t found = m_pending.find(m_delimiter);
    const bool ends = found != std::string::npos;
    // What could be the start of a boundary waits for what follows it.
    const std::size_t ready = ends ? found : m_pending.size() - std::min(m_pending.size(), m_delimiter.size() - 1);
    const std::size_t skipped = std::min(m_skip, ready);
    m_skip -= skipped;
    if (ready > skipped)
        SALLYPORT_TRY(m_sink->content(std::string_view(m_pending).substr(skipped, ready - skipped)));
    m_pending.erase(0, ends ? ready + m_delimiter.size() : ready);
    if (!ends)
        return false;
    SALLYPORT_TRY(m_sink->end());
    m_state = State::Boundary;
    return true;
}

Result<void> FormReader::head(std::string_view lines)
{
    FormPart part;
    bool typed = false;
    while (!lines.empty()) {
        const std::size_t end = lines.find("\r\n");
        const std::string_view line = lines.substr(0, end);
        lines.remove_prefix(end + 2);
        const std::size_t colon = line.find(':');
        const bool clean = std::none_of(line.begin(), line.end(),
                                        [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; });
        if (!clean || colon == std::string_view::npos || colon == 0 || line.find_first_of(" \t") < colon)
            return noForm("a line in the head of a part is no header");
        const std::string name = toLowerAscii(line.substr(0, colon));
        const std::string_view value = trimAscii(line.substr(colon + 1));
        if (name == "content-disposition") {
            if (!part.name.empty())
                return noForm("a part has two lines of Content-Disposition");
            SALLYPORT_TRY(readDisposition(value, part));
        } else if (name == "content-type") {
            const std::optional<ParameterList> list = readParameters(value);
            if (!list || typed || list->word.find('/') == std::string::npos || list->word.compare(0, 10, "multipart/") == 0)
                return noForm("the Content-Type of a part is none that a form may have");
            typed = true;
            part.mediaType = list->word;
        } else if (name == "content-transfer-encoding") {
            const std::string encoding = toLowerAscii(value);
            if (encoding != "binary" && encoding != "8bit" && encoding != "7bit")
                return noForm("a form's parts have no transfer encoding");
        }
    }
    if (part.name.empty())
        return noForm("a part has no name");
    return m_sink->begin(part);
}

} // namespace sallyport::records
