#pragma once

#include "backend/base/clock.h"
#include "backend/crypto/system_random.h"
#include "backend/vault/vault.h"
#include "tests/api/support/https_client.h"
#include "tests/support/faulty_clock.h"

#include <QTemporaryDir>

#include <memory>
#include <string>
#include <string_view>

namespace sallyport::test {

/// A vault with a running server on a port of the system's choice, cheap key derivation and a clock that stands still.
/// The limits are wide unless a test sets them.
class TestServer {
public:
    TestServer();
    /// For programs that have clocks of their own.
    explicit TestServer(UtcTime now);
    ~TestServer();

    Services& services() { return m_backend->services(); }
    Backend& backend() { return *m_backend; }
    ManualClock& clock() { return m_clock; }
    /// Throws on the threads of the server that a test names.
    FaultyClock& faults() { return m_faulty; }
    std::uint16_t port() const { return m_port; }
    std::string directory() const { return m_directory.filePath(QStringLiteral("vault")).toStdString(); }
    static access::Actor system() { return access::Actor::system(); }
    void set(std::string key, std::string value);
    /// For what the next start() shall find.
    Platform& platform() { return *m_platform; }
    void stop() { m_backend.reset(); }
    /// Opens the vault again after stop(), on another port.
    void start();

    /// A new user with this role and goodPassword; answers the id.
    UserId addUser(const std::string& email, const std::string& role);
    /// Signs in over HTTPS with goodPassword.
    std::string tokenOf(const std::string& email);
    std::string adminToken() { return tokenOf(administratorEmail); }
    /// Sets up a second factor over HTTPS and gives back the secret in base 32.
    std::string enrol(const std::string& token);
    /// The code of the current step (RFC 6238, reckoned here, not by the code under test).
    std::string codeOf(const std::string& base32Secret) const;
    /// Events of this kind, newest first.
    std::vector<audit::Event> events(const std::string& kind);

    static Headers bearer(const std::string& token) { return {{"Authorization", "Bearer " + token}}; }
    static Headers jsonAnd(Headers headers);

    static constexpr const char* vaultPassphrase = "a passphrase for tests";
    static constexpr const char* administratorEmail = "ada@sallyport.example";
    static constexpr const char* goodPassword = "violet harbour seven lanterns";

private:
    QTemporaryDir m_directory;
    ManualClock m_clock;
    FaultyClock m_faulty{m_clock};
    crypto::SystemRandom m_random;

    void listen();

    std::unique_ptr<Platform> m_platform;
    std::unique_ptr<Backend> m_backend;
    std::uint16_t m_port = 0;
};

} // namespace sallyport::test
