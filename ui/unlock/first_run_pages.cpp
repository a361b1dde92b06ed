// The pages of the first run, built. What they do is in first_run_wizard.cpp.

#include "ui/unlock/first_run_wizard.h"

#include "backend/identity/core/limits.h"
#include "backend/settings/limits.h"
#include "ui/look/text_style.h"
#include "ui/shell/language.h"
#include "ui/unlock/recovery_sheet.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/widgets/password_field.h"
#include "ui/widgets/progress_row.h"
#include "ui/widgets/segmented_control.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

struct PageColumn {
    QWidget* page;
    QVBoxLayout* column;
};

PageColumn makePage(QWidget* parent)
{
    auto* page = new QWidget(parent);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    return {page, column};
}

QLineEdit* makeEdit(const QString& objectName, int most)
{
    auto* edit = new QLineEdit;
    edit->setObjectName(objectName);
    edit->setFont(textFont(TextStyle::Body));
    edit->setMaxLength(most);
    return edit;
}

} // namespace

QWidget* FirstRunWizard::makeWelcomePage()
{
    const auto [page, column] = makePage(columnWidget());
    m_languages = new SegmentedControl(u"first_run.language"_s, page);
    const QList<Language::Choice> choices = Language::choices();
    for (const Language::Choice& choice : choices)
        m_languages->setSegmentText(m_languages->addSegment(choice.code), choice.name);
    connect(m_languages, &SegmentedControl::currentChanged, this, [this](int index) {
        if (m_language)
            m_language->set(Language::choices().at(index).code);
    });
    column->addWidget(m_languages, 0, Qt::AlignHCenter);
    column->addStretch(1);
    return page;
}

QWidget* FirstRunWizard::makeVaultPage()
{
    const auto [page, column] = makePage(columnWidget());
    m_vaultName = makeEdit(u"first_run.vault_name"_s, settings::vaultNameLimit);
    m_vaultNameField = new Field(m_vaultName, page);
    m_folder = makeEdit(u"first_run.folder"_s, 1024);
    m_folderField = new Field(m_folder, page);
    m_chooseFolder = makeButton(ButtonKind::Secondary, u"first_run.choose_folder"_s, page, Icon::Folder, ButtonSize::Tool);
    column->addWidget(m_vaultNameField);
    column->addWidget(m_folderField);
    column->addWidget(m_chooseFolder, 0, Qt::AlignLeading);
    column->addStretch(1);
    connect(m_chooseFolder, &QPushButton::clicked, this, &FirstRunWizard::chooseFolder);
    connect(m_vaultName, &QLineEdit::returnPressed, this, &FirstRunWizard::next);
    connect(m_folder, &QLineEdit::returnPressed, this, &FirstRunWizard::next);
    return page;
}

QWidget* FirstRunWizard::makeSecretPage(PasswordPair** pair, const QString& name, int leastScore)
{
    const auto [page, column] = makePage(columnWidget());
    *pair = new PasswordPair(name, leastScore, page);
    column->addWidget(*pair);
    column->addStretch(1);
    connect(*pair, &PasswordPair::submitted, this, &FirstRunWizard::next);
    return page;
}

QWidget* FirstRunWizard::makeAdministratorPage()
{
    const auto [page, column] = makePage(columnWidget());
    m_adminName = makeEdit(u"first_run.admin_name"_s, identity::nameLimit);
    m_adminNameField = new Field(m_adminName, page);
    m_adminEmail = makeEdit(u"first_run.admin_email"_s, identity::emailLimit);
    m_adminEmail->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase);
    m_adminEmailField = new Field(m_adminEmail, page);
    m_adminPassword = new PasswordPair(u"first_run.admin_password"_s, 2, page);
    column->setSpacing(12);
    column->addWidget(m_adminNameField);
    column->addWidget(m_adminEmailField);
    column->addWidget(m_adminPassword);
    column->addStretch(1);
    connect(m_adminName, &QLineEdit::returnPressed, m_adminEmail, qOverload<>(&QWidget::setFocus));
    connect(m_adminEmail, &QLineEdit::returnPressed, m_adminPassword, qOverload<>(&QWidget::setFocus));
    connect(m_adminPassword, &PasswordPair::submitted, this, &FirstRunWizard::next);
    return page;
}

QWidget* FirstRunWizard::makeServerPage()
{
    const auto [page, column] = makePage(columnWidget());
    m_address = new QComboBox;
    m_address->setObjectName(u"first_run.address"_s);
    m_address->addItem(QString(), u"127.0.0.1"_s);
    m_address->addItem(QString(), u"0.0.0.0"_s);
    m_addressField = new Field(m_address, page);
    m_port = new QSpinBox;
    m_port->setObjectName(u"first_run.port"_s);
    m_port->setRange(1, 65535);
    m_port->setGroupSeparatorShown(false);
    m_port->setValue(8443);
    m_portField = new Field(m_port, page);
    m_address->installEventFilter(this);
    m_port->installEventFilter(this);
    column->addWidget(m_addressField);
    auto* row = new QHBoxLayout;
    row->addWidget(m_portField);
    row->addStretch(2);
    column->addLayout(row);
    column->addStretch(1);
    return page;
}

QWidget* FirstRunWizard::makeCreatingPage()
{
    const auto [page, column] = makePage(columnWidget());
    m_progress = new ProgressRow(u"first_run.progress"_s, page);
    m_progress->setCancelVisible(false);
    column->addWidget(m_progress);
    column->addStretch(1);
    return page;
}

QWidget* FirstRunWizard::makeRecoveryPage()
{
    const auto [page, column] = makePage(columnWidget());
    m_recovery = new RecoverySheet(u"first_run.recovery"_s, page);
    column->addWidget(m_recovery);
    column->addStretch(1);
    connect(m_recovery, &RecoverySheet::storedChanged, m_next, &QWidget::setEnabled);
    return page;
}

void FirstRunWizard::makeFoot()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_back);
    row->addWidget(m_next, 1);
    column()->addLayout(row);
    column()->addSpacing(16);
    column()->addWidget(m_existing);
}

} // namespace sallyport::ui
