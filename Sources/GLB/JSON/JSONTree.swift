/// A JSON value that can be changed. What nobody touches stays as it is written, to the last digit.
enum JSONTree: Sendable {
    /// A value of a text, with all that is in it.
    case source(JSONValue)
    case object([Member])
    case array([JSONTree])
    /// A value as it is to be written.
    case text(String)

    /// A member of an object.
    struct Member: Sendable {
        let name: String
        var value: JSONTree
    }

    /// A value as `JSONWriter` writes it.
    init(_ value: some JSONWritable) {
        var writer = JSONWriter()
        writer.value(value)
        self = .text(writer.text)
    }

    /// Numbers, those of single precision with as many digits as that needs.
    static func numbers(_ numbers: [Double], areSingle: Bool) -> JSONTree {
        .array(
            numbers.map { number in
                if let integer = Int(exactly: number) { return .text("\(integer)") }
                return .text(areSingle ? Float(number).description : number.description)
            })
    }

    /// The number, if this is a whole one.
    var integer: Int? {
        switch self {
        case .source(let value): value.integer
        case .text(let text): Int(text)
        case .object, .array: nil
        }
    }

    /// How many elements or members there are.
    var count: Int {
        switch self {
        case .source(let value): value.count
        case .object(let members): members.count
        case .array(let elements): elements.count
        case .text: 0
        }
    }

    /// The member of that name (the last one if there are several); setting nil removes it, setting another adds it.
    subscript(name: String) -> JSONTree? {
        get {
            switch self {
            case .source(let value): value[name].map { .source($0) }
            case .object(let members): members.last { $0.name == name }?.value
            case .array, .text: nil
            }
        }
        set {
            update { members in
                let index = members.lastIndex { $0.name == name }
                switch (newValue, index) {
                case (let value?, let index?): members[index].value = value
                case (let value?, nil): members.append(Member(name: name, value: value))
                case (nil, .some): members.removeAll { $0.name == name }
                case (nil, nil): break
                }
            }
        }
    }

    /// Changes the member of that name, if there is one.
    mutating func withMember(_ name: String, _ change: (inout JSONTree) -> Void) {
        guard self[name] != nil else { return }
        update { members in
            guard let index = members.lastIndex(where: { $0.name == name }) else { return }
            change(&members[index].value)
        }
    }

    /// Changes the element at an index, if there is one.
    mutating func withElement(_ index: Int, _ change: (inout JSONTree) -> Void) {
        update { elements in
            guard elements.indices.contains(index) else { return }
            change(&elements[index])
        }
    }

    /// Changes the members, if this is an object.
    mutating func update(_ change: (inout [Member]) -> Void) {
        var members: [Member]
        switch self {
        case .source(let value) where value.kind == .object:
            members = value.members.map { Member(name: $0.name, value: .source($0.value)) }
        case .object(let own): members = own
        case .source, .array, .text: return
        }
        // Without this, two owners of the members would make the change copy them.
        self = .object([])
        change(&members)
        self = .object(members)
    }

    /// Changes the elements, if this is an array.
    mutating func update(_ change: (inout [JSONTree]) -> Void) {
        var elements: [JSONTree]
        switch self {
        case .source(let value) where value.kind == .array: elements = value.elements.map { .source($0) }
        case .array(let own): elements = own
        case .source, .object, .text: return
        }
        self = .array([])
        change(&elements)
        self = .array(elements)
    }
}

extension JSONTree: JSONWritable {
    func write(to writer: inout JSONWriter) {
        switch self {
        case .source(let value): writer.value(value)
        case .object(let members):
            writer.object { writer in
                for member in members { writer.member(member.name, member.value) }
            }
        case .array(let elements):
            writer.array { writer in
                for element in elements { writer.value(element) }
            }
        case .text(let text): writer.raw(text.utf8)
        }
    }
}
