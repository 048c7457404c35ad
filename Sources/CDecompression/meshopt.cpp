#include "CDecompression.h"

#ifdef WITH_MESHOPT

#include <meshoptimizer.h>

namespace {

// The upper half of a stream's first byte says what it holds, the lower half its version.
bool is_known_version(CMeshoptMode mode, uint8_t header) {
    switch (mode) {
        case CMESHOPT_ATTRIBUTES: return header >> 4 != 0xA || (header & 0xF) == 0;
        case CMESHOPT_TRIANGLES: return header >> 4 != 0xE || (header & 0xF) <= 1;
        case CMESHOPT_INDICES: return header >> 4 != 0xD || (header & 0xF) <= 1;
    }
    return true;
}

int decode(
    const uint8_t *bytes, size_t count, CMeshoptMode mode, size_t element_count, size_t stride, uint8_t *elements) {
    switch (mode) {
        case CMESHOPT_ATTRIBUTES: return meshopt_decodeVertexBuffer(elements, element_count, stride, bytes, count);
        case CMESHOPT_TRIANGLES: return meshopt_decodeIndexBuffer(elements, element_count, stride, bytes, count);
        case CMESHOPT_INDICES: return meshopt_decodeIndexSequence(elements, element_count, stride, bytes, count);
    }
    return -1;
}

}  // namespace

CDecompressionStatus cmeshopt_decode(
    const uint8_t *bytes, size_t count, CMeshoptMode mode, CMeshoptFilter filter, size_t element_count, size_t stride,
    uint8_t *elements) {
    if (count == 0) return CDECOMPRESSION_INVALID;
    if (!is_known_version(mode, bytes[0])) return CDECOMPRESSION_TOO_NEW;
    if (decode(bytes, count, mode, element_count, stride, elements) != 0) return CDECOMPRESSION_INVALID;
    switch (filter) {
        case CMESHOPT_NONE: break;
        case CMESHOPT_OCTAHEDRAL: meshopt_decodeFilterOct(elements, element_count, stride); break;
        case CMESHOPT_QUATERNION: meshopt_decodeFilterQuat(elements, element_count, stride); break;
        case CMESHOPT_EXPONENTIAL: meshopt_decodeFilterExp(elements, element_count, stride); break;
    }
    return CDECOMPRESSION_DONE;
}

#else

CDecompressionStatus cmeshopt_decode(
    const uint8_t *, size_t, CMeshoptMode, CMeshoptFilter, size_t, size_t, uint8_t *) {
    return CDECOMPRESSION_ABSENT;
}

#endif
