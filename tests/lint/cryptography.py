"""docs/cryptography.md is the inventory: it lists each file of the product that calls a cryptographic library, with the algorithms that it
names (asvs_11_1_2). A row for a file that calls none any more fails, too.

Usage: cryptography.py SOURCE_ROOT
"""
import pathlib
import re
import sys

LIBRARY = re.compile(r"#include <(openssl/|argon2\.h|crypt\.h|curl/|sqlcipher/|QCryptographicHash|QMessageAuthenticationCode|QSsl|QNetworkAccessManager)")
ROW = re.compile(r"^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|$", re.M)
WORDS = {
    "AES-256-GCM": r'"AES-256-GCM"|EVP_aes_256_gcm',
    "AES-256-CBC": r"EVP_aes_256_cbc",
    "HMAC": r'EVP_MAC_fetch\(nullptr, "HMAC"',
    "HKDF": r'"HKDF"',
    "SHA-1": r'EVP_sha1\b|"SHA1"|QCryptographicHash::Sha1\b',
    "SHA-256": r'EVP_sha256\b|"SHA2-256"|QCryptographicHash::Sha256\b',
    "SHA-512": r'EVP_sha512\b|"SHA2-512"|QCryptographicHash::Sha512\b',
    "PBKDF2": r"PKCS5_PBKDF2_HMAC",
    "scrypt": r"EVP_PBE_scrypt",
    "Argon2id": r"\bargon2id?_\w+\(",
    "bcrypt": r"\bcrypt_r?n?a?\(",
    "P-256": r'EVP_EC_gen\("P-256"\)',
    "Ed25519": r'"ED25519"',
    "RSASSA-PKCS1-v1_5": r"\bRSA_PKCS1_PADDING\b",
    "RSASSA-PSS": r"\bRSA_PKCS1_PSS_PADDING\b",
    "DRBG": r"\bRAND_(priv_)?bytes\(",
    "TLS": r"\bSSL_CTX_new\(|\bQSslConfiguration\b|CURLOPT_SSLVERSION",
    "SQLCipher": r"#include <sqlcipher/",
}
NEVER = re.compile(r"\bEVP_(md5|md4|rc4|des|bf|cast5|idea|seed)\w*\(|_ecb\(")


def main() -> int:
    root = pathlib.Path(sys.argv[1])
    listed = {name: words for name, words, _ in ROW.findall((root / "docs/cryptography.md").read_text(encoding="utf-8"))}
    bad, calls = [], set()
    for top in ("backend", "ui", "app"):
        for file in sorted((root / top).rglob("*")):
            if file.suffix not in (".cpp", ".h"):
                continue
            name = file.relative_to(root).as_posix()
            text = file.read_text(encoding="utf-8")
            if not LIBRARY.search(text):
                continue
            calls.add(name)
            if name not in listed:
                bad.append(f"{name} calls a cryptographic library and isn't in docs/cryptography.md")
                continue
            if "text for clients" in (root / "docs/cryptography.md").read_text(encoding="utf-8").split(f"`{name}`")[1].split("\n")[0]:
                continue
            for word, pattern in WORDS.items():
                if re.search(pattern, text) and word not in listed[name]:
                    bad.append(f"{name} uses {word}, and docs/cryptography.md doesn't say so")
            if found := NEVER.search(text):
                bad.append(f"{name} uses {found.group()}")
    bad += [f"docs/cryptography.md lists {name}, which calls no cryptographic library" for name in sorted(set(listed) - calls)]
    print("\n".join(bad) if bad else f"{len(calls)} files call cryptographic libraries, each is in the inventory")
    return 1 if bad or not calls else 0


if __name__ == "__main__":
    sys.exit(main())
