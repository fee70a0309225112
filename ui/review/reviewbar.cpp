// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/reviewbar.h"

#include "core/api/enums.h"
#include "ui/review/commenteditor.h"
#include "ui/review/queuerules.h"
#include "ui/theme/theme.h"
#include "ui/widgets/dialogbase.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/reasonmenu.h"
#include "ui/widgets/splitbutton.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>

namespace countersign::reviewui {

using theme::TextStyle;
using theme::Token;

namespace {

struct VerdictWords
{
    QString verdict;
    QString text;
    QString detail;
    QString icon;
};

QList<VerdictWords> verdicts()
{
    return {{api::ReviewVerdict::Comment, ReviewBar::tr("Comment"),
             ReviewBar::tr("Send the comments without a verdict"), QStringLiteral("comment")},
            {api::ReviewVerdict::Approve, ReviewBar::tr("Approve"),
             ReviewBar::tr("This revision may be merged"), QStringLiteral("approval")},
            {api::ReviewVerdict::Return, ReviewBar::tr("Return to the author"),
             ReviewBar::tr("Something has to change first"), QStringLiteral("state-returned")}};
}

} // namespace

ReviewBar::ReviewBar(PullRequestPresenter *presenter, QWidget *parent)
    : QFrame(parent)
    , m_presenter(presenter)
    , m_count(new ui::StyledLabel({}, TextStyle::BodyStrong, Token::Text, this))
    , m_hint(new ui::StyledLabel(tr("visible only to you until you submit"), TextStyle::Body, Token::Muted,
                                 this))
    , m_discard(new QPushButton(tr("Discard…"), this))
    , m_submit(new ui::SplitButton(tr("Submit review"), {}, theme::ButtonVariant::Primary, this))
    , m_menu(new QMenu(this))
{
    setBackgroundRole(QPalette::Window);
    setAutoFillBackground(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 7, 12, 7);
    row->setSpacing(8);
    row->addWidget(new ui::IconLabel(QStringLiteral("comment"), Token::WarningText, 16, this));
    row->addWidget(m_count);
    row->addWidget(m_hint);
    row->addStretch(1);
    m_keys = new QWidget(this);
    auto *keyRow = new QHBoxLayout(m_keys);
    keyRow->setContentsMargins(0, 0, 0, 0);
    keyRow->setSpacing(8);
    row->addWidget(m_keys);
    const auto hint = [&](const QList<int> &keys, const QString &text) {
        for (const int key : keys)
            keyRow->addWidget(new ui::KeyCap(QKeySequence(key), m_keys));
        keyRow->addWidget(new ui::StyledLabel(text, TextStyle::Small, Token::Muted, m_keys));
    };
    hint({Qt::Key_J, Qt::Key_K}, tr("file"));
    hint({Qt::Key_N, Qt::Key_P}, tr("change"));
    hint({Qt::Key_C}, tr("comment"));
    row->addSpacing(16);
    theme::setVariant(m_discard, theme::ButtonVariant::Flat);
    m_batch = new QPushButton(this);
    connect(m_batch, &QPushButton::clicked, presenter, &PullRequestPresenter::applyBatch);
    row->addWidget(m_batch);
    row->addWidget(m_discard);
    m_submit->setMenu(m_menu);
    row->addWidget(m_submit);
    connect(m_discard, &QPushButton::clicked, presenter, &PullRequestPresenter::discardReview);
    connect(m_submit, &ui::SplitButton::triggeredMain, this, [this] { submit(api::ReviewVerdict::Comment); });
    connect(m_menu, &QMenu::aboutToShow, this, &ReviewBar::fillMenu);
    connect(presenter, &PullRequestPresenter::changed, this, &ReviewBar::update);
    connect(presenter, &PullRequestPresenter::draftsChanged, this, &ReviewBar::update);
    update();
}

void ReviewBar::update()
{
    const auto &state = m_presenter->state();
    if (!state.isLoaded || !m_presenter->drafts())
        return setVisible(false);
    const int pending = m_presenter->drafts()->pendingCount();
    const bool open = stateOf(state.pullRequest()) == PullRequestState::Open;
    setVisible(pending > 0 || open);
    m_count->setText(pending > 0 ? tr("%n pending comment(s)", nullptr, pending) : tr("No pending comments"));
    m_hint->setVisible(pending > 0);
    m_discard->setVisible(pending > 0);
    const auto batch = static_cast<int>(state.batch.size());
    const QString reason = batch > 0 ? m_presenter->applyUnavailable() : QString();
    m_batch->setVisible(batch > 0);
    m_batch->setText(tr("Apply %n suggestion(s)", nullptr, batch));
    m_batch->setEnabled(reason.isEmpty());
    m_batch->setToolTip(reason.isEmpty() ? tr("One commit to the source branch") : reason);
    // The keys give way to what can be done.
    m_keys->setVisible(batch == 0 || width() > 1100);
    m_discard->setEnabled(!state.isSubmitting);
    m_submit->setText(state.isSubmitting ? tr("Submitting…") : tr("Submit review"));
    m_submit->setMainEnabled(!state.isSubmitting, tr("The review is being sent"));
}

void ReviewBar::fillMenu()
{
    m_menu->clear();
    for (const auto &words : verdicts()) {
        const QString reason = m_presenter->verdictUnavailable(words.verdict);
        ui::MenuRow row;
        row.text = words.text;
        row.detail = reason.isEmpty() ? words.detail : reason;
        row.icon = words.icon;
        row.enabled = reason.isEmpty();
        if (words.verdict == api::ReviewVerdict::Approve)
            row.trailing = QKeySequence(Qt::SHIFT | Qt::Key_A).toString(QKeySequence::NativeText);
        else if (words.verdict == api::ReviewVerdict::Return)
            row.trailing = QKeySequence(Qt::SHIFT | Qt::Key_R).toString(QKeySequence::NativeText);
        ui::addMenuRow(m_menu, row, [this, verdict = words.verdict] { submit(verdict); });
    }
}

void ReviewBar::submit(const QString &verdict) { openSubmitDialog(m_presenter, verdict, window()); }

void openSubmitDialog(PullRequestPresenter *presenter, const QString &verdict, QWidget *parent)
{
    if (!presenter->state().isLoaded || !presenter->drafts())
        return;
    auto *dialog = new ui::DialogBase(
        ReviewBar::tr("Submit review of revision %1").arg(presenter->state().review.summary.revisionNumber),
        ReviewBar::tr("Submit review"), parent);
    auto *editor = new CommentEditor(ReviewBar::tr("Summary, in Markdown"), dialog);
    editor->setText(presenter->drafts()->text(QStringLiteral("summary")));
    editor->setMinimumWidth(520);
    QObject::connect(editor, &CommentEditor::edited, dialog, [presenter](const QString &text) {
        presenter->drafts()->setText(QStringLiteral("summary"), text);
    });
    dialog->content()->addWidget(editor);
    auto *group = new QButtonGroup(dialog);
    int index = 0;
    for (const auto &words : verdicts()) {
        auto *choice = new QRadioButton(words.text, dialog);
        const QString reason = presenter->verdictUnavailable(words.verdict);
        choice->setEnabled(reason.isEmpty());
        choice->setChecked(words.verdict == verdict && reason.isEmpty());
        auto *row = new QHBoxLayout;
        row->addWidget(choice);
        row->addWidget(new ui::StyledLabel(reason.isEmpty() ? words.detail : reason, TextStyle::Small,
                                           Token::Muted, dialog));
        row->addStretch(1);
        dialog->content()->addLayout(row);
        group->addButton(choice, index++);
    }
    if (group->checkedId() < 0)
        group->button(0)->setChecked(true);
    const auto update = [dialog, presenter, group, editor] {
        const int pending = presenter->drafts()->pendingCount();
        dialog->setConsequence(pending > 0 ? ReviewBar::tr("%n comment(s) go with it", nullptr, pending)
                                           : QString());
        const QString chosen = verdicts().value(group->checkedId()).verdict;
        const bool empty =
            pending == 0 && editor->text().trimmed().isEmpty() && chosen == api::ReviewVerdict::Comment;
        const bool tooLong = editor->text().size() > longestComment;
        dialog->setSubmitEnabled(!empty && !tooLong, tooLong
                                                         ? ReviewBar::tr("The summary is too long")
                                                         : ReviewBar::tr("Write a summary or add a comment"));
    };
    QObject::connect(editor, &CommentEditor::edited, dialog, update);
    QObject::connect(group, &QButtonGroup::idClicked, dialog, update);
    update();
    QObject::connect(dialog, &ui::DialogBase::submitted, presenter, [presenter, dialog, group, editor] {
        dialog->setBusy(true);
        presenter->submitReview(verdicts().value(group->checkedId()).verdict, editor->text());
    });
    QObject::connect(presenter, &PullRequestPresenter::reviewSubmitted, dialog, &QDialog::accept);
    QObject::connect(presenter, &PullRequestPresenter::revisionMoved, dialog, &QDialog::accept);
    QObject::connect(presenter, &PullRequestPresenter::failed, dialog,
                     [dialog](const QString &text, const Error &error) {
                         dialog->setBusy(false);
                         dialog->fail(text, error.message);
                     });
    dialog->open();
    editor->focusText();
}

void openRevisionMovedDialog(PullRequestPresenter *presenter, const QString &verdict, const QString &summary,
                             int newRevision, QWidget *parent)
{
    const bool approving = verdict == api::ReviewVerdict::Approve;
    auto *dialog = new ui::DialogBase(ReviewBar::tr("Revision %1 was pushed while you read").arg(newRevision),
                                      approving ? ReviewBar::tr("Load revision %1").arg(newRevision)
                                                : ReviewBar::tr("Submit nevertheless"),
                                      parent);
    auto *text = new ui::StyledLabel(
        approving
            ? ReviewBar::tr("Nothing was sent. An approval counts for the newest revision, which you have "
                            "not seen. Load "
                            "it first; your comments and your summary are kept and move with their lines.")
            : ReviewBar::tr("Nothing was sent yet. Your comments stand on the revision you read; they follow "
                            "their lines "
                            "into revision %1.")
                  .arg(newRevision),
        TextStyle::Body, Token::Text, dialog);
    text->setWordWrap(true);
    text->setMinimumWidth(460);
    dialog->content()->addWidget(text);
    if (!approving) {
        auto *load = new QPushButton(ReviewBar::tr("Load revision %1 first").arg(newRevision), dialog);
        theme::setCompact(load);
        dialog->setSideWidget(load);
        QObject::connect(load, &QPushButton::clicked, dialog, [presenter, dialog] {
            presenter->loadWaiting();
            dialog->reject();
        });
    }
    QObject::connect(dialog, &ui::DialogBase::submitted, presenter,
                     [presenter, dialog, verdict, summary, approving] {
                         if (approving)
                             presenter->loadWaiting();
                         else
                             presenter->submitReview(verdict, summary, true);
                         dialog->accept();
                     });
    dialog->open();
}

} // namespace countersign::reviewui
