#include "backend/identity/providers/provider_rows.h"

#include "backend/base/case_fold.h"
#include "backend/base/limits.h"
#include "backend/base/utf8.h"
#include "backend/identity/providers/provider_fields.h"
#include "backend/storage/page_cursor.h"
#include "backend/storage/search_pattern.h"
#include "backend/storage/sql_text.h"

namespace sallyport::identity {

std::string clientSecretAad(const ProviderId& id, std::int64_t number)
{
    return "identity_providers.client_secret:" + id.text() + ":" + std::to_string(number);
}

namespace rows {

namespace {

enum class ProviderColumn {
    Id,
    Name,
    Title,
    Kind,
    Issuer,
    ClientId,
    ClientSecret,
    SecretNumber,
    ClientAuthentication,
    Scopes,
    Algorithms,
    Enabled,
    FirstLogin,
    Roles,
    RoleRules,
    RolesEachTime,
    TrustEmail,
    AcceptedAmr,
    AcceptedAcr,
    ReturnUrls,
    LastUsedAt,
    CreatedAt,
    CreatedBy,
    UpdatedAt,
    Version,
    Links,
    End
};

constexpr storage::Columns<ProviderColumn> providerColumns{
    {{ProviderColumn::Id, "p.id"},
     {ProviderColumn::Name, "p.name"},
     {ProviderColumn::Title, "p.title"},
     {ProviderColumn::Kind, "p.kind"},
     {ProviderColumn::Issuer, "p.issuer"},
     {ProviderColumn::ClientId, "p.client_id"},
     {ProviderColumn::ClientSecret, "p.client_secret"},
     {ProviderColumn::SecretNumber, "p.secret_number"},
     {ProviderColumn::ClientAuthentication, "p.client_authentication"},
     {ProviderColumn::Scopes, "p.scopes"},
     {ProviderColumn::Algorithms, "p.algorithms"},
     {ProviderColumn::Enabled, "p.enabled"},
     {ProviderColumn::FirstLogin, "p.first_login"},
     {ProviderColumn::Roles, "p.roles"},
     {ProviderColumn::RoleRules, "p.role_rules"},
     {ProviderColumn::RolesEachTime, "p.roles_each_time"},
     {ProviderColumn::TrustEmail, "p.trust_email"},
     {ProviderColumn::AcceptedAmr, "p.accepted_amr"},
     {ProviderColumn::AcceptedAcr, "p.accepted_acr"},
     {ProviderColumn::ReturnUrls, "p.return_urls"},
     {ProviderColumn::LastUsedAt, "p.last_used_at"},
     {ProviderColumn::CreatedAt, "p.created_at"},
     {ProviderColumn::CreatedBy, "p.created_by"},
     {ProviderColumn::UpdatedAt, "p.updated_at"},
     {ProviderColumn::Version, "p.version"},
     {ProviderColumn::Links, "(SELECT COUNT(*) FROM outside_links l WHERE l.provider_id = p.id)"}}};
constexpr auto providerById = storage::select(providerColumns, "FROM identity_providers p WHERE p.id = $1");
constexpr auto providerNamed = storage::select(providerColumns, "FROM identity_providers p WHERE p.name = $1");
constexpr auto providersLike =
    storage::select(providerColumns, "FROM identity_providers p WHERE p.title_key LIKE $1 ESCAPE '\\' OR p.name LIKE $1 "
                                     "ESCAPE '\\' ORDER BY p.title_key, p.id");

enum class LinkColumn {
    Id,
    Provider,
    ProviderTitle,
    Issuer,
    Subject,
    Label,
    User,
    UserName,
    CreatedAt,
    CreatedBy,
    LastUsedAt,
    End
};

constexpr storage::Columns<LinkColumn> linkColumns{{{LinkColumn::Id, "l.id"},
                                                    {LinkColumn::Provider, "l.provider_id"},
                                                    {LinkColumn::ProviderTitle, "p.title"},
                                                    {LinkColumn::Issuer, "l.issuer"},
                                                    {LinkColumn::Subject, "l.subject"},
                                                    {LinkColumn::Label, "l.label"},
                                                    {LinkColumn::User, "l.user_id"},
                                                    {LinkColumn::UserName, "u.name"},
                                                    {LinkColumn::CreatedAt, "l.created_at"},
                                                    {LinkColumn::CreatedBy, "l.created_by"},
                                                    {LinkColumn::LastUsedAt, "l.last_used_at"}}};

#define LINKS "FROM outside_links l JOIN identity_providers p ON p.id = l.provider_id JOIN users u ON u.id = l.user_id "
constexpr auto linkOfSubject = storage::select(linkColumns, LINKS "WHERE l.issuer = $1 AND l.subject = $2");
constexpr auto linkById = storage::select(linkColumns, LINKS "WHERE l.id = $1");
constexpr std::string_view linksWhere = " " LINKS "WHERE 1 = 1";
#undef LINKS

#define SEPARATOR "\x1f"
void addLinkFilter(storage::SqlText& text, const OutsideLinkQuery& query)
{
    text.add(linksWhere);
    if (query.provider)
        text.add(" AND l.provider_id = ").bind(query.provider->text());
    if (query.user)
        text.add(" AND l.user_id = ").bind(query.user->text());
    if (!query.text.empty())
        text.add(" AND search_key(p.title || '" SEPARATOR "' || u.name || '" SEPARATOR "' || l.label || '" SEPARATOR
                 "' || l.subject) LIKE ")
            .bind(storage::searchPattern(query.text))
            .add(" ESCAPE '\\'");
}
#undef SEPARATOR

constexpr std::size_t linkCursorLimit = 64;

template <typename Column>
std::optional<UtcTime> timeUnlessZero(const storage::Row<Column>& row, Column column)
{
    return row.integer(column) != 0 ? std::optional(row.time(column)) : std::nullopt;
}

ProviderRow readProvider(const storage::Row<ProviderColumn>& row)
{
    ProviderRow read;
    IdentityProvider& provider = read.provider;
    ProviderFields& fields = provider.fields;
    provider.id = ProviderId(row.text(ProviderColumn::Id));
    fields.name = row.text(ProviderColumn::Name);
    fields.title = row.text(ProviderColumn::Title);
    fields.kind = providerKind(row.text(ProviderColumn::Kind)).value_or(ProviderKind::OpenIdConnect);
    fields.issuer = row.text(ProviderColumn::Issuer);
    fields.clientId = row.text(ProviderColumn::ClientId);
    read.sealedSecret = row.blob(ProviderColumn::ClientSecret);
    read.secretNumber = row.integer(ProviderColumn::SecretNumber);
    provider.hasSecret = !read.sealedSecret.empty();
    fields.authentication =
        clientAuthentication(row.text(ProviderColumn::ClientAuthentication)).value_or(ClientAuthentication::Basic);
    fields.scopes = wordsOf(row.text(ProviderColumn::Scopes));
    fields.algorithms = wordsOf(row.text(ProviderColumn::Algorithms));
    provider.enabled = row.flag(ProviderColumn::Enabled);
    fields.firstLogin = firstLogin(row.text(ProviderColumn::FirstLogin)).value_or(FirstLogin::Refuse);
    fields.roles = wordsOf(row.text(ProviderColumn::Roles));
    fields.roleRules = rulesOf(row.text(ProviderColumn::RoleRules));
    fields.rolesEachTime = row.flag(ProviderColumn::RolesEachTime);
    fields.trustEmail = row.flag(ProviderColumn::TrustEmail);
    fields.acceptedAmr = wordsOf(row.text(ProviderColumn::AcceptedAmr));
    fields.acceptedAcr = wordsOf(row.text(ProviderColumn::AcceptedAcr));
    fields.returnUrls = wordsOf(row.text(ProviderColumn::ReturnUrls));
    provider.lastUsedAt = timeUnlessZero(row, ProviderColumn::LastUsedAt);
    provider.createdAt = row.time(ProviderColumn::CreatedAt);
    provider.createdBy = row.text(ProviderColumn::CreatedBy);
    provider.updatedAt = row.time(ProviderColumn::UpdatedAt);
    provider.version = row.integer(ProviderColumn::Version);
    provider.links = row.integer(ProviderColumn::Links);
    return read;
}

/// $1 to $20: what can change.
void bindProvider(storage::Statement& put, const ProviderRow& row)
{
    const ProviderFields& fields = row.provider.fields;
    put.bind(1, fields.name).bind(2, fields.title).bind(3, textKey(fields.title)).bind(4, kindWord(fields.kind));
    put.bind(5, fields.issuer).bind(6, fields.clientId);
    if (row.sealedSecret.empty())
        put.bindNull(7);
    else
        put.bind(7, std::span<const std::byte>(row.sealedSecret));
    put.bind(8, row.secretNumber).bind(9, authenticationWord(fields.authentication)).bind(10, wordsText(fields.scopes));
    put.bind(11, wordsText(fields.algorithms)).bind(12, row.provider.enabled).bind(13, firstLoginWord(fields.firstLogin));
    put.bind(14, wordsText(fields.roles)).bind(15, rulesJson(fields.roleRules)).bind(16, fields.rolesEachTime);
    put.bind(17, fields.trustEmail).bind(18, wordsText(fields.acceptedAmr)).bind(19, wordsText(fields.acceptedAcr));
    put.bind(20, wordsText(fields.returnUrls));
}

OutsideLink readLink(const storage::Row<LinkColumn>& row)
{
    OutsideLink link;
    link.id = OutsideLinkId(row.text(LinkColumn::Id));
    link.provider = ProviderId(row.text(LinkColumn::Provider));
    link.providerTitle = row.text(LinkColumn::ProviderTitle);
    link.issuer = row.text(LinkColumn::Issuer);
    link.subject = row.text(LinkColumn::Subject);
    link.label = row.text(LinkColumn::Label);
    link.user = UserId(row.text(LinkColumn::User));
    link.userName = row.text(LinkColumn::UserName);
    link.createdAt = row.time(LinkColumn::CreatedAt);
    link.createdBy = row.text(LinkColumn::CreatedBy);
    link.lastUsedAt = timeUnlessZero(row, LinkColumn::LastUsedAt);
    return link;
}

} // namespace

Result<ProviderRow> provider(storage::Transaction& transaction, const ProviderId& id)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare(providerById));
    row.bind(1, id);
    SALLYPORT_ASSIGN(const bool found, row.step());
    if (!found)
        return makeError(ErrorCode::NotFound, "No such identity provider.");
    return readProvider(row.row());
}

