#include "backend/base/encoding.h"
#include "backend/storage/files.h"
#include "backend/storage/keyring.h"

#include <cstdio>
#include <iostream>

/// `database_key DIR`, the passphrase on standard input: the key as SQLCipher's own command line takes it.
int main(int argc, char** argv)
{
    using namespace sallyport;
    std::string passphrase;
    if (argc != 2 || !std::getline(std::cin, passphrase))
        return 2;
    const auto keyring = storage::Keyring::unlockWithPassphrase(storage::keyringFile(argv[1]), SecretBytes::fromText(passphrase));
    if (!keyring)
        return 1;
    std::puts(toHex(keyring->derive("database").bytes()).c_str());
    return 0;
}
