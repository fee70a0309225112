// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/review/revision.h"

#include <QCryptographicHash>

namespace countersign::review {

QString revisionId(const QString &sourceCommit, const QString &destinationReference, const QString &mergeBase)
{
    // A null byte can stand in none of the parts, so that no two triples give one text.
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView("countersign revision 1"));
    for (const QString &part : {sourceCommit, destinationReference, mergeBase}) {
        hash.addData(QByteArrayView("\0", 1));
        hash.addData(part.toUtf8());
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace countersign::review
