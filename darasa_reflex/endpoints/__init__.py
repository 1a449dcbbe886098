"""The network edge: sockets, webhooks, native posts, and what stands before them.

api: The JSON API: what programs may do for the person whose token they show.
ear_socket: /v0/ear: origin, pass, one sentence of sound → what the interviewer's ears hear.
evi_socket: /v0/evi/chat: origin, ticket, EVI frames ↔ a call.
evi_ticket: /v0/evi/ticket: whether a ticket is ours and not too old.
export_post: /export: everything of the person who sends our form, as a file.
middleware: What every request passes before it reaches the app.
monitoring: For whoever runs a server: health, readiness, numbers.
recording_sound: /recordings/…: what a person said in one turn, for them or whoever has their link.
report_post: /export/report: one report as a file, for the person whose interview it is of.
sign_in_posts: Posts of sign-in forms, which set cookies.
webhooks: What services outside tell of people.
"""
