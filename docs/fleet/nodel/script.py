"""A kiosk of the Greater Bay Area exhibit: what it shows, and what it is told by `kiosk tell`."""
# ruff: noqa
# A recipe of Nodel: Jython 2.5, with Parameter, LocalEvent, local_action, Timer, quick_process,
# json_decode and console from its toolkit.  The node runs on the kiosk itself, or reaches it by ssh.

param_tell = Parameter(
    {
        "title": "Command",
        "desc": "Words with spaces between them; on another machine begin with ssh and its name",
        "schema": {"type": "string", "hint": "/opt/kiosk/bin/kiosk tell"},
        "order": 1,
    }
)
param_pollSeconds = Parameter(
    {
        "title": "Ask how it is every (seconds)",
        "schema": {"type": "integer", "hint": "30"},
        "order": 2,
    }
)

local_event_Status = LocalEvent(
    {
        "title": "Status",
        "group": "Status",
        "order": 1,
        "schema": {
            "type": "object",
            "properties": {
                "level": {"type": "integer", "order": 1},
                "message": {"type": "string", "order": 2},
            },
        },
    }
)
local_event_Occupant = LocalEvent(
    {"title": "Who has it", "group": "Status", "order": 2, "schema": {"type": "string"}}
)
local_event_Content = LocalEvent(
    {"title": "Content", "group": "Status", "order": 3, "schema": {"type": "string"}}
)

OK, WARNING, ERROR = 0, 1, 2


def command(words):
    return (param_tell or "/opt/kiosk/bin/kiosk tell").split() + words


def tell(*words):
    def finished(result):
        if result.code != 0:
            console.warn("%s: %s" % (" ".join(words), (result.stderr or "").strip()))

    quick_process(command(list(words)), finished=finished)


@local_action({"title": "Home", "group": "Visitors", "order": 1})
def Home(arg=None):
    tell("home")


@local_action({"title": "Language", "group": "Visitors", "order": 2, "schema": {"type": "string"}})
def Language(arg=None):
    tell("language", arg)


@local_action({"title": "Tour", "group": "Visitors", "order": 3, "schema": {"type": "string"}})
def Tour(arg=None):
    tell("tour", arg)


@local_action(
    {
        "title": "Power",
        "group": "Power",
        "order": 1,
        "schema": {"type": "string", "enum": ["On", "Off"]},
    }
)
def Power(arg=None):
    tell({"On": "wake", "Off": "dark"}[arg])


@local_action(
    {
        "title": "Muting",
        "group": "Power",
        "order": 2,
        "schema": {"type": "string", "enum": ["On", "Off"]},
    }
)
def Muting(arg=None):
    tell({"On": "mute", "Off": "unmute"}[arg])


@local_action(
    {"title": "Restart", "group": "Power", "order": 3, "caution": "It waits until nobody is there."}
)
def Restart(arg=None):
    tell("restart")


def say(level, message):
    local_event_Status.emit({"level": level, "message": message})


def take_status(result):
    if result.code != 0:
        say(ERROR, (result.stderr or "no answer").strip())
        return
    status = json_decode(result.stdout)
    content = status["content"]
    local_event_Occupant.emit(status["occupant"])
    local_event_Content.emit("%s %s" % (content["origin"], content["digest"]))
    if content["origin"] != "own":
        say(WARNING, "it shows other content than its own: %s" % content["origin"])
    else:
        say(OK, "version %s, %s faults" % (status["version"], status["faults"]))


def ask():
    quick_process(command(["status"]), finished=take_status)


asking = Timer(ask, 30, 5)


def main():
    asking.setInterval(param_pollSeconds or 30)
