#pragma once

#include "backend/services/certificate_imports.h"

namespace sallyport::tests {

/// A server that has never started, to which nobody has brought a certificate.
class FakeCertificateImports final : public CertificateImports {
public:
    Result<PresentedCertificate> presented(const access::Actor&) override { return none(); }
    Result<PresentedCertificate> importCertificate(const access::Actor&, BroughtCertificate) override { return none(); }
    Result<PresentedCertificate> goBack(const access::Actor&) override { return none(); }
    Result<PresentedCertificate> useOwn(const access::Actor&) override { return none(); }

private:
    static Error none() { return makeError(ErrorCode::NotFound, "There is no certificate yet."); }
};

} // namespace sallyport::tests
