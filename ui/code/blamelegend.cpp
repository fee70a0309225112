// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/blamelegend.h"

#include "ui/code/blamemargin.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPainter>

namespace countersign::code {

namespace {

constexpr int ages = 5;
constexpr int step = 18;

/// The five ages of a blame, newest to oldest.
class AgeScale : public QWidget
{
public:
    explicit AgeScale(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(ages * step, 12);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        for (int age = 0; age < ages; ++age)
            painter.fillRect(age * step, 3, step - 2, 6, blameAgeColor(age));
    }
};

} // namespace

BlameLegend::BlameLegend(QWidget *parent)
    : QWidget(parent)
{
    using theme::TextStyle;
    using theme::Token;
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new ui::StyledLabel(tr("Blame: newest"), TextStyle::Small, Token::Muted, this));
    row->addWidget(new AgeScale(this));
    row->addWidget(new ui::StyledLabel(tr("oldest"), TextStyle::Small, Token::Muted, this));
}

} // namespace countersign::code
