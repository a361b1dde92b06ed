#include "backend/audit/report_process.h"

#include "backend/base/child_process.h"
#include "backend/base/descriptor.h"
#include "backend/base/shown_text.h"
#include "backend/base/utf8.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <optional>
#include <string>
#include <utility>

namespace sallyport::audit {

namespace {

constexpr int patience = 60'000; ///< milliseconds without any movement before the program counts as hung
constexpr std::size_t chunkSize = 65'536;
constexpr std::size_t complaintLimit = 500; ///< bytes of its standard error that are kept

/// Ours and the program's end of a stream. A socket, because sending to one that is closed need not raise SIGPIPE.
bool connect(Descriptor& ours, Descriptor& theirs)
{
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return false;
    ours = Descriptor(ends[0]);
    theirs = Descriptor(ends[1]);
    return ::fcntl(ours.get(), F_SETFL, O_NONBLOCK) == 0;
}

std::string printable(const std::string& text)
{
    return shownText(trimAscii(truncateUtf8(text, complaintLimit)));
}

} // namespace

struct ReportProcess::State {
    /// Moves what can be moved: sends from the front of `text`, takes output and complaints. Waits if nothing moves.
    Result<void> turn(std::string_view& text);
    Result<void> take();
    void takeComplaints();
    Result<void> ended();

    std::optional<ChildProcess> process;
    Descriptor input, output, complaints;
    std::string complaint;
    Output sink;
    std::array<char, chunkSize> buffer;
};

Result<void> ReportProcess::State::take()
{
    const ssize_t length = ::recv(output.get(), buffer.data(), buffer.size(), 0);
    if (length > 0) {
        if (!sink(std::string_view(buffer.data(), static_cast<std::size_t>(length))))
            return makeError(ErrorCode::Cancelled, "The report was cancelled.");
    } else if (length == 0 || (errno != EAGAIN && errno != EINTR)) {
        output.close();
    }
    return {};
}

void ReportProcess::State::takeComplaints()
{
    std::array<char, 1024> text;
    const ssize_t length = ::recv(complaints.get(), text.data(), text.size(), 0);
    if (length > 0 && complaint.size() < complaintLimit)
        complaint.append(text.data(), static_cast<std::size_t>(length));
    else if (length == 0 || (length < 0 && errno != EAGAIN && errno != EINTR))
        complaints.close();
}

Result<void> ReportProcess::State::turn(std::string_view& text)
{
    // poll() skips negative handles.
    std::array<pollfd, 3> files{
        {{text.empty() ? -1 : input.get(), POLLOUT, 0}, {output.get(), POLLIN, 0}, {complaints.get(), POLLIN, 0}}};
    const int ready = ::poll(files.data(), files.size(), patience);
    if (ready < 0 && errno == EINTR)
        return {};
    if (ready <= 0)
        return makeError(ErrorCode::Internal, "The report program does not answer.");
    if (files[2].revents != 0)
        takeComplaints();
    if (files[1].revents != 0)
        SALLYPORT_TRY(take());
    if (files[0].revents != 0) {
        const ssize_t sent = ::send(input.get(), text.data(), text.size(), MSG_NOSIGNAL);
        if (sent > 0)
            text.remove_prefix(static_cast<std::size_t>(sent));
        else if (sent < 0 && errno != EAGAIN && errno != EINTR)
            return ended();
    }
    return {};
}

/// The program has closed its input before it was done: says what it complained about.
Result<void> ReportProcess::State::ended()
{
    input.close();
    std::string_view nothing;
    while (complaints.valid())
        SALLYPORT_TRY(turn(nothing));
    const std::string said = printable(complaint);
    return makeError(ErrorCode::Internal,
                     said.empty() ? "The report program ended too early." : "The report program failed: " + said);
}

ReportProcess::ReportProcess(std::unique_ptr<State> state) : m_state(std::move(state)) {}
ReportProcess::~ReportProcess() = default;

Result<std::unique_ptr<ReportProcess>> ReportProcess::start(const std::filesystem::path& program, Output output)
{
    auto state = std::make_unique<State>();
    state->sink = std::move(output);
    Descriptor input, out, complaints;
    if (!connect(state->input, input) || !connect(state->output, out) || !connect(state->complaints, complaints))
        return makeError(ErrorCode::Unavailable, "The report program cannot be started: too many open files.");
    ChildSetup setup;
    setup.program = program.string();
    setup.environment = {"QT_QPA_PLATFORM=offscreen", "LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", "HOME=/nonexistent"};
    setup.input = input.get();
    setup.output = out.get();
    setup.complaints = complaints.get();
    setup.ownGroup = true; // in `sallyportd export` Ctrl+C reaches us, and we end it
    Result<ChildProcess> started = ChildProcess::start(setup);
    if (!started)
        return makeError(ErrorCode::Internal, "The report program cannot be started: " + started.error().detail + ".");
    state->process = std::move(*started);
    return std::unique_ptr<ReportProcess>(new ReportProcess(std::move(state)));
}

Result<void> ReportProcess::write(std::string_view text)
{
    while (!text.empty())
        SALLYPORT_TRY(m_state->turn(text));
    return {};
}

Result<void> ReportProcess::finish()
{
    m_state->input.close();
    std::string_view nothing;
    while (m_state->output.valid() || m_state->complaints.valid())
        SALLYPORT_TRY(m_state->turn(nothing));
    const ChildEnd end = m_state->process->wait();
    if (end.succeeded())
        return {};
    const std::string said = printable(m_state->complaint);
    return makeError(ErrorCode::Internal, "The report program " + end.text() + (said.empty() ? "." : ": " + said));
}

Result<std::filesystem::path> findReportProgram(const std::filesystem::path& configured)
{
    if (!configured.empty())
        return configured;
    std::error_code error;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
    const auto folder = self.parent_path();
    for (const auto& candidate : {folder / "sallyport-report", folder.parent_path() / "report" / "sallyport-report"})
        if (!error && ::access(candidate.c_str(), X_OK) == 0)
            return candidate;
    return makeError(ErrorCode::Unavailable, "The program sallyport-report is missing; it belongs into " + folder.string() + ".");
}

} // namespace sallyport::audit
