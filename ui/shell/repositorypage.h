// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/page.h"

#include <QHash>

class QStackedWidget;
class QPushButton;

namespace countersign::ui {
class Chip;
class PageHeader;
class SectionTabs;
} // namespace countersign::ui

namespace countersign::shell {

class HubModel;
class PageFactory;

/// One repository: its head and section tabs, around the pages that features make for them. Section pages are
/// made when first shown and kept with this one.
class RepositoryPage : public ui::Page
{
    Q_OBJECT
public:
    /// `factory` outlives the page.
    RepositoryPage(HubModel *hub, const PageFactory *factory, QWidget *parent = nullptr);

    void open(const ui::Address &address) override;
    void refresh() override;
    ui::Address address() const override;
    bool focusPane(bool forward) override;

private:
    void loadHead();
    void showCounts();
    ui::Page *section(const QString &tab);
    void newPullRequest();

    HubModel *m_hub;
    const PageFactory *m_factory;
    ui::PageHeader *m_header;
    QPushButton *m_newRequest;
    ui::SectionTabs *m_tabs;
    QStackedWidget *m_stack;
    QHash<QString, ui::Page *> m_sections;
    ui::Address m_address;
    QString m_loaded;
};

} // namespace countersign::shell
