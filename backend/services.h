#pragma once

#include "backend/access/events.h"
#include "backend/access/roles.h"
#include "backend/identity/api_keys.h"
#include "backend/identity/identity_providers.h"
#include "backend/identity/issued_tokens.h"
#include "backend/identity/leak_scan.h"
#include "backend/identity/mfa.h"
#include "backend/identity/notices.h"
#include "backend/identity/outside_sign_in.h"
#include "backend/identity/passkeys.h"
#include "backend/identity/passwords.h"
#include "backend/identity/service_accounts.h"
#include "backend/identity/sessions.h"
#include "backend/identity/sign_in.h"
#include "backend/identity/signature_lab.h"
#include "backend/identity/user_transfer.h"
#include "backend/identity/users.h"
#include "backend/protection/traffic.h"
#include "backend/server_control.h"
#include "backend/settings/settings.h"

namespace sallyport {

/// The one way in: what the console, the API and the command line all call. References into the open Backend.
struct Services {
    identity::Users& users;
    identity::Sessions& sessions;
    identity::SignIn& signIn;
    identity::Mfa& mfa;
    access::Roles& roles;
    settings::Settings& settings;
    Events& events;
    ServerControl& server;
    protection::Traffic& traffic;
    const Clock& clock;
    identity::ApiKeys& apiKeys;
    identity::ServiceAccounts& serviceAccounts;
    identity::SignatureLab& signatureLab;
    identity::IssuedTokens& issuedTokens;
    identity::Passkeys& passkeys;
    identity::LeakScan& leakScan;
    identity::Passwords& passwords;
    identity::IdentityProviders& identityProviders;
    identity::OutsideSignIn& outsideSignIn;
    identity::Notices& notices;
    identity::UserTransfer& userTransfer;
};

} // namespace sallyport
