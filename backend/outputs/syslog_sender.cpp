#include "backend/audit/formats/rfc5424.h"
#include "backend/base/secret_bytes.h"
#include "backend/outbound/connect.h"
#include "backend/outputs/destination_fields.h"
#include "backend/outputs/sender.h"

namespace sallyport::outputs {

namespace {

using namespace std::chrono_literals;

constexpr auto connectPatience = 5s, sendPatience = 30s;
constexpr std::size_t pieceSize = 64 * 1024;

/// RFC 5424 over TLS with octet counting (RFC 5425). The protocol has no acknowledgements, so each batch is a connection of
/// its own that is ended in an orderly way: a receiver that answers our close_notify has read everything before it.
class SyslogSender final : public Sender {
public:
    SyslogSender(const DestinationFields& fields, SecretBytes key, const Surroundings& surroundings, Stop& stop)
        : m_fields(fields), m_key(std::move(key)), m_surroundings(surroundings), m_stop(stop)
    {
    }

    Result<void> send(std::span<const audit::Event> events) override
    {
        SALLYPORT_TRY(begin());
        std::string line, piece;
        for (const audit::Event& event : events) {
            line.clear();
            switch (m_fields.format) {
            case EventFormat::Cef: audit::appendRfc5424(line, event, m_surroundings.host, audit::SyslogBody::Cef); break;
            case EventFormat::Ocsf: audit::appendRfc5424(line, event, m_surroundings.host, audit::SyslogBody::Ocsf); break;
            case EventFormat::JsonLines:
                audit::appendRfc5424(line, event, m_surroundings.host, audit::SyslogBody::JsonLine);
                break;
            case EventFormat::Rfc5424:
            case EventFormat::Otlp:
            case EventFormat::Text: audit::appendRfc5424(line, event, m_surroundings.host, audit::SyslogBody::Text); break;
            }
            frame(piece, line);
            if (piece.size() >= pieceSize)
                SALLYPORT_TRY(write(piece));
        }
        SALLYPORT_TRY(write(piece));
        return end();
    }

    Result<void> send(const Message& message) override
    {
        SALLYPORT_TRY(begin());
        std::string line, piece;
        appendFormatted(line, message, EventFormat::Rfc5424, m_surroundings.host);
        frame(piece, line);
        SALLYPORT_TRY(write(piece));
        return end();
    }

private:
    static void frame(std::string& to, const std::string& message)
    {
        to += std::to_string(message.size());
        to += ' ';
        to += message;
    }

    Result<void> begin()
    {
        SALLYPORT_ASSIGN(const outbound::Url url, syslogTarget(m_fields.target));
        const outbound::Policy policy = m_surroundings.policy();
        const auto deadline = std::chrono::steady_clock::now() + connectPatience;
        m_connection.emplace(m_stop.descriptor());
        if (!m_fields.certificate.empty())
            m_connection->present(m_fields.certificate, SecretBytes(m_key.bytes()));
        SALLYPORT_TRY(outbound::connectTo(*m_connection, url, policy, deadline));
        return m_connection->startTls(url, policy.caFile, deadline, outbound::Connection::Spoken::Anything);
    }

    Result<void> write(std::string& piece)
    {
        SALLYPORT_TRY(m_connection->write(asBytes(piece), std::chrono::steady_clock::now() + sendPatience));
        piece.clear();
        return {};
    }

    Result<void> end()
    {
        const Result<void> ended = m_connection->finish(std::chrono::steady_clock::now() + sendPatience);
        m_connection.reset();
        return ended;
    }

    const DestinationFields m_fields;
    const SecretBytes m_key; ///< of the certificate, if there is one
    const Surroundings& m_surroundings;
    Stop& m_stop;
    std::optional<outbound::Connection> m_connection;
};

} // namespace

std::unique_ptr<Sender> makeSyslogSender(const DestinationFields& fields, SecretBytes key, const Surroundings& surroundings,
                                         Stop& stop)
{
    return std::make_unique<SyslogSender>(fields, std::move(key), surroundings, stop);
}

} // namespace sallyport::outputs
