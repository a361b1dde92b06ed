#include "backend/outputs/sender.h"

#include "backend/audit/event_json.h"
#include "backend/audit/formats/cef.h"
#include "backend/audit/formats/json_members.h"
#include "backend/audit/formats/ocsf.h"
#include "backend/audit/formats/rfc5424.h"
#include "backend/base/shown_text.h"
#include "backend/base/time_format.h"

#include <cerrno>
#include <cstring>
#include <sys/eventfd.h>
#include <unistd.h>

namespace sallyport::outputs {

namespace {

audit::SyslogBody syslogBody(EventFormat format)
{
    switch (format) {
    case EventFormat::Cef: return audit::SyslogBody::Cef;
    case EventFormat::Ocsf: return audit::SyslogBody::Ocsf;
    case EventFormat::JsonLines: return audit::SyslogBody::JsonLine;
    case EventFormat::Rfc5424:
    case EventFormat::Otlp:
    case EventFormat::Text: break;
    }
    return audit::SyslogBody::Text;
}

} // namespace

Result<std::unique_ptr<Stop>> Stop::make()
{
    Descriptor event(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    if (!event.valid())
        return makeError(ErrorCode::Unavailable, std::string("destinations can't be served: ") + std::strerror(errno));
    SALLYPORT_ASSIGN(auto client, outbound::makeClient());
    return std::unique_ptr<Stop>(new Stop(std::move(event), std::move(client)));
}

void Stop::raise() noexcept
{
    m_raised.store(true);
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = ::write(m_event.get(), &one, sizeof one); // a full counter says the same
    m_client->stop();
}

std::unique_ptr<Sender> makeSender(const DestinationFields& fields, SecretBytes secret, const Surroundings& surroundings,
                                   Stop& stop)
{
    switch (fields.kind) {
    case DestinationKind::Syslog: return makeSyslogSender(fields, std::move(secret), surroundings, stop);
    case DestinationKind::Webhook: return makeHookSender(fields, std::move(secret), surroundings, stop);
    case DestinationKind::Mail: return makeMailSender(fields, std::move(secret), surroundings, stop);
    case DestinationKind::Otlp: return makeOtlpSender(fields, std::move(secret), surroundings, stop);
    case DestinationKind::File: break;
    }
    return makeFileSender(fields, surroundings, stop);
}

void appendFormatted(std::string& to, const audit::Event& event, EventFormat format, const std::string& host)
{
    switch (format) {
    case EventFormat::Cef: return audit::appendCef(to, event);
    case EventFormat::Ocsf: return audit::appendOcsf(to, event);
    case EventFormat::JsonLines: return audit::appendEventJson(to, event);
    case EventFormat::Rfc5424:
    case EventFormat::Otlp: // in requests of its own
    case EventFormat::Text: return audit::appendRfc5424(to, event, host, syslogBody(format));
    }
}

void appendFormatted(std::string& to, const Message& message, EventFormat format, const std::string& host)
{
    if (format == EventFormat::Rfc5424 || format == EventFormat::Text || format == EventFormat::Cef) {
        const std::string text = message.subject + (message.text.empty() ? "" : ": " + message.text);
        audit::appendRfc5424(to, message.at, audit::Severity::Warning, "alert", host, text);
        return;
    }
    audit::JsonMembers members(to);
    members.text("kind", "alert");
    members.text("id", message.id);
    members.text("time", toRfc3339(message.at));
    members.text("subject", message.subject);
    members.text("text", message.text);
    if (!message.json.empty()) {
        std::string data;
        appendJsonText(data, message.json);
        members.raw("data", data);
    }
}

} // namespace sallyport::outputs
