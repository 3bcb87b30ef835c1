#!/usr/bin/env python3
"""Derives from the standard library's own documentation what a look-alike must offer.

    extract.py [--check]

Reads the HTML that `rustup component add rust-docs` installs, and writes beside itself, for the
toolchain at hand,

    std-1.95.txt          every stable public item, one a line, members indented below their item
    std-1.95.probes.rs    for each line a function that compiles only if the item is there, with
                          a signature that accepts whatever the documented one accepts
    std-1.95.identity.rs  for each item a function that compiles only if it IS the standard one

With --check it writes nothing and fails if a file would change.
"""

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

HERE = Path(__file__).resolve().parent

# The modules held, with everything below them.
MODULES = ["sync", "thread", "task", "hint", "time", "cell", "panic"]

# Traits the compiler implements by itself, and which matter to a program with threads.
AUTO_TRAITS = {"Send", "Sync", "Unpin", "UnwindSafe", "RefUnwindSafe"}

# What the documentation lists and no program can ask for.
NOT_ASKED_FOR = {"Drop", "StructuralPartialEq"}

KINDS = {
    "mod": "mod",
    "struct": "struct",
    "enum": "enum",
    "union": "union",
    "trait": "trait",
    "type": "type",
    "fn": "fn",
    "constant": "const",
    "static": "static",
    "macro": "macro",
}


# --- The pages -------------------------------------------------------------------------------


class Node:
    """An element of a page, with its children: nodes and strings."""

    VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}

    def __init__(self, tag, attributes, parent=None):
        self.tag, self.attributes, self.parent, self.children = tag, dict(attributes), parent, []

    @property
    def classes(self):
        return (self.attributes.get("class") or "").split()

    def walk(self):
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child.walk()

    def find_all(self, tag, cls=None):
        return [n for n in self.walk() if n.tag == tag and (cls is None or cls in n.classes)]

    def find(self, tag, cls=None):
        return next(iter(self.find_all(tag, cls)), None)

    def text(self):
        return "".join(c if isinstance(c, str) else c.text() for c in self.children)

    def code(self):
        """The text, with every linked name by its full path."""
        linked = {"struct", "enum", "union", "trait", "type"}
        if self.tag == "a" and linked & set(self.classes):
            return self.attributes["title"].split(" ", 1)[1]
        return "".join(c if isinstance(c, str) else c.code() for c in self.children)


class Page(HTMLParser):
    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.root = self.open = Node("page", [])
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attributes):
        node = Node(tag, attributes, self.open)
        self.open.children.append(node)
        if tag not in Node.VOID:
            self.open = node

    def handle_endtag(self, tag):
        node = self.open
        while node.tag != tag:
            if node.parent is None:
                return
            node = node.parent
        self.open = node.parent

    def handle_data(self, data):
        self.open.children.append(data)


PAGES, UNSTABLE = {}, {}


def page(path):
    path = path.resolve()
    if path not in PAGES:
        PAGES[path] = Page(path).root
    return PAGES[path]


def is_elsewhere(note):
    """Whether a note on portability is about the operating system, and not about the processor."""
    return not re.search(r"target_has_atomic|64-bit|panic=unwind", note)


def stability(section):
    """What stands beside a heading: `unstable`, `deprecated`, or `elsewhere`."""
    beside = section
    if section.parent is not None and section.parent.tag == "summary":
        beside = section.parent
    found = set()
    for node in beside.walk():
        if "stab" in node.classes:
            found |= {"unstable", "deprecated"} & set(node.classes)
            if "portability" in node.classes and is_elsewhere(node.text()):
                found.add("elsewhere")
    return found


def is_unstable_item(path):
    """Whether the item with the page at `path` is unstable as a whole."""
    if path not in UNSTABLE:
        # Said right below the declaration, before any heading.
        head = path.read_text(encoding="utf-8").split('<h2 id="', 1)[0] if path.exists() else ""
        UNSTABLE[path] = 'class="stab unstable"' in head
    return UNSTABLE[path]


# --- Rust, as far as signatures need it --------------------------------------------------------


def squeeze(text):
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("\u24d8", "")).strip()


