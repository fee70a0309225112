// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/theme/portal.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace countersign::theme {

namespace {

const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString group = QStringLiteral("org.freedesktop.appearance");
const QString key = QStringLiteral("color-scheme");

// 0 no preference, 1 dark, 2 light: org.freedesktop.portal.Settings, version 2.
std::optional<bool> wish(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    switch (value.toUInt()) {
    case 1:
        return true;
    case 2:
        return false;
    default:
        return std::nullopt;
    }
}

class PortalWatch : public QObject
{
    Q_OBJECT
public:
    PortalWatch(QObject *parent, std::function<void(std::optional<bool>)> handler)
        : QObject(parent)
        , m_handler(std::move(handler))
    {
        QDBusConnection bus = QDBusConnection::sessionBus();
        if (!bus.isConnected())
            return;
        bus.connect(service, path, interface, QStringLiteral("SettingChanged"), this,
                    SLOT(settingChanged(QString, QString, QDBusVariant)));
        QDBusMessage message =
            QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
        message << group << key;
        auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(message, 3000), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
            watcher->deleteLater();
            const QDBusPendingReply<QDBusVariant> reply = *watcher;
            if (reply.isValid())
                m_handler(wish(QVariant::fromValue(reply.value())));
        });
    }

private Q_SLOTS:
    void settingChanged(const QString &changedGroup, const QString &changedKey, const QDBusVariant &value)
    {
        if (changedGroup == group && changedKey == key)
            m_handler(wish(QVariant::fromValue(value)));
    }

private:
    std::function<void(std::optional<bool>)> m_handler;
};

} // namespace

void watchPortalColorScheme(QObject *receiver, std::function<void(std::optional<bool>)> handler)
{
    new PortalWatch(receiver, std::move(handler));
}

} // namespace countersign::theme

#include "portal.moc"
