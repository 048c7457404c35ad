internal import AsyncHTTPClient
internal import Crypto
internal import NIOCore
internal import NIOHTTP1
package import SystemPackage

/// A file that was downloaded and is what it should be, as far as its length and first bytes can tell.
package struct DownloadedFile: Hashable, Sendable {
    /// SHA-256 of the bytes, 64 lower-case hexadecimal digits.
    package let hash: String
    /// The size.
    package let bytes: Int64
    /// The format that the bytes show; the expected one where bytes cannot tell.
    package let format: String
}

extension MeshyClient {
    /// Downloads a file of a task while hashing it, from its first byte on, over however many connections it takes.
    ///
    /// The API key is not sent. The bytes are in `descriptor` afterwards, not yet flushed to the disk.
    ///
    /// - Parameters:
    ///   - descriptor: an empty file, open for writing; it is emptied should the download start again.
    ///   - limit: how many bytes the file may have.
    ///   - progress: told how many bytes came, and how many there are if the server said so.
    /// - Throws: ``MeshyAPIError/Reason/linkExpired`` if the link is no longer good: read the task again, once.
    package func download(
        _ file: TaskFile, to descriptor: SystemPackage.FileDescriptor, limit: Int64 = 2 << 30,
        progress: (Int64, Int64?) -> Void = { _, _ in }
    ) async throws(MeshyAPIError) -> DownloadedFile {
        guard let address = WebAddress(file.url) else {
            throw MeshyAPIError(.forbiddenAddress("it is no address"), call: "download of \(file.name)")
        }
        let call = "download of \(address)"
        var machine = DownloadMachine(call: call, limit: limit, policy: configuration.retries)
        var target = Target(descriptor: descriptor)
        var step = DownloadMachine.Step.request(machine.first)
        while true {
            switch step {
            case .request(let request):
                step = try await receive(address, request, &machine, &target, call, progress)
            case .wait(let pause, let request):
                try await transport.sleep(pause, call: call)
                step = .request(request)
            case .fail(let error): throw error
            case .done:
                let signature = FileSignature(head: target.head, size: machine.received)
                guard let fault = signature.fault(as: file.format) else {
                    return DownloadedFile(
                        hash: target.hash.finalize().hexadecimal, bytes: machine.received,
                        format: signature.format ?? file.format)
                }
                step = machine.wasDamaged(fault, chance: .random(in: 0...1))
            }
        }
    }

    /// Downloads a file of a task; reads the task again, once, if the link is no longer good.
    package func download(
        _ file: TaskFile, of reference: TaskReference, to descriptor: SystemPackage.FileDescriptor,
        limit: Int64 = 2 << 30,
        progress: (Int64, Int64?) -> Void = { _, _ in }
    ) async throws(MeshyAPIError) -> DownloadedFile {
        do throws(MeshyAPIError) {
            return try await download(file, to: descriptor, limit: limit, progress: progress)
        } catch {
            guard error.reason == .linkExpired else { throw error }
            let files = try await task(reference).files
            guard let fresh = files.first(where: { $0.key == file.key }) else { throw error }
            return try await download(fresh, to: descriptor, limit: limit, progress: progress)
        }
    }

    /// What was written so far.
    private struct Target {
        let descriptor: SystemPackage.FileDescriptor
        var hash = SHA256()
        var head: [UInt8] = []
        var offset: Int64 = 0

        mutating func begin() throws(Errno) {
            if offset == 0 { return }
            do { try descriptor.resize(to: 0) } catch { throw error as? Errno ?? .ioError }
            (hash, head, offset) = (SHA256(), [], 0)
        }

        mutating func append(_ bytes: UnsafeRawBufferPointer) throws(Errno) {
            do { _ = try descriptor.writeAll(toAbsoluteOffset: offset, bytes) } catch {
                throw error as? Errno ?? .ioError
            }
            hash.update(bufferPointer: bytes)
            if head.count < FileSignature.length { head += bytes.prefix(FileSignature.length - head.count) }
            offset += Int64(bytes.count)
        }
    }

    private func receive(
        _ address: WebAddress, _ request: DownloadMachine.Request, _ machine: inout DownloadMachine,
        _ target: inout Target, _ call: String, _ progress: (Int64, Int64?) -> Void
    ) async throws(MeshyAPIError) -> DownloadMachine.Step {
        do {
            let response = try await open(address, request, call)
            switch machine.answered(Self.head(response), to: request, chance: .random(in: 0...1)) {
            case .leave(let step): return step
            case .begin: try target.begin()
            case .append: break
            }
            for try await piece in response.body {
                if let step = machine.took(piece.readableBytes, chance: .random(in: 0...1)) { return step }
                try piece.withUnsafeReadableBytes { bytes throws(Errno) in try target.append(bytes) }
                progress(machine.received, machine.total)
            }
            return machine.ended(nil, chance: .random(in: 0...1))
        } catch let error as Errno {
            throw MeshyAPIError(.cannotWrite(error), call: call)
        } catch {
            let error = error as? MeshyAPIError ?? MeshyAPIError(network: error, call: call)
            return machine.ended(error, chance: .random(in: 0...1))
        }
    }

    /// Asks for a file and follows redirections, each of which is judged like the first address.
    private func open(
        _ address: WebAddress, _ request: DownloadMachine.Request, _ call: String
    ) async throws -> HTTPClientResponse {
        let guardian = AddressGuard(allowsLoopback: configuration.baseURL.isLoopback)
        var address = address
        for _ in 0...5 {
            let isDirect = configuration.proxies.proxy(for: address) == nil
            if let objection = await guardian.objection(to: address, resolves: isDirect) {
                throw MeshyAPIError(.forbiddenAddress(objection), call: call)
            }
            var message = HTTPClientRequest(url: address.text)
            message.headers.add(name: "User-Agent", value: configuration.userAgent)
            // The length and the hash are those of the file itself.
            message.headers.add(name: "Accept-Encoding", value: "identity")
            if request.offset > 0 {
                message.headers.add(name: "Range", value: "bytes=\(request.offset)-")
                if let validator = request.validator { message.headers.add(name: "If-Range", value: validator) }
            }
            let response = try await transport.pools.client(for: .streams, to: address)
                .execute(message, timeout: TimeAmount(configuration.answerTimeout))
            guard [301, 302, 303, 307, 308].contains(response.status.code) else { return response }
            guard let next = response.headers.first(name: "Location").flatMap(address.resolving) else {
                throw MeshyAPIError(.forbiddenAddress("it points nowhere"), call: call)
            }
            address = next
        }
        throw MeshyAPIError(.forbiddenAddress("it points from place to place"), call: call)
    }

    private static func head(_ response: HTTPClientResponse) -> DownloadMachine.Head {
        let headers = response.headers
        return DownloadMachine.Head(
            status: Int(response.status.code), length: headers.first(name: "Content-Length").flatMap { Int64($0) },
            range: headers.first(name: "Content-Range"), etag: headers.first(name: "ETag"),
            lastModified: headers.first(name: "Last-Modified"), encoding: headers.first(name: "Content-Encoding"),
            retryAfter: RetryAfter.seconds(headers.first(name: "Retry-After")))
    }
}
