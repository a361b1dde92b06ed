#include "app/console/help_dialog.h"

#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/small_parts.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace sallyport::app {

using namespace Qt::StringLiterals;

HelpDialog::HelpDialog(QWidget* parent) : DialogFrame(u"help"_s, parent, 480)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setTitle(tr("Keyboard"));
    struct Line {
        QKeySequence keys;
        QString text;
    };
    const QList<Line> lines{{QKeySequence(Qt::CTRL | Qt::Key_K), tr("Search or run a command")},
                            {QKeySequence(Qt::CTRL | Qt::Key_1), tr("First panel; Ctrl+2 the second, and so on")},
                            {QKeySequence(Qt::CTRL | Qt::Key_F), tr("Filter the list")},
                            {QKeySequence(Qt::CTRL | Qt::Key_N), tr("Add to the list")},
                            {QKeySequence(Qt::ALT | Qt::Key_1), tr("Sort the list by its first column; again turns it round")},
                            {QKeySequence(Qt::Key_Return), tr("Open the details of a row")},
                            {QKeySequence(Qt::Key_F2), tr("Edit")},
                            {QKeySequence(Qt::Key_Delete), tr("Delete")},
                            {QKeySequence(Qt::Key_F5), tr("Read everything anew")},
                            {QKeySequence(Qt::Key_Escape), tr("Close what is in front")},
                            {QKeySequence(Qt::CTRL | Qt::Key_L), tr("Lock")}};
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    for (int row = 0; row < lines.size(); ++row) {
        grid->addWidget(new ui::Keycap(lines.at(row).keys, this), row, 0, Qt::AlignLeft);
        grid->addWidget(ui::makeLabel(lines.at(row).text, ui::TextStyle::Body, ui::Tone::Normal, this), row, 1);
    }
    body()->addLayout(grid);
    auto* guide = ui::makeLabel(tr("The first steps are in docs/guide/first-steps.md beside the program’s source."),
                                ui::TextStyle::Small, ui::Tone::Muted, this);
    guide->setWordWrap(true);
    body()->addWidget(guide);
    auto* close = ui::makeButton(ui::ButtonKind::Primary, u"help.done"_s, this);
    close->setText(tr("Close"));
    addButton(close);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace sallyport::app
