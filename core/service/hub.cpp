// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/hub.h"

#include "core/api/optable.h"
#include "core/base/logging.h"
#include "core/service/authorise.h"
#include "core/service/call.h"
#include "core/service/dispatchtable.h"
#include "core/service/housekeeping.h"
#include "core/service/writepath.h"

using namespace Qt::StringLiterals;

namespace countersign::service {

Hub::Hub() = default;

Hub::~Hub() = default;

Result<std::unique_ptr<Hub>> Hub::open(const QString &directory, const HubSettings &settings, Clock clock)
{
    std::unique_ptr<Hub> hub(new Hub);
    hub->m_context = std::make_unique<HubContext>();
    HubContext &context = *hub->m_context;
    context.settings = settings;
    context.clock = std::move(clock);
    context.announce = [hub = hub.get()](const api::HubChange &change) { hub->announce(change); };

    auto folder = store::HubFolder::open(directory);
    if (!folder)
        return std::unexpected(folder.error());
    context.folder = std::move(*folder);
    auto database = store::Database::open({context.folder->databaseFile(), settings.durable});
    if (!database)
        return std::unexpected(database.error());
    context.database = std::move(*database);

    const qint64 now = context.clock();
    auto people = context.database->write([&](store::Connection &tx) -> Result<QList<store::PersonRow>> {
        auto known = store::people::all(tx);
        if (!known || !known->isEmpty())
            return known;
        const HubSettings::FirstPerson &first = settings.firstPerson;
        const store::PersonRow person{
            context.userArn(first.userName), first.userName, first.displayName, first.email, true, now};
        if (auto done = store::people::insert(tx, person); !done)
            return std::unexpected(done.error());
        return QList{person};
    });
    if (!people)
        return std::unexpected(people.error());
    const auto first = std::ranges::min_element(*people, {}, &store::PersonRow::created);
    hub->m_firstPerson = first->arn;

    if (auto done = tidy(context, now); !done)
        return std::unexpected(done.error());
    hub->m_writes = std::make_unique<WritePath>(context);
    hub->m_broken = hub->m_writes->recover(hub->m_firstPerson, now);
    return hub;
}

namespace {

Result<store::PersonRow> identify(HubContext &context, const api::Caller &caller)
{
    auto person = store::people::byArn(context.database->connection(), caller.arn);
    if (!person)
        return std::unexpected(person.error());
    if (!*person)
        return api::wireFailure("UnrecognizedClientException",
                                u"%1 is no person of this hub."_s.arg(caller.arn));
    return std::move(**person);
}

void auditRefusal(HubContext &context, const api::Caller &caller, const QString &operation,
                  const Error &error, qint64 now)
{
    if (error.kind != ErrorKind::PermissionDenied && error.kind != ErrorKind::AuthenticationRequired)
        return;
    auto written = context.database->write([&](store::Connection &tx) {
        return store::audit::append(tx, {now, caller.arn, operation, {}, api::wireCode(error), {}});
    });
    if (!written)
        qCWarning(log::service) << "a refusal could not be audited:" << written.error().detail;
}

} // namespace

Result<QJsonObject> Hub::dispatch(const api::Caller &caller, const QString &operation,
                                  const QJsonObject &input, const api::CallControls &controls)
{
    const api::OperationRow *row = api::findOperation(operation);
    const Handler *handler = findHandler(operation);
    if (!row || !handler)
        return api::wireFailure("UnknownOperationException", u"There is no operation %1."_s.arg(operation));
    const qint64 now = m_context->clock();
    auto answer = identify(*m_context, caller).and_then([&](store::PersonRow person) {
        Call call(*m_context, *m_writes, std::move(person), *row, now, controls);
        return (*handler)(call, input);
    });
    if (!answer) {
        auditRefusal(*m_context, caller, operation, answer.error(), now);
        if (answer.error().kind == ErrorKind::Internal || answer.error().kind == ErrorKind::Corrupt)
            qCWarning(log::service).noquote()
                << operation << "failed:" << answer.error().message << answer.error().detail;
    }
    return answer;
}

Result<QString> Hub::gitDirectory(const api::Caller &caller, const QString &repositoryName)
{
    return identify(*m_context, caller).and_then([&](store::PersonRow person) -> Result<QString> {
        static const api::CallControls none;
        const Call call(*m_context, *m_writes, std::move(person), *api::findOperation(u"GetRepository"),
                        m_context->clock(), none);
        const auto repository = call.repository(repositoryName);
        if (!repository)
            return std::unexpected(repository.error());
        return call.gitDirectory(*repository);
    });
}

QString Hub::directory() const { return m_context->folder->path(); }

QString Hub::firstPerson() const { return m_firstPerson; }

QString Hub::userArn(const QString &userName) const { return m_context->userArn(userName); }

QStringList Hub::brokenRepositories() const { return m_broken; }

} // namespace countersign::service
