// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/review/rulecontent.h"
#include "ui/widgets/dialogbase.h"
#include "ui/widgets/people.h"

class QLineEdit;
class QListWidget;
class QSpinBox;

namespace countersign::ui {
class FieldError;
class SegmentedControl;
class SearchField;
} // namespace countersign::ui

namespace countersign::reviewui {

/// An approval rule, or the rule of a template, as a sentence: needs N approvals from a pool. Checks itself
/// by the same rules as the hub while it is filled in. The caller connects to submitted().
class RuleDialog : public ui::DialogBase
{
    Q_OBJECT
public:
    enum class Owner { PullRequest, Template };
    RuleDialog(Owner owner, const QList<ui::PersonInfo> &people, const QString &authorArn, QWidget *parent);

    /// What is edited; without it the rule is new.
    void setRule(const QString &name, const QString &content, bool nameEditable);
    void setTakenNames(const QStringList &names) { m_taken = names; }
    void setTemplateDescription(const QString &description);
    QString name() const;
    QString description() const;
    /// The JSON text for the hub.
    QString content() const;

private:
    void addMember(const QString &text);
    void fillPool();
    void update();
    review::RuleContent ruleContent() const;
    QList<ui::PersonInfo> whoCan() const;

    Owner m_owner;
    QList<ui::PersonInfo> m_people;
    QString m_author;
    QStringList m_taken;
    QList<QString> m_members;
    QLineEdit *m_name;
    QLineEdit *m_description = nullptr;
    QSpinBox *m_needed;
    ui::SegmentedControl *m_from;
    QLineEdit *m_add;
    QListWidget *m_pool;
    QLineEdit *m_branches = nullptr;
    QWidget *m_poolBox;
    ui::FieldError *m_nameError;
    ui::FieldError *m_poolError;
    ui::FieldError *m_branchError = nullptr;
};

} // namespace countersign::reviewui
