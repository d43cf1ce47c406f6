import Dispatch
import Synchronization

/// Hands values from one thread to another, a bounded number at a time.
///
/// The sender waits while the hand-over is full, the receiver while it is empty; either may end it, and an error of the
/// sender reaches the receiver behind the values sent before. Both sides block their thread, so neither may run on the
/// threads that Swift's tasks share.
final class Handover<Value: Sendable>: Sendable {
    private struct State {
        var waiting: [Value] = []
        var failure: (any Error)?
        var hasEnded = false
        var isCancelled = false
    }

    private let state = Mutex(State())
    private let free: DispatchSemaphore
    private let filled = DispatchSemaphore(value: 0)

    /// - Parameter capacity: How many values may wait.
    init(capacity: Int) { free = DispatchSemaphore(value: capacity) }

    /// Hands a value over, when there is room; false when the receiver has gone.
    func send(_ value: Value) -> Bool {
        free.wait()
        let isAccepted = state.withLock { state in
            if state.isCancelled { return false }
            state.waiting.append(value)
            return true
        }
        (isAccepted ? filled : free).signal()
        return isAccepted
    }

    /// Says that no more values come.
    func end(throwing failure: (any Error)? = nil) {
        state.withLock { state in
            state.hasEnded = true
            state.failure = failure
        }
        filled.signal()
    }

    /// The next value, when it comes; nil when no more come.
    ///
    /// - Throws: The sender's error, or `CancellationError` when the hand-over was cancelled.
    func receive() throws -> Value? {
        filled.wait()
        return try state.withLock { state in
            if state.isCancelled {
                filled.signal()
                throw CancellationError()
            }
            guard state.waiting.isEmpty else {
                free.signal()
                return state.waiting.removeFirst()
            }
            // The signal of the end stays for whoever asks again.
            filled.signal()
            if let failure = state.failure { throw failure }
            return nil
        }
    }

    /// Ends the hand-over from outside: the sender is told, the receiver fails with `CancellationError`.
    func cancel() {
        state.withLock { state in
            state.isCancelled = true
            state.waiting.removeAll()
        }
        free.signal()
        filled.signal()
    }
}
