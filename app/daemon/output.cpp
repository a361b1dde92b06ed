#include "app/daemon/output.h"

#include "app/daemon/shown_time.h"
#include "backend/base/shown_text.h"

#include <poll.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <utility>

namespace sallyport::daemon {
namespace {

constexpr std::size_t pieceSize = 64 * 1024; // bytes that wait to be written

std::string jsonOf(std::string_view text)
{
    std::string json;
    appendJsonString(json, text);
    return json;
}

} // namespace

Field Field::jsonOnly() &&
{
    inPlainText = false;
    return std::move(*this);
}

Field Field::orDash() &&
{
    if (text.empty())
        text = "-";
    return std::move(*this);
}

Field Field::shownAs(std::string plain) &&
{
    text = std::move(plain);
    return std::move(*this);
}

Field textField(std::string_view name, std::string_view value)
{
    return {std::string(name), std::string(value), jsonOf(value)};
}

Field orDash(std::string_view name, std::string_view value)
{
    return value.empty() ? Field{std::string(name), "-", "null"} : textField(name, value);
}

Field numberField(std::string_view name, std::int64_t value)
{
    return {std::string(name), std::to_string(value), std::to_string(value)};
}

std::string counted(std::int64_t count, std::string_view one, std::string_view many)
{
    return std::to_string(count) + ' ' + std::string(count == 1 ? one : many);
}

Field decimalField(std::string_view name, double value, int digits)
{
    std::array<char, 64> text{};
    const auto [end, failure] = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, digits);
    std::string number(text.data(), failure == std::errc() ? end : text.data());
    return {std::string(name), number, number.empty() ? "null" : number};
}

Field flagField(std::string_view name, bool value, std::string_view yes, std::string_view no)
{
    return {std::string(name), std::string(value ? yes : no), value ? "true" : "false"};
}

Field timeField(std::string_view name, UtcTime time)
{
    return textField(name, toRfc3339(time)).shownAs(shownTime(time));
}

Field timeField(std::string_view name, const std::optional<UtcTime>& time, std::string_view none)
{
    return time ? timeField(name, *time) : Field{std::string(name), std::string(none), "null"};
}

Field wordsField(std::string_view name, const std::vector<std::string>& words)
{
    Field field{std::string(name), {}, "["};
    for (const std::string& word : words) {
        field.text.append(field.text.empty() ? "" : ",").append(word);
        field.json += field.json.size() > 1 ? "," : "";
        appendJsonString(field.json, word);
    }
    field.json += ']';
    return field;
}

Field mark(std::string_view text)
{
    return {{}, std::string(text), {}};
}

Output::~Output()
{
    wipe(m_waiting); // it may have held a secret
}

void Output::send()
{
    std::string_view rest = m_waiting;
    while (m_failure == 0 && !rest.empty()) {
        const ssize_t written = ::write(m_descriptor, rest.data(), rest.size());
        if (written >= 0) {
            rest.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            pollfd ready{m_descriptor, POLLOUT, 0};
            ::poll(&ready, 1, -1);
        } else if (errno != EINTR) {
            m_failure = errno;
        }
    }
    wipe(m_waiting);
}

void Output::put(std::string_view text)
{
    m_begun = true;
    if (m_failure != 0)
        return;
    // Never grows beyond its first block: what held a secret would stay behind in the old one.
    if (m_waiting.capacity() < pieceSize)
        m_waiting.reserve(pieceSize);
    while (!text.empty()) {
        if (m_waiting.size() == pieceSize) {
            send();
            m_waiting.reserve(pieceSize);
        }
        const std::size_t count = std::min(text.size(), pieceSize - m_waiting.size());
        m_waiting.append(text.substr(0, count));
        text.remove_prefix(count);
    }
}

void Output::closeList()
{
    if (!m_list.empty())
        put("]");
    m_list.clear();
}

void Output::member(std::string_view name)
{
    closeList();
    m_names.emplace(name);
    put(std::exchange(m_firstMember, false) ? "{" : ",");
    put(jsonOf(name));
    put(":");
}

void Output::members(const Fields& fields)
{
    for (const Field& field : fields) {
        if (field.name.empty() || m_names.contains(field.name))
            continue;
        member(field.name);
        put(field.json);
    }
}

void Output::line(const Fields& fields)
{
    std::string text;
    bool first = true;
    for (const Field& field : fields) {
        if (!field.inPlainText)
            continue;
        text += std::exchange(first, false) ? "" : "\t";
        appendShownText(text, field.text);
    }
    if (!first) // a record for --json alone has no line
        put(text + "\n");
}

void Output::beginList(std::string_view list)
{
    if (!json() || m_list == list)
        return;
    member(list);
    put("[");
    m_list = list;
    m_firstElement = true;
}

void Output::row(const Fields& fields, std::string_view list)
{
    if (!json())
        return line(fields);
    beginList(list);
    std::string object = std::exchange(m_firstElement, false) ? "{" : ",{";
    bool first = true;
    for (const Field& field : fields) {
        if (field.name.empty())
            continue;
        object += std::exchange(first, false) ? "" : ",";
        appendJsonString(object, field.name);
        object.append(":").append(field.json);
    }
    put(object + "}");
}

void Output::record(const Fields& fields)
{
    json() ? members(fields) : line(fields);
}

void Output::facts(const Fields& fields)
{
    if (json())
        return members(fields);
    for (const Field& field : fields) {
        if (!field.inPlainText)
            continue;
        std::string text = field.name;
        std::ranges::replace(text, '_', '-');
        text += '\t';
        appendShownText(text, field.text);
        put(text + "\n");
    }
}

void Output::say(std::string_view line, const Fields& fields)
{
    json() ? members(fields) : put(shownText(line) + "\n");
}

void Output::secret(std::string_view name, std::string_view before, const SecretBytes& secret, std::string_view after,
                    bool inList)
{
    // By pieces: no copy of the secret but the one that waits.
    if (!json()) {
        put(before);
        put(secret.view());
        put(after);
        put("\n");
        return;
    }
    if (inList) {
        beginList(name);
        put(std::exchange(m_firstElement, false) ? "" : ",");
    } else {
        member(name);
    }
    std::string quoted;
    quoted.reserve(6 * secret.size() + 2); // each byte an escape at worst
    appendJsonString(quoted, secret.view());
    put(quoted);
    wipe(quoted);
}

bool Output::raw(std::string_view bytes)
{
    m_raw = true;
    put(bytes);
    return good();
}

Result<void> Output::flush()
{
    send();
    if (m_failure == 0)
        return {};
    return makeError(m_failure == ENOSPC || m_failure == EDQUOT || m_failure == EFBIG ? ErrorCode::DiskFull
                                                                                      : ErrorCode::NotWritable,
                     std::string("standard output cannot be written: ") + std::strerror(m_failure));
}

Result<void> Output::finish()
{
    if (!std::exchange(m_finished, true)) {
        if (json() && !m_raw) {
            closeList();
            put(m_firstMember ? "{}\n" : "}\n");
        }
        send();
        // Some file systems tell only here that there was no room.
        if (const int copy = m_begun && m_failure == 0 ? ::dup(m_descriptor) : -1; copy >= 0 && ::close(copy) != 0)
            m_failure = errno;
    }
    return flush();
}

Result<void> finishOr(Output& output, const std::function<std::string()>& takeBack)
{
    Result<void> shown = output.finish();
    if (shown)
        return shown;
    Error error = shown.error();
    error.detail += "; " + takeBack();
    return error;
}

} // namespace sallyport::daemon