def split_top(text, separator=","):
    """Splits at separators outside all brackets."""
    parts, depth, start = [], 0, 0
    for i, c in enumerate(text):
        if c in "<([{":
            depth += 1
        elif c in ")]}" or (c == ">" and text[i - 1] != "-"):
            depth -= 1
        elif c == separator and depth == 0:
            parts.append(text[start:i])
            start = i + 1
    parts.append(text[start:])
    return [p.strip() for p in parts if p.strip()]


def bracketed(text, opening, closing):
    """`<a, b> rest` to (`a, b`, `rest`)."""
    if not text.startswith(opening):
        return "", text
    depth = 0
    for i, c in enumerate(text):
        if c == opening:
            depth += 1
        elif c == closing and text[i - 1] != "-":
            depth -= 1
            if depth == 0:
                return text[1:i].strip(), text[i + 1 :].strip()
    raise ValueError(text)


def without_allocator(text):
    """Some types have an allocator `A`, which is unstable. Programs see them without."""
    text = re.sub(r", A = (std::alloc::)?Global\b", "", text)
    text = re.sub(r", A(?=[,>])", "", text)
    return re.sub(r"<A>|(?<=<)A, ", "", text)


class Generics:
    """Parameters and bounds, of an impl and of a function in it together."""

    def __init__(self):
        self.parameters, self.bounds = [], []

    def add(self, parameters, where):
        allocator = re.compile(r"A\b")
        parameters = [p for p in split_top(parameters) if not allocator.match(p)]
        self.parameters += [p.split(" = ")[0] for p in parameters]
        self.bounds += [b for b in split_top(where) if not allocator.match(b)]

    def declared(self):
        ordered = sorted(self.parameters, key=lambda p: not p.startswith("'"))
        return f"<{', '.join(ordered)}>" if ordered else ""

    def names(self):
        return [re.sub(r"^const ", "", p).split(":")[0].strip() for p in self.parameters]

    def types(self):
        return [n for n in self.names() if not n.startswith("'")]

    def arguments(self):
        return f"<{', '.join(self.names())}>" if self.parameters else ""

    def live_long(self):
        """Types outlive lifetimes: what the probed type implies, its probe must say."""
        lifetimes = [n for n in self.names() if n.startswith("'")]
        kinds = [p.split(":")[0] for p in self.parameters if not p.startswith(("'", "const "))]
        self.bounds += [f"{kind}: {' + '.join(lifetimes)}" for kind in kinds if lifetimes]

    def where(self):
        return f" where {', '.join(self.bounds)}" if self.bounds else ""


def clean(text):
    text = squeeze(text)
    text = re.sub(r"\[const\] |~const ", "", text)
    # Unstable, and wider than the bound that a program can meet.
    text = text.replace("std::clone::CloneToUninit", "std::clone::Clone")
    return without_allocator(text)


def split_where(text):
    """`head where bounds`, to (`head`, `bounds`)."""
    match = re.search(r"(?:^|\s|(?<=[>)\]\w;]))where(?=\s|$)", text)
    if not match:
        return text.strip(), ""
    return text[: match.start()].strip(), text[match.end() :].strip().rstrip(",")


class Impl:
    """`impl<T> Trait for Type where T: Bound`, or one without a trait."""

    def __init__(self, header):
        self.shown = clean(header.text())
        text = clean(header.code())
        assert text.startswith("impl"), text
        parameters, text = bracketed(text[4:].strip(), "<", ">")
        head, where = split_where(text)
        self.generics = (parameters, where)
        # Only a ` for ` outside brackets parts trait and type.
        trait, found, self_type = head.partition(" for ")
        if not found:
            trait, self_type = "", head
        trait = re.sub(r"^const ", "", trait)
        self.negative = trait.startswith("!")
        self.trait, self.type = trait.lstrip("!").strip(), self_type.strip()

    def stable_text(self):
        generics = Generics()
        generics.add(*self.generics)
        return generics.declared() + self.trait + generics.where()


