#include "ui/records/record_filters.h"

#include "backend/identity/core/limits.h"
#include "ui/console/console.h"
#include "ui/look/retranslate.h"
#include "ui/parts/person_field.h"
#include "ui/records/records_model.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/dialog_frame.h"
#include "ui/widgets/field.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/tab_order.h"
#include "ui/words/field_text.h"
#include "ui/words/record_text.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using records::RecordQuery;

namespace {

constexpr std::array<std::uint32_t, 4> dayChoices{1, 7, 30, 365};
constexpr qsizetype namesInMenu = 15;

QString daysText(std::uint32_t days)
{
    return RecordFilters::tr("Last %Ln days", nullptr, static_cast<int>(days));
}

/// A dialog that asks for one thing and gives it to `then`, which says whether it was one.
void askFor(QWidget* parent, const QString& name, const QString& title, const QString& verb, QLineEdit* input,
            const QString& label, std::function<bool()> then)
{
    auto* dialog = new DialogFrame(name, parent, 480);
    dialog->setAsksToDiscard(false);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTitle(title);
    auto* field = new Field(input, dialog);
    field->setLabel(label);
    dialog->body()->addWidget(field);
    auto* cancel = makeButton(ButtonKind::Secondary, name + u".cancel"_s, dialog);
    auto* show = makeButton(ButtonKind::Primary, name + u".show"_s, dialog);
    cancel->setText(RecordFilters::tr("Cancel"));
    show->setText(verb);
    dialog->addButton(cancel);
    dialog->addButton(show);
    QObject::connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    QObject::connect(input, &QLineEdit::textChanged, field, [field] { field->setError({}); });
    QObject::connect(show, &QPushButton::clicked, dialog, [dialog, field, then = std::move(then)] {
        if (then())
            dialog->accept();
        else
            field->setError(RecordFilters::tr("Choose somebody from the list"));
    });
    dialog->open();
}

} // namespace

RecordFilters::RecordFilters(Console& console, RecordsModel* model, QWidget* parent)
    : QWidget(parent), m_console(console), m_model(model), m_row(new QHBoxLayout(this)), m_chips(new QWidget(this)),
      m_chipsRow(new QHBoxLayout(m_chips)), m_add(makeIconButton(Icon::Plus, u"records.add_filter"_s, this))
{
    for (QHBoxLayout* row : {m_row, m_chipsRow}) {
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(8);
    }
    m_row->addWidget(m_chips);
    m_row->addWidget(m_add);
    connect(m_add, &QPushButton::clicked, this, [this] {
        auto* menu = new QMenu(m_add);
        menu->setObjectName(u"records.filters_menu"_s);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(menu);
        const int x = isRightToLeft() ? m_add->width() - menu->sizeHint().width() : 0;
        menu->popup(m_add->mapToGlobal(QPoint(x, m_add->height() + 4)));
    });
    onRetranslate(this, [this] { setTexts(); });
}

void RecordFilters::setTexts()
{
    setIconButtonText(m_add, tr("Add a filter"));
    showQuery();
}

void RecordFilters::addChip(const QString& name, const QString& text, Edit takeAway)
{
    auto* chip = new Chip(text, Tone::Normal, m_chips);
    chip->setObjectName(u"records.filter."_s + name);
    chip->setRemovable(true);
    chip->setToolTip(tr("Take this filter away (Delete)"));
    m_chipsRow->addWidget(chip);
    connect(chip, &Chip::removeRequested, this, [this, takeAway = std::move(takeAway)] { Q_EMIT changed(takeAway); });
}

void RecordFilters::showQuery()
{
    rebuildAround(this, [this] {
        while (auto* item = m_chipsRow->takeAt(0)) {
            item->widget()->hide();
            item->widget()->deleteLater(); // its own cross may be what takes it away
            delete item;
        }
        const RecordQuery& query = m_model->query();
        if (query.department)
            addChip(u"department"_s, text(*query.department), [](RecordQuery& edited) { edited.department.reset(); });
        if (query.classification)
            addChip(u"classification"_s, classificationMark(*query.classification).text,
                    [](RecordQuery& edited) { edited.classification.reset(); });
        if (query.owner) {
            const QString id = text(query.owner->text());
            const bool own = *query.owner == m_console.actor().id;
            addChip(u"owner"_s, own ? tr("Mine") : m_model->owners().value(id, tr("One owner")),
                    [](RecordQuery& edited) { edited.owner.reset(); });
        }
        if (query.changedDays)
            addChip(u"changed"_s, daysText(*query.changedDays), [](RecordQuery& edited) { edited.changedDays.reset(); });
        m_chips->setVisible(m_chipsRow->count() > 0);
    });
}

