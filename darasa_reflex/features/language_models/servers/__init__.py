"""Model servers: those that are known, and where they may be reached.

addresses: Addresses of model servers: made one spelling, and kept away from where none may lead.
servers: The port of model servers on this machine: who is there, and what they offer.
"""
