import ArgumentParser
import CopilotUsage

/// A day on the command line, YYYY-MM-DD.
struct DayArgument: ExpressibleByArgument {
    let dayNumber: Int64

    init?(argument: String) {
        guard let day = try? UsageDay(argument) else { return nil }
        dayNumber = Int64(day.number)
    }
}

/// A range of days on the command line, FROM..TO, both days included.
struct DayRangeArgument: ExpressibleByArgument {
    let days: ClosedRange<Int64>

    init?(argument: String) {
        let parts = argument.split(separator: "..", omittingEmptySubsequences: false)
        guard parts.count == 2, let from = DayArgument(argument: String(parts[0])),
            let to = DayArgument(argument: String(parts[1])), from.dayNumber <= to.dayNumber
        else { return nil }
        days = from.dayNumber...to.dayNumber
    }
}
