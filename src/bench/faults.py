#!/usr/bin/env python3
"""What kills, a full disk, hostile texts, active content and broken data do to sites of Hugo, JBake and Plainfact.

  mvn -B -q test-compile && src/bench/faults.py [kill] [disk] [hostile] [active] [data] [--tools hugo,jbake,plainfact] [--every N]

prints the table of src/doc/reliability.md. Hugo comes by src/bench/peers.sh; JBake 2.7.0 is that of the tests. Each fault meets
a good old site. --every N takes each N-th family of hostile texts alone. "disk" mounts a file system in memory, which root may.
"""
import os, random, re, resource, shutil, signal, subprocess, sys, tempfile, time
from html.parser import HTMLParser
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
TARGET = HOME / "target"
JAVA = os.environ.get("JAVA_HOME_25", "/usr/lib/jvm/temurin-25-jdk-amd64") + "/bin/"
BODY = "Words of a page, with *emphasis* and a [link](https://example.org/).\n\n" * 40
SMALL = ["-XX:TieredStopAtLevel=1", "-Xmx256m", "-Xss512k"]


class Tool:
    pages = 300

    def site(self, folder):
        """A site without texts; its edition stands in the template."""

    def text(self, folder, name, body, title="T"):
        self.content(folder).mkdir(parents=True, exist_ok=True)
        (self.content(folder) / (name + ".md")).write_text(self.head(title) + body)

    def printed(self, folder):
        """By page, as bytes."""
        out = self.output(folder)
        return {str(f.relative_to(out)): f.read_bytes() for f in sorted(out.rglob("*.html"))} if out.exists() else {}

    def run(self, folder, kill=None, cpu=None):
        """The exit code, what was told and the seconds of processor time; killed after `kill` seconds, or after `cpu` of processor time."""
        limit = (lambda: resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu))) if cpu else None
        with tempfile.TemporaryFile() as log:
            child = subprocess.Popen(self.command(folder), cwd=folder, stdout=log, stderr=log, preexec_fn=limit, start_new_session=True)
            if kill is not None:
                time.sleep(kill)
                os.kill(child.pid, signal.SIGKILL)
            _, status, used = os.wait4(child.pid, 0)
            log.seek(0)
            return os.waitstatus_to_exitcode(status), log.read().decode(errors="replace"), used.ru_utime + used.ru_stime


class Hugo(Tool):
    name, pages = "hugo", 1500

    def site(self, folder):
        (folder / "layouts/_default").mkdir(parents=True)
        (folder / "config.toml").write_text('baseURL = "https://e.example/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]\n')
        (folder / "layouts/_default/list.html").write_text("<html>list</html>\n")
        self.edition(folder, "0")

    def edition(self, folder, words, data=False):
        read = "{{ .Site.Data.x.a }}" if data else ""
        (folder / "layouts/_default/single.html").write_text(
            f"<html><title>{{{{ .Title }}}}</title>{{{{ .Content }}}}{read}<footer>edition {words}</footer></html>\n")

    def content(self, folder):
        return folder / "content/p"

    def output(self, folder):
        return folder / "public"

    def head(self, title):
        return "---\ntitle: '%s'\ndate: 2026-01-02\n---\n" % title.replace("'", "''")

    def command(self, folder):
        return ["hugo", "--quiet"]


class JBake(Tool):
    name, pages = "jbake", 300

    def __init__(self):
        self.classes = TARGET / "bench-jbake"
        self.path = (TARGET / "jbake-class-path.txt").read_text().strip()
        self.classes.mkdir(exist_ok=True)
        subprocess.run([JAVA + "javac", "-nowarn", "-proc:none", "-cp", self.path, "-d", str(self.classes),
                        str(HOME / "src/test/java/org/plainfact/jbake/RealBake.java")], check=True, stderr=subprocess.DEVNULL)

    def site(self, folder):
        for name in ("templates", "assets", "data"):
            (folder / name).mkdir(parents=True)
        (folder / "jbake.properties").write_text(
            "site.host=https://e.example\ntemplate.post.file=post.ftl\n"
            + "".join(f"render.{kind}=false\n" for kind in ("index", "archive", "feed", "sitemap", "tags", "tagsindex", "error404")))
        self.edition(folder, "0")

    def edition(self, folder, words, data=False):
        read = '${(data.get("x.yaml").a)!"none"}' if data else ""
        (folder / "templates/post.ftl").write_text(
            f"<html><title>${{content.title}}</title>${{content.body}}{read}<footer>edition {words}</footer></html>\n")

    def content(self, folder):
        return folder / "content"

    def output(self, folder):
        return folder / "output"

    def head(self, title):
        return f"title={title}\ndate=2026-01-02\ntype=post\nstatus=published\n~~~~~~\n"

    def command(self, folder):
        return [JAVA + "java", *SMALL, "-Dsecurity.userPasswordSaltIterations=1", "-cp", f"{self.classes}:{self.path}",
                "org.plainfact.jbake.RealBake", str(folder)]

    def run(self, folder, kill=None, cpu=None):
        code, told, used = super().run(folder, kill, cpu)
        return (1 if code == 0 and "failed " in told else code), told, used


