import CopilotUsage
import Synchronization

/// Draws the progress of loads on standard error: one line that is redrawn on a terminal, plain lines elsewhere.
final class ProgressLine: Sendable {
    private struct State {
        var file = ""
        var startedAt = ContinuousClock.now
        var shownAt: ContinuousClock.Instant?
        var hasOpenLine = false
    }

    private let state = Mutex(State())
    private let isTerminal = TerminalWidth.ofStandardError != nil

    func show(_ progress: LoadProgress) {
        state.withLock { state in
            let now = ContinuousClock.now
            if state.file != progress.file || progress.recordCount == 0 {
                state.file = progress.file
                state.startedAt = now
                // A log gets its first line only when the load takes long.
                state.shownAt = isTerminal ? nil : now
            }
            let pause: Duration = isTerminal ? .milliseconds(100) : .seconds(10)
            let isDue = state.shownAt.map { now - $0 >= pause } ?? true
            guard isDue || progress.phase == .finished || progress.phase == .waiting else { return }
            state.shownAt = now
            let line = text(progress, elapsed: state.startedAt.duration(to: now) / .seconds(1))
            if isTerminal {
                // A line that wraps could not be redrawn.
                write("\r\u{1B}[2K" + line.prefix(max(1, (TerminalWidth.ofStandardError ?? 80) - 1)))
                state.hasOpenLine = true
                if progress.phase == .finished {
                    write("\r\u{1B}[2K")
                    state.hasOpenLine = false
                }
            } else if progress.phase != .finished {
                write(line + "\n")
            }
        }
    }

    /// Leaves the terminal's line clean.
    func end() {
        state.withLock { state in
            if state.hasOpenLine { write("\r\u{1B}[2K") }
            state.hasOpenLine = false
        }
    }

    private func text(_ progress: LoadProgress, elapsed: Double) -> String {
        let name = TerminalText.escaped(progress.file)
        if progress.phase == .waiting { return "\(name)  waiting for another load into this warehouse" }
        let rate = elapsed > 0 ? Double(progress.recordCount) / elapsed : 0
        let counted = "\(TerminalText.grouped(progress.recordCount)) records, \(TerminalText.grouped(Int64(rate)))/s"
        guard progress.phase == .loading else { return "\(name)  \(counted)  settling" }
        guard let total = progress.byteCount, total > 0 else {
            return "\(name)  \(counted)  \(TerminalText.bytes(progress.bytesRead))"
        }
        let share = min(1, Double(progress.bytesRead) / Double(total))
        let filled = Int(share * 24)
        let bar =
            isTerminal ? String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled) + " " : ""
        let left = share > 0.02 ? "  \(TerminalText.duration(elapsed / share - elapsed)) left" : ""
        return "\(name)  \(bar)\(Int(share * 100)) %  \(counted)\(left)"
    }

    private func write(_ text: String) { StandardError.write(text) }
}
