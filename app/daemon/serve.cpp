#include "app/daemon/command.h"
#include "app/daemon/secret_input.h"

#include <charconv>
#include <csignal>
namespace sallyport::daemon {
namespace serve_command {
namespace {

Result<std::uint32_t> numberOf(std::string_view text, std::uint32_t maximum, std::string_view what)
{
    std::uint32_t number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size() || number > maximum)
        return usageError(std::string(what) + " must be a number up to " + std::to_string(maximum));
    return number;
}

/// `127.0.0.1:8443` or `[::1]:8443`.
Result<ListenOverride> listenOf(const std::string& text)
{
    const std::size_t colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0)
        return usageError("--listen takes ADDRESS:PORT, such as 127.0.0.1:8443 or [::1]:8443");
    std::string host = text.substr(0, colon);
    const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
    if (bracketed)
        host = host.substr(1, host.size() - 2);
    const auto address = IpAddress::parse(host);
    if (!address || address->isV4() == bracketed)
        return usageError("--listen takes ADDRESS:PORT with an IP address");
    SALLYPORT_ASSIGN(const std::uint32_t port, numberOf(std::string_view(text).substr(colon + 1), 65535, "the port"));
    return ListenOverride{address->text(), static_cast<std::uint16_t>(port), 0};
}

/// SIGTERM, SIGINT and SIGHUP, taken one by one by the main thread; blocked before any other thread exists.
class Signals {
public:
    Signals()
    {
        sigemptyset(&m_set);
        for (const int number : {SIGTERM, SIGINT, SIGHUP})
            sigaddset(&m_set, number);
        pthread_sigmask(SIG_BLOCK, &m_set, nullptr);
    }
    int wait() const
    {
        int number = 0;
        return sigwait(&m_set, &number) == 0 ? number : SIGTERM;
    }

private:
    sigset_t m_set{};
};

/// What the command line says about listening; nothing: the settings decide.
Result<std::optional<ListenOverride>> overrideOf(const Arguments& arguments)
{
    std::optional<ListenOverride> listen;
    if (const auto text = arguments.value("listen")) {
        SALLYPORT_ASSIGN(listen, listenOf(*text));
    }
    if (const auto threads = arguments.value("threads")) {
        SALLYPORT_ASSIGN(const std::uint32_t count, numberOf(*threads, 64, "--threads"));
        if (!listen)
            listen.emplace();
        listen->threads = count;
    }
    return listen;
}

std::string addressOf(const Platform& platform, const settings::Values& values)
{
    return platform.listen && !platform.listen->address.empty() ? platform.listen->address : values.serverAddress;
}

Result<void> serve(const Arguments& arguments, const Platform& base, Output& output)
{
    const Signals signals;
    Platform platform = base;
    SALLYPORT_ASSIGN(platform.listen, overrideOf(arguments));
    SALLYPORT_ASSIGN(SecretBytes passphrase, readSecret(arguments, "passphrase-file", "Passphrase"));
    SALLYPORT_ASSIGN(std::unique_ptr<Backend> backend, openVault(arguments.valueOr("data-dir", {}), passphrase, platform));
    passphrase.clear(); // it isn't needed any more for as long as the server runs
    if (const auto damage = backend->services().events.damage())
        warn("warning: " + damageText(*damage));
    const access::Actor system = access::Actor::system();
    ServerControl& server = backend->services().server;
    SALLYPORT_TRY(server.start(system));
    const std::string address = addressOf(platform, *backend->services().settings.values());
    if (const auto parsed = IpAddress::parse(address); !parsed || !parsed->isLoopback())
        warn("warning: " + address + " can be reached from other machines, not only from this one");
    output.say("listening on " + server.status().url, {textField("listening", server.status().url)});
    SALLYPORT_TRY(output.finish());
    for (int number = signals.wait(); number == SIGHUP; number = signals.wait()) {
        const bool whole = contained([&](const Fault& fault) { backend->noteFault(fault); }, "main",
                                     [&] {
                                         if (const auto reloaded = server.reload(system); !reloaded)
                                             warn("reload: " + reloaded.error().detail);
                                     });
        if (!whole)
            warn("reload: something went wrong inside; the server goes on as it was");
    }
    backend.reset();
    return {};
}

} // namespace
} // namespace serve_command

std::vector<Command> serveCommands()
{
    using namespace serve_command;
    return {{"serve",
             Operands::none(),
             "Unlock the vault and serve its API until SIGTERM; SIGHUP reloads certificate and settings",
             {dataDirectoryOption,
              passphraseFileOption,
              {"listen", "ADDRESS:PORT", "instead of the settings; port 0 lets the system choose"},
              {"threads", "N", "threads that serve connections; 0 for one a core"}},
             serve}};
}

} // namespace sallyport::daemon
