#pragma once

#include <QString>

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "backend/base/clock.h"

#include <boost/json/object.hpp>

namespace sallyport::ui {

/// A question of the simulator: what the form says over what a recorded decision may have brought along. A value.
class QuestionDraft {
public:
    QuestionDraft();

    /// All of it, as AccessChecks takes it.
    const boost::json::object& told() const { return m_told; }
    std::string text() const;
    /// The same for WhoMay and MayDo.
    boost::json::object without(const char* member) const;
    /// Takes over a question as it was recorded; false for what is none.
    bool read(const std::string& json, const QString& subjectName, const QString& objectTitle);

    bool hasSubject() const { return m_told.contains("subject"); }
    std::string subjectId() const;
    QString subjectName() const { return m_subjectName; }
    void setSubject(const std::string& id, const QString& name);

    std::string action() const;
    /// What it is about changes with it, when that is of another kind.
    void setAction(const std::string& action);
    /// `record` of `records:read`.
    std::string kind() const;

    std::string objectId() const;
    QString objectTitle() const { return m_objectTitle; }
    /// One there is; empty: any of the kind, of which nothing is told.
    void setObject(const std::string& id, const QString& title);
    /// One that is told by what is known of it.
    void describeObject(const std::string& department, const std::string& classification, const std::string& ownerId,
                        const QString& title);

    /// Whom the object belongs to, where the question says so; another one makes it an object that is told, not one there is.
    std::string ownerId() const;
    void setOwner(const std::string& id);
    /// `attr` of `resource`, `subject` or `context` as JSON; empty: none.
    std::string attributes(const char* of) const;
    /// False for what is no JSON object; nothing has changed then.
    bool setAttributes(const char* of, const std::string& json);

    std::optional<UtcTime> time() const;
    void setTime(UtcTime time);
    QString address() const;
    void setAddress(const QString& address);
    std::optional<std::chrono::seconds> mfaAge() const;
    /// Nothing: none was shown.
    void setMfaAge(std::optional<std::chrono::seconds> age);

private:
    boost::json::object& context();
    void keepAttributes(boost::json::object& resource) const;
    boost::json::object m_told;
    QString m_subjectName, m_objectTitle;
};

} // namespace sallyport::ui
