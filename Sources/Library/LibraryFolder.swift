/// Where a library lies if nobody says where.
package enum LibraryFolder {
    /// `$MESHY_LIBRARY`, else the platform's folder for a user's data (on Linux by the XDG Base Directory specification).
    package static func standard(environment: (String) -> String?) -> String {
        func value(_ name: String) -> String? { environment(name).flatMap { $0.isEmpty ? nil : $0 } }
        if let folder = value("MESHY_LIBRARY") { return folder }
        #if os(macOS)
            return "\(value("HOME") ?? "")/Library/Application Support/meshy-lib"
        #else
            // The specification has relative paths ignored.
            let data = value("XDG_DATA_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
            return "\(data ?? "\(value("HOME") ?? "")/.local/share")/meshy-lib"
        #endif
    }
}
