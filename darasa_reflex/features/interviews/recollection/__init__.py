"""What engines that keep chats know of a call, brought home after it."""
