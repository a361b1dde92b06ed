#include "backend/audit/event_id.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/shown_text.h"
#include "backend/base/time_format.h"
#include "backend/outbound/connect.h"
#include "backend/outputs/destination_fields.h"
#include "backend/outputs/mail_text.h"
#include "backend/outputs/sender.h"

#define CURL_DISABLE_TYPECHECK // its checks are macros that take no variables
#include <curl/curl.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <mutex>

namespace sallyport::outputs {

namespace {

constexpr long mailConnectMillis = 10'000, mailTotalMillis = 30'000;

struct FreeCurl {
    void operator()(CURL* handle) const noexcept { curl_easy_cleanup(handle); }
};
struct FreeList {
    void operator()(curl_slist* list) const noexcept { curl_slist_free_all(list); }
};
using Recipients = std::unique_ptr<curl_slist, FreeList>;

bool curlIsReady()
{
    static std::once_flag once;
    static bool ready = false;
    std::call_once(once, [] { ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK; });
    return ready;
}

/// What the callbacks of one transfer see.
struct Transfer {
    std::string_view rest;
    const outbound::Policy& policy;
    const Stop& stop;
    std::string host;
    Error refused; ///< why no socket was opened
};

std::optional<IpAddress> addressOf(const curl_sockaddr& place)
{
    // As long as `addrlen` says: what stands behind the declared member, too.
    const auto* const bytes = reinterpret_cast<const char*>(&place) + offsetof(curl_sockaddr, addr);
    if (place.family == AF_INET && place.addrlen >= sizeof(sockaddr_in)) {
        sockaddr_in v4{};
        std::memcpy(&v4, bytes, sizeof v4);
        return IpAddress::v4(ntohl(v4.sin_addr.s_addr));
    }
    if (place.family != AF_INET6 || place.addrlen < sizeof(sockaddr_in6))
        return std::nullopt;
    sockaddr_in6 v6{};
    std::memcpy(&v6, bytes, sizeof v6);
    std::array<std::uint8_t, 16> key{};
    std::memcpy(key.data(), &v6.sin6_addr, key.size());
    const IpAddress address = IpAddress::v6(key);
    // A mapped address is an IPv4 address, and must pass as one.
    const auto parsed = IpAddress::parse(address.text());
    return parsed ? *parsed : address;
}

/// Connects to nothing that the rules of outgoing calls don't allow.
curl_socket_t openSocket(void* data, curlsocktype, curl_sockaddr* place)
{
    auto& transfer = *static_cast<Transfer*>(data);
    const auto address = addressOf(*place);
    if (!address || !transfer.policy.rules.allows(*address)) {
        if (address)
            transfer.refused = outbound::addressRefused(transfer.host, *address);
        return CURL_SOCKET_BAD;
    }
    return ::socket(place->family, place->socktype | SOCK_CLOEXEC, place->protocol);
}

std::size_t readMail(char* to, std::size_t size, std::size_t count, void* data)
{
    auto& transfer = *static_cast<Transfer*>(data);
    const std::size_t taken = std::min(size * count, transfer.rest.size());
    std::memcpy(to, transfer.rest.data(), taken);
    transfer.rest.remove_prefix(taken);
    return taken;
}

int goOn(void* data, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<Transfer*>(data)->stop.raised() ? 1 : 0;
}

/// The authorities of the setting count besides the system's.
CURLcode addAuthorities(CURL*, void* context, void* data)
{
    const auto& transfer = *static_cast<Transfer*>(data);
    if (transfer.policy.caFile.empty())
        return CURLE_OK;
    const int loaded = SSL_CTX_load_verify_file(static_cast<SSL_CTX*>(context), transfer.policy.caFile.c_str());
    return loaded == 1 ? CURLE_OK : CURLE_SSL_CACERT_BADFILE;
}

std::size_t ignoreAnswer(char*, std::size_t size, std::size_t count, void*)
{
    return size * count;
}

std::string digestLine(const audit::Event& event)
{
    const audit::EventKind* const known = audit::findEventKind(event.kind);
    std::string line = toRfc3339(event.time) + "  " + std::string(audit::severityWord(event.severity)) + "  " +
                       std::string(known != nullptr ? known->title : std::string_view(event.kind));
    for (const auto& [name, value] : {std::pair("by", &event.actor.name), std::pair("on", &event.object.name),
                                      std::pair("from", &event.address), std::pair("reason", &event.reason)}) {
        if (!value->empty())
            line += std::string("; ") + name + " " + *value;
    }
    return shownText(line) + "\r\n";
}

/// SMTP over TLS by libcurl; a batch of events is one mail.
class MailSender final : public Sender {
public:
    MailSender(const DestinationFields& fields, SecretBytes secret, const Surroundings& surroundings, Stop& stop)
        : m_fields(fields), m_secret(std::move(secret)), m_surroundings(surroundings), m_stop(stop)
    {
    }

    Result<void> send(std::span<const audit::Event> events) override
    {
        const auto critical = std::ranges::count(events, audit::Severity::Critical, &audit::Event::severity);
        std::string subject = "Sallyport: " + std::to_string(events.size()) + (events.size() == 1 ? " event" : " events");
        if (critical > 0)
            subject += ", " + std::to_string(critical) + " critical";
        std::string text;
        for (const audit::Event& event : events)
            text += digestLine(event);
        const std::string first = audit::eventId(events.front());
        return mail(subject, text, first.empty() ? "test." + std::to_string(toMicros(m_surroundings.now())) : first);
    }

