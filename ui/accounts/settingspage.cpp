// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/accounts/settingspage.h"

#include "core/accounts/settings.h"
#include "ui/accounts/keyspanel.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFontComboBox>
#include <QFontInfo>
#include <QFormLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace countersign::accounts {

using theme::TextStyle;
using theme::Token;

namespace {

QFormLayout *makeForm(ui::Panel *panel)
{
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    panel->body()->addLayout(form);
    return form;
}

QLabel *label(const QString &text, QWidget *field)
{
    auto *made = new QLabel(text);
    made->setMinimumWidth(140);
    made->setMinimumHeight(28);
    made->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    made->setBuddy(field);
    return made;
}

} // namespace

SettingsPage::SettingsPage(Settings *settings, ui::ShortcutTable *shortcuts, QWidget *parent)
    : Page(parent)
    , m_settings(settings)
{
    setWindowTitle(tr("Settings"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto *header = new ui::PageHeader(this);
    header->setIcon(QStringLiteral("settings"));
    header->setTitle(tr("Settings"));
    header->setMeta(tr("Changes hold at once"));
    outer->addWidget(header);
    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    auto *content = new QWidget;
    auto *center = new QHBoxLayout(content);
    center->setContentsMargins(16, 8, 16, 24);
    auto *box = new QWidget(content);
    box->setMaximumWidth(760);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(makeAppearance());
    column->addWidget(makeChanges());
    column->addWidget(makeKeys(shortcuts));
    column->addStretch(1);
    center->addStretch(1);
    center->addWidget(box, 20);
    center->addStretch(1);
    area->setWidget(content);
    outer->addWidget(area, 1);
}

QWidget *SettingsPage::makeAppearance()
{
    auto *panel = new ui::Panel(tr("Appearance"));
    QFormLayout *form = makeForm(panel);
    auto *scheme = new ui::SegmentedControl(panel);
    scheme->addSegment(QStringLiteral("system"), tr("System"));
    scheme->addSegment(QStringLiteral("light"), tr("Light"));
    scheme->addSegment(QStringLiteral("dark"), tr("Dark"));
    scheme->setCurrent(m_settings->colorScheme());
    connect(scheme, &ui::SegmentedControl::chosen, m_settings, &Settings::setColorScheme);
    connect(m_settings, &Settings::changed, scheme,
            [this, scheme] { scheme->setCurrent(m_settings->colorScheme()); });
    form->addRow(label(tr("C&olours"), scheme), scheme);

    auto *row = new QWidget(panel);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    auto *family = new QFontComboBox(row);
    family->setFontFilters(QFontComboBox::MonospacedFonts);
    family->setCurrentFont(QFont(QFontInfo(theme::font(TextStyle::Code)).family()));
    family->setEditable(false);
    auto *size = new QDoubleSpinBox(row);
    size->setRange(6, 36);
    size->setDecimals(1);
    size->setSingleStep(0.5);
    size->setSuffix(tr(" pt"));
    size->setValue(QFontInfo(theme::font(TextStyle::Code)).pointSizeF());
    size->setAccessibleName(tr("Size of code"));
    auto *reset = new QPushButton(tr("Reset"), row);
    line->addWidget(family, 1);
    line->addWidget(size);
    line->addWidget(reset);
    form->addRow(label(tr("Code &font"), family), row);

    auto *preview = new ui::StyledLabel(
        QStringLiteral(
            "if (attempt <= limit && !key.isEmpty()) // 0Oo 1lI\n    return client.write(body) != nullptr;"),
        TextStyle::Code, Token::Text, panel);
    preview->setMargin(8);
    preview->setFrameShape(QFrame::StyledPanel);
    preview->setAccessibleName(tr("Preview of the code font"));
    form->addRow(label({}, nullptr), preview);
    const auto choose = [this, family, size] {
        m_settings->setCodeFont(family->currentFont().family(), size->value());
    };
    connect(family, &QFontComboBox::currentFontChanged, this, choose);
    connect(size, &QDoubleSpinBox::valueChanged, this, choose);
    connect(reset, &QPushButton::clicked, this, [this, family, size] {
        m_settings->setCodeFont({}, 0);
        // What the design's own font is now known to be, without choosing it.
        const QSignalBlocker first(family);
        const QSignalBlocker second(size);
        family->setCurrentFont(QFont(QFontInfo(theme::font(TextStyle::Code)).family()));
        size->setValue(QFontInfo(theme::font(TextStyle::Code)).pointSizeF());
    });
    return panel;
}

QWidget *SettingsPage::makeChanges()
{
    auto *panel = new ui::Panel(tr("Changes and review"));
    QFormLayout *form = makeForm(panel);
    auto *layout = new ui::SegmentedControl(panel);
    layout->addSegment(QStringLiteral("split"), tr("Split"), QStringLiteral("view-split-left-right"));
    layout->addSegment(QStringLiteral("unified"), tr("Unified"));
    layout->setCurrent(m_settings->splitDiff() ? QStringLiteral("split") : QStringLiteral("unified"));
    connect(layout, &ui::SegmentedControl::chosen, this,
            [this](const QString &id) { m_settings->setSplitDiff(id == QLatin1StringView("split")); });
    form->addRow(label(tr("Show &changes"), layout), layout);

    auto *whitespace = new QComboBox(panel);
    // In the order of diff::Whitespace.
    whitespace->addItems({tr("Show all"), tr("Ignore at line ends"), tr("Ignore at both ends"),
                          tr("Ignore changes of amount"), tr("Ignore all"), tr("Ignore blank lines")});
    whitespace->setCurrentIndex(m_settings->whitespaceMode());
    whitespace->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(whitespace, &QComboBox::currentIndexChanged, m_settings, &Settings::setWhitespaceMode);
    form->addRow(label(tr("&White space"), whitespace), whitespace);

    auto *tab = new QSpinBox(panel);
    tab->setRange(1, 16);
    tab->setValue(m_settings->tabWidth());
    tab->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(tab, &QSpinBox::valueChanged, m_settings, &Settings::setTabWidth);
    form->addRow(label(tr("&Tab width"), tab), tab);

    const auto check = [&](const QString &text, bool on, auto set) {
        auto *box = new QCheckBox(text, panel);
        box->setChecked(on);
        connect(box, &QCheckBox::toggled, m_settings, set);
        form->addRow(label({}, nullptr), box);
    };
    check(tr("W&rap long lines"), m_settings->wrapLines(), &Settings::setWrapLines);
    check(tr("Mark a file as &viewed when it was read to its end"), m_settings->markViewedOnOpen(),
          &Settings::setMarkViewedOnOpen);
    return panel;
}

QWidget *SettingsPage::makeKeys(ui::ShortcutTable *shortcuts)
{
    auto *panel = new ui::Panel(tr("Keys"));
    auto *single = new QCheckBox(tr("&Single keys, such as J and K, work where no text is written"), panel);
    theme::setSwitch(single);
    single->setChecked(m_settings->singleKeys());
    connect(single, &QCheckBox::toggled, m_settings, &Settings::setSingleKeys);
    panel->body()->addWidget(single);
    m_keys = new KeysPanel(shortcuts, panel);
    panel->body()->addWidget(m_keys);
    return panel;
}

void SettingsPage::open(const ui::Address &) { m_keys->reload(); }

ui::Address SettingsPage::address() const { return {{}, ui::Address::Page::Settings, {}, {}, {}, {}}; }

} // namespace countersign::accounts
