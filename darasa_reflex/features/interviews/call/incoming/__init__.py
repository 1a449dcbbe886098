"""What comes in over a call's line, within its limits: an address, messages and sound.

decoder: The child that decodes a container: bytes of one stream in, PCM out, over its pipes.
frame_limits: What a peer may send: size and rate of frames, and how many broken ones.
handshake: What a client asks for in the address of its call, in EVI's query keys.
intake: What comes in: raw linear16 or a webm, mp4 or WAV stream, made 16 kHz mono PCM.
"""
