"""What every request passes before it reaches the app.

addresses: Who asks: the headers and the address behind an ASGI scope.
below: A server below a path of its host.
bodies: How much anybody may send, in bytes as counted, and how long they may take.
explanations: The page for those who come to a closed door.
floods: How often one address may ask, and open sockets.
front: What stands between the network and the app.
headers: What every response tells browsers: what pages may load, and who may look into them.
hosts: Which names and addresses this server answers to.
languages: What a request or a socket is told, in the language of who reads it.
names: A name for each request and each socket, by which its lines in logs are found.
policy: The content security policy of pages, from the pages themselves and the door.
"""
