"""The moderator's page in a real browser: what it fetches, what it says on the console, how it is used without a mouse.

Needs Chromium (`apt-get install chromium`); skipped where there is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from chromium import BROWSER, Chromium
from claimlint.reporting.review.page import render
from reporting.review_helper import review_of

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium here")

POST = """# Zinc for colds

Zinc shortens colds in adults. In mice it absolutely destroys viruses [1].

Take 50 mg a day. I get mine from [this shop](https://shop.example.com/product/zinc).

Does zinc lower blood pressure in men? Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!

- Zinc completely cures acne in teenagers.

## References

1. Author A. Zinc in mice with colds. Journal of Tests. 2019. https://journal.example.org/zinc-in-mice
"""
HOSTILE = """Zinc shortens colds in adults <script>window.hit = 1</script><img src=x onerror="window.hit = 2">.

Take 50 mg [here](javascript:window.hit=3) a day <svg onload="window.hit = 4"> ![](https://evil.example.com/a.png).

<style>body { display: none }</style><meta http-equiv="refresh" content="0;url=https://evil.example.com">
"""

CONTRAST = """
(() => {
  const channel = (c) => { c /= 255; return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
  const light = (c) => 0.2126 * channel(c[0]) + 0.7152 * channel(c[1]) + 0.0722 * channel(c[2]);
  const parse = (text) => { const n = text.match(/[\\d.]+/g).map(Number); return n.length < 4 ? [...n, 1] : n; };
  const behind = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = parse(getComputedStyle(e).backgroundColor);
      if (colour[3] === 1) return colour;
    }
    return [255, 255, 255, 1];
  };
  const low = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.getClientRects().length) continue;
    for (const pseudo of [null, '::before']) {
      const [a, b] = [light(parse(getComputedStyle(element, pseudo).color)), light(behind(element))];
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (ratio < 4.5) low.push([ratio.toFixed(2), element.tagName, walker.currentNode.data.slice(0, 30)]);
    }
  }
  return low;
})()
"""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    with Chromium(tmp_path_factory.mktemp("chromium")) as chromium:
        yield chromium


def saved(folder: Path, *texts: str, path: str = "post.md") -> Path:
    page = folder / "report.html"
    page.write_text("".join(render(review_of(*texts, path=path))), encoding="utf-8")
    return page


def told(browser: Chromium) -> list[str]:
    """What the browser complained of."""
    names = ("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Page.javascriptDialogOpening")
    return [f"{name} {params}" for name, params in browser.events if name in names]


def fetched(browser: Chromium) -> list[str]:
    return [params["request"]["url"] for name, params in browser.events if name == "Network.requestWillBeSent"]


@pytest.mark.parametrize("text", [POST, HOSTILE])
@pytest.mark.parametrize("path", ["post.md", "post.html", "post.txt"])
def test_the_page_fetches_nothing_runs_nothing_and_complains_of_nothing(
    browser: Chromium, tmp_path: Path, text: str, path: str
) -> None:
    page = saved(tmp_path, text, path=path)
    browser.open(page)
    assert browser.run("typeof window.hit") == "undefined"
    assert browser.run("getComputedStyle(document.body).display") != "none"
    assert browser.run("document.styleSheets.length") == 1, "the policy must let its own style in"
    assert browser.run("getComputedStyle(document.querySelector('article')).borderTopStyle") == "solid"
    assert fetched(browser) == [page.as_uri()]
    assert told(browser) == []


@pytest.mark.parametrize("width", [320, 390, 800, 1280])
def test_nothing_is_wider_than_the_window(browser: Chromium, tmp_path: Path, width: int) -> None:
    browser.open(saved(tmp_path, POST, HOSTILE), width=width)
    assert browser.run("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [390, 1280])
def test_every_text_can_be_read(browser: Chromium, tmp_path: Path, dark: bool, width: int) -> None:
    texts = (POST, "I just want to die.\n", "Take 500 IU of hCG twice a week.\n", "Thanks.\n")
    browser.open(saved(tmp_path, *texts), dark=dark, width=width)
    browser.run("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert browser.run("matchMedia('(prefers-color-scheme: dark)').matches") is dark
    assert browser.run("document.querySelectorAll('.verdict').length") == 4
    assert browser.run(CONTRAST) == []


def test_marks_do_not_go_by_colour_alone(browser: Chromium, tmp_path: Path) -> None:
    browser.open(saved(tmp_path, f"A talk about suicide is on Monday.\n\n{POST}"))
    styles = browser.run(
        "Object.fromEntries([...document.querySelectorAll('mark')].map((m) => [m.className, "
        "getComputedStyle(m).textDecorationLine + ' ' + getComputedStyle(m).textDecorationStyle]))"
    )
    assert styles == {"error": "underline wavy", "warning": "underline solid", "info": "underline dotted"}


def test_it_is_used_with_the_keyboard(browser: Chromium, tmp_path: Path) -> None:
    browser.open(saved(tmp_path, POST))
    browser.press("Tab", 9)
    assert browser.run("document.activeElement.className") == "skip"
    assert browser.run("document.activeElement.getBoundingClientRect().left >= 0"), (
        "the skip link shows when it has focus"
    )
    browser.press("Enter", 13, "\r")
    assert browser.run("document.activeElement.id") == "posts"
    seen = []
    for _ in range(60):
        browser.press("Tab", 9)
        seen.append(browser.run("document.activeElement.getAttribute('href') || document.activeElement.tagName"))
        outline = "getComputedStyle(document.activeElement).outlineStyle"
        assert browser.run(outline) != "none", f"no focus to be seen on {seen[-1]}"
        if seen[-1] == "#p1-r1" and browser.run("document.activeElement.closest('mark, sup') !== null"):
            break
    assert seen[:7] == [f"#p1-{part}" for part in ("why", "first", "draft", "evidence", "sources", "passed", "reply")]
    assert seen[-1] == "#p1-r1"
    browser.press("Enter", 13, "\r")
    assert browser.run("location.hash") == "#p1-r1"
    assert browser.run("document.activeElement.id") == "p1-r1", "the remark has the focus, to be read from there"
    browser.press("Tab", 9)
    assert browser.run("document.activeElement.getAttribute('href')") == "#p1-m1"
    browser.press("Tab", 9)
    browser.press("Enter", 13, "\r")
    assert browser.run("document.querySelector('.note details').open") is True


def test_on_paper_everything_is_open_and_dark_is_light(browser: Chromium, tmp_path: Path) -> None:
    browser.open(saved(tmp_path, POST), dark=True)
    scheme = {"name": "prefers-color-scheme", "value": "dark"}
    browser.ask("Emulation.setEmulatedMedia", media="print", features=[scheme])
    assert browser.run("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert browser.run("document.querySelector('.passed').getBoundingClientRect().height") > 0
    assert browser.run("getComputedStyle(document.querySelector('nav')).display") == "none"
    assert browser.ask("Page.printToPDF")["data"]
    browser.ask("Emulation.setEmulatedMedia", media="")
