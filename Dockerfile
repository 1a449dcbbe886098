# Two steps: build the pages with Node from pip, then run without it.
FROM python:3.11-slim AS build
WORKDIR /app
RUN apt-get update && apt-get install -y --no-install-recommends make && rm -rf /var/lib/apt/lists/*
COPY . .
RUN make build

FROM python:3.11-slim
WORKDIR /app
RUN useradd --create-home darasa && chown darasa /app
COPY --from=build --chown=darasa /app /app
USER darasa
ENV DARASA_HOST=0.0.0.0
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK CMD .venv/bin/python -c "import urllib.request; urllib.request.urlopen('http://127.0.0.1:3000/ping')"
CMD [".venv/bin/python", "-m", "darasa_reflex", "run"]