class Plainfact(Tool):
    name = "plainfact"

    def __init__(self):
        self.path = f"{TARGET}/classes:" + (TARGET / "runtime-class-path.txt").read_text().strip()

    def java(self, *arguments):
        return [JAVA + "java", *SMALL, "--enable-native-access=ALL-UNNAMED", "-cp", self.path, "org.plainfact.Main", *arguments]

    def site(self, folder):
        subprocess.run(self.java("init", "."), cwd=folder, check=True, stdout=subprocess.DEVNULL)
        self.layout = (folder / "templates/layout.ftlh").read_text()

    def edition(self, folder, words, data=False):
        (folder / "templates/layout.ftlh").write_text(self.layout.replace("</footer>", f"edition {words}</footer>"))

    def content(self, folder):
        return folder / "content/articles"

    def output(self, folder):
        return folder / "output"

    def head(self, title):
        return "---\ntitle: '%s'\ndescription: D\ndate: 2026-01-02\nstatus: published\n---\n" % title.replace("'", "''")

    def command(self, folder):
        return self.java("build", ".")


def fresh(tool, where, pages):
    shutil.rmtree(where, ignore_errors=True)
    where.mkdir(parents=True)
    tool.site(where)
    for i in range(pages):
        tool.text(where, f"p{i}", BODY)
    return where


def kill(tool, work, every):
    site = fresh(tool, work / "kill", tool.pages)
    tool.edition(site, "1"); tool.run(site); one = tool.printed(site)
    start = time.time()
    tool.edition(site, "0"); tool.run(site); zero = tool.printed(site)
    seconds, mixed, empty, unaided, kills = time.time() - start, 0, 0, 0, 20
    for i in range(kills):
        old, new = (zero, one) if i % 2 == 0 else (one, zero)
        tool.edition(site, str((i + 1) % 2))
        tool.run(site, kill=seconds * random.uniform(0.2, 1))
        now = tool.printed(site)
        mixed += now != old and now != new
        empty += any(not text for text in now.values())
        tool.run(site)
        unaided += tool.printed(site) == new
    return f"{kills} kills of {len(zero)} pages: {mixed} left a mix, {empty} pages of 0 bytes; {unaided} next builds made the site whole"


