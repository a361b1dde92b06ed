#pragma once

#include "ui/console/server_client.h"

#include <QList>
#include <QString>

#include <string>

#include "backend/settings/settings.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

namespace sallyport::ui {

/// One thing that browsers are told, as it should be and as a client saw it.
struct HeaderFinding {
    enum class Grade {
        Good,
        Weak,  ///< as it is set, which could be better
        Wrong, ///< not what the settings say, or what leaves a browser without protection
    };
    Grade grade = Grade::Good;
    QString title;       ///< `Referrer-Policy`, `A page that isn't allowed asks`
    QString expected;    ///< as it would come, or what it would mean
    QString seen;        ///< as it came
    QString advice;      ///< what to do; empty: nothing
    std::string setting; ///< that decides; empty: none
};

/// What a client got: of a page of no origin, of one that isn't allowed, and of one that is, if any is.
struct HeaderAnswers {
    ServerClient::Answer plain;
    ServerClient::Answer foreign;      ///< read by a page that isn't allowed
    ServerClient::Answer foreignAsked; ///< whether such a page may send a request
    ServerClient::Answer allowed, allowedAsked;
    QString origin; ///< of the allowed one; empty: none is
};

/// An origin that nobody allows: no name ends like this (RFC 6761 §6.4).
inline constexpr auto foreignOrigin = "https://not-allowed.invalid";

/// What the answers say beside what the settings say; what is wrong stands first. The expectations are written down here a second
/// time: what answers are made of isn't asked.
QList<HeaderFinding> judgeHeaders(const HeaderAnswers& answers, const settings::Values& values);

} // namespace sallyport::ui
