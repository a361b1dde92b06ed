#include "tests/outputs/support/peers.h"

#include <QFile>
#include <QtTest>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sallyport::test {

using namespace Qt::StringLiterals;

namespace {

QString text(const std::filesystem::path& path)
{
    return QString::fromStdString(path.string());
}

void writeTo(const std::filesystem::path& path, std::string_view content)
{
    QFile file(text(path));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", path.c_str());
    file.write(content.data(), static_cast<qint64>(content.size()));
}

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

/// One that nobody has at this moment.
std::uint16_t freePort()
{
    const int handle = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t length = sizeof address;
    bind(handle, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    getsockname(handle, reinterpret_cast<sockaddr*>(&address), &length);
    close(handle);
    return ntohs(address.sin_port);
}

bool accepts(std::uint16_t port)
{
    const int handle = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    const bool connected = ::connect(handle, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    close(handle);
    return connected;
}

} // namespace

PeerCertificate::PeerCertificate(const std::filesystem::path& folder, const std::string& name)
    : certificate(folder / (name + "-cert.pem")), key(folder / (name + "-key.pem"))
{
    const QString host = QString::fromStdString(name);
    const QString names = host == u"localhost"_s ? u"DNS:localhost,IP:127.0.0.1"_s : u"DNS:"_s + host;
    QProcess openssl;
    openssl.start(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s,
                                 u"-nodes"_s, u"-days"_s, u"30"_s, u"-subj"_s, QString(u"/CN="_s + host), u"-addext"_s,
                                 QString(u"subjectAltName="_s + names), u"-keyout"_s, text(key), u"-out"_s, text(certificate)});
    if (!openssl.waitForFinished() || openssl.exitCode() != 0)
        qFatal("no certificate: %s", openssl.readAllStandardError().constData());
}

PythonPeer::PythonPeer(const char* script, const QStringList& arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(u"python3"_s,
                    QStringList{QStringLiteral(SALLYPORT_OUTPUT_PEERS "/") + QLatin1StringView(script)} + arguments);
    QByteArray said;
    while (!said.contains('\n') && m_process.waitForReadyRead(20'000))
        said += m_process.readAllStandardOutput();
    m_port = said.trimmed().toUShort();
    if (m_port == 0)
        qFatal("%s does not serve", script);
}

PythonPeer::~PythonPeer()
{
    m_process.kill();
    m_process.waitForFinished();
}

Rsyslog::Rsyslog(std::filesystem::path folder, const PeerCertificate& certificate, const std::string& wanted,
                 const std::filesystem::path& trusted)
    : m_folder(std::move(folder)), m_certificate(certificate), m_port(freePort())
{
    std::filesystem::create_directories(m_folder);
    const std::string certificateFile = m_certificate.certificate.string();
    const std::string authorities = trusted.empty() ? certificateFile : trusted.string();
    const std::string mode = wanted.empty() ? "\"anon\")\n" : "\"x509/name\" PermittedPeer=[\"" + wanted + "\"])\n";
    writeTo(m_folder / "rsyslog.conf",
            "global(workDirectory=\"" + m_folder.string() +
                "\" net.enableDNS=\"off\" maxMessageSize=\"64k\" parser.escapeControlCharactersOnReceive=\"off\"\n"
                " DefaultNetstreamDriver=\"ossl\" DefaultNetstreamDriverCAFile=\"" +
                authorities + "\" DefaultNetstreamDriverCertFile=\"" + certificateFile + "\" DefaultNetstreamDriverKeyFile=\"" +
                m_certificate.key.string() +
                "\")\nmain_queue(queue.type=\"Direct\")\n"
                "module(load=\"imtcp\" StreamDriver.Name=\"ossl\" StreamDriver.Mode=\"1\" StreamDriver.AuthMode=" +
                mode + "input(type=\"imtcp\" port=\"" + std::to_string(m_port) +
                "\" address=\"127.0.0.1\" ruleset=\"all\")\n"
                "template(name=\"whole\" type=\"string\" string=\"%rawmsg%\\n\")\n"
                "ruleset(name=\"all\" queue.type=\"Direct\") { action(type=\"omfile\" file=\"" +
                file().string() + "\" template=\"whole\" asyncWriting=\"off\" flushOnTXEnd=\"on\") }\n");
}

Rsyslog::~Rsyslog()
{
    kill();
}

bool Rsyslog::start()
{
    m_process.setStandardErrorFile(text(m_folder / "stderr"), QIODevice::Append);
    m_process.setStandardOutputFile(text(m_folder / "stdout"), QIODevice::Append);
    m_process.start(u"/usr/sbin/rsyslogd"_s,
                    {u"-n"_s, u"-f"_s, text(m_folder / "rsyslog.conf"), u"-i"_s, text(m_folder / "pid")});
    if (!m_process.waitForStarted())
        return false;
    bool accepting = false;
    return QTest::qWaitFor(
               [&] {
                   accepting = accepts(m_port);
                   return accepting || m_process.state() != QProcess::Running;
               },
               30'000) &&
           accepting;
}

void Rsyslog::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
    std::error_code error;
    std::filesystem::remove(m_folder / "pid", error); // it would take its old number for another that runs
}

} // namespace sallyport::test
