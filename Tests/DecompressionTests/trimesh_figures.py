"""Measures GLB and glTF files with trimesh; reads a file of paths, one a line, and writes a JSON object a line.

What is measured is what the scene draws, each instance a surface of its own, after welding by position and without
triangles that have two corners at the same place.
"""
import json
import math
import sys

import trimesh


def surface(mesh):
    """The mesh welded by position alone, without degenerate triangles and vertices that nothing uses."""
    mesh = trimesh.Trimesh(vertices=mesh.vertices, faces=mesh.faces, process=False)
    mesh.merge_vertices(merge_tex=True, merge_norm=True, digits_vertex=12)
    faces = mesh.faces
    mesh.update_faces((faces[:, 0] != faces[:, 1]) & (faces[:, 1] != faces[:, 2]) & (faces[:, 2] != faces[:, 0]))
    mesh.remove_unreferenced_vertices()
    return mesh


def measure(path):
    scene = trimesh.load_scene(path, process=False, merge_primitives=True)
    surfaces = {name: surface(mesh) for name, mesh in scene.geometry.items() if isinstance(mesh, trimesh.Trimesh)}
    total = {"area": 0.0, "volume": 0.0, "euler": 0, "parts": 0, "triangles": 0, "watertight": None, "consistent": True}
    for node in scene.graph.nodes_geometry:
        transform, name = scene.graph[node]
        if name not in surfaces or len(surfaces[name].faces) == 0:
            continue
        mesh = surfaces[name]
        total["euler"] += int(mesh.euler_number)
        total["parts"] += int(mesh.body_count)
        total["triangles"] += len(mesh.faces)
        total["watertight"] = bool(mesh.is_watertight) and total["watertight"] is not False
        total["consistent"] = bool(mesh.is_winding_consistent) and total["consistent"]
        moved = mesh.copy()
        moved.apply_transform(transform)
        total["area"] += float(moved.area)
        total["volume"] += float(moved.volume)
    return {name: None if isinstance(value, float) and not math.isfinite(value) else value for name, value in total.items()}


for line in open(sys.argv[1]):
    path = line.rstrip("\n")
    try:
        result = measure(path)
    except Exception as error:
        result = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps({"file": path, **result}), flush=True)
