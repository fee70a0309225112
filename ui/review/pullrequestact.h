// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/client/session.h"
#include "ui/review/pullrequestpresenter.h"

namespace countersign::reviewui {

// Of the presenter's own files: one call, its failure told, then everything loaded anew.
template <class Op>
void PullRequestPresenter::act(const typename Op::Input &input, const QString &failure,
                               const std::function<void()> &done)
{
    m_context.session->call<Op>(input, this, [this, failure, done](Result<typename Op::Output> answer) {
        if (!answer)
            report(failure, answer.error());
        else if (done)
            done();
        load();
    });
}

} // namespace countersign::reviewui
