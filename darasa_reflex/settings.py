"""What a deployment may change, read in one place."""

import os
import re
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, AliasChoices, BeforeValidator, Field, HttpUrl, SecretStr
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

_CATALOGUES = Path(__file__).parent / "core" / "words" / "catalogues"


def _listed(value: object) -> object:
    """Split a comma-separated text; other values pass."""
    if not isinstance(value, str):
        return value
    return tuple(part.strip().rstrip("/") for part in value.split(",") if part.strip())


def _known_database(url: SecretStr) -> SecretStr:
    """Refuse an address of a database we ship no driver for."""
    if not url.get_secret_value().startswith(("sqlite:", "postgres:", "postgresql")):
        raise ValueError
    return url


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:  # a container's user that no file knows
        return Path.cwd()


def _cache_folder() -> Path:
    """Return where this system keeps what a person's programs can fetch again."""
    given = environment()
    if sys.platform == "darwin":
        return _home() / "Library" / "Caches" / "darasa"
    if sys.platform == "win32":
        return Path(given.get("LOCALAPPDATA") or _home() / "AppData" / "Local") / "darasa" / "Cache"
    return Path(given.get("XDG_CACHE_HOME") or _home() / ".cache") / "darasa"


def _config_folder() -> Path:
    """Return where this system keeps what a person's programs were told."""
    given = environment()
    if sys.platform == "darwin":
        return _home() / "Library" / "Application Support" / "darasa"
    if sys.platform == "win32":
        return Path(given.get("APPDATA") or _home() / "AppData" / "Roaming") / "darasa"
    return Path(given.get("XDG_CONFIG_HOME") or _home() / ".config") / "darasa"


def _expanded(folder: Path) -> Path:
    try:
        return folder.expanduser()
    except RuntimeError:  # nobody's "~"
        raise ValueError from None


def _folder(place: Path | None) -> Path | None:
    """Refuse a folder that is not there: what it should hold would be missed without a word."""
    place = _expanded(place) if place else None
    if place and not place.is_dir():
        raise ValueError
    return place


