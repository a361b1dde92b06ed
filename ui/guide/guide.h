#pragma once

#include <QList>
#include <QString>

namespace sallyport::ui {

/// A page of the guide. The guide is in English; so are its titles.
struct GuidePage {
    QString id;    ///< `api-keys`
    QString title; ///< `API keys`
    QString about; ///< what it is about, in one line
};

/// Every page, in the order of its table of contents.
QList<GuidePage> guidePages();
/// A page's text as Markdown, without its pictures; empty if there is no such page.
QString guideText(const QString& id);
/// The page about what a panel shows; the first one for a panel that has none of its own.
QString guidePageOf(const QString& panel);
/// Where a link of the guide leads: a page's id, or empty if it leads out of it.
QString guideLink(const QString& target);

} // namespace sallyport::ui