class Function:
    """`pub const unsafe fn name<T>(&self, x: T) -> R where T: Bound`."""

    def __init__(self, header):
        text = clean(header.code())
        before, _, text = text.partition("fn ")
        self.const = "const" in before.split()
        self.unsafe = "unsafe" in before.split()
        name = re.match(r"\w+", text)
        self.name, text = name.group(), text[name.end() :].strip()
        parameters, text = bracketed(text, "<", ">")
        arguments, text = bracketed(text, "(", ")")
        head, where = split_where(text)
        self.generics = (parameters, where)
        self.result = head.removeprefix("->").strip()
        self.arguments = split_top(arguments)

    def wrapper(self, number, callee, outer=("", ""), self_type=None):
        """A function of the documented signature which calls the real thing."""
        generics = Generics()
        generics.add(*outer)
        generics.add(*self.generics)
        result = f" -> {self.result}" if self.result else ""
        arguments, names = [], []
        for argument in self.arguments:
            receiver = re.fullmatch(r"(&)?('\w+ )?(mut )?self", argument)
            if receiver:
                arguments.append("this: " + argument.removesuffix("self") + self_type)
                names.append("this")
                if "'_" in result or re.search(r"&(?!')", result):
                    if argument.startswith("&") and not receiver.group(2):
                        # Left out, the lifetime is the receiver's. Say so.
                        arguments[-1] = arguments[-1].replace("&", "&'this ", 1)
                        result = re.sub(r"&(?!')", "&'this ", result).replace("'_", "'this")
                        generics.parameters.append("'this")
            elif argument.startswith("self:"):
                arguments.append("this" + argument.removeprefix("self"))
                names.append("this")
            else:
                name, _, kind = argument.partition(": ")
                name = re.sub(r"^mut ", "", name)
                name = name if re.fullmatch(r"\w+", name) else f"a{len(names)}"
                name = f"r#{name}" if name in ("fn", "type") else name
                arguments.append(f"{name}: {kind}")
                names.append(name)
        call = f"{callee}({', '.join(names)})"
        words = "const " * self.const + "unsafe " * self.unsafe
        body = f"unsafe {{ {call} }}" if self.unsafe else call
        text = (
            f"pub {words}fn p{number}{generics.declared()}({', '.join(arguments)}){result}"
            f"{generics.where()} {{ {body} }}"
        )
        return re.sub(r"\bSelf\b", lambda _: self_type, text) if self_type else text


def after_name(declaration, path):
    """What follows the name in `pub struct Name<T> { … }`."""
    return declaration.partition(path.rsplit("::", 1)[1])[2]


def name_lifetimes(text, start=0):
    """Gives every lifetime that was left out a name. Returns the text and the names."""
    names = []

    def fresh(prefix, suffix):
        names.append(f"'e{start + len(names)}")
        return prefix + names[-1] + suffix

    text = re.sub(r"&(?!')", lambda _: fresh("&", " "), text)
    text = re.sub(r"'_\b", lambda _: fresh("", ""), text)
    return text, names


# --- The inventory -----------------------------------------------------------------------------


def place(item):
    """Types come first in a module, and its modules last."""
    kind, path, *_ = item
    return kind == "mod", list(KINDS.values()).index(kind), path


