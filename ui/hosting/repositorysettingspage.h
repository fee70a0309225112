// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/types_repositories.h"
#include "core/base/lane.h"
#include "ui/widgets/page.h"
#include "ui/widgets/pagecontext.h"

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace countersign::ui {
class EmptyState;
class FieldError;
class Panel;
class StyledLabel;
} // namespace countersign::ui

namespace countersign::hosting {

class NameField;
class TagsPanel;

/// Name, description, default branch, tags and facts of a repository, and its deletion. What is being typed
/// survives a reload. Screen's thread; owned by its parent.
class RepositorySettingsPage : public ui::Page
{
    Q_OBJECT
public:
    RepositorySettingsPage(const ui::PageContext &context, QWidget *parent);
    ~RepositorySettingsPage() override;

    void open(const ui::Address &address) override;
    void refresh() override;
    ui::Address address() const override;

private:
    void addGeneral(QVBoxLayout *column);
    void addBranch(QVBoxLayout *column);
    void addFacts(QVBoxLayout *column);
    void addDanger(QVBoxLayout *column);
    void show(const api::RepositoryMetadata &metadata);
    void loadBranches(const QString &repository, const QStringList &before, const QString &token);
    void updateState();
    void rename();
    void describe();
    void setDefaultBranch();
    void remove();
    void showDeleted();
    void failed(const Error &error);
    ui::Address repositoryAddress(const QString &repository) const;

    ui::PageContext m_context;
    ui::Address m_address;
    api::RepositoryMetadata m_shown;
    QStackedWidget *m_stack;
    ui::EmptyState *m_trouble;
    NameField *m_name = nullptr;
    QLineEdit *m_description = nullptr;
    ui::FieldError *m_descriptionError = nullptr;
    QComboBox *m_branch = nullptr;
    QPushButton *m_rename = nullptr;
    QPushButton *m_describe = nullptr;
    QPushButton *m_setBranch = nullptr;
    TagsPanel *m_tags = nullptr;
    QList<ui::StyledLabel *> m_facts;
    Lane m_lane;
    Latest<Result<QString>> m_folder;
};

} // namespace countersign::hosting
