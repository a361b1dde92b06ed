#include "ui/events/search_dialog.h"

#include "backend/audit/event_query.h"
#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/events/filter_highlighter.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/words/text_helpers.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

SearchDialog::SearchDialog(Console& console, const QString& filter, const QStringList& listColumns,
                           std::optional<journal::SavedSearch> changed, QWidget* parent)
    : DialogFrame(u"save_search"_s, parent, 480), m_console(console), m_listColumns(listColumns), m_changed(std::move(changed)),
      m_failure(new Banner(u"save_search.failure"_s, this)), m_name(new QLineEdit(this)), m_filter(new QLineEdit(this)),
      m_withColumns(new QCheckBox(this)), m_shared(new QCheckBox(this)),
      m_cancel(makeButton(ButtonKind::Secondary, u"save_search.cancel"_s, this)),
      m_save(makeButton(ButtonKind::Primary, u"save_search.save"_s, this))
{
    build(filter);
    onRetranslate(this, [this] { setTexts(); });
    m_name->setFocus();
}

void SearchDialog::build(const QString& filter)
{
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    m_name->setObjectName(u"save_search.name"_s);
    m_name->setMaxLength(static_cast<int>(journal::searchNameLimit));
    m_filter->setObjectName(u"save_search.filter"_s);
    m_filter->setMaxLength(static_cast<int>(audit::filterTextLimit));
    m_filter->setFont(textFont(TextStyle::Mono));
    m_filter->setLayoutDirection(Qt::LeftToRight);
    m_filter->setText(m_changed ? toQString(m_changed->filter) : filter);
    m_withColumns->setObjectName(u"save_search.columns"_s);
    m_shared->setObjectName(u"save_search.shared"_s);
    if (m_changed) {
        m_name->setText(toQString(m_changed->name));
        m_withColumns->setChecked(!m_changed->columns.empty());
        m_shared->setChecked(m_changed->shared);
    }
    m_nameField = new Field(m_name, this);
    m_filterField = new Field(m_filter, this);
    body()->addWidget(m_failure);
    body()->addWidget(m_nameField);
    body()->addWidget(m_filterField);
    body()->addWidget(m_withColumns);
    body()->addWidget(m_shared);
    addButton(m_cancel);
    addButton(m_save);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &SearchDialog::save);
}

void SearchDialog::setTexts()
{
    setTitle(m_changed ? tr("Change search") : tr("Save search"));
    m_nameField->setLabel(tr("Name"));
    m_filterField->setLabel(tr("Filter"));
    m_filterField->setHint(tr("Times such as since:1h are reckoned anew each time."));
    m_withColumns->setText(tr("With the columns of the list"));
    m_shared->setText(tr("For everybody who may read events"));
    allow(m_shared, lacks(m_console, access::Permission::SettingsUpdate));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(tr("Save"));
}

std::vector<std::string> SearchDialog::columns() const
{
    std::vector<std::string> words;
    if (!m_withColumns->isChecked())
        return words;
    if (m_changed && !m_changed->columns.empty())
        return m_changed->columns;
    for (const QString& column : m_listColumns)
        words.push_back(toUtf8(column));
    return words;
}

void SearchDialog::save()
{
    m_failure->hide();
    m_nameField->setError({});
    const auto problems = filterProblems(m_filter->text());
    m_filterField->setError(problems.empty() ? QString() : problems.front().message);
    if (!problems.empty())
        return m_filter->setFocus();
    setButtonBusy(m_save, true);
    journal::NewSearch wanted{toUtf8(m_name->text()), toUtf8(m_filter->text().simplified()), columns(), m_shared->isChecked()};
    m_console.run(
        this,
        [wanted, id = m_changed ? m_changed->id.text() : std::string()](Services& services, const access::Actor& actor) {
            if (id.empty())
                return services.savedSearches.save(actor, wanted);
            return services.savedSearches.change(actor, id, {wanted.name, wanted.filter, wanted.columns, wanted.shared});
        },
        [this](const Result<journal::SavedSearch>& kept) {
            setButtonBusy(m_save, false);
            if (!kept)
                return showFailure(kept.error());
            const QString name = toQString(kept->name);
            accept();
            Q_EMIT saved(name);
        });
}

void SearchDialog::showFailure(const Error& error)
{
    if (error.word == "name_taken" || error.code == ErrorCode::Conflict) {
        m_nameField->setError(error.word == "too_many" ? tr("As many searches are kept as there may be. Delete one first.")
                                                       : tr("There is a search of this name."));
        return m_name->setFocus();
    }
    for (const FieldError& field : error.fields) {
        if (field.field == "name") {
            m_nameField->setError(tr("Give it a name of 1 to 60 characters."));
            return m_name->setFocus();
        }
    }
    m_failure->showError(error);
}

} // namespace sallyport::ui