    Result<void> send(const Message& message) override { return mail(message.subject, shownLines(message.text), message.id); }

private:
    static std::string shownLines(std::string_view text)
    {
        std::string shown;
        while (!text.empty()) {
            const auto end = text.find('\n');
            shown += shownText(text.substr(0, end)) + "\r\n";
            text.remove_prefix(end == text.npos ? text.size() : end + 1);
        }
        return shown;
    }

    Result<void> mail(const std::string& subject, const std::string& text, const std::string& id)
    {
        SALLYPORT_ASSIGN(const MailTarget target, mailTarget(m_fields.target));
        const std::string whole = mailText({m_fields.sender, m_fields.recipients, subject, text, id, m_surroundings.now()});
        const outbound::Policy policy = m_surroundings.policy();
        const std::string host = target.url.substr(target.url.find("//") + 2);
        Transfer transfer{whole, policy, m_stop, host.substr(0, host.rfind(':')), {}};
        return deliver(target, transfer);
    }

    Result<void> deliver(const MailTarget& target, Transfer& transfer) const
    {
        const std::unique_ptr<CURL, FreeCurl> curl(curlIsReady() ? curl_easy_init() : nullptr);
        Recipients recipients;
        for (const std::string& address : m_fields.recipients) {
            curl_slist* const longer = curl_slist_append(recipients.get(), ("<" + address + ">").c_str());
            if (longer == nullptr)
                return makeError(ErrorCode::Unavailable, "There is no memory for a mail.");
            (void) recipients.release();
            recipients.reset(longer);
        }
        if (!curl || !prepare(curl.get(), target, recipients.get(), transfer))
            return makeError(ErrorCode::Unavailable, "Mail can't be sent by this machine's libcurl.");
        const CURLcode code = curl_easy_perform(curl.get());
        if (code == CURLE_OK)
            return {};
        if (!transfer.refused.detail.empty())
            return transfer.refused;
        long answer = 0;
        curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &answer);
        Error error(code == CURLE_ABORTED_BY_CALLBACK ? ErrorCode::Cancelled : ErrorCode::Unavailable,
                    "The mail server did not take it: " + shownText(curl_easy_strerror(code)) +
                        (answer > 0 ? " (" + std::to_string(answer) + ")." : "."));
        error.word = "mail_refused";
        return error;
    }

    bool prepare(CURL* curl, const MailTarget& target, curl_slist* recipients, Transfer& transfer) const
    {
        const auto set = [curl](CURLoption option, auto value) { return curl_easy_setopt(curl, option, value) == CURLE_OK; };
        std::string password(m_secret.view());
        const bool ready =
            set(CURLOPT_URL, target.url.c_str()) && set(CURLOPT_PROTOCOLS_STR, "smtp,smtps") && set(CURLOPT_PROXY, "") &&
            set(CURLOPT_NOSIGNAL, 1L) && set(CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL)) &&
            set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2)) && set(CURLOPT_SSL_VERIFYPEER, 1L) &&
            set(CURLOPT_SSL_VERIFYHOST, 2L) && set(CURLOPT_SSL_CTX_FUNCTION, addAuthorities) &&
            set(CURLOPT_SSL_CTX_DATA, static_cast<void*>(&transfer)) && set(CURLOPT_OPENSOCKETFUNCTION, openSocket) &&
            set(CURLOPT_OPENSOCKETDATA, static_cast<void*>(&transfer)) && set(CURLOPT_CONNECTTIMEOUT_MS, mailConnectMillis) &&
            set(CURLOPT_TIMEOUT_MS, mailTotalMillis) && set(CURLOPT_NOPROGRESS, 0L) && set(CURLOPT_XFERINFOFUNCTION, goOn) &&
            set(CURLOPT_XFERINFODATA, static_cast<void*>(&transfer)) && set(CURLOPT_WRITEFUNCTION, ignoreAnswer) &&
            set(CURLOPT_MAIL_FROM, ("<" + m_fields.sender + ">").c_str()) && set(CURLOPT_MAIL_RCPT, recipients) &&
            set(CURLOPT_UPLOAD, 1L) && set(CURLOPT_READFUNCTION, readMail) &&
            set(CURLOPT_READDATA, static_cast<void*>(&transfer));
        const bool all = ready && (m_fields.account.empty() ||
                                   (set(CURLOPT_USERNAME, m_fields.account.c_str()) && set(CURLOPT_PASSWORD, password.c_str())));
        wipe(password);
        return all;
    }

    const DestinationFields m_fields;
    const SecretBytes m_secret;
    const Surroundings& m_surroundings;
    Stop& m_stop;
};

} // namespace

std::unique_ptr<Sender> makeMailSender(const DestinationFields& fields, SecretBytes secret, const Surroundings& surroundings,
                                       Stop& stop)
{
    return std::make_unique<MailSender>(fields, std::move(secret), surroundings, stop);
}

} // namespace sallyport::outputs
