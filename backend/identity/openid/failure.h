#pragma once

#include "backend/base/error.h"

#include <string>
#include <string_view>

namespace sallyport::identity::outside {

/// Why an outside login failed, in one word: in the journal, in what a test shows, and in the window's advice
/// (ui/providers/test_text.cpp). Words of backend/outbound/client.h stand for calls that failed.
namespace failure {
inline constexpr std::string_view MetadataWrong = "metadata_wrong";
inline constexpr std::string_view MetadataIssuer = "metadata_issuer_wrong";
inline constexpr std::string_view KeysWrong = "keys_wrong";
inline constexpr std::string_view StateUnknown = "state_unknown"; ///< wrong, used, or too old
inline constexpr std::string_view BrowserOther = "browser_other"; ///< came back in another browser
inline constexpr std::string_view IssuerParameter = "iss_parameter_wrong";
inline constexpr std::string_view ProviderSaidNo = "provider_said_no";
inline constexpr std::string_view ProviderChanged = "provider_changed"; ///< disabled or deleted meanwhile
inline constexpr std::string_view CodeMissing = "code_missing";
inline constexpr std::string_view CodeRefused = "code_refused";
inline constexpr std::string_view ClientRefused = "client_refused"; ///< client id or secret is wrong there
inline constexpr std::string_view TokenAnswerWrong = "token_answer_wrong";
inline constexpr std::string_view TokenMalformed = "id_token_malformed";
inline constexpr std::string_view AlgorithmRefused = "id_token_algorithm";
inline constexpr std::string_view KeyUnknown = "id_token_key_unknown";
inline constexpr std::string_view SignatureWrong = "id_token_signature";
inline constexpr std::string_view TokenIssuer = "id_token_issuer";
inline constexpr std::string_view TokenAudience = "id_token_audience";
inline constexpr std::string_view TokenExpired = "id_token_expired";
inline constexpr std::string_view TokenTime = "id_token_time";
inline constexpr std::string_view TokenNonce = "id_token_nonce";
inline constexpr std::string_view TokenHash = "id_token_at_hash";
inline constexpr std::string_view TokenSubject = "id_token_subject";
inline constexpr std::string_view UserInfoWrong = "userinfo_wrong";
inline constexpr std::string_view NotLinked = "not_linked";
inline constexpr std::string_view EmailMissing = "email_missing";
inline constexpr std::string_view EmailUnverified = "email_unverified";
inline constexpr std::string_view EmailTaken = "email_taken";
inline constexpr std::string_view AccountDisabled = "account_disabled";
inline constexpr std::string_view WaitsForApproval = "waits_for_approval";
} // namespace failure

/// Unauthenticated with the word.
inline Error outsideError(std::string_view word, std::string detail)
{
    Error error(ErrorCode::Unauthenticated, std::move(detail));
    error.word = word;
    return error;
}

} // namespace sallyport::identity::outside
