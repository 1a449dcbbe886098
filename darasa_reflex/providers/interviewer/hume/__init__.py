"""Hume EVI as interviewer.

conversation: One call with Hume: its EVI frames pass on whole, our marks are added.
ending: How a call with Hume ends well: before Hume cuts it, or when the interviewer hangs up.
errors: What went wrong with Hume, in our own sentences: its texts go no further.
frames: Frames of Hume, as the browser may see them.
progress: Where in the plan the interview stands, told from what the interviewer says.
provider: Hume EVI over its WebSocket.
rest: Hume's REST API: configs, tokens, chat history.
session: What Hume is told of an interview when a call opens.
uplink: What goes to Hume: one queue, one sender, so that nobody who speaks ever waits.
"""
