// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSplitter>

namespace countersign::accounts {
class Settings;
}

namespace countersign::ui {

/// A splitter whose 1 px line is easy to grab (8 px), goes back to its first sizes on double-click, and
/// remembers its sizes for each kind of page.
class SideSplitter : public QSplitter
{
    Q_OBJECT
public:
    /// `name`: the kind of page, such as "code.tree"; `settings` may be null.
    SideSplitter(Qt::Orientation orientation, const QString &name, accounts::Settings *settings,
                 QWidget *parent = nullptr);
    /// The sizes of the first start and of a double-click; -1 takes what is left.
    void setInitialSizes(const QList<int> &sizes);

protected:
    QSplitterHandle *createHandle() override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    friend class SideSplitterHandle;
    void reset();
    void restore();
    void remember();

    QString m_name;
    accounts::Settings *m_settings;
    QList<int> m_initial;
    bool m_restored = false;
};

} // namespace countersign::ui
