// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operations.h"
#include "ui/widgets/pagecontext.h"
#include "ui/widgets/people.h"

#include <QObject>

#include <functional>

namespace countersign::reviewui {

/// The approval rule templates of a hub, and which of them are associated with one repository. Owned by its
/// page; screen's thread.
class ApprovalRulesPresenter : public QObject
{
    Q_OBJECT
public:
    struct State
    {
        QString repository;
        bool isLoaded = false;
        std::optional<Error> error;
        /// By name.
        QList<api::ApprovalRuleTemplate> templates;
        QList<QString> associated;
    };
    explicit ApprovalRulesPresenter(const ui::PageContext &context, QObject *parent = nullptr);

    void open(const QString &repository);
    void reload();
    const State &state() const { return m_state; }

    /// `done` is called with nothing, or with what went wrong.
    using Done = std::function<void(const std::optional<Error> &error)>;
    void create(const QString &name, const QString &description, const QString &content, const Done &done);
    void change(const api::ApprovalRuleTemplate &old, const QString &name, const QString &description,
                const QString &content, const Done &done);
    void remove(const QString &name);
    void setAssociated(const QString &name, bool associated);

Q_SIGNALS:
    void changed();
    void announced(const QString &text, const std::function<void()> &undo);
    void failed(const QString &text, const countersign::Error &error);

private:
    void loadTemplates(int number, const QString &token, QList<QString> names);
    void loadTemplate(int number, QList<QString> names, QList<api::ApprovalRuleTemplate> soFar);
    void loadAssociated(int number, const QString &token, QList<QString> names);
    void fail(const Error &error);

    ui::PageContext m_context;
    State m_state;
    int m_number = 0;
};

} // namespace countersign::reviewui
