#pragma once

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

#include "backend/authorization/policies.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

/// A policy as the services take it.
authorization::NewPolicy policyWords(const access::Policy& policy);

/// One that says nothing: what another is compared with that is new.
authorization::NewPolicy emptyPolicy();

/// What is otherwise in one of two, in the reader's words.
struct PolicyDifference {
    QString what; ///< `Condition`
    QString before, after;
};
std::vector<PolicyDifference> policyDifferences(const authorization::NewPolicy& before, const authorization::NewPolicy& after);

/// The policy that is being written: what is stored, and what form and text have made of it.
class PolicyDraft final : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// A new one; like another if there is one.
    void begin(const std::optional<access::Policy>& like);
    /// One there is.
    void change(const access::Policy& saved);
    /// Another version of it was stored; what is written stays.
    void stored(const access::Policy& saved);

    const std::optional<access::Policy>& saved() const { return m_saved; }
    const authorization::NewPolicy& words() const { return m_words; }
    bool isChanged() const { return m_words != m_base; }
    /// What differs from what is stored, refused if somebody else has changed that meanwhile.
    authorization::PolicyPatch patch() const;

    /// Changes it with `edit`; `changed` follows if it is another then.
    template <typename Edit>
    void edit(Edit edit)
    {
        Words next{m_words};
        edit(static_cast<authorization::NewPolicy&>(next));
        if (next == m_words)
            return;
        m_words = next;
        Q_EMIT changed();
    }

Q_SIGNALS:
    void changed();
    /// Another policy: form and text show it from the beginning.
    void begun();

private:
    struct Words : authorization::NewPolicy {
        Words() = default;
        explicit Words(authorization::NewPolicy words) : NewPolicy(std::move(words)) {}
        bool operator==(const Words& other) const;
    };
    void start(std::optional<access::Policy> saved, authorization::NewPolicy words);

    std::optional<access::Policy> m_saved;
    Words m_base, m_words;
};

} // namespace sallyport::ui
