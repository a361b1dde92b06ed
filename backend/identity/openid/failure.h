#pragma once

#include "backend/base/error.h"

#include <string>
#include <string_view>

namespace sallyport::identity::outside {

/// Why an outside login failed, in one word: in the journal, in what a test shows, and in the window's advice
/// (ui/providers/test_text.cpp). Words of backend/outbound/client.h stand for calls that failed.
namespace failure {
inline constexpr std::string_view metadataWrong = "metadata_wrong";
inline constexpr std::string_view metadataIssuer = "metadata_issuer_wrong";
inline constexpr std::string_view keysWrong = "keys_wrong";
inline constexpr std::string_view stateUnknown = "state_unknown"; ///< wrong, used, or too old
inline constexpr std::string_view browserOther = "browser_other"; ///< came back in another browser
inline constexpr std::string_view issuerParameter = "iss_parameter_wrong";
inline constexpr std::string_view providerSaidNo = "provider_said_no";
inline constexpr std::string_view providerChanged = "provider_changed"; ///< disabled or deleted meanwhile
inline constexpr std::string_view codeMissing = "code_missing";
inline constexpr std::string_view codeRefused = "code_refused";
inline constexpr std::string_view clientRefused = "client_refused"; ///< client id or secret is wrong there
inline constexpr std::string_view tokenAnswerWrong = "token_answer_wrong";
inline constexpr std::string_view tokenMalformed = "id_token_malformed";
inline constexpr std::string_view algorithmRefused = "id_token_algorithm";
inline constexpr std::string_view keyUnknown = "id_token_key_unknown";
inline constexpr std::string_view signatureWrong = "id_token_signature";
inline constexpr std::string_view tokenIssuer = "id_token_issuer";
inline constexpr std::string_view tokenAudience = "id_token_audience";
inline constexpr std::string_view tokenExpired = "id_token_expired";
inline constexpr std::string_view tokenTime = "id_token_time";
inline constexpr std::string_view tokenNonce = "id_token_nonce";
inline constexpr std::string_view tokenHash = "id_token_at_hash";
inline constexpr std::string_view tokenSubject = "id_token_subject";
inline constexpr std::string_view userInfoWrong = "userinfo_wrong";
inline constexpr std::string_view notLinked = "not_linked";
inline constexpr std::string_view emailMissing = "email_missing";
inline constexpr std::string_view emailUnverified = "email_unverified";
inline constexpr std::string_view emailTaken = "email_taken";
inline constexpr std::string_view accountDisabled = "account_disabled";
inline constexpr std::string_view waitsForApproval = "waits_for_approval";
} // namespace failure

/// Unauthenticated with the word.
inline Error outsideError(std::string_view word, std::string detail)
{
    Error error(ErrorCode::Unauthenticated, std::move(detail));
    error.word = word;
    return error;
}

} // namespace sallyport::identity::outside
