import Decompression
import GLB

/// Measures the geometry of the files that are named and prints it as JSON: a whole process, to be timed from outside.
@main
struct GeometryBenchmark {
    static func main() throws {
        for path in CommandLine.arguments.dropFirst() {
            let file = try AssetFile(path: path).decompressed(by: Decompressor())
            var writer = JSONWriter()
            writer.value(try Geometry(of: file))
            print(writer.text)
        }
    }
}
