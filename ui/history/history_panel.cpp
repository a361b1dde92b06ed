#include "ui/history/history_panel.h"

#include "ui/history/history_model.h"
#include "ui/history/history_pane.h"
#include "ui/history/who_dialog.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/parts/person_field.h"
#include "ui/parts/step_up_dialog.h"
#include "ui/tables/data_table.h"
#include "ui/tables/list_panel.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/toast.h"
#include "ui/words/event_text.h"
#include "ui/words/user_text.h"

#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using history::Version;

namespace {

constexpr int personWidth = 150;

} // namespace

HistoryPanel::HistoryPanel(Console& console, QWidget* parent)
    : Panel(console, parent), m_model(new HistoryModel(console, this)), m_header(new PageHeader(this)), m_toast(new Toast(this))
{
    setObjectName(u"history"_s);
    m_list = new ListPanel({.name = u"history"_s,
                            .model = m_model,
                            .columns = HistoryModel::columns(),
                            .icon = Icon::History,
                            .sortedColumn = HistoryModel::When,
                            .order = Qt::DescendingOrder,
                            .oneRow = true,
                            .filtered = [this] { return m_model->isFiltered(); }},
                           m_header, m_toast, this);
    m_kind = new QComboBox(m_list->filter());
    m_kind->setObjectName(u"history.kind"_s);
    m_list->filter()->addTool(m_kind);
    m_person = new PersonField(console, u"history.person"_s, m_list->filter());
    m_person->setFixedWidth(scaled(personWidth, this));
    m_list->filter()->addWidget(m_person);
    m_object = makeButton(ButtonKind::Secondary, u"history.object"_s, m_list->filter(), Icon::Close, ButtonSize::Tool);
    m_object->hide();
    m_list->filter()->addWidget(m_object);
    m_who = makeButton(ButtonKind::Secondary, u"history.who"_s, m_header, Icon::UserCircle);
    m_header->addAction(m_who);
    m_pane = new HistoryPane(console, this);
    m_list->setPane(u"history.splitter"_s, m_pane);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_list, 1);
    connectParts();
    refreshAfter({"setting.", "role.", "policy.", "user.roles", "provider.", "service_account.", "limit.rule", "limit.override",
                  "address.rule", "detection.rule", "detection.exclusion", "alert.rule", "output.c", "output.d", "retention.",
                  "history."});
    onRetranslate(this, [this] { setTexts(); });
    m_list->load();
}

HistoryPanel::~HistoryPanel() = default;

DataTable* HistoryPanel::table() const
{
    return m_list->table();
}

