// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QList>
#include <QObject>

#include <memory>
#include <optional>

namespace countersign::accounts {

/// Text that was written and not yet sent: comments, reviews, forms. Saved to disk within two seconds of the
/// last key, one file per draft, written whole or not at all, so that a crash loses nothing older than that.
/// Screen's thread; one object, owned by main().
class Drafts : public QObject
{
    Q_OBJECT
public:
    struct Draft
    {
        /// What it belongs to, such as "sample/arn:…:user/grace/pr/42"; all drafts of one scope are listed
        /// together.
        QString scope;
        /// Which one within the scope, such as a thread's id or a UUID for a new comment.
        QString key;
        /// Whatever the owner needs: text, location, revision.
        QJsonObject content;
        qint64 changedMs = 0;
    };
    /// `folder`: made when first written.
    explicit Drafts(const QString &folder, QObject *parent = nullptr);
    ~Drafts() override;

    QList<Draft> drafts(const QString &scope) const;
    std::optional<Draft> draft(const QString &scope, const QString &key) const;
    /// Keeps the draft at once in memory, and soon on disk.
    void save(const QString &scope, const QString &key, const QJsonObject &content);
    void remove(const QString &scope, const QString &key);
    void removeAll(const QString &scope);
    /// Writes everything now; called before the window closes.
    Result<void> flush();

Q_SIGNALS:
    void changed(const QString &scope);
    /// Drafts could not be written (a full disk): the shell says so.
    void saveFailed(const QString &message);

private:
    struct Store;
    std::unique_ptr<Store> m_store;
};

} // namespace countersign::accounts
