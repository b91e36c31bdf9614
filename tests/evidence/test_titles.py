"""The title of a reference, in whatever order its parts come."""

from __future__ import annotations

import pytest

from claimlint.evidence.titles import title_of


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        (
            "Doe J, Roe R. A placeholder study of sleep in rats. Placeholder J. 2012;139(3):796-800.",
            "A placeholder study of sleep in rats",
        ),
        (
            "J.S. Doe and G.S. Doe, Growth of placeholders in the rat, Proc. Soc. Placeholder 55, 176, 1944.",
            "Growth of placeholders in the rat, Proc",
        ),
        (
            "Placeholder Res. 1990 Oct 8;529(1-2):55-61. Damage in the rat hypothalamus. Doe JR, Roe A.",
            "Damage in the rat hypothalamus",
        ),
        ("Doe et al., 2014 - Long exposure to light in rabbits", "Long exposure to light in rabbits"),
        (
            "Doe J. The effect of placebamine. Experiments in rats. Placeholder Soc 1941;46:116",
            "The effect of placebamine. Experiments in rats",
        ),
        (
            "Doe, J., & Roe, K. (2015). Placeholder diets and the lifespan of mice. *Cell*, 14(2), 233-240.",
            "Placeholder diets and the lifespan of mice",
        ),
        ("Doe CH, Roe WC: Growth of rat tendon cells. Molecules 2014, 19:19066", "Growth of rat tendon cells"),
        (
            "Doe JA et al. 2006 Placeholder 444:337. Placebamine and the health of mice",
            "Placebamine and the health of mice",
        ),
        ("Placebamine and the hypothyroid rat. Acta Placeholder. 1968.", "Placebamine and the hypothyroid rat"),
        ("Doe et al., “Placebamine in Nude Mice,” Placeholder Lett., 2011", "Placebamine in Nude Mice,"),
        (
            "Doe J, Roe R, et al. Sleep and Its Placeholder. N Placeholder Med. 2019;381(10):903-911",
            "Sleep and Its Placeholder",
        ),
        ("Doe J", ""),
    ],
)
def test_title_of_an_entry(entry: str, title: str) -> None:
    assert title_of(entry, (), journal_like=True) == title