Result<std::optional<ProviderRow>> providerByName(storage::Transaction& transaction, std::string_view name)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare(providerNamed));
    row.bind(1, name);
    SALLYPORT_ASSIGN(const bool found, row.step());
    return found ? std::optional(readProvider(row.row())) : std::nullopt;
}

Result<std::vector<ProviderRow>> providers(storage::Transaction& transaction, std::string_view pattern)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare(providersLike));
    row.bind(1, pattern);
    std::vector<ProviderRow> found;
    for (;;) {
        SALLYPORT_ASSIGN(const bool more, row.step());
        if (!more)
            return found;
        found.push_back(readProvider(row.row()));
    }
}

Result<std::int64_t> countProviders(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT COUNT(*) FROM identity_providers"));
    SALLYPORT_TRY(row.step());
    return row.integer();
}

Result<void> insertProvider(storage::Transaction& transaction, const ProviderRow& row)
{
    SALLYPORT_ASSIGN(auto put,
                     transaction.prepare(
                         "INSERT INTO identity_providers (name, title, title_key, kind, issuer, client_id, client_secret, "
                         "secret_number, client_authentication, scopes, algorithms, enabled, first_login, roles, role_rules, "
                         "roles_each_time, trust_email, accepted_amr, accepted_acr, return_urls, id, created_at, created_by, "
                         "updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, "
                         "$19, $20, $21, $22, $23, $22)"));
    bindProvider(put, row);
    put.bind(21, row.provider.id).bind(22, row.provider.createdAt).bind(23, row.provider.createdBy);
    return put.run();
}

