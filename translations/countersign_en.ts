<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>countersign::code::CodePage</name>
    <message numerus="yes">
        <source>%n entry(s) in this folder</source>
        <translation>
            <numerusform>%n entry in this folder</numerusform>
            <numerusform>%n entries in this folder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::code::CommitsPage</name>
    <message numerus="yes">
        <source>%n commit(s) selected</source>
        <translation>
            <numerusform>%n commit selected</numerusform>
            <numerusform>%n commits selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::code::FilePanel</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>binary · %1 · the first %n byte(s) are shown</source>
        <translation>
            <numerusform>binary · %1 · the first %n byte are shown</numerusform>
            <numerusform>binary · %1 · the first %n bytes are shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::code::FilesPanel</name>
    <message numerus="yes">
        <source>%n branch(es)</source>
        <translation>
            <numerusform>%n branch</numerusform>
            <numerusform>%n branches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n tag</numerusform>
            <numerusform>%n tags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::code::HistoryFilters</name>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Last %n day</numerusform>
            <numerusform>Last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::diffview::ChangedFilesPanel</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::diffview::ChangesPanel</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s)</source>
        <translation>
            <numerusform>%n column</numerusform>
            <numerusform>%n columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n change(s)</source>
        <translation>
            <numerusform>%1 of %n change</numerusform>
            <numerusform>%1 of %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::diffview::DiffView</name>
    <message numerus="yes">
        <source>Show %n unchanged line(s)</source>
        <translation>
            <numerusform>Show %n unchanged line</numerusform>
            <numerusform>Show %n unchanged lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::diffview::Facts</name>
    <message numerus="yes">
        <source>%n character(s) can make this text look other than it is; they are marked in red</source>
        <translation>
            <numerusform>%n character can make this text look other than it is; they are marked in red</numerusform>
            <numerusform>%n characters can make this text look other than it is; they are marked in red</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::hosting::ImportRepositoryDialog</name>
    <message numerus="yes">
        <source>%n reference(s) could not be taken over</source>
        <translation>
            <numerusform>%n reference could not be taken over</numerusform>
            <numerusform>%n references could not be taken over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::reviewui::ApprovalRulesPage</name>
    <message numerus="yes">
        <source>%n template(s)</source>
        <translation>
            <numerusform>%n template</numerusform>
            <numerusform>%n templates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::reviewui::CommentEditor</name>
    <message numerus="yes">
        <source>Suggest a change of the %n line(s)</source>
        <translation>
            <numerusform>Suggest a change of the line</numerusform>
            <numerusform>Suggest a change of the %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::reviewui::DetailsPanel</name>
    <message numerus="yes">
        <source>%1 is %n commit(s) ahead</source>
        <translation>
            <numerusform>%1 is %n commit ahead</numerusform>
            <numerusform>%1 is %n commits ahead</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::reviewui::InboxPage</name>
    <message numerus="yes">
        <source>%n review(s) wait for you</source>
        <translation>
            <numerusform>%n review waits for you</numerusform>
            <numerusform>%n reviews wait for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n returned</source>
        <translation>
            <numerusform>%n returned</numerusform>
            <numerusform>%n returned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n can be merged</source>
        <translation>
            <numerusform>%n can be merged</numerusform>
            <numerusform>%n can be merged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pull request(s) are put away.</source>
        <translation>
            <numerusform>%n pull request is put away.</numerusform>
            <numerusform>%n pull requests are put away.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::reviewui::MergeBox</name>
    <message numerus="yes">
        <source>%n approval(s) from </source>
        <translation>
            <numerusform>%n approval from </numerusform>
            <numerusform>%n approvals from </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more approval(s) from </source>
        <translation>
            <numerusform>%n more approval from </numerusform>
            <numerusform>%n more approvals from </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open thread(s)</source>
        <translation>
            <numerusform>%n open thread</numerusform>
            <numerusform>%n open threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) conflict with </source>
        <translation>
            <numerusform>%n file conflicts with </numerusform>
            <numerusform>%n files conflict with </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not possible: %1 is %n commit(s) ahead</source>
        <translation>
            <numerusform>Not possible: %1 is %n commit ahead</numerusform>
            <numerusform>Not possible: %1 is %n commits ahead</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not possible: %n file(s) conflict</source>
        <translation>
            <numerusform>Not possible: %n file conflicts</numerusform>
            <numerusform>Not possible: %n files conflict</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n commit(s) become one on %1</source>
        <translation>
            <numerusform>%n commit becomes one on %1</numerusform>
            <numerusform>%n commits become one on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep the %n commit(s), add a merge commit</source>
        <translation>
            <numerusform>Keep the %n commit, add a merge commit</numerusform>
            <numerusform>Keep the %n commits, add a merge commit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::reviewui::MergePanel</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) missing</source>
        <translation>
            <numerusform>%n thing missing</numerusform>
            <numerusform>%n things missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::reviewui::NewPullRequestPage</name>
    <message numerus="yes">
        <source>%n file(s) conflict with %1.</source>
        <translation>
            <numerusform>%n file conflict with %1.</numerusform>
            <numerusform>%n files conflict with %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::reviewui::PullRequestHeader</name>
    <message numerus="yes">
        <source>%1 of %n approval(s)</source>
        <translation>
            <numerusform>%1 of %n approval</numerusform>
            <numerusform>%1 of %n approvals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::reviewui::PullRequestPage</name>
    <message numerus="yes">
        <source>%1 of %n approval(s)</source>
        <translation type="vanished">
            <numerusform>%1 of %n approval</numerusform>
            <numerusform>%1 of %n approvals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::reviewui::PullRequestPresenter</name>
    <message numerus="yes">
        <source>%n pending comment(s) discarded.</source>
        <translation>
            <numerusform>%n pending comment discarded.</numerusform>
            <numerusform>%n pending comments discarded.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s) applied and resolved.</source>
        <translation>
            <numerusform>%n suggestion applied and resolved.</numerusform>
            <numerusform>%n suggestions applied and resolved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::reviewui::Queue</name>
    <message numerus="yes">
        <source>%n pending comment(s)</source>
        <translation>
            <numerusform>%n pending comment</numerusform>
            <numerusform>%n pending comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open thread(s)</source>
        <translation>
            <numerusform>%n open thread</numerusform>
            <numerusform>%n open threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>squash; %n commit(s)</source>
        <translation>
            <numerusform>squash; %n commit</numerusform>
            <numerusform>squash; %n commits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::reviewui::QueueModel</name>
    <message numerus="yes">
        <source>%1, %n pull request(s)</source>
        <translation>
            <numerusform>%1, %n pull request</numerusform>
            <numerusform>%1, %n pull requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::reviewui::QuotedLines</name>
    <message numerus="yes">
        <source>and %n more line(s)</source>
        <translation>
            <numerusform>and %n more line</numerusform>
            <numerusform>and %n more lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::reviewui::ReviewBar</name>
    <message numerus="yes">
        <source>%n pending comment(s)</source>
        <translation>
            <numerusform>%n pending comment</numerusform>
            <numerusform>%n pending comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n suggestion(s)</source>
        <translation>
            <numerusform>Apply %n suggestion</numerusform>
            <numerusform>Apply %n suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) go with it</source>
        <translation>
            <numerusform>%n comment go with it</numerusform>
            <numerusform>%n comments go with it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::reviewui::RuleDialog</name>
    <message numerus="yes">
        <source>pattern, %n people</source>
        <translation>
            <numerusform>pattern, %n people</numerusform>
            <numerusform>pattern, %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n people can satisfy this rule, and it needs %1.</source>
        <translation>
            <numerusform>Only %n people can satisfy this rule, and it needs %1.</numerusform>
            <numerusform>Only %n people can satisfy this rule, and it needs %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people can satisfy this rule. An author’s own approval never counts.</source>
        <translation>
            <numerusform>%n people can satisfy this rule. An author’s own approval never counts.</numerusform>
            <numerusform>%n people can satisfy this rule. An author’s own approval never counts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::reviewui::RulesPanel</name>
    <message numerus="yes">
        <source>%n approval(s) from </source>
        <translation>
            <numerusform>%n approval from </numerusform>
            <numerusform>%n approvals from </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n will apply</source>
        <translation>
            <numerusform>%n will apply</numerusform>
            <numerusform>%n will apply</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::reviewui::ThreadView</name>
    <message numerus="yes">
        <source>%n repl(y/ies)</source>
        <translation>
            <numerusform>%n reply</numerusform>
            <numerusform>%n replies</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::shell::Sidebar</name>
    <message numerus="yes">
        <source>Inbox, %n waiting for you</source>
        <translation>
            <numerusform>Inbox, %n waiting for you</numerusform>
            <numerusform>Inbox, %n waiting for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pull requests, %n open</source>
        <translation>
            <numerusform>Pull requests, %n open</numerusform>
            <numerusform>Pull requests, %n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n open pull request(s)</source>
        <translation>
            <numerusform>%1, %n open pull request</numerusform>
            <numerusform>%1, %n open pull requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::FileDelegate</name>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open thread(s)</source>
        <translation>
            <numerusform>%n open thread</numerusform>
            <numerusform>%n open threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::Numbers</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::QueueDelegate</name>
    <message numerus="yes">
        <source>%n comment(s)</source>
        <translation>
            <numerusform>%n comment</numerusform>
            <numerusform>%n comments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open thread(s)</source>
        <translation>
            <numerusform>%n open thread</numerusform>
            <numerusform>%n open threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>countersign::ui::RelativeTime</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
</TS>
