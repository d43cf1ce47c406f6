#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The files that paths name: a file itself, a folder's files in order of name, folders within it included.
///
/// Of a folder, hidden files and the companion files of databases are left out, and whatever is neither a file nor a
/// folder; links to folders are not followed, since they may lead in a circle.
enum FolderContents {
    static func files(at paths: [String]) -> [(file: LoadedFile, isNamed: Bool)] {
        var files: [(file: LoadedFile, isNamed: Bool)] = []
        for path in paths {
            if path != "-", kind(of: path) == S_IFDIR, let entries = entries(of: path) {
                files += entries.map { (LoadedFile(path: $0), false) }
            } else {
                // A folder that cannot be read fails like a file that cannot.
                files.append((LoadedFile(path: path), true))
            }
        }
        return files
    }

    private static func kind(of path: String, followsLinks: Bool = true) -> mode_t? {
        var status = stat()
        guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
        return status.st_mode & S_IFMT
    }

    private static func entries(of folder: String) -> [String]? {
        guard let directory = opendir(folder) else { return nil }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix("."), !companionSuffixes.contains(where: name.hasSuffix) { names.append(name) }
        }
        return names.sorted().flatMap { name in
            let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
            if kind(of: path, followsLinks: false) == S_IFDIR { return entries(of: path) ?? [path] }
            return kind(of: path) == S_IFREG ? [path] : []
        }
    }

    private static let companionSuffixes = ["-wal", "-shm", "-journal", "-loading"]
}
