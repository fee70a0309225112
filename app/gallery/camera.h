// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QStringList>

#include <functional>

namespace countersign::shell {
class MainWindow;
}

namespace countersign::gallery {

/// Takes the pictures: each screen light and dark, at 1440 × 900, 1024 × 640 and at twice the pixels, into
/// "<screen>-<scheme>-<size>.png".
class Camera
{
public:
    /// `names`: only screens whose name begins with one of them; empty for all.
    Camera(const QDir &folder, const QStringList &names);

    bool wants(const QString &screen) const;
    /// The window with everything that is open above it (dialogs, menus, the palette). `prepare` is run again
    /// for each size, since pop-ups close when the window changes.
    void takeWindow(const QString &screen, shell::MainWindow &window, const std::function<void()> &prepare);
    void takeWidget(const QString &screen, QWidget &widget);
    int count() const { return m_count; }

private:
    void save(const QString &screen, bool dark, const QString &size, QWidget &widget, qreal scale);

    QDir m_folder;
    QStringList m_names;
    int m_count = 0;
};

/// Lets everything that was started come to its end: no background task, and quiet for a while.
void settle(const shell::MainWindow *window, int quietMs = 700);

} // namespace countersign::gallery
