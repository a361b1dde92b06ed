#pragma once

#include "backend/drill/attack_client.h"
#include "backend/vault/vault.h"

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace sallyport::drill {

/// Somebody of the sandbox.
struct Person {
    std::string email;
    std::string token; ///< of a sign-in that was made before the drill
};

/// A vault of its own in a folder that goes with it, a server on a port that the system chose, and people who use it. Its
/// passphrase is random and known to nobody.
class Sandbox {
public:
    /// Unavailable if `leash` doesn't hold until all is ready.
    static Result<std::unique_ptr<Sandbox>> open(const ServerShape& shape, const Platform& platform, Leash& leash);
    ~Sandbox();

    const Target& target() const { return m_target; }
    Services& services() { return m_backend->services(); }
    const Person& administrator() const { return m_administrator; }
    const Person& editor() const { return m_editor; }
    const Person& viewer() const { return m_viewer; }
    /// Whose password is guessed.
    const Person& victim() const { return m_victim; }
    const std::string& password() const { return m_password; }
    /// Of the editor, with a secret to sign with.
    const std::string& key() const { return m_key; }
    const std::string& signingSecret() const { return m_signingSecret; }

private:
    explicit Sandbox(std::filesystem::path directory) : m_directory(std::move(directory)) {}
    Result<Person> add(const std::string& name, const std::string& role, const std::string& source);

    std::filesystem::path m_directory;
    std::unique_ptr<Platform> m_platform;
    std::unique_ptr<Backend> m_backend;
    Target m_target;
    std::string m_password;
    Person m_administrator, m_editor, m_viewer, m_victim;
    std::string m_key, m_signingSecret;
};

} // namespace sallyport::drill
