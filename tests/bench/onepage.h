// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/accounts/settings.h"
#include "core/client/session.h"
#include "tests/bench/measure.h"
#include "ui/theme/theme.h"
#include "ui/widgets/page.h"
#include "ui/widgets/pagecontext.h"

#include <QApplication>
#include <QTemporaryDir>

/// One page of the console over one repository, for measuring what a user waits for.
namespace countersign::bench {

/// A backend over one folder; no operation is known.
class Folder : public client::Backend
{
public:
    explicit Folder(QString gitDirectory)
        : m_gitDirectory(std::move(gitDirectory))
    {
    }
    QFuture<Result<QJsonObject>> invoke(const QString &, const QJsonObject &,
                                        const client::CallContext &) override
    {
        return QtFuture::makeReadyValueFuture(
            Result<QJsonObject>(failure(ErrorKind::Unsupported, QStringLiteral("Only reading."))));
    }
    bool supports(const QString &) const override { return false; }
    Result<QString> gitDirectory(const QString &) const override { return m_gitDirectory; }
    QString principal() const override { return QStringLiteral("arn:aws:iam::123456789012:user/ada"); }
    bool setPrincipal(const QString &) override { return false; }

private:
    QString m_gitDirectory;
};

/// An application that knows the longest turn of its event loop: how long the screen stood still.
class TimedApplication : public QApplication
{
public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        ++m_depth;
        const Stopwatch watch;
        const bool done = QApplication::notify(receiver, event);
        --m_depth;
        const double took = watch.milliseconds();
        if (took > m_longest) {
            m_longest = took;
            m_what = QByteArray(receiver->metaObject()->className()) + " event " +
                     QByteArray::number(event->type());
        }
        return done;
    }
    double longest() const { return m_longest; }
    QByteArray longestWhat() const { return m_what; }
    void forget() { m_longest = 0; }

private:
    int m_depth = 0;
    double m_longest = 0;
    QByteArray m_what;
};

/// Session, settings and context of a page.
class OnePage
{
public:
    explicit OnePage(const QString &gitDirectory)
        : m_settings(m_folder.filePath(QStringLiteral("settings.ini")))
        , m_session(QStringLiteral("local"), QStringLiteral("This computer"),
                    std::make_unique<Folder>(gitDirectory))
    {
        theme::Theme::instance().apply();
        m_context.session = &m_session;
        m_context.settings = &m_settings;
    }
    const ui::PageContext &context() const { return m_context; }
    static ui::Address address(const QString &tab, const QMap<QString, QString> &query = {})
    {
        return {QStringLiteral("local"),
                ui::Address::Page::Repository,
                QStringLiteral("repository"),
                {},
                tab,
                query};
    }

private:
    QTemporaryDir m_folder;
    accounts::Settings m_settings;
    client::Session m_session;
    ui::PageContext m_context;
};

/// Runs the event loop until `done()`; false after ten minutes.
template <class Done>
bool runUntil(Done done)
{
    const Stopwatch watch;
    while (!done()) {
        if (watch.milliseconds() > 600'000)
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
    }
    return true;
}

} // namespace countersign::bench
