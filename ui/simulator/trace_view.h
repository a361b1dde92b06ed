#pragma once

#include <QWidget>

#include <optional>

#include "backend/authorization/access_checks.h" // below Qt: moc 6.4 stumbles over <compare> before <string>

class QLabel;
class QVBoxLayout;

namespace sallyport::ui {

class ElideLabel;
class IconLabel;
class LinesList;
class Surface;

/// A decision with its reasons: the verdict in a band, the stages, each policy in a line with the deciding one open, and what
/// would have changed it.
class TraceView final : public QWidget {
    Q_OBJECT

public:
    TraceView(const QString& name, QWidget* parent = nullptr);

    /// `nanoseconds` is what asking took; 0: not known.
    void setAnswer(const authorization::CheckAnswer& answer, qint64 nanoseconds);
    void setError(const Error& error);
    /// Policies can be opened from here.
    void setPoliciesOpen(bool open);
    QString verdict() const;

Q_SIGNALS:
    void policyRequested(const QString& id);
    /// What would change it is a part of a condition that the question's form can fulfil: `expression` is to give `wanted`.
    void tryRequested(const QString& expression, bool wanted);

private:
    void setTexts();
    void showAnswer();
    void showVerdict();
    void showPolicy(const class QJsonObject& policy, const QString& reason);
    QWidget* makeCondition(const QJsonObject& policy);
    void showNearest(const class QJsonArray& nearest);
    void clear();

    QString m_name;
    std::optional<authorization::CheckAnswer> m_answer;
    std::optional<Error> m_error;
    qint64 m_nanoseconds = 0;
    bool m_open = false;
    QWidget* m_band;
    IconLabel* m_icon;
    QLabel* m_word;
    ElideLabel* m_reason;
    QLabel* m_took;
    QVBoxLayout* m_column;
    Surface* m_foot;
    QVBoxLayout* m_nearest;
    QList<QWidget*> m_shown;
};

/// A part of a condition that can be fulfilled by saying something else in the question: how fresh the second factor is, or from
/// where it comes.
bool canTry(const QString& expression, bool wanted);

} // namespace sallyport::ui
