<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Duration</name>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln second</numerusform>
            <numerusform>%Ln seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln hour</numerusform>
            <numerusform>%Ln hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventFilter</name>
    <message numerus="yes">
        <source>%Ln recent</source>
        <translation>
            <numerusform>%Ln recent</numerusform>
            <numerusform>%Ln recent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RetentionText</name>
    <message numerus="yes">
        <source>%Ln events, %1 to %2</source>
        <translation>
            <numerusform>%Ln event, %1 to %2</numerusform>
            <numerusform>%Ln events, %1 to %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Users</name>
    <message numerus="yes">
        <source>%Ln days ago</source>
        <translation>
            <numerusform>%Ln day ago</numerusform>
            <numerusform>%Ln days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AccessPanel</name>
    <message numerus="yes">
        <source>Whoever has a role or key for %Ln days has been here in that time.</source>
        <translation>
            <numerusform>Whoever has a role or key for %Ln day has been here in that time.</numerusform>
            <numerusform>Whoever has a role or key for %Ln days has been here in that time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No role and no key ends within %Ln days.</source>
        <translation>
            <numerusform>No role and no key ends within %Ln day.</numerusform>
            <numerusform>No role and no key ends within %Ln days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows are in %1</source>
        <translation>
            <numerusform>%Ln row is in %1</numerusform>
            <numerusform>%Ln rows are in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AddUserDialog</name>
    <message numerus="yes">
        <source>At least %Ln characters; several words are easy to keep in mind</source>
        <translation>
            <numerusform>At least %Ln character; several words are easy to keep in mind</numerusform>
            <numerusform>At least %Ln characters; several words are easy to keep in mind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AddressActions</name>
    <message numerus="yes">
        <source>Remove %Ln rules?</source>
        <translation>
            <numerusform>Remove %Ln rule?</numerusform>
            <numerusform>Remove %Ln rules?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rules removed</source>
        <translation>
            <numerusform>%Ln rule removed</numerusform>
            <numerusform>%Ln rules removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AlertTrialLine</name>
    <message numerus="yes">
        <source>Would have fired %Ln times last week</source>
        <translation>
            <numerusform>Would have fired %Ln time last week</numerusform>
            <numerusform>Would have fired %Ln times last week</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::Alerts</name>
    <message numerus="yes">
        <source>%Ln accounts</source>
        <translation>
            <numerusform>%Ln account</numerusform>
            <numerusform>%Ln accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln addresses</source>
        <translation>
            <numerusform>%Ln address</numerusform>
            <numerusform>%Ln addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AllowCard</name>
    <message numerus="yes">
        <source>Review in %Ln days</source>
        <translation>
            <numerusform>Review in %Ln day</numerusform>
            <numerusform>Review in %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln from outside, the others by %1</source>
        <translation>
            <numerusform>%Ln from outside, the others by %1</numerusform>
            <numerusform>%Ln from outside, the others by %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::BanPane</name>
    <message numerus="yes">
        <source>%Ln requests</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::BansPanel</name>
    <message numerus="yes">
        <source>Remove all %Ln rules of this list?</source>
        <translation>
            <numerusform>Remove the %Ln rule of this list?</numerusform>
            <numerusform>Remove all %Ln rules of this list?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rules removed</source>
        <translation>
            <numerusform>%Ln rule removed</numerusform>
            <numerusform>%Ln rules removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rules added</source>
        <translation>
            <numerusform>%Ln rule added</numerusform>
            <numerusform>%Ln rules added</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::BansSeveralPane</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rules selected</source>
        <translation>
            <numerusform>%Ln rule selected</numerusform>
            <numerusform>%Ln rules selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::BulkPane</name>
    <message numerus="yes">
        <source>%Ln users selected</source>
        <translation>
            <numerusform>%Ln user selected</numerusform>
            <numerusform>%Ln users selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ChainCard</name>
    <message numerus="yes">
        <source>%Ln event(s) checked. Nothing was changed, removed or cut off.</source>
        <translation>
            <numerusform>%Ln event checked. Nothing was changed, removed or cut off.</numerusform>
            <numerusform>%Ln events checked. Nothing was changed, removed or cut off.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) checked. Apart from what was accepted, nothing was changed, removed or cut off.</source>
        <translation>
            <numerusform>%Ln event checked. Apart from what was accepted, nothing was changed, removed or cut off.</numerusform>
            <numerusform>%Ln events checked. Apart from what was accepted, nothing was changed, removed or cut off.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::CommentsPart</name>
    <message numerus="yes">
        <source>%Ln earlier ones are not shown here.</source>
        <translation>
            <numerusform>%Ln earlier one is not shown here.</numerusform>
            <numerusform>%Ln earlier ones are not shown here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln scripts removed</source>
        <translation>
            <numerusform>%Ln script removed</numerusform>
            <numerusform>%Ln scripts removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln things removed</source>
        <translation>
            <numerusform>%Ln thing removed</numerusform>
            <numerusform>%Ln things removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ConcernedList</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DashboardPanel</name>
    <message numerus="yes">
        <source>%Ln in the last hour</source>
        <translation>
            <numerusform>%Ln in the last hour</numerusform>
            <numerusform>%Ln in the last hour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them from one address</source>
        <translation>
            <numerusform>%Ln of them from one address</numerusform>
            <numerusform>%Ln of them from one address</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the 24 hours before</source>
        <translation>
            <numerusform>%Ln in the 24 hours before</numerusform>
            <numerusform>%Ln in the 24 hours before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln in grace period</source>
        <extracomment>%1: “1,117 of 1,284 active”</extracomment>
        <translation>
            <numerusform>%1; %Ln in grace period</numerusform>
            <numerusform>%1; %Ln in grace period</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DetectionPanel</name>
    <message numerus="yes">
        <source>%Ln hits in 7 days</source>
        <translation>
            <numerusform>%Ln hit in 7 days</numerusform>
            <numerusform>%Ln hits in 7 days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DrillPanel</name>
    <message numerus="yes">
        <source>%Ln attacks came through</source>
        <translation>
            <numerusform>%Ln attack came through</numerusform>
            <numerusform>%Ln attacks came through</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln honest requests were refused</source>
        <translation>
            <numerusform>%Ln honest request was refused</numerusform>
            <numerusform>%Ln honest requests were refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kinds were not tried: the drill&apos;s time was over</source>
        <translation>
            <numerusform>%Ln kind was not tried: the drill&apos;s time was over</numerusform>
            <numerusform>%Ln kinds were not tried: the drill&apos;s time was over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DryRunDialog</name>
    <message numerus="yes">
        <source>%Ln hits: %1 would be blocked, %2 observed, %3 would pass.</source>
        <translation>
            <numerusform>%Ln hit: %1 would be blocked, %2 observed, %3 would pass.</numerusform>
            <numerusform>%Ln hits: %1 would be blocked, %2 observed, %3 would pass.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DurationInput</name>
    <message numerus="yes">
        <source>seconds</source>
        <comment>unit after a number</comment>
        <translation>
            <numerusform>second</numerusform>
            <numerusform>seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>minutes</source>
        <comment>unit after a number</comment>
        <translation>
            <numerusform>minute</numerusform>
            <numerusform>minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>hours</source>
        <comment>unit after a number</comment>
        <translation>
            <numerusform>hour</numerusform>
            <numerusform>hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>days</source>
        <comment>unit after a number</comment>
        <translation>
            <numerusform>day</numerusform>
            <numerusform>days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ErrorText</name>
    <message numerus="yes">
        <source>Try again in %Ln second(s).</source>
        <translation>
            <numerusform>Try again in %Ln second.</numerusform>
            <numerusform>Try again in %Ln seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %Ln minute(s).</source>
        <translation>
            <numerusform>Try again in %Ln minute.</numerusform>
            <numerusform>Try again in %Ln minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::EventHistogram</name>
    <message numerus="yes">
        <source>%1 to %2, %Ln event(s)</source>
        <translation>
            <numerusform>%1 to %2, %Ln event</numerusform>
            <numerusform>%1 to %2, %Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2, about %Ln event(s)</source>
        <extracomment>%1 and %2 are times, %Ln the number of events between them</extracomment>
        <translation>
            <numerusform>%1 to %2, about %Ln event</numerusform>
            <numerusform>%1 to %2, about %Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::FieldText</name>
    <message numerus="yes">
        <source>At least %Ln characters</source>
        <translation>
            <numerusform>At least %Ln character</numerusform>
            <numerusform>At least %Ln characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::FilesPart</name>
    <message numerus="yes">
        <source>%Ln more are not shown here.</source>
        <translation>
            <numerusform>%Ln more is not shown here.</numerusform>
            <numerusform>%Ln more are not shown here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::FilterLine</name>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <translation>
            <numerusform>%Ln match</numerusform>
            <numerusform>%Ln matches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>About %Ln match(es)</source>
        <translation>
            <numerusform>About %Ln match</numerusform>
            <numerusform>About %Ln matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::FiringDays</name>
    <message numerus="yes">
        <source>%1: %Ln times</source>
        <translation>
            <numerusform>%1: once</numerusform>
            <numerusform>%1: %Ln times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::GapsDialog</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::HeadersPanel</name>
    <message numerus="yes">
        <source>%Ln are not as they are set</source>
        <translation>
            <numerusform>%Ln is not as it is set</numerusform>
            <numerusform>%Ln are not as they are set</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could be better</source>
        <translation>
            <numerusform>%Ln could be better</numerusform>
            <numerusform>%Ln could be better</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::HitPane</name>
    <message numerus="yes">
        <source>%Ln exclusions</source>
        <translation>
            <numerusform>%Ln exclusion</numerusform>
            <numerusform>%Ln exclusions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ImportDialog</name>
    <message numerus="yes">
        <source>%Ln users would be added</source>
        <translation>
            <numerusform>%Ln user would be added</numerusform>
            <numerusform>%Ln users would be added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln users added</source>
        <translation>
            <numerusform>%Ln user added</numerusform>
            <numerusform>%Ln users added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are there already</source>
        <translation>
            <numerusform>%Ln is there already</numerusform>
            <numerusform>%Ln are there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows are wrong</source>
        <translation>
            <numerusform>%Ln row is wrong</numerusform>
            <numerusform>%Ln rows are wrong</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln users</source>
        <translation>
            <numerusform>Import %Ln user</numerusform>
            <numerusform>Import %Ln users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ImportListDialog</name>
    <message numerus="yes">
        <source>%Ln rules would be added</source>
        <translation>
            <numerusform>%Ln rule would be added</numerusform>
            <numerusform>%Ln rules would be added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are on the list already</source>
        <translation>
            <numerusform>%Ln is on the list already</numerusform>
            <numerusform>%Ln are on the list already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines are left out</source>
        <translation>
            <numerusform>%Ln line is left out</numerusform>
            <numerusform>%Ln lines are left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have no room</source>
        <translation>
            <numerusform>%Ln has no room</numerusform>
            <numerusform>%Ln have no room</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ImportPoliciesDialog</name>
    <message numerus="yes">
        <source>%Ln policies are added</source>
        <translation>
            <numerusform>%Ln policy is added</numerusform>
            <numerusform>%Ln policies are added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are changed</source>
        <translation>
            <numerusform>%Ln is changed</numerusform>
            <numerusform>%Ln are changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are here already</source>
        <translation>
            <numerusform>%Ln is here already</numerusform>
            <numerusform>%Ln are here already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are refused, and with them the file</source>
        <translation>
            <numerusform>%Ln is refused, and with it the file</numerusform>
            <numerusform>%Ln are refused, and with them the file</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::IncidentActions</name>
    <message numerus="yes">
        <source>%Ln addresses are banned for %1</source>
        <translation>
            <numerusform>%Ln address is banned for %1</numerusform>
            <numerusform>%Ln addresses are banned for %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln could not be</source>
        <translation>
            <numerusform>%1; %Ln could not be</numerusform>
            <numerusform>%1; %Ln could not be</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bans lifted</source>
        <translation>
            <numerusform>%Ln ban lifted</numerusform>
            <numerusform>%Ln bans lifted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::IncidentFooter</name>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln person</numerusform>
            <numerusform>%Ln people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln addresses</source>
        <translation>
            <numerusform>%Ln address</numerusform>
            <numerusform>%Ln addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::IncidentRule</name>
    <message numerus="yes">
        <source>Would have fired %Ln times in the last week</source>
        <translation>
            <numerusform>Would have fired once in the last week</numerusform>
            <numerusform>Would have fired %Ln times in the last week</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Would have fired at least %Ln times in the last week</source>
        <translation>
            <numerusform>Would have fired at least once in the last week</numerusform>
            <numerusform>Would have fired at least %Ln times in the last week</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::IncidentsModel</name>
    <message numerus="yes">
        <source>%1, %Ln incidents</source>
        <translation>
            <numerusform>%1, %Ln incident</numerusform>
            <numerusform>%1, %Ln incidents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::IncidentsPanel</name>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln open</numerusform>
            <numerusform>%Ln open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::KeyActions</name>
    <message numerus="yes">
        <source>Revoke %Ln keys?</source>
        <translation>
            <numerusform>Revoke %Ln key?</numerusform>
            <numerusform>Revoke %Ln keys?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys revoked</source>
        <translation>
            <numerusform>%Ln key revoked</numerusform>
            <numerusform>%Ln keys revoked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln keys…</source>
        <translation>
            <numerusform>Revoke %Ln key…</numerusform>
            <numerusform>Revoke %Ln keys…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::KeyPane</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::KeyText</name>
    <message numerus="yes">
        <source>Stale, %Ln days</source>
        <translation>
            <numerusform>Stale, %Ln day</numerusform>
            <numerusform>Stale, %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stale, %Ln months</source>
        <translation>
            <numerusform>Stale, %Ln month</numerusform>
            <numerusform>Stale, %Ln months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::KeysSeveralPane</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys selected</source>
        <translation>
            <numerusform>%Ln key selected</numerusform>
            <numerusform>%Ln keys selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them still open what their scopes allow.</source>
        <translation>
            <numerusform>%Ln of them still opens what its scopes allow.</numerusform>
            <numerusform>%Ln of them still open what their scopes allow.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LeakScanPanel</name>
    <message numerus="yes">
        <source>%Ln findings</source>
        <translation>
            <numerusform>%Ln finding</numerusform>
            <numerusform>%Ln findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln findings still work</source>
        <translation>
            <numerusform>%Ln finding still works</numerusform>
            <numerusform>%Ln findings still work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln places were not searched.</source>
        <translation>
            <numerusform>%Ln place was not searched.</numerusform>
            <numerusform>%Ln places were not searched.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files, %1</source>
        <translation>
            <numerusform>%Ln file, %1</numerusform>
            <numerusform>%Ln files, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln objects of git histories</source>
        <translation>
            <numerusform>%Ln object of git histories</numerusform>
            <numerusform>%Ln objects of git histories</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LimitPane</name>
    <message numerus="yes">
        <source>%Ln requests</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln callers</source>
        <translation>
            <numerusform>%Ln caller</numerusform>
            <numerusform>%Ln callers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Numbers of %Ln rules</source>
        <translation>
            <numerusform>Numbers of %Ln rule</numerusform>
            <numerusform>Numbers of %Ln rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LimitsPanel</name>
    <message numerus="yes">
        <source>%Ln networks are exempt from limits by address</source>
        <translation>
            <numerusform>%Ln network is exempt from limits by address</numerusform>
            <numerusform>%Ln networks are exempt from limits by address</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::MemberRows</name>
    <message numerus="yes">
        <source>A record has at most %Ln.</source>
        <translation>
            <numerusform>A record has at most %Ln.</numerusform>
            <numerusform>A record has at most %Ln.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::MfaDialog</name>
    <message numerus="yes">
        <source>Wrong code. %Ln tries left; enter the digits that the app shows now.</source>
        <translation>
            <numerusform>Wrong code. %Ln try left; enter the digits that the app shows now.</numerusform>
            <numerusform>Wrong code. %Ln tries left; enter the digits that the app shows now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::Needs</name>
    <message numerus="yes">
        <source>Certificate expires in %Ln day(s)</source>
        <translation>
            <numerusform>Certificate expires in %Ln day</numerusform>
            <numerusform>Certificate expires in %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tries</source>
        <translation>
            <numerusform>%Ln try</numerusform>
            <numerusform>%Ln tries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 on %Ln account(s)</source>
        <extracomment>%1: “212 tries”, %Ln accounts</extracomment>
        <translation>
            <numerusform>%1 on %Ln account</numerusform>
            <numerusform>%1 on %Ln accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln administrator(s) without MFA</source>
        <translation>
            <numerusform>%Ln administrator without MFA</numerusform>
            <numerusform>%Ln administrators without MFA</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) locked</source>
        <translation>
            <numerusform>%Ln account locked</numerusform>
            <numerusform>%Ln accounts locked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, and %Ln more notice(s)</source>
        <translation>
            <numerusform>%1, and %Ln more notice</numerusform>
            <numerusform>%1, and %Ln more notices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people overdue with MFA</source>
        <translation>
            <numerusform>%Ln person overdue with MFA</numerusform>
            <numerusform>%Ln people overdue with MFA</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people must set up MFA</source>
        <translation>
            <numerusform>%Ln person must set up MFA</numerusform>
            <numerusform>%Ln people must set up MFA</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln API key(s) expire soon</source>
        <translation>
            <numerusform>%Ln API key expires soon</numerusform>
            <numerusform>%Ln API keys expire soon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, and %Ln more</source>
        <translation>
            <numerusform>%1, and %Ln more</numerusform>
            <numerusform>%1, and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln roles end within a week</source>
        <translation>
            <numerusform>%Ln role ends within a week</numerusform>
            <numerusform>%Ln roles end within a week</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new incident(s)</source>
        <translation>
            <numerusform>%Ln new incident</numerusform>
            <numerusform>%Ln new incidents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::NoticeText</name>
    <message numerus="yes">
        <source>%Ln failed tries before</source>
        <translation>
            <numerusform>%Ln failed try before</numerusform>
            <numerusform>%Ln failed tries before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::OverrideList</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::OwnFactorDialog</name>
    <message numerus="yes">
        <source>It is on. %Ln of 10 recovery codes left. New ones replace those that are left.</source>
        <translation>
            <numerusform>It is on. %Ln of 10 recovery codes left. New ones replace it.</numerusform>
            <numerusform>It is on. %Ln of 10 recovery codes left. New ones replace those that are left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PassphraseDialog</name>
    <message numerus="yes">
        <source>%Ln character(s) or more; several words are easy to remember</source>
        <translation>
            <numerusform>%Ln character or more; several words are easy to remember</numerusform>
            <numerusform>%Ln characters or more; several words are easy to remember</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too short: %Ln character(s) at least</source>
        <translation>
            <numerusform>Too short: %Ln character at least</numerusform>
            <numerusform>Too short: %Ln characters at least</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PasswordPair</name>
    <message numerus="yes">
        <source>Use at least %Ln characters</source>
        <translation>
            <numerusform>Use at least %Ln character</numerusform>
            <numerusform>Use at least %Ln characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PolicyEditor</name>
    <message numerus="yes">
        <source>%1 of %Ln tests pass</source>
        <translation>
            <numerusform>%1 of %Ln test passes</numerusform>
            <numerusform>%1 of %Ln tests pass</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PolicyFiles</name>
    <message numerus="yes">
        <source>%Ln policies were imported</source>
        <translation>
            <numerusform>%Ln policy was imported</numerusform>
            <numerusform>%Ln policies were imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PolicyForm</name>
    <message numerus="yes">
        <source>1 to %Ln characters, none of them invisible</source>
        <translation>
            <numerusform>1 to %Ln character, none of them invisible</numerusform>
            <numerusform>1 to %Ln characters, none of them invisible</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln characters, none of them invisible</source>
        <translation>
            <numerusform>At most %Ln character, none of them invisible</numerusform>
            <numerusform>At most %Ln characters, none of them invisible</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PolicyPane</name>
    <message numerus="yes">
        <source>%Ln times and more in 7 days</source>
        <translation>
            <numerusform>%Ln time and more in 7 days</numerusform>
            <numerusform>%Ln times and more in 7 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln times in 7 days</source>
        <translation>
            <numerusform>%Ln time in 7 days</numerusform>
            <numerusform>%Ln times in 7 days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ProviderPane</name>
    <message numerus="yes">
        <source>%1, and %Ln rule(s)</source>
        <translation>
            <numerusform>%1, and %Ln rule</numerusform>
            <numerusform>%1, and %Ln rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ProviderText</name>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln key</numerusform>
            <numerusform>%Ln keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln left out: of a kind that is not used here, or too many</source>
        <translation>
            <numerusform>%1, %Ln left out: of a kind that is not used here, or too many</numerusform>
            <numerusform>%1, %Ln left out: of a kind that is not used here, or too many</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ProvidersPanel</name>
    <message numerus="yes">
        <source>%Ln user(s) sign in with it; their links go too. Who has no password can no longer sign in. It cannot be undone.</source>
        <translation>
            <numerusform>%Ln user signs in with it; the link goes too. Who has no password can no longer sign in. It cannot be undone.</numerusform>
            <numerusform>%Ln users sign in with it; their links go too. Who has no password can no longer sign in. It cannot be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PublishDialog</name>
    <message numerus="yes">
        <source>%Ln tests pass</source>
        <translation>
            <numerusform>%Ln test passes</numerusform>
            <numerusform>%Ln tests pass</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tests fail: it can’t be published</source>
        <translation>
            <numerusform>%Ln test fails: it can’t be published</numerusform>
            <numerusform>%Ln tests fail: it can’t be published</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RateRuleText</name>
    <message numerus="yes">
        <source>%Ln routes</source>
        <translation>
            <numerusform>%Ln route</numerusform>
            <numerusform>%Ln routes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RecentReports</name>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln event</numerusform>
            <numerusform>%Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RecordActions</name>
    <message numerus="yes">
        <source>Delete %Ln records?</source>
        <translation>
            <numerusform>Delete %Ln record?</numerusform>
            <numerusform>Delete %Ln records?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records deleted</source>
        <translation>
            <numerusform>%Ln record deleted</numerusform>
            <numerusform>%Ln records deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln records…</source>
        <translation>
            <numerusform>Delete %Ln record…</numerusform>
            <numerusform>Delete %Ln records…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RecordExport</name>
    <message numerus="yes">
        <source>%Ln records are in %1</source>
        <translation>
            <numerusform>%Ln record is in %1</numerusform>
            <numerusform>%Ln records are in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RecordFilters</name>
    <message numerus="yes">
        <source>Last %Ln days</source>
        <translation>
            <numerusform>Last day</numerusform>
            <numerusform>Last %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RecordsSeveralPane</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records selected</source>
        <translation>
            <numerusform>%Ln record selected</numerusform>
            <numerusform>%Ln records selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them have sensitive values.</source>
        <translation>
            <numerusform>%Ln of them has sensitive values.</numerusform>
            <numerusform>%Ln of them have sensitive values.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RelativeTime</name>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <translation>
            <numerusform>%Ln min ago</numerusform>
            <numerusform>%Ln min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %Ln s</source>
        <translation>
            <numerusform>In %Ln s</numerusform>
            <numerusform>In %Ln s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %Ln min</source>
        <translation>
            <numerusform>In %Ln min</numerusform>
            <numerusform>In %Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %Ln days</source>
        <translation>
            <numerusform>In %Ln day</numerusform>
            <numerusform>In %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln s</source>
        <translation>
            <numerusform>%Ln s</numerusform>
            <numerusform>%Ln s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <translation>
            <numerusform>%Ln min</numerusform>
            <numerusform>%Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h</source>
        <translation>
            <numerusform>%Ln h</numerusform>
            <numerusform>%Ln h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %Ln h</source>
        <translation>
            <numerusform>In %Ln h</numerusform>
            <numerusform>In %Ln h</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ReplayView</name>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 decisions of the last %Ln days would change</source>
        <translation>
            <numerusform>%1 of %2 decisions of the last day would change</numerusform>
            <numerusform>%1 of %2 decisions of the last %Ln days would change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 decisions of the last %Ln days</source>
        <translation>
            <numerusform>%1 decisions of the last day</numerusform>
            <numerusform>%1 decisions of the last %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln would change</source>
        <translation>
            <numerusform>%Ln would change</numerusform>
            <numerusform>%Ln would change</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ReportCard</name>
    <message numerus="yes">
        <source>%Ln plans</source>
        <translation>
            <numerusform>%Ln plan</numerusform>
            <numerusform>%Ln plans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept</source>
        <comment>reports</comment>
        <translation>
            <numerusform>%Ln kept</numerusform>
            <numerusform>%Ln kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ReportForm</name>
    <message numerus="yes">
        <source>%Ln event(s) in this report</source>
        <translation>
            <numerusform>%Ln event in this report</numerusform>
            <numerusform>%Ln events in this report</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %Ln event(s)</source>
        <translation>
            <numerusform>%1, %2, %Ln event</numerusform>
            <numerusform>%1, %2, %Ln events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RoleDialog</name>
    <message numerus="yes">
        <source>At most %Ln characters, none of them invisible</source>
        <translation>
            <numerusform>At most %Ln character, none of them invisible</numerusform>
            <numerusform>At most %Ln characters, none of them invisible</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RoleImpactView</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have it already as %1</source>
        <translation>
            <numerusform>%Ln has it already as %1</numerusform>
            <numerusform>%Ln have it already as %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keep it as %1</source>
        <translation>
            <numerusform>%Ln keeps it as %1</numerusform>
            <numerusform>%Ln keep it as %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people gain %1</source>
        <translation>
            <numerusform>%Ln person gains %1</numerusform>
            <numerusform>%Ln people gain %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people lose %1</source>
        <translation>
            <numerusform>%Ln person loses %1</numerusform>
            <numerusform>%Ln people lose %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more permissions gained</source>
        <translation>
            <numerusform>%Ln more permission gained</numerusform>
            <numerusform>%Ln more permissions gained</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more permissions lost</source>
        <translation>
            <numerusform>%Ln more permission lost</numerusform>
            <numerusform>%Ln more permissions lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing changes for %Ln people</source>
        <translation>
            <numerusform>Nothing changes for %Ln person</numerusform>
            <numerusform>Nothing changes for %Ln people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RoleListModel</name>
    <message numerus="yes">
        <source>%Ln built-in roles</source>
        <translation>
            <numerusform>%Ln built-in role</numerusform>
            <numerusform>%Ln built-in roles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln own roles</source>
        <translation>
            <numerusform>%Ln own role</numerusform>
            <numerusform>%Ln own roles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln members</source>
        <translation>
            <numerusform>%Ln member</numerusform>
            <numerusform>%Ln members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RoleMatrixModel</name>
    <message numerus="yes">
        <source>%1, %Ln permissions</source>
        <translation>
            <numerusform>%1, %Ln permission</numerusform>
            <numerusform>%1, %Ln permissions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln differ</source>
        <translation>
            <numerusform>%Ln differs</numerusform>
            <numerusform>%Ln differ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Permission, %Ln in all</source>
        <translation>
            <numerusform>Permission, %Ln in all</numerusform>
            <numerusform>Permission, %Ln in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RolePane</name>
    <message numerus="yes">
        <source>%1, of them %Ln inherited</source>
        <translation>
            <numerusform>%1, of them %Ln inherited</numerusform>
            <numerusform>%1, of them %Ln inherited</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RolesPanel</name>
    <message numerus="yes">
        <source>%Ln differ from %1</source>
        <translation>
            <numerusform>%Ln differs from %1</numerusform>
            <numerusform>%Ln differ from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discard %Ln changes to %1?</source>
        <translation>
            <numerusform>Discard %Ln change to %1?</numerusform>
            <numerusform>Discard %Ln changes to %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln members lose it, and what it allows, at once.</source>
        <translation>
            <numerusform>%Ln member loses it, and what it allows, at once.</numerusform>
            <numerusform>%Ln members lose it, and what it allows, at once.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes to %1</source>
        <translation>
            <numerusform>%Ln change to %1</numerusform>
            <numerusform>%Ln changes to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SensitivePart</name>
    <message numerus="yes">
        <source>Hidden again in %Ln s.</source>
        <translation>
            <numerusform>Hidden again in %Ln s.</numerusform>
            <numerusform>Hidden again in %Ln s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shown for %Ln s. Each showing is recorded.</source>
        <translation>
            <numerusform>Shown for %Ln s. Each showing is recorded.</numerusform>
            <numerusform>Shown for %Ln s. Each showing is recorded.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ServiceAccountsPanel</name>
    <message numerus="yes">
        <source>%Ln of its keys still work; they stop at once. It cannot be undone.</source>
        <translation>
            <numerusform>%Ln of its keys still works; it stops at once. It cannot be undone.</numerusform>
            <numerusform>%Ln of its keys still work; they stop at once. It cannot be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SessionsPanel</name>
    <message numerus="yes">
        <source>End %Ln sessions?</source>
        <translation>
            <numerusform>End %Ln session?</numerusform>
            <numerusform>End %Ln sessions?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the selected rows were not loaded yet and stay.</source>
        <translation>
            <numerusform>%Ln of the selected rows was not loaded yet and stays.</numerusform>
            <numerusform>%Ln of the selected rows were not loaded yet and stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions ended</source>
        <translation>
            <numerusform>%Ln session ended</numerusform>
            <numerusform>%Ln sessions ended</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SettingsForm</name>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln need(s) a restart</source>
        <extracomment>%1: “2 changes”</extracomment>
        <translation>
            <numerusform>%1, %Ln needs a restart</numerusform>
            <numerusform>%1, %Ln need a restart</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SettingsIndex</name>
    <message numerus="yes">
        <source>%Ln changed from the default</source>
        <translation>
            <numerusform>%Ln changed from the default</numerusform>
            <numerusform>%Ln changed from the default</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SigningKeyBox</name>
    <message numerus="yes">
        <source>%Ln retired keys still verify older tokens.</source>
        <translation>
            <numerusform>%Ln retired key still verifies older tokens.</numerusform>
            <numerusform>%Ln retired keys still verify older tokens.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SimulatorPanel</name>
    <message numerus="yes">
        <source>%Ln people, same time and address</source>
        <translation>
            <numerusform>%Ln person, same time and address</numerusform>
            <numerusform>%Ln people, same time and address</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people on %1, same time and address</source>
        <translation>
            <numerusform>%Ln person on %1, same time and address</numerusform>
            <numerusform>%Ln people on %1, same time and address</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more</source>
        <translation>
            <numerusform>And %Ln more</numerusform>
            <numerusform>And %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::StagesView</name>
    <message numerus="yes">
        <source>%Ln removed</source>
        <translation>
            <numerusform>%Ln removed</numerusform>
            <numerusform>%Ln removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decoded</source>
        <translation>
            <numerusform>%Ln decoded</numerusform>
            <numerusform>%Ln decoded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::StatusStrip</name>
    <message numerus="yes">
        <source>%Ln new notice(s)</source>
        <translation>
            <numerusform>%Ln new notice</numerusform>
            <numerusform>%Ln new notices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ThreatPane</name>
    <message numerus="yes">
        <source>%Ln in 90 days</source>
        <translation>
            <numerusform>%Ln in 90 days</numerusform>
            <numerusform>%Ln in 90 days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ThreatText</name>
    <message numerus="yes">
        <source>%Ln paths</source>
        <translation>
            <numerusform>%Ln path</numerusform>
            <numerusform>%Ln paths</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln alike</source>
        <translation>
            <numerusform>%Ln alike</numerusform>
            <numerusform>%Ln alike</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests</source>
        <translation>
            <numerusform>%Ln request</numerusform>
            <numerusform>%Ln requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln times</source>
        <translation>
            <numerusform>once</numerusform>
            <numerusform>%Ln times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>repetition %Ln alike</source>
        <translation>
            <numerusform>repetition %Ln alike</numerusform>
            <numerusform>repetition %Ln alike</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>scanning %Ln paths</source>
        <translation>
            <numerusform>scanning %Ln path</numerusform>
            <numerusform>scanning %Ln paths</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ThreatsPanel</name>
    <message numerus="yes">
        <source>Live, %Ln addresses</source>
        <translation>
            <numerusform>Live, %Ln address</numerusform>
            <numerusform>Live, %Ln addresses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ThresholdStrip</name>
    <message numerus="yes">
        <source>At %1: *these %Ln addresses* would have been banned yesterday</source>
        <translation>
            <numerusform>At %1: *this address* would have been banned yesterday</numerusform>
            <numerusform>At %1: *these %Ln addresses* would have been banned yesterday</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; at %1, %Ln of them</source>
        <translation>
            <numerusform>; at %1, one of them</numerusform>
            <numerusform>; at %1, %Ln of them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; at %1, %Ln addresses</source>
        <translation>
            <numerusform>; at %1, %Ln address</numerusform>
            <numerusform>; at %1, %Ln addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::TopView</name>
    <message numerus="yes">
        <source>Of %Ln event(s) of the filter</source>
        <translation>
            <numerusform>Of %Ln event of the filter</numerusform>
            <numerusform>Of %Ln events of the filter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::UserActions</name>
    <message numerus="yes">
        <source>Disable %Ln users?</source>
        <translation>
            <numerusform>Disable %Ln user?</numerusform>
            <numerusform>Disable %Ln users?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln users?</source>
        <translation>
            <numerusform>Delete %Ln user?</numerusform>
            <numerusform>Delete %Ln users?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reset MFA of %Ln users?</source>
        <translation>
            <numerusform>Reset MFA of %Ln user?</numerusform>
            <numerusform>Reset MFA of %Ln users?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sign %Ln users out everywhere?</source>
        <translation>
            <numerusform>Sign %Ln user out everywhere?</numerusform>
            <numerusform>Sign %Ln users out everywhere?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln users disabled</source>
        <translation>
            <numerusform>%Ln user disabled</numerusform>
            <numerusform>%Ln users disabled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln users enabled</source>
        <translation>
            <numerusform>%Ln user enabled</numerusform>
            <numerusform>%Ln users enabled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln users unlocked</source>
        <translation>
            <numerusform>%Ln user unlocked</numerusform>
            <numerusform>%Ln users unlocked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln users deleted</source>
        <translation>
            <numerusform>%Ln user deleted</numerusform>
            <numerusform>%Ln users deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>MFA of %Ln users is off</source>
        <translation>
            <numerusform>MFA of %Ln user is off</numerusform>
            <numerusform>MFA of %Ln users is off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln users are signed out everywhere</source>
        <translation>
            <numerusform>%Ln user is signed out everywhere</numerusform>
            <numerusform>%Ln users are signed out everywhere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln users could not be changed</source>
        <translation>
            <numerusform>%Ln user could not be changed</numerusform>
            <numerusform>%Ln users could not be changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln users selected</source>
        <translation>
            <numerusform>%Ln user selected</numerusform>
            <numerusform>%Ln users selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %Ln users the role %1?</source>
        <translation>
            <numerusform>Give %Ln user the role %1?</numerusform>
            <numerusform>Give %Ln users the role %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take the role %1 from %Ln users?</source>
        <translation>
            <numerusform>Take the role %1 from %Ln user?</numerusform>
            <numerusform>Take the role %1 from %Ln users?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln users have the role %1</source>
        <translation>
            <numerusform>%Ln user has the role %1</numerusform>
            <numerusform>%Ln users have the role %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln users don’t have the role %1</source>
        <translation>
            <numerusform>%Ln user doesn’t have the role %1</numerusform>
            <numerusform>%Ln users don’t have the role %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events stand under “%1”</source>
        <translation>
            <numerusform>%Ln event stands under “%1”</numerusform>
            <numerusform>%Ln events stand under “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::UserFiles</name>
    <message numerus="yes">
        <source>%Ln users are in %1</source>
        <translation>
            <numerusform>%Ln user is in %1</numerusform>
            <numerusform>%Ln users are in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::UserPane</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln passkeys</source>
        <translation>
            <numerusform>%Ln passkey</numerusform>
            <numerusform>%Ln passkeys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>App and %Ln passkeys</source>
        <translation>
            <numerusform>App and %Ln passkey</numerusform>
            <numerusform>App and %Ln passkeys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of 10 recovery codes left</source>
        <translation>
            <numerusform>%Ln of 10 recovery codes left</numerusform>
            <numerusform>%Ln of 10 recovery codes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::UsersPanel</name>
    <message numerus="yes">
        <source>Not signed in for %Ln days</source>
        <translation>
            <numerusform>Not signed in for %Ln day</numerusform>
            <numerusform>Not signed in for %Ln days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::WaitingBar</name>
    <message numerus="yes">
        <source>%Ln newer event(s)</source>
        <translation>
            <numerusform>%Ln newer event</numerusform>
            <numerusform>%Ln newer events</numerusform>
        </translation>
    </message>
</context>
</TS>
