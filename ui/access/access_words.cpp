#include "ui/access/access_words.h"

#include "ui/words/key_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using authorization::HeldAccess;

namespace {

struct HeldWords {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::HeldAccess)
};

constexpr std::chrono::days soon{7};

} // namespace

QString heldTitle(const HeldAccess& held)
{
    const bool builtIn = std::ranges::any_of(roleNames, [&](const char* name) { return held.item == name; });
    return held.kind == HeldAccess::Kind::Role && builtIn ? roleTitle(held.item) : text(held.title);
}

QString heldWay(const HeldAccess& held)
{
    if (held.kind == HeldAccess::Kind::Key)
        return HeldWords::tr("Key: %1", "what a key may").arg(scopesText(held.scopes));
    if (held.way.size() > 1)
        return HeldWords::tr("Through %1", "a role that another inherits from").arg(roleTitle(held.way.back()));
    if (!held.inherits.empty())
        return HeldWords::tr("Inherits %1").arg(rolesText(held.inherits));
    return HeldWords::tr("Role");
}

Mark heldEnd(const HeldAccess& held, UtcTime now)
{
    if (!held.until)
        return {HeldWords::tr("No end"), Icon::None, Tone::Muted};
    const bool isSoon = *held.until < now + soon;
    return {whenText(*held.until, now), isSoon ? Icon::Hourglass : Icon::None, isSoon ? Tone::Warning : Tone::Normal,
            isSoon ? Tone::Warning : Tone::Muted};
}

Mark heldUse(const HeldAccess& held, UtcTime now)
{
    if (!held.activeKnown)
        return {u"–"_s, Icon::None, Tone::Muted};
    return {whenText(held.activeAt, now), Icon::None, held.activeAt ? Tone::Muted : Tone::Warning};
}

QString heldBeside(const HeldAccess& held)
{
    return held.service ? HeldWords::tr("Service account") : text(held.email);
}

Mark holderState(const HeldAccess& held)
{
    if (held.status == "disabled")
        return {HeldWords::tr("Disabled"), Icon::OffCircle, Tone::Muted};
    if (held.status == "invited")
        return {HeldWords::tr("Invited"), Icon::Mail, Tone::Info, Tone::Info};
    return {HeldWords::tr("Active"), Icon::CheckCircle, Tone::Normal, Tone::Success};
}

} // namespace sallyport::ui
