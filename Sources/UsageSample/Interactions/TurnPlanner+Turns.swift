extension TurnPlanner {
    /// A turn of a person in one of the ordinary places.
    mutating func planOrdinaryTurn(at start: Int, into queue: inout ArrivalQueue) {
        let turn = sessions.turn(at: start, &random) ?? newSession()
        var record = record(.ordinary, .person(turn.person), at: start)
        record.host = turn.host
        sessions.remember(person: turn.person, host: turn.host, at: start)
        planThread(&record, turn.person)
        if random.chance(0.12) { record.conversation = talks.newConversation() }
        addContexts(&record, isUsual: !AppHost.mix.values[record.host].contextTypes.isEmpty)
        touchResources(&record, share: 0.58)
        push(record, into: &queue)
    }

    /// A turn in the form of the first records.
    mutating func planEarlyTurn(at start: Int, into queue: inout ArrivalQueue) {
        let person = plan.population.draw(onDay: currentDay, &random)
        var record = record(.early, .person(person), at: start)
        record.host = -2
        planThread(&record, person)
        touchResources(&record, share: 0.5)
        push(record, into: &queue)
    }

    /// A turn that the log ascribes to a system or an application.
    mutating func planServiceTurn(at start: Int, into queue: inout ArrivalQueue) {
        var record = record(.ordinary, .service(random.below(plan.services.all.count)), at: start)
        record.host = AppHost.mix.drawIndex(&random)
        record.thread = talks.newThread()
        touchResources(&record, share: 0.4)
        push(record, into: &queue)
    }

    /// An agent turn: the runtime's record, sometimes a second one, and the client's four to six seconds later.
    mutating func planAgentTurn(at start: Int, into queue: inout ArrivalQueue) {
        let person = plan.population.draw(onDay: currentDay, &random)
        let talk = agentTalk(of: person, at: start)
        var runtime = record(.agentRuntime, .person(person), at: start)
        runtime.agent = talk.agent
        runtime.conversation = talk.number
        runtime.isCounted = false
        push(runtime, into: &queue)
        if random.chance(0.12) {
            var extra = record(.agentRuntime, .person(person), at: start + random.integer(in: 1...9))
            extra.agent = talk.agent
            extra.conversation = talk.number
            extra.isCounted = false
            push(extra, into: &queue)
        }
        var client = record(.agentClient, .person(person), at: start + random.integer(in: 4...6))
        client.agent = talk.agent
        client.conversation = talk.number
        client.thread = talk.thread
        client.isAgentUnnamed = random.chance(0.05)
        addContexts(&client, isUsual: false)
        touchResources(&client, share: 0.6)
        push(client, into: &queue)
    }

    /// An agent turn whose client wrote nothing: the runtime's record is the only one.
    mutating func planLoneRuntime(at start: Int, into queue: inout ArrivalQueue) {
        let person = plan.population.draw(onDay: currentDay, &random)
        let talk = agentTalk(of: person, at: start)
        var runtime = record(.agentRuntime, .person(person), at: start)
        runtime.agent = talk.agent
        runtime.conversation = talk.number
        push(runtime, into: &queue)
    }

    /// An agent turn in Teams, where the runtime alone writes, now and then twice.
    mutating func planChannelTurn(at start: Int, into queue: inout ArrivalQueue) {
        let person = plan.population.draw(onDay: currentDay, &random)
        var first = record(.agentChannel, .person(person), at: start)
        first.agent = random.below(plan.agents.withRuntime.count)
        first.conversation = talks.newConversation()
        push(first, into: &queue)
        guard random.chance(0.3) else { return }
        var second = record(.agentChannel, .person(person), at: start + random.integer(in: 2...6))
        second.agent = first.agent
        second.conversation = first.conversation
        second.isCounted = false
        push(second, into: &queue)
    }

    /// A maker's test of an agent.
    mutating func planTestTurn(at start: Int, into queue: inout ArrivalQueue) {
        let person = plan.population.draw(onDay: currentDay, &random)
        var record = record(.testPane, .person(person), at: start)
        record.agent = random.below(plan.agents.withRuntime.count)
        record.conversation = talks.newConversation()
        push(record, into: &queue)
    }

    /// A turn that an event or a workflow started: mostly without a person.
    mutating func planTriggeredTurn(at start: Int, into queue: inout ArrivalQueue) {
        let actor: PlannedRecord.Actor =
            random.chance(0.2)
            ? .person(plan.population.draw(onDay: currentDay, &random))
            : .service(plan.services.all.count + random.below(plan.services.triggers.count))
        var record = record(.triggered, actor, at: start)
        record.host = random.below(3) == 0 ? 1 : 0
        record.agent = random.below(plan.agents.withRuntime.count)
        record.conversation = talks.newConversation()
        touchResources(&record, share: 0.2)
        push(record, into: &queue)
    }

    /// Someone who begins to work with Copilot, half of the time in the place that the person prefers.
    private mutating func newSession() -> (person: Int, host: Int) {
        let person = plan.population.draw(onDay: currentDay, &random)
        let prefers = random.chance(0.5)
        return (person, prefers ? plan.population.people[person].favouriteHost : AppHost.mix.drawIndex(&random))
    }

    private mutating func planThread(_ record: inout PlannedRecord, _ person: Int) {
        guard !random.chance(0.03) else { return }
        let continues = random.chance(0.75)
        record.thread = talks.thread(of: person, host: record.host, at: record.occurredAt, continues: continues)
    }

    private mutating func agentTalk(of person: Int, at start: Int) -> PersonTalks.AgentConversation {
        let agent = random.below(plan.agents.withRuntime.count)
        return talks.agentConversation(of: person, agent: agent, at: start, continues: random.chance(0.5))
    }
}
