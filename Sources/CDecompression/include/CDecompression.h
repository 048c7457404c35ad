// A C interface to the libraries that decompress geometry: Draco, which is linked if it was there when this was built, and
// meshoptimizer, which is opened when it is first needed. What is absent says so when it is called.
#ifndef CDECOMPRESSION_H
#define CDECOMPRESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
    CDECOMPRESSION_DONE = 0,
    // The library was not there when this program was built, or is not there now.
    CDECOMPRESSION_ABSENT = 1,
    // The data does not decode.
    CDECOMPRESSION_INVALID = 2,
    // The data would decode to more than was allowed, or to something else than was asked for.
    CDECOMPRESSION_UNEXPECTED = 3,
    CDECOMPRESSION_OUT_OF_MEMORY = 4,
    // The data is of a newer format than the library knows.
    CDECOMPRESSION_TOO_NEW = 5,
} CDecompressionStatus;

// MARK: Draco

// Whether this program was built with Draco.
bool cdraco_is_available(void);

// A decoded mesh.
typedef struct CDracoMesh CDracoMesh;

// Decodes a mesh of no more than `face_limit` triangles; `*mesh` is to be freed if this succeeds.
CDecompressionStatus cdraco_decode(const uint8_t *bytes, size_t count, uint32_t face_limit, CDracoMesh **mesh);
uint32_t cdraco_point_count(const CDracoMesh *mesh);
uint32_t cdraco_face_count(const CDracoMesh *mesh);
// Writes three points for each triangle.
void cdraco_copy_indices(const CDracoMesh *mesh, uint32_t *indices);
// Writes an attribute's values for all points, tightly packed, as numbers of a type that OpenGL's number names.
CDecompressionStatus cdraco_copy_attribute(
    const CDracoMesh *mesh, uint32_t unique_id, int component_type, int component_count, uint8_t *values);
void cdraco_free(CDracoMesh *mesh);

// MARK: meshoptimizer

typedef enum {
    CMESHOPT_ATTRIBUTES = 0,
    CMESHOPT_TRIANGLES = 1,
    CMESHOPT_INDICES = 2,
} CMeshoptMode;

typedef enum {
    CMESHOPT_NONE = 0,
    CMESHOPT_OCTAHEDRAL = 1,
    CMESHOPT_QUATERNION = 2,
    CMESHOPT_EXPONENTIAL = 3,
} CMeshoptFilter;

// Whether meshoptimizer is installed.
bool cmeshopt_is_available(void);

// Decodes `element_count` elements of `stride` bytes, which the caller has checked against mode and filter.
CDecompressionStatus cmeshopt_decode(
    const uint8_t *bytes, size_t count, CMeshoptMode mode, CMeshoptFilter filter, size_t element_count, size_t stride,
    uint8_t *elements);

#ifdef __cplusplus
}
#endif

#endif
