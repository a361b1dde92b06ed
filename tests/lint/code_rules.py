"""What the product's sources never do, or do in the places that stand here with their reason. A rule carries the row of the ASVS that
it shows, and a line that it must find: a pattern that finds nothing any more fails as a broken rule does.

Comments and the insides of texts are left out, unless a rule is about texts.

Usage: code_rules.py SOURCE_ROOT
"""
import dataclasses
import pathlib
import re
import sys

SAMPLES = "text for clients"
DEMO = "sample data of the demonstration"


@dataclasses.dataclass
class Rule:
    name: str  # asvs_... and what holds
    pattern: str
    found: str  # a line that breaks the rule
    allowed: dict  # file or folder, and why
    texts: bool = False  # reads the insides of texts, too


RULES = [
    Rule("asvs_1_2_3_jsonIsBuiltByASerializer", r'\\":\s*(\\")?"\s*(\+|<<)|\)"\s*(\+|<<)[^;]*R"\(\s*"',
         'answer = "{\\"name\\":\\"" + name + "\\"}";',
         {"backend/audit/event_json.cpp": "is one, for what the journal keeps", "backend/audit/report_summary.cpp": "numbers, dates and words of ours",
          "backend/audit/documents/drawn_document.cpp": "numbers", "backend/audit/tree/head_file.cpp": "numbers, times and hex",
          "backend/crypto/signing_key.cpp": "base64url", "backend/identity/roles/role_members.cpp": "searched for, not sent",
          "backend/protection/inspection/detection_service.cpp": "a number",
          "backend/audit/formats/otlp.cpp": "numbers, and members that a serializer has made",
          "backend/authorization/policy_document.cpp": "a word and a number of ours",
          "backend/identity/signatures/samples_rfc9421.cpp": SAMPLES}, texts=True),
    Rule("asvs_1_2_5_noShell_programsGetArguments",
         r"(?<![\w:.>])(std::|::)?(system|popen|wordexp|execl[pe]?|execv?p?e?|posix_spawnp?|fork|vfork)\s*\((?!std::|\) (const|noexcept)|\);)|\bQProcess\b",
         "popen(command.c_str(), mode);",
         {"backend/base/child_process.cpp": "the one place that starts programs: by path, with a vector of arguments, without a shell"}),
    Rule("asvs_1_3_2_noInputIsRunAsCode",
         r"\bQ(JSEngine|QmlEngine|QmlComponent|ScriptEngine|PluginLoader|WebEngine\w*)\b|\bQLibrary\b|\bdl(m?open|sym)\s*\(|\blua_|\bPyRun_|"
         r"\bsqlite3_(enable_)?load_extension\b",
         "QJSEngine engine;",
         {}),
    Rule("asvs_1_3_7_noPlaceholderInWhatWasPutIn",  # "%2" in a name would be filled by the next .arg()
         r"\.arg\((?=text\(|toQString\(|QString::from\w+\(|(?:\w+(?:\.|->|\(\)\.))*(?!objectName)m?_?\w*(?:[nN]ame|[tT]itle|m_what|[lL]abel|[eE]?mail|"
         r"first\(\))\b)(?:[^()]|\([^()]*\))*\)\s*\.arg\(",
         "tr(\"\").arg(user.name).arg(count);",
         {"ui/keys/keys_panel.cpp": "names of reports, ours"}),
    Rule("asvs_1_3_10_formatsAreTextsOfOurs",
         r'\b(v?[fsd]?n?printf)\s*\([^";]*;|\b(v?syslog|setproctitle)\s*\(',
         "std::printf(name.c_str());", {}),
    Rule("asvs_1_3_12_onlyLinearPatterns", r"\bstd::(basic_)?regex\b|\bQRegularExpression\b|\bregcomp\s*\(|\bpcre",
         "const std::regex word(pattern);",
         {"ui/": "patterns of ours, a class of characters each, for what the operator types"}),
    Rule("asvs_1_5_1_noXmlIsParsed",
         r"\bQXmlStreamReader\b|\bQDomDocument\b|\bQXmlSimpleReader\b|\bxml(Read|Parse|SAX)\w+\s*\(|\bXML_Parse\b|\bpugi::|\btinyxml2?::",
         "QXmlStreamReader reader(body);", {}),
    Rule("asvs_1_5_2_noObjectIsReadFromBytes",
         r"\bQDataStream\b|\bboost::(archive|serialization)\b|\bcereal::|\bQVariant::load\b|\bmsgpack\b|\bQMetaType::load\b",
         "QDataStream in(body);", {}),
    Rule("asvs_11_2_1_noCipherMacOrHashOfOurOwn",
         r"0x(6a09e667|428a2f98|67452301|5be0cd19|6ed9eba1|d1310ba6|61707865|c66363a5)|\b[sS](Box|BOX)\b|\b0x63,\s*0x7c,\s*0x77",
         "std::uint32_t state = 0x6a09e667;", {}),
    Rule("asvs_11_2_4_secretsAreComparedInConstantTime",
         r"\b(std::)?(memcmp|strn?cmp|bcmp|strcasecmp)\s*\(", "if (memcmp(mac, claimed, 32) == 0)",
         {"backend/crypto/signing_key.cpp": "the name of a curve"}),
    Rule("asvs_11_3_1_noEcbAndNoRsaEncryption",
         r"(?i)_ecb\b|\bEVP_PKEY_(en|de)crypt(_init)?\b|\bRSA_(public|private)_(en|de)crypt\b|\bRSA_PKCS1_PADDING\b|\bRSA_NO_PADDING\b",
         "EVP_EncryptInit_ex(c, EVP_aes_256_ecb(), nullptr, k, nullptr);",
         {"backend/crypto/rsa_key.cpp": "verifies RS256 signatures of passkeys, encrypts nothing"}),
    Rule("asvs_11_4_1_noBrokenHash",
         r"(?i)\bEVP_(md[245]|mdc2|ripemd160|sha1)\b|\bMD5\w*\s*\(|::(Md4|Md5|Sha1)\b(?=[\s,);])",
         "EVP_md5();",
         {"backend/crypto/foreign_kdf.cpp": "PBKDF2 of hashes that other systems made, replaced at the first sign-in",
          "backend/identity/passwords/": "the same; SHA-1 is the form of public lists of breached passwords",
          "app/console/demo/": DEMO}),
    Rule("asvs_11_5_1_secretsAreOfTheSystemsGenerator",
         r"\b(std::)?s?rand(_r)?\s*\(|\bdrand48\b|\bstd::(mt19937\w*|random_device|default_random_engine|minstd_rand0?)\b|"
         r"\bQRandomGenerator\b|\bQUuid\b|\buuid_generate|\bRAND_pseudo",
         "std::mt19937 engine(std::random_device{}());",
         {"app/console/demo/": DEMO}),
    Rule("asvs_11_4_3_signaturesAreOfLongHashes",
         r"\bEVP_sha(1|224|512_224)\b|\"(SHA1|SHA2-224|SHA-?224)\"",
         "EVP_DigestSignInit(context, nullptr, EVP_sha1(), nullptr, key);",
         {"backend/crypto/foreign_kdf.cpp": "PBKDF2 of hashes that other systems made",
          "backend/crypto/digest.cpp": "lists of breached passwords", "backend/crypto/mac.cpp": "HMAC of TOTP (RFC 6238)"}, texts=True),
    Rule("asvs_12_3_2_certificatesAreVerified",
         r"\bignoreSslErrors\b|\bVerifyNone\b|\bSSL_VERIFY_NONE\b|CURLOPT_SSL_VERIFY(PEER|HOST),\s*0",
         "SSL_CTX_set_verify(context, SSL_VERIFY_NONE, nullptr);",
         {"ui/console/server_client.cpp": "trusts one certificate by its SHA-256, in place of whoever vouches for it"}),
    Rule("asvs_12_3_3_noAddressOfOursIsInClearText",
         r"u?\"http://\"(_s)?\s*\+|u?\"http://%1", "url = \"http://\" + host;", {}, texts=True),
    Rule("asvs_13_2_5_onePlaceReachesOut",
         r"(?<!\w)(?<!QObject)::connect\s*\(|\bSSL_connect\s*\(|\bgetaddrinfo\s*\(|\bcurl_easy_perform\b|\bQ(Tcp|Ssl|Udp)Socket\b|\bQNetworkAccessManager\b(?!;)",
         "const int code = getaddrinfo(host, nullptr, nullptr, &found);",
         {"backend/outbound/": "it is: asvs_1_3_6 shows what it refuses",
          "backend/outputs/mail_sender.cpp": "libcurl, which opens sockets to what the same rules allow",
          "backend/vault/change_socket.cpp": "a socket of the vault's own folder",
          "backend/drill/": "the drill's own server", "app/console/demo/": "the demonstration's own server",
          "ui/console/server_client": "the vault's own server, by its fingerprint"}),
    Rule("asvs_13_3_1_noSecretInTheSources",
         r"BEGIN (RSA |EC |ENCRYPTED )?PRIVATE KEY-----\\n[A-Za-z0-9+/]|(?i:\b(password|passphrase|api_?key|client_?secret)\s*(=|\{)\s*\"[^\" %{]{8,}\")",
         'const char* password = "hunter2hunter2";', {}, texts=True),
    Rule("asvs_13_4_2_noDebugSwitch",
         r"\b(std::|secure_)?q?getenv\s*\(|\bqEnvironmentVariable\w*\s*\(|\bQT_QML_DEBUG\b|\bQQmlDebugging\w*",
         'if (getenv("SALLYPORT_DEBUG"))',
         {"backend/base/time_zone.cpp": "TZ", "app/console/main.cpp": "whether there is a display"}),
    Rule("asvs_14_2_3_nobodyElseIsTold",
         r"\"(https?|wss?|ftp)://(?!localhost|127\.|www\.w3\.org|[\w.-]*\.(example|invalid|local)\b|\{|%|\"|/|\[)[\w-]+\.",
         "const char* where = \"https://telemetry.sallyport.com/\";",
         {"backend/identity/providers/provider_presets.h": "providers that an administrator may choose",
          "backend/identity/openid/metadata.cpp": "where GitHub answers, if it was chosen",
          "backend/drill/payloads.cpp": "what the drill sends to its own server"}, texts=True),
    Rule("asvs_14_3_3_nothingIsKeptByTheDesktop",
         r"\bQSettings\b|\bQNetworkCookieJar\b|\bQNetworkDiskCache\b|\bsetSharable\b|\bQSqlDatabase\b",
         "QSettings settings;", {}),
]


