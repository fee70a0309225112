// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/approvalrulespage.h"

#include "core/client/session.h"
#include "core/review/rulecontent.h"
#include "ui/review/queuerules.h"
#include "ui/review/ruledialog.h"
#include "ui/review/rulespanel.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/toolrow.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>

namespace countersign::reviewui {

using theme::TextStyle;
using theme::Token;

ApprovalRulesPage::ApprovalRulesPage(const ui::PageContext &hub, QWidget *parent)
    : Page(parent)
    , m_context(hub)
    , m_presenter(new ApprovalRulesPresenter(hub, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new ui::EmptyState(this))
{
    auto *tools = new ui::ToolRow(this);
    tools->addOption(new ui::StyledLabel(tr("Templates make rules on pull requests when they are created."),
                                         TextStyle::Body, Token::Muted, tools),
                     true);
    auto *create = new QPushButton(theme::Theme::instance().icon(QStringLiteral("list-add")),
                                   tr("New template…"), tools);
    theme::setCompact(create);
    connect(create, &QPushButton::clicked, this, [this] { edit(std::nullopt); });
    tools->addTrailing(create);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *page = new QWidget(scroll);
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(16, 16, 16, 16);
    m_column->setSpacing(12);
    scroll->setWidget(page);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(scroll);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(tools);
    column->addWidget(m_stack, 1);
    connect(m_presenter, &ApprovalRulesPresenter::changed, this, &ApprovalRulesPage::update);
    connect(m_presenter, &ApprovalRulesPresenter::announced, this, &Page::undoOffered);
    connect(m_presenter, &ApprovalRulesPresenter::failed, this,
            [this](const QString &text, const Error &error) {
                Q_EMIT errorOccurred(text + QLatin1Char(' ') + ui::errorSentence(error), error.detail);
            });
}

void ApprovalRulesPage::open(const ui::Address &address)
{
    m_address = address;
    m_presenter->open(address.repository);
    update();
}

void ApprovalRulesPage::refresh() { m_presenter->reload(); }

ui::Address ApprovalRulesPage::address() const { return m_address; }

void ApprovalRulesPage::update()
{
    const auto &state = m_presenter->state();
    m_empty->clearActions();
    if (!state.isLoaded || state.templates.isEmpty()) {
        if (state.error) {
            m_empty->setContent(QStringLiteral("state-danger"), tr("The approval rules could not be loaded"),
                                ui::errorSentence(*state.error));
            m_empty->addAction(tr("Retry"), QStringLiteral("view-refresh"), [this] { refresh(); });
        } else if (state.isLoaded) {
            m_empty->setContent(
                QStringLiteral("people"), tr("No approval rules yet"),
                tr("A template says how many approvals a pull request needs, and from whom."));
            m_empty->addAction(tr("New template…"), QStringLiteral("list-add"),
                               [this] { edit(std::nullopt); });
        } else {
            m_empty->setContent(QStringLiteral("people"), tr("Loading the approval rules…"), {});
        }
        m_stack->setCurrentIndex(0);
        return;
    }
    while (auto *item = m_column->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    auto *own = new ui::Panel(tr("In %1").arg(state.repository), this);
    auto *others = new ui::Panel(tr("Other templates of the hub"), this);
    own->setTitle(tr("In %1").arg(state.repository),
                  tr("%n template(s)", nullptr, static_cast<int>(state.associated.size())));
    int otherCount = 0;
    for (auto *panel : {own, others}) {
        panel->body()->setContentsMargins(0, 0, 0, 0);
        panel->body()->setSpacing(0);
    }
    for (const auto &item : state.templates) {
        const bool associated = state.associated.contains(item.approvalRuleTemplateName);
        auto *panel = associated ? own : others;
        otherCount += associated ? 0 : 1;
        panel->body()->addWidget(templateRow(item, panel));
    }
    if (state.associated.isEmpty()) {
        auto *none = new ui::StyledLabel(tr("No template is associated: new pull requests get no rule."),
                                         TextStyle::Body, Token::Muted, own);
        none->setContentsMargins(12, 10, 12, 10);
        own->body()->addWidget(none);
    }
    m_column->addWidget(own);
    others->setVisible(otherCount > 0);
    m_column->addWidget(others);
    m_column->addStretch(1);
    m_stack->setCurrentIndex(1);
    Q_EMIT stateChanged();
}

QWidget *ApprovalRulesPage::templateRow(const api::ApprovalRuleTemplate &item, QWidget *parent)
{
    const QString name = item.approvalRuleTemplateName;
    auto *holder = new QWidget(parent);
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(12, 8, 8, 8);
    row->setSpacing(10);
    auto *use = new QCheckBox(holder);
    theme::setSwitch(use);
    use->setChecked(m_presenter->state().associated.contains(name));
    use->setAccessibleName(tr("Use %1 in %2").arg(name, m_presenter->state().repository));
    use->setToolTip(use->accessibleName());
    connect(use, &QCheckBox::clicked, this, [this, name](bool on) { m_presenter->setAssociated(name, on); });
    row->addWidget(use, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(3);
    column->addWidget(new ui::StyledLabel(name, TextStyle::BodyStrong, Token::Text, holder));
    const QString description = item.approvalRuleTemplateDescription.value_or(QString());
    if (!description.isEmpty()) {
        auto *text = new ui::StyledLabel(description, TextStyle::Small, Token::Muted, holder);
        text->setWordWrap(true);
        column->addWidget(text);
    }
    const auto content =
        review::parseRuleContent(item.approvalRuleTemplateContent, review::RuleOwner::Template);
    if (content) {
        api::RuleState rule;
        rule.needed = content->approvalsNeeded;
        rule.poolDescription = content->poolMembers;
        const auto words = poolWords(rule, [this](const QString &arn) {
            if (m_context.people)
                return m_context.people->person(arn);
            ui::PersonInfo person;
            person.name = accountOf(arn);
            return person;
        });
        auto *chips = new QHBoxLayout;
        chips->setSpacing(6);
        chips->addWidget(
            new ui::StyledLabel(words.lead + words.strong, TextStyle::Small, Token::Text, holder));
        for (const QString &reference : content->destinationReferences.mid(0, 4))
            chips->addWidget(new ui::Chip(ui::refChip(shortRef(reference)), holder));
        if (content->destinationReferences.isEmpty())
            chips->addWidget(
                new ui::StyledLabel(tr("on every branch"), TextStyle::Small, Token::Muted, holder));
        chips->addStretch(1);
        column->addLayout(chips);
    } else {
        column->addWidget(
            new ui::StyledLabel(content.error().message, TextStyle::Small, Token::DangerText, holder));
    }
    row->addLayout(column, 1);
    const auto tool = [&](const QString &icon, const QString &text) {
        auto *button = new QToolButton(holder);
        button->setAutoRaise(true);
        button->setIcon(theme::Theme::instance().icon(icon));
        button->setAccessibleName(text);
        button->setToolTip(text);
        row->addWidget(button);
        return button;
    };
    connect(tool(QStringLiteral("document-edit"), tr("Edit %1").arg(name)), &QToolButton::clicked, this,
            [this, item] { edit(item); });
    connect(tool(QStringLiteral("edit-delete"), tr("Delete %1").arg(name)), &QToolButton::clicked, this,
            [this, name] { m_presenter->remove(name); });
    return holder;
}

void ApprovalRulesPage::edit(const std::optional<api::ApprovalRuleTemplate> &old)
{
    const auto people = m_context.people ? m_context.people->all() : QList<ui::PersonInfo>();
    auto *dialog = new RuleDialog(RuleDialog::Owner::Template, people, {}, window());
    QStringList taken;
    for (const auto &item : m_presenter->state().templates) {
        if (!old || item.approvalRuleTemplateName != old->approvalRuleTemplateName)
            taken.append(item.approvalRuleTemplateName);
    }
    dialog->setTakenNames(taken);
    if (old) {
        dialog->setRule(old->approvalRuleTemplateName, old->approvalRuleTemplateContent, true);
        dialog->setTemplateDescription(old->approvalRuleTemplateDescription.value_or(QString()));
    }
    connect(dialog, &ui::DialogBase::submitted, this, [this, dialog, old] {
        dialog->setBusy(true);
        const ApprovalRulesPresenter::Done done = [dialog =
                                                       QPointer(dialog)](const std::optional<Error> &error) {
            if (!dialog)
                return;
            dialog->setBusy(false);
            if (error)
                dialog->fail(ui::errorSentence(*error), error->message);
            else
                dialog->accept();
        };
        if (old)
            m_presenter->change(*old, dialog->name(), dialog->description(), dialog->content(), done);
        else
            m_presenter->create(dialog->name(), dialog->description(), dialog->content(), done);
    });
    dialog->open();
}

} // namespace countersign::reviewui
