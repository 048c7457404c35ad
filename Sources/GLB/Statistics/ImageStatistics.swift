/// An image of a document, as far as its header tells.
public struct ImageStatistics: Sendable {
    /// Where an image's bytes are.
    public enum Storage: String, Sendable {
        /// In a buffer view.
        case bufferView
        /// In the document, as a data URI.
        case dataURI
        /// In a neighbouring file.
        case file
        /// Nowhere: the document does not say.
        case none
    }

    /// Where the bytes are.
    public let storage: Storage
    /// How many bytes the image file has; nil if they are not to be had.
    public let byteCount: Int?
    /// What the header tells; nil if it cannot be read.
    public let header: ImageHeader?
}

extension ImageStatistics {
    /// Reads the header of an image and reports what is wrong with it.
    init(of file: AssetFile, image index: Int, findings: inout Findings) {
        let image = file.document.images[index]
        storage =
            if image.bufferView != nil {
                .bufferView
            } else if let uri = image.uri {
                DataURI.isDataURI(uri) ? .dataURI : .file
            } else {
                .none
            }
        do throws(GLBError) {
            let source = try file.data(ofImage: index)
            byteCount = source.count
            header = Self.header(source, file.document.pointer(to: image), &findings)
        } catch {
            byteCount = nil
            header = nil
            // What is wrong with buffers and buffer views was reported with them.
            if storage == .dataURI || storage == .file {
                file.resources.report(error, uri: image, file.document, &findings)
            }
        }
    }

    private static func header(
        _ source: ByteSource, _ pointer: @autoclosure () -> String, _ findings: inout Findings
    ) -> ImageHeader? {
        do throws(ImageHeader.Failure) {
            return try ImageHeader(reading: source)
        } catch {
            switch error {
            case .unrecognized:
                findings.add(
                    .imageUnrecognizedFormat, at: .pointer(pointer()), "the image's format is not recognised")
            case .truncated:
                findings.add(.imageUnexpectedEnd, at: .pointer(pointer()), "the image ends inside its header")
            case .invalid(let reason):
                findings.add(.imageDataInvalid, at: .pointer(pointer()), reason)
            case .unreadable(let error):
                findings.add(.inputOutputError, at: .pointer(pointer()), error.description)
            }
            return nil
        }
    }
}
