extension Schema {
    /// How to read elements out of a buffer view.
    static let accessor = Schema(
        of: .accessor, hasName: true,
        [
            .optional("bufferView", .index(.bufferViews)),
            .optional("byteOffset", .integer(atLeast: 0), needs: "bufferView"),
            .required("componentType", .integerIn(Document.ComponentType.allCases.map(\.rawValue))),
            .required("count", .integer(atLeast: 1)),
            .required("type", .stringIn(Document.ElementType.allCases.map(\.rawValue))),
            .optional("normalized", .boolean),
            .optional("max", .numbers(count: 1...16, .any)),
            .optional("min", .numbers(count: 1...16, .any)),
            .optional("sparse", .object(.sparse)),
        ],
        checks: [
            AccessorRules.normalization, AccessorRules.offsetAlignment, AccessorRules.matrixAlignment,
            AccessorRules.boundsLength, AccessorRules.boundsValues, AccessorRules.sparseCount,
        ])

    /// Elements of an accessor that replace others.
    static let sparse = Schema(
        of: .sparse,
        [
            .required("count", .integer(atLeast: 1)),
            .required("indices", .object(.sparseIndices)),
            .required("values", .object(.sparseValues)),
        ])

    static let sparseIndices = Schema(
        of: .sparseIndices,
        [
            .required("bufferView", .index(.bufferViews)),
            .optional("byteOffset", .integer(atLeast: 0)),
            .required("componentType", .integerIn([5121, 5123, 5125])),
        ],
        checks: [AccessorRules.offsetAlignment])

    static let sparseValues = Schema(
        of: .sparseValues,
        [
            .required("bufferView", .index(.bufferViews)),
            .optional("byteOffset", .integer(atLeast: 0)),
        ])
}

/// Rules of an accessor by itself (specification, sections 3.6.2 and 5.1).
enum AccessorRules {
    /// ACCESSOR_NORMALIZED_INVALID
    static let normalization: Schema.Check = { accessor in
        guard accessor["normalized"]?.bool == true, let type = componentType(accessor), type.byteCount == 4 else {
            return
        }
        accessor.report(.accessorNormalizedInvalid, "normalized", "\(type.name) cannot be normalised")
    }

    /// ACCESSOR_OFFSET_ALIGNMENT
    static let offsetAlignment: Schema.Check = { accessor in
        guard let offset = accessor["byteOffset"]?.integer, let type = componentType(accessor),
            !offset.isMultiple(of: type.byteCount)
        else { return }
        accessor.report(
            .accessorOffsetAlignment, "byteOffset",
            "\(offset) is not a multiple of \(type.byteCount), the size of \(type.name)")
    }

    /// ACCESSOR_MATRIX_ALIGNMENT
    static let matrixAlignment: Schema.Check = { accessor in
        guard let offset = accessor["byteOffset"]?.integer, let type = elementType(accessor), type.columnCount > 1,
            !offset.isMultiple(of: 4)
        else { return }
        accessor.report(.accessorMatrixAlignment, "byteOffset", "\(offset) is not a multiple of 4")
    }

    /// ARRAY_LENGTH_NOT_IN_LIST: bounds have a number for each component.
    static let boundsLength: Schema.Check = { accessor in
        guard let type = elementType(accessor) else { return }
        for name in ["min", "max"] as [StaticString] {
            guard let count = accessor[name]?.count, count != type.componentCount else { continue }
            accessor.report(
                .arrayLengthNotInList, name,
                "\(count) elements instead of the \(type.componentCount) of \(type.rawValue)")
        }
    }

    /// INVALID_GL_VALUE: bounds are numbers that the component type can hold.
    static let boundsValues: Schema.Check = { accessor in
        guard let type = componentType(accessor), elementType(accessor) != nil else { return }
        for name in ["min", "max"] as [StaticString] {
            for element in accessor[name]?.elements.map({ $0 }) ?? [] {
                guard let number = element.double, !type.holds(number) else { continue }
                accessor.validation.report(.invalidGLValue, at: element.place, "\(type.name) cannot hold \(number)")
            }
        }
    }

    /// ACCESSOR_SPARSE_COUNT_OUT_OF_RANGE
    static let sparseCount: Schema.Check = { accessor in
        guard let count = accessor["count"]?.integer, let replaced = accessor["sparse"]?["count"],
            let number = replaced.integer, number > count
        else { return }
        accessor.validation.report(
            .accessorSparseCountOutOfRange, at: replaced.place,
            "\(number) elements are replaced, but there are only \(count)")
    }

    private static func componentType(_ accessor: SchemaObject) -> Document.ComponentType? {
        accessor["componentType"]?.integer.flatMap(Document.ComponentType.init)
    }

    private static func elementType(_ accessor: SchemaObject) -> Document.ElementType? {
        accessor["type"]?.string.flatMap(Document.ElementType.init)
    }
}

extension Document.ComponentType {
    /// Whether a number is one that the type can hold, rounded to single precision for floats.
    func holds(_ number: Double) -> Bool {
        switch self {
        case .byte: Int8(exactly: number) != nil
        case .unsignedByte: UInt8(exactly: number) != nil
        case .short: Int16(exactly: number) != nil
        case .unsignedShort: UInt16(exactly: number) != nil
        case .unsignedInt: UInt32(exactly: number) != nil
        case .float: Float(number).isFinite
        }
    }
}
