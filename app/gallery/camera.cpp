// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/gallery/camera.h"

#include "ui/shell/mainwindow.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QPainter>
#include <QTimer>

namespace countersign::gallery {

namespace {

struct Size
{
    const char *name;
    QSize window;
    qreal scale;
};

const Size sizes[] = {
    {"1440x900", QSize(1440, 900), 1},
    {"1024x640", QSize(1024, 640), 1},
    {"1440x900@2x", QSize(1440, 900), 2},
};

void setDark(bool dark)
{
    theme::Theme::instance().setScheme(dark ? theme::Scheme::Dark : theme::Scheme::Light);
}

void closePopups(const QWidget *window)
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget != window && widget->isVisible())
            widget->close();
    }
}

QPixmap picture(QWidget &widget, qreal scale)
{
    QPixmap pixmap(widget.size() * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(theme::color(theme::Token::Window));
    widget.render(&pixmap);
    return pixmap;
}

} // namespace

void settle(const shell::MainWindow *window, int quietMs)
{
    QElapsedTimer total;
    total.start();
    QElapsedTimer quiet;
    quiet.start();
    QEventLoop loop;
    while (quiet.elapsed() < quietMs && total.elapsed() < 60'000) {
        QTimer::singleShot(50, &loop, &QEventLoop::quit);
        loop.exec();
        if (window && window->tasks()->runningCount() > 0)
            quiet.restart();
    }
}

Camera::Camera(const QDir &folder, const QStringList &names)
    : m_folder(folder)
    , m_names(names)
{
    m_folder.mkpath(QStringLiteral("."));
}

bool Camera::wants(const QString &screen) const
{
    return m_names.isEmpty() ||
           std::ranges::any_of(m_names, [&](const QString &name) { return screen.startsWith(name); });
}

void Camera::save(const QString &screen, bool dark, const QString &size, QWidget &widget, qreal scale)
{
    QPixmap whole = picture(widget, scale);
    {
        QPainter painter(&whole);
        for (QWidget *above : QApplication::topLevelWidgets()) {
            if (above == &widget || !above->isVisible() || !above->isWindow())
                continue;
            painter.drawPixmap(above->mapToGlobal(QPoint()) - widget.mapToGlobal(QPoint()),
                               picture(*above, scale));
        }
    }
    const QString name = QStringLiteral("%1-%2-%3.png")
                             .arg(screen, dark ? QStringLiteral("dark") : QStringLiteral("light"), size);
    if (whole.save(m_folder.filePath(name)))
        ++m_count;
    else
        qWarning("%s could not be written", qPrintable(m_folder.filePath(name)));
}

void Camera::takeWindow(const QString &screen, shell::MainWindow &window,
                        const std::function<void()> &prepare)
{
    if (!wants(screen))
        return;
    for (const Size &size : sizes) {
        for (const bool dark : {false, true}) {
            closePopups(&window);
            setDark(dark);
            window.resize(size.window);
            prepare();
            settle(&window);
            save(screen, dark, QLatin1StringView(size.name), window, size.scale);
        }
    }
    closePopups(&window);
}

void Camera::takeWidget(const QString &screen, QWidget &widget)
{
    if (!wants(screen))
        return;
    for (const bool dark : {false, true}) {
        setDark(dark);
        settle(nullptr, 100);
        save(screen, dark, QStringLiteral("1440x900"), widget, 1);
        save(screen, dark, QStringLiteral("1440x900@2x"), widget, 2);
    }
}

} // namespace countersign::gallery