void RecordFilters::fillMenu(QMenu* menu)
{
    addDepartments(menu->addMenu(tr("Department")));
    QMenu* classes = menu->addMenu(tr("Classification"));
    using enum records::Classification;
    for (const auto one : {Public, Internal, Confidential, Restricted}) {
        const Mark mark = classificationMark(one);
        connect(classes->addAction(ui::icon(mark.icon), mark.text), &QAction::triggered, this,
                [this, one] { Q_EMIT changed([one](RecordQuery& query) { query.classification = one; }); });
    }
    addOwners(menu->addMenu(tr("Owner")));
    QMenu* lately = menu->addMenu(tr("Changed"));
    for (const std::uint32_t days : dayChoices)
        connect(lately->addAction(daysText(days)), &QAction::triggered, this,
                [this, days] { Q_EMIT changed([days](RecordQuery& query) { query.changedDays = days; }); });
}

void RecordFilters::addDepartments(QMenu* menu)
{
    QStringList names(m_model->departments().begin(), m_model->departments().end());
    std::ranges::sort(names, [](const QString& a, const QString& b) { return a.localeAwareCompare(b) < 0; });
    for (const QString& name : names.mid(0, namesInMenu))
        connect(menu->addAction(QString(name).replace(u'&', u"&&"_s)), &QAction::triggered, this,
                [this, name] { Q_EMIT changed([name](RecordQuery& query) { query.department = name.toStdString(); }); });
    menu->addSeparator();
    connect(menu->addAction(tr("Another department…")), &QAction::triggered, this, &RecordFilters::askDepartment);
}

void RecordFilters::addOwners(QMenu* menu)
{
    const auto put = [&](const QString& name, const UserId& id) {
        connect(menu->addAction(QString(name).replace(u'&', u"&&"_s)), &QAction::triggered, this,
                [this, id] { Q_EMIT changed([id](RecordQuery& query) { query.owner = id; }); });
    };
    put(tr("Mine"), m_console.actor().id);
    menu->addSeparator();
    QList<std::pair<QString, QString>> names;
    for (auto at = m_model->owners().begin(); at != m_model->owners().end(); ++at)
        if (at.key().toStdString() != m_console.actor().id.text())
            names.append({at.value(), at.key()});
    std::ranges::sort(names, [](const auto& a, const auto& b) { return a.first.localeAwareCompare(b.first) < 0; });
    for (const auto& [name, id] : names.mid(0, namesInMenu))
        put(name, UserId(id.toStdString()));
    if (!m_console.may(access::Permission::UsersRead))
        return;
    menu->addSeparator();
    connect(menu->addAction(tr("Another person…")), &QAction::triggered, this, &RecordFilters::askOwner);
}

void RecordFilters::askDepartment()
{
    auto* input = new QLineEdit;
    input->setObjectName(u"records.filter_department.name"_s);
    input->setMaxLength(static_cast<int>(identity::departmentLimit));
    askFor(this, u"records.filter_department"_s, tr("Records of a department"), tr("Show"), input, tr("Department"),
           [this, input] {
               const QString name = nameText(input->text());
               Q_EMIT changed([name](RecordQuery& query) {
                   query.department = name.isEmpty() ? std::nullopt : std::optional(name.toStdString());
               });
               return true;
           });
}

void RecordFilters::askOwner()
{
    auto* input = new PersonField(m_console, u"records.filter_owner.name"_s);
    askFor(this, u"records.filter_owner"_s, tr("Records of a person"), tr("Show"), input, tr("Name or e-mail address"),
           [this, input] {
               const auto person = input->person();
               if (!person || person->empty())
                   return false;
               m_model->noteOwner(text(person->text()), input->text());
               Q_EMIT changed([id = *person](RecordQuery& query) { query.owner = id; });
               return true;
           });
}

} // namespace sallyport::ui
