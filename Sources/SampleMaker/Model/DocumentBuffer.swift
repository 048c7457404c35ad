import GLB

/// The binary chunk of a model as it grows, with the views and accessors that describe it.
struct DocumentBuffer {
    /// What a view holds, for the graphics card (glTF 2.0, section 5.11.5).
    enum Target: Int {
        case vertices = 34962
        case indices = 34963
    }

    enum Component: Int {
        case uint8 = 5121
        case uint16 = 5123
        case uint32 = 5125
        case float32 = 5126
    }

    private struct View {
        var range: Range<Int>
        var target: Target?
    }

    private struct Accessor {
        var view: Int
        var component: Component
        var count: Int
        var type: String
        var low: [Float]
        var high: [Float]
    }

    private(set) var bytes: [UInt8] = []
    private var views: [View] = []
    private var accessors: [Accessor] = []

    /// Appends a view at the next multiple of four bytes and returns its index.
    mutating func addView(_ content: [UInt8], target: Target? = nil) -> Int {
        bytes.append(contentsOf: repeatElement(0, count: -bytes.count & 3))
        views.append(View(range: bytes.count..<bytes.count + content.count, target: target))
        bytes += content
        return views.count - 1
    }

    /// Describes a view's content and returns the accessor's index; `low` and `high` may be left out.
    mutating func addAccessor(
        view: Int, _ component: Component, count: Int, type: String, low: [Float] = [], high: [Float] = []
    ) -> Int {
        accessors.append(
            Accessor(view: view, component: component, count: count, type: type, low: low, high: high))
        return accessors.count - 1
    }

    /// Floats, with their lowest and highest values, as `columns` components an element.
    mutating func addFloats(_ values: [Float], columns: Int, type: String, target: Target?, isBounded: Bool) -> Int {
        let view = addView(Self.littleEndian(values), target: target)
        var (low, high): ([Float], [Float]) = ([], [])
        if isBounded, !values.isEmpty {
            low = Array(values[..<columns])
            high = low
            for (index, value) in values.enumerated() {
                low[index % columns] = min(low[index % columns], value)
                high[index % columns] = max(high[index % columns], value)
            }
        }
        return addAccessor(
            view: view, .float32, count: values.count / columns, type: type, low: low, high: high)
    }

    static func littleEndian(_ values: [Float]) -> [UInt8] { littleEndian(values.map(\.bitPattern)) }

    static func littleEndian<Value: FixedWidthInteger>(_ values: [Value]) -> [UInt8] {
        values.map(\.littleEndian).withUnsafeBytes { Array($0) }
    }

    /// Writes the members `accessors`, `bufferViews` and `buffers` of a document.
    func write(to document: inout JSONWriter) {
        document.array("accessors") { list in
            for accessor in accessors {
                list.object { object in
                    object.member("bufferView", accessor.view)
                    object.member("componentType", accessor.component.rawValue)
                    object.member("count", accessor.count)
                    object.member("type", accessor.type)
                    if !accessor.low.isEmpty {
                        object.member("max", accessor.high)
                        object.member("min", accessor.low)
                    }
                }
            }
        }
        document.array("bufferViews") { list in
            for view in views {
                list.object { object in
                    object.member("buffer", 0)
                    object.member("byteOffset", view.range.lowerBound)
                    object.member("byteLength", view.range.count)
                    object.member(ifPresent: "target", view.target?.rawValue)
                }
            }
        }
        document.array("buffers") { list in
            list.object { $0.member("byteLength", bytes.count) }
        }
    }
}
