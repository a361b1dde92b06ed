#include "ui/widgets/error_state.h"

#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/small_parts.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

ErrorState::ErrorState(const QString& objectName, QWidget* parent, const QMargins& inset)
    : QWidget(parent), m_banner(new Banner(objectName + u".banner"_s, this)),
      m_retry(makeButton(ButtonKind::Secondary, objectName + u".retry"_s, this, Icon::Refresh, ButtonSize::Tool)),
      m_copy(makeButton(ButtonKind::Link, objectName + u".copy"_s, this)),
      m_code(new ElideLabel(TextStyle::Mono, Tone::Muted, this))
{
    setObjectName(objectName);
    m_banner->setTone(Tone::Danger, Icon::Error);
    m_banner->addAction(m_retry);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_code, 1);
    foot->addWidget(m_copy);
    auto* column = new QVBoxLayout(this);
    setLeadingMargins(this, inset);
    column->setSpacing(8);
    column->addWidget(m_banner);
    column->addLayout(foot);
    column->addStretch(1);
    connect(m_retry, &QPushButton::clicked, this, &ErrorState::retryRequested);
    connect(m_copy, &QPushButton::clicked, this, [this] { Q_EMIT copyRequested(errorDetails(m_error)); });
    onRetranslate(this, [this] {
        m_retry->setText(tr("Try again"));
        m_copy->setText(tr("Copy details"));
    });
}

void ErrorState::setError(const Error& error, const QString& safe)
{
    m_error = error;
    const ErrorText text = errorText(error);
    m_banner->setTitle(text.what);
    // Of a damaged vault nobody can say that nothing is lost.
    const bool trusted = error.code != ErrorCode::DatabaseDamaged && error.code != ErrorCode::CryptoFailure;
    m_banner->setText(safe.isEmpty() || !trusted ? text.why : QString(text.why + u' ' + safe).trimmed());
    const auto word = error.word.empty() ? errorWord(error.code) : std::string_view(error.word);
    m_code->setText(QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())));
}

void ErrorState::setTexts(const QString& what, const QString& why)
{
    m_banner->setTitle(what);
    m_banner->setText(why);
}

void ErrorState::addAction(QPushButton* button)
{
    m_banner->addAction(button);
}

} // namespace sallyport::ui
