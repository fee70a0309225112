// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QObject>

#include <memory>

namespace countersign::accounts {

/// Which files a reviewer has marked as viewed. A mark belongs to (person, pull request, path, old blob, new
/// blob), so it survives revisions that do not touch the file. Kept on this computer, written soon after a
/// change. Screen's thread; one object, owned by main().
class ViewedMarks : public QObject
{
    Q_OBJECT
public:
    explicit ViewedMarks(const QString &folder, QObject *parent = nullptr);
    ~ViewedMarks() override;

    enum class Mark { None, Viewed, ChangedSinceViewed };
    /// `scope` as for Drafts; blob ids in hexadecimal.
    Mark mark(const QString &scope, const QByteArray &path, const QByteArray &oldBlob,
              const QByteArray &newBlob) const;
    void setViewed(const QString &scope, const QByteArray &path, const QByteArray &oldBlob,
                   const QByteArray &newBlob, bool viewed);
    /// The revision that the person last submitted a review of; empty when none.
    QString lastReviewedRevision(const QString &scope) const;
    void setLastReviewedRevision(const QString &scope, const QString &revisionId);
    void flush();

Q_SIGNALS:
    void changed(const QString &scope);

private:
    struct Store;
    std::unique_ptr<Store> m_store;
};

} // namespace countersign::accounts
