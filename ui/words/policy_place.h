#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace sallyport::ui {

/// A part of a policy's condition, in bytes of its text.
struct PolicyPlace {
    QString condition; ///< as it was then
    int offset = 0;
    int length = 0;

    bool operator==(const PolicyPlace&) const = default;
};

/// What leads to a policy: its id or name, and where in it, as the argument of the panel `policies`.
struct PolicyLink {
    QString policy;
    QString decision; ///< whose deciding part is meant; empty: none
    std::optional<PolicyPlace> place;

    QString argument() const;
    static PolicyLink read(const QString& argument);
};

/// What of this policy decided, by a decision's trace (authorization::RecordedDecision::trace): the part that would have to be
/// different, one that failed, or the whole condition. Nothing if the trace doesn't tell of it.
std::optional<PolicyPlace> decidingPlace(const QJsonObject& trace, const QString& idOrName);

} // namespace sallyport::ui
