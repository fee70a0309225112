// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/review/newpullrequestpresenter.h"
#include "ui/widgets/page.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace countersign::diffview {
class ChangesPanel;
}

namespace countersign::ui {
class Banner;
class FieldError;
} // namespace countersign::ui

namespace countersign::reviewui {

class CommentEditor;
class ReviewersPanel;
class RulesPanel;

/// Creates a pull request: branches, words, reviewers, the rules that will apply, and the diff before it is
/// there. Made by makeNewPullRequestPage().
class NewPullRequestPage : public ui::Page
{
    Q_OBJECT
public:
    explicit NewPullRequestPage(const ui::PageContext &hub, QWidget *parent = nullptr);
    void open(const ui::Address &address) override;
    void refresh() override;
    ui::Address address() const override;
    NewPullRequestPresenter *presenter() const { return m_presenter; }

private:
    QWidget *makeForm();
    QWidget *makeSide();
    void update();
    void updateBanner();

    ui::PageContext m_context;
    ui::Address m_address;
    NewPullRequestPresenter *m_presenter;
    QPushButton *m_create;
    QComboBox *m_repository;
    QComboBox *m_source;
    QComboBox *m_destination;
    QLineEdit *m_title;
    CommentEditor *m_description;
    RulesPanel *m_rules;
    ReviewersPanel *m_reviewers;
    diffview::ChangesPanel *m_changes;
    QVBoxLayout *m_banners;
    ui::Banner *m_banner = nullptr;
    QString m_bannerText;
    bool m_updating = false;
};

} // namespace countersign::reviewui
