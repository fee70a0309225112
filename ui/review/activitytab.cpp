// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/activitytab.h"

#include "core/api/enums.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/relativetime.h"
#include "ui/widgets/rowpainting.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/toolrow.h"

#include <QComboBox>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace countersign::reviewui {

using theme::TextStyle;
using theme::Token;

namespace {

enum Role { PersonArnRole = Qt::UserRole + 1, NameRole, TimeRole };

class ActivityDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return QSize(200, ui::rowHeight(30));
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        ui::paintRowBackground(*painter, option);
        const QRect inner = option.rect.adjusted(16, 0, -16, 0);
        ui::PersonInfo person;
        person.arn = index.data(PersonArnRole).toString();
        person.name = index.data(NameRole).toString();
        ui::paintAvatar(*painter, QRect(inner.left(), inner.center().y() - 8, 16, 16), person);
        const QString time = ui::relativeTime(index.data(TimeRole).toLongLong());
        const QFont body = theme::font(TextStyle::Body);
        const int timeWidth = QFontMetrics(body).horizontalAdvance(time) + 2;
        ui::paintRowText(*painter, QRect(inner.right() - timeWidth, inner.top(), timeWidth, inner.height()),
                         time, body, theme::color(Token::Muted));
        const QFont strong = theme::font(TextStyle::BodyStrong);
        const int x = inner.left() + 24;
        const int nameWidth = QFontMetrics(strong).horizontalAdvance(person.name) + 2;
        ui::paintRowText(*painter, QRect(x, inner.top(), nameWidth, inner.height()), person.name, strong,
                         theme::color(Token::Text));
        ui::paintRowText(*painter,
                         QRect(x + nameWidth + 6, inner.top(), inner.right() - timeWidth - x - nameWidth - 20,
                               inner.height()),
                         index.data().toString(), body, theme::color(Token::Text));
        ui::paintRowFocus(*painter, option);
        painter->restore();
    }
};

QString kindGroup(const QString &kind)
{
    using Kind = api::ActivityKind;
    if (kind == Kind::Comment || kind == Kind::Thread)
        return QStringLiteral("comments");
    if (kind == Kind::Review || kind == Kind::Approved || kind == Kind::ApprovalRevoked)
        return QStringLiteral("reviews");
    if (kind == Kind::Revision)
        return QStringLiteral("revisions");
    if (kind == Kind::RuleCreated || kind == Kind::RuleUpdated || kind == Kind::RuleDeleted ||
        kind == Kind::Overridden || kind == Kind::OverrideRevoked)
        return QStringLiteral("rules");
    return QStringLiteral("state");
}

} // namespace

