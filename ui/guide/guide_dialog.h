#pragma once

#include "ui/widgets/dialog_frame.h"

class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace sallyport::ui {

/// F1: the keys of the window and the guide, without a network. Links within the guide open here, others lead nowhere.
class GuideDialog final : public DialogFrame {
    Q_OBJECT

public:
    explicit GuideDialog(QWidget* parent);

    /// Shows that page; the keys if there is no such page.
    void showPage(const QString& id);
    QString page() const { return m_page; }

private:
    void fillList();
    void filter(const QString& text);
    static QString keysPage();

    QLineEdit* m_find;
    QListWidget* m_list;
    QTextBrowser* m_text;
    QString m_page;
};

} // namespace sallyport::ui
