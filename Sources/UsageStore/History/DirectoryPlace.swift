/// A directory list, and the attributes that it tells.
struct DirectoryList: Sendable {
    var day: ListedDay
    var hasDepartment: Bool
    var hasManager: Bool
    var hasJobTitle: Bool
    var hasAccountEnabled: Bool
    var hasUserType: Bool
}

/// A person's place in the directory: what history keeps of it.
struct DirectoryPlace: Equatable, Sendable {
    var departmentID: Int64?
    var managerUserID: Int64?
    var jobTitle: String?
    var isAccountEnabled: Bool?
    var userType: String?

    /// The periods in which a person is in the directory and all that is told of the person stays the same.
    ///
    /// - Parameters:
    ///   - lists: All directory lists, in order of day and load.
    ///   - places: The person's row in each list that names the person, by snapshot.
    static func spans(lists: [DirectoryList], places: [Int64: DirectoryPlace]) -> [DaySpan<DirectoryPlace>] {
        let membership = ListHistory.spans(lists: lists.map(\.day), statements: places.mapValues { _ in .says(true) })
        let departments = history(of: \.departmentID, toldIn: \.hasDepartment, lists, places)
        let managers = history(of: \.managerUserID, toldIn: \.hasManager, lists, places)
        let titles = history(of: \.jobTitle, toldIn: \.hasJobTitle, lists, places)
        let states = history(of: \.isAccountEnabled, toldIn: \.hasAccountEnabled, lists, places)
        let types = history(of: \.userType, toldIn: \.hasUserType, lists, places)
        let starts = [starts(departments), starts(managers), starts(titles), starts(states), starts(types)].joined()

        var periods: [DaySpan<DirectoryPlace>] = []
        for member in membership {
            let cuts = Set(starts.filter { $0 > member.validFrom ?? .min && $0 < member.validTo ?? .max }).sorted()
            var from = member.validFrom
            for cut in cuts + [nil] as [Int64?] {
                let to = cut ?? member.validTo
                let place = DirectoryPlace(
                    departmentID: value(departments, on: from),
                    managerUserID: value(managers, on: from),
                    jobTitle: value(titles, on: from),
                    isAccountEnabled: value(states, on: from),
                    userType: value(types, on: from)
                )
                if let last = periods.last, last.validTo == from, from != nil, last.value == place {
                    periods[periods.count - 1].validTo = to
                } else {
                    periods.append(
                        DaySpan(validFrom: from, validTo: to, knownSince: from ?? member.knownSince, value: place)
                    )
                }
                from = to
            }
        }
        return periods
    }

    private static func history<Attribute: Equatable & Sendable>(
        of attribute: KeyPath<DirectoryPlace, Attribute?>,
        toldIn isTold: KeyPath<DirectoryList, Bool>,
        _ lists: [DirectoryList],
        _ places: [Int64: DirectoryPlace]
    ) -> [DaySpan<Attribute?>] {
        ListHistory.spans(
            lists: lists.filter { $0[keyPath: isTold] }.map(\.day),
            statements: places.mapValues { .says($0[keyPath: attribute]) }
        )
    }

    private static func starts<Attribute>(_ spans: [DaySpan<Attribute>]) -> [Int64] {
        spans.flatMap { [$0.validFrom, $0.validTo] }.compactMap { $0 }
    }

    /// The value of an attribute on a day; nil stands for the beginning of time.
    private static func value<Attribute>(_ spans: [DaySpan<Attribute?>], on day: Int64?) -> Attribute? {
        let span = spans.last { span in
            guard let day else { return span.validFrom == nil }
            return span.validFrom ?? .min <= day && day < span.validTo ?? .max
        }
        return span?.value
    }
}
