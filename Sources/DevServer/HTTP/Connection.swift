import Platform

/// What is known of a client's connection.
struct Connection {
    /// Distinguishes the connection from earlier ones with the same file descriptor.
    let serial: Int
    var input: [UInt8] = []
    private(set) var output: [UInt8] = []
    /// The number of bytes of `output` that have been sent.
    private(set) var sent = 0
    /// What is to be sent after `output`, and how much of it has been read.
    private var file: (part: FilePart, offset: Int)?
    /// A request is being answered.
    var isWaiting = false
    var isStream = false
    var closesWhenSent = false
    /// When the answer to the current request was first sent, in nanoseconds of the monotonic clock; nil if nothing is being sent.
    private(set) var answeredSince: UInt64?
    /// When something was last received or sent, in nanoseconds of the monotonic clock.
    private(set) var lastActive: UInt64

    /// The most bytes that are kept for a client that does not take them.
    private static let maxOutput = 4 << 20
    private static let chunkLength = 256 << 10

    init(serial: Int) {
        self.serial = serial
        lastActive = MonotonicClock.now
    }

    var hasOutput: Bool { sent < output.count || file != nil }

    /// Whether nothing is being answered or sent.
    var isIdle: Bool { !isWaiting && !isStream && !hasOutput }

    /// How many nanoseconds the client may do nothing.
    var patience: UInt64 {
        if isWaiting { return .max }
        if isStream, !hasOutput { return .max }
        if hasOutput { return 60_000_000_000 }
        // A request that was begun has to be complete soon.
        return input.isEmpty ? 60_000_000_000 : 10_000_000_000
    }

    /// - Returns: false if the client does not take what it is sent.
    mutating func append(_ bytes: [UInt8], _ part: FilePart? = nil) -> Bool {
        if isStream, output.count - sent > Self.maxOutput { return false }
        if !hasOutput {
            lastActive = MonotonicClock.now
            answeredSince = lastActive
        }
        output += bytes
        file = part.map { ($0, 0) }
        return true
    }

    mutating func received(_ bytes: ArraySlice<UInt8>) {
        // A client that sends a byte now and then does not keep its place by that.
        if input.isEmpty { lastActive = MonotonicClock.now }
        input += bytes
    }

    /// Sends what can be sent without waiting.
    /// - Returns: false if the connection is broken, or what was promised cannot be read.
    mutating func send(to socket: Int32) -> Bool {
        while hasOutput {
            if sent == output.count {
                guard let (part, offset) = file, let bytes = part.read(from: offset, atMost: Self.chunkLength) else { return false }
                (output, sent) = (bytes, 0)
                file = offset + bytes.count < part.count ? (part, offset + bytes.count) : nil
                if bytes.isEmpty { break }
            }
            let count = output.withUnsafeBytes { write(socket, $0.baseAddress.map { $0 + sent }, $0.count - sent) }
            if count < 0 {
                if errno == EINTR { continue }
                return errno == EAGAIN
            }
            sent += count
            lastActive = MonotonicClock.now
        }
        (output, sent, answeredSince) = ([], 0, nil)
        return true
    }
}

/// The system's clock that nobody sets.
enum MonotonicClock {
    /// In nanoseconds.
    static var now: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
