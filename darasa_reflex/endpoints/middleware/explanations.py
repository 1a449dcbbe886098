"""The page for those who come to a closed door: what this is, why it is closed, what opens it."""

from base64 import b64encode
from html import escape
from pathlib import Path
from string import Template

from starlette.responses import HTMLResponse, Response

from darasa_reflex.brand import sign
from darasa_reflex.brand.brand import LOGO, Brand, brand
from darasa_reflex.core.visitors import Foreign
from darasa_reflex.core.words.marks import marked
from darasa_reflex.core.words.sentences import filled, language
from darasa_reflex.core.words.sentences import gettext as _
from darasa_reflex.settings import settings

_PAGE = Template(Path(__file__).with_name("explanation.html").read_text(encoding="utf-8"))
# Browsers must ask again: the next time the door may be open.
_FRESH = {"cache-control": "no-store"}
_CLOSED, _MISDIRECTED = 403, 421
_REASONS: dict[Foreign, str] = {
    "address": marked("Your request came from another computer."),
    "host": marked("You asked for it by a name that is not this computer's own: {asked}."),
    "proxy": marked("Your request was handed on by a proxy, so it may come from anywhere."),
}
_HERE = Template("""
<p>$what $reason</p>
<p>$yours</p>
<section>
<h2>$run</h2>
<ol>
<li><p>$sign_in</p>
<pre><code>DARASA_LOCAL_ACCOUNTS=1</code></pre>
<p>$clerk</p>
<pre><code>CLERK_PUBLISHABLE_KEY=
CLERK_SECRET_KEY=
CLERK_JWT_KEY=</code></pre></li>
<li><p>$address</p>
<pre><code>DARASA_ORIGINS=https://interviews.example.org</code></pre></li>
<li><p>$listen</p>
<pre><code>DARASA_HOST=0.0.0.0
DARASA_PROXY_HOPS=1</code></pre></li>
</ol>
<p class="muted">$more</p>
</section>""")
_ELSEWHERE = Template("""
<p>$what</p>
<p>$other</p>
<section>
<h2>$run</h2>
<p>$name_it</p>
<pre><code>DARASA_ORIGINS=$origin</code></pre>
<p class="muted">$more</p>
</section>""")


def only_here(why: Foreign, asked: str, port: int) -> Response:
    """Return the page of a server without sign-in, for anybody but the person at its machine.

    Args:
        why: What makes the request foreign.
        asked: Its Host header.
        port: Where the server listens, 1 to 65535.
    """
    address = f"http://localhost:{port}{settings().path}"
    words = _HERE.substitute(
        what=_html(
            _(
                "{name} is for practising spoken job interviews. This one has no sign-in: it "
                "belongs to whoever sits at the computer it runs on, and answers nobody else."
            ),
            name=escape(brand().name),
        ),
        reason=_html(_(_REASONS[why]), asked=_code(asked)),
        yours=_html(_("If that computer is yours, open {address} on it."), address=_code(address)),
        run=_html(_("If you run it and want to let others in")),
        sign_in=_html(_("Choose how people sign in. With accounts that this server keeps itself:")),
        clerk=_html(_("or with Clerk, whose dashboard shows these keys:")),
        address=_html(_("Name the address that people will open:")),
        listen=_html(_("Say where it listens, and how many proxies of yours stand in front:")),
        more=_html(
            _(
                "Write them into the file .env, and start it again. In a container everybody "
                "comes from another computer, so there it needs sign-in. The file "
                "docs/deploying.md tells more."
            )
        ),
    )
    return _page(_("This server answers only to its own computer"), words, _CLOSED)


def not_here(asked: str, scheme: str) -> Response:
    """Return the page of a server with sign-in, under an address that it was not told of.

    Args:
        asked: The Host header.
        scheme: "http" or "https".
    """
    words = _ELSEWHERE.substitute(
        what=_html(
            _(
                "{name} is for practising spoken job interviews. This one was not told that "
                "people reach it as {asked}, so it does not answer there: sign-in and calls would "
                "fail."
            ),
            name=escape(brand().name),
            asked=_code(asked),
        ),
        other=_html(_("Were you given another address for it? Open that one.")),
        run=_html(_("If you run it")),
        name_it=_html(
            _("Name this address in {file}, beside those that are there, and start it again:"),
            file="<code>.env</code>",
        ),
        origin=escape(f"{scheme}://{asked}"),
        more=_html(
            _(
                "A proxy in front must pass on the Host header. The file docs/deploying.md tells "
                "more."
            )
        ),
    )
    return _page(_("This server has another address"), words, _MISDIRECTED)


def _html(sentence: str, **values: str) -> str:
    """Return a sentence with values that are HTML already."""
    return filled(escape(sentence, quote=False), values)


def _page(title: str, words: str, status: int) -> Response:
    page = _PAGE.substitute(
        _shell(brand()), title=escape(title, quote=False), words=words, language=language()
    )
    return HTMLResponse(page, status, _FRESH)


def _shell(own: Brand) -> dict[str, str]:
    """Return what the page shows of a brand. Signs stand in it: nothing else is answered here."""
    contact = escape(own.support_address)
    return {
        "name": escape(own.name),
        "sign": _sign(own),
        "colours": _colours(own),
        "help": f'<p class="muted"><a href="{contact}">{_html(_("Help"))}</a></p>'
        if contact
        else "",
    }


def _colours(own: Brand) -> str:
    palettes = own.palettes()
    if palettes is None:
        return ""
    light, dark = (f":root {{ {palette.variables()}}}" for palette in palettes)
    return f"{light}\n@media (prefers-color-scheme: dark) {{ {dark} }}"


def _sign(own: Brand) -> str:
    colours = ("var(--accent)", "var(--on-accent)")
    if own.folder is None:
        return sign.ours(*colours)
    file = own.file(LOGO)
    if file is None:
        return sign.letter(own.name, *colours)
    return f'<img alt="" src="data:image/svg+xml;base64,{b64encode(file.read_bytes()).decode()}">'


def _code(text: str) -> str:
    return f"<code>{escape(text) or 'none'}</code>"