class Inventory:
    def __init__(self, docs):
        self.docs = docs
        self.lines, self.probes, self.identities = [], [], []
        self.number = 0

    def line(self, text, deprecated=False, member=True):
        mark = " [deprecated]" if deprecated else ""
        entry = f"{text}{mark}"
        if entry in (line.strip() for line in self.lines):
            return None
        self.lines.append(("  " if member else "") + entry)
        self.number += 1
        return entry

    def probe(self, entry, code):
        self.probes.append((entry, squeeze(code)))

    def identity(self, entry, code):
        self.identities.append((entry, squeeze(code)))

    # Items

    def crate(self):
        """The modules and macros at the top, and the chosen modules whole."""
        for kind, path, deprecated, target in self.listed(self.docs / "index.html"):
            if kind in ("mod", "macro"):
                self.item(kind, path, deprecated, target)

    def listed(self, index):
        """The stable items of a module."""
        for table in page(index).find_all("dl", "item-table"):
            for entry in table.find_all("dt"):
                link = entry.find("a")
                kind = next((KINDS[c] for c in link.classes if c in KINDS), None)
                stabs = stability(entry)
                if kind and not stabs & {"unstable", "elsewhere"}:
                    path = link.attributes["title"].split(" ", 1)[1]
                    target = index.parent / link.attributes["href"]
                    yield kind, path, "deprecated" in stabs, target

    def item(self, kind, path, deprecated, target):
        entry = self.line(f"{kind} {path}", deprecated, member=False)
        if kind in ("mod", "macro"):
            self.name(entry, kind, path.replace("::try", "::r#try"))
        if kind == "mod":
            if path.removeprefix("std::").split("::")[0] in MODULES:
                for item in sorted(self.listed(target), key=place):
                    self.item(*item)
            return
        if kind == "macro":
            return
        body = page(target).find("section", "content")
        declaration = clean(body.find("pre", "item-decl").code())
        if kind == "fn":
            self.function(entry, path, body)
        elif kind in ("struct", "enum", "union"):
            self.type(entry, path, declaration, body)
        elif kind == "trait":
            n = self.number
            self.probe(entry, f"pub fn p{n}<T: ?Sized + {path}>() {{}}")
            self.identity(
                entry,
                f"pub fn i{n}<T: ?Sized + {path}>() "
                f"{{ fn need<T: ?Sized + {real(path)}>() {{}} need::<T>() }}",
            )
        elif kind == "type":
            self.alias(entry, path, declaration)
        elif kind in ("const", "static"):
            kind_of = declaration.split(": ", 1)[1].split(";")[0].split(" = ")[0]
            self.probe(entry, f"pub fn p{self.number}() -> {kind_of} {{ {path} }}")
            self.identity(entry, f"pub fn i{self.number}() -> {real(kind_of)} {{ {path} }}")

    def name(self, entry, kind, path):
        """A module or a macro. Two globs may bring one name only if both mean the same."""
        n, name = self.number, path.rsplit("::", 1)[1]
        self.probe(entry, f"pub use {path} as p{n};")
        if kind == "mod":
            use = "pub use self::c::it::{self as here};"
        elif (self.docs / name).is_dir():
            # There is a module of that name as well: only a call means the macro.
            use = 'pub fn f() { let _ = self::c::it!("PATH"); }'
        else:
            use = "pub use self::c::it as here;"
        self.identity(
            entry,
            f"pub mod i{n} {{ mod a {{ pub use {path} as it; }} "
            f"mod b {{ pub use {real(path)} as it; }} "
            f"mod c {{ pub use super::a::*; pub use super::b::*; }} {use} }}",
        )

    def function(self, entry, path, body):
        function = Function(body.find("pre", "item-decl"))
        self.probe(entry, function.wrapper(self.number, path))
        generics = Generics()
        generics.add(*function.generics)
        turbofish = f"::<{', '.join(generics.types())}>" if generics.types() else ""
        self.identity(
            entry,
            f"pub fn i{self.number}{generics.declared()}(){generics.where()} "
            f"{{ same({path}{turbofish}, {real(path)}{turbofish}) }}",
        )

    def type(self, entry, path, declaration, body):
        text = after_name(declaration, path)
        parameters, text = bracketed(text.strip(), "<", ">")
        where = split_where(text)[1] if re.match(r"where\b", text) else ""
        where = re.split(r"[{;]", where)[0].strip().rstrip(",")
        generics = Generics()
        generics.add(parameters, where)
        arguments, n = generics.arguments(), self.number
        implied = [p for p in generics.parameters if p.endswith(": 'static")]
        self.probe(
            entry,
            f"pub fn p{n}{generics.declared()}(_: &{path}{arguments}){generics.where()} {{}}",
        )
        generics.parameters.append("'this")
        self.identity(
            entry,
            f"pub fn i{n}{generics.declared()}(x: &'this {path}{arguments}) "
            f"-> &'this {real(path)}{arguments}{generics.where()} {{ x }}",
        )
        generics.parameters.pop()
        self.variants(path, body, generics, arguments)
        self.fields(path, body, generics, arguments)
        self.methods(path, body)
        self.impls(path, body, "trait-implementations-list", implied)
        self.impls(path, body, "synthetic-implementations-list", implied, only=AUTO_TRAITS)

    def alias(self, entry, path, declaration):
        text = after_name(declaration, path)
        parameters, text = bracketed(text.strip(), "<", ">")
        meaning = text.lstrip("= ").rstrip(";")
        generics = Generics()
        generics.add(parameters, "")
        arguments = generics.arguments()
        declared, n = generics.declared(), self.number
        self.probe(entry, f"pub fn p{n}{declared}(x: {path}{arguments}) -> {meaning} {{ x }}")
        self.identity(
            entry, f"pub fn i{n}{declared}(x: {path}{arguments}) -> {real(path)}{arguments} {{ x }}"
        )

    # Members

    def variants(self, path, body, generics, arguments):
        for section in body.find_all("section", "variant"):
            if "unstable" in stability(section):
                continue
            header = section.find("h3", "code-header")
            name = header.text().split("(")[0].split("{")[0].strip()
            entry = self.line(f"variant {path}::{name}", "deprecated" in stability(section))
            held = split_top(bracketed(clean(header.code())[len(name) :].strip(), "(", ")")[0])
            values = ", ".join(f"a{i}: {kind}" for i, kind in enumerate(held))
            call = f"({', '.join(f'a{i}' for i in range(len(held)))})" if held else ""
            self.probe(
                entry,
                f"pub fn p{self.number}{generics.declared()}({values}) -> {path}{arguments}"
                f"{generics.where()} {{ {path}::{name}{call} }}",
            )

    def fields(self, path, body, generics, arguments):
        for section in body.find_all("span", "structfield"):
            if "unstable" in stability(section):
                continue
            name, _, kind = clean(section.find("code").code()).partition(": ")
            entry = self.line(f"field {path}::{name}")
            self.probe(
                entry,
                f"pub fn p{self.number}{generics.declared()}(x: {path}{arguments}) -> {kind}"
                f"{generics.where()} {{ x.{name} }}",
            )

    def methods(self, path, body):
        for section in impls_in(body, "implementations-list"):
            impl = Impl(section.find("h3", "code-header"))
            if "unstable" in stability(section):
                continue
            toggle = section.parent.parent if section.parent.tag == "summary" else section
            for method in toggle.find_all("section"):
                marks = stability(method)
                if marks & {"unstable", "elsewhere"}:
                    continue
                header = method.find("h4", "code-header")
                if "method" in method.classes:
                    self.method(path, impl, header, "deprecated" in marks)
                elif "associatedconstant" in method.classes:
                    self.associated_constant(path, impl, header, "deprecated" in marks)

    def owner(self, path, impl):
        """The type as the inventory names it, with its arguments if they matter."""
        arguments = split_top(bracketed(impl.type[len(path) :], "<", ">")[0])
        if all(re.fullmatch(r"'?\w+", a) and not a[0].islower() for a in arguments):
            return path
        shown = split_where(bracketed(impl.shown[4:].strip(), "<", ">")[1])[0]
        return path + shown[shown.index("<") :]

    def method(self, path, impl, header, deprecated):
        function = Function(header)
        entry = self.line(f"fn {self.owner(path, impl)}::{function.name}", deprecated)
        self_type, names = name_lifetimes(impl.type)
        outer = (", ".join(names + split_top(impl.generics[0])), impl.generics[1])
        callee = f"<{self_type}>::{function.name}"
        self.probe(entry, function.wrapper(self.number, callee, outer, self_type))

    def associated_constant(self, path, impl, header, deprecated):
        name, _, kind = clean(header.code()).partition("const ")[2].partition(": ")
        kind = kind.split(" = ")[0]
        entry = self.line(f"const {path}::{name}", deprecated)
        generics = Generics()
        generics.add(*impl.generics)
        code = (
            f"pub const fn p{self.number}{generics.declared()}() -> {kind} "
            f"{{ <{impl.type}>::{name} }}"
        )
        self.probe(entry, re.sub(r"\bSelf\b", lambda _: impl.type, code))

    def impls(self, path, body, listing, implied, only=None):
        for section in impls_in(body, listing):
            marks = stability(section)
            header = section.find("h3", "code-header")
            impl = Impl(header)
            name = re.split(r"[<(]", impl.trait)[0].rsplit("::", 1)[-1]
            if only is not None and name not in only:
                continue
            if marks & {"unstable", "elsewhere"} or name in NOT_ASKED_FOR:
                continue
            if self.names_unstable(header, path) or "std::alloc::Allocator" in impl.stable_text():
                continue
            self.impl(path, impl, implied)

    def names_unstable(self, header, path):
        """Whether an impl is about anything unstable: no program can rely on it."""
        base = self.docs.joinpath(*path.split("::")[1:-1])
        for link in header.find_all("a"):
            kind, _, name = link.attributes.get("title", "").partition(" ")
            if kind in ("struct", "enum", "union", "trait") and name != "std::alloc::Allocator":
                # The page by the full name is the public one.
                parts = name.split("::")
                target = self.docs.joinpath(*parts[1:-1], f"{kind}.{parts[-1]}.html")
                if not target.exists():
                    target = base / link.attributes["href"].split("#")[0]
                if is_unstable_item(target):
                    return True
        return False

    def impl(self, path, impl, implied):
        shown = re.sub(r"^impl\s*", "", impl.shown)
        shown = split_where(bracketed(shown, "<", ">")[1])[0]
        trait, _, self_shown = shown.partition(" for ")
        trait = re.sub(r"^const ", "", trait)
        name = path.rsplit("::", 1)[1]
        self_shown = re.sub(rf"^(?:std::\w+::)*{name}\b", path, self_shown)
        entry = self.line(f"impl {trait} for {self_shown}")
        if entry is None:
            return
        n = self.number
        self_type, more = name_lifetimes(impl.type)
        trait, extra = name_lifetimes(impl.trait, len(more))
        generics = Generics()
        generics.add(", ".join(more + extra + split_top(impl.generics[0])), impl.generics[1])
        generics.bounds += implied
        generics.live_long()
        if impl.negative:
            # With two candidates the compiler cannot choose: so there must be one alone.
            concrete = re.sub(r"'\w+", "'static", self_type)
            for parameter in generics.types():
                concrete = re.sub(rf"\b{parameter}\b", "u8", concrete)
            self.probe(
                entry,
                f"pub fn p{n}() {{ trait Holds<A> {{ fn holds() {{}} }} "
                f"impl<T: ?Sized> Holds<()> for T {{}} "
                f"impl<T: ?Sized + {trait}> Holds<u8> for T {{}} "
                f"<{concrete} as Holds<_>>::holds() }}",
            )
            return
        if trait == "std::ops::FnOnce()":
            trait += " -> R"
        types = generics.types()
        declared = generics.declared()
        if not extra:
            # Which lifetimes will do, the compiler finds out.
            self_type = re.sub(r"'(?!static)\w+", "'_", self_type)
        # An operator's other side is the type itself, so that must have a size.
        subject = "X" if re.fullmatch(r"std::ops::(Add|Sub)(Assign)?", trait) else "X: ?Sized"
        needs = Generics()
        needs.add(", ".join(generics.parameters + [subject]), "")
        needs.bounds = generics.bounds + [f"X: {trait}"]
        self.probe(
            entry,
            f"pub fn p{n}{declared}(){generics.where()} "
            f"{{ fn need{needs.declared()}(){needs.where()} {{}} "
            f"need::<{', '.join(types + [self_type])}>() }}",
        )