def bare(text: str, texts: bool) -> str:
    """The text without comments and, but for `texts`, without what stands in literals; lines stay where they are."""
    out = []
    for part in re.finditer(r'//[^\n]*|/\*.*?\*/|R"([^()\s"\\]*)\((.*?)\)\1"|"(?:\\.|[^"\\\n])*"|(?<![\w])\'(?:\\.|[^\'\\\n])+\'|[^"\'/R]+|.', text, re.S):
        word = part.group()
        lines = "\n" * word.count("\n")
        if word.startswith(("//", "/*")):
            out.append(lines)
        elif len(word) > 1 and word[0] in "R\"'":
            out.append(word if texts else '""' + lines)
        else:
            out.append(word)
    return "".join(out)


def main() -> int:
    root = pathlib.Path(sys.argv[1])
    bad, count = [], 0
    used = {rule.name: set() for rule in RULES}
    for rule in RULES:
        if not re.search(rule.pattern, bare(rule.found, rule.texts)):
            bad.append(f"{rule.name} doesn't find what it is made for: {rule.found}")
    for top in ("backend", "ui", "app"):
        for file in sorted((root / top).rglob("*")):
            if file.suffix not in (".cpp", ".h"):
                continue
            count += 1
            name = file.relative_to(root).as_posix()
            text = file.read_text(encoding="utf-8")
            ways = {False: bare(text, False), True: bare(text, True)}
            for rule in RULES:
                for match in re.finditer(rule.pattern, ways[rule.texts]):
                    place = next((place for place in rule.allowed if name.startswith(place)), None)
                    if place:
                        used[rule.name].add(place)
                    else:
                        line = ways[rule.texts].count("\n", 0, match.start()) + 1
                        bad.append(f"{name}:{line}: {match.group().strip()} ({rule.name})")
    for rule in RULES:
        bad += [f"{rule.name}: {place} needs no leave any more" for place in sorted(set(rule.allowed) - used[rule.name])]
    print("\n".join(bad) if bad else f"{count} files, {len(RULES)} rules")
    return 1 if bad or not count else 0


if __name__ == "__main__":
    sys.exit(main())
