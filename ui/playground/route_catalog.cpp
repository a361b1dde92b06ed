#include "ui/playground/route_catalog.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepest = 8; // levels of a schema that an example follows

QJsonObject resolved(const QJsonObject& document, QJsonObject schema)
{
    for (int step = 0; step < deepest && schema.contains(u"$ref"_s); ++step) {
        const QStringList path = schema.value(u"$ref"_s).toString().split(u'/');
        QJsonObject found = document;
        for (const QString& part : path.mid(1))
            found = found.value(part).toObject();
        schema = found;
    }
    return schema;
}

QString typeOf(const QJsonObject& schema)
{
    const QJsonValue type = schema.value(u"type"_s);
    return type.isArray() ? type.toArray().first().toString() : type.toString();
}

QString textFor(const QJsonObject& schema, const QString& name)
{
    const QString format = schema.value(u"format"_s).toString();
    if (format == u"email"_s || name == u"email"_s)
        return u"ada@example.org"_s;
    if (format == u"date-time"_s)
        return u"2027-01-31T12:00:00Z"_s;
    if (name.contains(u"password"_s))
        return u"a long password of your own"_s;
    if (name == u"id"_s || name.endsWith(u"_id"_s))
        return u"ID"_s;
    QString text = name.isEmpty() ? u"text"_s : QString(name).replace(u'_', u' ');
    const int least = schema.value(u"minLength"_s).toInt();
    while (text.size() < least)
        text += u'x';
    return text;
}

QJsonValue exampleOf(const QJsonObject& document, const QJsonObject& wanted, const QString& name, int depth)
{
    const QJsonObject schema = resolved(document, wanted);
    if (depth > deepest)
        return QJsonValue();
    for (const auto& given : {u"example"_s, u"const"_s, u"default"_s}) {
        if (schema.contains(given))
            return schema.value(given);
    }
    if (const QJsonArray choices = schema.value(u"enum"_s).toArray(); !choices.isEmpty())
        return choices.first();
    for (const auto& some : {u"oneOf"_s, u"anyOf"_s}) {
        if (const QJsonArray choices = schema.value(some).toArray(); !choices.isEmpty())
            return exampleOf(document, choices.first().toObject(), name, depth + 1);
    }
    const QString type = typeOf(schema);
    if (type == u"object"_s) {
        QJsonObject object;
        const QJsonObject properties = schema.value(u"properties"_s).toObject();
        QStringList names;
        for (const QJsonValue& required : schema.value(u"required"_s).toArray())
            names << required.toString();
        if (names.isEmpty())
            names = properties.keys().mid(0, 1);
        for (const QString& member : names)
            object.insert(member, exampleOf(document, properties.value(member).toObject(), member, depth + 1));
        return object;
    }
    if (type == u"array"_s)
        return QJsonArray{exampleOf(document, schema.value(u"items"_s).toObject(), name, depth + 1)};
    if (type == u"integer"_s || type == u"number"_s)
        return std::max(1, schema.value(u"minimum"_s).toInt(1));
    if (type == u"boolean"_s)
        return true;
    return type == u"null"_s ? QJsonValue() : QJsonValue(textFor(schema, name));
}

void takeParameters(const QJsonObject& document, const QJsonArray& parameters, RouteExample& route)
{
    QStringList query;
    for (const QJsonValue& value : parameters) {
        const QJsonObject parameter = resolved(document, value.toObject());
        const QString name = parameter.value(u"name"_s).toString();
        const QString place = parameter.value(u"in"_s).toString();
        if (place == u"header"_s && name == u"X-MFA-Token"_s)
            route.takesStepUp = true;
        if (!parameter.value(u"required"_s).toBool())
            continue;
        const QString example = exampleOf(document, parameter.value(u"schema"_s).toObject(), name, 0).toVariant().toString();
        if (place == u"path"_s)
            route.target.replace(u'{' + name + u'}', example.isEmpty() ? u"ID"_s : example);
        else if (place == u"query"_s)
            query << name + u'=' + example;
    }
    if (!query.isEmpty())
        route.target += u'?' + query.join(u'&');
}

void takeBody(const QJsonObject& document, const QJsonObject& body, RouteExample& route)
{
    const QJsonObject content = body.value(u"content"_s).toObject();
    if (content.isEmpty())
        return;
    route.contentType = content.contains(u"application/json"_s) ? u"application/json"_s : content.keys().first();
    if (route.contentType != u"application/json"_s)
        return;
    const QJsonValue example =
        exampleOf(document, content.value(route.contentType).toObject().value(u"schema"_s).toObject(), {}, 0);
    route.body = QString::fromUtf8(QJsonDocument(example.toObject()).toJson()).trimmed();
}

} // namespace

QList<RouteExample> readRoutes(const QByteArray& openApi)
{
    const QJsonObject document = QJsonDocument::fromJson(openApi).object();
    const QJsonObject paths = document.value(u"paths"_s).toObject();
    QList<RouteExample> routes;
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject operations = path.value().toObject();
        for (const auto& method : {u"get"_s, u"post"_s, u"put"_s, u"patch"_s, u"delete"_s}) {
            if (!operations.contains(method))
                continue;
            const QJsonObject operation = operations.value(method).toObject();
            RouteExample route;
            route.method = method.toUpper().toLatin1();
            route.pattern = path.key();
            route.target = path.key();
            route.tag = operation.value(u"tags"_s).toArray().first().toString();
            route.summary = operation.value(u"summary"_s).toString();
            route.permission = operation.value(u"x-permission"_s).toString();
            takeParameters(document, operation.value(u"parameters"_s).toArray(), route);
            takeBody(document, operation.value(u"requestBody"_s).toObject(), route);
            routes.push_back(std::move(route));
        }
    }
    return routes;
}

int routeOf(const QList<RouteExample>& routes, const QByteArray& method, const QString& path)
{
    const QStringList asked = path.section(u'?', 0, 0).split(u'/');
    for (qsizetype at = 0; at < routes.size(); ++at) {
        const QStringList parts = routes[at].pattern.split(u'/');
        if (routes[at].method == method && parts.size() == asked.size() &&
            std::ranges::equal(parts, asked, [](const QString& part, const QString& word) {
                return part == word || (part.startsWith(u'{') && !word.isEmpty());
            }))
            return static_cast<int>(at);
    }
    return -1;
}

} // namespace sallyport::ui
