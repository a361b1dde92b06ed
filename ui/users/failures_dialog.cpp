#include "ui/users/failures_dialog.h"

#include "ui/look/margins.h"
#include "ui/look/surface.h"
#include "ui/look/text_style.h"
#include "ui/parts/lines_list.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/overlay_scroll.h"
#include "ui/words/user_text.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

/// More lines than anybody reads; the events hold the rest.
constexpr std::size_t linesShown = 200;
constexpr int listHeight = 240;

} // namespace

FailuresDialog::FailuresDialog(const QString& title, const BulkJob::Outcome& outcome, QWidget* parent)
    : DialogFrame(u"failures"_s, parent, 520)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setTitle(title);
    auto* summary = makeLabel(tr("%L1 of %L2 done. These stay as they were:").arg(outcome.done.size()).arg(outcome.total),
                              TextStyle::Body, Tone::Normal, this);
    summary->setWordWrap(true);
    body()->addWidget(summary);
    auto* lines = new LinesList(u"failures.list"_s, this);
    QList<LinesList::Line> shown;
    for (std::size_t at = 0; at < outcome.failures.size() && at < linesShown; ++at) {
        const auto& failure = outcome.failures[at];
        shown << LinesList::Line{Icon::Error, Tone::Danger, text(failure.name), errorLine(failure.error), {}, {}, {}};
    }
    lines->setLines(shown);
    auto* page = new Surface(Token::Surface, this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(leadingMargins(0, 0, 12, 0));
    column->addWidget(lines);
    column->addStretch(1);
    auto* area = makeScrollArea(page, this);
    area->setMinimumHeight(std::min(scaled(listHeight, this), static_cast<int>(shown.size()) * scaled(50, this) + 8));
    body()->addWidget(area);
    auto* done = makeButton(ButtonKind::Primary, u"failures.done"_s, this);
    done->setText(tr("Close"));
    addButton(done);
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace sallyport::ui