Result<void> updateProvider(storage::Transaction& transaction, const ProviderRow& row, UtcTime now)
{
    SALLYPORT_ASSIGN(auto put,
                     transaction.prepare(
                         "UPDATE identity_providers SET name = $1, title = $2, title_key = $3, kind = $4, issuer = $5, "
                         "client_id = $6, client_secret = $7, secret_number = $8, client_authentication = $9, scopes = $10, "
                         "algorithms = $11, enabled = $12, first_login = $13, roles = $14, role_rules = $15, "
                         "roles_each_time = $16, trust_email = $17, accepted_amr = $18, accepted_acr = $19, return_urls = $20, "
                         "updated_at = $21, version = version + 1 WHERE id = $22"));
    bindProvider(put, row);
    put.bind(21, now).bind(22, row.provider.id);
    return put.run();
}

Result<std::optional<OutsideLink>> linkOf(storage::Transaction& transaction, std::string_view issuer, std::string_view subject)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare(linkOfSubject));
    row.bind(1, issuer).bind(2, subject);
    SALLYPORT_ASSIGN(const bool found, row.step());
    return found ? std::optional(readLink(row.row())) : std::nullopt;
}

Result<OutsideLink> outsideLink(storage::Transaction& transaction, const OutsideLinkId& id)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare(linkById));
    row.bind(1, id);
    SALLYPORT_ASSIGN(const bool found, row.step());
    if (!found)
        return makeError(ErrorCode::NotFound, "No such link.");
    return readLink(row.row());
}

