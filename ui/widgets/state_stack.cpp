#include "ui/widgets/state_stack.h"

#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/loading_state.h"

namespace sallyport::ui {

using namespace Qt::StringLiterals;

StateStack::StateStack(const QString& objectName, QWidget* content, QWidget* parent)
    : QStackedWidget(parent), m_content(content), m_loading(new LoadingState(objectName + u".loading"_s, this)),
      m_empty(new EmptyState(objectName + u".empty"_s, this)), m_error(new ErrorState(objectName + u".error"_s, this))
{
    setObjectName(objectName + u".states"_s);
    addWidget(m_content);
    addWidget(m_loading);
    addWidget(m_empty);
    addWidget(m_error);
}

void StateStack::showContent()
{
    setCurrentWidget(m_content);
}

void StateStack::showLoading()
{
    setCurrentWidget(m_loading);
}

void StateStack::showEmpty()
{
    setCurrentWidget(m_empty);
}

void StateStack::showError(const Error& error, const QString& safe)
{
    m_error->setError(error, safe);
    setCurrentWidget(m_error);
}

} // namespace sallyport::ui
