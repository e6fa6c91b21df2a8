#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

struct UnreadableFile: Error { let path: String }

/// The contents of a file in the repository.
/// - Parameter path: relative to the repository's root.
func repositoryFile(_ path: String, from file: String = #filePath) throws -> String {
    guard let stream = fopen(absolutePath(path, from: file), "r") else { throw UnreadableFile(path: path) }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
}

/// The contents of a file with expected output, which is first overwritten with the actual output if `KBGEN_BLESS` is set.
func expectedOutput(_ path: String, actual: String, from file: String = #filePath) throws -> String {
    if getenv("KBGEN_BLESS") != nil {
        guard let stream = fopen(absolutePath(path, from: file), "w") else { throw UnreadableFile(path: path) }
        fputs(actual, stream)
        fclose(stream)
    }
    return try repositoryFile(path, from: file)
}

private func absolutePath(_ path: String, from file: String) -> String {
    "/" + file.split(separator: "/").dropLast(3).joined(separator: "/") + "/" + path
}
