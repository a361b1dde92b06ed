#include "ui/dashboard/first_steps.h"

#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/tab_order.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

namespace {

struct Words {
    QString title, note, action;
};

Words wordsOf(FirstStep::What what)
{
    switch (what) {
    case FirstStep::What::StartServer: break;
    case FirstStep::What::OwnFactor:
        return {FirstSteps::tr("Protect your account"), FirstSteps::tr("Second factor is on"),
                FirstSteps::tr("Set up a second factor")};
    case FirstStep::What::AddUser:
        return {FirstSteps::tr("Add users"), FirstSteps::tr("You are not alone"), FirstSteps::tr("Add or import")};
    case FirstStep::What::LetIn:
        return {FirstSteps::tr("Let a program in"), FirstSteps::tr("The first one came"), FirstSteps::tr("Create an API key")};
    }
    return {FirstSteps::tr("Start the server"), FirstSteps::tr("It answers"), FirstSteps::tr("Start")};
}

} // namespace

QList<FirstStep> firstStepsOf(const DashboardData& data, bool serverRuns, bool answered, bool young)
{
    using What = FirstStep::What;
    QList<FirstStep> steps{{What::StartServer, serverRuns || answered || !young},
                           {What::OwnFactor, data.ownFactor},
                           {What::AddUser, data.users.total > 1}};
    if (data.keys)
        steps << FirstStep{What::LetIn, *data.keys > 0 || answered || !young};
    if (std::ranges::all_of(steps, &FirstStep::done))
        return {};
    return steps;
}

FirstSteps::FirstSteps(QWidget* parent) : QWidget(parent), m_row(new QHBoxLayout)
{
    setObjectName(QStringLiteral("dashboard.firstSteps"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_row->setContentsMargins(leadingMargins(24, 12, 16, 12));
    m_row->setSpacing(16);
    column->addLayout(m_row);
    column->addWidget(makeSeparator(Qt::Horizontal, Token::Border, this));
    hide();
    onRetranslate(this, [this] { showSteps(); });
}

void FirstSteps::setSteps(const QList<FirstStep>& steps)
{
    // Asked every second: focus and hover stay while nothing changes.
    if (steps == m_steps)
        return;
    m_steps = steps;
    showSteps();
}

void FirstSteps::showSteps()
{
    setAccessibleName(tr("First steps"));
    setVisible(!m_steps.isEmpty());
    rebuildAround(this, [this] {
        while (QLayoutItem* item = m_row->takeAt(0)) {
            delete item->widget();
            delete item;
        }
        for (const FirstStep& step : m_steps)
            m_row->addWidget(makeStep(step), 1, Qt::AlignTop); // what wraps makes its neighbours no taller
    });
}

QWidget* FirstSteps::makeStep(const FirstStep& step)
{
    const Words words = wordsOf(step.what);
    auto* cell = new QWidget(this);
    auto* title = new ElideLabel(TextStyle::BodyStrong, step.done ? Tone::Muted : Tone::Normal, cell);
    title->setWraps(true);
    title->setText(words.title);
    // What the icon shows is said, too.
    const QString said = step.done ? tr("%1, done").arg(words.title) : tr("%1, not done yet").arg(words.title);
    title->setAccessibleName(said);
    cell->setAccessibleName(said);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(title);
    if (step.done) {
        auto* note = new ElideLabel(TextStyle::Small, Tone::Muted, cell);
        note->setWraps(true);
        note->setText(words.note);
        texts->addWidget(note);
    } else {
        auto* action = makeButton(ButtonKind::Link, QStringLiteral("dashboard.step%1").arg(static_cast<int>(step.what)), cell);
        action->setText(words.action);
        action->setAccessibleDescription(said);
        connect(action, &QPushButton::clicked, this, [this, what = step.what] { Q_EMIT taken(static_cast<int>(what)); });
        texts->addWidget(action, 0, Qt::AlignLeading);
    }
    auto* row = new QHBoxLayout(cell);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(
        new IconLabel(step.done ? Icon::CheckCircle : Icon::ArrowRight, step.done ? Tone::Success : Tone::Muted, 16, cell), 0,
        Qt::AlignTop);
    row->addLayout(texts, 1);
    return cell;
}

} // namespace sallyport::ui