QString activitySentence(const api::ActivityEntry &entry,
                         const std::function<QString(const QString &)> &nameOf)
{
    using Kind = api::ActivityKind;
    const QString rule = entry.event && entry.event->approvalRuleEventMetadata
                             ? entry.event->approvalRuleEventMetadata->approvalRuleName
                             : QString();
    if (entry.kind == Kind::Created)
        return ActivityTab::tr("opened the pull request");
    if (entry.kind == Kind::Revision)
        return ActivityTab::tr("pushed revision %1").arg(entry.revision ? entry.revision->number : 0);
    if (entry.kind == Kind::Review && entry.review)
        return (entry.review->verdict == api::ReviewVerdict::Approve ? ActivityTab::tr("approved revision %1")
                : entry.review->verdict == api::ReviewVerdict::Return
                    ? ActivityTab::tr("returned revision %1")
                    : ActivityTab::tr("reviewed revision %1"))
                   .arg(entry.review->revisionNumber) +
               (entry.review->content ? QStringLiteral(": ") + entry.review->content->simplified()
                                      : QString());
    if (entry.kind == Kind::Comment && entry.comment)
        return entry.comment->content ? ActivityTab::tr("wrote: %1").arg(entry.comment->content->simplified())
                                      : ActivityTab::tr("deleted a comment");
    if (entry.kind == Kind::Thread)
        return entry.resolved.value_or(true) ? ActivityTab::tr("resolved a thread")
                                             : ActivityTab::tr("reopened a thread");
    if (entry.kind == Kind::Approved)
        return ActivityTab::tr("approved");
    if (entry.kind == Kind::ApprovalRevoked)
        return ActivityTab::tr("took the approval back");
    if (entry.kind == Kind::RuleCreated)
        return ActivityTab::tr("added the approval rule %1").arg(rule);
    if (entry.kind == Kind::RuleUpdated)
        return ActivityTab::tr("changed the approval rule %1").arg(rule);
    if (entry.kind == Kind::RuleDeleted)
        return ActivityTab::tr("deleted the approval rule %1").arg(rule);
    if (entry.kind == Kind::Overridden)
        return ActivityTab::tr("overrode the approval rules");
    if (entry.kind == Kind::OverrideRevoked)
        return ActivityTab::tr("took the override back");
    if (entry.kind == Kind::Merged)
        return ActivityTab::tr("merged the pull request");
    if (entry.kind == Kind::Status)
        return ActivityTab::tr("closed the pull request");
    if (entry.kind == Kind::Reviewers) {
        QStringList added;
        QStringList removed;
        for (const QString &arn : entry.reviewersAdded)
            added.append(nameOf(arn));
        for (const QString &arn : entry.reviewersRemoved)
            removed.append(nameOf(arn));
        QStringList parts;
        if (!added.isEmpty())
            parts.append(ActivityTab::tr("asked %1 for a review").arg(added.join(QStringLiteral(", "))));
        if (!removed.isEmpty())
            parts.append(ActivityTab::tr("no longer asks %1").arg(removed.join(QStringLiteral(", "))));
        return parts.join(QStringLiteral("; "));
    }
    return entry.kind.toLower();
}

ActivityTab::ActivityTab(PullRequestPresenter *presenter, QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_view(new QListView(this))
    , m_model(new QStandardItemModel(this))
{
    auto *row = new ui::ToolRow(this);
    m_filter = new ui::SearchField(tr("Filter by person or text"), ui::SearchField::Purpose::Filter, row);
    m_kind = new QComboBox(row);
    theme::setCompact(m_kind);
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->addItem(tr("Everything"));
    m_kind->addItem(tr("Comments"), QStringLiteral("comments"));
    m_kind->addItem(tr("Reviews"), QStringLiteral("reviews"));
    m_kind->addItem(tr("Revisions"), QStringLiteral("revisions"));
    m_kind->addItem(tr("Rules"), QStringLiteral("rules"));
    m_kind->addItem(tr("State"), QStringLiteral("state"));
    row->addOption(m_filter, true);
    row->addOption(m_kind);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new ActivityDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformItemSizes(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setAccessibleName(tr("Activity"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(row);
    column->addWidget(m_view, 1);
    connect(m_filter, &ui::SearchField::searchChanged, this, &ActivityTab::update);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ActivityTab::update);
    connect(presenter, &PullRequestPresenter::changed, this, &ActivityTab::update);
    update();
}

void ActivityTab::update()
{
    const auto nameOf = [this](const QString &arn) { return m_presenter->person(arn).name; };
    const QString kind = m_kind->currentData().toString();
    const QString text = m_filter->text();
    QList<QStandardItem *> items;
    const auto &activity = m_presenter->state().activity;
    for (auto entry = activity.rbegin(); entry != activity.rend(); ++entry) {
        if (!kind.isEmpty() && kindGroup(entry->kind) != kind)
            continue;
        const QString name = nameOf(entry->actorArn);
        const QString sentence = activitySentence(*entry, nameOf);
        if (!text.isEmpty() && !name.contains(text, Qt::CaseInsensitive) &&
            !sentence.contains(text, Qt::CaseInsensitive))
            continue;
        auto *item = new QStandardItem(sentence);
        item->setData(entry->actorArn, PersonArnRole);
        item->setData(name, NameRole);
        item->setData(entry->date.ms, TimeRole);
        item->setData(tr("%1 %2, %3").arg(name, sentence, ui::fullTime(entry->date.ms)),
                      Qt::AccessibleTextRole);
        item->setToolTip(ui::fullTime(entry->date.ms));
        items.append(item);
    }
    m_model->clear();
    for (auto *item : std::as_const(items))
        m_model->appendRow(item);
}

} // namespace countersign::reviewui
