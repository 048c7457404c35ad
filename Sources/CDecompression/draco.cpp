#include "CDecompression.h"

#ifdef WITH_DRACO

#include <cstring>
#include <memory>
#include <new>

#include <draco/compression/config/compression_shared.h>
#include <draco/compression/decode.h>
#include <draco/compression/point_cloud/point_cloud_decoder.h>
#include <draco/core/varint_decoding.h>
#include <draco/metadata/metadata_decoder.h>

struct CDracoMesh {
    std::unique_ptr<draco::Mesh> mesh;
};

bool cdraco_is_available(void) { return true; }

namespace {

bool decode_count(draco::DecoderBuffer &buffer, bool is_varint, uint32_t *count) {
    return is_varint ? draco::DecodeVarint(count, &buffer) : buffer.Decode(count);
}

// Reads the number of triangles that a stream announces, which the decoder would make room for unseen.
bool announced_faces(const uint8_t *bytes, size_t count, uint32_t *faces) {
    draco::DecoderBuffer buffer;
    buffer.Init(reinterpret_cast<const char *>(bytes), count);
    draco::DracoHeader header;
    if (!draco::PointCloudDecoder::DecodeHeader(&buffer, &header).ok()) return false;
    const uint16_t version = DRACO_BITSTREAM_VERSION(header.version_major, header.version_minor);
    buffer.set_bitstream_version(version);
    if (version >= DRACO_BITSTREAM_VERSION(1, 3) && (header.flags & METADATA_FLAG_MASK)) {
        draco::GeometryMetadata metadata;
        if (!draco::MetadataDecoder().DecodeGeometryMetadata(&buffer, &metadata)) return false;
    }
    const bool is_recent = version >= DRACO_BITSTREAM_VERSION(2, 2);
    if (header.encoder_method == draco::MESH_SEQUENTIAL_ENCODING) return decode_count(buffer, is_recent, faces);
    if (header.encoder_method != draco::MESH_EDGEBREAKER_ENCODING) return false;
    const bool is_varint = version >= DRACO_BITSTREAM_VERSION(2, 0);
    uint8_t traversal;
    uint32_t vertices;
    if (!buffer.Decode(&traversal)) return false;
    if (!is_recent && !decode_count(buffer, is_varint, &vertices)) return false;
    return decode_count(buffer, is_varint, &vertices) && decode_count(buffer, is_varint, faces);
}

template <typename Component>
CDecompressionStatus copy_values(
    const draco::PointAttribute &attribute, uint32_t points, int components, uint8_t *values) {
    const size_t size = components * sizeof(Component);
    for (uint32_t point = 0; point < points; point++) {
        Component value[4];
        const auto index = attribute.mapped_index(draco::PointIndex(point));
        if (!attribute.ConvertValue<Component>(index, static_cast<int8_t>(components), value)) {
            return CDECOMPRESSION_UNEXPECTED;
        }
        std::memcpy(values + point * size, value, size);
    }
    return CDECOMPRESSION_DONE;
}

}  // namespace

CDecompressionStatus cdraco_decode(const uint8_t *bytes, size_t count, uint32_t face_limit, CDracoMesh **mesh) {
    try {
        uint32_t faces;
        if (!announced_faces(bytes, count, &faces)) return CDECOMPRESSION_INVALID;
        if (faces > face_limit) return CDECOMPRESSION_UNEXPECTED;
        draco::DecoderBuffer buffer;
        buffer.Init(reinterpret_cast<const char *>(bytes), count);
        draco::Decoder decoder;
        auto decoded = decoder.DecodeMeshFromBuffer(&buffer);
        if (!decoded.ok()) return CDECOMPRESSION_INVALID;
        *mesh = new CDracoMesh{std::move(decoded).value()};
        return CDECOMPRESSION_DONE;
    } catch (const std::bad_alloc &) {
        return CDECOMPRESSION_OUT_OF_MEMORY;
    } catch (...) {
        return CDECOMPRESSION_INVALID;
    }
}

uint32_t cdraco_point_count(const CDracoMesh *mesh) { return mesh->mesh->num_points(); }

uint32_t cdraco_face_count(const CDracoMesh *mesh) { return mesh->mesh->num_faces(); }

void cdraco_copy_indices(const CDracoMesh *mesh, uint32_t *indices) {
    for (draco::FaceIndex face(0); face < mesh->mesh->num_faces(); ++face) {
        for (const auto &point : mesh->mesh->face(face)) *indices++ = point.value();
    }
}

CDecompressionStatus cdraco_copy_attribute(
    const CDracoMesh *mesh, uint32_t unique_id, int component_type, int component_count, uint8_t *values) {
    const draco::PointAttribute *attribute = mesh->mesh->GetAttributeByUniqueId(unique_id);
    if (attribute == nullptr || component_count < 1 || component_count > 4) return CDECOMPRESSION_UNEXPECTED;
    const uint32_t points = mesh->mesh->num_points();
    switch (component_type) {
        case 5120: return copy_values<int8_t>(*attribute, points, component_count, values);
        case 5121: return copy_values<uint8_t>(*attribute, points, component_count, values);
        case 5122: return copy_values<int16_t>(*attribute, points, component_count, values);
        case 5123: return copy_values<uint16_t>(*attribute, points, component_count, values);
        case 5125: return copy_values<uint32_t>(*attribute, points, component_count, values);
        case 5126: return copy_values<float>(*attribute, points, component_count, values);
        default: return CDECOMPRESSION_UNEXPECTED;
    }
}

void cdraco_free(CDracoMesh *mesh) { delete mesh; }

#else

bool cdraco_is_available(void) { return false; }
CDecompressionStatus cdraco_decode(const uint8_t *, size_t, uint32_t, CDracoMesh **) { return CDECOMPRESSION_ABSENT; }
uint32_t cdraco_point_count(const CDracoMesh *) { return 0; }
uint32_t cdraco_face_count(const CDracoMesh *) { return 0; }
void cdraco_copy_indices(const CDracoMesh *, uint32_t *) {}
CDecompressionStatus cdraco_copy_attribute(const CDracoMesh *, uint32_t, int, int, uint8_t *) {
    return CDECOMPRESSION_ABSENT;
}
void cdraco_free(CDracoMesh *) {}

#endif
