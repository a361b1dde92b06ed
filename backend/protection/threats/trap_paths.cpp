#include "backend/protection/threats/trap_paths.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace sallyport::protection {
namespace {

constexpr std::array<std::string_view, 74> traps{
    "/.aws/*",
    "/.bash_history",
    "/.bzr/*",
    "/.circleci/*",
    "/.docker/*",
    "/.ds_store",
    "/.env*",
    "/.git-credentials",
    "/.git/*",
    "/.gitconfig",
    "/.hg/*",
    "/.htaccess",
    "/.htpasswd",
    "/.idea/*",
    "/.kube/*",
    "/.npmrc",
    "/.s3cfg",
    "/.ssh/*",
    "/.svn/*",
    "/.terraform/*",
    "/.vscode/*",
    "/_ignition/execute-solution",
    "/_profiler/*",
    "/actuator*",
    "/adminer*",
    "/ansible.cfg",
    "/api/jsonws/*",
    "/autodiscover/*",
    "/aws.yml",
    "/backup.sql",
    "/backup.tar.gz",
    "/backup.zip",
    "/boaform/*",
    "/cgi-bin/*",
    "/composer.lock",
    "/config.json.bak",
    "/config.php*",
    "/console/login/*",
    "/database.sql",
    "/db.sql",
    "/debug/default/view*",
    "/docker-compose.yml",
    "/dump.sql",
    "/ecp/*",
    "/elmah.axd",
    "/geoserver/*",
    "/hnap1*",
    "/id_rsa*",
    "/info.php",
    "/jenkins/*",
    "/jmx-console*",
    "/manager/html*",
    "/myadmin*",
    "/owa/*",
    "/phpinfo*",
    "/phpmyadmin*",
    "/phpunit/*",
    "/pma/*",
    "/secrets.yml",
    "/server-status*",
    "/setup.cgi",
    "/shell*",
    "/solr/*",
    "/struts/*",
    "/telescope/*",
    "/terraform.tfstate*",
    "/vendor/phpunit/*",
    "/web-inf/*",
    "/web.config",
    "/wp-admin*",
    "/wp-config*",
    "/wp-content*",
    "/wp-login.php",
    "/xmlrpc.php",
};
static_assert(std::ranges::is_sorted(traps));

constexpr char lower(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool matches(std::string_view trap, std::string_view path) noexcept
{
    const bool open = trap.ends_with('*');
    if (open)
        trap.remove_suffix(1);
    if (open ? path.size() < trap.size() : path.size() != trap.size())
        return false;
    for (std::size_t i = 0; i < trap.size(); ++i)
        if (lower(path[i]) != trap[i])
            return false;
    return true;
}

} // namespace

bool isTrapPath(std::string_view path) noexcept
{
    // `//.env` and `/./.env` are tried, too.
    while (path.starts_with("//") || path.starts_with("/./"))
        path.remove_prefix(path.starts_with("//") ? 1 : 2);
    return std::ranges::any_of(traps, [&](std::string_view trap) { return matches(trap, path); });
}

} // namespace sallyport::protection
