import Paths

/// A file of the output.
package struct OutputFile: Sendable {
    package let path: OutputPath
    package let bytes: [UInt8]

    package init(path: OutputPath, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// A file of the output that is made when somebody asks for it.
package struct DeferredFile: Sendable {
    package let path: OutputPath
    package let make: @Sendable () -> [UInt8]
}