def disk(tool, work, every):
    site = fresh(tool, work / "disk", 250)
    out = tool.output(site)
    size = 0
    tool.edition(site, "0"); tool.run(site)
    size = sum((f.stat().st_size + 4095) // 4096 * 4096 for f in out.rglob("*") if f.is_file())
    shutil.rmtree(out); out.mkdir()
    place = out.parent if tool.name == "plainfact" else out
    room = size + (1 << 20 if tool.name != "plainfact" else 0)
    # Plainfact stages beside its output: the whole project lies on the small disk.
    if tool.name == "plainfact":
        away = work / "disk-away"; shutil.rmtree(away, ignore_errors=True); shutil.copytree(site, away)
        room += sum((f.stat().st_size + 4095) // 4096 * 4096 for f in away.rglob("*") if f.is_file()) + (1 << 20)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={room}", "tmpfs", str(place)], check=True)
    try:
        if tool.name == "plainfact":
            shutil.copytree(away, place, dirs_exist_ok=True)
        code, told, _ = tool.run(site); old = tool.printed(site)
        if code: return "the first build failed: " + told[-200:]
        tool.edition(site, "1 " + "more words " * 1500)
        code, told, _ = tool.run(site)
        now = tool.printed(site)
        kept = sum(now.get(page) == text for page, text in old.items())
        whole = sum(b"edition 1" in text and text.rstrip().endswith(b"</html>") for text in now.values())
        return f"exit code {code}; of {len(old)} pages {kept} old, {whole} new, {len(old) - kept - whole} cut or gone"
    finally:
        subprocess.run(["umount", str(place)], check=True)


def hostile(tool, work, every):
    texts = work / "texts"
    if not texts.exists():
        texts.mkdir()
        subprocess.run([JAVA + "java", "-cp", f"{TARGET}/test-classes:{TARGET}/classes:" + (TARGET / "runtime-class-path.txt").read_text().strip(),
                        "org.plainfact.bench.HostileTexts", str(texts), "250000"], check=True)
    site = fresh(tool, work / "hostile", 0)
    # A harmless text, another each time: a run with nothing to do may be left.
    harmless = []
    for words in ("Words.\n", "Other words.\n", "Words again.\n"):
        tool.text(site, "x", words)
        harmless.append(tool.run(site)[2])
    base = min(harmless)
    slow, crashed, memory, told_, built, bad = 0, 0, 0, 0, 0, []
    families = sorted(texts.iterdir(), key=lambda f: int(f.stem))[::every]
    for family in families:
        tool.text(site, "x", family.read_text())
        code, told, used = tool.run(site, cpu=int(base + 12))
        if "OutOfMemory" in told or "Java heap space" in told: memory += 1; kind = "memory"
        elif used - base > 5 or code < 0: slow += 1; kind = "slow"
        elif code == 0: built += 1; continue
        elif re.search(r"x\.md:\d+:\d+: error", told): told_ += 1; continue
        else: crashed += 1; kind = "crash"
        bad.append(f"{family.stem}:{kind}")
    return (f"{len(families)} families of 250 KB: {built} built, {told_} told with their place, {slow} longer than 5 s of processor time, {crashed} ended"
            f" without a place, {memory} out of memory ({base:.1f} s of a harmless text left out) [{' '.join(bad)}]")


LIVE = ["<script>x()</script>", "<img src=x onerror=x()>", "<a href=\"javascript:x()\">a</a>", "<svg onload=x()></svg>",
        "<iframe src=\"javascript:x()\"></iframe>", "<details ontoggle=x() open>a</details>", "<form action=\"javascript:x()\"><button>a</button></form>"]
WRITTEN = {"link": "[a](javascript:x())", "reference": "[a][b]\n\n[b]: javascript:x()", "autolink": "<javascript:x()>",
           "picture": "![a](javascript:x())", "fence": "```\"><script>x()</script>\nwords\n```", "attribute": "# a {onclick=x()}",
           "link title": "[a](/b 'c\"onmouseover=\"x()')", "entity": "[a](javascript&colon;x())", "alt": "![\"onerror=\"x()](b.png)"}


class Live(HTMLParser):
    """Whether a browser would run one of the texts above: words that stand in an attribute's value or a title are harmless."""

    def __init__(self, page):
        super().__init__()
        self.found, self.script, self.title = False, False, False
        self.feed(page.decode(errors="replace"))
        self.close()

    def handle_starttag(self, tag, attributes):
        # In a title tags are words.
        if self.title:
            return
        self.title = tag == "title"
        self.script = tag == "script" and "json" not in (dict(attributes).get("type") or "")
        for name, value in attributes:
            address = re.sub(r"[\x00-\x20]", "", value or "").lower()
            self.found |= name.startswith("on") or (name in ("href", "src", "action", "formaction", "xlink:href") and address.startswith("javascript:"))

    def handle_endtag(self, tag):
        self.script = False
        self.title = self.title and tag != "title"

    def handle_data(self, words):
        self.found |= self.script and words.strip().startswith("x()")


def active(tool, work, every):
    live, tried = [], 0
    for place, texts in {"title": LIVE, "text": LIVE, **{k: [v] for k, v in WRITTEN.items()}}.items():
        for text in texts:
            site = fresh(tool, work / "active", 0) if not (work / "active" / tool.name).exists() else work / "active"
            (work / "active" / tool.name).touch()
            title, body = (text, "Words.\n") if place == "title" else ("T", text + "\n")
            tool.text(site, "x", body, title)
            tool.run(site)
            pages = [v for k, v in tool.printed(site).items() if "/x" in "/" + k]
            tried += 1
            if any(Live(page).found for page in pages):
                live.append(place)
    shutil.rmtree(work / "active", ignore_errors=True)
    return f"{len(live)} of {tried} live" + (": " + ", ".join(f"{n} in {p}" for p in sorted(set(live)) for n in [live.count(p)]) if live else "")


def data(tool, work, every):
    site = fresh(tool, work / "data", 20)
    name = {"hugo": "x.json", "jbake": "x.yaml", "plainfact": "x.json"}[tool.name]
    good = {"plainfact": (site / "data" / "sources.json").read_text() if tool.name == "plainfact" else ""}.get(tool.name, '{"a": "b"}')
    name = "sources.json" if tool.name == "plainfact" else name
    (site / "data").mkdir(exist_ok=True)
    (site / "data" / name).write_text(good)
    tool.edition(site, "0", True); tool.run(site); old = tool.printed(site)
    (site / "data" / name).write_text(good.rstrip()[:-1])
    tool.edition(site, "1", True)
    code, told, _ = tool.run(site)
    now = tool.printed(site)
    kept = sum(now.get(page) == text for page, text in old.items())
    place = bool(re.search(re.escape(name) + r"[^\n]*:\d+", told))
    return f"exit code {code}, {'with' if place else 'without'} file and line; {kept} of {len(old)} old pages as they were"


def main():
    arguments = sys.argv[1:]
    option = lambda name, usual: arguments[arguments.index(name) + 1] if name in arguments else usual
    tools = {tool.name: tool for tool in (Hugo, JBake, Plainfact)}
    faults = [fault for fault in (kill, disk, hostile, active, data) if fault.__name__ in arguments] or [kill, disk, hostile, active, data]
    random.seed(int(option("--seed", "1")))
    for name in option("--tools", "hugo,jbake,plainfact").split(","):
        tool = tools[name]()
        for fault in faults:
            work = Path(tempfile.mkdtemp(prefix="faults-"))
            try:
                print(f"{name}\t{fault.__name__}\t{fault(tool, work, int(option('--every', '1')))}", flush=True)
            finally:
                shutil.rmtree(work, ignore_errors=True)


main()
