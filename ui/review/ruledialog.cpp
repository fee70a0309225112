// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/ruledialog.h"

#include "core/review/pool.h"
#include "ui/review/queuerules.h"
#include "ui/review/rulespanel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fielderror.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>
#include <QStringListModel>
#include <QToolButton>

#include <algorithm>

namespace countersign::reviewui {

using theme::TextStyle;
using theme::Token;

namespace {
const QString poolId = QStringLiteral("pool");
const QString anyoneId = QStringLiteral("anyone");
constexpr int longestName = 100;
} // namespace

RuleDialog::RuleDialog(Owner owner, const QList<ui::PersonInfo> &people, const QString &authorArn,
                       QWidget *parent)
    : DialogBase(owner == Owner::Template ? tr("Approval rule template") : tr("Approval rule"),
                 owner == Owner::Template ? tr("Save template") : tr("Save rule"), parent)
    , m_owner(owner)
    , m_people(people)
    , m_author(authorArn)
    , m_name(new QLineEdit(this))
    , m_needed(new QSpinBox(this))
    , m_from(new ui::SegmentedControl(this))
    , m_add(new QLineEdit(this))
    , m_pool(new QListWidget(this))
    , m_poolBox(new QWidget(this))
{
    setMinimumWidth(640);
    m_name->setMaxLength(longestName);
    m_nameError = addField(tr("&Name"), m_name);
    if (owner == Owner::Template) {
        m_description = new QLineEdit(this);
        m_description->setMaxLength(1000);
        addField(tr("&Description"), m_description);
    }
    auto *sentence = new QWidget(this);
    auto *line = new QHBoxLayout(sentence);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    m_needed->setRange(1, 99);
    m_needed->setAccessibleName(tr("Approvals needed"));
    line->addWidget(m_needed);
    line->addWidget(new ui::StyledLabel(tr("approvals from"), TextStyle::Body, Token::Text, sentence));
    m_from->addSegment(poolId, tr("The pool below"));
    m_from->addSegment(anyoneId, tr("Anyone who can write"));
    line->addWidget(m_from);
    line->addStretch(1);
    sentence->setFocusProxy(m_needed);
    addField(tr("N&eeds"), sentence);

    auto *poolColumn = new QVBoxLayout(m_poolBox);
    poolColumn->setContentsMargins(0, 0, 0, 0);
    poolColumn->setSpacing(0);
    m_add->setPlaceholderText(tr("Add a person or a pattern such as arn:aws:iam::*:user/release-*"));
    m_add->setAccessibleName(tr("Add to the pool"));
    m_pool->setAccessibleName(tr("Pool"));
    m_pool->setFixedHeight(112);
    m_pool->setSelectionMode(QAbstractItemView::NoSelection);
    poolColumn->addWidget(m_add);
    poolColumn->addWidget(m_pool);
    m_poolBox->setFocusProxy(m_add);
    m_poolError = addField(tr("&Pool"), m_poolBox);
    QStringList names;
    for (const auto &person : people)
        names.append(person.name);
    auto *completer = new QCompleter(names, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_add->setCompleter(completer);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, [this](const QString &text) {
        addMember(text);
        // The completer writes its text into the field after this.
        QMetaObject::invokeMethod(m_add, &QLineEdit::clear, Qt::QueuedConnection);
    });
    connect(m_add, &QLineEdit::returnPressed, this, [this] {
        addMember(m_add->text());
        m_add->clear();
    });
    if (owner == Owner::Template) {
        m_branches = new QLineEdit(this);
        m_branches->setFont(theme::font(TextStyle::Code));
        m_branches->setPlaceholderText(tr("every branch; or main, release/*"));
        m_branchError = addField(tr("&Branches"), m_branches);
        connect(m_branches, &QLineEdit::textChanged, this, &RuleDialog::update);
    }
    setConsequence(owner == Owner::Template ? tr("Applies to pull requests created from now on")
                                            : tr("Approvals of older revisions never count"));
    connect(m_name, &QLineEdit::textChanged, this, &RuleDialog::update);
    connect(m_needed, &QSpinBox::valueChanged, this, &RuleDialog::update);
    connect(m_from, &ui::SegmentedControl::chosen, this, &RuleDialog::update);
    update();
}

void RuleDialog::setRule(const QString &name, const QString &content, bool nameEditable)
{
    m_name->setText(name);
    m_name->setReadOnly(!nameEditable);
    const auto parsed = review::parseRuleContent(
        content, m_owner == Owner::Template ? review::RuleOwner::Template : review::RuleOwner::PullRequest);
    if (parsed) {
        m_needed->setValue(parsed->approvalsNeeded);
        m_members = parsed->poolMembers;
        m_from->setCurrent(m_members.isEmpty() ? anyoneId : poolId);
        if (m_branches) {
            QStringList names;
            for (const QString &reference : parsed->destinationReferences)
                names.append(shortRef(reference));
            m_branches->setText(names.join(QStringLiteral(", ")));
        }
    }
    fillPool();
    update();
}

void RuleDialog::setTemplateDescription(const QString &description)
{
    if (m_description)
        m_description->setText(description);
}

QString RuleDialog::name() const { return m_name->text().trimmed(); }

QString RuleDialog::description() const
{
    return m_description ? m_description->text().trimmed() : QString();
}

review::RuleContent RuleDialog::ruleContent() const
{
    review::RuleContent content;
    content.approvalsNeeded = m_needed->value();
    if (m_from->current() == poolId)
        content.poolMembers = m_members;
    if (m_branches) {
        for (const QString &part : m_branches->text().split(QLatin1Char(','), Qt::SkipEmptyParts)) {
            const QString branch = part.trimmed();
            if (!branch.isEmpty())
                content.destinationReferences.append(branch.startsWith(QStringLiteral("refs/"))
                                                         ? branch
                                                         : QStringLiteral("refs/heads/") + branch);
        }
    }
    return content;
}

QString RuleDialog::content() const { return review::writeRuleContent(ruleContent()); }

QList<ui::PersonInfo> RuleDialog::whoCan() const
{
    const review::RuleContent content = ruleContent();
    QList<ui::PersonInfo> can;
    for (const auto &person : m_people) {
        if (person.arn != m_author && review::poolContains(content.poolMembers, person.arn))
            can.append(person);
    }
    return can;
}

void RuleDialog::addMember(const QString &text)
{
    QString member = text.trimmed();
    if (member.isEmpty())
        return;
    for (const auto &person : std::as_const(m_people)) {
        if (person.name.compare(member, Qt::CaseInsensitive) == 0 || person.account == member)
            member = person.arn;
    }
    if (!review::isPoolMember(member)) {
        m_poolError->setError(
            tr("“%1” is nobody here, and no pattern: write an ARN, with * for any text.").arg(member));
        return;
    }
    if (!m_members.contains(member) && m_members.size() < review::maxPoolMembers)
        m_members.append(member);
    m_from->setCurrent(poolId);
    fillPool();
    update();
}

void RuleDialog::fillPool()
{
    m_pool->clear();
    const PersonOfArn personOf = [this](const QString &arn) {
        for (const auto &person : std::as_const(m_people)) {
            if (person.arn == arn)
                return person;
        }
        ui::PersonInfo person;
        person.arn = arn;
        person.name = accountOf(arn);
        return person;
    };
    for (const QString &member : std::as_const(m_members)) {
        auto *item = new QListWidgetItem(m_pool);
        auto *row = new QWidget(m_pool);
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(10, 0, 6, 0);
        line->setSpacing(8);
        const bool pattern = member.contains(QLatin1Char('*')) || member.contains(QLatin1Char('?'));
        const QString name = poolMemberName(member, personOf);
        if (pattern) {
            line->addWidget(new ui::IconLabel(QStringLiteral("people"), Token::Muted, 16, row));
        } else {
            auto *avatar = new ui::Avatar(20, row);
            avatar->setPerson(personOf(member));
            line->addWidget(avatar);
        }
        auto *label = new ui::ElidedLabel(pattern ? member : name, Qt::ElideMiddle, row);
        label->setToolTip(member);
        line->addWidget(label, 1);
        const auto matches = std::ranges::count_if(m_people, [&](const ui::PersonInfo &person) {
            return review::poolMemberMatches(member, person.arn);
        });
        line->addWidget(new ui::StyledLabel(pattern
                                                ? tr("pattern, %n people", nullptr, static_cast<int>(matches))
                                            : matches > 0 ? tr("person")
                                                          : tr("nobody with this name yet"),
                                            TextStyle::Small, Token::Muted, row));
        auto *remove = new QToolButton(row);
        remove->setAutoRaise(true);
        remove->setIcon(theme::Theme::instance().icon(QStringLiteral("cross")));
        remove->setAccessibleName(tr("Remove %1").arg(name));
        remove->setToolTip(remove->accessibleName());
        connect(remove, &QToolButton::clicked, this, [this, member] {
            m_members.removeAll(member);
            // The button is part of the row that goes: it must have finished its click.
            QMetaObject::invokeMethod(
                this,
                [this] {
                    fillPool();
                    update();
                },
                Qt::QueuedConnection);
        });
        line->addWidget(remove);
        item->setSizeHint(QSize(100, std::max(26, row->fontMetrics().height() + 8)));
        item->setData(Qt::AccessibleTextRole, name);
        m_pool->setItemWidget(item, row);
    }
}

void RuleDialog::update()
{
    QString reason;
    if (name().isEmpty())
        reason = tr("A name is needed");
    if (m_taken.contains(name()) && !m_name->isReadOnly()) {
        reason = tr("There is a rule of this name already");
        m_nameError->setError(reason);
    } else {
        m_nameError->clear();
    }
    const bool pool = m_from->current() == poolId;
    m_add->setEnabled(pool);
    m_pool->setEnabled(pool);
    const auto can = whoCan();
    m_poolError->clear();
    if (pool && m_members.isEmpty()) {
        m_poolError->setHint(tr("Add who may satisfy this rule."));
        if (reason.isEmpty())
            reason = tr("The pool is empty");
    } else if (static_cast<int>(can.size()) < m_needed->value()) {
        m_poolError->setError(tr("Only %n people can satisfy this rule, and it needs %1.", nullptr,
                                 static_cast<int>(can.size()))
                                  .arg(m_needed->value()));
    } else {
        m_poolError->setHint(tr("%n people can satisfy this rule. An author’s own approval never counts.",
                                nullptr, static_cast<int>(can.size())));
    }
    if (m_branchError)
        m_branchError->clear();
    const auto checked = review::parseRuleContent(
        content(), m_owner == Owner::Template ? review::RuleOwner::Template : review::RuleOwner::PullRequest);
    if (!checked && reason.isEmpty()) {
        reason = checked.error().message;
        if (m_branchError)
            m_branchError->setError(reason);
    }
    setSubmitEnabled(reason.isEmpty(), reason);
}

} // namespace countersign::reviewui
