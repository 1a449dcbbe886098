# Two steps: build the pages with Node from pip, then run without it.
FROM python:3.11-slim AS build
WORKDIR /app
RUN apt-get update && apt-get install -y --no-install-recommends make && rm -rf /var/lib/apt/lists/*
COPY . .
RUN make build
# The texts of every licence, as docs/licences.md asks. espeakng-loader brings none: espeak-ng is under
# the same GPL-3.0 as piper-tts.
RUN mkdir -p /licences && cp LICENSE docs/licences.md /licences && cd .venv/lib/python3.11/site-packages \
 && find . -path '*.dist-info/*' -type f \( -iname 'licen[cs]e*' -o -iname 'copying*' -o -iname 'notice*' \) \
    -exec cp --parents -t /licences {} + \
 && cp piper_tts-*.dist-info/licenses/COPYING /licences/espeak-ng-COPYING

FROM python:3.11-slim
WORKDIR /app
RUN useradd --create-home darasa && chown darasa /app
COPY --from=build --chown=darasa /app /app
COPY --from=build /licences /usr/share/licenses/darasa
USER darasa
ENV DARASA_HOST=0.0.0.0
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK CMD .venv/bin/python -c "import urllib.request; urllib.request.urlopen('http://127.0.0.1:3000/ping')"
CMD [".venv/bin/python", "-m", "darasa_reflex", "run"]
