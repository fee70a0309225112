// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/gallery/componentsheet.h"

#include "ui/theme/style.h"
#include "ui/theme/stylepainting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/approvalsegments.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/badgepainter.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busyring.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filedelegate.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/markdownview.h"
#include "ui/widgets/mergebox.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/queuedelegate.h"
#include "ui/widgets/reasonmenu.h"
#include "ui/widgets/relativetime.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/sectiontabs.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/splitbutton.h"
#include "ui/widgets/thinprogress.h"
#include "ui/widgets/toolrow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QToolButton>
#include <QTreeView>

namespace countersign::gallery {

using theme::ButtonVariant;
using theme::TextStyle;
using theme::Token;
using namespace ui;

namespace {

/// Draws what only painters draw.
class Painted : public QWidget
{
public:
    Painted(QSize size, std::function<void(QPainter &)> paint, QWidget *parent = nullptr)
        : QWidget(parent)
        , m_paint(std::move(paint))
    {
        setFixedSize(size);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        m_paint(painter);
    }

private:
    std::function<void(QPainter &)> m_paint;
};

PersonInfo person(const char *name)
{
    PersonInfo info;
    info.name = QString::fromUtf8(name);
    info.account = info.firstName().toLower();
    info.arn = QStringLiteral("arn:aws:iam::000000000000:user/") + info.account;
    return info;
}

QHBoxLayout *line(QVBoxLayout *column, const QString &label = {})
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    if (!label.isEmpty()) {
        auto *text = new StyledLabel(label, TextStyle::Body, Token::Muted);
        text->setFixedWidth(56);
        row->addWidget(text);
    }
    column->addLayout(row);
    return row;
}

QPushButton *button(const QString &text, ButtonVariant variant, const QString &icon = {})
{
    auto *made = new QPushButton(text);
    theme::setVariant(made, variant);
    if (!icon.isEmpty())
        made->setIcon(theme::Theme::instance().icon(icon));
    return made;
}

QWidget *buttons()
{
    auto *panel = new Panel(QStringLiteral("Buttons, toggles, inputs"));
    QVBoxLayout *body = panel->body();
    auto *row = line(body, QStringLiteral("Default"));
    row->addWidget(button(QStringLiteral("Fetch"), ButtonVariant::Default));
    auto *pressed = button(QStringLiteral("Pressed"), ButtonVariant::Default);
    pressed->setDown(true);
    row->addWidget(pressed);
    auto *off = button(QStringLiteral("Disabled"), ButtonVariant::Default);
    off->setEnabled(false);
    row->addWidget(off);
    row->addStretch();
    row = line(body, QStringLiteral("Primary"));
    row->addWidget(button(QStringLiteral("Merge"), ButtonVariant::Primary));
    row->addWidget(new SplitButton(QStringLiteral("Submit"), {}, ButtonVariant::Primary));
    row->addWidget(
        new SplitButton(QStringLiteral("Push 2"), QStringLiteral("vcs-push"), ButtonVariant::Default));
    auto *blocked = new SplitButton(QStringLiteral("Squash and merge"), QStringLiteral("pull-request-merged"),
                                    ButtonVariant::Primary);
    blocked->setMainEnabled(false);
    row->addWidget(blocked);
    row->addStretch();
    row = line(body, QStringLiteral("Other"));
    row->addWidget(button(QStringLiteral("Delete…"), ButtonVariant::Danger));
    row->addWidget(button(QStringLiteral("Approve"), ButtonVariant::Approve, QStringLiteral("approval")));
    row->addWidget(button(QStringLiteral("Flat"), ButtonVariant::Flat));
    row->addWidget(new LinkButton(QStringLiteral("Show")));
    row->addStretch();
    row = line(body, QStringLiteral("Tool"));
    for (const char *icon : {"search", "filter", "edit-undo", "view-refresh"})
        row->addWidget(ToolRow::toolButton(QLatin1StringView(icon), QLatin1StringView(icon), panel));
    auto *segments = new SegmentedControl;
    segments->addSegment(QStringLiteral("a"), QStringLiteral("Split"),
                         QStringLiteral("view-split-left-right"));
    segments->addSegment(QStringLiteral("b"), QStringLiteral("Unified"));
    row->addWidget(segments);
    auto *combo = new QComboBox;
    combo->addItem(theme::Theme::instance().icon(QStringLiteral("branch")), QStringLiteral("main"));
    theme::setCompact(combo);
    row->addWidget(combo);
    row->addStretch();
    row = line(body, QStringLiteral("Checks"));
    for (const int state : {0, 2, 1}) {
        auto *box = new QCheckBox(state == 0   ? QStringLiteral("off")
                                  : state == 2 ? QStringLiteral("on")
                                               : QStringLiteral("some"));
        box->setTristate(state == 1);
        box->setCheckState(static_cast<Qt::CheckState>(state));
        row->addWidget(box);
    }
    for (const bool on : {true, false}) {
        auto *radio = new QRadioButton;
        radio->setAutoExclusive(false);
        radio->setChecked(on);
        row->addWidget(radio);
    }
    for (const bool on : {true, false}) {
        auto *box = new QCheckBox;
        theme::setSwitch(box);
        box->setChecked(on);
        row->addWidget(box);
    }
    row->addStretch();
    row = line(body, QStringLiteral("Input"));
    auto *empty = new QLineEdit;
    empty->setPlaceholderText(QStringLiteral("Empty"));
    row->addWidget(empty);
    auto *wrong = new QLineEdit(QStringLiteral("Wrong"));
    theme::setInputError(wrong, true);
    row->addWidget(wrong);
    row->addWidget(new QSpinBox);
    auto *search = new SearchField(QStringLiteral("Filter files"));
    search->setKey(QKeySequence(Qt::Key_Slash));
    row->addWidget(search);
    return panel;
}

QWidget *chips()
{
    auto *panel = new Panel(QStringLiteral("Chips, badges, states"));
    QVBoxLayout *body = panel->body();
    auto *row = line(body);
    row->addWidget(new Chip({QStringLiteral("Open"), QStringLiteral("pull-request"), ChipKind::Accent}));
    row->addWidget(new Chip({QStringLiteral("Draft"), QStringLiteral("pull-request"), ChipKind::Quiet}));
    row->addWidget(
        new Chip({QStringLiteral("Merged"), QStringLiteral("pull-request-merged"), ChipKind::Approval}));
    row->addWidget(new Chip({QStringLiteral("Closed"), QStringLiteral("cross"), ChipKind::Neutral}));
    row->addWidget(
        new Chip({QStringLiteral("Returned"), QStringLiteral("state-returned"), ChipKind::Warning}));
    row->addStretch();
    row = line(body);
    row->addWidget(new Chip({QStringLiteral("Approved"), QStringLiteral("approval"), ChipKind::Approval}));
    row->addWidget(new Chip({QStringLiteral("Outdated"), QStringLiteral("state-waiting"), ChipKind::Quiet}));
    row->addWidget(new Chip({QStringLiteral("Conflicts"), QStringLiteral("state-danger"), ChipKind::Danger}));
    row->addWidget(new Chip({QStringLiteral("Pending"), {}, ChipKind::Warning}));
    row->addWidget(new Chip({QStringLiteral("Info"), QStringLiteral("state-info"), ChipKind::Info}));
    row->addStretch();
    row = line(body);
    row->addWidget(new Chip(refChip(QStringLiteral("main"))));
    row->addWidget(new Chip(refChip(QStringLiteral("main"), RefKind::CurrentBranch)));
    row->addWidget(new Chip(refChip(QStringLiteral("v2.7.0"), RefKind::Tag)));
    row->addWidget(new Chip({QStringLiteral("Signed"), QStringLiteral("lock"), ChipKind::Approval}));
    row->addStretch();
    body->addWidget(new Painted(QSize(420, 20), [](QPainter &painter) {
        int x = 0;
        for (const QChar letter : QStringLiteral("AMRDU?")) {
            paintStatusLetter(painter, QRect(x, 0, 16, 20), letter);
            x += 24;
        }
        for (const auto &[text, kind] : {std::pair("9", BadgeKind::Neutral), std::pair("6", BadgeKind::Hot),
                                         std::pair("4", BadgeKind::Bad)}) {
            paintCountBadge(painter, QRect(x, 0, 30, 20), QLatin1StringView(text), kind, true);
            x += 26;
        }
        paintCommentBadge(painter, QRect(x, 0, 60, 20), 3, false, true);
        paintCommentBadge(painter, QRect(x + 44, 0, 60, 20), 2, true, true);
        paintLineCounts(painter, QRect(x + 88, 0, 80, 20), 14, 5, true);
    }));
    row = line(body);
    row->addWidget(new KeyCap(QKeySequence(Qt::CTRL | Qt::Key_K)));
    for (const char *name : {"Ada Marchetti", "Grace Okafor", "Tomás Rivera", "Henrik Solberg"}) {
        auto *avatar = new Avatar;
        avatar->setPerson(person(name));
        row->addWidget(avatar);
    }
    const std::initializer_list<std::tuple<const char *, Token, const char *>> states{
        {"state-passed", Token::ApprovalText, "passed"},
        {"state-failed", Token::DangerText, "failed"},
        {"state-waiting", Token::WarningText, "waiting"},
        {"state-returned", Token::WarningText, "returned"}};
    for (const auto &[icon, token, text] : states) {
        row->addWidget(new IconLabel(QLatin1StringView(icon), token));
        row->addWidget(new StyledLabel(QLatin1StringView(text), TextStyle::Body, token));
    }
    row->addStretch();
    return panel;
}

QTreeView *tree(QAbstractItemModel *model, QAbstractItemDelegate *delegate)
{
    auto *view = new QTreeView;
    view->setHeaderHidden(true);
    view->setRootIsDecorated(false);
    view->setFrameShape(QFrame::NoFrame);
    view->setUniformRowHeights(true);
    view->setModel(model);
    model->setParent(view);
    view->setItemDelegate(delegate);
    delegate->setParent(view);
    return view;
}

QWidget *fileRows()
{
    auto *panel = new Panel(QStringLiteral("File row"));
    auto *model = new QStandardItemModel;
    struct Row
    {
        const char *name;
        char letter;
        int added, removed, comments, open;
        bool viewed;
    };
    for (const Row &row :
         {Row{"write_client.cpp", 'M', 29, 12, 1, 1, false}, Row{"retry_policy.h", 'M', 9, 3, 0, 0, false},
          Row{"idempotency_key.h", 'A', 22, 0, 0, 0, true}, Row{"retry_policy.cpp", 'M', 14, 5, 3, 0, false},
          Row{"fake_clock.h", 'R', 2, 2, 0, 0, false}, Row{"legacy_backoff.cpp", 'D', 0, 58, 0, 0, false}}) {
        auto *item = new QStandardItem(QLatin1StringView(row.name));
        item->setCheckable(true);
        item->setCheckState(row.viewed ? Qt::Checked : Qt::Unchecked);
        item->setData(QChar::fromLatin1(row.letter), FileDelegate::LetterRole);
        item->setData(row.added, FileDelegate::AddedRole);
        item->setData(row.removed, FileDelegate::RemovedRole);
        item->setData(row.comments, FileDelegate::CommentsRole);
        item->setData(row.open, FileDelegate::OpenThreadsRole);
        item->setData(row.viewed, FileDelegate::ViewedRole);
        model->appendRow(item);
    }
    QTreeView *view = tree(model, new FileDelegate);
    view->setCurrentIndex(model->index(3, 0));
    panel->body()->setContentsMargins(4, 4, 4, 4);
    panel->body()->addWidget(view);
    return panel;
}

QWidget *queueRows()
{
    auto *panel = new Panel(QStringLiteral("Queue row"));
    auto *model = new QStandardItemModel;
    auto *head = new QStandardItem;
    head->setData(
        QVariant::fromValue(QueueDelegate::Group{QStringLiteral("Needs your review"), 2, true,
                                                 QStringLiteral("you are a named reviewer or in the pool")}),
        QueueDelegate::GroupRole);
    model->appendRow(head);
    QueueDelegate::Row row;
    row.stateIcon = QStringLiteral("pull-request");
    row.stateToken = int(Token::Accent);
    row.title = QStringLiteral("Retry idempotent writes");
    row.number = QStringLiteral("#42");
    row.chip = {QStringLiteral("Draft review"), QStringLiteral("comment"), ChipKind::Warning};
    row.repository = QStringLiteral("payments-api");
    row.author = person("Ada Marchetti");
    row.meta = QStringLiteral("new revision 3 since your review");
    row.approvalsGiven = 1;
    row.approvalsNeeded = 2;
    row.comments = 14;
    row.openThreads = 1;
    row.checkIcon = QStringLiteral("state-passed");
    row.checkToken = int(Token::ApprovalText);
    row.timeMs = presentTime() - 25 * 60'000;
    row.unread = true;
    const auto add = [&] {
        auto *item = new QStandardItem;
        item->setData(QVariant::fromValue(row), QueueDelegate::RowRole);
        model->appendRow(item);
    };
    add();
    row.title = QStringLiteral("Rotate edge certificates without a restart");
    row.number = QStringLiteral("#17");
    row.chip = {};
    row.author = person("Henrik Solberg");
    row.meta = QStringLiteral("you are in ");
    row.metaStrong = QStringLiteral("release-team");
    row.approvalsGiven = 0;
    row.comments = 2;
    row.openThreads = 0;
    row.unread = false;
    row.timeMs = presentTime() - 26 * 3600'000;
    add();
    QTreeView *view = tree(model, new QueueDelegate);
    view->setUniformRowHeights(false);
    panel->body()->setContentsMargins(1, 0, 1, 1);
    panel->body()->addWidget(view);
    return panel;
}

QWidget *banners()
{
    auto *panel = new Panel(QStringLiteral("Banners; undo for 10 s; progress"));
    const auto nothing = [] {};
    auto *info = new Banner(BannerKind::Info, QStringLiteral("Revision 4 was pushed while you read."));
    info->addAction(QStringLiteral("Load"), nothing);
    auto *warning = new Banner(BannerKind::Warning, QStringLiteral("This branch is 1 commit behind."));
    warning->addAction(QStringLiteral("Update"), nothing);
    auto *danger = new Banner(BannerKind::Danger, QStringLiteral("Fetch failed: the host key changed."));
    danger->setOriginalWords(QStringLiteral("Host key verification failed."));
    danger->setDismissable();
    auto *done = new Banner(BannerKind::Success, QStringLiteral("Thread resolved."));
    done->addAction(QStringLiteral("Undo"), nothing);
    done->closeAfter(10);
    for (Banner *banner : {info, warning, danger, done})
        panel->body()->addWidget(banner);
    panel->body()->addStretch();
    return panel;
}

QWidget *mergeBoxes()
{
    auto *panel = new Panel(QStringLiteral("Merge box: ready, conflicts, what is missing"));
    auto *ready = new MergeBox;
    ready->setState(MergeBoxKind::Ready, QStringLiteral("Ready to merge"),
                    QStringLiteral("fast-forward possible"));
    ready->addCondition({QStringLiteral("state-passed"),
                         true,
                         QStringLiteral("All rules and checks satisfied"),
                         {},
                         {},
                         {},
                         {}});
    ready->actions()->addStretch();
    ready->actions()->addWidget(new SplitButton(
        QStringLiteral("Squash and merge"), QStringLiteral("pull-request-merged"), ButtonVariant::Primary));
    auto *conflicts = new MergeBox;
    conflicts->setState(MergeBoxKind::Conflicts, QStringLiteral("Conflicts with main"),
                        QStringLiteral("3 files"));
    conflicts->addCondition({QStringLiteral("state-failed"),
                             false,
                             QStringLiteral("retry.py, CHANGES.md, limits.yaml"),
                             {},
                             {},
                             {},
                             {}});
    auto *missing = new MergeBox;
    missing->setState(MergeBoxKind::Missing, QStringLiteral("Not ready to merge"),
                      QStringLiteral("2 things missing"));
    missing->addCondition({QStringLiteral("state-waiting"),
                           false,
                           QStringLiteral("1 more approval from"),
                           QStringLiteral("release-team"),
                           {},
                           {},
                           new LinkButton(QStringLiteral("Remind"))});
    missing->addCondition({QStringLiteral("thread"),
                           false,
                           QStringLiteral("1 open thread"),
                           {},
                           {},
                           {},
                           new LinkButton(QStringLiteral("Show"))});
    for (MergeBox *box : {ready, conflicts, missing})
        panel->body()->addWidget(box);
    panel->body()->addStretch();
    return panel;
}

QWidget *tabs()
{
    auto *panel = new Panel(QStringLiteral("Tabs, tool row, progress"));
    auto *bar = new SectionTabs;
    for (const char *name : {"Overview", "Changes", "Commits", "Activity"})
        bar->addSection(QLatin1StringView(name), QLatin1StringView(name));
    bar->setBadge(QStringLiteral("Overview"), QStringLiteral("14"));
    bar->setBadge(QStringLiteral("Changes"), QStringLiteral("9"));
    bar->setBadge(QStringLiteral("Commits"), QStringLiteral("3"));
    bar->setCurrentId(QStringLiteral("Changes"));
    panel->body()->addWidget(bar);
    auto *row = line(panel->body());
    row->addWidget(new BusyRing);
    row->addWidget(new StyledLabel(QStringLiteral("Fetching 3 of 5")));
    auto *progress = new ThinProgress;
    progress->setProgress({QStringLiteral("receiving objects"), 62, 100});
    row->addWidget(progress, 1);
    row = line(panel->body());
    auto *segments = new ApprovalSegments;
    segments->setApprovals(1, 2);
    row->addWidget(segments);
    row->addWidget(new StyledLabel(QStringLiteral("1 of 2 approvals"), TextStyle::Body, Token::Muted));
    row->addStretch();
    return panel;
}

QWidget *menus()
{
    auto *panel = new Panel(QStringLiteral("Menu: check, key, disabled with the reason"));
    auto *menu = new QMenu(panel);
    menu->setWindowFlags(Qt::Widget);
    addMenuRow(menu,
               {QStringLiteral("Squash"),
                QStringLiteral("3 commits become one on main"),
                QStringLiteral("default"),
                {},
                true,
                true,
                true},
               {});
    addMenuRow(menu,
               {QStringLiteral("Three-way merge"),
                QStringLiteral("Keep the 3 commits, add a merge commit"),
                {},
                {},
                true,
                false,
                true},
               {});
    addMenuRow(menu,
               {QStringLiteral("Fast-forward"),
                QStringLiteral("Not possible: main is 1 commit ahead"),
                {},
                {},
                true,
                false,
                false},
               {});
    menu->addSeparator();
    menu->addAction(theme::Theme::instance().icon(QStringLiteral("document-edit")),
                    QStringLiteral("Edit commit message…"), QKeySequence(Qt::CTRL | Qt::Key_E), menu, [] {});
    panel->body()->addWidget(menu);
    menu->show();
    return panel;
}

QWidget *text()
{
    auto *panel = new Panel(QStringLiteral("Markdown; empty state"));
    auto *view = new MarkdownView;
    view->setMarkdown(QStringLiteral("Writes that carry an `Idempotency-Key` are **retried**, see #41.\n\n"
                                     "- [x] Unit tests use the fake clock\n- [ ] Runbook entry\n\n"
                                     "```cpp\nconst auto capped = std::min(delay, kMaxDelay);\n```\n"));
    panel->body()->addWidget(view);
    auto *empty =
        new EmptyState(QStringLiteral("pull-request"), QStringLiteral("No open pull requests in runbooks"),
                       QStringLiteral("Two branches have commits that main does not have."));
    empty->addAction(QStringLiteral("New pull request…"), QStringLiteral("pull-request"), [] {});
    empty->addAction(QStringLiteral("Show the 2 branches"), {}, [] {});
    panel->body()->addWidget(empty, 1);
    return panel;
}

} // namespace

QWidget *makeComponentSheet()
{
    auto *sheet = new QWidget;
    sheet->resize(1440, 900);
    auto *columns = new QHBoxLayout(sheet);
    columns->setContentsMargins(16, 12, 16, 12);
    columns->setSpacing(12);
    const std::initializer_list<std::initializer_list<QWidget *>> groups{
        {buttons(), chips(), fileRows()}, {queueRows(), banners(), text()}, {mergeBoxes(), tabs(), menus()}};
    for (const auto &group : groups) {
        auto *column = new QVBoxLayout;
        column->setSpacing(12);
        for (QWidget *widget : group)
            column->addWidget(widget);
        columns->addLayout(column, 1);
    }
    return sheet;
}

} // namespace countersign::gallery
