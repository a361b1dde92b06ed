#include "ui/unlock/password_pair.h"

#include "ui/widgets/field.h"
#include "ui/widgets/meter_bar.h"
#include "ui/widgets/password_field.h"

#include <QPointer>
#include <QVBoxLayout>

#include <chrono>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr qsizetype leastLength = 12;
} // namespace

PasswordPair::PasswordPair(const QString& objectName, int leastScore, QWidget* parent)
    : QWidget(parent), m_first(new PasswordField(objectName)), m_firstField(new Field(m_first, this)),
      m_meter(new StrengthMeter(objectName + u".strength"_s, this)), m_second(new PasswordField(objectName + u".repeat"_s)),
      m_secondField(new Field(m_second, this)), m_leastScore(leastScore)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_firstField);
    column->addWidget(m_meter);
    column->addWidget(m_secondField);
    m_wait.setSingleShot(true);
    m_wait.setInterval(120ms);
    connect(&m_wait, &QTimer::timeout, this, &PasswordPair::rate);
    connect(m_first, &QLineEdit::textEdited, this, [this] {
        m_firstField->setError({});
        m_wait.start();
    });
    connect(m_second, &QLineEdit::textEdited, this, [this] { m_secondField->setError({}); });
    const auto sayCapsLock = [this](Field* field) {
        return [this, field](bool on) { field->setWarning(on ? tr("Caps Lock is on") : QString()); };
    };
    connect(m_first, &PasswordField::capsLockChanged, this, sayCapsLock(m_firstField));
    connect(m_second, &PasswordField::capsLockChanged, this, sayCapsLock(m_secondField));
    connect(m_first, &QLineEdit::returnPressed, this, [this] { m_second->setFocus(); });
    connect(m_second, &QLineEdit::returnPressed, this, &PasswordPair::submitted);
    setFocusProxy(m_first);
}

void PasswordPair::setLabels(const QString& first, const QString& second)
{
    m_firstField->setLabel(first);
    m_secondField->setLabel(second);
}

void PasswordPair::setMaker(PasswordMaker maker)
{
    const bool first = !m_maker;
    m_maker = std::move(maker);
    m_first->offerGenerator();
    if (!first)
        return;
    connect(m_first, &PasswordField::generateRequested, this, [this] {
        m_maker([self = QPointer<PasswordPair>(this)](const QString& password) {
            if (!self || password.isEmpty())
                return;
            self->m_first->takeGenerated(password);
            // Nobody types 24 random characters again; whoever generated them must keep them.
            self->m_second->setText(password);
        });
    });
}

void PasswordPair::rate()
{
    if (m_first->text().isEmpty() || !m_rater) {
        m_meter->setScore(-1);
        return;
    }
    // Answers to what was typed before are late and dropped.
    const quint64 asked = ++m_asked;
    m_rater(m_first->text(), [self = QPointer<PasswordPair>(this), asked](int score) {
        if (self && self->m_asked == asked)
            self->m_meter->setScore(score);
    });
}

bool PasswordPair::check()
{
    const QString text = m_first->text();
    QString first;
    if (text.size() < leastLength)
        first = tr("Use at least %Ln characters", nullptr, static_cast<int>(leastLength));
    else if (m_meter->score() >= 0 && m_meter->score() < m_leastScore)
        first = tr("Too easy to guess. Add words or characters.");
    m_firstField->setError(first);
    const bool same = text == m_second->text();
    m_secondField->setError(first.isEmpty() && !same ? tr("Not the same as above") : QString());
    if (!first.isEmpty())
        m_first->setFocus();
    else if (!same)
        m_second->setFocus();
    return first.isEmpty() && same;
}

void PasswordPair::setError(const QString& error)
{
    m_firstField->setError(error);
    m_first->setFocus();
}

SecretBytes PasswordPair::secret() const
{
    std::string text = m_first->text().toStdString();
    SecretBytes secret = SecretBytes::fromText(text);
    sallyport::wipe(text);
    return secret;
}

void PasswordPair::wipe()
{
    ++m_asked;
    m_first->wipe();
    m_second->wipe();
    m_meter->setScore(-1);
}

} // namespace sallyport::ui
