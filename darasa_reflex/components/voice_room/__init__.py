"""The custom component around the browser's audio and the EVI socket."""
