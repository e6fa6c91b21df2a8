#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

struct Unreadable: Error { let path: String }

/// The text of a file of the repository.
func repositoryFile(_ path: String, from file: String = #filePath) throws -> String {
    let root = file.split(separator: "/").dropLast(3).joined(separator: "/")
    guard let stream = fopen("/\(root)/\(path)", "r") else { throw Unreadable(path: path) }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
    return String(decoding: bytes, as: UTF8.self)
}

/// The text of a file, which is written anew where the environment asks for it.
func blessed(_ path: String, _ text: String, from file: String = #filePath) throws -> String {
    if getenv("KBGEN_BLESS") != nil {
        let root = file.split(separator: "/").dropLast(3).joined(separator: "/")
        guard let stream = fopen("/\(root)/\(path)", "w") else { throw Unreadable(path: path) }
        fputs(text, stream)
        fclose(stream)
    }
    return try repositoryFile(path, from: file)
}
