#pragma once

#include "ui/look/surface.h"
#include "ui/widgets/small_parts.h"

#include <QTabBar>

#include <functional>

class QGridLayout;
class QHBoxLayout;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace sallyport::ui {

class ActionsLayout;
class FlowLayout;

/// Tabs with a line under the chosen one and a muted number after a name.
class PaneTabs final : public QTabBar {
    Q_OBJECT

public:
    explicit PaneTabs(QWidget* parent = nullptr);
    /// The number after the tab's name; below zero: none.
    void setTabCount(int index, int count);

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }
    void paintEvent(QPaintEvent* event) override;
};

/// `Roles   Editor, reports   Change`: muted names, values, an optional link at the trailing edge.
class KeyValueGrid final : public QWidget {
    Q_OBJECT

public:
    explicit KeyValueGrid(QWidget* parent = nullptr);

    /// A row with a plain value; its label, for a later change of text.
    ElideLabel* addRow(const QString& id, bool mono = false);
    /// A row with any widget as its value.
    void addRow(const QString& id, QWidget* value);
    /// A muted second line under the last value.
    ElideLabel* addNote(const QString& id);
    /// A link at the end of a row.
    QPushButton* addLink(const QString& id, const QString& objectName);
    void setRowName(const QString& id, const QString& name);
    void setRowVisible(const QString& id, bool visible);

protected:
    bool event(QEvent* event) override;

private:
    int rowOf(const QString& id) const;
    void nameLinks();

    QGridLayout* m_grid;
    QStringList m_ids;
};

/// A part of a pane with the pane's insets: `Permissions 14      Explain`, a line above from edge to edge. Without a
/// title it holds its content alone.
class PaneSection final : public QWidget {
    Q_OBJECT

public:
    explicit PaneSection(QWidget* parent = nullptr);
    void setTitle(const QString& title);
    void setCount(const QString& count);
    /// A muted text at the end of the title's line; empty: none.
    void setAside(const QString& text);
    void setLineAbove(bool line);
    QPushButton* addLink(const QString& objectName);
    /// A button of another kind at the end of the title's line.
    void addTool(QPushButton* button);
    void setContent(QWidget* content);
    QVBoxLayout* body() const { return m_body; }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void nameLinks();

    QLabel* m_title;
    QLabel* m_count;
    QLabel* m_aside = nullptr;
    QHBoxLayout* m_head;
    QVBoxLayout* m_body;
    QList<QPushButton*> m_links;
    bool m_lineAbove = true;
};

/// Chips in lines; the last one says how many more there are.
class ChipList final : public QWidget {
    Q_OBJECT

public:
    explicit ChipList(QWidget* parent = nullptr);
    /// Shows at most `most` chips; `moreText` makes the text of the last one from the number left out.
    void setTexts(const QStringList& texts, int most, const std::function<QString(int)>& moreText);

private:
    FlowLayout* m_flow;
};

/// What stands behind the splitter at the trailing side of a list (the splitter draws the line between): head with avatar,
/// title, pill and close; tabs; pages that scroll; actions at the foot.
class DetailsPane final : public Surface {
    Q_OBJECT

public:
    explicit DetailsPane(const QString& objectName, QWidget* parent = nullptr);

    Avatar* avatar() const { return m_avatar; }
    Pill* pill() const { return m_pill; }
    void setTitle(const QString& title);
    void setSubtitle(const QString& subtitle);
    void setAvatarVisible(bool visible);
    /// The title is an address or code, and the pill stands before the subtitle.
    void setCodeTitle();

    PaneTabs* tabs() const { return m_tabs; }
    /// Adds a page with its tab. With a single page the tabs hide.
    int addPage(const QString& tabObjectName);
    /// Adds a section to a page; the first one of a page has no line above.
    PaneSection* addSection(int page);
    void setPageTitle(int page, const QString& title);

    /// An icon button beside the one that closes.
    void addHeadAction(QPushButton* button);
    /// Actions at the foot, leading ones first; a danger goes to the trailing edge.
    void addFooterAction(QPushButton* button);
    void addFooterDanger(QPushButton* button);

Q_SIGNALS:
    void closeRequested();

private:
    QWidget* makeHead();

    QList<QVBoxLayout*> m_columns;
    QHBoxLayout* m_headTools = nullptr;
    QHBoxLayout* m_subtitleRow = nullptr;
    FlowLayout* m_titleRow = nullptr;

    Avatar* m_avatar;
    ElideLabel* m_title;
    ElideLabel* m_subtitle;
    Pill* m_pill;
    PaneTabs* m_tabs;
    QStackedWidget* m_pages;
    Surface* m_footer;
    ActionsLayout* m_footerRow;
};

} // namespace sallyport::ui
