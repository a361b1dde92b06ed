#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/time_format.h"
#include "backend/vault/changed_values.h"
#include "backend/vault/embedded_server.h"

namespace sallyport {

namespace {

using Source = PresentedCertificate::Source;

} // namespace

ServerCertificates::Note EmbeddedServer::noteOf(const access::Actor& actor, std::string_view how) const
{
    // Whoever works at the window isn't cut off, but whoever they serve may be: they are asked, too, while it is shown.
    const bool atWindow = actor.kind == access::Actor::Kind::Operator;
    const bool waits = m_parts.changes.comesByServer(actor) || (atWindow && status().state == ServerStatus::State::Running);
    return [this, actor, how, waits](storage::Transaction& transaction, const std::string& before,
                                     const std::string& after) -> Result<void> {
        const auto shown = [this](const std::string& which) {
            if (!which.empty())
                return which;
            const auto files = inspectCertificate(m_parts.dataDirectory);
            return files ? files->fingerprint : std::string(); // none: the next start makes one
        };
        audit::Event event = access::eventBy(actor, audit::kind::certificateChanged);
        event.object = {"server", {}, {}};
        event.detailsJson =
            audit::Details().text("fingerprint", shown(after)).text("before", shown(before)).text("how", how).json();
        SALLYPORT_TRY(m_parts.journal.append(transaction, std::move(event)));
        if (before == after || !(waits || m_parts.changes.comesByServer(actor)))
            return {};
        SALLYPORT_TRY(m_parts.changes.note(transaction, actor,
                                           {access::ProvisionalKind::Certificate,
                                            {},
                                            shown(after),
                                            changedValuesText({{std::string(certificateValue), {before, after}}})}));
        return {};
    };
}

Result<PresentedCertificate> EmbeddedServer::presentedNow()
{
    SALLYPORT_ASSIGN(const StoredCertificate stored, m_parts.certificates.load());
    PresentedCertificate presented;
    presented.source = stored.imported ? Source::Imported : stored.own ? Source::Own : Source::Files;
    presented.fingerprint = stored.fingerprint;
    presented.chainPem = stored.chainPem;
    presented.expiresAt = stored.expiresAt;
    if (const auto certificate = crypto::Certificate::fromPem(stored.chainPem)) {
        presented.subject = certificate->subject();
        presented.issuer = certificate->issuer();
        presented.names = certificate->names();
    }
    SALLYPORT_ASSIGN(presented.canGoBack, m_parts.certificates.canGoBack());
    const auto address = IpAddress::parse(wanted().address);
    std::vector<std::string> names = ServerCertificates::namesFor(address ? *address : IpAddress::v4(0x7F000001));
    if (const std::string& domain = m_parts.settings.values()->webauthnRpId; !domain.empty())
        names.push_back(domain);
    presented.namesMissing = crypto::namesNotIn(stored.chainPem, names);
    return presented;
}

Result<PresentedCertificate> EmbeddedServer::presented(const access::Actor& actor)
{
    SALLYPORT_TRY(access::require(actor, access::Permission::SettingsRead));
    return presentedNow();
}

Result<PresentedCertificate> EmbeddedServer::importCertificate(const access::Actor& actor, BroughtCertificate brought)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_parts.identity.now(actor));
    SALLYPORT_TRY(access::require(current, access::Permission::ServerControl));
    const auto pair = crypto::readPair(brought.certificates, brought.key, brought.passphrase);
    wipe(brought.certificates); // the key may have been among them
    if (!pair)
        return pair.error();
    SALLYPORT_TRY(m_parts.certificates.import(*pair, current, noteOf(current, "imported")));
    SALLYPORT_TRY(followCertificate());
    return presentedNow();
}

Result<PresentedCertificate> EmbeddedServer::goBack(const access::Actor& actor)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_parts.identity.now(actor));
    SALLYPORT_TRY(access::require(current, access::Permission::ServerControl));
    SALLYPORT_TRY(m_parts.certificates.goBack(current, noteOf(current, "put_back")));
    SALLYPORT_TRY(followCertificate());
    return presentedNow();
}

Result<PresentedCertificate> EmbeddedServer::useOwn(const access::Actor& actor)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_parts.identity.now(actor));
    SALLYPORT_TRY(access::require(current, access::Permission::ServerControl));
    SALLYPORT_TRY(m_parts.certificates.useOwn(current, noteOf(current, "put_back")));
    SALLYPORT_TRY(followCertificate());
    return presentedNow();
}

} // namespace sallyport
