#include "CDecompression.h"

#include <dlfcn.h>

namespace {

// The library is opened when compressed data is first met: a program that was copied to a machine without it still
// starts, and one that never needs it does not wait for it to load.
struct Library {
    typedef int (*Decode)(void *elements, size_t count, size_t stride, const unsigned char *bytes, size_t size);
    typedef void (*Filter)(void *elements, size_t count, size_t stride);

    Decode attributes = nullptr, triangles = nullptr, indices = nullptr;
    Filter octahedral = nullptr, quaternion = nullptr, exponential = nullptr;

    static const Library &shared() {
        static const Library library;
        return library;
    }

    bool is_complete() const {
        return attributes && triangles && indices && octahedral && quaternion && exponential;
    }

private:
    Library() {
        static const char *const names[] = {
            "libmeshoptimizer.so", "libmeshoptimizer.so.2d", "libmeshoptimizer.dylib",
            "/opt/homebrew/lib/libmeshoptimizer.dylib",
        };
        void *handle = nullptr;
        for (const char *name : names) {
            if (!handle) handle = dlopen(name, RTLD_NOW | RTLD_LOCAL);
        }
        if (!handle) return;
        attributes = function<Decode>(handle, "meshopt_decodeVertexBuffer");
        triangles = function<Decode>(handle, "meshopt_decodeIndexBuffer");
        indices = function<Decode>(handle, "meshopt_decodeIndexSequence");
        octahedral = function<Filter>(handle, "meshopt_decodeFilterOct");
        quaternion = function<Filter>(handle, "meshopt_decodeFilterQuat");
        exponential = function<Filter>(handle, "meshopt_decodeFilterExp");
    }

    template <typename Function>
    static Function function(void *handle, const char *name) {
        return reinterpret_cast<Function>(dlsym(handle, name));
    }
};

// The upper half of a stream's first byte says what it holds, the lower half its version.
bool is_known_version(CMeshoptMode mode, uint8_t header) {
    switch (mode) {
        case CMESHOPT_ATTRIBUTES: return header >> 4 != 0xA || (header & 0xF) == 0;
        case CMESHOPT_TRIANGLES: return header >> 4 != 0xE || (header & 0xF) <= 1;
        case CMESHOPT_INDICES: return header >> 4 != 0xD || (header & 0xF) <= 1;
    }
    return true;
}

Library::Decode decoder(const Library &library, CMeshoptMode mode) {
    switch (mode) {
        case CMESHOPT_ATTRIBUTES: return library.attributes;
        case CMESHOPT_TRIANGLES: return library.triangles;
        case CMESHOPT_INDICES: return library.indices;
    }
    return nullptr;
}

}  // namespace

bool cmeshopt_is_available(void) { return Library::shared().is_complete(); }

CDecompressionStatus cmeshopt_decode(
    const uint8_t *bytes, size_t count, CMeshoptMode mode, CMeshoptFilter filter, size_t element_count, size_t stride,
    uint8_t *elements) {
    const Library &library = Library::shared();
    const Library::Decode decode = decoder(library, mode);
    if (!library.is_complete() || !decode) return CDECOMPRESSION_ABSENT;
    if (count == 0) return CDECOMPRESSION_INVALID;
    if (!is_known_version(mode, bytes[0])) return CDECOMPRESSION_TOO_NEW;
    if (decode(elements, element_count, stride, bytes, count) != 0) return CDECOMPRESSION_INVALID;
    switch (filter) {
        case CMESHOPT_NONE: break;
        case CMESHOPT_OCTAHEDRAL: library.octahedral(elements, element_count, stride); break;
        case CMESHOPT_QUATERNION: library.quaternion(elements, element_count, stride); break;
        case CMESHOPT_EXPONENTIAL: library.exponential(elements, element_count, stride); break;
    }
    return CDECOMPRESSION_DONE;
}
