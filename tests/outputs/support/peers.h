#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace sallyport::test {

/// A certificate for localhost and 127.0.0.1 with its key, in files.
struct PeerCertificate {
    explicit PeerCertificate(const std::filesystem::path& folder, const std::string& name = "localhost");
    std::filesystem::path certificate, key;
};

/// A Python program of tests/outputs/peers that prints its port and then serves, until it goes.
class PythonPeer {
public:
    PythonPeer(const char* script, const QStringList& arguments);
    ~PythonPeer();
    std::uint16_t port() const { return m_port; }

private:
    QProcess m_process;
    std::uint16_t m_port = 0;
};

/// Debian's rsyslog with TLS (imtcp, OpenSSL), which writes each message as it came into `file()`, a line each.
class Rsyslog {
public:
    /// With `wanted`, only who shows a certificate of this name is let in, which `trusted` holds (x509/name).
    Rsyslog(std::filesystem::path folder, const PeerCertificate& certificate, const std::string& wanted = {},
            const std::filesystem::path& trusted = {});
    ~Rsyslog();
    /// On the same port each time; true once it accepts.
    bool start();
    /// SIGKILL, as when the machine loses its power; what it has not read is lost.
    void kill();
    std::uint16_t port() const { return m_port; }
    std::filesystem::path file() const { return m_folder / "received.log"; }

private:
    const std::filesystem::path m_folder;
    const PeerCertificate& m_certificate;
    std::uint16_t m_port;
    QProcess m_process;
};

} // namespace sallyport::test
