<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Duration</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventFilter</name>
    <message numerus="yes">
        <source>%n recent</source>
        <translation>
            <numerusform>%n recent</numerusform>
            <numerusform>%n recent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Users</name>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AddUserDialog</name>
    <message numerus="yes">
        <source>At least %n characters; several words are easy to keep in mind</source>
        <translation>
            <numerusform>At least %n character; several words are easy to keep in mind</numerusform>
            <numerusform>At least %n characters; several words are easy to keep in mind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::BulkPane</name>
    <message numerus="yes">
        <source>%n users selected</source>
        <translation>
            <numerusform>%n user selected</numerusform>
            <numerusform>%n users selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ChainCard</name>
    <message numerus="yes">
        <source>%n event(s) checked. Nothing was changed, removed or cut off.</source>
        <translation>
            <numerusform>%n event checked. Nothing was changed, removed or cut off.</numerusform>
            <numerusform>%n events checked. Nothing was changed, removed or cut off.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) checked. Apart from what was accepted, nothing was changed, removed or cut off.</source>
        <translation>
            <numerusform>%n event checked. Apart from what was accepted, nothing was changed, removed or cut off.</numerusform>
            <numerusform>%n events checked. Apart from what was accepted, nothing was changed, removed or cut off.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DashboardPanel</name>
    <message numerus="yes">
        <source>%n in the last hour</source>
        <translation>
            <numerusform>%n in the last hour</numerusform>
            <numerusform>%n in the last hour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them from one address</source>
        <translation>
            <numerusform>%n of them from one address</numerusform>
            <numerusform>%n of them from one address</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the 24 hours before</source>
        <translation>
            <numerusform>%n in the 24 hours before</numerusform>
            <numerusform>%n in the 24 hours before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %n in grace period</source>
        <extracomment>%1: “1,117 of 1,284 active”</extracomment>
        <translation>
            <numerusform>%1; %n in grace period</numerusform>
            <numerusform>%1; %n in grace period</numerusform>
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
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Try again in %n second.</numerusform>
            <numerusform>Try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n minute(s).</source>
        <translation>
            <numerusform>Try again in %n minute.</numerusform>
            <numerusform>Try again in %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::EventHistogram</name>
    <message numerus="yes">
        <source>%1 to %2, %n event(s)</source>
        <extracomment>%1 and %2 are times, %n the number of events between them</extracomment>
        <translation>
            <numerusform>%1 to %2, %n event</numerusform>
            <numerusform>%1 to %2, %n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::FieldText</name>
    <message numerus="yes">
        <source>At least %n characters</source>
        <translation>
            <numerusform>At least %n character</numerusform>
            <numerusform>At least %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::FilterLine</name>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::GapsDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ImportDialog</name>
    <message numerus="yes">
        <source>%n users would be added</source>
        <translation>
            <numerusform>%n user would be added</numerusform>
            <numerusform>%n users would be added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n users added</source>
        <translation>
            <numerusform>%n user added</numerusform>
            <numerusform>%n users added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are there already</source>
        <translation>
            <numerusform>%n is there already</numerusform>
            <numerusform>%n are there already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are wrong</source>
        <translation>
            <numerusform>%n row is wrong</numerusform>
            <numerusform>%n rows are wrong</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n users</source>
        <translation>
            <numerusform>Import %n user</numerusform>
            <numerusform>Import %n users</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::KeyActions</name>
    <message numerus="yes">
        <source>Revoke %n keys?</source>
        <translation>
            <numerusform>Revoke %n key?</numerusform>
            <numerusform>Revoke %n keys?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keys revoked</source>
        <translation>
            <numerusform>%n key revoked</numerusform>
            <numerusform>%n keys revoked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n keys…</source>
        <translation>
            <numerusform>Revoke %n key…</numerusform>
            <numerusform>Revoke %n keys…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::KeyPane</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::KeyText</name>
    <message numerus="yes">
        <source>Stale, %n days</source>
        <translation>
            <numerusform>Stale, %n day</numerusform>
            <numerusform>Stale, %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stale, %n months</source>
        <translation>
            <numerusform>Stale, %n month</numerusform>
            <numerusform>Stale, %n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::KeysSeveralPane</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keys selected</source>
        <translation>
            <numerusform>%n key selected</numerusform>
            <numerusform>%n keys selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them still open what their scopes allow.</source>
        <translation>
            <numerusform>%n of them still opens what its scopes allow.</numerusform>
            <numerusform>%n of them still open what their scopes allow.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LeakScanPanel</name>
    <message numerus="yes">
        <source>%n findings</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n findings still work</source>
        <translation>
            <numerusform>%n finding still works</numerusform>
            <numerusform>%n findings still work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n places were not searched.</source>
        <translation>
            <numerusform>%n place was not searched.</numerusform>
            <numerusform>%n places were not searched.</numerusform>
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
    <name>sallyport::ui::MfaDialog</name>
    <message numerus="yes">
        <source>Wrong code. %n tries left; enter the digits that the app shows now.</source>
        <translation>
            <numerusform>Wrong code. %n try left; enter the digits that the app shows now.</numerusform>
            <numerusform>Wrong code. %n tries left; enter the digits that the app shows now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::Needs</name>
    <message numerus="yes">
        <source>Certificate expires in %n day(s)</source>
        <translation>
            <numerusform>Certificate expires in %n day</numerusform>
            <numerusform>Certificate expires in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tries</source>
        <translation>
            <numerusform>%n try</numerusform>
            <numerusform>%n tries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 on %n account(s)</source>
        <extracomment>%1: “212 tries”, %n accounts</extracomment>
        <translation>
            <numerusform>%1 on %n account</numerusform>
            <numerusform>%1 on %n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n administrator(s) without MFA</source>
        <translation>
            <numerusform>%n administrator without MFA</numerusform>
            <numerusform>%n administrators without MFA</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) locked</source>
        <translation>
            <numerusform>%n account locked</numerusform>
            <numerusform>%n accounts locked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more notice(s)</source>
        <translation>
            <numerusform>%1, and %n more notice</numerusform>
            <numerusform>%1, and %n more notices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people overdue with MFA</source>
        <translation>
            <numerusform>%n person overdue with MFA</numerusform>
            <numerusform>%n people overdue with MFA</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people must set up MFA</source>
        <translation>
            <numerusform>%n person must set up MFA</numerusform>
            <numerusform>%n people must set up MFA</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n API key(s) expire soon</source>
        <translation>
            <numerusform>%n API key expires soon</numerusform>
            <numerusform>%n API keys expire soon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1, and %n more</numerusform>
            <numerusform>%1, and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::NoticeText</name>
    <message numerus="yes">
        <source>%n failed tries before</source>
        <translation>
            <numerusform>%n failed try before</numerusform>
            <numerusform>%n failed tries before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::OwnFactorDialog</name>
    <message numerus="yes">
        <source>It is on. %n of 10 recovery codes left. New ones replace those that are left.</source>
        <translation>
            <numerusform>It is on. %n of 10 recovery codes left. New ones replace it.</numerusform>
            <numerusform>It is on. %n of 10 recovery codes left. New ones replace those that are left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PassphraseDialog</name>
    <message numerus="yes">
        <source>%n character(s) or more; several words are easy to remember</source>
        <translation>
            <numerusform>%n character or more; several words are easy to remember</numerusform>
            <numerusform>%n characters or more; several words are easy to remember</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too short: %n character(s) at least</source>
        <translation>
            <numerusform>Too short: %n character at least</numerusform>
            <numerusform>Too short: %n characters at least</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PasswordPair</name>
    <message numerus="yes">
        <source>Use at least %n characters</source>
        <translation>
            <numerusform>Use at least %n character</numerusform>
            <numerusform>Use at least %n characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ProviderPane</name>
    <message numerus="yes">
        <source>%1, and %n rule(s)</source>
        <translation>
            <numerusform>%1, and %n rule</numerusform>
            <numerusform>%1, and %n rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ProviderText</name>
    <message numerus="yes">
        <source>%n key(s)</source>
        <translation>
            <numerusform>%n key</numerusform>
            <numerusform>%n keys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n left out: of a kind that is not used here, or too many</source>
        <translation>
            <numerusform>%1, %n left out: of a kind that is not used here, or too many</numerusform>
            <numerusform>%1, %n left out: of a kind that is not used here, or too many</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ProvidersPanel</name>
    <message numerus="yes">
        <source>%n user(s) sign in with it; their links go too. Who has no password can no longer sign in. It cannot be undone.</source>
        <translation>
            <numerusform>%n user signs in with it; the link goes too. Who has no password can no longer sign in. It cannot be undone.</numerusform>
            <numerusform>%n users sign in with it; their links go too. Who has no password can no longer sign in. It cannot be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RecentReports</name>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RelativeTime</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n s</source>
        <translation>
            <numerusform>In %n s</numerusform>
            <numerusform>In %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n min</source>
        <translation>
            <numerusform>In %n min</numerusform>
            <numerusform>In %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n days</source>
        <translation>
            <numerusform>In %n day</numerusform>
            <numerusform>In %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h</source>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ReportForm</name>
    <message numerus="yes">
        <source>%n event(s) in this report</source>
        <translation>
            <numerusform>%n event in this report</numerusform>
            <numerusform>%n events in this report</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %n event(s)</source>
        <extracomment>%1: name of a file, %2: its size</extracomment>
        <translation>
            <numerusform>%1, %2, %n event</numerusform>
            <numerusform>%1, %2, %n events</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ServiceAccountsPanel</name>
    <message numerus="yes">
        <source>%n of its keys still work; they stop at once. It cannot be undone.</source>
        <translation>
            <numerusform>%n of its keys still works; it stops at once. It cannot be undone.</numerusform>
            <numerusform>%n of its keys still work; they stop at once. It cannot be undone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SessionsPanel</name>
    <message numerus="yes">
        <source>End %n sessions?</source>
        <translation>
            <numerusform>End %n session?</numerusform>
            <numerusform>End %n sessions?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the selected rows were not loaded yet and stay.</source>
        <translation>
            <numerusform>%n of the selected rows was not loaded yet and stays.</numerusform>
            <numerusform>%n of the selected rows were not loaded yet and stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sessions ended</source>
        <translation>
            <numerusform>%n session ended</numerusform>
            <numerusform>%n sessions ended</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SettingsForm</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n need(s) a restart</source>
        <extracomment>%1: “2 changes”</extracomment>
        <translation>
            <numerusform>%1, %n needs a restart</numerusform>
            <numerusform>%1, %n need a restart</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SettingsIndex</name>
    <message numerus="yes">
        <source>%n changed from the default</source>
        <translation>
            <numerusform>%n changed from the default</numerusform>
            <numerusform>%n changed from the default</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SigningKeyBox</name>
    <message numerus="yes">
        <source>%n retired keys still verify older tokens.</source>
        <translation>
            <numerusform>%n retired key still verifies older tokens.</numerusform>
            <numerusform>%n retired keys still verify older tokens.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::StatusStrip</name>
    <message numerus="yes">
        <source>%n new notice(s)</source>
        <translation>
            <numerusform>%n new notice</numerusform>
            <numerusform>%n new notices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::UserActions</name>
    <message numerus="yes">
        <source>Disable %n users?</source>
        <translation>
            <numerusform>Disable %n user?</numerusform>
            <numerusform>Disable %n users?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n users?</source>
        <translation>
            <numerusform>Delete %n user?</numerusform>
            <numerusform>Delete %n users?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reset MFA of %n users?</source>
        <translation>
            <numerusform>Reset MFA of %n user?</numerusform>
            <numerusform>Reset MFA of %n users?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sign %n users out everywhere?</source>
        <translation>
            <numerusform>Sign %n user out everywhere?</numerusform>
            <numerusform>Sign %n users out everywhere?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n users disabled</source>
        <translation>
            <numerusform>%n user disabled</numerusform>
            <numerusform>%n users disabled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n users enabled</source>
        <translation>
            <numerusform>%n user enabled</numerusform>
            <numerusform>%n users enabled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n users unlocked</source>
        <translation>
            <numerusform>%n user unlocked</numerusform>
            <numerusform>%n users unlocked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n users deleted</source>
        <translation>
            <numerusform>%n user deleted</numerusform>
            <numerusform>%n users deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>MFA of %n users is off</source>
        <translation>
            <numerusform>MFA of %n user is off</numerusform>
            <numerusform>MFA of %n users is off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n users are signed out everywhere</source>
        <translation>
            <numerusform>%n user is signed out everywhere</numerusform>
            <numerusform>%n users are signed out everywhere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n users could not be changed</source>
        <translation>
            <numerusform>%n user could not be changed</numerusform>
            <numerusform>%n users could not be changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n users selected</source>
        <translation>
            <numerusform>%n user selected</numerusform>
            <numerusform>%n users selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n users the role %1?</source>
        <translation>
            <numerusform>Give %n user the role %1?</numerusform>
            <numerusform>Give %n users the role %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take the role %1 from %n users?</source>
        <translation>
            <numerusform>Take the role %1 from %n user?</numerusform>
            <numerusform>Take the role %1 from %n users?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n users have the role %1</source>
        <translation>
            <numerusform>%n user has the role %1</numerusform>
            <numerusform>%n users have the role %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n users don’t have the role %1</source>
        <translation>
            <numerusform>%n user doesn’t have the role %1</numerusform>
            <numerusform>%n users don’t have the role %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::UserFiles</name>
    <message numerus="yes">
        <source>%n users are in %1</source>
        <translation>
            <numerusform>%n user is in %1</numerusform>
            <numerusform>%n users are in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::UserPane</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passkeys</source>
        <translation>
            <numerusform>%n passkey</numerusform>
            <numerusform>%n passkeys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>App and %n passkeys</source>
        <translation>
            <numerusform>App and %n passkey</numerusform>
            <numerusform>App and %n passkeys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of 10 recovery codes left</source>
        <translation>
            <numerusform>%n of 10 recovery codes left</numerusform>
            <numerusform>%n of 10 recovery codes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::UsersPanel</name>
    <message numerus="yes">
        <source>Not signed in for %n days</source>
        <translation>
            <numerusform>Not signed in for %n day</numerusform>
            <numerusform>Not signed in for %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::WaitingBar</name>
    <message numerus="yes">
        <source>%n newer event(s)</source>
        <translation>
            <numerusform>%n newer event</numerusform>
            <numerusform>%n newer events</numerusform>
        </translation>
    </message>
</context>
</TS>
