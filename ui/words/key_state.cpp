#include "ui/words/key_state.h"

#include "ui/words/relative_time.h"

#include <QCoreApplication>

namespace sallyport::ui {

using namespace std::chrono_literals;

namespace {

struct KeyStateTexts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::KeyText)
};

constexpr auto keyDay = 24h;
constexpr int keyDaysInMonth = 30;

QString staleText(const identity::ApiKey& key, UtcTime now)
{
    const auto since = key.lastUsedAt.value_or(key.rotatedAt.value_or(key.createdAt));
    const int days = static_cast<int>((now - since) / keyDay);
    return days < 2 * keyDaysInMonth ? KeyStateTexts::tr("Stale, %Ln days", nullptr, days)
                                     : KeyStateTexts::tr("Stale, %Ln months", nullptr, days / keyDaysInMonth);
}

} // namespace

bool isNew(const identity::ApiKey& key, UtcTime now)
{
    return !key.lastUsedAt && now < key.createdAt + keyDay;
}

Mark keyState(const identity::ApiKey& key, UtcTime now)
{
    if (key.revokedAt)
        return {KeyStateTexts::tr("Revoked"), Icon::OffCircle, Tone::Muted, Tone::Muted};
    if (key.expired)
        return {KeyStateTexts::tr("Expired"), Icon::OffCircle, Tone::Muted, Tone::Muted};
    if (!key.owner.active)
        return {KeyStateTexts::tr("Owner disabled"), Icon::OffCircle, Tone::Muted, Tone::Muted};
    if (!key.beyondOwner.empty())
        return {KeyStateTexts::tr("Over-scoped"), Icon::Warning, Tone::Warning, Tone::Warning};
    if (key.previousUntil)
        return {KeyStateTexts::tr("Rotating, %1")
                    .arg(durationText(std::chrono::duration_cast<std::chrono::seconds>(*key.previousUntil - now).count())),
                Icon::Refresh, Tone::Info, Tone::Info};
    if (key.stale)
        return {staleText(key, now), Icon::Hourglass, Tone::Warning, Tone::Warning};
    if (isNew(key, now))
        return {KeyStateTexts::tr("New"), Icon::Sparkle, Tone::Info, Tone::Info};
    return {KeyStateTexts::tr("Active"), Icon::CheckCircle, Tone::Normal, Tone::Muted};
}

QStringList keyStateWords()
{
    return {KeyStateTexts::tr("Revoked"),
            KeyStateTexts::tr("Expired"),
            KeyStateTexts::tr("Owner disabled"),
            KeyStateTexts::tr("Over-scoped"),
            KeyStateTexts::tr("New"),
            KeyStateTexts::tr("Stale, %Ln months", nullptr, 12),
            KeyStateTexts::tr("Rotating, %1").arg(durationText(23 * 3600)),
            KeyStateTexts::tr("Active")};
}

} // namespace sallyport::ui
