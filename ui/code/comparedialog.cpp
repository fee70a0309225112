// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/comparedialog.h"

#include "core/base/async.h"
#include "ui/code/refchooser.h"
#include "ui/code/repositoryreader.h"
#include "ui/widgets/errortext.h"

#include <QCheckBox>
#include <QFormLayout>

namespace countersign::code {

CompareDialog::CompareDialog(RepositoryReader *reader, const QList<git::RefInfo> &refs,
                             const QByteArray &defaultBranch, const QByteArray &to, QWidget *parent)
    : DialogBase(tr("Compare"), tr("Compare"), parent)
    , m_reader(reader)
    , m_from(new RefChooser(this))
    , m_to(new RefChooser(this))
    , m_sinceParting(new QCheckBox(tr("Only what the second added since they parted"), this))
{
    for (RefChooser *chooser : {m_from, m_to}) {
        chooser->setReader(reader);
        chooser->setRefs(refs, defaultBranch);
    }
    m_from->setCurrent(defaultBranch);
    m_to->setCurrent(to.isEmpty() ? defaultBranch : to);
    m_sinceParting->setChecked(true);
    addField(tr("&From"), m_from);
    addField(tr("&To"), m_to);
    form()->addRow(QString(), m_sinceParting);
    connect(this, &DialogBase::submitted, this, &CompareDialog::submit);
}

void CompareDialog::submit()
{
    using Ends = std::pair<git::Oid, git::Oid>;
    const auto job = m_reader->run(
        [from = m_from->current(), to = m_to->current(), sinceParting = m_sinceParting->isChecked()](
            const git::Repository &repository, std::stop_token) -> Result<Ends> {
            const auto before = git::resolveCommit(repository, from);
            const auto after = git::resolveCommit(repository, to);
            if (!before || !after)
                return std::unexpected(before ? after.error() : before.error());
            if (!sinceParting)
                return Ends{*before, *after};
            return git::mergeBase(repository, *before, *after)
                .transform([&](const std::optional<git::Oid> &base) {
                    return Ends{base.value_or(*before), *after};
                });
        });
    onFinished(job.future, this, [this](const Result<Ends> &ends) {
        if (!ends) {
            fail(ui::errorText(ends.error()).what);
            return;
        }
        Q_EMIT chosen(ends->first, ends->second);
        accept();
    });
}

} // namespace countersign::code
