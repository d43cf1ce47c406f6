#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The files that paths name: a file itself, a folder's files in order of name, folders within it included.
enum FolderContents {
    static func files(at paths: [String]) throws -> [(file: LoadedFile, isNamed: Bool)] {
        var files: [(file: LoadedFile, isNamed: Bool)] = []
        for path in paths {
            if isFolder(path) {
                files += entries(of: path).map { (LoadedFile(path: $0), false) }
            } else {
                files.append((LoadedFile(path: path), true))
            }
        }
        return files
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && (status.st_mode & S_IFMT) == S_IFDIR
    }

    /// Hidden files and the companion files of databases are left out.
    private static func entries(of folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted().flatMap { name in
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            return isFolder(path) ? entries(of: path) : [path]
        }
    }
}
