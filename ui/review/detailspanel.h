// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operations_review.h"
#include "ui/widgets/panel.h"

class QFormLayout;

namespace countersign::reviewui {

/// Ids and places of a pull request. Owned by the overview.
class DetailsPanel : public ui::Panel
{
    Q_OBJECT
public:
    explicit DetailsPanel(QWidget *parent = nullptr);
    void setReview(const QString &hubName, const api::GetPullRequestReview::Output &review);

Q_SIGNALS:
    void commitAsked(const QString &commitId);

private:
    QWidget *m_content = nullptr;
    QString m_copied;
};

} // namespace countersign::reviewui
