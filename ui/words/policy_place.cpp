#include "ui/words/policy_place.h"

#include <QJsonArray>
#include <QStringList>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar between(0x1f); // in no name

PolicyPlace placeOf(const QJsonObject& part, const QString& condition)
{
    return {condition, part.value(u"offset").toInt(), part.value(u"length").toInt()};
}

} // namespace

QString PolicyLink::argument() const
{
    QStringList parts{policy, decision};
    if (place)
        parts << QString::number(place->offset) << QString::number(place->length) << place->condition;
    return parts.join(between);
}

PolicyLink PolicyLink::read(const QString& argument)
{
    PolicyLink link;
    link.policy = argument.section(between, 0, 0);
    link.decision = argument.section(between, 1, 1);
    const QStringList parts = argument.split(between);
    if (parts.size() > 4)
        link.place = PolicyPlace{parts[4], parts[2].toInt(), parts[3].toInt()};
    return link;
}

std::optional<PolicyPlace> decidingPlace(const QJsonObject& trace, const QString& idOrName)
{
    const QJsonArray policies = trace.value(u"policies").toArray();
    for (const QJsonValue& one : policies) {
        const QJsonObject policy = one.toObject();
        const QString name = policy.value(u"name").toString(), condition = policy.value(u"condition").toString();
        if (policy.value(u"id").toString() != idOrName && name != idOrName)
            continue;
        const QJsonArray nearest = trace.value(u"nearest").toArray();
        for (const QJsonValue& change : nearest)
            if (change.toObject().value(u"change").toString() == u"condition" &&
                change.toObject().value(u"policy").toString() == name)
                return placeOf(change.toObject().value(u"expression").toObject(), condition);
        const QJsonArray parts = policy.value(u"parts").toArray();
        for (const QJsonValue& part : parts)
            if (part.toObject().contains(u"error"))
                return placeOf(part.toObject(), condition);
        return PolicyPlace{condition, 0, static_cast<int>(condition.toUtf8().size())};
    }
    return {};
}

} // namespace sallyport::ui
