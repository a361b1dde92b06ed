#pragma once

#include "backend/base/secret_bytes.h"

#include <QTimer>
#include <QWidget>

#include <functional>

namespace sallyport::ui {

class Field;
class PasswordField;
class StrengthMeter;

/// Rates a password: 0 (guessed at once) to 4. The answer may come later and must come on the GUI thread.
using StrengthRater = std::function<void(const QString& password, std::function<void(int score)> answer)>;

/// Makes a password. The answer may come later and must come on the GUI thread; empty if there is none.
using PasswordMaker = std::function<void(std::function<void(QString password)> answer)>;

/// A new password twice, with its strength between.
class PasswordPair final : public QWidget {
    Q_OBJECT

public:
    /// `<objectName>` and `<objectName>.repeat` are the fields.
    explicit PasswordPair(const QString& objectName, int leastScore, QWidget* parent = nullptr);

    void setLabels(const QString& first, const QString& second);
    void setRater(StrengthRater rater) { m_rater = std::move(rater); }
    /// Offers to generate one.
    void setMaker(PasswordMaker maker);
    /// Says under the fields what is missing; true if nothing is.
    bool check();
    void setError(const QString& error);
    SecretBytes secret() const;
    void wipe();
    PasswordField* firstField() const { return m_first; }

Q_SIGNALS:
    /// Enter in the second field.
    void submitted();

private:
    void rate();

    PasswordField* m_first;
    Field* m_firstField;
    StrengthMeter* m_meter;
    PasswordField* m_second;
    Field* m_secondField;
    StrengthRater m_rater;
    PasswordMaker m_maker;
    QTimer m_wait;
    int m_leastScore;
    quint64 m_asked = 0;
};

} // namespace sallyport::ui