def real(text):
    return re.sub(r"\bstd::", "real::", text)


def impls_in(body, listing):
    """The impls in the list of that name."""
    found = (n for n in body.walk() if n.attributes.get("id") == listing)
    return [section for n in found for section in n.find_all("section", "impl")]


def rustc(*arguments):
    done = subprocess.run(["rustc", *arguments], check=True, capture_output=True, text=True)
    return done.stdout


def main():
    check = "--check" in sys.argv[1:]
    version = ".".join(rustc("--version").split()[1].split(".")[:2])
    docs = Path(rustc("--print", "sysroot").strip()) / "share/doc/rust/html/std"
    if not docs.exists():
        sys.exit("The documentation is not there. Install it: rustup component add rust-docs")
    inventory = Inventory(docs)
    inventory.crate()
    files = {
        f"std-{version}.txt": "".join(line + "\n" for line in inventory.lines),
        f"std-{version}.probes.rs": told(inventory.probes),
        f"std-{version}.identity.rs": told(inventory.identities),
    }
    stale = []
    for name, text in files.items():
        file = HERE / name
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            stale.append(name)
            if not check:
                file.write_text(text, encoding="utf-8")
    if check and stale:
        sys.exit(f"Not what the documentation says: {', '.join(stale)}. Run extract.py.")


def told(functions):
    head = "// Made by extract.py. Each function is held by the line above it.\n\n"
    return head + "".join(f"// {entry}\n{code}\n" for entry, code in functions)


if __name__ == "__main__":
    main()
