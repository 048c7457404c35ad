/// Answers of the service, made up after the API's reference.
enum Examples {
    static let id = "01a1f84a-95cd-7bdd-8164-d8399f767c45"
    static let preview = TaskText(
        """
        {"id":"01a1f84a-95cd-7bdd-8164-d8399f767c45","type":"text-to-3d-preview","mode":"preview",
         "model_type":"standard","status":"SUCCEEDED","progress":100,"preceding_tasks":0,
         "created_at":1795167000013,"started_at":1795167004120,"finished_at":1795167058904,
         "prompt":"a carved wooden owl lantern","negative_prompt":"","art_style":"realistic","texture_prompt":"",
         "texture_image_url":"","seed":418220913,
         "model_urls":{"glb":"https://assets.example/acc7/tasks/t/output/model.glb?Expires=1&Signature=aaa",
                       "obj":"https://assets.example/acc7/tasks/t/output/model.obj?Expires=1&Signature=bbb"},
         "thumbnail_url":"https://assets.example/acc7/tasks/t/output/preview.png?Expires=1&Signature=ccc",
         "texture_urls":[],"task_error":{"message":""},"consumed_credits":20}
        """)
    static let queued = TaskText(
        """
        {"id":"01a1f84a-95cd-7bdd-8164-d8399f767c45","type":"text-to-3d-preview","mode":"preview",
         "status":"PENDING","progress":0,"preceding_tasks":3,"created_at":1795167000013,"started_at":0,"finished_at":0,
         "prompt":"a carved wooden owl lantern","negative_prompt":"","art_style":"realistic","seed":418220913,
         "model_urls":{},"texture_urls":[],"thumbnail_url":"","task_error":null,"consumed_credits":20}
        """)
    static let refine = TaskText(
        """
        {"id":"01a1f84c-08e5-7b0f-8b91-ce375bc8fbbc","type":"text-to-3d-refine","status":"SUCCEEDED","progress":100,
         "created_at":1795167095000,"started_at":1795167096200,"finished_at":1795167137450,"expires_at":1795426337450,
         "prompt":"a carved wooden owl lantern","texture_prompt":"dark walnut, brass rings",
         "model_urls":{"glb":"https://assets.example/o/model.glb?Expires=1&Signature=ddd"},
         "texture_urls":[{"base_color":"https://assets.example/o/texture_0.png?S=eee",
                          "metallic":"https://assets.example/o/texture_0_metallic.png?S=fff",
                          "roughness":"https://assets.example/o/texture_0_roughness.png?S=ggg",
                          "normal":"https://assets.example/o/texture_0_normal.png?S=hhh"}],
         "task_error":{"message":""},"consumed_credits":10}
        """)
    static let failed = TaskText(
        """
        {"id":"01a1f856-cacd-75f0-9cfb-10f62827688d","type":"image-to-3d","status":"FAILED","progress":37,
         "created_at":1795167800000,"started_at":1795167801500,"finished_at":1795167822000,
         "model_urls":{},"texture_urls":[],"thumbnail_url":"",
         "task_error":{"type":"invalid_input","code":"image_too_complex","message":"The picture shows too many objects.",
                       "doc_url":"https://docs.meshy.ai/en/api/errors#image-too-complex"},
         "consumed_credits":0}
        """)
    static let image = TaskText(
        """
        {"id":"01a1f84f-29ad-7bd7-976d-4330f1446bea","type":"image-to-3d","status":"SUCCEEDED","progress":100,
         "thumbnail_url":"https://assets.example/o/front.png?E=1",
         "thumbnail_urls":{"front":"https://assets.example/o/front.png?E=1","right":"https://assets.example/o/right.png?E=1",
                           "back":"https://assets.example/o/back.png?E=1","left":"https://assets.example/o/left.png?E=1"},
         "model_urls":{"glb":"https://assets.example/o/model.glb?E=1",
                       "pre_remeshed_glb":"https://assets.example/o/pre_remeshed_model.glb?E=1"},
         "texture_urls":[{"base_color":"https://assets.example/o/texture_0.png?E=1"}],"expires_at":1795426600000,
         "created_at":1795167300000,"started_at":1795167301000,"finished_at":1795167400000,"task_error":{"message":""},
         "consumed_credits":30}
        """)
    static let rig = TaskText(
        """
        {"id":"01a1f853-bd8d-73ff-b17f-d374c6a53877","type":"rig","status":"SUCCEEDED","progress":100,
         "created_at":1795167600000,"started_at":1795167601000,"finished_at":1795167640000,"expires_at":1795426840000,
         "preceding_tasks":0,"task_error":{"message":""},"consumed_credits":5,
         "result":{"rigged_character_fbx_url":"https://assets.example/o/Character_output.fbx?E=1",
          "rigged_character_glb_url":"https://assets.example/o/Character_output.glb?E=1",
          "basic_animations":{
           "walking_glb_url":"https://assets.example/o/Animation_Walking_withSkin.glb?E=1",
           "walking_fbx_url":"https://assets.example/o/Animation_Walking_withSkin.fbx?E=1",
           "walking_armature_glb_url":"https://assets.example/o/Animation_Walking_armature.glb?E=1",
           "running_glb_url":"https://assets.example/o/Animation_Running_withSkin.glb?E=1",
           "running_fbx_url":"https://assets.example/o/Animation_Running_withSkin.fbx?E=1",
           "running_armature_glb_url":"https://assets.example/o/Animation_Running_armature.glb?E=1"}}}
        """)
    static let animation = TaskText(
        """
        {"id":"01a1f855-442d-7e68-8d46-4138a6233255","type":"animate","status":"SUCCEEDED","progress":100,
         "result":{"animation_glb_url":"https://assets.example/o/Animation_Wave_withSkin.glb?E=1",
          "animation_fbx_url":"https://assets.example/o/Animation_Wave_withSkin.fbx?E=1",
          "processed_animation_fps_fbx_url":"https://assets.example/o/processed_60fps.fbx?E=1"},
         "task_error":{"message":""},"consumed_credits":3}
        """)
    static let picture = TaskText(
        """
        {"id":"01a1f858-516d-73f3-9e52-71007814e8a2","type":"text-to-image","ai_model":"nano-banana-2",
         "prompt":"owl lantern, front view","status":"SUCCEEDED","progress":100,"created_at":1795167900000,
         "started_at":1795167900500,"finished_at":1795167912000,"expires_at":1795427112000,
         "image_urls":["https://assets.example/o/image.png?E=1"],"task_error":{"message":""},"consumed_credits":6}
        """)
    static let printability = TaskText(
        """
        {"id":"01a1f859-14bd-71a2-8b33-e968617959ce","type":"print-analyze","status":"SUCCEEDED","progress":100,
         "printability":{"_version":"1","status":"error","issue_count":2,"error_count":1,"warning_count":1,
          "metrics":{"is_watertight":false,"volume":0.0041,"non_manifold_edges":12,"degenerate_faces":3,"holes":2},
          "evaluated_at":1795167952000},"task_error":{"message":""},"consumed_credits":0}
        """)

