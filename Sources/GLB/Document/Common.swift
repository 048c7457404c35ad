/// What objects of every kind have in common.
public struct Common: Equatable, Sendable {
    /// Where the object stands in the document's JSON.
    public let place: JSONPlace
    /// The object's name, if it has one; names need not be unique.
    public let name: String?
    /// The object with the extensions' objects, where they are not part of a typed property.
    public let extensions: JSONPlace?
    /// What the application that wrote the file added, of any type.
    public let extras: JSONPlace?
}

/// An object of a glTF document.
public protocol DocumentObject: Sendable {
    /// Place, name, extensions and extras.
    var common: Common { get }
}

extension DocumentObject {
    /// Where the object stands in the document's JSON.
    public var place: JSONPlace { common.place }
    /// The object's name, if it has one; names need not be unique.
    public var name: String? { common.name }
    /// The object with the extensions' objects.
    public var extensions: JSONPlace? { common.extensions }
    /// What the application that wrote the file added, of any type.
    public var extras: JSONPlace? { common.extras }
}
