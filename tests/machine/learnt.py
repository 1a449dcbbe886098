"""What a process learns with the first test that needs it, learnt before forks are made of it.

learn()
"""

from importlib import import_module

# Product and clients load these when they are first asked; several files of tests ask.
_LATE = (
    "openai.resources.chat.chat",
    "openai.types.chat",
    "clerk_backend_api.models",
    "clerk_backend_api.users",
    "numpy.fft",
    "numpy.random",
    "soxr",
    "httpcore2",
    "granian.server.embed",
    "websockets.asyncio.client",
)
_LANGUAGES = ("en", "de")


def learn() -> None:
    """Load all that hangs on no setting: engines, languages, expressions, and the app's pages."""
    from darasa_reflex.core.words.sentences import prepare
    from darasa_reflex.features.interviews.mind.locales import catalogue
    from darasa_reflex.features.job_infos.lexicon import lexicon
    from darasa_reflex.parts import PORTS, providers
    from darasa_reflex.settings import settings
    from darasa_reflex.wiring import services
    from tests.machine.inside import served_app

    for name in _LATE:
        import_module(name)
    for port in PORTS:
        providers(port)
    for language in _LANGUAGES:
        prepare(language)
    catalogue.load()
    lexicon()
    served_app()
    settings.cache_clear()
    services.cache_clear()