    static let tasks = [preview, queued, refine, failed, image, rig, animation, picture, printability]

    static let requests = [
        #"{"mode":"preview","prompt":"a carved wooden owl lantern","ai_model":"meshy-7.1","should_remesh":true,"#
            + #""target_polycount":20000,"target_formats":["glb","obj"]}"#,
        #"{"mode":"refine","preview_task_id":"01a1f84a","enable_pbr":true,"texture_resolution":"4k"}"#,
        #"{"mode":"preview","prompt":"an owl lantern","negative_prompt":"blurry, broken","art_style":"realistic"}"#,
        #"{"image_url":"data:image/png;base64,iVBORw0KGgo","should_texture":true,"enable_pbr":false}"#,
        #"{"rig_task_id":"01a1f853","action_id":92,"post_process":{"operation_type":"change_fps","fps":60}}"#,
        #"{"model_url":"https://files.example/owl.stl","resize_height":0.12,"origin_at":"bottom"}"#,
    ]
}

/// The text of a task, which names itself in test reports by its first line.
struct TaskText: Sendable, CustomStringConvertible {
    let text: String
    init(_ text: String) { self.text = text }
    var bytes: [UInt8] { Array(text.utf8) }
    var description: String { text.split(separator: "\n").first.map { String($0.prefix(90)) } ?? "" }
}
