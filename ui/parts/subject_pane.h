#pragma once

#include "ui/console/console.h"

#include <QWidget>

#include <string>
#include <vector>

namespace sallyport::ui {

class DetailsPane;
class LinesList;

/// What is known about one row beside its list: it shows at once what the list knows, and reads the rest behind it. The pane of
/// a user, a key, an account derives from it and says what there is to show.
class SubjectPane : public QWidget {
    Q_OBJECT

public:
    /// `name` is the pane's: `users.details`.
    SubjectPane(Console& console, const QString& name, QWidget* parent);

    /// Reads what is shown again.
    virtual void refresh() = 0;
    DetailsPane* pane() const { return m_pane; }

Q_SIGNALS:
    void closeRequested();
    void eventsRequested();
    /// What was shown is gone.
    void vanished();

protected:
    /// Events, or why there are none: the rest of a pane is shown all the same.
    struct Events {
        std::vector<audit::Event> events;
        std::optional<Error> error;
    };
    /// The newest ones about these ids or names. For `read` of readBehind.
    static Events eventsOf(Services& services, const access::Actor& actor, std::vector<std::string> subjects, std::uint32_t most);

    /// Reads on a worker, then calls `show` with what was found, unless `still()` says that something else is shown by then. What
    /// is gone closes the pane; another error stands in `lines`.
    template <typename Read, typename Still, typename Show>
    void readBehind(LinesList* lines, Read read, Still still, Show show)
    {
        m_console.run(this, std::move(read), [this, lines, still = std::move(still), show = std::move(show)](const auto& found) {
            if (!still())
                return;
            if (found)
                show(*found);
            else
                showFailure(lines, found.error());
        });
    }
    /// The services' time; the beginning of time while locked.
    UtcTime now() const;

    Console& m_console;
    DetailsPane* m_pane;

private:
    void showFailure(LinesList* lines, const Error& error);
};

} // namespace sallyport::ui