def _with_catalogue(languages: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse languages that pages have no words in: English has its in the code."""
    known = {"en", *(file.stem for file in _CATALOGUES.glob("*.po"))}
    if not languages or not known.issuperset(languages):
        raise ValueError
    return languages


def _path(given: str) -> str:
    """Return a path as `/one/two`; refuse what a folder or an address could not be called."""
    path = f"/{given.strip('/')}" if given.strip("/") else ""
    if not re.fullmatch(r"(/[A-Za-z0-9_][A-Za-z0-9_.-]*)*", path):
        raise ValueError
    return path


LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"]


class Settings(BaseSettings):
    """What a deployment may change without touching code: `DARASA_…` variables or a `.env` file.

    Attributes:
        database_url: SQLAlchemy address. Secret, because it may hold a password.
        database_connections: How many threads of this server use the database at once, each with
            a connection of its own.
        host: Address the server listens on. Loopback unless a proxy or container asks otherwise.
        port: TCP port the server listens on, 1 to 65535. `PORT` is read as well.
        workers: How many processes serve that port, each on a core of its own. With PostgreSQL and
            Redis alone.
        path: Below which path of its host the server is reached, such as `/interviews`. Empty: at
            the root.
        origins: Origins beside `http://localhost:<port>` that may open sockets, comma-separated.
        interviewer: Name of the engine, or "auto" for the best one whose keys are set.
        judge: Name of the judge, or "auto" for the best one whose keys are set.
        mind: Name of what decides what the built-in interviewer says to an answer, or "auto".
        language_model: Name of the service that is asked for understanding, or "auto".
        model: Name of the language model, as its service calls it. None: the service's usual one.
        model_url: Address of a server that speaks OpenAI's protocol. None: none.
        model_key: Key of that server. None: it asks for none.
        model_wait_seconds: How long a reply of the built-in interviewer waits for that model, in
            seconds, before its rules reply.
        model_servers: Where a model server is looked for when one person alone uses this.
        config_folder: Where what that person chose is kept, the key of their model among it.
        brand: Folder with the name, the signs and the colours under which people know this server.
            None: ours.
        languages: In which languages pages are offered, as ISO 639-1 calls them; the first is for
            whoever reads none of them.
        plugins: Folder with engines of this deployment, in folders called as their ports. None:
            none.
        questions: CSV file with questions that are asked in everybody's interviews. None: none.
        stt: Name of the transcription engine, or "auto".
        tts: Name of the voice engine, or "auto".
        turn: Name of what hears whether an answer is over, or "auto".
        identity: Name of the identity provider, or "auto".
        local_accounts: Whether this server keeps accounts with e-mail and password itself.
        redis_url: Where flood limits are counted by all servers together, and where Reflex keeps
            its state then. Secret, because it may hold a password. None: in this process.
        proxy_hops: How many proxies of our own stand in front; only then is what they say of a
            visitor's address believed.
        models: "auto" fetches ear and voice beside the first start, and goes on trying while the
            server runs; "off" fetches only what somebody asks for.
        models_folder: Where fetched speech models lie.
        models_url: What the addresses of speech models stand below; a mirror has the same paths.
        max_call_seconds: Longest interview, in seconds. Hume ends a chat at 1 800 s by itself.
        idle_seconds: Silence of the candidate, in seconds, after which a call is closed.
        drain_seconds: How long calls may go on once the server is told to stop (SIGTERM), in
            seconds. What stops the server must wait for longer.
        interview_limit: Interviews one person may hold. None: no limit.
        recordings: "on" offers people to record their answers, so that they can hear them; "off"
            offers it to nobody.
        log_level: Name of a level of the standard library's logging.
        log_format: "text" for people, "json" for what collects logs.
        metrics_token: What Prometheus shows at `/metrics`, at least 16 characters. None: that
            address does not exist.
        traces_url: Address of a collector of OpenTelemetry traces (OTLP over HTTP). None: none are
            made.
    """

    model_config = SettingsConfigDict(
        env_prefix="DARASA_",
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        populate_by_name=True,
    )

    database_url: Annotated[SecretStr, AfterValidator(_known_database)] = Field(
        default=SecretStr("sqlite:///darasa.db"),
        validation_alias=AliasChoices("DARASA_DATABASE_URL", "DATABASE_URL"),
    )
    database_connections: int = Field(default=9, ge=3, le=200)
    host: str = "127.0.0.1"
    port: int = Field(
        default=3000, ge=1, le=65535, validation_alias=AliasChoices("DARASA_PORT", "PORT")
    )
    workers: int = Field(default=1, ge=1, le=64)
    path: Annotated[str, AfterValidator(_path)] = ""
    origins: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_listed)] = ()
    interviewer: str = "auto"
    judge: str = "auto"
    mind: str = "auto"
    language_model: str = "auto"
    model: str | None = None
    model_url: str | None = None
    model_key: SecretStr | None = None
    model_wait_seconds: float = Field(default=2.0, ge=0.5, le=30)
    model_servers: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_listed)] = (
        "http://127.0.0.1:11434",
        "http://127.0.0.1:1234",
    )
    config_folder: Annotated[Path, AfterValidator(_expanded)] = Field(
        default_factory=_config_folder
    )
    brand: Annotated[Path | None, AfterValidator(_folder)] = None
    languages: Annotated[
        tuple[str, ...], NoDecode, BeforeValidator(_listed), AfterValidator(_with_catalogue)
    ] = ("en", "de")
    plugins: Annotated[Path | None, AfterValidator(_folder)] = None
    questions: Path | None = None
    stt: str = "auto"
    tts: str = "auto"
    turn: str = "auto"
    identity: str = "auto"
    local_accounts: bool = False
    redis_url: SecretStr | None = Field(
        default=None, validation_alias=AliasChoices("DARASA_REDIS_URL", "REDIS_URL")
    )
    proxy_hops: int = Field(default=0, ge=0, le=10)
    models: Literal["auto", "off"] = "auto"
    models_folder: Annotated[Path, AfterValidator(_expanded)] = Field(
        default_factory=lambda: _cache_folder() / "models"
    )
    models_url: str = "https://huggingface.co"
    max_call_seconds: int = Field(default=2_100, ge=60, le=3_600)
    idle_seconds: int = Field(default=300, ge=10, le=3_600)
    drain_seconds: int = Field(default=20, ge=0, le=3_600)
    interview_limit: int | None = Field(default=None, ge=0)
    recordings: Literal["on", "off"] = "on"
    log_level: Annotated[LogLevel, BeforeValidator(_upper)] = "INFO"
    log_format: Literal["text", "json"] = "text"
    metrics_token: SecretStr | None = Field(default=None, min_length=16)
    traces_url: HttpUrl | None = None

    @property
    def allowed_origins(self) -> tuple[str, ...]:
        """Origins that may open this server's sockets: its own loopback names and `origins`."""
        own = tuple(f"http://{name}:{self.port}" for name in ("localhost", "127.0.0.1", "[::1]"))
        return own + self.origins


@cache
def settings() -> Settings:
    """Return the one settings object of this process.

    Raises:
        pydantic.ValidationError: A variable has a value it may not have. The value is not shown.
    """
    return Settings()


def environment() -> Mapping[str, str]:
    """Return the process's environment, where vendors' keys may stand beside `.env`."""
    return os.environ  # noqa: TID251 (the one place that reads it)
