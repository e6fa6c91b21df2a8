import Bytes

/// Modules joined into one, so that a browser asks for one file where it would ask for many, one after the other. Each module becomes a function
/// that runs once; what it exports becomes members of an object. A module that keeps what others outside of the bundle share stays a file of its own.
///
/// Only the forms that the theme's own modules are written in are known: imports of names or of a default from a file beside the module, imports
/// at run time, and exported functions, constants and defaults, each at the beginning of a line.
struct ModuleBundle {
    private let modules: [String: String]
    /// The modules that stay files of their own, by their files' names.
    private let apart: Set<String>
    /// The code of the modules, each after those that it imports.
    private var parts: [String] = []
    private var finished: Set<String> = []
    /// What the module that was added last exports.
    private var exported: [String] = []

    private init(_ modules: [String: String], apart: Set<String>) {
        self.modules = modules
        self.apart = apart
    }

    /// The module that does what `entry` does; nil if a module is written in a form that is not known, imports
    /// itself, or imports one that is not given.
    ///
    /// - Parameters:
    ///   - modules: The code of modules by their files' names, without comments.
    ///   - apart: Those that the result imports as files.
    static func joined(_ modules: [String: String], entry: String, apart: Set<String> = []) -> String? {
        var bundle = ModuleBundle(modules, apart: apart)
        var open: Set<String> = []
        guard bundle.add(entry, &open) else { return nil }
        return bundle.parts.joined() + bundle.exports(of: entry)
    }

    private mutating func add(_ name: String, _ open: inout Set<String>) -> Bool {
        if finished.contains(name) { return true }
        if apart.contains(name) {
            parts.append("import * as \(Self.variable(name)) from './\(name)';\n")
            finished.insert(name)
            return true
        }
        guard let code = modules[name], open.insert(name).inserted else { return false }
        var lines: [String] = []
        var exports: [String] = []
        // Split as bytes, since finding characters takes many times as long.
        for line in code.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            guard let line = rewritten(String(Substring(line)), &exports, &open) else { return false }
            lines.append(line)
        }
        finished.insert(name)
        open.remove(name)
        exported = exports
        let members = exports.map { $0 == "default" ? "default: $default" : $0 }.joined(separator: ", ")
        parts.append("const \(Self.variable(name)) = (() => {\n\(lines.joined(separator: "\n"))\nreturn { \(members) };\n})();\n")
        return true
    }

    /// The end of the result, by which others import from it what they would import from `entry`, which was added last.
    private func exports(of entry: String) -> String {
        let names = exported.filter { $0 != "default" }
        let variable = Self.variable(entry)
        return (names.isEmpty ? "" : "export const { \(names.joined(separator: ", ")) } = \(variable);\n")
            + (exported.contains("default") ? "export default \(variable).default;\n" : "")
    }

    /// A line of code as it stands in the function; nil if its form is not known.
    private mutating func rewritten(_ line: String, _ exports: inout [String], _ open: inout Set<String>) -> String? {
        if line.utf8.first == UInt8(ascii: "i"), line.hasPrefix("import ") {
            let halves = line.dropFirst("import ".count).split(separator: " from './", maxSplits: 1)
            guard halves.count == 2, halves[1].hasSuffix("';"), !halves[0].hasPrefix("*") else { return nil }
            let file = String(halves[1].dropLast(2))
            guard add(file, &open) else { return nil }
            if halves[0].hasPrefix("{ ") { return "const \(halves[0].replacing(" as ", with: ": ")) = \(Self.variable(file));" }
            return "const \(halves[0]) = \(Self.variable(file)).default;"
        }
        guard line.utf8.first == UInt8(ascii: "e"), line.hasPrefix("export ") else { return withImportsAtRunTime(line, &open) }
        let rest = String(line.dropFirst("export ".count))
        if rest.hasPrefix("default ") {
            exports.append("default")
            return "const $default = " + rest.dropFirst("default ".count)
        }
        for start in ["async function ", "function ", "const ", "class "] where rest.hasPrefix(start) {
            exports.append(String(rest.dropFirst(start.count).prefix { $0.isLetter || $0.isNumber }))
            return withImportsAtRunTime(rest, &open)
        }
        return nil
    }

    private mutating func withImportsAtRunTime(_ line: String, _ open: inout Set<String>) -> String? {
        guard line.containsBytes(of: "import('./") else { return line }
        let start = "import('./"
        var out = ""
        var rest = line[...]
        while let range = rest.firstRange(of: start), let end = rest[range.upperBound...].firstRange(of: "')") {
            let file = String(rest[range.upperBound..<end.lowerBound])
            if apart.contains(file) {
                out += rest[..<end.upperBound]
                rest = rest[end.upperBound...]
                continue
            }
            guard add(file, &open) else { return nil }
            out += rest[..<range.lowerBound] + "Promise.resolve(\(Self.variable(file)))"
            rest = rest[end.upperBound...]
        }
        return out + rest
    }

    private static func variable(_ file: String) -> String { "$" + file.filter { $0.isLetter || $0.isNumber } }
}
