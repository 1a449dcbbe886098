"""What is done while the container's image is built, and nowhere else.

libraries: Loads what the product is built on, whatever hangs on a key or is loaded late.
rehearsal: The last step: libraries, voices in each language, a server, an interview.
"""
