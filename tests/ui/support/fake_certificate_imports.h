#pragma once

#include "backend/services/certificate_imports.h"
#include "tests/ui/support/failures.h"

#include <mutex>
#include <optional>

namespace sallyport::tests {

/// One certificate of the server's own, to which another may be brought. What is brought is taken if it has a key; a
/// passphrase is needed where the key says ENCRYPTED, and it is `paper lantern`.
class FakeCertificateImports final : public CertificateImports {
public:
    FakeCertificateImports()
    {
        PresentedCertificate own;
        own.fingerprint = "7C:41:0D:52:A9:33:18:EF:60:4B:9D:77:C2:05:8E:1A:"
                          "B6:D4:29:F3:0C:81:5E:A7:44:92:3B:E8:16:6F:9E:B2";
        own.subject = own.issuer = "CN=localhost,O=Sallyport";
        own.names = {"localhost", "127.0.0.1", "::1"};
        own.expiresAt = UtcTime(std::chrono::sys_days{std::chrono::year{2027} / 12 / 17});
        shown = own;
    }

    Result<PresentedCertificate> presented(const access::Actor&) override
    {
        const std::lock_guard guard(mutex);
        if (auto error = failures.take())
            return *error;
        return answer();
    }
    Result<PresentedCertificate> importCertificate(const access::Actor&, BroughtCertificate brought) override
    {
        const std::lock_guard guard(mutex);
        if (auto error = failures.take())
            return *error;
        const bool inFile = brought.certificates.find("PRIVATE KEY") != std::string::npos;
        if (!inFile && brought.key.empty())
            return refused("no_key");
        const bool sealed = brought.key.view().find("ENCRYPTED") != std::string_view::npos;
        if (sealed && brought.passphrase.view() != "paper lantern")
            return refused(brought.passphrase.empty() ? "passphrase_needed" : "wrong_passphrase");
        PresentedCertificate next;
        next.source = PresentedCertificate::Source::Imported;
        next.fingerprint = "3E:90:11:C7:5B:42:DD:08:71:AF:26:94:E3:5C:0D:B8:"
                           "19:F2:6A:87:C4:30:5D:EB:92:1C:47:A0:D8:63:BE:05";
        next.subject = "CN=console.northgate.example";
        next.issuer = "CN=Northgate Issuing CA 2,O=Northgate Clinic";
        next.names = {"console.northgate.example", "api.northgate.example"};
        next.expiresAt = UtcTime(std::chrono::sys_days{std::chrono::year{2027} / 2 / 14});
        next.namesMissing = {"127.0.0.1"};
        next.canGoBack = true;
        before = std::exchange(shown, next);
        return answer();
    }
    Result<PresentedCertificate> goBack(const access::Actor&) override
    {
        const std::lock_guard guard(mutex);
        if (auto error = failures.take())
            return *error;
        if (!before)
            return makeError(ErrorCode::Conflict, "nothing before");
        std::swap(before, shown);
        shown->canGoBack = true;
        return answer();
    }
    Result<PresentedCertificate> useOwn(const access::Actor& actor) override { return goBack(actor); }

    std::mutex mutex;
    Failures failures;
    std::optional<PresentedCertificate> shown, before; ///< none shown: the server has never started

private:
    Result<PresentedCertificate> answer() const
    {
        if (!shown)
            return makeError(ErrorCode::NotFound, "There is no certificate yet.");
        return *shown;
    }
    static Error refused(const char* rule)
    {
        Error error(ErrorCode::CertificateInvalid, rule);
        error.fields.push_back({"certificate", rule, rule});
        return error;
    }
};

} // namespace sallyport::tests
