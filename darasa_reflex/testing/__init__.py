"""Suites that check a provider against what its port promises; ours are checked by the same ones.

    from darasa_reflex.testing.mind import MindContract
    class TestCurious(MindContract):
        provider = PROVIDER

pytest finds the stories of the suite in the class. They need pytest, and the plugin of anyio, which
comes with Darasa.
"""
