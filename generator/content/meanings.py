"""What every field of the content means, for those who write it and those who read the data.

The JSON Schemas and the page about the open data say it in these words.
"""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel

from generator.content import model

_HISTORY = "The history for readers, newest first."
_ID = "Its name in addresses and citations. Fixed for ever."
_ICON = "The name of an icon of the Material Design set."
_ORDER = "Where it stands among the others, from 1."
_READERS_NAME = "The name readers see."
_UNCONFIRMED = "What could not be confirmed, and why."
_WAS = "Names it had before. Their addresses send readers on."

_MEANINGS: Mapping[type[BaseModel], Mapping[str, str]] = {
    model.Change: {
        "on": "The day readers saw the change.",
        "kind": "What happened.",
        "note": "What is different, for a reader.",
    },
    model.Theme: {
        "title": _READERS_NAME,
        "code": "The middle part of action ids, such as REC. Fixed for ever.",
        "order": _ORDER,
        "icon": _ICON,
        "summary": "What the theme is about.",
        "why": "Why it matters to any employer.",
        "mistakes": "What employers commonly get wrong.",
        "changes": _HISTORY,
        "was": _WAS,
    },
    model.People: {
        "least": "The smallest number of people; 0 where nobody has said.",
        "most": "The largest number of people. Without it there is no upper end.",
    },
    model.Audience: {
        "id": _ID,
        "title": _READERS_NAME,
        "staff": "How many people, in words: 10 to 49 people.",
        "description": "What such an organisation is like.",
        "leads": "The roles such an organisation has, by their ids in the vocabulary.",
        "people": "How many people, as numbers. The law for large employers goes by it.",
        "was": _WAS,
    },
    model.Bar: {
        "label": "Who or what the value is for.",
        "value": "The value, in the figure's unit.",
    },
    model.Figure: {
        "title": "What is counted.",
        "unit": "The unit of all values: %, £, or a word such as people.",
        "source": "The one publication all values come from, by its id.",
        "about": "Where and when, and what to bear in mind.",
        "bars": "The values, in the order they are shown.",
    },
    model.Challenge: {"text": "One thing that stands in the way in this sector."},
    model.Sector: {
        "title": _READERS_NAME,
        "code": "The first part of action ids, such as HOS. Fixed for ever.",
        "order": _ORDER,
        "icon": _ICON,
        "status": "Draft until the toolkits' owners have signed the sector off, then published.",
        "summary": "Which employers it covers.",
        "who_it_is_for": "Who should read it, from the smallest to the largest.",
        "audiences": "The kinds of organisation, in the order readers choose from.",
        "figures": "The sector in numbers.",
        "challenges": "What stands in the way in this sector.",
        "changes": _HISTORY,
        "was": _WAS,
    },
    model.Measure: {
        "count": "What to count.",
        "how": "Where the numbers come from.",
        "often": "How often to count, by its id under repeats in the vocabulary.",
        "small_numbers": "How to keep people from being recognised in small groups.",
    },
    model.Part: {
        "priority": "Foundational: critical to success, do it first. Enhanced: takes it further.",
        "lead": "The role that leads the action there, by its id in the vocabulary.",
        "steps": "Steps for this audience only, after the common ones.",
    },
    model.Evidence: {
        "strength": "How strong the evidence is, by its id under evidence in the vocabulary.",
        "about": "Who was studied and where, and what was not.",
        "sources": "The studies, by their ids.",
    },
    model.Checked: {
        "on": "The day someone held the action against its sources. Nobody signed it off by that.",
        "every": "How long that holds.",
    },
    model.Template: {
        "title": "What the words are for.",
        "text": "The words, with gaps such as [number]. Have them checked before you use them.",
    },
    model.Example: {
        "who": "The organisation's name.",
        "what": "What it says it does.",
        "source": "Where it has published that, by the source's id.",
    },
    model.Action: {
        "id": "Sector's code, theme's code, number. Fixed for ever and never used again.",
        "title": "One thing to do.",
        "why": "What is wrong today, and for whom.",
        "steps": "How to do it, for every audience it applies to, in order.",
        "done_when": "How to tell that it is done.",
        "audiences": "What it asks of each audience. To one that is not here it does not apply.",
        "takes": "How long until it is in place, by its id in the vocabulary.",
        "repeats": "How often it comes round, by its id in the vocabulary.",
        "evidence": "How strong the evidence is, and for whom it was shown.",
        "checked": "When someone held it against its sources.",
        "changes": _HISTORY,
        "law": "The law that bears on it, by its ids.",
        "groups": "The priority groups it aims at, by their ids in the vocabulary.",
        "templates": "Words to copy.",
        "resources": "Where to go on to, by the resources' ids.",
        "examples": "Who has published that they do it.",
        "cost": "What it costs beyond time, by its id in the vocabulary.",
        "needs": "The actions to do before it.",
        "related": "The actions a reader may want next.",
        "frameworks": "The frameworks it serves: for each framework's id, the ids of its items.",
    },
    model.RetiredAction: {
        "id": "The id it always had.",
        "title": "The title it last had.",
        "status": "Retired, always.",
        "changes": "Its whole history, newest first.",
        "replaced_by": "The actions to go to now.",
        "reason": "Why it is gone.",
    },
    model.ThemeFile: {
        "measures": "What an employer in this sector counts for this theme.",
        "actions": "The sector's actions for this theme, live and retired.",
    },
    model.Source: {
        "id": _ID,
        "title": "The publication's own title.",
        "publisher": "Who published it.",
        "date": "When it was published: a year, a month or a day. Without it, it is undated.",
        "url": "Where it can be read.",
        "no_url": "Why there is no address.",
        "read_on": "The day someone last opened it and found what is cited.",
        "kind": "What sort of publication it is.",
        "unconfirmed": _UNCONFIRMED,
    },
    model.Law: {
        "id": _ID,
        "title": "Its name in plain words.",
        "says": "What an employer must, may or should do. This is not legal advice.",
        "kind": "A legal duty, good practice, or something easily done wrongly.",
        "binds": "Whom it binds: everyone; an employer with this many people or more; or the"
        " audiences with these ids.",
        "from": "Since when, in words.",
        "checked_on": "The day someone last held it against its source.",
        "source": "Where it is written, by the source's id.",
        "unconfirmed": _UNCONFIRMED,
    },
    model.Resource: {
        "id": _ID,
        "title": "Its own name.",
        "who": "Who runs it.",
        "gives": "What an employer gets from it.",
        "url": "Where it is.",
        "kind": "What sort of thing it is.",
        "checked_on": "The day someone last looked at it.",
        "unconfirmed": _UNCONFIRMED,
    },
    model.Item: {
        "id": "Its number in the framework.",
        "title": "What it asks for, in our own words.",
        "outside": "Why no action here can serve it, where that is so.",
    },
    model.Framework: {
        "id": _ID,
        "title": "Its own name.",
        "version": "Which version the items are from.",
        "publisher": "Who publishes it.",
        "url": "Where it can be read.",
        "items": "Its parts, in its own order.",
    },
    model.Vocabulary: {
        "leads": "Roles that can lead an action.",
        "takes": "How long an action takes.",
        "repeats": "How often something comes round.",
        "evidence": "The strengths of evidence, and what each means.",
        "groups": "The priority groups.",
        "cost": "What an action costs.",
    },
    model.Term: {
        "avoid": "The words to avoid, each form of them: quota, quotas.",
        "say": "What to write instead.",
        "because": "Why, in words that persuade an editor.",
        "good": "Examples in which nothing is found. The check tries them.",
        "bad": "Examples in which the words are found. The check tries them.",
        "fine_in": "Phrases in which the words may stand.",
        "level": "An error stops the site from being built; a warning does not.",
    },
    model.Allowed: {
        "rule": "The code of the warning, as the message shows it in brackets.",
        "file": "The file it is in, such as toolkits/law.yml.",
        "words": "The words of the text that may stay, as they are typed.",
        "because": "Why they may stay.",
    },
    model.Style: {
        "terms": "The words that house style replaces.",
        "link_words": "Words that tell nobody where a link leads.",
        "acronyms": "Acronyms that every reader knows, or that stand for a name, each with it.",
        "allowed": "The single cases that may stay as they are.",
    },
}


def meaning(kind: type[BaseModel], name: str) -> str:
    """What a field means, by the name it has in files; KeyError where nobody has said."""
    for base in kind.__mro__:
        if base in _MEANINGS and name in _MEANINGS[base]:
            return _MEANINGS[base][name]
    info = next(own for typed, own in kind.model_fields.items() if name in (typed, own.alias))
    if not info.description:
        raise KeyError(f"{kind.__name__}.{name}")
    return info.description