Result<OutsideLinkPage> outsideLinks(storage::Transaction& transaction, const OutsideLinkQuery& query)
{
    if (query.limit < 1 || query.limit > limits::pageRows)
        return makeError(ErrorCode::InvalidArgument, "limit must be 1..200.");
    if (query.cursor.size() > linkCursorLimit || (!query.cursor.empty() && !isIdText(query.cursor)))
        return storage::notACursor();
    if (isLongerThan(query.text, limits::searchText) || !codePointCount(query.text))
        return makeError(ErrorCode::InvalidArgument, "The search text is too long or not UTF-8.");
    OutsideLinkPage page;
    storage::SqlText counted;
    counted.add("SELECT COUNT(*)");
    addLinkFilter(counted, query);
    SALLYPORT_ASSIGN(auto count, counted.prepare(transaction));
    SALLYPORT_TRY(count.step());
    page.total = count.integer();

    storage::SqlText text;
    text.add("SELECT ").add(linkColumns.text());
    addLinkFilter(text, query);
    if (!query.cursor.empty())
        text.add(query.newestFirst ? " AND l.id < " : " AND l.id > ").bind(query.cursor);
    text.add(query.newestFirst ? " ORDER BY l.id DESC LIMIT " : " ORDER BY l.id LIMIT ").bind(std::int64_t{query.limit} + 1);
    SALLYPORT_ASSIGN(auto rows, text.prepare(transaction, linkColumns));
    for (;;) {
        SALLYPORT_ASSIGN(const bool more, rows.step());
        if (!more)
            break;
        page.links.push_back(readLink(rows.row()));
    }
    if (page.links.size() > query.limit) {
        page.links.pop_back();
        page.nextCursor = page.links.back().id.text();
    }
    return page;
}

Result<void> insertLink(storage::Transaction& transaction, const OutsideLink& link)
{
    SALLYPORT_ASSIGN(auto put, transaction.prepare("INSERT INTO outside_links (id, provider_id, issuer, subject, user_id, label, "
                                                   "created_at, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"));
    put.bind(1, link.id).bind(2, link.provider).bind(3, link.issuer).bind(4, link.subject).bind(5, link.user);
    put.bind(6, link.label).bind(7, link.createdAt).bind(8, link.createdBy);
    return put.run();
}

Result<void> useLink(storage::Transaction& transaction, const OutsideLink& link, UtcTime now)
{
    SALLYPORT_ASSIGN(auto put, transaction.prepare("UPDATE outside_links SET last_used_at = $1, label = $2 WHERE id = $3"));
    put.bind(1, now).bind(2, link.label).bind(3, link.id);
    SALLYPORT_TRY(put.run());
    SALLYPORT_ASSIGN(auto use, transaction.prepare("UPDATE identity_providers SET last_used_at = $1 WHERE id = $2"));
    use.bind(1, now).bind(2, link.provider);
    return use.run();
}

} // namespace rows

} // namespace sallyport::identity
