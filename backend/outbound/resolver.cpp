#include "backend/outbound/resolver.h"

#include "backend/base/fault.h"
#include "backend/outbound/client.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <cstring>
#include <exception>
#include <memory>
#include <mutex>
#include <netdb.h>
#include <netinet/in.h>
#include <optional>
#include <sys/socket.h>
#include <thread>

namespace sallyport::outbound {
namespace {

/// Name lookups that may hang at once: getaddrinfo can't be interrupted, so the thread of one that takes too long is left
/// to end by itself (resolv.conf's own timeouts) and counts until then.
constexpr int mostLookups = 16;

struct Lookup {
    std::mutex mutex;
    std::condition_variable ended;
    bool done = false;
    int code = 0;
    std::vector<IpAddress> addresses;
};

std::atomic<int>& runningLookups()
{
    static std::atomic<int> count = 0;
    return count;
}

std::optional<IpAddress> addressOf(const addrinfo& entry)
{
    if (entry.ai_family == AF_INET && entry.ai_addrlen >= sizeof(sockaddr_in)) {
        sockaddr_in address;
        std::memcpy(&address, entry.ai_addr, sizeof address);
        return IpAddress::v4(ntohl(address.sin_addr.s_addr));
    }
    if (entry.ai_family == AF_INET6 && entry.ai_addrlen >= sizeof(sockaddr_in6)) {
        sockaddr_in6 address;
        std::memcpy(&address, entry.ai_addr, sizeof address);
        if (address.sin6_scope_id != 0)
            return std::nullopt;
        std::array<std::uint8_t, 16> bytes;
        std::memcpy(bytes.data(), &address.sin6_addr, bytes.size());
        return IpAddress::v6(bytes);
    }
    return std::nullopt;
}

/// Code and addresses of a name.
void look(const std::string& host, int& code, std::vector<IpAddress>& addresses)
{
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_ADDRCONFIG;
    addrinfo* found = nullptr;
    code = getaddrinfo(host.c_str(), nullptr, &hints, &found);
    const std::unique_ptr<addrinfo, void (*)(addrinfo*)> owned(code == 0 ? found : nullptr, [](addrinfo* list) {
        if (list != nullptr)
            freeaddrinfo(list);
    });
    for (const addrinfo* entry = code == 0 ? found : nullptr; entry != nullptr; entry = entry->ai_next) {
        const auto address = addressOf(*entry);
        if (address && std::ranges::find(addresses, *address) == addresses.end())
            addresses.push_back(*address);
    }
}

void run(const std::shared_ptr<Lookup>& lookup, const std::string& host)
{
    int code = 0;
    std::vector<IpAddress> addresses;
    if (!contained({}, {}, [&] { look(host, code, addresses); })) {
        code = EAI_MEMORY; // there is nothing else that could throw here, and who waits says that it failed
        addresses.clear();
    }
    runningLookups().fetch_sub(1);
    const std::lock_guard lock(lookup->mutex);
    lookup->code = code;
    lookup->addresses = std::move(addresses);
    lookup->done = true;
    lookup->ended.notify_all();
}

} // namespace

Error outboundError(std::string_view word, std::string detail)
{
    Error error(word == failure::addressRefused ? ErrorCode::AddressNotAllowed : ErrorCode::Unavailable, std::move(detail));
    error.word = word;
    return error;
}

Result<std::vector<IpAddress>> resolve(const std::string& host, std::chrono::steady_clock::time_point deadline)
{
    if (runningLookups().fetch_add(1) >= mostLookups) {
        runningLookups().fetch_sub(1);
        return outboundError(failure::timedOut, "Too many name lookups are waiting.");
    }
    std::shared_ptr<Lookup> lookup;
    try {
        lookup = std::make_shared<Lookup>();
        std::thread([lookup, host] { run(lookup, host); }).detach();
    } catch (const std::exception&) { // no memory, or no further thread: it counts no longer
        runningLookups().fetch_sub(1);
        return outboundError(failure::timedOut, "A name lookup could not be started.");
    }
    std::unique_lock lock(lookup->mutex);
    if (!lookup->ended.wait_until(lock, deadline, [&] { return lookup->done; }))
        return outboundError(failure::timedOut, "The name " + host + " was not resolved in time.");
    if (lookup->code != 0 || lookup->addresses.empty())
        return outboundError(failure::noSuchHost, "There is no host " + host + ", or the name server does not answer.");
    return lookup->addresses;
}

} // namespace sallyport::outbound
