/// Says on a terminal's standard error what goes on, in one line that vanishes when it is done.
enum TaskLine {
    static func show(_ text: String) {
        guard let width = TerminalWidth.ofStandardError else { return }
        StandardError.write("\r\u{1B}[2K" + TerminalText.escaped(text).prefix(max(1, width - 1)))
    }

    static func clear() {
        guard TerminalWidth.ofStandardError != nil else { return }
        StandardError.write("\r\u{1B}[2K")
    }
}
