"""The network edge: sockets, webhooks, native posts, and what stands before them."""
