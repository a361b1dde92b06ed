#pragma once

#include "backend/identity/api_keys/api_keys_service.h"
#include "backend/identity/signed_requests/signature_lab.h"

namespace sallyport::identity {

/// The one implementation of SignatureLab.
class SignatureLabService final : public SignatureLab {
public:
    SignatureLabService(Core& core, ApiKeysService& keys) : m_core(core), m_keys(keys) {}

    Result<LabReport> explain(const access::Actor& actor, const std::string& request, const std::string& clientText) override;

private:
    Core& m_core;
    ApiKeysService& m_keys;
};

} // namespace sallyport::identity
