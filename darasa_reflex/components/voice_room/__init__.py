"""The custom component around the browser's audio and the EVI socket.

component: The component in Python, and what each of its two scripts gets.
room.js, call.js: The room of an interview, and one call in it.
audio: Microphone, loudspeaker, and what is heard between them.
line: The socket: what goes over it, and what waits while it is broken.
screen: What is shown, and what is typed and pressed.
"""
