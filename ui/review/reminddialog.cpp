// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/reminddialog.h"

#include "ui/review/commenteditor.h"
#include "ui/widgets/dialogbase.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace countersign::reviewui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(countersign::reviewui::RemindDialog)
};

constexpr qsizetype mostPeople = 12;

} // namespace

void openRemindDialog(PullRequestPresenter *presenter, const MergeCondition &condition, QWidget *parent)
{
    auto *dialog =
        new ui::DialogBase(Words::tr("Remind of %1").arg(condition.strong), Words::tr("Remind"), parent);
    auto *people = new QVBoxLayout;
    people->setSpacing(4);
    QList<std::pair<QCheckBox *, QString>> boxes;
    const auto &reviewers = presenter->state().review.summary.reviewers;
    const auto isAsked = [&reviewers](const QString &arn) {
        return std::ranges::any_of(reviewers, [&arn](const api::ReviewerState &reviewer) {
            return reviewer.userArn == arn && reviewer.requested;
        });
    };
    const bool anyAsked = std::ranges::any_of(condition.who, isAsked);
    for (const QString &arn : condition.who.mid(0, mostPeople)) {
        if (arn == presenter->me())
            continue;
        auto *box = new QCheckBox(presenter->person(arn).name, dialog);
        // Who was asked already is meant first; where nobody was, everybody who can.
        box->setChecked(!anyAsked || isAsked(arn));
        people->addWidget(box);
        boxes.append({box, arn});
    }
    dialog->content()->addLayout(people);
    auto *editor = new CommentEditor(Words::tr("Comment, in Markdown"), dialog);
    editor->setMinimumWidth(480);
    dialog->content()->addWidget(editor);
    dialog->setConsequence(Words::tr("Posts this comment; they find it in their inbox"));
    const auto chosen = [boxes] {
        QList<QString> arns;
        for (const auto &[box, arn] : boxes) {
            if (box->isChecked())
                arns.append(arn);
        }
        return arns;
    };
    const auto proposed = [presenter, condition, chosen] {
        QStringList names;
        for (const QString &arn : chosen())
            names.append(QLatin1Char('@') + presenter->person(arn).account);
        return Words::tr("%1: revision %2 needs your approval (%3).")
            .arg(names.join(QStringLiteral(", ")))
            .arg(presenter->state().review.summary.revisionNumber)
            .arg(condition.strong);
    };
    const auto update = [dialog, editor, chosen] {
        const bool nobody = chosen().isEmpty();
        dialog->setSubmitEnabled(!nobody && !editor->text().trimmed().isEmpty(),
                                 nobody ? Words::tr("Choose somebody") : Words::tr("Write what they read"));
    };
    // Follows the boxes until somebody writes own words.
    const auto shown = std::make_shared<QString>(proposed());
    editor->setText(*shown);
    for (const auto &choice : std::as_const(boxes)) {
        QObject::connect(choice.first, &QCheckBox::toggled, dialog, [editor, proposed, update, shown] {
            const bool untouched = editor->text() == *shown;
            *shown = proposed();
            if (untouched)
                editor->setText(*shown);
            update();
        });
    }
    QObject::connect(editor, &CommentEditor::edited, dialog, update);
    update();
    QObject::connect(dialog, &ui::DialogBase::submitted, presenter, [presenter, dialog, editor, chosen] {
        dialog->setBusy(true);
        presenter->remind(editor->text().trimmed(), chosen());
    });
    QObject::connect(presenter, &PullRequestPresenter::reminded, dialog, &QDialog::accept);
    QObject::connect(presenter, &PullRequestPresenter::failed, dialog,
                     [dialog](const QString &text, const Error &error) {
                         dialog->setBusy(false);
                         dialog->fail(text, error.message);
                     });
    dialog->open();
}

} // namespace countersign::reviewui
