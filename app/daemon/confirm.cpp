#include "app/daemon/confirm.h"

#include "app/daemon/shown_time.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace sallyport::daemon {
namespace confirm_command {
namespace {

/// What is typed within that time begins with a y. A line that says something else, the end of the input or the time's end: no.
bool isYes(std::chrono::milliseconds patience)
{
    const auto end = std::chrono::steady_clock::now() + patience;
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()).count();
        pollfd waiting{STDIN_FILENO, POLLIN, 0};
        const int ready = ::poll(&waiting, 1, static_cast<int>(std::max<std::int64_t>(left, 0)));
        if (ready < 0 && errno == EINTR)
            continue;
        char typed = 0;
        return ready > 0 && ::read(STDIN_FILENO, &typed, 1) == 1 && (typed == 'y' || typed == 'Y');
    }
}

Result<void> ask(Services& services, const ProvisionalChange& change, Output& output)
{
    warn("keep this change? It is taken back in " + std::to_string(change.left.count() / 1000) + " seconds. [y/N]");
    const bool keep = isYes(change.left);
    SALLYPORT_ASSIGN(const ProvisionalChange ended, keep ? services.provisionalChanges.confirm(commandLine(), change.id)
                                                         : services.provisionalChanges.takeBack(commandLine(), change.id));
    output.record(fieldsOf(ended));
    return {};
}

} // namespace
} // namespace confirm_command

Fields fieldsOf(const ProvisionalChange& change)
{
    using namespace confirm_command;
    return {textField("id", change.id),
            textField("kind", access::provisionalWord(change.kind)),
            textField("state", provisionalStateWord(change.state)),
            textField("object", change.object),
            textField("by", change.makerName),
            timeField("until", change.until),
            numberField("seconds_left", change.left.count() / 1000)};
}

Result<void> changeProvisionally(Services& services, const std::function<Result<void>()>& work, Output& output)
{
    using namespace confirm_command;
    SALLYPORT_ASSIGN(const auto made, services.provisionalChanges.provisionally(work));
    if (!made) {
        warn("nothing of this waits to be confirmed");
        return {};
    }
    SALLYPORT_ASSIGN(const ProvisionalChange change, services.provisionalChanges.read(commandLine(), made->id));
    if (isatty(STDIN_FILENO) != 0 && !output.json())
        return ask(services, change, output);
    output.record(fieldsOf(change));
    return {};
}

} // namespace sallyport::daemon
