/// What the specification says about the members of one kind of JSON object, and what is checked about such an object
/// by itself.
struct Schema: Sendable {
    /// The kinds of objects that extensions can be on.
    enum Kind: Sendable {
        case root, asset, accessor, sparse, sparseIndices, sparseValues, animation, channel, channelTarget
        case animationSampler, buffer, bufferView, camera, orthographic, perspective, image, material
        case pbrMetallicRoughness, textureInfo, mesh, primitive, node, sampler, scene, skin, texture
        /// An object of an extension.
        case other
    }

    /// A check of what types alone do not say; it reports what it finds.
    typealias Check = @Sendable (SchemaObject) -> Void

    let kind: Kind
    let members: [Member]
    let checks: [Check]
    /// The extension without whose object at the document's root this object's indices lead nowhere.
    let rootExtension: String?

    /// A schema with these members and, unless they are among them, those that every object has.
    init(
        of kind: Kind = .other, hasName: Bool = false, rootExtension: String? = nil, _ members: [Member],
        hasCommonMembers: Bool = true, checks: [Check] = []
    ) {
        self.kind = kind
        self.rootExtension = rootExtension
        self.members = (hasName ? [.optional("name", .string)] : []) + members + (hasCommonMembers ? Member.common : [])
        self.checks = checks
    }
}

/// What the specification says about one member of an object.
struct Member: Sendable {
    let name: StaticString
    let value: ValueRule
    let isRequired: Bool
    /// Another member of the same object without which this one has no meaning.
    let dependency: StaticString?

    static func required(_ name: StaticString, _ value: ValueRule) -> Self {
        Self(name: name, value: value, isRequired: true, dependency: nil)
    }

    static func optional(_ name: StaticString, _ value: ValueRule, needs dependency: StaticString? = nil) -> Self {
        Self(name: name, value: value, isRequired: false, dependency: dependency)
    }

    /// The members that every object may have.
    fileprivate static let common = [optional("extensions", .extensions), optional("extras", .extras)]
}

/// What a value must be.
indirect enum ValueRule: Sendable {
    case boolean
    case integer(ClosedRange<Int>, multipleOf: Int = 1)
    case integerIn([Int])
    case number(NumberRange)
    case string
    /// One of a list of strings, to which extensions may add.
    case stringIn([String], extended: [(extension: String, value: String)] = [])
    /// A string of a form that the text describes.
    case pattern(String, matches: @Sendable (String) -> Bool)
    case uri
    /// An index into one of the document's arrays, or nil for one that other rules resolve; `marksUse` unless the
    /// reference alone does not use the object.
    case index(DocumentArray?, marksUse: Bool = true)
    /// Different indices into one of the document's arrays.
    case indices(DocumentArray)
    /// Numbers, as many as the count says or at least one.
    case numbers(count: ClosedRange<Int>, NumberRange)
    case uniqueStrings
    /// An object by a schema of its own.
    case object(Schema)
    /// Objects of another object; elements that are none are reported at the array.
    case objects(Schema)
    /// One of the document's own arrays; elements that are none are reported where they stand.
    case collection(Schema)
    /// Accessors by the names of attributes.
    case attributes
    /// Morph targets: an array of accessors by the names of attributes.
    case attributeSets
    /// Ids by the names of attributes, which refer to nothing in the document.
    case attributeIDs
    case extensions
    case extras
    /// Not checked.
    case anything

    static func integer(atLeast least: Int) -> Self { .integer(least...Int.max) }
    static func numbers(_ count: Int, _ range: NumberRange = .any) -> Self { .numbers(count: count...count, range) }
    static let texture = Self.object(.textureInfo)
}

/// Which numbers are allowed, and how to say so.
struct NumberRange: Sendable {
    let text: String
    let contains: @Sendable (Double) -> Bool

    init(_ text: String, _ contains: @escaping @Sendable (Double) -> Bool) {
        self.text = text
        self.contains = contains
    }

    static let any = Self("finite") { _ in true }
    static let fraction = Self("from 0 to 1") { (0...1).contains($0) }
    static let notNegative = Self("0 or greater") { $0 >= 0 }
    static let positive = Self("greater than 0") { $0 > 0 }
}