void HistoryPanel::connectParts()
{
    connect(m_list, &ListPanel::searched, m_model, &HistoryModel::search);
    connect(m_list, &ListPanel::filtersCleared, this, [this] {
        m_kind->setCurrentIndex(0);
        m_person->setPerson({}, {});
        m_model->showPerson({});
        onlyOf({}, {});
    });
    connect(m_model, &PagedModel::totalChanged, this, [this] {
        m_list->setAbout(m_model->isAbout());
        m_list->showState();
    });
    connect(m_person, &PersonField::personChanged, this, [this] {
        const auto person = m_person->person();
        if (!person)
            return;
        if (!person->empty())
            onlyOf({}, {});
        m_list->change([this, id = person->text()] { m_model->showPerson(id); });
    });
    connect(m_object, &QPushButton::clicked, this, [this] {
        onlyOf({}, {});
        m_list->filter()->field()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_list, &ListPanel::menuWanted, this, &HistoryPanel::fillMenu);
    connect(m_list, &ListPanel::shown, this, &HistoryPanel::showState);
    connect(m_list, &ListPanel::rowOpened, this, [this](int row) {
        if (const Version* version = m_model->rowAt(row)) {
            m_pane->setVersion(*version);
            m_list->openPane();
        }
    });
    connect(m_kind, &QComboBox::currentIndexChanged, this,
            [this] { m_list->change([this] { m_model->showKind(m_kind->currentData().toString().toStdString()); }); });
    connect(m_pane, &HistoryPane::closeRequested, m_list, &ListPanel::closePane);
    connect(m_pane, &HistoryPane::vanished, m_list, &ListPanel::closePane);
    connect(m_pane, &HistoryPane::undoRequested, this, &HistoryPanel::askToUndo);
    connect(m_pane, &HistoryPane::eventsRequested, this, [this] {
        if (m_pane->hasVersion())
            showEventsOf(m_pane->version().objectId);
    });
    connect(m_who, &QPushButton::clicked, this, &HistoryPanel::askWho);
}

void HistoryPanel::setTexts()
{
    m_header->setTitle(tr("History"));
    m_who->setText(tr("Who could…"));
    m_kind->setAccessibleName(tr("What was changed"));
    m_person->setPlaceholderText(tr("Anybody’s"));
    m_person->setAccessibleName(tr("By or about this person"));
    m_person->setVisible(console().may(access::Permission::UsersRead));
    showObject();
    const std::pair<const char*, QString> kinds[] = {{"", tr("All changes")},
                                                     {"setting", tr("Settings")},
                                                     {"role", tr("Roles")},
                                                     {"user", tr("Roles of users")},
                                                     {"policy", tr("Policies")},
                                                     {"limit", tr("Rate limits")},
                                                     {"address", tr("Address rules")},
                                                     {"detection", tr("Detection")},
                                                     {"alert", tr("Alert rules")},
                                                     {"output", tr("Destinations")},
                                                     {"provider", tr("Identity providers")},
                                                     {"service_account", tr("Service accounts")},
                                                     {"retention", tr("Retention")}};
    const QSignalBlocker quiet(m_kind);
    const int chosen = std::max(0, m_kind->currentIndex());
    m_kind->clear();
    for (const auto& [kind, name] : kinds)
        m_kind->addItem(name, QString::fromLatin1(kind));
    m_kind->setCurrentIndex(chosen);
    m_list->setTexts({.placeholder = tr("Filter changes"),
                      .filter = tr("Filter changes as the live events: user:, since:, words"),
                      .table = tr("Changes of the configuration"),
                      .clear = tr("Clear filters"),
                      .loading = tr("Loading changes"),
                      .safe = tr("Nothing was changed.")});
}

void HistoryPanel::showState()
{
    if (m_model->isFiltered())
        m_list->empty()->setTexts(tr("No change matches"), tr("Other filters find more."));
    else
        m_list->empty()->setTexts(tr("Nothing was changed yet"),
                                  tr("Every change of settings, roles, policies and rules stands here, "
                                     "as long as its event is kept."));
}

void HistoryPanel::showObject()
{
    const std::string& name = m_model->query().objectName;
    m_object->setVisible(!m_model->query().object.empty());
    m_object->setText(tr("Only “%1”").arg(text(name)));
    m_object->setAccessibleName(tr("Only “%1”: show all again").arg(text(name)));
}

/// The journal finds ids of people and of objects by the same key, and takes either: one of them at a time.
void HistoryPanel::onlyOf(const std::string& id, const QString& name)
{
    if (!id.empty())
        m_person->setPerson({}, {});
    m_list->change([&] { m_model->showObject(id, name.toStdString()); });
    showObject();
}

void HistoryPanel::fillMenu(QMenu* menu, int row)
{
    const Version* found = m_model->rowAt(row);
    if (!found)
        return;
    const Version version = *found;
    if (!version.objectId.empty())
        connect(menu->addAction(tr("Only changes of “%1”").arg(versionObjectText(version))), &QAction::triggered, this,
                [this, version] { onlyOf(version.objectId, versionObjectText(version)); });
    connect(menu->addAction(tr("Show its events")), &QAction::triggered, this,
            [this, version] { showEventsOf(version.objectId); });
}

void HistoryPanel::askToUndo()
{
    if (!m_pane->hasVersion())
        return;
    const Version& version = m_pane->version();
    askConfirmation(this, u"undo_change"_s,
                    {tr("Undo “%1” of %2?").arg(kindTitle(version.kind), versionObjectText(version)),
                     tr("What it changed is as before at once, if nobody has changed it again since."), tr("Undo"), true},
                    [this, id = version.id] { undo(id); });
}

void HistoryPanel::undo(const std::string& id)
{
    console().run(
        this, [id](Services& services, const access::Actor& actor) { return services.history.undo(actor, id); },
        [this, id](const Result<Version>& undone) {
            if (!undone && wantsStepUp(undone.error()))
                return askStepUp(console(), this, [this, id] { undo(id); });
            if (undone)
                m_toast->say(Tone::Success, tr("The change is taken back"));
            else if (undone.error().word == "changed_since")
                m_toast->say(Tone::Danger, tr("It was changed again since"));
            else if (undone.error().word == "role_in_use")
                m_toast->say(Tone::Danger, tr("Users have this role: take it from them first"));
            else if (undone.error().code != ErrorCode::Cancelled)
                m_toast->say(Tone::Danger, errorLine(undone.error()));
            refresh();
        });
}

void HistoryPanel::askWho()
{
    auto* dialog = new WhoDialog(console(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void HistoryPanel::activate(const QString& argument)
{
    table()->setFocus();
    if (argument.isEmpty())
        return;
    console().run(
        this,
        [id = argument.toStdString()](Services& services, const access::Actor& actor) {
            return services.history.read(actor, id);
        },
        [this, argument](const Result<Version>& version) {
            if (!version)
                return;
            m_pane->setVersion(*version);
            m_list->openPane();
            m_list->reveal(argument);
        });
}

void HistoryPanel::refresh()
{
    m_model->refresh();
}

} // namespace sallyport::ui
