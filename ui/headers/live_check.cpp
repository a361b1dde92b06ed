#include "ui/headers/live_check.h"

#include <utility>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

LiveCheck::LiveCheck(QObject* parent) : QObject(parent), m_client(new ServerClient(this))
{
    m_client->setUserAgent("Sallyport header check");
}

void LiveCheck::run(const QString& origin)
{
    stop();
    m_answers = {};
    m_answers.origin = origin;
    ask("GET", {}, &HeaderAnswers::plain);
    ask("GET", foreignOrigin, &HeaderAnswers::foreign);
    ask("OPTIONS", foreignOrigin, &HeaderAnswers::foreignAsked);
    if (origin.isEmpty())
        return;
    ask("GET", origin.toLatin1(), &HeaderAnswers::allowed);
    ask("OPTIONS", origin.toLatin1(), &HeaderAnswers::allowedAsked);
}

void LiveCheck::stop()
{
    ++m_run;
    m_left = 0;
    m_client->stop();
}

void LiveCheck::ask(const QByteArray& method, const QByteArray& origin, ServerClient::Answer HeaderAnswers::*answer)
{
    ServerClient::Request request;
    request.method = method;
    request.target = u"/healthz"_s; // open to everybody, and counted by no limit
    if (!origin.isEmpty())
        request.fields.emplaceBack("Origin", origin);
    if (method == "OPTIONS")
        request.fields.emplaceBack("Access-Control-Request-Method", "GET");
    ++m_left;
    m_client->send(request, [this, run = m_run, answer](const ServerClient::Answer& came) {
        if (run != m_run)
            return;
        if (came.status == 0) {
            stop();
            Q_EMIT failed(came.problem);
            return;
        }
        m_answers.*answer = came;
        if (--m_left == 0)
            Q_EMIT finished(m_answers);
    });
}

} // namespace sallyport::ui
