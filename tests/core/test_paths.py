import pytest

from darasa_reflex.core.paths import own_path


@pytest.mark.parametrize(
    "path", ["/", "/app", "/app/job-infos/1?x=%2F&y=2#turn-3", "/app/a/b/", "/" + "x" * 2000]
)
def test_a_path_of_ours_leads_back_there(path):
    assert own_path(path) == path


@pytest.mark.parametrize(
    "text",
    [
        "",
        "app",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/a\\b",
        "https://evil.example/app",
        "javascript:alert(1)",
        " /app",
        "/\t/evil.example",
        "/\n/evil.example",
        "/app\r\nSet-Cookie: a=b",
        "/app evil",
        "/\u2215evil.example",
        "/" + "x" * 2001,
    ],
)
def test_anything_else_leads_to_the_first_page(text):
    assert own_path(text) == "/app"
