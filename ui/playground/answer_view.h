#pragma once

#include "ui/console/server_client.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPlainTextEdit;

namespace sallyport::ui {

class Pill;

/// An answer as it came: status and time, what is left of the limits, header fields, the body, JSON indented.
class AnswerView final : public QWidget {
    Q_OBJECT

public:
    explicit AnswerView(QWidget* parent = nullptr);
    void setAnswer(const ServerClient::Answer& answer);

    /// `997 of 1,000 left, all of them again in 59 min` from RateLimit and RateLimit-Policy; empty if there are none.
    static QString limitsText(const ServerClient::Answer& answer);

private:
    void setTexts();

    ServerClient::Answer m_answer;
    Pill* m_status;
    QLabel* m_time;
    QLabel* m_limitsHead;
    QLabel* m_limits;
    QLabel* m_bodyHead;
    QPlainTextEdit* m_body;
    QLabel* m_fieldsHead;
    QGridLayout* m_fields;
};

} // namespace sallyport::ui
